"""Lines over periods, each named at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapportage.charts.bars import GAP, LEADING, grid
from rapportage.charts.canvas import Canvas
from rapportage.charts.scale import Scale, scale, tick_text
from rapportage.charts.style import AXIS, LINE, MUTED, SIZE, TEXT, colour_of, dash_of, marker, text_colour, wrapped
from rapportage.document import Chart, ChartSeries, Point
from rapportage.drawing import Drawing
from rapportage.fonts import Family

HEIGHT = 205.0
LABELS = 0.26
"""The part of the width that the names at the right may take."""
PROVISIONAL_DASH = (2.0, 2.0)


@dataclass(slots=True)
class _Label:
    """The name of a series with its last value, at the height where its line ends."""

    lines: list[str]
    y: float
    colour: str

    @property
    def height(self) -> float:
        return len(self.lines) * LEADING


def line_chart(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """All series on one scale that begins at zero; gaps where there is no figure, dashes where it is provisional."""
    canvas = Canvas(width, HEIGHT, family)
    top, bottom = HEIGHT - 2.1 * LEADING, 2.6 * LEADING
    values = [point.value for series in chart.series for point in series.points if point is not None]
    upward = scale(values, bottom, top)
    left = max(canvas.text_width(tick_text(tick), SIZE) for tick in upward.ticks) + GAP
    labels = [
        _label(series, canvas, upward, text_colour(colour_of(colours, place)))
        for place, series in enumerate(chart.series)
    ]
    label_width = max(
        (canvas.text_width(line, SIZE, "semibold") for label in labels for line in label.lines), default=0
    )
    right = width - label_width - 3 * GAP
    canvas.text(0, top + LEADING, chart.unit, SIZE, MUTED)
    grid(canvas, upward, left, right)
    across = [_across(place, len(chart.categories), left, right) for place in range(len(chart.categories))]
    _breaks(canvas, chart, across, bottom, top)
    _axis(canvas, chart, across, bottom, right)
    for place in range(len(chart.series)):
        _series(canvas, chart, place, across, upward, colour_of(colours, place))
    for label in _apart(labels, bottom, top + LEADING):
        for number, text in enumerate(label.lines):
            y = label.y + label.height / 2 - (number + 1) * LEADING + LEADING * 0.3
            canvas.text(right + 2 * GAP, y, text, SIZE, label.colour, role="semibold")
    return canvas.drawing()


def _across(place: int, count: int, left: float, right: float) -> float:
    return (left + right) / 2 if count == 1 else left + 4 + place * (right - left - 8) / (count - 1)


def _label(series: ChartSeries, canvas: Canvas, upward: Scale, colour: str) -> _Label:
    last = next((point for point in reversed(series.points) if point is not None), None)
    words = f"{series.name} {last.text}" if last else series.name
    return _Label(
        wrapped(words, canvas.width * LABELS, canvas, SIZE * 1.05), upward.at(float(last.value) if last else 0), colour
    )


def _apart(labels: list[_Label], bottom: float, top: float) -> list[_Label]:
    """Labels pushed up from below until none overlaps, then down again from the top edge."""
    ordered = sorted(labels, key=lambda label: label.y)
    floor = bottom - LEADING
    for label in ordered:
        label.y = max(label.y, floor + label.height / 2)
        floor = label.y + label.height / 2 + 1
    ceiling = top
    for label in reversed(ordered):
        label.y = min(label.y, ceiling - label.height / 2)
        ceiling = label.y - label.height / 2 - 1
    return ordered


def _series(canvas: Canvas, chart: Chart, place: int, across: list[float], upward: Scale, colour: str) -> None:
    series = chart.series[place]
    for points, provisional in _stretches(series, {each.before for each in chart.breaks}):
        path = [(across[index], upward.at(float(point.value))) for index, point in points]
        if len(path) > 1:
            canvas.line(path, colour, LINE, PROVISIONAL_DASH if provisional else dash_of(place))
        else:
            marker(canvas, *path[0], place, colour)
    known = [(across[index], point) for index, point in enumerate(series.points) if point is not None]
    if known:
        marker(canvas, known[-1][0], upward.at(float(known[-1][1].value)), place, colour)


def _stretches(series: ChartSeries, breaks: set[int]) -> Iterator[tuple[list[tuple[int, Point]], bool]]:
    """Neighbouring known points of one status, with a gap at a break; a provisional one joins the last final point."""
    parts = [sum(before <= index for before in breaks) for index in range(len(series.points))]
    keys = ((parts[index], point is not None) for index, point in enumerate(series.points))
    for (_, known), group in groupby(zip(keys, enumerate(series.points), strict=True), key=lambda pair: pair[0]):
        if not known:
            continue
        stretch = [(index, point) for _, (index, point) in group if point is not None]
        first = next((at for at, (_, point) in enumerate(stretch) if point.provisional), len(stretch))
        if first:
            yield stretch[:first], False
        if first < len(stretch):
            yield stretch[max(first - 1, 0) :], True


def _breaks(canvas: Canvas, chart: Chart, across: list[float], bottom: float, top: float) -> None:
    """A dashed line between the points that can't be compared, named above the plot."""
    for each in chart.breaks:
        x = (across[each.before - 1] + across[each.before]) / 2 if each.before else across[0]
        canvas.line([(x, bottom), (x, top + 3)], MUTED, 0.7, (2.5, 2))
        if not canvas.text(x + 2, top + 5, each.label, SIZE, MUTED, anchor="middle"):
            canvas.text(x + 2, top + 5, each.label, SIZE, MUTED, anchor="end")


def _axis(canvas: Canvas, chart: Chart, across: list[float], bottom: float, right: float) -> None:
    """Months, as many as there is room for, and years under them; or the years alone."""
    count = len(chart.categories)
    step = (across[-1] - across[0]) / max(count - 1, 1)
    widest = max((canvas.text_width(each.label, SIZE) for each in chart.categories), default=0)
    grouped = any(each.group for each in chart.categories)
    has_labels = count == 1 or not grouped or widest + GAP <= step
    y = bottom - LEADING
    if has_labels:
        stride = max(1, int((widest + GAP) / step) + 1) if step and widest + GAP > step else 1
        for place in range(0, count, stride):
            canvas.text(across[place], y, chart.categories[place].label, SIZE, TEXT, anchor="middle")
        y -= LEADING
    if grouped:
        for _, members in groupby(enumerate(chart.categories), key=lambda pair: pair[1].group):
            places = [place for place, _ in members]
            edge = across[places[0]] - step / 2
            if places[0]:
                canvas.line([(edge, bottom), (edge, bottom - 4)], AXIS, 0.5)
            middle = (across[places[0]] + across[places[-1]]) / 2
            canvas.text(middle, y, chart.categories[places[0]].group, SIZE, TEXT, anchor="middle")
    canvas.line([(0 if count == 0 else across[0] - 4, bottom), (right, bottom)], AXIS, 0.6)
