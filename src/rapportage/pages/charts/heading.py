"""What is above the marks: names of series, the unit, the sign for provisional figures, breaks and events."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from rapportage.document import Chart
from rapportage.document.chart_kinds import Provisional
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.measure_kinds import COUNT
from rapportage.figures.unit_text import ONES, PERCENT, unit_of
from rapportage.figures.words.units import unit_name
from rapportage.pages.charts.canvas import Canvas
from rapportage.pages.charts.flags import Flag, draw_flags
from rapportage.pages.charts.style import (
    BREAK,
    GAP,
    LEADING,
    LINE,
    MUTED,
    PROVISIONAL,
    SIZE,
    TEXT,
    block,
    cut,
    marker,
    tint,
)

PATCH = 8.0
BETWEEN = 14.0


class Mark(Struct, frozen=True):
    """A place that is named above the plot: a break, or what happened then. Its line goes down to `end`."""

    x: float
    label: str
    end: float
    is_break: bool


class _PlacedMark(Struct, frozen=True):
    mark: Mark
    row: int
    label: str
    start: float
    width: float


Legend = tuple[tuple[tuple[int, float, str], ...], ...]
"""Rows of: place of the series, x, name."""


class Heading(Struct, frozen=True):
    """The rows above a plot; `clearance` is the room between the plot's top and the lowest row's baseline."""

    chart: Chart
    unit: str
    legend: Legend
    marks: tuple[_PlacedMark, ...]
    flags: tuple[Flag, ...]
    clearance: float
    left: float = 0.0
    """Where the unit begins."""
    unit_row: int = 0
    """That of the unit: the lowest, or above the marks where a line of theirs would run through it."""
    used: float = 0.0
    """How much of its row the unit and the sign for provisional figures take, with the room behind them."""

    @property
    def height(self) -> float:
        rows = max((placed.row + 1 for placed in self.marks), default=0)
        rows = (
            max(rows, self.unit_row + 1 if self.unit or has_provisional(self.chart) else 0)
            + len(self.legend)
            + self._flag_rows
        )
        return self.clearance + rows * LEADING - 2 + (GAP if self.legend else 0) if rows else 0.0

    @property
    def _flag_rows(self) -> int:
        return max((flag.row + 1 for flag in self.flags), default=0)

    def draw(self, canvas: Canvas, top: float, colours: Sequence[str], *, plain: int | None = None) -> None:
        """Sets the names of the series and the unit above `top`; that at the place `plain` is not hatched."""
        draw_flags(canvas, self.flags, top + self.clearance, colours)
        base = top + self.clearance + (self._flag_rows + self.unit_row) * LEADING
        canvas.text(self.left, base, self.unit, SIZE, MUTED)
        if has_provisional(self.chart):
            beside = canvas.text_width(self.unit, SIZE) + BETWEEN if self.unit else 0.0
            self._provisional(canvas, self.left + beside, base)
        for number, names in enumerate(self.legend, 1):
            y = top + self.height - number * LEADING + 2
            for place, x, name in names:
                block(canvas, (x, y - 0.8, PATCH, 7), place, colours, is_hatched=place != plain)
                canvas.text(x + PATCH + 4, y, name, SIZE, TEXT)

    def draw_marks(self, canvas: Canvas, top: float) -> None:
        """Sets the names of breaks and events above `top`, each with a line down to what it is about.

        Where a line can't but pass a name in a lower row, it runs behind it: no line is seen through a name.
        """
        for placed in self.marks:
            mark = placed.mark
            dash, colour = (BREAK, MUTED) if mark.is_break else ((), TEXT)
            y = self._base(top, placed)
            canvas.line([(mark.x, mark.end), (mark.x, y - 3)], colour, 0.8 if mark.is_break else 0.5, dash)
        for placed in self.marks:
            colour = MUTED if placed.mark.is_break else TEXT
            is_passed = _is_crossed(placed, self.marks)
            canvas.text(placed.start, self._base(top, placed), placed.label, SIZE, colour, clear=is_passed)

    def _base(self, top: float, placed: _PlacedMark) -> float:
        return top + self.clearance + placed.row * LEADING

    def _provisional(self, canvas: Canvas, x: float, y: float) -> None:
        match self.chart.kind.provisional:
            case Provisional.LINE:
                canvas.line([(x, y + 2.5), (x + 2 * PATCH, y + 2.5)], MUTED, LINE, PROVISIONAL)
            case Provisional.EDGE:
                canvas.rectangle(x + PATCH, y - 0.5, PATCH, 6.4, tint(MUTED), MUTED, PROVISIONAL)
            case Provisional.HOLLOW:
                marker(canvas, x + 1.5 * PATCH, y + 2.7, 0, MUTED, hollow=True)
        canvas.text(x + 2 * PATCH + 4, y, spoken_language().signs.provisional, SIZE, MUTED)


def heading(
    canvas: Canvas,
    chart: Chart,
    clearance: float,
    *,
    marks: Sequence[Mark] = (),
    flags: Sequence[Flag] = (),
    names: Sequence[str] = (),
    left: float = 0.0,
) -> Heading:
    """The rows above the plot of `chart`; `names` are those that need a legend, and the unit begins at `left`."""
    key = (
        2 * PATCH + 4 + canvas.text_width(spoken_language().signs.provisional, SIZE) + BETWEEN
        if has_provisional(chart)
        else 0.0
    )
    unit = cut(_unit(chart), canvas.width - left - key if chart.subject else canvas.width / 2, canvas)
    used = left + (canvas.text_width(unit, SIZE) + BETWEEN if unit else 0.0) + key
    legend = _legend(canvas, names) if names else ()
    is_under_marks = any(left < mark.x < used for mark in marks)
    placed = _placed(canvas, marks, 0.0 if is_under_marks else used)
    unit_row = max(each.row + 1 for each in placed) if is_under_marks else 0
    return Heading(chart, unit, legend, placed, tuple(flags), clearance, left, unit_row, used)


def _unit(chart: Chart) -> str:
    """The unit as shown above the plot.

    Where every bar shows its figure there is no axis to explain; there a plain count ('aanvragen') is left to the
    caption, and only what would mislead unsaid is said: 'x 1.000 aanvragen'. A percentage says what it is itself.
    """
    if chart.subject:
        return chart.with_unit(chart.subject)
    of = unit_of(chart.unit)
    is_plain = of.text == PERCENT or (of.kind is COUNT and of.scale is ONES and of.text.isalpha())
    return "" if chart.kind.shows_figures and is_plain else unit_name(chart.unit)


def has_provisional(chart: Chart) -> bool:
    return any(point.provisional for series in chart.series for point in series.points if point)


def _legend(canvas: Canvas, names: Sequence[str]) -> Legend:
    """The names of the series in as many rows as they need."""
    rows: list[list[tuple[int, float, str]]] = [[]]
    x = 0.0
    for place, whole in enumerate(names):
        name = cut(whole, canvas.width - PATCH - 4, canvas)
        taken = PATCH + 4 + canvas.text_width(name, SIZE)
        if rows[-1] and x + taken > canvas.width:
            rows.append([])
            x = 0.0
        rows[-1].append((place, x, name))
        x += taken + BETWEEN
    return tuple(map(tuple, rows))


def _placed(canvas: Canvas, marks: Sequence[Mark], used: float) -> tuple[_PlacedMark, ...]:
    """Each label in the lowest row that has room: over its line, or beside it where another line would cross it."""
    tries = [_in_rows(canvas, marks, used, order) for order in ((0.5, 1.0, 0.0), (0.0, 1.0, 0.5), (1.0, 0.0, 0.5))]
    return min(tries, key=lambda placed: len([place for place in placed if _is_crossed(place, placed)]))


def _in_rows(canvas: Canvas, marks: Sequence[Mark], used: float, order: Sequence[float]) -> tuple[_PlacedMark, ...]:
    """The labels from right to left; `order` is which part of a label should rather be to the left of its line."""
    placed: list[_PlacedMark] = []
    for mark in sorted(marks, key=lambda mark: -mark.x):
        label = cut(mark.label, canvas.width, canvas)
        width = canvas.text_width(label, SIZE)
        wanted = [mark.x - part * width + (0.5 - part) * 4 for part in order]
        starts = [min(max(start, 0.0), canvas.width - width) for start in wanted]
        places = [_PlacedMark(mark, row, label, start, width) for row in range(len(marks) + 1) for start in starts]
        free = [place for place in places if _has_room(place, placed, used)]
        placed.append(next((place for place in free if not _is_crossed(place, placed)), free[0]))
    return tuple(placed)


def _has_room(place: _PlacedMark, others: Sequence[_PlacedMark], used: float) -> bool:
    taken = [(other.start, other.start + other.width) for other in others if other.row == place.row]
    taken += [(0.0, used)] if place.row == 0 else []
    return not any(place.start < right + GAP and left < place.start + place.width + GAP for left, right in taken)


def _is_crossed(place: _PlacedMark, others: Sequence[_PlacedMark]) -> bool:
    """Whether the line of a mark in a higher row would run through the label of one in a lower."""
    pairs = [(place, other) if place.row < other.row else (other, place) for other in others if other.row != place.row]
    return any(low.start - 1 < high.mark.x < low.start + low.width + 1 for low, high in pairs)
