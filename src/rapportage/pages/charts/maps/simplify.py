"""Lines with no more places than paper shows: what is nearer to a straight line than that is left out."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot, sqrt

from rapportage.document.boundaries import Place

TOLERANCE = 0.18
"""In points: what a line may be beside its own course."""


def simplified(line: Sequence[Place], tolerance: float = TOLERANCE) -> list[Place]:
    """`line` in points, from its first place to its last (Ramer 1972; Douglas & Peucker 1973)."""
    places = _apart(line, tolerance)
    last = len(places) - 1
    if last < 2:
        return places
    kept = {0, last}
    todo = [(0, last)]
    if places[0] == places[last]:  # a ring has no line from its first place to its last
        far = max(range(1, last), key=lambda at: _distance(places[at], places[0]))
        kept.add(far)
        todo = [(0, far), (far, last)]
    while todo:
        begin, end = todo.pop()
        if end - begin < 2:
            continue
        at, distance = _farthest(places, begin, end)
        if distance > tolerance:
            kept.add(at)
            todo += [(begin, at), (at, end)]
    return [places[at] for at in sorted(kept)]


def _apart(line: Sequence[Place], least: float) -> list[Place]:
    """Without the places that are nearer than that to the one before; both ends are kept."""
    x, y = line[0]
    kept = [line[0]]
    for place in line[1:-1]:
        if abs(place[0] - x) + abs(place[1] - y) >= least:
            kept.append(place)
            x, y = place
    kept.append(line[-1])
    return kept


def _farthest(places: Sequence[Place], begin: int, end: int) -> tuple[int, float]:
    """The place between these two that is farthest from the line that joins them, and how far."""
    (x, y), (to_x, to_y) = places[begin], places[end]
    dx, dy = to_x - x, to_y - y
    square = dx * dx + dy * dy
    best, found = -1.0, begin + 1
    for at, (to_right, above) in enumerate(places[begin + 1 : end], begin + 1):
        across, up = to_right - x, above - y
        along = across * dx + up * dy
        if along <= 0:
            distance = across * across + up * up
        elif along >= square:
            distance = (across - dx) ** 2 + (up - dy) ** 2
        else:
            distance = (across * dy - up * dx) ** 2 / square
        if distance > best:
            best, found = distance, at
    return found, sqrt(best)


def _distance(one: Place, other: Place) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])
