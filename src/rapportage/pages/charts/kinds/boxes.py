"""Boxes: a row for each, from quartile to quartile, with its median, lines to what is near and points beyond."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import fsum

from msgspec import Struct
from msgspec.structs import replace

from rapportage.document import Chart, Member, Point
from rapportage.document.drawing import Drawing
from rapportage.figures.languages.spoken import spoken_language
from rapportage.pages.charts.canvas import WHITE, Canvas
from rapportage.pages.charts.heading import heading
from rapportage.pages.charts.rows import row_names, set_name, widest
from rapportage.pages.charts.scale import Scale, free_scale, tick_text
from rapportage.pages.charts.style import (
    AXIS,
    GAP,
    GRID,
    LEADING,
    LINE,
    MARKER,
    MUTED,
    PROVISIONAL,
    SIZE,
    TEXT,
    block,
    cut,
    marker,
    wrapped,
)
from rapportage.pages.fonts import Family

ROW = 31.0
BOX = 11.0
BELOW = 4.0
"""Between a box and the end of its row; the rest is above it, for words."""


class _Numbers(Struct, frozen=True):
    """Of one box: the ends of its lines, its quartiles and median; none of them where there are only points."""

    ends: tuple[Point, Point]
    quartiles: tuple[Point, Point, Point] | None


def box_chart(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """All on one scale, which begins at zero only where that is near; single points are named where there is room."""
    canvas = Canvas(width, 1.0, family)
    names = row_names(canvas, (each.name for each in chart.categories))
    rows = [max(len(lines) * LEADING + 8, ROW) for lines in names]
    left = widest(canvas, names) + GAP + 2
    key = wrapped(spoken_language().charts.box_key, width, canvas, most=12)
    measure = chart.gathered.measure if chart.gathered else ""
    title = wrapped(measure, width, canvas)
    bottom = (len(key) + len(title) + 1) * LEADING + 2 * GAP
    along = _along(canvas, chart, left)
    top = bottom + fsum(rows)
    above = heading(canvas, replace(chart, unit=""), GAP)
    canvas.height = top + max(above.height, GAP) + len(chart.breaks) * LEADING
    above.draw(canvas, top, colours)
    for number, each in enumerate(chart.breaks):
        canvas.text(0, canvas.height - (number + 1) * LEADING + 2, cut(each.label, width, canvas), SIZE, MUTED)
    for tick in along.ticks:
        x = along.at(tick)
        canvas.line([(x, bottom), (x, top)], GRID, 0.4)
        canvas.text(x, bottom - LEADING - 1, tick_text(tick), SIZE, MUTED, anchor="middle")
    canvas.line([(left, bottom), (along.end, bottom)], AXIS, 0.6)
    y, telling = top, _telling(chart)
    for place, (lines, height) in enumerate(zip(names, rows, strict=True)):
        y -= height
        members = chart.gathered.members[place] if chart.gathered else ()
        set_name(canvas, left - GAP - 2, y + BELOW + BOX / 2 + max(len(lines) * LEADING - BOX, 0) / 2, lines)
        is_telling = place == telling
        _row(canvas, along, y + BELOW + BOX / 2, _numbers(chart, place), members, colours, is_telling=is_telling)
    for number, line in enumerate(reversed(title)):
        y = (len(key) + number) * LEADING + GAP + 3
        canvas.text(width, y, line, SIZE, MUTED, anchor="end")
    for number, line in enumerate(reversed(key)):
        canvas.text(0, number * LEADING + 3, line, SIZE, MUTED)
    return canvas.drawing()


def _along(canvas: Canvas, chart: Chart, left: float) -> Scale:
    """The scale, with as many ticks as have room side by side."""
    values = [point.value for series in chart.series[1:] for point in series.points if point]
    values += [point.value for point in chart.gathered.points] if chart.gathered else []
    values = values or [Decimal(0), Decimal(1)]
    made = free_scale(values, left, canvas.width)
    for ticks in (7, 6, 5, 4, 3, 2):
        made = free_scale(values, left, canvas.width, ticks=ticks)
        half = max(canvas.text_width(tick_text(tick), SIZE) for tick in made.ticks) / 2
        made = replace(made, start=left + max(half, MARKER + 2), end=canvas.width - max(half, MARKER + 2))
        if 2 * half + GAP <= (made.end - made.start) / (len(made.ticks) - 1):
            break
    return made


def _numbers(chart: Chart, place: int) -> _Numbers | None:
    """What a row shows, by the order in which the figures of a box are given."""
    _, low, *between, high = [series.points[place] for series in chart.series]
    if low is None or high is None:
        return None
    ends = (between[0] or low, between[-1] or high) if len(between) == 5 else (low, high)
    first, middle, third = between[1:4] if len(between) == 5 else between
    if first is None or middle is None or third is None:
        return _Numbers(ends, None)
    return _Numbers(ends, (first, middle, third))


def _telling(chart: Chart) -> int | None:
    """The first row with a median and no points, whose names may need the room: there it is said that it is one."""
    members = chart.gathered.members if chart.gathered else ()
    rows = (place for place, apart in enumerate(members) if not apart)
    return next((place for place in rows if (numbers := _numbers(chart, place)) and numbers.quartiles), None)


def _row(
    canvas: Canvas,
    along: Scale,
    middle: float,
    numbers: _Numbers | None,
    members: Sequence[Member],
    colours: Sequence[str],
    *,
    is_telling: bool,
) -> None:
    colour = colours[0]
    base = middle + BOX / 2 + 3
    if numbers and numbers.quartiles:
        first, median, third = (along.at(float(each.value)) for each in numbers.quartiles)
        ends = [along.at(float(each.value)) for each in numbers.ends]
        provisional = any(each.provisional for each in (*numbers.ends, *numbers.quartiles))
        dash = PROVISIONAL if provisional else ()
        for begin, end in ((first, ends[0]), (third, ends[1])):
            canvas.line([(begin, middle), (end, middle)], colour, 1.0, dash)
            canvas.line([(end, middle - BOX / 3), (end, middle + BOX / 3)], colour, 1.0)
        shape = (first, middle - BOX / 2, max(third - first, 1.0), BOX)
        block(canvas, shape, 0, colours, provisional=provisional)
        canvas.line([(median, middle - BOX / 2), (median, middle + BOX / 2)], colour if provisional else WHITE, LINE)
        text = numbers.quartiles[1].text
        is_told = is_telling and _above(canvas, median, base, f"{spoken_language().charts.median} {text}")
        if not is_told:
            _above(canvas, median, base, text)
    for member in members:
        x = along.at(float(member.point.value))
        marker(canvas, x, middle, 0, colour, hollow=member.point.provisional)
    for member in members:
        _above(canvas, along.at(float(member.point.value)), base, member.name)


def _above(canvas: Canvas, x: float, y: float, text: str) -> bool:
    """Words around x, or as near to it as the edges allow, with no line of the grid behind them; none without room."""
    half = canvas.text_width(text, SIZE) / 2
    return canvas.text(min(max(x, half), canvas.width - half), y, text, SIZE, TEXT, anchor="middle", clear=True)
