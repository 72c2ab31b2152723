"""A heat map: a row for each series, a column for each category, and in each cell its figure on a ground that tells it.

The figures are what is read; the grounds only show where they are high, and hold in grey, since they differ in
lightness. What is below zero has a hue of its own and its minus sign, also where the figures have no room.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil, fsum

from rapportage.document import Chart, Point
from rapportage.document.drawing import Drawing, contrast
from rapportage.figures.words.numbers import MINUS
from rapportage.pages.charts.axes import APART, NamesTooWide
from rapportage.pages.charts.canvas import WHITE, Canvas
from rapportage.pages.charts.frame import all_values
from rapportage.pages.charts.heading import Mark, heading
from rapportage.pages.charts.rows import row_names, set_name, widest
from rapportage.pages.charts.style import (
    AXIS,
    GAP,
    GRID,
    LEADING,
    MUTED,
    PROVISIONAL,
    REVISED,
    SIZE,
    TEXT,
    cut,
    mixed,
    revision_mark,
)
from rapportage.pages.fonts import Family

NAMES = 0.3
"""The part of the width that the names of rows may take."""
ROW = 15.0
WIDEST = 90.0
"""Of a column: a few figures over the whole page are far apart."""
PALEST = 0.06
"""Of the colour of the house style, in the cell of the lowest figure."""
BLACK = "#000000"
BELOW_ZERO = "#a90061"
KEY = 11.0
STEPS = 5
"""Grounds that are shown beside one another where the figures have no room."""


def heat_map(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """Rows as high as their names, columns equally wide; figures in all cells, or in none when one has no room.

    Raises:
        NamesTooWide: the names of the columns can't all be set.
    """
    canvas = Canvas(width, 1.0, family)
    names = row_names(canvas, (each.name for each in chart.series), NAMES)
    left = widest(canvas, names) + GAP + 2
    rows = [max(len(lines) * LEADING + 4, ROW) for lines in names]
    cell = min((width - left) / len(chart.categories), WIDEST)
    if not _names_fit(canvas, chart, cell):
        raise NamesTooWide(chart)
    fits = _figures_fit(canvas, chart, cell)
    has_groups = any(each.group for each in chart.categories)
    head = (2 if has_groups else 1) * LEADING + 2
    below = 0.0 if fits else KEY + LEADING
    top = fsum(rows) + below
    marks = [Mark(left + each.before * cell, each.label, below, is_break=True) for each in chart.breaks]
    above = heading(canvas, chart, head + GAP, marks=marks, left=left)
    canvas.height = top + max(above.height, head + GAP)
    above.draw(canvas, top, colours)
    _head(canvas, chart, left, cell, top)
    grounds = _Grounds([float(value) for value in all_values(chart)], colours[0])
    y = top
    for series, lines, height in zip(chart.series, names, rows, strict=True):
        canvas.begin_row(y)
        y -= height
        set_name(canvas, left - GAP - 2, y + height / 2, lines)
        for place, point in enumerate(series.points):
            shape = (left + place * cell, y, cell, height)
            if point is None:
                _absent(canvas, shape, series.absent(place).words if fits else "")
            else:
                _cell(canvas, shape, point, grounds, has_figure=fits)
    if not fits:
        _key(canvas, chart, left, grounds)
    above.draw_marks(canvas, top)
    return canvas.drawing()


class _Grounds:
    """The ground of a figure: paler as it is nearer to the lowest, or to zero where there are figures below that."""

    def __init__(self, values: Sequence[float], colour: str) -> None:
        self._colour = colour
        self._known: dict[float, str] = {}
        self.low, self.high = min(values, default=0.0), max(values, default=0.0)
        self._begin = 0.0 if self.low < 0 else self.low
        self._span = max(self.high, -self.low) if self.low < 0 else self.high - self.low

    def of(self, value: float) -> str:
        known = self._known.get(value)
        if known is None:
            part = abs(value - self._begin) / self._span if self._span else 0.5
            hue = BELOW_ZERO if value < 0 else self._colour
            known = self._known[value] = mixed(hue, WHITE, PALEST + (1 - PALEST) * part)
        return known


@lru_cache(maxsize=1 << 10)
def _ink(ground: str) -> str:
    """The colour of what is written on it."""
    return WHITE if contrast(ground, WHITE) > contrast(ground, BLACK) else BLACK


def _names_fit(canvas: Canvas, chart: Chart, cell: float) -> bool:
    """Whether every part has its name above its column; of periods those that have no room are left out."""
    return all(each.is_period or canvas.text_width(each.label, SIZE) <= cell - 2 for each in chart.categories)


def _figures_fit(canvas: Canvas, chart: Chart, cell: float) -> bool:
    marked = canvas.text_width("*", REVISED) * 2
    return all(
        canvas.text_width(point.text if point else series.absent(place).words, SIZE)
        + (marked if point and point.mark else 0.0)
        <= cell - 3
        for series in chart.series
        for place, point in enumerate(series.points)
    )


def _head(canvas: Canvas, chart: Chart, left: float, cell: float, top: float) -> None:
    """The names of the columns, and above the first of each group its name.

    Of periods that have no room only the groups, which are then enough; or without those, names at regular steps.
    """
    known, has_groups = "", any(each.group for each in chart.categories)
    widest = max(canvas.text_width(each.label, SIZE) for each in chart.categories)
    stride = ceil((widest + APART) / cell) if has_groups or any(each.is_period for each in chart.categories) else 1
    for place, category in enumerate(chart.categories):
        if stride == 1 or (not has_groups and place % stride == 0):
            canvas.text(left + (place + 0.5) * cell, top + 4, category.label, SIZE, TEXT, anchor="middle")
        if category.group and category.group != known:
            known = category.group
            x = min(left + place * cell + 1, canvas.width - canvas.text_width(known, SIZE))
            canvas.text(x, top + 4 + LEADING, known, SIZE, MUTED)


_Shape = tuple[float, float, float, float]


def _cell(canvas: Canvas, shape: _Shape, point: Point, grounds: _Grounds, *, has_figure: bool) -> None:
    left, bottom, width, height = shape
    ground = grounds.of(float(point.value))
    colour = _ink(ground)
    canvas.rectangle(left + 0.3, bottom + 0.3, width - 0.6, height - 0.6, ground)
    if point.provisional:
        canvas.rectangle(left + 1.2, bottom + 1.2, width - 2.4, height - 2.4, ground, colour, PROVISIONAL)
    if has_figure:
        middle, base = left + width / 2, bottom + height / 2 - SIZE * 0.3
        canvas.text(middle, base, point.text, SIZE, colour, anchor="middle")
        if point.mark:
            beside = middle + canvas.text_width(point.text, SIZE) / 2 + 1
            canvas.text(beside, base + SIZE * 0.35, point.mark, REVISED, colour)
        return
    if point.value < 0 and canvas.text_width(MINUS, SIZE) <= width - 3:
        canvas.text(left + width / 2, bottom + height / 2 - SIZE * 0.3, MINUS, SIZE, colour, anchor="middle")
    if point.mark:
        revision_mark(canvas, left + width / 2, bottom, point.mark)


def _absent(canvas: Canvas, shape: _Shape, words: str) -> None:
    """A cell without a figure: hatched, which no ground of a figure is."""
    left, bottom, width, height = shape
    canvas.rectangle(left + 0.3, bottom + 0.3, width - 0.6, height - 0.6, GRID, AXIS, hatch=() if words else (45,))
    if words:
        canvas.text(left + width / 2, bottom + height / 2 - SIZE * 0.3, words, SIZE, TEXT, anchor="middle")


def _key(canvas: Canvas, chart: Chart, left: float, grounds: _Grounds) -> None:
    """The grounds from the lowest to the highest figure, with those two as the report writes them."""
    points = [point for series in chart.series for point in series.points if point is not None]
    if not points:
        return
    low, high = (pick(points, key=lambda point: point.value).text for pick in (min, max))
    canvas.text(left, 2, low, SIZE, TEXT)
    x = left + canvas.text_width(low, SIZE) + GAP
    for step in range(STEPS):
        value = grounds.low + (grounds.high - grounds.low) * step / (STEPS - 1)
        canvas.rectangle(x + step * 2 * KEY, 0.0, 2 * KEY, KEY - 1, grounds.of(value), AXIS)
    canvas.text(x + STEPS * 2 * KEY + GAP, 2, cut(high, canvas.width - x, canvas), SIZE, TEXT)
