"""Horizontal bars: names at the left, figures at the end of each bar, and so no grid."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from rapportage.document import Chart, ChartSeries
from rapportage.document.drawing import Drawing
from rapportage.pages.charts.canvas import Canvas
from rapportage.pages.charts.frame import all_values
from rapportage.pages.charts.heading import heading
from rapportage.pages.charts.kinds.bars import bar_ends
from rapportage.pages.charts.rows import row_names, set_name, widest
from rapportage.pages.charts.scale import Scale, exact_scale
from rapportage.pages.charts.style import (
    AXIS,
    BREAK,
    GAP,
    LEADING,
    MUTED,
    SIZE,
    TEXT,
    block,
    colour_of,
    cut,
    revision_mark,
    text_colour,
)
from rapportage.pages.fonts import Family

BAR = 11.0
ROW_GAP = 8.0
LONG = 450.0
"""Points: of rows that are taller together the series are named above them, since they may go on on the next page."""


def horizontal_bars(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """One row per category, in the order given; series are named beside the bars of the first, or else in a legend."""
    canvas = Canvas(width, 1.0, family)
    names = row_names(canvas, (each.name for each in chart.categories))
    breaks = {each.before: each.label for each in chart.breaks}
    rows = [max(len(lines) * LEADING, len(chart.series) * BAR) + ROW_GAP for lines in names]
    left = widest(canvas, names) + GAP + 2
    points = [point for each in chart.series for point in each.points]
    room = max((canvas.text_width(text, SIZE) for text in bar_texts(chart)), default=0.0) + GAP
    room += 4 if any(point and point.mark for point in points) else 0
    values = all_values(chart)
    along = exact_scale(values, left + (room if any(value < 0 for value in values) else 0.0), width - room)
    several = len(chart.series) > 1
    are_named = several and fsum(rows) < LONG and _names_fit(canvas, chart, along)
    legend = [each.name for each in chart.series] if several and not are_named else []
    above = heading(canvas, chart, GAP, names=legend, left=left)
    top = fsum(rows) + len(breaks) * LEADING
    canvas.height = top + above.height
    above.draw(canvas, top, colours)
    middle = top
    for place, lines in enumerate(names):
        canvas.begin_row(middle)
        edge = middle
        if place in breaks:
            middle -= LEADING
            _break(canvas, middle, left, breaks[place])
        middle -= rows[place] / 2
        set_name(canvas, left - GAP - 2, middle, lines)
        for index, series in enumerate(chart.series):
            bottom = middle + (len(chart.series) / 2 - index - 1) * BAR
            end = _bar(canvas, series, place, bottom, along, index, colours)
            if are_named and not place:
                colour = text_colour(colour_of(colours, index))
                canvas.text(end + GAP, _base(bottom), series.name, SIZE, colour, role="semibold")
        middle -= rows[place] / 2
        canvas.line([(along.at(0), middle), (along.at(0), edge)], AXIS, 0.6)
    return canvas.drawing()


def _names_fit(canvas: Canvas, chart: Chart, along: Scale) -> bool:
    """Whether the names of all series have room beside the bars of the first category: lower down they are overlooked,
    or taken for something of that category.
    """
    return all(
        point is not None
        and point.value >= 0
        and not point.mark
        and bar_ends(point, along)[1]
        + canvas.text_width(point.text, SIZE)
        + 2 * GAP
        + canvas.text_width(series.name, SIZE, "semibold")
        <= canvas.width
        for series in chart.series
        for point in series.points[:1]
    )


def _break(canvas: Canvas, y: float, left: float, label: str) -> None:
    """A dashed line over the first bar that can't be compared with those above it, named at the right."""
    canvas.line([(left, y), (canvas.width, y)], MUTED, 0.8, BREAK)
    canvas.text(canvas.width, y + 3, cut(label, canvas.width - left, canvas), SIZE, MUTED, anchor="end")


def bar_texts(chart: Chart) -> list[str]:
    """What is at the bars."""
    pairs = ((series, place) for series in chart.series for place in range(len(series.points)))
    return [point.text if (point := series.points[place]) else series.absent(place).words for series, place in pairs]


def _bar(
    canvas: Canvas, series: ChartSeries, at: int, bottom: float, along: Scale, place: int, colours: Sequence[str]
) -> float:
    """A bar with its figure; gives the right edge of what was set."""
    base = _base(bottom)
    point = series.points[at]
    if point is None:
        words = series.absent(at).words
        canvas.text(along.at(0) + GAP, base, words, SIZE, MUTED)
        return along.at(0) + GAP + canvas.text_width(words, SIZE)
    zero, end = bar_ends(point, along)
    shape = (min(zero, end), bottom + 0.5, abs(end - zero), BAR - 1)
    block(canvas, shape, place, colours, provisional=point.provisional)
    x, width = end + GAP - 1, canvas.text_width(point.text, SIZE)
    if point.value < 0:
        x = end - GAP + 1 - width
    canvas.text(x, base, point.text, SIZE, TEXT)
    revision_mark(canvas, x + width + 3, base - 1, point.mark)
    return x + width


def _base(bottom: float) -> float:
    """The baseline of a figure beside the bar at `bottom`."""
    return bottom + BAR / 2 - SIZE * 0.25
