"""Areas as equal hexagons, each as near to its place as others leave room: a small town is seen as well as a large."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum, sqrt

from rapportage.document import Boundaries
from rapportage.document.boundaries import Place
from rapportage.pages.charts.maps.outline import Border, Outlines, Plan, Ring, middle_of, surface_of

Cell = tuple[int, int]
"""Column and row of a lattice in which every second row is half a column to the right."""
ROUNDS = 6
"""Of exchanges; after these hardly any is made."""
FILLED = 0.94
"""Of the size of a cell: the rest is between hexagons."""
LARGEST = 60.0
"""Points: how wide one hexagon is at most."""
_ROW = sqrt(3) / 2
"""From row to row, where from column to column is 1."""
_RADIUS = 1 / sqrt(3)
_CORNERS = ((0.0, 1.0), (_ROW, 0.5), (_ROW, -0.5), (0.0, -1.0), (-_ROW, -0.5), (-_ROW, 0.5))


def hexagons(boundaries: Boundaries, width: float, height: float) -> Plan:
    """All areas as hexagons, as large as there is room."""
    centres = [_centre(cell) for cell in in_cells(_middles(boundaries))]
    left, right = min(x for x, _ in centres) - 0.5, max(x for x, _ in centres) + 0.5
    bottom, top = min(y for _, y in centres) - _RADIUS, max(y for _, y in centres) + _RADIUS
    scale = min(width / (right - left), height / (top - bottom), LARGEST)

    def outlines(at: Place) -> Outlines:
        around = [(at[0] + (x - left) * scale, at[1] + (y - bottom) * scale) for x, y in centres]
        rings = [_hexagon(x, y, scale * _RADIUS * FILLED) for x, y in around]
        borders = tuple(Border(Ring([*ring, ring[0]]), (place,)) for place, ring in enumerate(rings))
        return Outlines(tuple((ring,) for ring in rings), borders)

    return Plan((right - left) * scale, (top - bottom) * scale, outlines)


def in_cells(middles: Sequence[Place]) -> list[Cell]:
    """For each place a cell of its own, together as near as exchanges between neighbours bring them.

    The unit of `middles` is such that all cells together have the surface of all areas.
    """
    x, y = (fsum(place[axis] for place in middles) / len(middles) for axis in (0, 1))
    inward = sorted(range(len(middles)), key=lambda at: ((middles[at][0] - x) ** 2 + (middles[at][1] - y) ** 2, at))
    taken: dict[Cell, int] = {}
    cells: list[Cell] = [(0, 0)] * len(middles)
    for at in inward:
        cells[at] = _nearest_free(middles[at], taken)
        taken[cells[at]] = at
    for _ in range(ROUNDS):
        if not _exchanged(middles, cells, taken):
            break
    return cells


def _middles(boundaries: Boundaries) -> list[Place]:
    """The middle of the largest ring of each area, where a cell as large as the mean area is 1 wide."""
    rings = [[_places(boundaries, chain) for chain in area.rings] for area in boundaries.areas]
    largest = [max(each, key=surface_of) for each in rings]
    mean = fsum(map(surface_of, largest)) / len(largest)
    unit = sqrt(mean / _ROW) or 1.0
    return [(x / unit, y / unit) for x, y in map(middle_of, largest)]


def _places(boundaries: Boundaries, chain: Sequence[int]) -> list[Place]:
    found: list[Place] = []
    for arc in chain:
        line = boundaries.arcs[arc] if arc >= 0 else boundaries.arcs[~arc][::-1]
        found += line[:-1]
    return found


def _centre(cell: Cell) -> Place:
    return cell[0] + (cell[1] % 2) / 2, cell[1] * _ROW


def _distance(place: Place, cell: Cell) -> float:
    x, y = _centre(cell)
    return (place[0] - x) ** 2 + (place[1] - y) ** 2


def _nearest_free(place: Place, taken: dict[Cell, int]) -> Cell:
    """The free cell nearest to a place: it is in the first square around it that has one, or in the next."""
    row = round(place[1] / _ROW)
    column = round(place[0] - (row % 2) / 2)
    reach = 0
    while True:
        free = [cell for cell in _around(column, row, reach) if cell not in taken]
        if free:
            free += [cell for cell in _around(column, row, reach + 1) if cell not in taken]
            return min(free, key=lambda cell: (_distance(place, cell), cell))
        reach += 1


def _around(column: int, row: int, reach: int) -> Iterator[Cell]:
    """The edge of a square around a cell."""
    for up in range(-reach, reach + 1):
        step = 1 if abs(up) == reach else 2 * reach
        yield from ((column + across, row + up) for across in range(-reach, reach + 1, step or 1))


def _exchanged(middles: Sequence[Place], cells: list[Cell], taken: dict[Cell, int]) -> bool:
    """Whether any area went to a free cell beside it, or changed with a neighbour, and was nearer for it."""
    moved = False
    for at in range(len(middles)):
        for cell in _beside(cells[at]):
            old, other = cells[at], taken.get(cell)
            gain = _distance(middles[at], old) - _distance(middles[at], cell)
            if other is not None:
                gain += _distance(middles[other], cell) - _distance(middles[other], old)
            if gain > 1e-9:
                moved = True
                cells[at], taken[cell] = cell, at
                if other is None:
                    del taken[old]
                else:
                    cells[other], taken[old] = old, other
    return moved


def _beside(cell: Cell) -> tuple[Cell, ...]:
    column, row = cell
    shift = row % 2
    return (
        (column - 1, row),
        (column + 1, row),
        (column - 1 + shift, row - 1),
        (column + shift, row - 1),
        (column - 1 + shift, row + 1),
        (column + shift, row + 1),
    )


def _hexagon(x: float, y: float, radius: float) -> Ring:
    return Ring([(round(x + dx * radius, 1), round(y + dy * radius, 1)) for dx, dy in _CORNERS])
