"""Lines in stretches: they stop where a figure is missing or the source breaks, and are dashed where provisional."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, pairwise

from rapportage.document import Chart, Point

Place = tuple[int, Point]


def stops_of(chart: Chart, place: int) -> set[int]:
    """Before which categories the line of the series at `place` stops."""
    return {each.before for each in chart.breaks if not each.series or place in each.series}


def stretches(points: Sequence[Point | None], stops: Collection[int]) -> Iterator[list[Place]]:
    """Neighbouring known points with their places; a stretch ends before each of `stops`."""
    stretch: list[Place] = []
    for index, point in enumerate(points):
        if stretch and (point is None or index in stops):
            yield stretch
            stretch = []
        if point is not None:
            stretch.append((index, point))
    if stretch:
        yield stretch


def by_status(stretch: Sequence[Place]) -> Iterator[tuple[bool, list[Place]]]:
    """Parts of a stretch, each with whether it is provisional; a line to a provisional point is."""
    for provisional, group in groupby(pairwise(stretch), key=lambda pair: _is_provisional(*pair)):
        pairs = list(group)
        yield provisional, [pairs[0][0], *(end for _, end in pairs)]


def _is_provisional(before: Place, after: Place) -> bool:
    return before[1].provisional or after[1].provisional
