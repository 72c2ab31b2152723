"""Upright bars: side by side, on one another, or with a line over them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rapportage.document import Absence, Chart, ChartSeries, Point
from rapportage.document.drawing import Drawing
from rapportage.figures.words.signs import UNKNOWN_SIGN, unknown
from rapportage.pages.charts.canvas import Canvas
from rapportage.pages.charts.flags import Flag, flags
from rapportage.pages.charts.frame import PLOT, Frame, Places, all_values, frame, highest, places
from rapportage.pages.charts.kinds.lines import draw_lines
from rapportage.pages.charts.labels import LEADER, end_labels, label_width, needed_height, set_labels
from rapportage.pages.charts.scale import Scale
from rapportage.pages.charts.stacks import Layer, ends, highest_parts, levels, stacked
from rapportage.pages.charts.style import LEADING, MUTED, REVISED, SIZE, TEXT, block, raised_mark, revision_mark
from rapportage.pages.fonts import Family

WIDEST = 48.0
LEAST = 1.2
"""No bar but that of 0 is shorter, so that every figure shows beside the axis."""
GROUP = 0.74
"""The part of its place that a group of upright bars fills."""
MOST_FLAGS = 4
FLAGGED = Decimal("0.4")
"""The part of the highest bar that a bar with its name above it has at least."""
THIN = 6.0
"""A bar that is thinner can't be pointed at."""
CROSS = 1.2


def column_chart(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    canvas = Canvas(width, 1.0, family)
    if not chart.kind.mixes_marks and (chart.form == "naast elkaar" or len(chart.series) == 1):
        _side_by_side(canvas, chart, colours)
    else:
        _on_one_another(canvas, chart, colours)
    return canvas.drawing()


# --- Side by side ---------------------------------------------------------------------------------


def _side_by_side(canvas: Canvas, chart: Chart, colours: Sequence[str]) -> None:
    """Values above the bars where there is room for all of them; names above the bars of one group, or in a legend."""
    values, count = all_values(chart), len(chart.series)
    at = places(canvas, chart, values, canvas.width, are_bands=True, abreast=count, has_axis=False)
    with_values = _have_room(canvas, chart, at)
    if not with_values:
        at = places(canvas, chart, values, canvas.width, are_bands=True, abreast=count)
    bar = _bar_width(at, count)
    names = [each.name for each in chart.series] if len(chart.series) > 1 else []
    named = _flags(canvas, chart, at, bar) if names and not (chart.breaks or chart.annotations) else ()
    plot = frame(
        canvas,
        chart,
        colours,
        values,
        at,
        tops=highest(chart),
        below=LEADING if with_values and any(value < 0 for value in values) else 0.0,
        above=LEADING if with_values else 0.0,
        flags=named,
        names=() if named else names,
        has_axis=not with_values,
    )
    for index, series in enumerate(chart.series):
        for centre, point in zip(at.across, series.points, strict=True):
            if point:
                x = centre + (index - len(chart.series) / 2) * bar
                _bar(canvas, point, x, bar, plot.upward, index, colours, with_value=with_values)
    plot.zero_line()
    for index, series in enumerate(chart.series):
        for place, centre in enumerate(at.across):
            if series.points[place] is None:
                x = centre + (index + 0.5 - len(chart.series) / 2) * bar
                _absent(canvas, series.absent(place), x, plot.upward.at(0), at.step if count == 1 else bar)


def _bar_width(at: Places, count: int) -> float:
    return min(at.step * GROUP / count, WIDEST)


def _have_room(canvas: Canvas, chart: Chart, at: Places) -> bool:
    """Whether every bar can have its value above or below it."""
    pitch = at.step if len(chart.series) == 1 else _bar_width(at, len(chart.series))
    points = [point for each in chart.series for point in each.points if point]
    return all(canvas.text_width(point.text, SIZE) <= pitch - 2 for point in points)


def _flags(canvas: Canvas, chart: Chart, at: Places, bar: float) -> tuple[Flag, ...]:
    """The names of the series above the bars of the highest group where they fit.

    None where a bar of it is low: its name would be far away, and a legend is then read sooner.
    """
    found = []
    least = max(all_values(chart), default=Decimal(0)) * FLAGGED
    for place, centre in enumerate(at.across):
        points = [series.points[place] for series in chart.series]
        known = [point for point in points if point is not None and point.value > 0]
        if len(known) < len(points) or bar < THIN or min(point.value for point in known) < least:
            continue
        middles = (centre + (index + 0.5 - len(points) / 2) * bar for index in range(len(points)))
        marks = [
            (x, float(point.value), series.name) for x, point, series in zip(middles, known, chart.series, strict=True)
        ]
        placed = flags(canvas, marks, MOST_FLAGS)
        if placed:
            found.append((min(point.value for point in known), placed))
    return max(found, key=lambda pair: pair[0])[1] if found else ()


def _bar(
    canvas: Canvas,
    point: Point,
    x: float,
    width: float,
    upward: Scale,
    place: int,
    colours: Sequence[str],
    *,
    with_value: bool,
) -> None:
    zero, end = bar_ends(point, upward)
    # A white line stays open between bars that touch.
    shape = (x + 0.4, min(zero, end), max(width - 0.8, 0.4), abs(end - zero))
    block(canvas, shape, place, colours, provisional=point.provisional)
    if with_value:
        y, half = end + 3 if point.value >= 0 else end - SIZE, canvas.text_width(point.text, SIZE) / 2
        canvas.text(x + width / 2, y, point.text, SIZE, TEXT, anchor="middle", clear=True)
        if raised_mark(canvas, x + width / 2 + half, y, point.mark):
            return
    revision_mark(canvas, x + width / 2, end + (LEADING - 3 if with_value else -1), point.mark)


def _absent(canvas: Canvas, absence: Absence, x: float, zero: float, room: float) -> None:
    """What is said of a figure that is not known, where its bar would be: in words, or its sign, or else a cross."""
    sign, words = absence.shown, absence.words
    has_room = bool(sign) and canvas.text_width(words, SIZE) <= room - 2
    if has_room and canvas.text(x, zero + 3, words, SIZE, MUTED, anchor="middle"):
        return
    if not sign or any(canvas.text(x, zero + 2.5, sign, size, TEXT, anchor="middle") for size in (SIZE, REVISED)):
        return
    for slope in (1, -1):
        canvas.line([(x - CROSS, zero + 3.5 - slope * CROSS), (x + CROSS, zero + 3.5 + slope * CROSS)], MUTED, 0.6)


def bar_ends(point: Point, along: Scale) -> tuple[float, float]:
    """Where a bar begins and ends."""
    zero, end = along.at(0), along.at(float(point.value))
    if point.value and abs(end - zero) < LEAST:
        end = zero + LEAST if point.value > 0 else zero - LEAST
    return zero, end


# --- On one another -------------------------------------------------------------------------------


def _on_one_another(canvas: Canvas, chart: Chart, colours: Sequence[str]) -> None:
    """Stacks of bars, and perhaps lines over them on the same axis; each series is named at the right."""
    bars = [place for place, series in enumerate(chart.series) if series.role != "line"]
    layers = stacked([chart.series[place].points for place in bars])
    lines = [place for place in range(len(chart.series)) if place not in bars]
    over = (point.value for place in lines for point in chart.series[place].points if point)
    values = [*levels(layers, chart.form), *over]
    at_ends: list[float | None] = [None] * len(chart.series)
    drawn: list[Sequence[object]] = [series.points for series in chart.series]
    for place, layer in zip(bars, layers, strict=True):
        at_ends[place] = ends(layer)
        drawn[place] = layer
    labels = end_labels(canvas, chart, colours, at_ends, drawn)
    right = canvas.width - LEADER - label_width(canvas, labels)
    at = places(canvas, chart, values, right, are_bands=True)
    tops = [max(pair) for pair in zip(highest_parts(layers, len(at.across)), highest(chart), strict=True)]
    plot = frame(canvas, chart, colours, values, at, tops=tops, height=max(PLOT, needed_height(labels)))
    for place, layer in zip(bars, layers, strict=True):
        _layer(plot, layer, place, colours, is_alone=len(layers) == 1)
    plot.zero_line()
    for place, centre in enumerate(at.across):
        if not any(layer[place] for layer in layers):
            absence = _absence([chart.series[bar] for bar in bars], place)
            _absent(canvas, absence, centre, plot.upward.at(0), at.step)
    draw_lines(plot, chart, lines, colours, over_bars=True)
    set_labels(canvas, labels, plot.upward, at.right)


def _absence(stack: Sequence[ChartSeries], place: int) -> Absence:
    """Why a stack is not drawn: that of its only part, nothing where no part can be, or else that it is unknown."""
    absences = [each.absent(place) for each in stack]
    if len(absences) == 1 or (absences and not any(each.shown for each in absences)):
        return absences[0]
    return Absence(UNKNOWN_SIGN, unknown())


def _layer(plot: Frame, layer: Layer, place: int, colours: Sequence[str], *, is_alone: bool) -> None:
    width = min(plot.places.step * GROUP, WIDEST)
    for centre, part in zip(plot.places.across, layer, strict=True):
        if part is None or part.low == part.high:
            continue
        bottom, top = plot.upward.at(float(part.low)), plot.upward.at(float(part.high))
        # A white line stays open between parts that touch.
        inset = 0.4 if top - bottom > 2 else 0.0
        shape = (centre - width / 2, bottom + inset, width, max(top - bottom - 2 * inset, LEAST))
        block(plot.canvas, shape, place, colours, provisional=part.point.provisional)
        # In its part, or above it where there is no other on it, or where it is thin.
        is_above = is_alone or top - bottom < REVISED + 2
        middle = (bottom + top) / 2 - 4 - REVISED / 3
        revision_mark(plot.canvas, centre, top - 1 if is_above else middle, part.point.mark, on_fill=not is_alone)
