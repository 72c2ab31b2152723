"""What a listener hears of points in a plane: its axes, their extremes, and whether both figures rise together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from rapportage.document import Category, Chart, ChartSeries, Point
from rapportage.figures.words.periods import capitalised

FEWEST = 5
"""Of fewer points nothing is said of all together."""
MOSTLY = 0.5
"""Kendall's tau from which it is said: three of four pairs of points then go the same way."""


def points_told(chart: Chart) -> Iterator[str]:
    """'Horizontaal Eerste aanvragen, verticaal Nareizigers (personen). Eerste aanvragen: het hoogst in mei …'"""
    across, up = chart.series
    yield f"Horizontaal {chart.named(across)}, verticaal {chart.named(up)}."
    yield from (_extremes(series, chart.categories) for series in chart.series)
    both = [(one.value, other.value) for one, other in zip(across.points, up.points, strict=True) if one and other]
    together = _together([(float(one), float(other)) for one, other in both])
    if together:
        yield f"Punten verder naar rechts liggen meestal {together}."


def _extremes(series: ChartSeries, categories: Sequence[Category]) -> str:
    known = [(each, point) for each, point in zip(categories, series.points, strict=True) if point is not None]
    if len({point.value for _, point in known}) < 2:
        return capitalised(f"{series.name}: {f'steeds {known[0][1].text}' if known else 'geen bekende cijfers'}.")
    lowest, highest = (pick(known, key=lambda pair: pair[1].value) for pick in (min, max))
    has_small = any(series.absent(place).is_small for place, point in enumerate(series.points) if point is None)
    low = "" if has_small else f"; het laagst {_told(lowest)}"
    return capitalised(f"{series.name}: het hoogst {_told(highest)}{low}.")


def _told(pair: tuple[Category, Point]) -> str:
    """'in mei 2020 (51)', 'bij Syrië (51)': the category comes first, since it says of what the figure is."""
    category, point = pair
    provisional = ", voorlopig" if point.provisional else ""
    return f"{'in' if category.is_period else 'bij'} {category.full or category.label} ({point.text}{provisional})"


def _together(points: Sequence[tuple[float, float]]) -> str:
    """'hoger' or 'lager': what the second figure is where the first is higher; '' where that is not clear."""
    pairs = list(combinations(points, 2)) if len(points) >= FEWEST else []
    signs = [(one[0] - other[0]) * (one[1] - other[1]) for one, other in pairs]
    agree, differ = sum(sign > 0 for sign in signs), sum(sign < 0 for sign in signs)
    if abs(agree - differ) <= MOSTLY * len(pairs):
        return ""
    return "hoger" if agree > differ else "lager"
