"""A slope between two periods: what rose and what fell, named at the right."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rapportage.document import Chart
from rapportage.document.drawing import Drawing
from rapportage.pages.charts.axes import centred
from rapportage.pages.charts.canvas import Canvas
from rapportage.pages.charts.frame import PLOT, all_values
from rapportage.pages.charts.heading import Mark, heading
from rapportage.pages.charts.labels import (
    LEADER,
    EndLabel,
    apart,
    end_labels,
    label_width,
    line_base,
    needed_height,
    set_labels,
)
from rapportage.pages.charts.scale import Scale, exact_scale
from rapportage.pages.charts.style import (
    AXIS,
    CLEARANCE,
    LEADING,
    LINE,
    MUTED,
    PROVISIONAL,
    SIZE,
    TEXT,
    cut,
    marker,
    revision_mark,
    series_colour,
    text_colour,
)
from rapportage.pages.fonts import Family

WIDEST = 0.6
"""The part of the width that the slope itself takes at most: a steeper line is easier to compare."""


def slope_chart(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """One line per series from the first period to the second, on a scale from zero; the figures at both ends."""
    canvas = Canvas(width, 1.0, family)
    before = [_start_label(chart, place, colours) for place in range(len(chart.series))]
    last = [[*[None] * (len(each.points) - 1), each.points[-1]] for each in chart.series]
    after = end_labels(canvas, chart, colours, [None] * len(chart.series), last)
    names = [cut(each.full or each.label, width / 2 - 10, canvas) for each in chart.categories]
    left = max(label_width(canvas, before) + LEADER, canvas.text_width(names[0], SIZE) / 2)
    right = width - max(label_width(canvas, after) + LEADER, canvas.text_width(names[-1], SIZE) / 2)
    right = min(right, left + width * WIDEST)
    height = max(PLOT, needed_height(after))
    along = exact_scale([*all_values(chart), Decimal(0)], LEADING, LEADING + height)
    marks = [Mark((left + right) / 2, each.label, along.start, True) for each in chart.breaks]
    above = heading(canvas, chart, CLEARANCE + LEADING, marks=marks)
    canvas.height = along.end + max(above.height, CLEARANCE + LEADING)
    above.draw(canvas, along.end, colours)
    above.draw_marks(canvas, along.end)
    for x, name in ((left, names[0]), (right, names[-1])):
        canvas.line([(x, along.start), (x, along.end)], AXIS, 0.6)
        centred(canvas, x, along.end + CLEARANCE - 2, name, TEXT)
    for place in range(len(chart.series)):
        _slope(canvas, chart, place, colours, along, (left, right))
    _set_before(canvas, before, along, left)
    set_labels(canvas, after, along, right)
    for series in chart.series:
        for x, point in zip((left, right), (series.points[0], series.points[-1]), strict=True):
            if point:
                revision_mark(canvas, x, along.at(float(point.value)), point.mark)
    return canvas.drawing()


def _start_label(chart: Chart, place: int, colours: Sequence[str]) -> EndLabel:
    point = chart.series[place].points[0]
    colour = text_colour(series_colour(chart, place, colours))
    return EndLabel(
        [point.text if point else chart.series[place].absent(0).words],
        float(point.value) if point else 0.0,
        point is not None,  # what is not known has no point to lead to
        colour,
    )


def _slope(
    canvas: Canvas, chart: Chart, place: int, colours: Sequence[str], along: Scale, edges: tuple[float, float]
) -> None:
    colour = series_colour(chart, place, colours)
    points = (chart.series[place].points[0], chart.series[place].points[-1])
    known = [(x, along.at(float(point.value)), point) for x, point in zip(edges, points, strict=True) if point]
    if len(known) == 2 and not chart.breaks:
        provisional = any(point.provisional for _, _, point in known)
        canvas.line([(x, y) for x, y, _ in known], colour, LINE, PROVISIONAL if provisional else ())
    for x, y, point in known:
        marker(canvas, x, y, place, colour, hollow=point.provisional)


def _set_before(canvas: Canvas, labels: Sequence[EndLabel], along: Scale, left: float) -> None:
    """The figures of the first period, to the left of their points."""
    for label in apart(labels, along):
        end = along.at(label.value)
        if label.is_at_edge and abs(end - label.y) > LEADING / 2:
            canvas.line([(left - 1, end), (left - LEADER + 2, label.y)], MUTED, 0.5)
        canvas.text(
            left - LEADER, line_base(label, 0), label.lines[0], SIZE, label.colour, role="semibold", anchor="end"
        )
