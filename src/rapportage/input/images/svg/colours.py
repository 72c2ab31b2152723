"""Colours as SVG and CSS write them, and other paint by its name."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb

from msgspec import Struct

from rapportage.input.images.svg.numbers import Unreadable, number, part

_FUNCTION = re.compile(r"(rgba?|hsla?)\(([^()]*)\)")


class Colour(Struct, frozen=True):
    rgb: str
    """'#rrggbb'."""
    opacity: float = 1.0


BLACK = Colour("#000000")


class Reference(Struct, frozen=True):
    """Paint by the id of a gradient or pattern; `instead` where there is none."""

    id: str
    instead: Colour | None = None


def paint(value: str, current: Colour) -> Colour | Reference | None:
    """None is no paint at all.

    Raises:
        Unreadable: it is no paint, or one from elsewhere.
    """
    if not value.startswith("url("):
        return colour(value, current)
    id, after = _address(value)
    return Reference(id, colour(after, current) if after else None)


def reference(value: str) -> str | None:
    """The id in 'url(#…)'; None for 'none'.

    Raises:
        Unreadable: it is something else.
    """
    if value == "none":
        return None
    id, after = _address(value)
    if after:
        raise Unreadable
    return id


def _address(value: str) -> tuple[str, str]:
    """The id in 'url(#…)', and what comes after it. An address elsewhere is none."""
    address, end, after = value.removeprefix("url(").partition(")")
    address = address.strip().strip("\"'").strip()
    if not value.startswith("url(") or not end or not address.startswith("#"):
        raise Unreadable
    return address[1:], after.strip()


def colour(value: str, current: Colour) -> Colour | None:
    value = value.strip().lower()
    if value in ("none", "transparent"):
        return None
    if value == "currentcolor":
        return current
    found = _FUNCTION.fullmatch(value)
    if found is not None:
        return _function(found[1], re.split(r"[\s,/]+", found[2].strip()))
    if value.startswith("#"):
        return _hexadecimal(value.partition(" ")[0][1:])  # what may follow is a colour for a press
    from PIL import ImageColor

    if value not in ImageColor.colormap:
        raise Unreadable
    red, green, blue = ImageColor.getrgb(value)[:3]  # asked by a name, Pillow keeps a tuple in its table
    return Colour(f"#{red:02x}{green:02x}{blue:02x}")


def _hexadecimal(digits: str) -> Colour:
    if len(digits) in (3, 4):
        digits = "".join(2 * digit for digit in digits)
    if len(digits) not in (6, 8) or not re.fullmatch("[0-9a-f]+", digits):
        raise Unreadable
    return Colour(f"#{digits[:6]}", int(digits[6:] or "ff", 16) / 255)


def _function(name: str, values: list[str]) -> Colour:
    if len(values) not in (3, 4):
        raise Unreadable
    opacity = min(1.0, max(0.0, part(values[3]))) if len(values) == 4 else 1.0
    if name.startswith("rgb"):
        parts = [part(each) if each.endswith("%") else number(each) / 255 for each in values[:3]]
    else:
        hue, saturation, light = number(values[0].removesuffix("deg")) / 360, part(values[1]), part(values[2])
        parts = list(hls_to_rgb(hue % 1, min(1.0, max(0.0, light)), min(1.0, max(0.0, saturation))))
    return Colour("#" + "".join(f"{round(255 * min(1.0, max(0.0, each))):02x}" for each in parts), opacity)
