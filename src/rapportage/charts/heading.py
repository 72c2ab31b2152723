"""What stands above the marks: names of series, the unit, the sign for provisional figures, and breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapportage.charts.axes import centred
from rapportage.charts.canvas import Canvas
from rapportage.charts.style import (
    BREAK,
    GAP,
    LEADING,
    LINE,
    MUTED,
    PROVISIONAL,
    SIZE,
    TEXT,
    colour_of,
    cut,
    tint,
)
from rapportage.document import Chart

PATCH = 8.0
BETWEEN = 14.0
WORD = "voorlopig"


@dataclass(frozen=True, slots=True)
class Heading:
    """The rows above a plot; `clearance` is the room between the plot's top and the lowest row's baseline."""

    chart: Chart
    unit: str
    legend: tuple[tuple[tuple[int, float, str], ...], ...]
    """Rows of: place of the series, x, name."""
    breaks: tuple[tuple[float, int, str], ...]
    """Of each break: x, row and label."""
    clearance: float

    @property
    def height(self) -> float:
        rows = max((row + 1 for _, row, _ in self.breaks), default=0)
        rows = max(rows, 1 if self.unit or has_provisional(self.chart) else 0) + len(self.legend)
        return self.clearance + rows * LEADING - 2 + (GAP if self.legend else 0) if rows else 0.0

    def draw(self, canvas: Canvas, top: float, left: float, colours: Sequence[str]) -> None:
        """Sets the names of the series, and the unit from `left`, above `top`."""
        base = top + self.clearance
        x = left + canvas.text_width(self.unit, SIZE)
        canvas.text(left, base, self.unit, SIZE, MUTED)
        if has_provisional(self.chart):
            self._provisional(canvas, x + (BETWEEN if x > left else 0), base)
        for number, names in enumerate(self.legend, 1):
            y = top + self.height - number * LEADING + 2
            for place, x, name in names:
                canvas.rectangle(x, y - 0.8, PATCH, 7, colour_of(colours, place))
                canvas.text(x + PATCH + 4, y, name, SIZE, TEXT)

    def draw_breaks(self, canvas: Canvas, bottom: float, top: float) -> None:
        """Sets the names of breaks above `top`, each with a line down to `bottom`."""
        for at, row, label in self.breaks:
            y = top + self.clearance + row * LEADING
            canvas.line([(at, bottom), (at, y - 3)], MUTED, 0.8, BREAK)
            centred(canvas, at, y, label, MUTED)

    def _provisional(self, canvas: Canvas, x: float, y: float) -> None:
        if self.chart.kind == "lijn":
            canvas.line([(x, y + 2.5), (x + 2 * PATCH, y + 2.5)], MUTED, LINE, PROVISIONAL)
        else:
            canvas.rectangle(x + PATCH, y - 0.5, PATCH, 6.4, tint(MUTED), MUTED, PROVISIONAL)
        canvas.text(x + 2 * PATCH + 4, y, WORD, SIZE, MUTED)


def heading(canvas: Canvas, chart: Chart, breaks: Sequence[float], clearance: float) -> Heading:
    """The rows above the plot of `chart`, whose breaks lie at the given x; with none given they are not named here."""
    legend = _legend(canvas, chart) if chart.kind != "lijn" and len(chart.series) > 1 else ()
    unit = cut(_unit(chart), canvas.width / 2, canvas)
    used = canvas.text_width(unit, SIZE) + BETWEEN if unit else 0.0
    if has_provisional(chart):
        used += 2 * PATCH + 4 + canvas.text_width(WORD, SIZE) + BETWEEN
    return Heading(chart, unit, legend, _placed(canvas, chart, breaks, used), clearance)


def _unit(chart: Chart) -> str:
    """The unit as it stands above the plot.

    Lying bars have no axis to explain; there a plain count ('aanvragen') is left to the caption, and only what would
    mislead unsaid is said: '%', 'x 1.000 aanvragen'.
    """
    return "" if chart.kind == "liggende staaf" and chart.unit.isalpha() else chart.unit


def has_provisional(chart: Chart) -> bool:
    return any(point.provisional for series in chart.series for point in series.points if point)


def _legend(canvas: Canvas, chart: Chart) -> tuple[tuple[tuple[int, float, str], ...], ...]:
    """The names of the series in as many rows as they need."""
    rows: list[list[tuple[int, float, str]]] = [[]]
    x = 0.0
    for place, series in enumerate(chart.series):
        name = cut(series.name, canvas.width - PATCH - 4, canvas)
        taken = PATCH + 4 + canvas.text_width(name, SIZE)
        if rows[-1] and x + taken > canvas.width:
            rows.append([])
            x = 0.0
        rows[-1].append((place, x, name))
        x += taken + BETWEEN
    return tuple(map(tuple, rows))


def _placed(canvas: Canvas, chart: Chart, breaks: Sequence[float], used: float) -> tuple[tuple[float, int, str], ...]:
    """Each label in the lowest row that has room; the last break first, so that an earlier one stands over it."""
    free: list[list[tuple[float, float]]] = [[(0.0, used)]]
    placed = []
    for x, each in sorted(zip(breaks, chart.breaks if breaks else (), strict=True), key=lambda pair: -pair[0]):
        label = cut(each.label, canvas.width, canvas)
        width = canvas.text_width(label, SIZE)
        start = min(max(x - width / 2, 0.0), canvas.width - width)
        row = 0
        while any(start < right + GAP and left < start + width + GAP for left, right in free[row]):
            row += 1
            if row == len(free):
                free.append([])
        free[row].append((start, start + width))
        placed.append((x, row, label))
    return tuple(placed)
