"""The rectangles around what is drawn, of which gradients, clips and masks may be parts (SVG 1.1, 7.11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt

from rapportage.document.drawing import Clipped, Command, Item, Layer, Matrix, Path, Pixels, TextRun
from rapportage.document.drawing.matrices import applied, placed, text_matrix
from rapportage.input.images.svg.letters import ASCENT, DESCENT, Letters

Box = tuple[float, float, float, float]
"""Its left, its other left, and so: x1, y1, x2, y2, with x1 ≤ x2 and y1 ≤ y2."""
_UNIT = ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0))


def path_box(commands: Sequence[Command]) -> Box | None:
    """Around the curves themselves, not their handles."""
    return _around(_extremes(commands))


def items_box(items: Iterable[Item], back: Matrix, letters: Letters) -> Box | None:
    """Around all of `items`, where `back` brings them."""
    return _around(point for item in items for point in _points(item, back, letters))


def joined(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _around(points: Iterable[tuple[float, float]]) -> Box | None:
    found = list(points)
    if not found:
        return None
    across, down = zip(*found, strict=True)
    return min(across), min(down), max(across), max(down)


def _points(item: Item, back: Matrix, letters: Letters) -> Iterator[tuple[float, float]]:
    match item:
        case Path():
            yield from _extremes(placed(item.commands, back))
        case TextRun():
            width = letters.width(item.role, item.text, item.size)
            matrix = text_matrix(item)
            for x, y in _UNIT:
                height = item.size * (ASCENT if y else -DESCENT)
                yield applied(back, *applied(matrix, x * width, height))
        case Pixels():
            for x, y in _UNIT:
                yield applied(back, *applied(item.matrix, x, y))
        case Clipped() | Layer():
            for each in item.items:
                yield from _points(each, back, letters)


def _extremes(commands: Sequence[Command]) -> Iterator[tuple[float, float]]:
    at = (0.0, 0.0)
    for letter, ends in commands:
        if letter == "C":
            yield from _turns(at, ends)
        if ends:
            at = (ends[-2], ends[-1])
            yield at


def _turns(at: tuple[float, float], ends: tuple[float, ...]) -> Iterator[tuple[float, float]]:
    """The points of a curve where it goes no further across, or down."""
    points = (at, ends[0:2], ends[2:4], ends[4:6])
    for axis in (0, 1):
        p, q, r, s = (point[axis] for point in points)
        for t in _roots(-p + 3 * q - 3 * r + s, 2 * (p - 2 * q + r), q - p):
            if 0 < t < 1:
                yield _on(points, t)


def _on(points: Sequence[Sequence[float]], t: float) -> tuple[float, float]:
    u = 1 - t
    weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    x, y = (
        weights[0] * points[0][axis] + weights[1] * points[1][axis] + weights[2] * points[2][axis]
        + weights[3] * points[3][axis]
        for axis in (0, 1)
    )  # fmt: skip
    return x, y


def _roots(a: float, b: float, c: float) -> tuple[float, ...]:
    """Where a t² + b t + c is 0."""
    if abs(a) < 1e-12:
        return () if abs(b) < 1e-12 else (-c / b,)
    inside = b * b - 4 * a * c
    if inside < 0:
        return ()
    return (-b + sqrt(inside)) / (2 * a), (-b - sqrt(inside)) / (2 * a)
