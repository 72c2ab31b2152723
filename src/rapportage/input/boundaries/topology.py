"""Rings of areas as arcs: where two areas share a border it becomes one arc of both, found by its points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rapportage.document.boundaries import Place

Ring = list[Place]
"""Closed without its first place at the end."""


def opened(places: Iterable[Place]) -> Ring:
    """A ring without places that repeat the one before, or its first at the end."""
    ring: Ring = []
    for place in places:
        if not ring or place != ring[-1]:
            ring.append(place)
    while len(ring) > 1 and ring[0] == ring[-1]:
        ring.pop()
    return ring


class Topology:
    """Gathers arcs of rings, each once whichever way it goes."""

    def __init__(self, rings: Sequence[Ring]) -> None:
        self._junctions = _junctions(rings)
        self._known: dict[tuple[Place, ...], int] = {}

    @property
    def arcs(self) -> tuple[tuple[Place, ...], ...]:
        return tuple(self._known)

    def chain(self, ring: Ring) -> tuple[int, ...]:
        """The arcs that make the ring: cut where another border begins."""
        cuts = [at for at, place in enumerate(ring) if place in self._junctions] or [ring.index(min(ring))]
        closed = [*ring[cuts[0] :], *ring[: cuts[0] + 1]]
        ends = [*(at - cuts[0] for at in cuts), len(ring)]
        return tuple(self._arc(tuple(closed[begin : end + 1])) for begin, end in pairwise(ends))

    def _arc(self, places: tuple[Place, ...]) -> int:
        back = places[::-1]
        if back in self._known:
            return ~self._known[back]
        return self._known.setdefault(places, len(self._known))


def _junctions(rings: Sequence[Ring]) -> set[Place]:
    """The places that have other neighbours in one ring than in another: there a border begins or ends."""
    beside: dict[Place, tuple[Place, Place]] = {}
    found: set[Place] = set()
    for ring in rings:
        before = ring[-1]
        for at, place in enumerate(ring, 1):
            after = ring[at] if at < len(ring) else ring[0]
            pair = (before, after) if before <= after else (after, before)
            if beside.setdefault(place, pair) != pair:
                found.add(place)
            before = place
    return found
