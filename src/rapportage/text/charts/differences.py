"""What a listener hears of pairs of figures before each of them: in which direction they differ, and where most."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.document import Chart, Point
from rapportage.figures.languages.spoken import spoken_language


def differences_told(chart: Chart) -> Iterator[str]:
    """'Van mannen naar vrouwen. Overal hoger. Het grootste verschil is bij Utrecht.'"""
    words = spoken_language().charts
    if not chart.is_of_two_periods:  # of two periods the opening says it
        yield words.from_to(*chart.sides)
    known = [
        (pair.name, pair.second.value - pair.first.value)
        for pair in chart.pairs
        if isinstance(pair.first, Point) and isinstance(pair.second, Point)
    ]
    if len(known) < 2:
        return
    if len(known) == len(chart.pairs) and all(gap > 0 for _, gap in known):
        yield words.all_higher
    elif len(known) == len(chart.pairs) and all(gap < 0 for _, gap in known):
        yield words.all_lower
    largest = max(abs(gap) for _, gap in known)
    names = [name for name, gap in known if abs(gap) == largest]
    if len(names) == 1:
        yield words.largest_difference(names[0])
