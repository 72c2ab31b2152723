"""Pairs of figures: a row for each, from an open dot to a filled one, with the figures beside them."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from rapportage.document import Absence, Chart, Pair, Point
from rapportage.document.drawing import Anchor, Drawing, FontRole
from rapportage.pages.charts.canvas import WHITE, Canvas
from rapportage.pages.charts.frame import all_values
from rapportage.pages.charts.heading import heading
from rapportage.pages.charts.rows import row_names, set_name, widest
from rapportage.pages.charts.scale import Scale, exact_scale
from rapportage.pages.charts.style import (
    AXIS,
    GAP,
    GRID,
    LEADING,
    LINE,
    MARKER,
    MUTED,
    PROVISIONAL,
    REVISED,
    SIZE,
    TEXT,
    cut,
    marker,
    revision_mark,
    series_colour,
    wrapped,
)
from rapportage.pages.fonts import Family

ROW = 19.0
BESIDE = MARKER + 4.0
"""Between the middle of a dot and its figure."""
SAME = 2 * MARKER
"""Dots that are nearer lie over one another: then the open one is a ring around the other."""
RING = 4.6
STUB = 7.0
"""How far the dashes of a provisional figure go that has no other to go to."""
BETWEEN = 14.0
_QUARTER = ((1.0, 0.0), (0.92, 0.38), (0.71, 0.71), (0.38, 0.92))
_TURNED = (*_QUARTER, *((-y, x) for x, y in _QUARTER))
_ROUND = (*_TURNED, *((-x, -y) for x, y in _TURNED))


def dumbbell_chart(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """One row per pair, in the order given, on a scale from zero; where a break is between two figures no bar is."""
    canvas = Canvas(width, 1.0, family)
    colour = series_colour(chart, 0, colours)
    pairs = chart.pairs
    names = row_names(canvas, (pair.name for pair in pairs))
    rows = [max(len(lines) * LEADING + 8, ROW) for lines in names]
    left = widest(canvas, names) + GAP + 2
    along = _scale(canvas, chart, left)
    key = _Key(canvas, chart, colour)
    top = fsum(rows)
    above = heading(canvas, chart, GAP, left=left)
    canvas.height = top + key.height + above.height
    above.draw(canvas, top + key.height, colours)
    key.draw(top)
    middle = top
    for pair, lines, height in zip(pairs, names, rows, strict=True):
        canvas.begin_row(middle)
        edge, middle = middle, middle - height / 2
        set_name(canvas, left - GAP - 2, middle, lines)
        canvas.line([(left, middle), (width, middle)], GRID, 0.4)
        canvas.line([(along.at(0), edge - height), (along.at(0), edge)], AXIS, 0.6)
        _Row(canvas, along, middle, colour).draw(pair)
        middle -= height / 2
    return canvas.drawing()


def _scale(canvas: Canvas, chart: Chart, left: float) -> Scale:
    """From zero, with as much room at either side as the figures there need."""
    values = all_values(chart)
    rooms = [_room(canvas, figure) for pair in chart.pairs for figure in (pair.first, pair.second)]
    start, end = left + max(rooms, default=0.0), canvas.width - max(rooms, default=0.0)
    made = exact_scale(values, start, end)
    ends = [_leftmost(pair) for pair in chart.pairs]
    spare = [made.at(value) - left - _room(canvas, figure) for value, figure in (end for end in ends if end)]
    return exact_scale(values, start - max(min([*spare, start - left]), 0.0), end)


def _room(canvas: Canvas, figure: Point | Absence) -> float:
    """What a figure takes beside its dot."""
    text, mark = (figure.words, "") if isinstance(figure, Absence) else (figure.text, figure.mark)
    return BESIDE + canvas.text_width(text, SIZE, "semibold") + (REVISED if mark else 0.0) + 2


def _leftmost(pair: Pair) -> tuple[float, Point | Absence] | None:
    """The dot at the left, with the figure that is to the left of it."""
    match pair.first, pair.second:
        case Point() as first, Point() as second:
            low = second if second.value < first.value else first
            return float(low.value), low
        case Point() as first, Absence():
            return float(first.value), first
        case Absence() as absent, Point() as second:
            return float(second.value), absent
    return None


class _Row:
    """What is in one row."""

    def __init__(self, canvas: Canvas, along: Scale, middle: float, colour: str) -> None:
        self._canvas, self._along, self._middle, self._colour = canvas, along, middle, colour

    def draw(self, pair: Pair) -> None:
        match pair.first, pair.second:
            case Point() as first, Point() as second:
                self._both(first, second, is_broken=pair.is_broken)
            case Point() as first, Absence() as absent:
                x = self._alone(first, is_first=True)
                self._text(x, 1, absent.words, MUTED)
            case Absence() as absent, Point() as second:
                x = self._alone(second, is_first=False)
                self._text(x, -1, absent.words, MUTED)
            case Absence() as first, Absence() as second:
                words = dict.fromkeys((first.words, second.words))
                self._text(self._along.at(0), 1, "; ".join(words), MUTED)

    def _both(self, first: Point, second: Point, *, is_broken: bool) -> None:
        ends = [self._along.at(float(each.value)) for each in (first, second)]
        y = self._middle
        if not is_broken:
            dash = PROVISIONAL if first.provisional or second.provisional else ()
            self._canvas.line([(x, y) for x in ends], self._colour, LINE, dash)
        self._dots(ends[0], ends[1])
        is_up = ends[0] <= ends[1]
        self._figure(ends[0], first, -1 if is_up else 1)
        self._figure(ends[1], second, 1 if is_up else -1, "semibold")

    def _dots(self, first: float, second: float) -> None:
        is_same = abs(first - second) < SAME
        if is_same:
            corners = [(first + dx * RING, self._middle + dy * RING) for dx, dy in _ROUND]
            self._canvas.polygon(corners, WHITE, self._colour, 1.0)
        else:
            marker(self._canvas, first, self._middle, 0, self._colour, hollow=True)
        marker(self._canvas, second, self._middle, 0, self._colour)

    def _alone(self, point: Point, *, is_first: bool) -> float:
        """A dot without another."""
        x, y = self._along.at(float(point.value)), self._middle
        if point.provisional:
            self._canvas.line([(x - STUB, y), (x + STUB, y)], self._colour, LINE, PROVISIONAL)
        marker(self._canvas, x, y, 0, self._colour, hollow=is_first)
        self._figure(x, point, -1 if is_first else 1, "regular" if is_first else "semibold")
        return x

    def _figure(self, x: float, point: Point, side: int, role: FontRole = "regular") -> None:
        self._text(x, side, point.text, TEXT, role)
        beyond = BESIDE + self._canvas.text_width(point.text, SIZE, role) + 3
        revision_mark(self._canvas, x + side * beyond, self._middle - SIZE * 0.25 - 1, point.mark)

    def _text(self, x: float, side: int, text: str, colour: str, role: FontRole = "regular") -> None:
        anchor: Anchor = "start" if side > 0 else "end"
        base = self._middle - SIZE * 0.25
        self._canvas.text(x + side * BESIDE, base, text, SIZE, colour, role=role, anchor=anchor, clear=True)


class _Key:
    """Which dot is what: both names in one row where they fit, and below that where figures can't be compared."""

    def __init__(self, canvas: Canvas, chart: Chart, colour: str) -> None:
        self._canvas, self._colour = canvas, colour
        roles: tuple[FontRole, FontRole] = ("regular", "semibold")
        self._roles = roles
        room = canvas.width - 4 * MARKER
        self._names = [
            wrapped(name, room, canvas, role=role, most=4) for name, role in zip(chart.sides, roles, strict=True)
        ]
        self._breaks = [cut(each.label, canvas.width, canvas) for each in chart.breaks]
        widths = [
            max(canvas.text_width(line, SIZE, role) for line in lines) + 4 * MARKER
            for lines, role in zip(self._names, roles, strict=True)
        ]
        is_one_row = all(len(lines) == 1 for lines in self._names) and fsum(widths) + BETWEEN <= canvas.width
        self._second = widths[0] + BETWEEN if is_one_row else 0.0
        lines = 1 if is_one_row else len(self._names[0]) + len(self._names[1])
        self.height = (lines + len(self._breaks)) * LEADING + GAP

    def draw(self, bottom: float) -> None:
        y = bottom + self.height - LEADING + 2
        for place, (lines, role) in enumerate(zip(self._names, self._roles, strict=True)):
            x = self._second if place else 0.0
            marker(self._canvas, x + MARKER + 1, y + 2.7, 0, self._colour, hollow=not place)
            for line in lines:
                self._canvas.text(x + 4 * MARKER, y, line, SIZE, TEXT, role=role)
                y -= LEADING
            y += LEADING if not place and self._second else 0.0
        for label in self._breaks:
            self._canvas.text(0.0, y, label, SIZE, MUTED)
            y -= LEADING
