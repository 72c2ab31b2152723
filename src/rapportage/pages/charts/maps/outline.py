"""Areas at the size that they are drawn: rings and borders in points, each border once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from math import fsum

from msgspec import Struct

from rapportage.document import Boundaries
from rapportage.document.boundaries import Place, box_of, extent_of
from rapportage.pages.charts.canvas import Stroke, through
from rapportage.pages.charts.maps.simplify import simplified

SPECK = 1.0
"""Points: a ring that is smaller both ways is drawn only where it is the largest of its area."""
SMALL = 3.5
"""Points: of an area that is smaller both ways only a dot is seen."""


class Ring(list[Place]):
    """A line, or what is within it. It is not changed: what draws it is made once for all maps that show it."""

    @cached_property
    def stroke(self) -> Stroke:
        return through(self)


class Border(Struct, frozen=True):
    """A line between areas: the places of those at its sides, one where the other side is the page."""

    line: Ring
    sides: tuple[int, ...]


class Outlines(Struct, frozen=True):
    """`areas` has the rings of each area, without those that are too small to be seen."""

    areas: tuple[tuple[Ring, ...], ...]
    borders: tuple[Border, ...]
    dots: Mapping[int, Place] = {}
    """The middles of areas that are too small to be seen, by their places."""


class Plan(Struct, frozen=True):
    """How large areas are drawn together, and what draws them from a lower left corner."""

    width: float
    height: float
    outlines: Callable[[Place], Outlines]


def size_of(boundaries: Boundaries) -> tuple[float, float]:
    """How wide and high all areas are together, in the unit of the boundaries."""
    left, bottom, right, top = extent_of(boundaries)
    return right - left, top - bottom


def as_they_are(boundaries: Boundaries, width: float, height: float) -> Plan:
    """All areas as their boundaries are, as large as there is room."""
    across, up = size_of(boundaries)
    scale = min(width / across, height / up)
    return Plan(across * scale, up * scale, lambda at: outlines_at(boundaries, scale, at))


@lru_cache(maxsize=8)  # a report shows the same areas again and again, each time with other figures
def outlines_at(boundaries: Boundaries, scale: float, at: Place) -> Outlines:
    left, bottom, _, _ = extent_of(boundaries)
    x, y = at[0] - scale * left, at[1] - scale * bottom
    lines = [_line([(x + place[0] * scale, y + place[1] * scale) for place in arc]) for arc in boundaries.arcs]
    sides: list[list[int]] = [[] for _ in lines]
    areas, dots = [], {}
    for place, area in enumerate(boundaries.areas):
        whole = [_ring(lines, chain) for chain in area.rings]
        box = box_of([each for ring in whole for each in ring])
        if max(box[2] - box[0], box[3] - box[1]) < SMALL:
            dots[place] = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        sizes = [_size(ring) for ring in whole]
        least = min(SPECK, max(sizes))
        rings = zip(whole, area.rings, sizes, strict=True)
        seen = [(ring, chain) for ring, chain, size in rings if size >= least and len(ring) > 2]
        areas.append(tuple(ring for ring, _ in seen))
        for arc in (arc for _, chain in seen for arc in chain):
            sides[arc if arc >= 0 else ~arc].append(place)
    borders = tuple(Border(line, tuple(of)) for line, of in zip(lines, sides, strict=True) if _is_border(of))
    return Outlines(tuple(areas), borders, dots)


def _is_border(sides: Sequence[int]) -> bool:
    """Not of a line that is within one area, or around what is too small to be seen."""
    return bool(sides) and (len(sides) == 1 or sides[0] != sides[1])


def _line(places: Sequence[Place]) -> Ring:
    """To a tenth of a point: no eye sees more, and half the file is enough."""
    return Ring([(round(x, 1), round(y, 1)) for x, y in simplified(places)])


def _ring(lines: Sequence[Ring], chain: Sequence[int]) -> Ring:
    """The places of a chain of arcs, without its first at the end."""
    places: list[Place] = []
    for arc in chain:
        places += (lines[arc] if arc >= 0 else lines[~arc][::-1])[:-1]
    return Ring(places)


def _size(ring: Ring) -> float:
    left, bottom, right, top = box_of(ring)
    return max(right - left, top - bottom)


def middle_of(ring: Sequence[Place]) -> Place:
    """The centre of gravity of what is within the ring; of one without a surface the middle of its box."""
    pairs = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    surface = fsum(one[0] * other[1] - other[0] * one[1] for one, other in pairs)
    if abs(surface) < 1e-9:
        left, bottom, right, top = box_of(ring)
        return (left + right) / 2, (bottom + top) / 2
    x = fsum((one[0] + other[0]) * (one[0] * other[1] - other[0] * one[1]) for one, other in pairs)
    y = fsum((one[1] + other[1]) * (one[0] * other[1] - other[0] * one[1]) for one, other in pairs)
    return x / (3 * surface), y / (3 * surface)


def surface_of(ring: Sequence[Place]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(fsum(one[0] * other[1] - other[0] * one[1] for one, other in pairs)) / 2
