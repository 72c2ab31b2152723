"""Lines over periods, each named at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from math import ceil

from rapportage.charts.axes import category_axis, grid, tick_width
from rapportage.charts.canvas import Canvas
from rapportage.charts.heading import heading
from rapportage.charts.labels import apart, end_label, needed_height, set_label
from rapportage.charts.scale import Scale, scale
from rapportage.charts.style import AXIS, CLEARANCE, GAP, LINE, PROVISIONAL, SIZE, colour_of, marker
from rapportage.document import Chart, ChartSeries, Point
from rapportage.drawing import Drawing
from rapportage.fonts import Family

PLOT = 169.0
INSET = 4.0
"""Between the edges of the plot and its first and last point."""
LEADER = 13.0
"""Between the plot and the names of its lines."""
MARKED = 60.0
"""About so many points lie between the markers of a line."""

Place = tuple[int, Point]


def line_chart(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """All series on one scale that holds zero; gaps where there is no figure, dashes where it is provisional."""
    canvas = Canvas(width, 1.0, family)
    values = [point.value for series in chart.series for point in series.points if point is not None]
    left = tick_width(canvas, scale(values, 0, PLOT)) + GAP
    labels = [end_label(canvas, chart, place, colour_of(colours, place)) for place in range(len(chart.series))]
    right = width - LEADER - max(canvas.text_width(line, SIZE, "semibold") for each in labels for line in each.lines)
    count = len(chart.categories)
    step = (right - left - 2 * INSET) / max(count - 1, 1)
    first = left + INSET if count > 1 else (left + right) / 2
    across = [first + place * step for place in range(count)]
    axis = category_axis(canvas, chart.categories, step)
    bottom = axis.height
    upward = scale(values, bottom, bottom + max(PLOT, needed_height(labels)))
    above = heading(canvas, chart, [first + (each.before - 0.5) * step for each in chart.breaks], CLEARANCE)
    canvas.height = upward.end + above.height
    above.draw(canvas, upward.end, 0.0, colours)
    grid(canvas, upward, left, right)
    above.draw_breaks(canvas, bottom, upward.end)
    canvas.line([(left, upward.at(0)), (right, upward.at(0))], AXIS, 0.6)
    axis.draw(canvas, across, bottom, 0.0)
    stops = {each.before for each in chart.breaks}
    for place, series in enumerate(chart.series):
        _line(canvas, series, stops, across, upward, colour_of(colours, place))
    for place, series in enumerate(chart.series):
        every = max(ceil(MARKED / step), 1) if len(chart.series) > 1 else count
        _markers(canvas, series, stops, across, upward, place, colour_of(colours, place), every)
    for label in apart(labels, upward):
        set_label(canvas, label, upward, right, LEADER)
    return canvas.drawing()


def _line(
    canvas: Canvas, series: ChartSeries, stops: set[int], across: list[float], upward: Scale, colour: str
) -> None:
    for stretch in _stretches(series, stops):
        segments = groupby(pairwise(stretch), key=lambda pair: pair[0][1].provisional or pair[1][1].provisional)
        for provisional, group in segments:
            pairs = list(group)
            points = [pairs[0][0], *(end for _, end in pairs)]
            path = [(across[index], upward.at(float(point.value))) for index, point in points]
            canvas.line(path, colour, LINE, PROVISIONAL if provisional else ())


def _markers(
    canvas: Canvas,
    series: ChartSeries,
    stops: set[int],
    across: list[float],
    upward: Scale,
    place: int,
    colour: str,
    every: int,
) -> None:
    """At the last point, at regular steps back from it, and at points that stand alone."""
    stretches = list(_stretches(series, stops))
    last = stretches[-1][-1][0] if stretches else 0
    for stretch in stretches:
        for index, point in stretch:
            if (last - index) % every == 0 or len(stretch) == 1:
                y = upward.at(float(point.value))
                marker(canvas, across[index], y, place, colour, hollow=point.provisional)


def _stretches(series: ChartSeries, stops: set[int]) -> Iterator[list[Place]]:
    """Neighbouring known points; a stretch ends where a figure is missing or the series breaks."""
    stretch: list[Place] = []
    for index, point in enumerate(series.points):
        if stretch and (point is None or index in stops):
            yield stretch
            stretch = []
        if point is not None:
            stretch.append((index, point))
    if stretch:
        yield stretch
