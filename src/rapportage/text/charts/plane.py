"""What a listener hears of points in a plane: its axes, their extremes, and whether both figures rise together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from rapportage.document import Category, Chart, ChartSeries, Point
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.words.periods import capitalised
from rapportage.figures.words.signs import provisional

FEWEST = 5
"""Of fewer points nothing is said of all together."""
MOSTLY = 0.5
"""Kendall's tau from which it is said: three of four pairs of points then go the same way."""


def points_told(chart: Chart) -> Iterator[str]:
    """'Horizontaal Eerste aanvragen, verticaal Nareizigers (personen). Eerste aanvragen: het hoogst in mei …'"""
    across, up = chart.series
    yield spoken_language().charts.axes(chart.named(across), chart.named(up))
    yield from (extremes_told(series, chart.categories) for series in chart.series)
    both = [(one.value, other.value) for one, other in zip(across.points, up.points, strict=True) if one and other]
    if together := _together([(float(one), float(other)) for one, other in both]):
        yield together


def cells_told(chart: Chart) -> Iterator[str]:
    """'Het hoogst bij Amsterdam in 2022 (6.915); het laagst bij Zaanstad in 2020 (220).'"""
    words = spoken_language().courses
    known = [
        (series, category, point)
        for series in chart.series
        for category, point in zip(chart.categories, series.points, strict=True)
        if point is not None
    ]
    if len({point.value for _, _, point in known}) < 2:
        return
    lowest, highest = (pick(known, key=lambda each: each[2].value) for pick in (min, max))
    low = "" if any(map(_has_small, chart.series)) else f"; {words.lowest(_cell_told(*lowest))}"
    yield capitalised(f"{words.highest(_cell_told(*highest))}{low}.")


def _cell_told(series: ChartSeries, category: Category, point: Point) -> str:
    return f"{spoken_language().courses.at_part(series.name)} {_told((category, point))}"


def _has_small(series: ChartSeries) -> bool:
    return any(series.absent(place).is_small for place, point in enumerate(series.points) if point is None)


def row_told(series: ChartSeries, categories: Sequence[Category]) -> str:
    """'Amsterdam: het hoogst in 2022 (6.915); het laagst in 2020 (2.560)', within a list."""
    return extremes_told(series, categories).removesuffix(".").replace("; ", ", ")


def extremes_told(series: ChartSeries, categories: Sequence[Category]) -> str:
    """'Nareizigers: het hoogst bij Ede (51); het laagst bij Epe (2).'; of a series without a name all but that."""
    words = spoken_language()
    name = f"{series.name}: " if series.name else ""
    known = [(each, point) for each, point in zip(categories, series.points, strict=True) if point is not None]
    if len({point.value for _, point in known}) < 2:
        said = words.courses.always(known[0][1].text) if known else words.charts.nothing_known
        return capitalised(f"{name}{said}.")
    lowest, highest = (pick(known, key=lambda pair: pair[1].value) for pick in (min, max))
    low = "" if _has_small(series) else f"; {words.courses.lowest(_told(lowest))}"
    return capitalised(f"{name}{words.courses.highest(_told(highest))}{low}.")


def _told(pair: tuple[Category, Point]) -> str:
    """'in mei 2020 (51)', 'bij Syrië (51)': the category comes first, since it says of what the figure is."""
    category, point = pair
    words = spoken_language().courses
    where = (words.in_period if category.is_period else words.at_part)(category.full or category.label)
    return f"{where} ({provisional(point.text) if point.provisional else point.text})"


def _together(points: Sequence[tuple[float, float]]) -> str:
    """Whether the second figure is higher or lower where the first is higher; '' where that is not clear."""
    pairs = list(combinations(points, 2)) if len(points) >= FEWEST else []
    signs = [(one[0] - other[0]) * (one[1] - other[1]) for one, other in pairs]
    agree, differ = sum(sign > 0 for sign in signs), sum(sign < 0 for sign in signs)
    if abs(agree - differ) <= MOSTLY * len(pairs):
        return ""
    words = spoken_language().charts
    return words.rising_together if agree > differ else words.falling_together
