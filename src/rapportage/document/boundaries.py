"""The boundaries of areas: what a map colours, in a plane, with every border that two areas share once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

Place = tuple[float, float]
"""Where a point is in the plane: to the right and up, both in one unit."""
Box = tuple[float, float, float, float]
"""Left, bottom, right and top."""


class Area(Struct, frozen=True):
    """One area; each of its rings is a closed chain of arcs, of which `~n` is arc `n` the other way round.

    What is within an even number of its rings is not of it: a lake, or an area that it lies around.
    """

    code: str
    """As the file has it: 'GM0363'; '' where it has none."""
    names: tuple[str, ...]
    rings: tuple[tuple[int, ...], ...]


class Boundaries(Struct, frozen=True, eq=False):
    """All areas of a file; `arcs` are lines through at least two places.

    Equal only to itself, since what is made of it is kept by it, and its places are many.
    """

    name: str
    """What the layout calls them: a path in the project, or a word."""
    areas: tuple[Area, ...]
    arcs: tuple[tuple[Place, ...], ...]
    year: int | None = None
    """As of which year they are, where that is known."""
    source: str = ""
    """Whom to name below a map that shows them."""

    def box_of(self, areas: Iterable[Area]) -> Box:
        """Around those areas."""
        arcs = {arc if arc >= 0 else ~arc for area in areas for ring in area.rings for arc in ring}
        return box_of(place for arc in arcs for place in self.arcs[arc])


def box_of(places: Iterable[Place]) -> Box:
    """Around all of them."""
    across, up = zip(*places, strict=True)
    return min(across), min(up), max(across), max(up)


@lru_cache(maxsize=8)  # of as many maps in a report as show the same areas
def extent_of(boundaries: Boundaries) -> Box:
    """Around all that is drawn of them."""
    return box_of(place for arc in boundaries.arcs for place in arc)
