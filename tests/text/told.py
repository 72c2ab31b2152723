"""Whether the alternative text of a chart tells each of its series: by name, with its first and its last figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.document import Chart, ChartSeries
from rapportage.document.chart_kinds import Telling
from rapportage.figures.words.periods import capitalised

_IN_ONE = (
    Telling.PARTS,
    Telling.PAIRS,
    Telling.POINTS,
    Telling.CELLS,
    Telling.DIFFERENCES,
    Telling.AREAS,
    Telling.CLASSES,
)
"""Kinds of which the series are told together, category by category."""


def untold(chart: Chart, *, in_short: bool = False) -> list[str]:
    """What a listener misses of `chart`, whose text the tool made: 'Nareis: 51'.

    `in_short` it tells of a heat map no more than the highest of all: the rows are then in the table.
    """
    if chart.told or chart.kind.telling is Telling.BOXES:  # which has its own test: its series are no names to tell
        return []
    text = chart.alternative.replace("\u00a0", " ")
    if in_short and chart.kind.telling is Telling.CELLS:
        return [words for words in _extremes(_all_of(chart)) if not _is_said(words, text)]
    starts = {place: text.find(_marker(chart, each)) for place, each in enumerate(chart.series)}
    missed = [f"{chart.series[place].name}: its name" for place, start in starts.items() if start < 0]
    for place, series in enumerate(chart.series):
        later = [start for start in starts.values() if start > starts[place]]
        stretch = text if chart.kind.telling in _IN_ONE else text[starts[place] : min(later, default=len(text))]
        ends = _extremes(series) if chart.kind.telling in (Telling.CELLS, Telling.AREAS) else _ends(series)
        missed += [f"{series.name}: {words}" for words in ends if not _is_said(words, stretch)]
    return missed


def _all_of(chart: Chart) -> ChartSeries:
    """All series as one."""
    return ChartSeries("", tuple(point for series in chart.series for point in series.points))


def _marker(chart: Chart, series: ChartSeries) -> str:
    """What the part of a series begins with."""
    name = series.name.replace("\u00a0", " ")
    if chart.kind.telling in _IN_ONE or not name or (len(chart.series) == 1 and not chart.categories[0].is_period):
        return ""
    if chart.kind.telling is Telling.CHANGES:
        return f". {capitalised(name)} " if series is chart.series[0] else f"; {name} "
    return f". {capitalised(name)}: "


def _ends(series: ChartSeries) -> Iterator[str]:
    """The first and the last figure, or that there is none."""
    known = [re.escape(point.text.replace("\u00a0", " ")) for point in series.points if point is not None]
    yield from (known[0], known[-1]) if known else (r"geen bekende cijfers|onbekend|nog in te vullen|minder dan \d+",)


def _extremes(series: ChartSeries) -> Iterator[str]:
    """The highest figure of a row of a heat map, or of a map."""
    known = [point for point in series.points if point is not None]
    if not known:
        yield from _ends(series)
        return
    yield re.escape(max(known, key=lambda point: point.value).text.replace("\u00a0", " "))


def _is_said(words: str, stretch: str) -> bool:
    return re.search(rf"(?<![\w.,])(?:{words})(?!\w|[.,]\d)", stretch, re.IGNORECASE) is not None
