"""Bars: upright and grouped, or lying with names at the left and values at the end."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rapportage.charts.canvas import Canvas
from rapportage.charts.scale import Scale, exact_scale, scale, tick_text
from rapportage.charts.style import AXIS, GRID, MUTED, SIZE, TEXT, colour_of, wrapped
from rapportage.document import Chart
from rapportage.drawing import Drawing
from rapportage.fonts import Family

LEADING = 11.0
BAR = 11.0
ROW_GAP = 8.0
NAMES = 0.36
"""The part of the width that names of lying bars may take."""
GAP = 5.0
HEIGHT = 190.0
GROUP = 0.74
"""The part of its place that a group of upright bars fills."""


def lying_bars(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """One row per category, in the order given; every bar shows its value, so there is no grid."""
    canvas = Canvas(width, 1.0, family)
    names = [wrapped(each.label, width * NAMES, canvas) for each in chart.categories]
    rows = [max(len(lines) * LEADING, len(chart.series) * BAR) + ROW_GAP for lines in names]
    legend = LEADING + GAP if len(chart.series) > 1 else 0.0
    canvas.height = sum(rows) + legend
    left = max(canvas.text_width(line, SIZE) for lines in names for line in lines) + GAP + 2 if names else 0.0
    values = _values(chart)
    room = max(
        (canvas.text_width(point.text, SIZE) for each in chart.series for point in each.points if point), default=0
    )
    start = left + (room + GAP if any(value < 0 for value in values) else 0.0)
    along = exact_scale(values, start, width - room - GAP)
    if legend:
        _legend(canvas, chart, colours, left)
    top = canvas.height - legend
    for place, lines in enumerate(names):
        middle = top - rows[place] / 2
        for number, line in enumerate(lines):
            y = middle + (len(lines) / 2 - number) * LEADING - LEADING / 2 - SIZE * 0.25
            canvas.text(left - GAP - 2, y, line, SIZE, TEXT, anchor="end")
        for index in range(len(chart.series)):
            _lying_bar(canvas, chart, place, index, middle, along, colour_of(colours, index))
        top -= rows[place]
    zero = along.at(0)
    canvas.line([(zero, 0), (zero, canvas.height - legend)], AXIS, 0.6)
    return canvas.drawing()


def _lying_bar(canvas: Canvas, chart: Chart, place: int, index: int, middle: float, along: Scale, colour: str) -> None:
    point = chart.series[index].points[place]
    bottom = middle + (len(chart.series) / 2 - index - 1) * BAR
    base = bottom + BAR / 2 - SIZE * 0.25
    if point is None:
        canvas.text(along.at(0) + GAP, base, "onbekend", SIZE, MUTED)
        return
    zero, end = along.at(0), along.at(float(point.value))
    canvas.rectangle(min(zero, end), bottom + 0.5, abs(end - zero), BAR - 1, colour)
    if point.value < 0:
        canvas.text(end - GAP + 1, base, point.text, SIZE, TEXT, anchor="end")
    else:
        canvas.text(end + GAP - 1, base, point.text, SIZE, TEXT)


def upright_bars(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """Bars side by side per category, on a grid; values above the bars where there is room for all of them."""
    canvas = Canvas(width, HEIGHT, family)
    top = HEIGHT - 2 * LEADING - (LEADING + GAP if len(chart.series) > 1 else 0)
    bottom = 3 * LEADING
    upward = scale(_values(chart), bottom, top)
    left = max(canvas.text_width(tick_text(tick), SIZE) for tick in upward.ticks) + GAP
    if len(chart.series) > 1:
        _legend(canvas, chart, colours, left)
    canvas.text(left, top + LEADING * 0.9, chart.unit, SIZE, MUTED)
    grid(canvas, upward, left, width)
    place_width = (width - left) / max(len(chart.categories), 1)
    bar = place_width * GROUP / len(chart.series)
    texts = [
        (point.text, place, index)
        for index, each in enumerate(chart.series)
        for place, point in enumerate(each.points)
        if point
    ]
    with_values = all(canvas.text_width(text, SIZE) <= bar * 1.15 for text, _, _ in texts)
    for place, category in enumerate(chart.categories):
        centre = left + (place + 0.5) * place_width
        for index, each in enumerate(chart.series):
            point = each.points[place]
            if point is None:
                continue
            x = centre + (index - len(chart.series) / 2) * bar
            zero, end = upward.at(0), upward.at(float(point.value))
            canvas.rectangle(x + 0.4, min(zero, end), max(bar - 0.8, 0.4), abs(end - zero), colour_of(colours, index))
            if with_values:
                y = end + 3 if point.value >= 0 else end - SIZE
                canvas.text(x + bar / 2, y, point.text, SIZE, TEXT, anchor="middle")
        name = f"{category.label} {category.group}".strip()
        for number, line in enumerate(wrapped(name, place_width - 3, canvas, most=2)):
            canvas.text(centre, bottom - (number + 1) * LEADING, line, SIZE, TEXT, anchor="middle")
    canvas.line([(left, upward.at(0)), (width, upward.at(0))], AXIS, 0.6)
    return canvas.drawing()


def grid(canvas: Canvas, upward: Scale, left: float, right: float) -> None:
    """Thin lines at the ticks with their values at the left."""
    for tick in upward.ticks:
        y = upward.at(tick)
        canvas.line([(left, y), (right, y)], GRID, 0.4)
        canvas.text(left - GAP, y - SIZE * 0.3, tick_text(tick), SIZE, MUTED, anchor="end")


def _legend(canvas: Canvas, chart: Chart, colours: Sequence[str], left: float) -> None:
    """The names of the series in one row; each beside a patch of its colour."""
    x, y = left, canvas.height - LEADING
    for index, series in enumerate(chart.series):
        if canvas.text(x + 12, y, series.name, SIZE, TEXT):
            canvas.rectangle(x, y, 8, 7, colour_of(colours, index))
        x += 12 + canvas.text_width(series.name, SIZE) + 14


def _values(chart: Chart) -> list[Decimal]:
    return [point.value for series in chart.series for point in series.points if point is not None]
