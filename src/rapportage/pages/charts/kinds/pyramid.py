"""Two-sided bars: one series to the left and one to the right, the names of the categories between them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import fsum

from rapportage.document import Absence, Chart, Point
from rapportage.document.drawing import Anchor, Drawing
from rapportage.pages.charts.canvas import Canvas
from rapportage.pages.charts.heading import heading
from rapportage.pages.charts.kinds.bars import LEAST
from rapportage.pages.charts.kinds.horizontal_bars import BAR, ROW_GAP, bar_texts
from rapportage.pages.charts.rows import row_names, set_name, widest
from rapportage.pages.charts.scale import exact_scale
from rapportage.pages.charts.style import (
    AXIS,
    GAP,
    LEADING,
    MUTED,
    SIZE,
    TEXT,
    block,
    colour_of,
    revision_mark,
    text_colour,
    wrapped,
)
from rapportage.pages.fonts import Family

NAMES = 0.3
"""The part of the width that names may take."""


def pyramid(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """Both sides on one scale; every bar shows its figure, and each side is named above its bars."""
    canvas = Canvas(width, 1.0, family)
    names = row_names(canvas, (each.name for each in chart.categories), NAMES)
    between = widest(canvas, names) + 4 * GAP
    rows = [max(len(lines) * LEADING, BAR) + ROW_GAP for lines in names]
    points = [point for series in chart.series for point in series.points]
    room = max((canvas.text_width(text, SIZE) for text in bar_texts(chart)), default=0.0) + 2 * GAP
    half = (width - between) / 2
    along = exact_scale([abs(point.value) for point in points if point] or [Decimal(0)], 0, half - room)
    heads = [wrapped(series.name, half - GAP, canvas, role="semibold", most=4) for series in chart.series]
    head = max(len(lines) for lines in heads) * LEADING + GAP
    above = heading(canvas, chart, GAP)
    top = fsum(rows)
    canvas.height = top + head + above.height
    above.draw(canvas, top + head, colours)
    sides: tuple[tuple[float, int, Anchor], ...] = ((half, -1, "end"), (half + between, 1, "start"))
    for place, (lines, (zero, _, anchor)) in enumerate(zip(heads, sides, strict=False)):
        colour = text_colour(colour_of(colours, place))
        for number, line in enumerate(lines):
            y = top + head - (number + 1) * LEADING + 2
            canvas.text(zero, y, line, SIZE, colour, role="semibold", anchor=anchor)
    middle = top
    for place, lines in enumerate(names):
        canvas.begin_row(middle)
        for zero, _, _ in sides:
            canvas.line([(zero, middle - rows[place]), (zero, middle)], AXIS, 0.6)
        middle -= rows[place] / 2
        set_name(canvas, width / 2, middle, lines, "middle")
        for side, series in enumerate(chart.series[:2]):
            point = series.points[place]
            length = max(along.at(float(abs(point.value))), LEAST if point.value else 0.0) if point else 0.0
            _bar(canvas, point or series.absent(place), sides[side][0], sides[side][1] * length, middle, side, colours)
        middle -= rows[place] / 2
    return canvas.drawing()


def _bar(
    canvas: Canvas, point: Point | Absence, zero: float, length: float, middle: float, side: int, colours: Sequence[str]
) -> None:
    """A bar from `zero`, to the left for the first side, with its figure beyond it."""
    anchor: Anchor = "start" if side else "end"
    outward = GAP - 1 if side else 1 - GAP
    base = middle - SIZE * 0.25
    if isinstance(point, Absence):
        canvas.text(zero + outward, base, point.words, SIZE, MUTED, anchor=anchor)
        return
    shape = (min(zero, zero + length), middle - BAR / 2 + 0.5, abs(length), BAR - 1)
    block(canvas, shape, side, colours, provisional=point.provisional)
    x = zero + length + outward
    canvas.text(x, base, point.text, SIZE, TEXT, anchor=anchor)
    width = canvas.text_width(point.text, SIZE)
    revision_mark(canvas, x + (width + 3 if side else -width - 3), base - 1, point.mark)
