"""A map: areas in the tints of their classes, a legend with how many areas each has, and words where they have room.

Borders are drawn once, in a colour that is seen on both sides. What is too small to be seen is a dot.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum

from msgspec import Struct

from rapportage.document import Chart, ChartMap
from rapportage.document.drawing import Drawing
from rapportage.pages.charts.canvas import WHITE, Canvas, Stroke, through
from rapportage.pages.charts.heading import heading
from rapportage.pages.charts.maps.hexagons import hexagons
from rapportage.pages.charts.maps.inset import LEAST, draw_frame, fitted, on_map
from rapportage.pages.charts.maps.labels import set_labels
from rapportage.pages.charts.maps.outline import Outlines, Plan, as_they_are, size_of
from rapportage.pages.charts.maps.tints import UNKNOWN, WITHHELD, WITHOUT, Tint, line_between, tints
from rapportage.pages.charts.style import GAP, LEADING, PROVISIONAL, SIZE, TEXT, wrapped
from rapportage.pages.fonts import Family

HIGHEST = 300.0
WIDE = 1.35
"""Of a map that is so much wider than it is high the legend is below it."""
LEGEND = 0.45
"""The part of the width that a legend beside the map may take."""
HIGHEST_INSET = 220.0
BESIDE = 0.36
"""The part of the width that an inset beside the map has at least."""
PATCH = 14.0, 8.5
BORDER = 0.35
DOT = 2.0
_DOT = ((1, 0), (0, 1), (-1, 0), (0, -1))


def map_chart(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """The map beside its legend, or above it where it is wide or there is no room."""
    shown = chart.map
    if shown is None:
        raise TypeError("a map has areas")
    canvas = Canvas(width, 1.0, family)
    filled = tints(shown, colours[0])
    legend = _legend(canvas, shown, filled, width)
    across, up = size_of(shown.boundaries)
    is_beside = across < WIDE * up and legend.width <= width * LEGEND
    plan = _plan(shown, width, legend.width if is_beside else 0.0)
    x = plan.width + 3 * GAP if is_beside else 0.0
    scale = plan.width / across
    inset, is_aside = None, False
    if shown.inset is not None:
        room = plan.height - legend.height - 2 * GAP
        inset = fitted(canvas, shown.boundaries, shown.inset, width - x, room)
        is_aside = is_beside and inset.scale >= LEAST * scale
        if not is_aside:
            inset = fitted(canvas, shown.boundaries, shown.inset, width, HIGHEST_INSET)
    below = 0.0 if is_beside else legend.height_below(width) + 2 * GAP
    below += inset.height + 2 * GAP if inset and not is_aside else 0.0
    above = heading(canvas, chart, GAP)
    top = below + max(plan.height, legend.height if is_beside else 0.0)
    canvas.height = top + above.height
    above.draw(canvas, top, colours)
    picture = _Picture(canvas, chart, shown, filled)
    at = (0.0, top - plan.height)
    drawn = plan.outlines(at)
    picture.paint(drawn)
    if inset is not None:
        draw_frame(canvas, on_map(shown.boundaries, inset.box, scale, at))
        high = top - legend.height if is_aside else below
        frame, outlines = inset.begin(canvas, x if is_aside else 0.0, high - 2 * GAP)
        with canvas.clipped(*frame):
            picture.paint(outlines)
        draw_frame(canvas, frame)
    picture.label(drawn)
    if is_beside:
        legend.draw(canvas, x, top)
    else:
        legend.draw_below(canvas, legend.height_below(width))
    return canvas.drawing()


def _plan(shown: ChartMap, width: float, legend: float) -> Plan:
    """How large the map is, beside what the legend takes; an inset beside it has a third."""
    room = width
    if legend:
        room = width - max(legend, width * BESIDE if shown.inset else 0.0) - 3 * GAP
    return (hexagons if shown.are_hexagons else as_they_are)(shown.boundaries, room, HIGHEST)


class _Picture(Struct, frozen=True):
    """The areas at their places."""

    canvas: Canvas
    chart: Chart
    shown: ChartMap
    tints: Sequence[Tint]

    def label(self, drawn: Outlines) -> None:
        """Words in the areas that have room for them."""
        set_labels(self.canvas, self.chart, self.shown, drawn.areas, self._fills())

    def paint(self, drawn: Outlines) -> None:
        fills = self._fills()
        by_tint: dict[Tint, list[Stroke]] = {}
        for tint, rings in zip(fills, drawn.areas, strict=True):
            by_tint.setdefault(tint, []).extend([ring.stroke for ring in rings])
        for tint, together in by_tint.items():
            if together:
                self.canvas.shape(together, tint.fill, tint.hatch, tint.hatch_colour)
        self._borders(drawn, fills)
        self._dots(drawn, fills)

    def _fills(self) -> list[Tint]:
        """How each area is filled."""
        found = [Tint(WHITE, WITHOUT)] * len(self.shown.boundaries.areas)
        for place, area in enumerate(self.shown.areas):
            if area is not None:
                found[area] = self._tint(place)
        return found

    def _tint(self, place: int) -> Tint:
        of = self.shown.of[place]
        if of is not None:
            return self.tints[of]
        return Tint(WHITE, WITHHELD if self.chart.series[0].absent(place).is_small else UNKNOWN)

    def _borders(self, drawn: Outlines, fills: Sequence[Tint]) -> None:
        """Dashed around a figure that is provisional."""
        points = self.chart.series[0].points
        light = {area for point, area in zip(points, self.shown.areas, strict=True) if point and point.provisional}
        found: dict[tuple[str, bool], list[Stroke]] = {}
        for border in drawn.borders:
            sides = [fills[side].fill for side in border.sides]
            colour = line_between(sides[0], sides[1] if len(sides) > 1 else WHITE)
            found.setdefault((colour, not light.isdisjoint(border.sides)), []).append(border.line.stroke)
        for (colour, is_dashed), lines in found.items():
            self.canvas.lines(lines, colour, BORDER, PROVISIONAL if is_dashed else ())

    def _dots(self, drawn: Outlines, fills: Sequence[Tint]) -> None:
        """Of areas of which there is a figure, or a reason why there is none."""
        for area in self.shown.areas:
            if area is None or area not in drawn.dots:
                continue
            x, y = drawn.dots[area]
            corners = [(round(x + dx * DOT, 1), round(y + dy * DOT, 1)) for dx, dy in _DOT]
            self.canvas.shape([through(corners)], fills[area].fill, fills[area].hatch, fills[area].hatch_colour)
            self.canvas.lines([through([*corners, corners[0]])], TEXT, BORDER)


class _Entry(Struct, frozen=True):
    lines: tuple[str, ...]
    tint: Tint
    width: float

    @property
    def height(self) -> float:
        return len(self.lines) * LEADING + 2

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        across, up = PATCH
        bottom = top - LEADING + 1
        left, right, lower, upper = (round(each, 2) for each in (x, x + across, bottom, bottom + up))
        corners = [(left, lower), (right, lower), (right, upper), (left, upper)]
        canvas.shape([through(corners)], self.tint.fill, self.tint.hatch, self.tint.hatch_colour)
        canvas.lines([through([*corners, corners[0]])], TEXT, BORDER)
        for number, line in enumerate(self.lines, 1):
            canvas.text(x + across + GAP, top - number * LEADING + 2.5, line, SIZE, TEXT)


class _Legend(Struct, frozen=True):
    """Classes from low to high, and what has no figure. In one column the highest is at the top."""

    classes: tuple[_Entry, ...]
    others: tuple[_Entry, ...]

    @property
    def entries(self) -> tuple[_Entry, ...]:
        return (*self.classes[::-1], *self.others)

    @property
    def width(self) -> float:
        return max((each.width for each in self.entries), default=0.0)

    @property
    def height(self) -> float:
        return self.entries_height(self.entries)

    @staticmethod
    def entries_height(entries: Sequence[_Entry]) -> float:
        return fsum(each.height for each in entries)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        for each in self.entries:
            each.draw(canvas, x, top)
            top -= each.height

    def _columns(self, width: float) -> int:
        return max(1, int((width + 2 * GAP) // (self.width + 2 * GAP)))

    def _rows(self, width: float) -> Iterator[tuple[_Entry, ...]]:
        """In columns of one width, read from the left to the right, from low to high as along an axis."""
        count = self._columns(width)
        entries = (*self.classes, *self.others) if count > 1 else self.entries
        yield from (entries[at : at + count] for at in range(0, len(entries), count))

    def height_below(self, width: float) -> float:
        rows = [max(row, key=lambda each: each.height) for row in self._rows(width)]
        return self.entries_height(rows)

    def draw_below(self, canvas: Canvas, top: float) -> None:
        for row in self._rows(canvas.width):
            for place, each in enumerate(row):
                each.draw(canvas, place * (self.width + 2 * GAP), top)
            top -= max(each.height for each in row)


def _legend(canvas: Canvas, shown: ChartMap, filled: Sequence[Tint], width: float) -> _Legend:
    words = [(each.words, tint) for each, tint in zip(shown.classes, filled, strict=True)]
    others = ((shown.withheld, WITHHELD), (shown.unknown, UNKNOWN), (shown.without, WITHOUT))
    words += [(said, Tint(WHITE, hatch)) for said, hatch in others if said]
    room = width - PATCH[0] - GAP
    entries = []
    for said, tint in words:
        lines = tuple(wrapped(said, room, canvas, most=4))
        taken = max((canvas.text_width(line, SIZE) for line in lines), default=0.0)
        entries.append(_Entry(lines, tint, PATCH[0] + GAP + taken))
    count = len(shown.classes)
    return _Legend(tuple(entries[:count]), tuple(entries[count:]))
