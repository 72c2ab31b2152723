"""How elements are painted: the properties of SVG that a drawing knows, and those that it can't do without."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args

from msgspec import Struct
from msgspec.structs import replace

from rapportage.document.drawing import Anchor, Caps, Joins
from rapportage.input.images.svg.colours import BLACK, Colour, Reference, colour, paint, reference
from rapportage.input.images.svg.numbers import EM, Room, Unreadable, number, part

Refuse = Callable[[str, str], None]
"""Reports a property that is not supported: its kind, and its name with its value."""
MOST_DASHES = 50
"""In one pattern, which every shape within inherits."""
_FIRST = ("font", "font-size", "color")
"""Others may mean what these say."""
_SIZES = {"xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": EM, "large": 18.0, "x-large": 24.0,
          "xx-large": 32.0}  # fmt: skip
_BOLD = 600
_HEAVY = ("bold", "bolder", "600", "700", "800", "900")
_REFUSED = {
    "filter": "filter", "mix-blend-mode": "mix-blend-mode", "writing-mode": "text", "offset-path": "transform",
    "rotate": "transform", "scale": "transform", "translate": "transform", "clip": "clip-path",
}  # fmt: skip
"""Properties that change a picture in a way that a drawing can't, with their kind."""
_ATTRIBUTES_ONLY = {"rotate": ("text", "tspan")}
_NOTHING = ("none", "auto", "normal", "visible", "0", "0px", "lr-tb", "lr", "horizontal-tb", "inherit", "initial",
            "unset", "")  # fmt: skip
"""Values with which any of these does nothing."""


class Style(Struct, frozen=True):
    """What an element inherits from the groups that it is in; at first what SVG begins with."""

    fill: Colour | Reference | None = BLACK
    stroke: Colour | Reference | None = None
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    width: float = 1.0
    dash: tuple[float, ...] = ()
    dash_start: float = 0.0
    cap: Caps = "butt"
    join: Joins = "miter"
    miter: float = 4.0
    even_odd: bool = False
    clip_even_odd: bool = False
    colour: Colour = BLACK
    is_visible: bool = True
    line_first: bool = False
    """Whether the outline is painted before the surface."""
    starts: str | None = None
    middles: str | None = None
    ends: str | None = None
    """The markers of a line."""
    size: float = EM
    is_bold: bool = False
    is_slanted: bool = False
    anchor: Anchor = "start"
    baseline: str = "auto"
    is_spaced: bool = False
    """Whether each space of a text counts."""
    capitals: str = "none"


INITIAL = Style()


def styled(style: Style, properties: Mapping[str, str], room: Room, refuse: Refuse) -> Style:
    """The style with `properties` in it."""
    for name in _in_order(properties):
        value = properties[name].strip()
        if value == "inherit":
            continue
        try:
            style = _with(style, name, value, replace(room, em=style.size))
        except Unreadable:
            refuse(name, f"{name}: {value[:40]}")
    return style


def _in_order(properties: Mapping[str, str]) -> Iterable[str]:
    known = [name for name in properties if name in _READ]
    first = [name for name in _FIRST if name in properties]
    return (*first, *(name for name in known if name not in _FIRST))


def refuse_effects(name: str, properties: Mapping[str, str], refuse: Refuse) -> None:
    """Reports what of `properties`, of the element `name`, can't be drawn."""
    for each, kind in _REFUSED.items():
        value = properties.get(each, "none").strip()
        if value not in _NOTHING and name not in _ATTRIBUTES_ONLY.get(each, ()):
            refuse(kind, f"{each}: {value[:40]}")


def _with(style: Style, name: str, value: str, room: Room) -> Style:
    field, read = _READ[name]
    if value in ("initial", "unset", "revert") and field:
        return replace(style, **{field: getattr(INITIAL, field)})
    found = read(value, style, room)
    return found if isinstance(found, Style) else replace(style, **{field: found})


def opacity(value: str) -> float:
    return min(1.0, max(0.0, part(value)))


def _positive(value: str, room: Room) -> float:
    found = room.length(value)
    if found < 0:
        raise Unreadable
    return found


def _dashes(value: str, _style: Style, room: Room) -> tuple[float, ...]:
    parts = () if value == "none" else value.replace(",", " ").split()
    if len(parts) > MOST_DASHES:
        raise Unreadable
    return tuple(_positive(each, room) for each in parts)


def _one_of(*known: str) -> Callable[[str, Style, Room], str]:
    def read(value: str, _style: Style, _room: Room) -> str:
        if value not in known:
            raise Unreadable
        return value

    return read


def _colour(value: str, style: Style, _room: Room) -> Colour:
    return colour(value, style.colour) or Colour("#000000", 0.0)


def _size(value: str, style: Style, room: Room) -> float:
    relative = {"smaller": 1 / 1.2, "larger": 1.2}.get(value)
    if relative is not None:
        return style.size * relative
    if value.endswith("%"):
        return style.size * part(value)
    return _SIZES[value] if value in _SIZES else _positive(value, room)


def _is_bold(value: str, style: Style, _room: Room) -> bool:
    if value in ("normal", "lighter"):
        return False
    return value in ("bold", "bolder") or number(value) >= _BOLD


def _font(value: str, style: Style, room: Room) -> Style:
    """The short form: 'italic bold 12px/30px Georgia, serif'."""
    is_bold = is_slanted = False
    for word in value.split():
        if word in _HEAVY:
            is_bold = True
        elif word in ("italic", "oblique"):
            is_slanted = True
        elif (word[0] in ".0123456789" and not word.isdigit()) or word.partition("/")[0] in _SIZES:
            size = _size(word.partition("/")[0], style, room)
            return replace(style, size=size, is_bold=is_bold, is_slanted=is_slanted)
    return style  # a font of the system, such as 'menu'


def _markers(value: str, style: Style, _room: Room) -> Style:
    found = reference(value)
    return replace(style, starts=found, middles=found, ends=found)


_READ: dict[str, tuple[str, Callable[[str, Style, Room], Any]]] = {
    "color": ("colour", _colour),
    "fill": ("fill", lambda value, style, _: paint(value, style.colour)),
    "stroke": ("stroke", lambda value, style, _: paint(value, style.colour)),
    "fill-opacity": ("fill_opacity", lambda value, *_: opacity(value)),
    "stroke-opacity": ("stroke_opacity", lambda value, *_: opacity(value)),
    "stroke-width": ("width", lambda value, _, room: _positive(value, room)),
    "stroke-dasharray": ("dash", _dashes),
    "stroke-dashoffset": ("dash_start", lambda value, _, room: room.length(value)),
    "stroke-linecap": ("cap", _one_of(*get_args(Caps))),
    "stroke-linejoin": ("join", lambda value, *_: {"miter-clip": "miter", "arcs": "miter"}.get(value, value)
                        if value in (*get_args(Joins), "miter-clip", "arcs") else "miter"),
    "stroke-miterlimit": ("miter", lambda value, *_: max(1.0, number(value))),
    "fill-rule": ("even_odd", lambda value, *_: value == "evenodd"),
    "clip-rule": ("clip_even_odd", lambda value, *_: value == "evenodd"),
    "visibility": ("is_visible", lambda value, *_: value not in ("hidden", "collapse")),
    "paint-order": ("line_first", lambda value, *_: "stroke" in value.split("fill")[0]),
    "marker": ("", _markers),
    "marker-start": ("starts", lambda value, *_: reference(value)),
    "marker-mid": ("middles", lambda value, *_: reference(value)),
    "marker-end": ("ends", lambda value, *_: reference(value)),
    "font": ("", _font),
    "font-size": ("size", _size),
    "font-weight": ("is_bold", _is_bold),
    "font-style": ("is_slanted", lambda value, *_: value.startswith(("italic", "oblique"))),
    "text-anchor": ("anchor", _one_of(*get_args(Anchor))),
    "dominant-baseline": ("baseline", lambda value, *_: value),
    "white-space": ("is_spaced", lambda value, *_: value.startswith(("pre", "break"))),
    "xml:space": ("is_spaced", lambda value, *_: value == "preserve"),
    "text-transform": ("capitals", lambda value, *_: value),
}  # fmt: skip
"""By property: what of a style it says, and how it is read."""
