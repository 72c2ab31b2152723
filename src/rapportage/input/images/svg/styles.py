"""How shapes are painted: the properties of SVG that a drawing knows, and those that it can do without."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from rapportage.input.images.svg.numbers import Unreadable, length, number

Refuse = Callable[[str], None]
"""Reports a property that is not supported, by name or with its value."""

_INERT = (
    "-inkscape-", "baseline-shift", "clip-rule", "color-", "cursor", "direction", "dominant-baseline",
    "enable-background", "flood-", "font", "glyph-orientation", "image-rendering", "isolation", "kerning",
    "letter-spacing", "lighting-color", "line-height", "overflow", "pointer-events", "shape-rendering", "solid-",
    "stop-", "stroke-miterlimit", "text-", "unicode-bidi", "white-space", "word-spacing", "writing-mode",
)  # fmt: skip
"""The beginnings of properties that change nothing about shapes in even colours."""
MOST_DASHES = 50
"""In one pattern, which every shape within inherits."""
_NOTHING = ("none", "auto", "normal", "visible", "inherit", "0", "0px")
"""Values with which any property does nothing."""


class Style(Struct, frozen=True):
    """What a shape inherits from the groups that it is in; at first what SVG begins with."""

    fill: str | None = "#000000"
    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    cap: str = "butt"
    join: str = "miter"
    even_odd: bool = False
    shows_fill: bool = True
    shows_stroke: bool = True
    colour: str = "#000000"
    """What 'currentColor' means."""
    is_hidden: bool = False


def declarations(text: str) -> Iterator[tuple[str, str]]:
    """The properties of an attribute `style`."""
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if part.strip():
            if not colon:
                raise Unreadable
            yield name.strip().lower(), value.replace("!important", "").strip()


def styled(style: Style, properties: Mapping[str, str], refuse: Refuse) -> Style:
    """The style with `properties` in it. 'color' goes first, since others may mean it."""
    for name in sorted(properties, key=lambda name: name != "color"):
        value = properties[name].strip()
        if value == "inherit":
            continue
        try:
            style = _with(style, name, value, refuse)
        except Unreadable:
            refuse(f"{name}: {value[:40]}")
    return style


def _with(style: Style, name: str, value: str, refuse: Refuse) -> Style:
    match name:
        case "color":
            return replace(style, colour=_colour(value, style.colour) or style.colour)
        case "fill":
            return replace(style, fill=_colour(value, style.colour))
        case "stroke":
            return replace(style, stroke=_colour(value, style.colour))
        case "stroke-width":
            return replace(style, width=_positive(value))
        case "stroke-dasharray":
            parts = () if value == "none" else value.replace(",", " ").split()
            if len(parts) > MOST_DASHES:
                raise Unreadable
            return replace(style, dash=tuple(_positive(part) for part in parts))
        case "stroke-linecap" if value in ("butt", "round"):
            return replace(style, cap=value)
        case "stroke-linejoin" if value in ("miter", "round"):
            return replace(style, join=value)
        case "fill-rule" if value in ("nonzero", "evenodd"):
            return replace(style, even_odd=value == "evenodd")
        case "fill-opacity":
            return replace(style, shows_fill=_is_opaque(value))
        case "stroke-opacity":
            return replace(style, shows_stroke=_is_opaque(value))
        case "opacity":
            return style if _is_opaque(value) else replace(style, is_hidden=True)
        case "display":
            return replace(style, is_hidden=True) if value == "none" else style
    if not name.startswith(_INERT) and value not in _NOTHING:
        refuse(f"{name}: {value[:40]}")
    return style


def _positive(value: str) -> float:
    found = length(value)
    if found < 0:
        raise Unreadable
    return found


def _is_opaque(value: str) -> bool:
    """Wholly there or not at all: a page for the archive has nothing between (ISO 19005-2 asks a lot of what has)."""
    found = number(value.removesuffix("%")) / (100 if value.endswith("%") else 1)
    if 0 < found < 1:
        raise Unreadable
    return found >= 1


def _colour(value: str, current: str) -> str | None:
    if value in ("none", "transparent"):
        return None
    if value.lower() == "currentcolor":
        return current
    from PIL import ImageColor

    try:
        red, green, blue, *alpha = ImageColor.getrgb(value)
    except ValueError:
        raise Unreadable from None
    if (alpha and alpha != [255]) or not all(0 <= part <= 255 for part in (red, green, blue)):
        raise Unreadable
    return f"#{red:02x}{green:02x}{blue:02x}"
