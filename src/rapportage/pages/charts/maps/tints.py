"""The tints of classes: evenly apart in how light they are, so that their order is seen in grey as well."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from rapportage.document import ChartMap
from rapportage.document.drawing import contrast
from rapportage.pages.charts.canvas import WHITE
from rapportage.pages.charts.style import QUIET, mixed

PALEST, DARKEST, ALONE = 1.3, 9.6, 3.0
"""Contrast with the page of the first class, the last, and of the only one. Of at most seven classes only the last is
over 7, where black is no longer seen beside it; so black or white is always seen on both sides of a border."""
BELOW_ZERO = "#a90061"
BLACK = "#000000"
_SEEN = 3.0
_GREYS = (QUIET, "#7f7f7f", "#666666", "#4d4d4d", "#333333")
"""Of borders, from light to dark: a map is of its areas, and black lines are seen before those."""
LINED = (0,)
"""The hatching of what is below zero, which may be as dark as what is above."""
WITHOUT, UNKNOWN, WITHHELD = (45,), (135,), (45, 135)
"""Of areas that are not in the data, of which no number is known, and whose number is not given."""


class Tint(Struct, frozen=True):
    """How an area is filled."""

    fill: str
    hatch: tuple[int, ...] = ()
    hatch_colour: str = QUIET
    """Of what has no figure, which is not what the map is about."""


def tints(shown: ChartMap, colour: str) -> list[Tint]:
    """One for each class: darker as its figures are farther from zero, or from the lowest."""
    steps = [each.step for each in shown.classes]
    up, down = max(0, *steps), max(0, *(-step for step in steps))
    return [_tint(colour, step, up) if step > 0 else _lined(_tint(BELOW_ZERO, -step, down)) for step in steps]


def _lined(tint: Tint) -> Tint:
    return Tint(tint.fill, LINED, line_between(tint.fill, tint.fill))


def _tint(colour: str, step: int, count: int) -> Tint:
    part = (step - 1) / (count - 1) if count > 1 else 0.0
    return Tint(with_contrast(colour, PALEST * (DARKEST / PALEST) ** part if count > 1 else ALONE))


@lru_cache(maxsize=256)
def with_contrast(colour: str, wanted: float) -> str:
    """The colour, paler or darker until it has that contrast with white."""
    other = WHITE if contrast(colour, WHITE) >= wanted else BLACK
    low, high = 0, 255
    while low < high:
        middle = (low + high) // 2
        found = contrast(mixed(colour, other, middle / 255), WHITE)
        is_enough = found >= wanted if other == WHITE else found <= wanted
        low, high = (low, middle) if is_enough else (middle + 1, high)
    return mixed(colour, other, low / 255)


@lru_cache(maxsize=1024)
def line_between(one: str, other: str) -> str:
    """The colour of a border: white between dark sides, else the lightest grey that is seen beside both.

    It has 3:1 with both; where they have it with each other, with the lighter (WCAG 2.2, 1.4.11).
    """
    are_apart = contrast(one, other) >= _SEEN
    sides = (max(one, other, key=lambda side: contrast(side, BLACK)),) if are_apart else (one, other)

    def least(line: str) -> float:
        return min(contrast(line, side) for side in sides)

    strongest = max((BLACK, WHITE), key=least)
    return strongest if strongest == WHITE else next((grey for grey in _GREYS if least(grey) >= _SEEN), BLACK)


def ink_on(fill: str) -> str:
    """Black or white, whichever is read best on it: at least 4.5:1 (WCAG 2.2, 1.4.3)."""
    return WHITE if contrast(fill, WHITE) > contrast(fill, BLACK) else BLACK
