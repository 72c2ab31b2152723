"""Small multiples: a panel per series, all on one scale, so that courses can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from rapportage.document import Category, Chart, ChartSeries
from rapportage.document.drawing import Drawing
from rapportage.figures.words.signs import unknown
from rapportage.pages.charts.axes import grid, tick_width
from rapportage.pages.charts.canvas import Canvas
from rapportage.pages.charts.frame import INSET, Frame, Places, all_values
from rapportage.pages.charts.heading import BETWEEN, PATCH, heading
from rapportage.pages.charts.kinds.lines import draw_lines
from rapportage.pages.charts.scale import scale
from rapportage.pages.charts.style import (
    BREAK,
    GAP,
    LEADING,
    MUTED,
    SIZE,
    TEXT,
    cut,
    revision_mark,
    series_colour,
    text_colour,
    wrapped,
)
from rapportage.pages.fonts import Family

PLOT = 74.0
GUTTER = 18.0
COLUMNS = 3
NAME_LINES = 4
_Key = tuple[bool, str]
"""Whether a line is that of a break, and what it means."""


def small_multiples(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """Panels of a line each, up to three side by side, with its name and last figure above it."""
    canvas = Canvas(width, 1.0, family)
    count = len(chart.series)
    columns = 2 if count == 4 else min(count, COLUMNS)
    values = all_values(chart)
    left = tick_width(canvas, scale(values, 0, PLOT, ticks=3)) + GAP
    panel = (width - left - (columns - 1) * GUTTER) / columns
    names = [wrapped(_name(series), panel, canvas, role="semibold", most=NAME_LINES) for series in chart.series]
    rows = [names[start : start + columns] for start in range(0, count, columns)]
    heights = [max(map(len, row)) * LEADING + GAP + PLOT + LEADING + GAP + GUTTER for row in rows]
    keys = _keys(canvas, chart)
    above = heading(canvas, chart, GAP)
    beside = _beside(canvas, keys, above.used) if above.height else []
    below = [] if beside else keys
    canvas.height = fsum(heights) - GUTTER + len(below) * LEADING + above.height + GAP
    top = canvas.height - above.height
    above.draw(canvas, top, colours)
    for key, x in zip(keys, beside, strict=False):
        _draw_key(canvas, key, x, top + above.clearance)
    for key in below:
        top -= LEADING
        _draw_key(canvas, key, 0.0, top)
    top -= GAP
    for place, lines in enumerate(names):
        row, column = divmod(place, columns)
        panel_left = left + column * (panel + GUTTER)
        panel_top = top - fsum(heights[:row])
        bottom = panel_top - heights[row] + GUTTER + LEADING + GAP
        for number, line in enumerate(lines):
            colour = text_colour(series_colour(chart, place, colours))
            y = panel_top - (number + 1) * LEADING + 2
            canvas.text(panel_left, y, line, SIZE, colour, role="semibold")
        _panel(canvas, chart, place, colours, (panel_left, bottom, panel), with_ticks=column == 0)
    return canvas.drawing()


def _name(series: ChartSeries) -> str:
    last = next((point for point in reversed(series.points) if point), None)
    colon = ":" if series.name[-1:].isdigit() else ""
    return f"{series.name}{colon} {last.text if last else unknown()}"


def _keys(canvas: Canvas, chart: Chart) -> list[_Key]:
    """What the upright lines in the panels mean: a break, or an event with its period."""
    breaks = [(True, each.label) for each in chart.breaks]
    events = [(False, f"{_label(chart.categories[each.place])}: {each.text}") for each in chart.annotations]
    return [(is_break, cut(label, canvas.width - 2 * PATCH - 4, canvas)) for is_break, label in (*breaks, *events)]


def _beside(canvas: Canvas, keys: Sequence[_Key], used: float) -> list[float]:
    """Where each key begins behind the unit, when all of them have room there; else nothing."""
    starts = [used]
    for _, label in keys:
        starts.append(starts[-1] + 2 * PATCH + 4 + canvas.text_width(label, SIZE) + BETWEEN)
    return starts[:-1] if starts[-1] - BETWEEN <= canvas.width else []


def _draw_key(canvas: Canvas, key: _Key, x: float, y: float) -> None:
    is_break, label = key
    colour = MUTED if is_break else TEXT
    canvas.line([(x, y + 3), (x + 2 * PATCH, y + 3)], colour, 0.8, BREAK if is_break else ())
    canvas.text(x + 2 * PATCH + 4, y, label, SIZE, colour)


def _label(category: Category) -> str:
    return f"{category.label} {category.group}".strip()


def _panel(
    canvas: Canvas,
    chart: Chart,
    place: int,
    colours: Sequence[str],
    box: tuple[float, float, float],
    *,
    with_ticks: bool,
) -> None:
    left, bottom, width = box
    right = left + width
    upward = scale(all_values(chart), bottom, bottom + PLOT, ticks=3)
    grid(canvas, upward, left, right, with_ticks=with_ticks)
    count = len(chart.categories)
    step = (width - 2 * INSET) / max(count - 1, 1)
    first = left + INSET if count > 1 else left + width / 2
    across = tuple(first + at * step for at in range(count))
    for each in (one for one in chart.breaks if not one.series or place in one.series):
        x = first + (each.before - 0.5) * step
        canvas.line([(x, bottom), (x, upward.end)], MUTED, 0.8, BREAK)
    for event in chart.annotations:
        canvas.line([(across[event.place], bottom), (across[event.place], upward.end)], TEXT, 0.5)
    plot = Frame(canvas, Places(left, right, across, step, are_bands=False), upward)
    plot.zero_line()
    draw_lines(plot, chart, [place], colours)
    for x, point in zip(across, chart.series[place].points, strict=True):
        if point:
            revision_mark(canvas, x, upward.at(float(point.value)), point.mark)
    base = bottom - LEADING
    room = width / 2 - GAP
    canvas.text(left, base, cut(_label(chart.categories[0]), room, canvas), SIZE, MUTED)
    if count > 1:
        canvas.text(right, base, cut(_label(chart.categories[-1]), room, canvas), SIZE, MUTED, anchor="end")
