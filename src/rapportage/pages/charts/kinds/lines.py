"""Lines over periods, each named at its end."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import ceil

from rapportage.document import Chart
from rapportage.document.chart_kinds import Colours
from rapportage.document.drawing import Drawing
from rapportage.pages.charts.canvas import Canvas
from rapportage.pages.charts.frame import PLOT, Frame, all_values, frame, highest, places
from rapportage.pages.charts.labels import LEADER, end_labels, label_width, needed_height, set_labels
from rapportage.pages.charts.stretches import by_status, stops_of, stretches
from rapportage.pages.charts.style import LINE, PROVISIONAL, marker, revision_mark, series_colour
from rapportage.pages.fonts import Family

FAINT = 1.0
"""The width of a line that is there only to compare with."""
MARKED = 60.0
"""About so many points are between the markers of a line."""


def line_chart(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """All series on one scale that holds zero; gaps where there is no figure, dashes where it is provisional."""
    canvas = Canvas(width, 1.0, family)
    values = all_values(chart)
    labels = end_labels(canvas, chart, colours, [None] * len(chart.series))
    right = width - LEADER - label_width(canvas, labels)
    at = places(canvas, chart, values, right, are_bands=False)
    height = max(PLOT, needed_height(labels))
    plot = frame(canvas, chart, colours, values, at, tops=highest(chart), height=height)
    plot.zero_line()
    # What is there to compare with is below the rest.
    order = sorted(range(len(chart.series)), key=lambda place: chart.series[place].role != "faint")
    for place in order:
        draw_line(plot, chart, place, colours)
    set_labels(canvas, labels, plot.upward, at.right)
    for series in chart.series:
        for x, point in zip(at.across, series.points, strict=True):
            if point and point.mark:
                revision_mark(canvas, x, plot.upward.at(float(point.value)), point.mark)
    return canvas.drawing()


def draw_line(plot: Frame, chart: Chart, place: int, colours: Sequence[str]) -> None:
    """The line of a series with its markers."""
    series, colour = chart.series[place], series_colour(chart, place, colours)
    is_faint = series.role == "faint"
    stops = stops_of(chart, place)
    for stretch in stretches(series.points, stops):
        for provisional, part in by_status(stretch):
            path = [(plot.places.across[index], plot.upward.at(float(point.value))) for index, point in part]
            plot.canvas.line(path, colour, FAINT if is_faint else LINE, PROVISIONAL if provisional else ())
    if not is_faint:
        _markers(plot, chart, place, colour, stops)


def _markers(plot: Frame, chart: Chart, place: int, colour: str, stops: Collection[int]) -> None:
    """At the last point, at regular steps back from it, and at points that stand alone."""
    is_alone = chart.kind.colours is Colours.ONE or len([each for each in chart.series if each.role != "faint"]) == 1
    every = len(chart.categories) if is_alone else max(ceil(MARKED / plot.places.step), 1)
    parts = list(stretches(chart.series[place].points, stops))
    last = parts[-1][-1][0] if parts else 0
    for stretch in parts:
        for index, point in stretch:
            if (last - index) % every == 0 or len(stretch) == 1:
                y = plot.upward.at(float(point.value))
                shape = 0 if chart.kind.colours is Colours.ONE else place
                marker(plot.canvas, plot.places.across[index], y, shape, colour, hollow=point.provisional)
