"""The basic shapes as paths (SVG 1.1, chapter 9)."""

from __future__ import annotations

from collections.abc import Mapping

from rapportage.document.drawing import Command
from rapportage.input.images.svg.numbers import Axis, Room, Unreadable, numbers
from rapportage.input.images.svg.paths import path_commands

GEOMETRY: dict[str, tuple[str, ...]] = {
    "rect": ("x", "y", "width", "height", "rx", "ry"),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "line": ("x1", "y1", "x2", "y2"),
    "polyline": ("points",),
    "polygon": ("points",),
    "path": ("d",),
}
"""By element, the attributes that say what it draws."""


_AXES: dict[str, Axis] = {
    "x": "x", "width": "x", "rx": "x", "cx": "x", "x1": "x", "x2": "x",
    "y": "y", "height": "y", "ry": "y", "cy": "y", "y1": "y", "y2": "y",
}  # fmt: skip


def rectangle(x: float, y: float, width: float, height: float) -> tuple[Command, ...]:
    """Around a room with its corner at (x, y)."""
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    return (("M", corners[0]), *(("L", corner) for corner in corners[1:]), ("Z", ()))


def shape_commands(name: str, values: Mapping[str, str], room: Room) -> list[Command]:
    """The path that the element draws; none when it has no size."""
    if name == "path":
        return path_commands(values.get("d", "").removeprefix("none"))
    if name in ("polyline", "polygon"):
        return _poly(numbers(values.get("points", "")), is_closed=name == "polygon")
    lengths = {
        key: room.length(values[key], _AXES.get(key, "both"))
        for key in GEOMETRY[name]
        if values.get(key, "auto") != "auto"
    }
    if any(lengths.get(key, 0) < 0 for key in ("width", "height", "r", "rx", "ry")):
        raise Unreadable
    match name:
        case "rect":
            return _rect(lengths)
        case "line":
            x1, y1, x2, y2 = (lengths.get(key, 0.0) for key in GEOMETRY["line"])
            return [("M", (x1, y1)), ("L", (x2, y2))]
        case "circle":
            radius = lengths.get("r", 0.0)
            return _ellipse(lengths, radius, radius)
    return _ellipse(lengths, lengths.get("rx", 0.0), lengths.get("ry", 0.0))


def _poly(values: list[float], *, is_closed: bool) -> list[Command]:
    if len(values) % 2:
        raise Unreadable
    points = list(zip(values[::2], values[1::2], strict=True))
    made: list[Command] = [("L" if place else "M", point) for place, point in enumerate(points)]
    return [*made, ("Z", ())] if is_closed and made else made


def _rect(lengths: Mapping[str, float]) -> list[Command]:
    x, y, width, height = (lengths.get(key, 0.0) for key in ("x", "y", "width", "height"))
    if not width or not height:
        return []
    rx = min(lengths.get("rx", lengths.get("ry", 0.0)), width / 2)
    ry = min(lengths.get("ry", lengths.get("rx", 0.0)), height / 2)
    if not rx or not ry:
        return path_commands(f"M{x} {y}h{width}v{height}h{-width}z")
    across, down = width - 2 * rx, height - 2 * ry
    corner = f"a{rx} {ry} 0 0 1"
    return path_commands(
        f"M{x + rx} {y}h{across}{corner} {rx} {ry}v{down}{corner} {-rx} {ry}"
        f"h{-across}{corner} {-rx} {-ry}v{-down}{corner} {rx} {-ry}z"
    )


def _ellipse(lengths: Mapping[str, float], rx: float, ry: float) -> list[Command]:
    if not rx or not ry:
        return []
    cx, cy = lengths.get("cx", 0.0), lengths.get("cy", 0.0)
    return path_commands(f"M{cx + rx} {cy}a{rx} {ry} 0 0 1 {-2 * rx} 0a{rx} {ry} 0 0 1 {2 * rx} 0z")
