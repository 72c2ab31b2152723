"""Degrees on the globe as places in a plane, in which areas keep their size."""

from __future__ import annotations

from collections.abc import Callable
from math import asin, cos, radians, sin, sqrt

from rapportage.document.boundaries import Place

SMALL, WORLD = 12.0, 160.0
"""Degrees: below this a plane with the scale of its middle will do; from this on the whole globe is shown."""
HALF = 180.0
Arcs = tuple[tuple[Place, ...], ...]
Projection = Callable[[float, float], Place]


def unbroken(ring: list[Place]) -> list[Place]:
    """A ring in degrees that crosses longitude 180 as one piece beyond it; others as they are.

    From 179 to -179 is two degrees to the east, and not all the way back. Along the whole of a pole, from 180 to -180,
    is neither; and where a place is in metres none is a step between these.
    """
    if any(abs(x) > HALF + 0.01 or abs(y) > HALF / 2 + 0.01 for x, y in ring):
        return ring
    steps = [abs(x - to_x) for (x, _), (to_x, _) in zip(ring, [*ring[1:], *ring[:1]], strict=True)]
    if not any(HALF < step < 2 * HALF for step in steps):
        return ring
    return [(x + 2 * HALF if x < 0 else x, y) for x, y in ring]


def around_the_line(arcs: Arcs) -> Arcs:
    """Places on both sides of longitude 180, and none in the half of the globe between, beside each other."""
    west = [x for arc in arcs for x, _ in arc if x < 0]
    east = [x for arc in arcs for x, _ in arc if x >= 0]
    if not (west and east) or min(east) - max(west) <= HALF:
        return arcs
    return tuple(tuple((x + 2 * HALF if x < 0 else x, y) for x, y in arc) for arc in arcs)


def projection(extent: tuple[float, float, float, float]) -> Projection:
    """What fits degrees of longitude and latitude from `west, south, east, north`; the unit is one radian."""
    west, south, east, north = extent
    if east - west >= WORLD:
        return equal_earth
    middle = ((west + east) / 2, (south + north) / 2)
    if max(east - west, north - south) <= SMALL:
        return _equirectangular(middle)
    return _azimuthal(middle)


def _equirectangular(middle: Place) -> Projection:
    across = cos(radians(middle[1]))
    return lambda longitude, latitude: (radians(longitude) * across, radians(latitude))


def _azimuthal(middle: Place) -> Projection:
    """Lambert's azimuthal equal-area (Snyder, Map Projections, 24-2 to 24-4), as for maps of Europe."""
    begin, up = radians(middle[0]), radians(middle[1])
    sin_up, cos_up = sin(up), cos(up)

    def place(longitude: float, latitude: float) -> Place:
        turn, phi = radians(longitude) - begin, radians(latitude)
        sin_phi, cos_phi, cos_turn = sin(phi), cos(phi), cos(turn)
        near = max(1 + sin_up * sin_phi + cos_up * cos_phi * cos_turn, 1e-9)
        k = sqrt(2 / near)
        return k * cos_phi * sin(turn), k * (cos_up * sin_phi - sin_up * cos_phi * cos_turn)

    return place


_A = (1.340264, -0.081106, 0.000893, 0.003796)
_M = sqrt(3) / 2


def equal_earth(longitude: float, latitude: float) -> Place:
    """Equal Earth (Šavrič, Patterson & Jenny 2018), formulas 1 to 3."""
    theta = asin(_M * sin(radians(latitude)))
    square = theta * theta
    sixth = square * square * square
    slope = _A[0] + 3 * _A[1] * square + sixth * (7 * _A[2] + 9 * _A[3] * square)
    up = theta * (_A[0] + _A[1] * square + sixth * (_A[2] + _A[3] * square))
    return radians(longitude) * cos(theta) / (_M * slope), up
