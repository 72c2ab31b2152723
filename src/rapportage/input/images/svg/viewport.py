"""The size of an SVG and where its coordinates come, from width, height, viewBox and preserveAspectRatio (7.7, 7.8)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from rapportage.document.drawing import Matrix
from rapportage.input.images.svg.numbers import EM, LARGEST, Unreadable, length, numbers

PIXEL = 72 / 96
"""In points."""
_RELATIVE = {"em": 1.0, "rem": 1.0, "ex": 0.5, "ch": 0.5}
"""In units of the size of letters."""
_UNITS = "een getal zonder eenheid, of met px, pt, pc, mm, cm, in, Q, em, rem, ex of ch"
_ASPECT = re.compile(r"(?:defer\s+)?(none|x(Min|Mid|Max)Y(Min|Mid|Max))(?:\s+(meet|slice))?")
_SHARES = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}
"""Of the room that is left, what comes before the picture."""


class Unsized(ValueError):
    """The root has an attribute that gives no size; in Dutch: what, and how to fix it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class Viewport(Struct, frozen=True):
    """The size of the drawing in points, and the way to it from the units of the file; in a drawing y runs up."""

    width: float
    height: float
    matrix: Matrix
    room: tuple[float, float] = (0.0, 0.0)
    """The width and height that percentages within it are of, in its own units."""


def viewport(attributes: Mapping[str, str]) -> Viewport:
    """What the attributes of the root say.

    Raises:
        Unsized: they say nothing, or something that is no size.
    """
    box = _box(attributes)
    width, height = (_measure(name, attributes) for name in ("width", "height"))
    if box is None:
        if width is None or height is None:
            raise Unsized("zegt niet hoe groot de afbeelding is", "geef de SVG een viewBox, of een width en height")
        box = (0.0, 0.0, width, height)
    left, top, across, down = box
    if width is None:
        width = across * height / down if height is not None else across
    if height is None:
        height = down * width / across
    if max(width, height) > LARGEST:
        raise Unsized("is te groot", "kies een width en height zoals op papier, zoals 120mm")
    x_scale, y_scale, x, y = fitted(attributes, (width, height), (across, down))
    return Viewport(
        width * PIXEL,
        height * PIXEL,
        (x_scale * PIXEL, 0.0, 0.0, -y_scale * PIXEL,
         (x - left * x_scale) * PIXEL, (height - y + top * y_scale) * PIXEL),
        (across, down),
    )  # fmt: skip


def within(
    attributes: Mapping[str, str], at: tuple[float, float], room: tuple[float, float]
) -> tuple[Matrix, tuple[float, float]]:
    """The way into an SVG in an SVG that has `room` at a place, and the width and height within it.

    Raises:
        Unsized: its viewBox or preserveAspectRatio can't be read.
    """
    box = _box(attributes)
    if box is None:
        return (1.0, 0.0, 0.0, 1.0, *at), room
    left, top, across, down = box
    x_scale, y_scale, x, y = fitted(attributes, room, (across, down))
    return (x_scale, 0.0, 0.0, y_scale, at[0] + x - left * x_scale, at[1] + y - top * y_scale), (across, down)


def _box(attributes: Mapping[str, str]) -> tuple[float, float, float, float] | None:
    text = attributes.get("viewBox")
    if text is None:
        return None
    try:
        left, top, across, down = numbers(text)
    except ValueError:  # unreadable, or not four
        across = down = 0.0
    if min(across, down) <= 0:
        hint = 'schrijf vier getallen, waarvan de laatste twee groter dan 0: viewBox="0 0 400 300"'
        raise Unsized(f'heeft een viewBox="{text[:40]}" die niet te lezen is', hint)
    return left, top, across, down


def _measure(name: str, attributes: Mapping[str, str]) -> float | None:
    """In pixels; None where the size is left to what is around the picture, of which nothing is known here."""
    text = attributes.get(name, "auto").strip()
    if text == "auto" or (text.endswith("%") and _is_length(text[:-1])):
        return None
    try:
        found = _in_pixels(text, attributes)
    except Unreadable:
        hint = f"schrijf {_UNITS}; met een viewBox kunnen width en height ook weg"
        raise Unsized(f'heeft een {name}="{text[:40]}" die niet te lezen is', hint) from None
    if found <= 0:
        raise Unsized(f'heeft een {name}="{text[:40]}"', "schrijf een maat groter dan 0")
    return found


def _in_pixels(text: str, attributes: Mapping[str, str]) -> float:
    unit = next((unit for unit in ("rem", "em", "ex", "ch") if text.endswith(unit)), None)
    if unit is None:
        return length(text)
    return length(text.removesuffix(unit)) * _RELATIVE[unit] * _em(attributes)


def _em(attributes: Mapping[str, str]) -> float:
    """The size of letters that the root gives in a unit of its own."""
    try:
        return length(attributes.get("font-size", ""))
    except Unreadable:
        return EM


def _is_length(text: str) -> bool:
    try:
        length(text)
    except Unreadable:
        return False
    return True


def fitted(
    attributes: Mapping[str, str], room: tuple[float, float], size: tuple[float, float]
) -> tuple[float, float, float, float]:
    """The two scales with which a picture of `size` comes in its room, and where it begins."""
    text = attributes.get("preserveAspectRatio", "xMidYMid").strip()
    found = _ASPECT.fullmatch(text)
    if found is None:
        hint = "schrijf 'none', of een plaats en een wijze, zoals 'xMidYMid meet' of 'xMinYMax slice'"
        raise Unsized(f'heeft een preserveAspectRatio="{text[:40]}" die niet te lezen is', hint)
    scales = room[0] / size[0], room[1] / size[1]
    if found[1] == "none":
        return (*scales, 0.0, 0.0)
    scale = max(scales) if found[4] == "slice" else min(scales)
    x, y = ((room[axis] - scale * size[axis]) * _SHARES[found[2 + axis]] for axis in (0, 1))
    return scale, scale, x, y
