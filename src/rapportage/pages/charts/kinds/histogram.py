"""A histogram: how many figures are in each class, as bars that touch, with the median of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from math import ceil

from msgspec.structs import replace

from rapportage.document import Chart
from rapportage.document.chart import COUNTED
from rapportage.document.drawing import Drawing
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.words.numbers import number
from rapportage.pages.charts.axes import grid, tick_width
from rapportage.pages.charts.canvas import WHITE, Canvas
from rapportage.pages.charts.frame import PLOT, all_values
from rapportage.pages.charts.heading import Mark, heading
from rapportage.pages.charts.scale import scale
from rapportage.pages.charts.style import AXIS, CLEARANCE, GAP, LEADING, MUTED, SIZE, block, wrapped
from rapportage.pages.fonts import Family


def histogram(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """The bounds of the classes below the bars, how many there are at the left, the median as a line that is named."""
    canvas = Canvas(width, 1.0, family)
    gathered = chart.gathered
    if gathered is None:
        raise TypeError("a histogram is of figures in classes")
    counts = [*all_values(chart), Decimal(1)]
    title = wrapped(gathered.measure, width, canvas)
    bottom = (len(title) + 1) * LEADING + GAP
    upward = scale(counts, bottom, bottom + PLOT)
    left, right = tick_width(canvas, upward) + GAP, width
    texts = [number(bound) for bound in gathered.bounds]
    left = max(left, canvas.text_width(texts[0], SIZE) / 2)
    right -= canvas.text_width(texts[-1], SIZE) / 2
    step = (right - left) / len(chart.categories)
    marks = []
    if gathered.middle:
        place = _place(gathered.bounds, gathered.middle.value)
        name = f"{spoken_language().charts.median} {gathered.middle.text}"
        marks = [Mark(left + place * step, name, bottom, is_break=False)]
    above = heading(canvas, replace(chart, unit=COUNTED), CLEARANCE, marks=marks)
    canvas.height = upward.end + above.height
    grid(canvas, upward, left, right, with_nought=False)  # or it would be read with the first bound
    above.draw(canvas, upward.end, colours)
    for place, point in enumerate(chart.series[0].points):
        if point and point.value:
            shape = (left + place * step, bottom, step, upward.at(float(point.value)) - bottom)
            block(canvas, shape, 0, colours, provisional=point.provisional)
    tops = [upward.at(float(point.value)) if point else bottom for point in chart.series[0].points]
    for place, (before, after) in enumerate(pairwise(tops), 1):
        canvas.line([(left + place * step, bottom), (left + place * step, max(before, after))], WHITE, 0.5)
    for mark in marks:  # a dark line is seen on a dark bar by the light beside it
        canvas.line([(mark.x, bottom), (mark.x, tops[min(int((mark.x - left) / step), len(tops) - 1)])], WHITE, 2.5)
    canvas.line([(left, bottom), (right, bottom)], AXIS, 0.6)
    _bounds(canvas, texts, left, step, bottom)
    above.draw_marks(canvas, upward.end)
    for row, line in enumerate(reversed(title)):
        canvas.text(width, row * LEADING + 3, line, SIZE, MUTED, anchor="end")
    return canvas.drawing()


def _place(bounds: Sequence[Decimal], value: Decimal) -> float:
    """How many classes far a value is."""
    return float((value - bounds[0]) / (bounds[1] - bounds[0]))


def _bounds(canvas: Canvas, texts: Sequence[str], left: float, step: float, bottom: float) -> None:
    """The bounds, as many as have room: each, or every so many."""
    widest = max(canvas.text_width(text, SIZE) for text in texts)
    stride = max(ceil((widest + GAP) / step), 1)
    for place, text in enumerate(texts):
        x = left + place * step
        is_named = place % stride == 0
        canvas.line([(x, bottom), (x, bottom - (4 if is_named else 2))], AXIS, 0.6)
        if is_named:
            canvas.text(x, bottom - LEADING - 1, text, SIZE, MUTED, anchor="middle")
