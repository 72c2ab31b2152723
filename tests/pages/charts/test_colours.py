"""The palette can be told apart, whatever a reader's eyes see of it (WCAG 2.2, 1.4.1 and 1.4.11)."""

from __future__ import annotations

from itertools import combinations

import pytest
from coloraide import Color

from rapportage.pages.charts.style import HATCHES, MARKERS
from rapportage.pages.theme import default_theme

COLOURS = default_theme().chart_colours
LEAST = {"none": 9.0, "protan": 9.0, "deutan": 9.0, "tritan": 9.0, "grey": 5.0}
"""The least difference (CIEDE2000) between two series; 1 is just visible side by side."""


def seen(colour: str, eyes: str) -> Color:
    """`colour` as seen with normal eyes, without one kind of cone (Brettel, Viénot and Mollon), or in grey."""
    if eyes == "none":
        return Color(colour)
    if eyes == "grey":
        return Color("lab-d65", [Color(colour).convert("lab-d65")["l"], 0, 0])
    return Color(colour).filter(eyes)


@pytest.mark.parametrize("eyes", LEAST)
def test_no_two_series_look_alike(eyes: str) -> None:
    colours = [seen(colour, eyes) for colour in COLOURS]
    assert min(one.delta_e(other, method="2000") for one, other in combinations(colours, 2)) >= LEAST[eyes]


def test_the_check_can_fail() -> None:
    """The green and orange that the palette once had are one colour to a protanope."""
    green, orange = seen("#39870c", "protan"), seen("#e17000", "protan")
    assert green.delta_e(orange, method="2000") < 2


def test_series_differ_by_more_than_colour() -> None:
    assert len(set(HATCHES)) == len(HATCHES) >= len(COLOURS)
    assert len(set(MARKERS)) == len(MARKERS) >= len(COLOURS)
