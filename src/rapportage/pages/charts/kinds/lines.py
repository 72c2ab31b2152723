"""Lines over periods, each named at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil

from rapportage.document import Chart
from rapportage.document.chart_kinds import Colours
from rapportage.document.drawing import Drawing
from rapportage.pages.charts.canvas import WHITE, Canvas
from rapportage.pages.charts.frame import PLOT, Frame, all_values, frame, highest, places
from rapportage.pages.charts.labels import LEADER, EndLabel, end_labels, label_width, needed_height, set_labels
from rapportage.pages.charts.stretches import Place, by_status, stops_of, stretches
from rapportage.pages.charts.style import (
    GAP,
    LEADING,
    LINE,
    MARKER,
    PROVISIONAL,
    SIZE,
    marker,
    revision_mark,
    series_colour,
)
from rapportage.pages.fonts import Family

FAINT = 1.0
"""The width of a line that is there only to compare with."""
CLOSE, FINE = 3.0, 1.0
"""Points so near one another ask for a finer line: of a usual one the tops would be a solid block."""
EDGE = 0.7
"""How wide the white is at both sides of a line over bars."""
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
    draw_lines(plot, chart, order, colours)
    set_labels(canvas, _at_early_ends(plot, chart, labels), plot.upward, at.right)
    for series in chart.series:
        for x, point in zip(at.across, series.points, strict=True):
            if point and point.mark:
                revision_mark(canvas, x, plot.upward.at(float(point.value)), point.mark)
    return canvas.drawing()


def _at_early_ends(plot: Frame, chart: Chart, labels: Sequence[EndLabel]) -> list[EndLabel]:
    """Sets the names of lines that end early right there, where nothing is in the way; gives the others."""
    rest = []
    for series, label in zip(chart.series, labels, strict=True):
        last = max((place for place, point in enumerate(series.points) if point), default=None)
        if label.is_at_edge or last is None or not _is_set_at(plot, chart, last, label):
            rest.append(label)
    return rest


def _is_set_at(plot: Frame, chart: Chart, last: int, label: EndLabel) -> bool:
    canvas, text, middle = plot.canvas, " ".join(label.lines), plot.upward.at(label.value)
    left = plot.places.across[last] + MARKER + GAP
    right = left + canvas.text_width(text, SIZE, "semibold")
    if right > plot.places.right or _is_passed(plot, chart, (left, middle - LEADING / 2, right, middle + LEADING / 2)):
        return False
    return canvas.text(left, middle - SIZE * 0.3, text, SIZE, label.colour, role="semibold", clear=True)


def _is_passed(plot: Frame, chart: Chart, box: tuple[float, float, float, float]) -> bool:
    """Whether a line of any series, a break or an annotation goes through a box: left, bottom, right, top."""
    left, bottom, right, top = box
    across, half = plot.places.across, plot.places.step / 2
    upright = [
        *(across[each.before] - half for each in chart.breaks),
        *(across[each.place] for each in chart.annotations),
    ]
    if any(left <= x <= right for x in upright):
        return True
    for series in chart.series:
        known = [
            (x, plot.upward.at(float(point.value))) for x, point in zip(across, series.points, strict=True) if point
        ]
        for (x, y), (to_x, to_y) in pairwise(known):
            within = [min(max(each, x), to_x) for each in (left, right)]
            heights = [y + (to_y - y) * (each - x) / (to_x - x) for each in within]
            if x <= right and to_x >= left and min(heights) <= top and max(heights) >= bottom:
                return True
    return False


def draw_lines(
    plot: Frame, chart: Chart, order: Sequence[int], colours: Sequence[str], *, over_bars: bool = False
) -> None:
    """The lines of the series at these places, and over all of them their markers.

    Over bars each has a white edge, below every line: one that runs along another must not wipe it out.
    """
    if over_bars:
        for place in order:
            _edge(plot, chart, place)
    for place in order:
        _line(plot, chart, place, series_colour(chart, place, colours))
    for place in order:
        if chart.series[place].role != "faint":
            _markers(plot, chart, place, series_colour(chart, place, colours))


def _edge(plot: Frame, chart: Chart, place: int) -> None:
    """The white below a line; none below a fine one, which has no room for it."""
    if (width := _width(plot, chart, place)) == LINE:
        for _, path in _paths(plot, chart, place):
            if len(path) > 1:
                plot.canvas.line(path, WHITE, width + 2 * EDGE)


def _line(plot: Frame, chart: Chart, place: int, colour: str) -> None:
    width = _width(plot, chart, place)
    for stretch, path in _paths(plot, chart, place):
        start = 0
        for provisional, part in by_status(stretch):
            end = start + len(part)
            plot.canvas.line(path[start:end], colour, width, PROVISIONAL if provisional else ())
            start = end - 1


def _width(plot: Frame, chart: Chart, place: int) -> float:
    if chart.series[place].role == "faint":
        return FAINT
    return LINE if plot.places.step >= CLOSE else FINE


def _paths(plot: Frame, chart: Chart, place: int) -> Iterator[tuple[list[Place], list[tuple[float, float]]]]:
    """The points of a series that one line goes through, each time with where they are."""
    for stretch in stretches(chart.series[place].points, stops_of(chart, place)):
        yield stretch, [(plot.places.across[index], plot.upward.at(float(point.value))) for index, point in stretch]


def _markers(plot: Frame, chart: Chart, place: int, colour: str) -> None:
    """At the last point, at regular steps back from it, and at points that stand alone."""
    is_alone = chart.kind.colours is Colours.ONE or len([each for each in chart.series if each.role != "faint"]) == 1
    every = len(chart.categories) if is_alone else max(ceil(MARKED / plot.places.step), 1)
    parts = list(stretches(chart.series[place].points, stops_of(chart, place)))
    last = parts[-1][-1][0] if parts else 0
    for stretch in parts:
        for index, point in stretch:
            if (last - index) % every == 0 or len(stretch) == 1:
                y = plot.upward.at(float(point.value))
                shape = 0 if chart.kind.colours is Colours.ONE else place
                marker(plot.canvas, plot.places.across[index], y, shape, colour, hollow=point.provisional)
