"""Patterns: a picture that is laid side by side within a shape (SVG 1.1, 13.3)."""

from __future__ import annotations

from math import ceil, floor

from msgspec.structs import replace

from rapportage.document.drawing import Clipped, Item
from rapportage.document.drawing.matrices import applied, determinant, inverse, placed, product
from rapportage.input.images.svg.bounds import Box
from rapportage.input.images.svg.gradients import chain, taken_over
from rapportage.input.images.svg.numbers import Room
from rapportage.input.images.svg.scene import Scene, State, is_sound
from rapportage.input.images.svg.shapes import rectangle
from rapportage.input.images.svg.styles import INITIAL
from rapportage.input.images.svg.tree import Element
from rapportage.input.images.svg.viewport import Unsized, within

MOST_TILES = 2_000
"""In one shape."""


def tiles(scene: Scene, element: Element, state: State, box: Box) -> list[Item]:
    """The tiles that cover `box`, each cut off at its edge; none where there is nothing in them."""
    linked = chain(scene, element)
    attributes = taken_over(linked)
    source = next((each for each in linked if any(True for _ in each.elements)), None)
    is_boxed = attributes.get("patternUnits", "objectBoundingBox") == "objectBoundingBox"
    room = Room(1.0, 1.0) if is_boxed else state.room
    x, y, width, height = (
        scene.length(element, attributes.get(name, "0"), room, axis)
        for name, axis in zip(("x", "y", "width", "height"), "xyxy", strict=True)
    )
    across, down = box[2] - box[0], box[3] - box[1]
    if is_boxed:
        x, y, width, height = box[0] + x * across, box[1] + y * down, width * across, height * down
    matrix = product(state.matrix, scene.transform(element, attributes, "patternTransform"))
    if source is None or source in state.shown or min(width, height) <= 0 or not determinant(matrix):
        return []
    inner = replace(state, style=INITIAL, matrix=matrix, shown=(*state.shown, source))
    columns, rows = _needed(state, matrix, box, (x, y, width, height))
    if len(columns) * len(rows) > MOST_TILES:
        scene.refuse(element, "pattern", f"pattern met meer dan {MOST_TILES} tegels in een vorm")
        return []
    scene.count(len(columns) * len(rows))
    return [
        tile
        for row in rows
        for column in columns
        for tile in _tile(scene, source, attributes, inner, (x + column * width, y + row * height, width, height), box)
    ]


def _needed(state: State, matrix: tuple[float, ...], box: Box, tile: Box) -> tuple[range, range]:
    """The columns and rows that a shape needs."""
    a, b, c, d, e, f = matrix
    back = product(inverse((a, b, c, d, e, f)), state.matrix)
    corners = [applied(back, x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    if not is_sound(tuple(each for corner in corners for each in corner)):
        return range(MOST_TILES), range(MOST_TILES)
    found = []
    for axis in (0, 1):
        begin, size = tile[axis], tile[2 + axis]
        ways = [(corner[axis] - begin) / size for corner in corners]
        found.append(range(floor(min(ways) + 1e-9), ceil(max(ways) - 1e-9)))
    return found[0], found[1]


def _tile(scene: Scene, source: Element, attributes: dict[str, str], state: State, place: Box, box: Box) -> list[Item]:
    x, y, width, height = place
    try:
        way, room = within(attributes, (x, y), (width, height))
    except Unsized as unsized:
        scene.refuse(source, "pattern", f"pattern {unsized.message}")
        return []
    inner = replace(state.at(way), width=room[0], height=room[1])
    if "viewBox" not in attributes and attributes.get("patternContentUnits") == "objectBoundingBox":
        inner = inner.at((box[2] - box[0], 0, 0, box[3] - box[1], 0, 0))
    inner = replace(inner, depth=state.depth + 1)
    items = [item for child in source.elements for item in scene.paint(child, inner)]
    return [Clipped(placed(rectangle(x, y, width, height), state.matrix), tuple(items))] if items else []
