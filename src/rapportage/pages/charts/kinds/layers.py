"""The steps of a flow diagram in rows: each below those that lead to it, and every arrow from one row to the next.

After Sugiyama, Tagawa and Toda (1981): rows by the longest path, stand-ins where an arrow passes a row, and an order
within rows in which few arrows cross.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from msgspec import Struct

from rapportage.document import FlowDiagram

SWEEPS = 8


class Knot(Struct, frozen=True):
    """A place in a row: a step, or (with `step` None) where an arrow passes."""

    row: int
    step: int | None
    lane: int


class Link(Struct, frozen=True):
    """From a knot to one in the next row; `is_end` where that is the step that the arrow leads to."""

    source: int
    target: int
    label: str = ""
    is_end: bool = True


class Layers(Struct, frozen=True):
    knots: tuple[Knot, ...]
    links: tuple[Link, ...]
    rows: tuple[tuple[int, ...], ...]
    """The knots of each row, from left to right."""


def layers(diagram: FlowDiagram) -> Layers:
    rows = _rows(diagram)
    knots = [Knot(rows[place], place, step.lane or 0) for place, step in enumerate(diagram.steps)]
    links: list[Link] = []
    for arrow in diagram.arrows:
        source, label = arrow.source, arrow.label
        for row in range(rows[arrow.source] + 1, rows[arrow.target]):
            knots.append(Knot(row, None, knots[arrow.target].lane))
            links.append(Link(source, len(knots) - 1, label, is_end=False))
            source, label = len(knots) - 1, ""
        links.append(Link(source, arrow.target, label))
    order: list[list[int]] = [[] for _ in range(max(rows) + 1)]
    for place, knot in enumerate(knots):
        order[knot.row].append(place)
    return Layers(tuple(knots), tuple(links), tuple(map(tuple, _untangled(order, knots, links))))


def _rows(diagram: FlowDiagram) -> list[int]:
    """The row of each step: one below the lowest that leads to it."""
    rows = [0] * len(diagram.steps)
    for _ in diagram.steps:
        for arrow in diagram.arrows:
            rows[arrow.target] = max(rows[arrow.target], rows[arrow.source] + 1)
    return rows


def _untangled(order: list[list[int]], knots: Sequence[Knot], links: Sequence[Link]) -> list[list[int]]:
    """The order that crosses least of those that the barycentres of neighbours give; lanes stay as they are."""
    above: dict[int, list[int]] = {}
    below: dict[int, list[int]] = {}
    for link in links:
        above.setdefault(link.target, []).append(link.source)
        below.setdefault(link.source, []).append(link.target)
    best, fewest = order, _crossings(order, links)
    for sweep in range(SWEEPS):
        order = [list(row) for row in order]
        neighbours = above if sweep % 2 == 0 else below
        for row in order if sweep % 2 == 0 else reversed(order):
            place = {knot: (index + 0.5) / len(each) for each in order for index, knot in enumerate(each)}
            row.sort(key=lambda knot: (knots[knot].lane, _mean([place[each] for each in neighbours.get(knot, [knot])])))
        count = _crossings(order, links)
        if count < fewest:
            best, fewest = order, count
    return best


def _mean(values: Sequence[float]) -> float:
    return fsum(values) / len(values)


def _crossings(order: Sequence[Sequence[int]], links: Sequence[Link]) -> int:
    place = {knot: index for row in order for index, knot in enumerate(row)}
    row_of = {knot: number for number, row in enumerate(order) for knot in row}
    count = 0
    for index, one in enumerate(links):
        for other in links[index + 1 :]:
            if row_of[one.source] == row_of[other.source]:
                left, right = place[one.source] - place[other.source], place[one.target] - place[other.target]
                count += left * right < 0
    return count
