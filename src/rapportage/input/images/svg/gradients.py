"""Gradients and patterns: what they paint a shape with (SVG 1.1, chapter 13)."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor, hypot, inf

from msgspec import Struct

from rapportage.document.drawing import Gradient, Matrix, Stop
from rapportage.document.drawing.matrices import IDENTITY, applied, determinant, inverse, product
from rapportage.input.images.svg.bounds import Box
from rapportage.input.images.svg.colours import BLACK, Colour, colour
from rapportage.input.images.svg.numbers import Axis, Room, Unreadable, part
from rapportage.input.images.svg.scene import Scene, State, is_sound
from rapportage.input.images.svg.styles import opacity
from rapportage.input.images.svg.tree import Element

KINDS = ("linearGradient", "radialGradient")
MOST_LINKS = 10
"""From a gradient to another, whose stops and places it has."""
MOST_TURNS = 100
"""Of a gradient that is repeated."""
APART = 1e-5
"""What two stops at one place are laid apart."""
_LINE = (("x1", "0%", "x"), ("y1", "0%", "y"), ("x2", "100%", "x"), ("y2", "0%", "y"))
_CIRCLE = (("cx", "50%", "x"), ("cy", "50%", "y"), ("r", "50%", "both"))


class Shade(Struct, frozen=True):
    """Colours that run, as they are in the drawing; `mask` in greys says how opaque, where that is not everywhere one.

    Without it the whole has one `opacity`.
    """

    colours: Gradient
    opacity: float = 1.0
    mask: Gradient | None = None


class _Stop(Struct, frozen=True):
    offset: float
    colour: Colour


def chain(scene: Scene, element: Element) -> list[Element]:
    """The element and those that it takes over what it does not say itself."""
    found = [element]
    while len(found) < MOST_LINKS:
        next_one = scene.referred(found[-1], found[-1].href)
        if next_one is None or next_one in found:
            break
        found.append(next_one)
    return found


def taken_over(linked: list[Element]) -> dict[str, str]:
    return {name: value for each in reversed(linked) for name, value in each.attributes.items()}


def shade(scene: Scene, element: Element, state: State, box: Box) -> Shade | Colour | None:
    """What a gradient paints; one colour where it does not run, and None where there is nothing to see."""
    linked = chain(scene, element)
    stops = next((found for each in linked if (found := list(_stops(scene, each, state)))), [])
    scene.count(len(stops))
    if not stops:
        return None
    attributes = taken_over(linked)
    is_boxed = attributes.get("gradientUnits", "objectBoundingBox") == "objectBoundingBox"
    width, height = box[2] - box[0], box[3] - box[1]
    if is_boxed and (not width or not height):
        return None
    matrix = product(state.matrix, (width, 0, 0, height, box[0], box[1])) if is_boxed else state.matrix
    matrix = product(matrix, scene.transform(element, attributes, "gradientTransform"))
    room = Room(1.0, 1.0) if is_boxed else state.room
    ends = _ends(scene, element, attributes, room)
    if len(stops) == 1 or not determinant(matrix) or _is_still(ends):
        return stops[-1].colour
    spread = attributes.get("spreadMethod", "pad")
    if spread in ("reflect", "repeat"):
        ends, stops = _repeated(scene, element, spread, ends, stops, _corners(state.matrix, box, matrix))
    return _shade(ends, stops, matrix)


def _stops(scene: Scene, element: Element, state: State) -> Iterator[_Stop]:
    furthest = 0.0
    for stop in element.elements:
        if stop.name != "stop":
            continue
        properties = scene.properties(stop)
        try:
            current = colour(properties.get("color", ""), BLACK) if "color" in properties else state.style.colour
            found = colour(properties.get("stop-color", "black"), current or BLACK) or Colour("#000000", 0.0)
            seen = found.opacity * opacity(properties.get("stop-opacity", "1"))
            furthest = min(1.0, max(furthest, part(properties.get("offset", "0"))))
        except Unreadable:
            scene.refuse(stop, "fill", f"stop: {properties.get('stop-color', '')[:30]}")
            continue
        yield _Stop(furthest, Colour(found.rgb, seen))


def _ends(scene: Scene, element: Element, attributes: dict[str, str], room: Room) -> tuple[float, ...]:
    """A line, or two circles: those of a display list."""

    def measure(name: str, otherwise: str, axis: Axis | str) -> float:
        return scene.length(element, attributes.get(name, otherwise), room, axis)

    if element.name == "linearGradient":
        return tuple(measure(*each) for each in _LINE)
    x, y, radius = (measure(*each) for each in _CIRCLE)
    focus = [
        measure(name, attributes[name], axis) if name in attributes else instead
        for name, axis, instead in (("fx", "x", x), ("fy", "y", y), ("fr", "both", 0.0))
    ]
    return (*focus, x, y, max(0.0, radius))


def _is_still(ends: tuple[float, ...]) -> bool:
    return ends[:2] == ends[2:] if len(ends) == 4 else not ends[5] or ends[:3] == ends[3:]


def _corners(there: Matrix, box: Box, matrix: Matrix) -> list[tuple[float, float]]:
    """Those of the shape, in the units of the gradient."""
    back = product(inverse(matrix), there)
    return [applied(back, x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]


def _repeated(
    scene: Scene,
    element: Element,
    spread: str,
    ends: tuple[float, ...],
    stops: list[_Stop],
    corners: list[tuple[float, float]],
) -> tuple[tuple[float, ...], list[_Stop]]:
    """The gradient as one that is long enough for the shape."""
    if not is_sound(tuple(each for corner in corners for each in corner)):
        first, last = 0, MOST_TURNS + 1
    elif len(ends) == 4:
        x, y, dx, dy = ends[0], ends[1], ends[2] - ends[0], ends[3] - ends[1]
        ways = [((cx - x) * dx + (cy - y) * dy) / (dx * dx + dy * dy) for cx, cy in corners]
        first, last = floor(min(ways)), max(floor(min(ways)) + 1, ceil(max(ways)))
        ends = (x + first * dx, y + first * dy, x + last * dx, y + last * dy)
    elif ends[:3] == (*ends[3:5], 0.0):
        first, last = 0, max(1, ceil(max(hypot(cx - ends[3], cy - ends[4]) for cx, cy in corners) / ends[5]))
        ends = (*ends[:5], ends[5] * last)
    else:
        first, last = 0, MOST_TURNS + 1
    if last - first > MOST_TURNS:
        scene.refuse(element, "spreadMethod", f"spreadMethod: {spread}")
        return ends, stops
    made = []
    for turn in range(first, last):
        is_back = spread == "reflect" and turn % 2
        for stop in reversed(stops) if is_back else stops:
            offset = 1 - stop.offset if is_back else stop.offset
            made.append(_Stop((turn - first + offset) / (last - first), stop.colour))
    return ends, made


def _shade(ends: tuple[float, ...], stops: list[_Stop], matrix: Matrix) -> Shade | Colour:
    if len(ends) == 4:
        ends, matrix = _straightened(ends, matrix), IDENTITY
    if not is_sound((*ends, *matrix)):
        return stops[-1].colour
    offsets = _apart([stop.offset for stop in stops])
    seen = [stop.colour.opacity for stop in stops]
    colours = tuple(Stop(offset, stop.colour.rgb) for offset, stop in zip(offsets, stops, strict=True))
    if len(set(seen)) == 1:
        return Shade(Gradient(ends, colours, matrix), seen[0])
    greys = tuple(Stop(offset, _grey(each)) for offset, each in zip(offsets, seen, strict=True))
    return Shade(Gradient(ends, colours, matrix), mask=Gradient(ends, greys, matrix))


def _grey(light: float) -> str:
    return "#" + 3 * f"{round(255 * light):02x}"


def _straightened(ends: tuple[float, ...], matrix: Matrix) -> tuple[float, ...]:
    """The same line of colours in the drawing itself: what was one colour across the line still is."""
    x, y, dx, dy = ends[0], ends[1], ends[2] - ends[0], ends[3] - ends[1]
    size = dx * dx + dy * dy
    a, b, c, d, _, _ = inverse(matrix)
    across, down = (a * dx + b * dy) / size, (c * dx + d * dy) / size
    start = applied(matrix, x, y)
    length = across * across + down * down or inf
    return (*start, start[0] + across / length, start[1] + down / length)


def _apart(offsets: list[float]) -> list[float]:
    """In rising order, none of them the same: the parts of a function in a PDF have some width."""
    made: list[float] = []
    for offset in offsets:
        made.append(max(offset, made[-1] + APART) if made else offset)
    room = 1.0
    for place in reversed(range(len(made))):
        made[place] = min(made[place], room)
        room = made[place] - APART
    return made
