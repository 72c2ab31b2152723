"""Degrees on the globe as places in a plane, in which areas keep their size."""

from __future__ import annotations

from collections.abc import Callable
from math import asin, cos, radians, sin, sqrt

from rapportage.document.boundaries import Place

SMALL, WORLD = 12.0, 160.0
"""Degrees: below this a plane with the scale of its middle will do; from this on the whole globe is shown."""
Projection = Callable[[float, float], Place]


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
