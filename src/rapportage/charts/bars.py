"""Bars: upright and grouped on a grid, or lying with names at the left and values at the end."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rapportage.charts.axes import category_axis, grid, tick_width
from rapportage.charts.canvas import Canvas
from rapportage.charts.heading import heading
from rapportage.charts.scale import Scale, exact_scale, scale
from rapportage.charts.style import (
    AXIS,
    BREAK,
    CLEARANCE,
    GAP,
    LEADING,
    MUTED,
    PROVISIONAL,
    SIZE,
    TEXT,
    UNKNOWN,
    colour_of,
    cut,
    tint,
    wrapped,
)
from rapportage.document import Chart, Point
from rapportage.drawing import Drawing
from rapportage.fonts import Family

BAR = 11.0
ROW_GAP = 8.0
NAMES = 0.36
"""The part of the width that names of lying bars may take."""
PLOT = 140.0
WIDEST = 48.0
LEAST = 1.2
"""No bar but that of 0 is shorter, so that every figure shows beside the axis."""
GROUP = 0.74
"""The part of its place that a group of upright bars fills."""


def lying_bars(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """One row per category, in the order given; every bar shows its value, so there is no grid."""
    canvas = Canvas(width, 1.0, family)
    names = [wrapped(each.label, width * NAMES, canvas) for each in chart.categories]
    breaks = {each.before: each.label for each in chart.breaks}
    rows = [max(len(lines) * LEADING, len(chart.series) * BAR) + ROW_GAP for lines in names]
    left = max((canvas.text_width(line, SIZE) for lines in names for line in lines), default=0.0) + GAP + 2
    points = [point for each in chart.series for point in each.points]
    room = max((canvas.text_width(point.text if point else UNKNOWN, SIZE) for point in points), default=0.0) + GAP
    values = _values(chart)
    along = exact_scale(values, left + (room if any(value < 0 for value in values) else 0.0), width - room)
    above = heading(canvas, chart, (), GAP)
    top = sum(rows) + len(breaks) * LEADING
    canvas.height = top + above.height
    above.draw(canvas, top, left, colours)
    middle = top
    for place, lines in enumerate(names):
        if place in breaks:
            middle -= LEADING
            _lying_break(canvas, middle, left, breaks[place])
        middle -= rows[place] / 2
        for number, line in enumerate(lines):
            y = middle + (len(lines) / 2 - number) * LEADING - LEADING / 2 - SIZE * 0.25
            canvas.text(left - GAP - 2, y, line, SIZE, TEXT, anchor="end")
        for index, series in enumerate(chart.series):
            bottom = middle + (len(chart.series) / 2 - index - 1) * BAR
            _lying_bar(canvas, series.points[place], bottom, along, colour_of(colours, index))
        middle -= rows[place] / 2
    canvas.line([(along.at(0), 0), (along.at(0), top)], AXIS, 0.6)
    return canvas.drawing()


def _lying_break(canvas: Canvas, y: float, left: float, label: str) -> None:
    """A dashed line over the first bar that can't be compared with those above it, named at the right."""
    canvas.line([(left, y), (canvas.width, y)], MUTED, 0.8, BREAK)
    canvas.text(canvas.width, y + 3, cut(label, canvas.width - left, canvas), SIZE, MUTED, anchor="end")


def _lying_bar(canvas: Canvas, point: Point | None, bottom: float, along: Scale, colour: str) -> None:
    base = bottom + BAR / 2 - SIZE * 0.25
    if point is None:
        canvas.text(along.at(0) + GAP, base, UNKNOWN, SIZE, MUTED)
        return
    zero, end = _ends(point, along)
    _bar(canvas, (min(zero, end), bottom + 0.5, abs(end - zero), BAR - 1), colour, provisional=point.provisional)
    is_negative = point.value < 0
    canvas.text(
        end - GAP + 1 if is_negative else end + GAP - 1,
        base,
        point.text,
        SIZE,
        TEXT,
        anchor="end" if is_negative else "start",
    )


def upright_bars(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """Bars side by side per category, on a grid; values above the bars where there is room for all of them."""
    canvas = Canvas(width, 1.0, family)
    values = _values(chart)
    left = tick_width(canvas, scale(values, 0, PLOT)) + GAP
    place_width = (width - left) / max(len(chart.categories), 1)
    bar = min(place_width * GROUP / len(chart.series), WIDEST)
    pitch = place_width if len(chart.series) == 1 else bar
    texts = [point.text for each in chart.series for point in each.points if point]
    with_values = all(canvas.text_width(text, SIZE) <= pitch - 2 for text in texts)
    axis = category_axis(canvas, chart.categories, place_width)
    bottom = axis.height + (LEADING if with_values and any(value < 0 for value in values) else 0.0)
    upward = scale(values, bottom, bottom + PLOT)
    breaks = [left + each.before * place_width for each in chart.breaks]
    above = heading(canvas, chart, breaks, CLEARANCE + (LEADING / 2 if with_values else 0.0))
    canvas.height = upward.end + above.height
    above.draw(canvas, upward.end, 0.0, colours)
    grid(canvas, upward, left, width)
    above.draw_breaks(canvas, bottom, upward.end)
    across = [left + (place + 0.5) * place_width for place in range(len(chart.categories))]
    for index, series in enumerate(chart.series):
        for centre, point in zip(across, series.points, strict=True):
            if point:
                x = centre + (index - len(chart.series) / 2) * bar
                _upright_bar(canvas, point, x, bar, upward, colour_of(colours, index), with_value=with_values)
    axis.draw(canvas, across, axis.height, -place_width / 2)
    canvas.line([(left, upward.at(0)), (width, upward.at(0))], AXIS, 0.6)
    return canvas.drawing()


def _upright_bar(
    canvas: Canvas, point: Point, x: float, width: float, upward: Scale, colour: str, *, with_value: bool
) -> None:
    zero, end = _ends(point, upward)
    # A white line stays open between bars that touch.
    shape = (x + 0.4, min(zero, end), max(width - 0.8, 0.4), abs(end - zero))
    _bar(canvas, shape, colour, provisional=point.provisional)
    if with_value:
        y = end + 3 if point.value >= 0 else end - SIZE
        canvas.text(x + width / 2, y, point.text, SIZE, TEXT, anchor="middle", clear=True)


def _bar(canvas: Canvas, shape: tuple[float, float, float, float], colour: str, *, provisional: bool) -> None:
    """A full bar; a provisional one is light with a dashed edge."""
    left, bottom, width, height = shape
    if provisional and min(width, height) > 1:
        canvas.rectangle(left + 0.4, bottom + 0.4, width - 0.8, height - 0.8, tint(colour), colour, PROVISIONAL)
    else:
        canvas.rectangle(left, bottom, width, height, colour)


def _ends(point: Point, along: Scale) -> tuple[float, float]:
    """Where a bar begins and ends."""
    zero, end = along.at(0), along.at(float(point.value))
    if point.value and abs(end - zero) < LEAST:
        end = zero + LEAST if point.value > 0 else zero - LEAST
    return zero, end


def _values(chart: Chart) -> list[Decimal]:
    return [point.value for series in chart.series for point in series.points if point is not None]
