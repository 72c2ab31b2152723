"""Points in a plane: each category has its figure in the first series across, and that in the second upwards."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import fsum

from msgspec import Struct

from rapportage.document import Chart
from rapportage.document.drawing import Anchor, Drawing
from rapportage.figures.languages.spoken import spoken_language
from rapportage.pages.charts.axes import grid, tick_width
from rapportage.pages.charts.canvas import Canvas
from rapportage.pages.charts.heading import heading
from rapportage.pages.charts.scale import Scale, scale, tick_text
from rapportage.pages.charts.style import (
    AXIS,
    CLEARANCE,
    GAP,
    GRID,
    LEADING,
    MARKER,
    MUTED,
    SIZE,
    TEXT,
    cut,
    marker,
    revision_mark,
    series_colour,
    wrapped,
)
from rapportage.pages.fonts import Family

PLOT = 210.0
INSIDE = 6.0
"""Between the edges of the plot and the ends of its scales, so that no point is on an edge."""
MOST_NAMES = 60
"""More names than that never have room."""
CLEAR = 2.0
"""Between a mark and any name, so that it is seen of which point a name is."""
NEAR, FAR = MARKER + CLEAR + 0.5, 15.0
"""How far a name is from its point; from the farther a thin line leads to it."""
_SIDES: tuple[tuple[float, float, Anchor], ...] = (
    (1, 0, "start"), (-1, 0, "end"), (0, 1, "middle"), (0, -1, "middle"),
    (1, 1, "start"), (1, -1, "start"), (-1, 1, "end"), (-1, -1, "end"),
)  # fmt: skip


class _Dot(Struct, frozen=True):
    """A point of which both figures are known."""

    place: int
    name: str
    x: float
    y: float
    provisional: bool
    mark: str


def scatter_chart(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """Both scales hold zero; the shape of a point says after which break it is, a hollow one is provisional."""
    canvas = Canvas(width, 1.0, family)
    if not _all_named(canvas, chart, colours, 0.0):
        canvas = Canvas(width, 1.0, family)
        lines = wrapped(spoken_language().charts.unnamed, width, canvas)
        if not _all_named(canvas, chart, colours, len(lines) * LEADING):
            for number, line in enumerate(reversed(lines)):
                canvas.text(0, number * LEADING + 3, line, SIZE, MUTED)
    return canvas.drawing()


def _all_named(canvas: Canvas, chart: Chart, colours: Sequence[str], below: float) -> bool:
    """Draws all above `below`; False where some points could not be named."""
    values = [[point.value for point in series.points if point] for series in chart.series]
    across, up = (wrapped(chart.named(each), canvas.width, canvas, role="semibold") for each in chart.series)
    bottom = below + (len(across) + 1) * LEADING + GAP
    left = tick_width(canvas, scale(values[1], 0, PLOT)) + GAP
    rightward = _rightward(canvas, values[0], left + INSIDE)
    upward = scale(values[1], bottom, bottom + PLOT)
    title = upward.end + CLEARANCE + (len(up) - 1) * LEADING
    key = title + len(chart.breaks) * LEADING
    top = heading(canvas, chart, LEADING)
    canvas.height = key + LEADING + top.height
    grid(canvas, upward, left, rightward.end)
    _columns(canvas, rightward, upward)
    for number, line in enumerate(up):
        canvas.text(0, title - number * LEADING, line, SIZE, TEXT, role="semibold")
    for number, line in enumerate(reversed(across)):
        canvas.text(canvas.width, below + number * LEADING + 3, line, SIZE, TEXT, role="semibold", anchor="end")
    colour = series_colour(chart, 0, colours)
    for number, each in enumerate(chart.breaks, 1):
        y = key - (number - 1) * LEADING
        marker(canvas, MARKER + 1, y + 2.7, number, colour)
        canvas.text(12, y, cut(each.label, canvas.width - 14, canvas), SIZE, MUTED)
    top.draw(canvas, key, colours)
    dots = _dots(chart, rightward, upward)
    _draw(canvas, chart, dots, colour)
    return _named(canvas, dots)


def _rightward(canvas: Canvas, values: Sequence[Decimal], left: float) -> Scale:
    """The scale across, with as many ticks as have room side by side."""
    made = scale(values, left, canvas.width)
    for ticks in (6, 5, 4, 3, 2, 1):
        made = scale(values, left, canvas.width, ticks=ticks)
        widths = [canvas.text_width(tick_text(tick), SIZE) for tick in made.ticks]
        end = canvas.width - max(widths[-1] / 2, INSIDE)
        made = scale(values, left + max(widths[0] / 2 - INSIDE, 0), end, ticks=ticks)
        if max(widths) + 2 * GAP <= (made.end - made.start) / max(len(made.ticks) - 1, 1):
            break
    return made


def _columns(canvas: Canvas, rightward: Scale, upward: Scale) -> None:
    """The lines of the grid that go up, with their values below; the zeros are the axes."""
    for tick in rightward.ticks:
        x = rightward.at(tick)
        canvas.line([(x, upward.start), (x, upward.end)], GRID, 0.4)
        canvas.text(x, upward.start - LEADING - 1, tick_text(tick), SIZE, MUTED, anchor="middle")
    canvas.line([(rightward.at(0), upward.start), (rightward.at(0), upward.end)], AXIS, 0.6)
    canvas.line([(rightward.start, upward.at(0)), (rightward.end, upward.at(0))], AXIS, 0.6)


def _dots(chart: Chart, rightward: Scale, upward: Scale) -> list[_Dot]:
    across, up = chart.series
    return [
        _Dot(
            place,
            category.name,
            rightward.at(float(one.value)),
            upward.at(float(other.value)),
            one.provisional or other.provisional,
            one.mark or other.mark,
        )
        for place, (category, one, other) in enumerate(zip(chart.categories, across.points, up.points, strict=True))
        if one and other
    ]


def _draw(canvas: Canvas, chart: Chart, dots: Sequence[_Dot], colour: str) -> None:
    for dot in dots:
        shape = len([each for each in chart.breaks if each.before <= dot.place])
        marker(canvas, dot.x, dot.y, shape, colour, hollow=dot.provisional)
        canvas.reserve(dot.x, dot.y, MARKER + CLEAR)
    for dot in dots:
        revision_mark(canvas, dot.x, dot.y, dot.mark)


def _named(canvas: Canvas, dots: Sequence[_Dot]) -> bool:
    """Names each point beside it, or with a line to it, from the edges inwards; False where some have no room."""
    if not dots:
        return True
    middle = [fsum(values) / len(dots) for values in zip(*((dot.x, dot.y) for dot in dots), strict=True)]
    ordered = sorted(dots, key=lambda dot: -abs(dot.x - middle[0]) - abs(dot.y - middle[1]))
    named = [_name(canvas, dot) for dot in ordered[:MOST_NAMES]]
    return all(named) and len(named) == len(dots)


def _name(canvas: Canvas, dot: _Dot) -> bool:
    for distance in (NEAR, FAR):
        for dx, dy, anchor in _SIDES:
            x, y = dot.x + dx * distance, dot.y + dy * distance
            if canvas.text(x, y - SIZE * 0.26 + dy * 3.8, dot.name, SIZE, TEXT, anchor=anchor):
                if distance == FAR:
                    canvas.line([(dot.x + dx * 4, dot.y + dy * 4), (x - dx * 2, y - dy * 2)], MUTED, 0.5)
                return True
    return False
