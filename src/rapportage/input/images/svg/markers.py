"""Markers: arrow heads and the like, on the points of a line (SVG 1.1, 11.6)."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, cos, degrees, fsum, hypot, radians, sin

from msgspec import Struct
from msgspec.structs import replace

from rapportage.document.drawing import Clipped, Command, Item, Matrix
from rapportage.document.drawing.matrices import applied, placed, product
from rapportage.input.images.svg.numbers import Unreadable, number
from rapportage.input.images.svg.scene import Scene, State
from rapportage.input.images.svg.shapes import rectangle
from rapportage.input.images.svg.styles import INITIAL, Style, styled
from rapportage.input.images.svg.tree import Element
from rapportage.input.images.svg.viewport import Unsized, within

_MARKED = ("path", "line", "polyline", "polygon")
Way = tuple[float, float]


class Corner(Struct):
    """A point of a line, and the directions from which it comes and in which it goes on."""

    at: tuple[float, float]
    comes: Way | None = None
    goes: Way | None = None

    def angle(self) -> float:
        """In degrees: halfway between the two directions."""
        ways = [(x / hypot(x, y), y / hypot(x, y)) for x, y in filter(None, (self.comes, self.goes))]
        x, y = (fsum(way[axis] for way in ways) for axis in (0, 1))
        return degrees(atan2(y, x)) if x or y else 0.0


def marked(scene: Scene, element: Element, state: State, commands: Sequence[Command]) -> list[Item]:
    """The markers on a shape; of circles and rectangles there are none."""
    style = state.style
    if element.name not in _MARKED or not (style.starts or style.middles or style.ends):
        return []
    found = corners(commands)
    made: list[Item] = []
    for place, corner in enumerate(found):
        is_first, is_last = place == 0, place == len(found) - 1
        names = (style.starts if is_first else None, style.ends if is_last else None)
        names = names if is_first or is_last else (style.middles, None)
        for name, is_start in zip(names, (is_first, False), strict=True):
            marker = scene.find(name, "marker")
            if marker is not None and marker not in state.shown:
                made += _marker(scene, marker, state, corner, is_start=is_start)
    return made


def corners(commands: Sequence[Command]) -> list[Corner]:
    found: list[Corner] = []
    start = 0
    for letter, ends in commands:
        if letter == "M":
            start = len(found)
            found.append(Corner((ends[0], ends[1])))
            continue
        to = found[start].at if letter == "Z" else (ends[-2], ends[-1])
        before = found[-1]
        handles = [(ends[place], ends[place + 1]) for place in range(0, len(ends) - 2, 2)]
        points = [before.at, *handles, to]
        before.goes = _way(points)
        found.append(Corner(to, comes=_way([*reversed(points)], is_back=True)))
        if letter == "Z":
            found[-1].goes = found[start].goes
            found[start].comes = found[-1].comes
    return found


def _way(points: Sequence[tuple[float, float]], *, is_back: bool = False) -> Way | None:
    """The direction from the first point to the first that is elsewhere."""
    x, y = points[0]
    for to_x, to_y in points[1:]:
        if (to_x, to_y) != (x, y):
            return (x - to_x, y - to_y) if is_back else (to_x - x, to_y - y)
    return None


def _marker(scene: Scene, marker: Element, state: State, corner: Corner, *, is_start: bool) -> list[Item]:
    own = marker.attributes
    turn = own.get("orient", "0").strip()
    angle = corner.angle() if turn.startswith("auto") else _angle(scene, marker, turn)
    angle += 180 if turn == "auto-start-reverse" and is_start else 0
    cosine, sine = cos(radians(angle)), sin(radians(angle))
    matrix: Matrix = (cosine, sine, -sine, cosine, *corner.at)
    if own.get("markerUnits", "strokeWidth") == "strokeWidth":
        matrix = product(matrix, (state.style.width, 0, 0, state.style.width, 0, 0))
    width, height = (
        scene.length(marker, own.get(each, "3"), state.room, "both") for each in ("markerWidth", "markerHeight")
    )
    if min(width, height) <= 0:
        return []
    try:
        way, inside = within(own, (0, 0), (width, height))
    except Unsized as unsized:
        scene.refuse(marker, "marker", f"marker {unsized.message}")
        return []
    x, y = applied(way, *(scene.length(marker, own.get(each, "0"), state.room, "both") for each in ("refX", "refY")))
    matrix = product(matrix, (1, 0, 0, 1, -x, -y))
    outside = replace(
        state.at(matrix), style=_style(scene, marker, state), shown=(*state.shown, marker), depth=state.depth + 1
    )
    inner = replace(outside.at(way), width=inside[0], height=inside[1])
    items = [item for child in marker.elements for item in scene.paint(child, inner)]
    if not items or scene.properties(marker).get("overflow", "hidden") in ("visible", "auto"):
        return items
    return [Clipped(placed(rectangle(0, 0, width, height), outside.matrix), tuple(items))]


def _style(scene: Scene, marker: Element, state: State) -> Style:
    """That of where the marker is defined, not of the line that it is on."""
    known = scene.marker_styles.get(marker)
    if known is not None:
        return known
    around: list[Element] = []
    each: Element | None = marker
    while each is not None:
        around.append(each)
        each = each.parent
    style = INITIAL
    for element in reversed(around):
        style = styled(style, scene.properties(element), state.room, lambda _kind, _what: None)
    scene.marker_styles[marker] = style
    return style


def _angle(scene: Scene, marker: Element, text: str) -> float:
    try:
        return number(text.removesuffix("deg"))
    except Unreadable:
        scene.refuse(marker, "marker", f"orient: {text[:40]}")
        return 0.0
