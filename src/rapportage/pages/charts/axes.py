"""What is under and beside the marks: grid, names of categories and of their groups."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from math import ceil

from msgspec import Struct

from rapportage.document import Category, Chart
from rapportage.document.characters import words
from rapportage.pages.charts.canvas import Canvas
from rapportage.pages.charts.scale import Scale, tick_text
from rapportage.pages.charts.style import AXIS, GAP, GRID, LEADING, MUTED, SIZE, TEXT, cut, wrapped

MOST_TURNS, MOST_LINES = 6, 6
"""Names that do not fit side by side take turns in so many rows, each of at most so many lines."""
APART = 3.0
"""Between the names of two groups, so that '2019' and '2020' are no one number."""
LONGEST = 0.25
"""The part of the width that one name on a crowded axis may take."""


def tick_width(canvas: Canvas, upward: Scale) -> float:
    return max(canvas.text_width(tick_text(tick), SIZE) for tick in upward.ticks)


def grid(
    canvas: Canvas, upward: Scale, left: float, right: float, *, with_ticks: bool = True, with_nought: bool = True
) -> None:
    """Thin lines at the ticks with their values at the left; 0 may be left out where other figures are below it."""
    for tick in upward.ticks:
        y = upward.at(tick)
        canvas.line([(left, y), (right, y)], GRID, 0.4)
        if with_ticks and (tick or with_nought):
            canvas.text(left - GAP, y - SIZE * 0.3, tick_text(tick), SIZE, MUTED, anchor="end")


class NamesTooWide(Exception):
    """The names of the categories can't be set below their bars, in whatever way; none is ever cut or left out."""

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart.id)
        self.chart = chart


class CategoryAxis(Struct, frozen=True):
    """The names under places that are `step` points apart: for each place its lines, and perhaps groups below."""

    names: tuple[tuple[str, ...], ...]
    groups: tuple[tuple[str, int, int], ...]
    """The name of a group, its first place and its last."""
    starts_group: bool
    """Whether the first place is where a group begins, as far as the others show it."""

    @property
    def height(self) -> float:
        return (max(map(len, self.names), default=0) + bool(self.groups)) * LEADING + 6

    def draw(self, canvas: Canvas, across: list[float], bottom: float, tick: float) -> None:
        """Sets the names below `bottom`; a group's tick is `tick` points from the middle of its first place."""
        for x, lines in zip(across, self.names, strict=True):
            for number, line in enumerate(lines, 1):
                centred(canvas, x, bottom - number * LEADING, line, TEXT)
        y = bottom - (max(map(len, self.names), default=0) + 1) * LEADING
        named: list[tuple[float, float]] = []
        # The fullest groups first: where two names would touch, that of the fragment gives way.
        for name, first, last in sorted(self.groups, key=lambda group: group[1] - group[2]):
            if first or self.starts_group:
                canvas.line([(across[first] + tick, bottom), (across[first] + tick, bottom - 4)], AXIS, 0.6)
            half = canvas.text_width(name, SIZE) / 2
            for middle in ((across[first] + across[last]) / 2, across[first] + tick + half):  # else from its tick on
                has_room = all(abs(middle - other) >= half + width + APART for other, width in named)
                if has_room and centred(canvas, middle, y, name, TEXT):
                    named.append((middle, half))
                    break


def category_axis(canvas: Canvas, chart: Chart, step: float) -> CategoryAxis:
    """The names of all categories; of periods those at regular steps, or only the years, where there is no more room.

    Raises:
        NamesTooWide: categories that are no periods can't all be named.
    """
    categories = chart.categories
    spans = []
    for name, members in groupby(range(len(categories)), key=lambda place: categories[place].group):
        places = list(members)
        spans.append((name, places[0], places[-1]))
    groups = tuple(spans) if any(name for name, _, _ in spans) else ()
    starts_group = len(spans) > 1 and categories[0].label == categories[spans[1][1]].label
    if groups or (categories and categories[0].is_period):
        names = _periods(canvas, categories, step, has_groups=bool(groups))
    else:
        labels = [each.label for each in categories]
        tries = (_by_turns(canvas, labels, step, turns) for turns in range(1, MOST_TURNS + 1))
        names = next((found for found in tries if found), ())
        if len(names) < len(labels):
            raise NamesTooWide(chart)
    return CategoryAxis(names, groups, starts_group)


def _by_turns(canvas: Canvas, labels: Sequence[str], step: float, turns: int) -> tuple[tuple[str, ...], ...] | None:
    """The lines of each name, whole, in rows that they take turns in; None where they do not fit so."""
    width = step * (turns + 1) / 2 - GAP  # a name at the edge moves inwards, and must stay clear of its neighbour
    longest = max((canvas.text_width(word, SIZE) for label in labels for word in words(label)), default=0.0)
    lines = [wrapped(label, width, canvas, most=len(label)) for label in labels]
    if longest > width or any(len(each) > MOST_LINES for each in lines):
        return None
    above = [0]
    for turn in range(turns - 1):
        above.append(above[-1] + max((len(each) for each in lines[turn::turns]), default=0))
    return tuple((*("",) * above[place % turns], *each) for place, each in enumerate(lines))


def _periods(
    canvas: Canvas, categories: tuple[Category, ...], step: float, *, has_groups: bool
) -> tuple[tuple[str, ...], ...]:
    labels = [each.label for each in categories]
    widest = max((canvas.text_width(label, SIZE) for label in labels), default=0.0)
    if has_groups and widest + GAP > step:
        return ((),) * len(labels)
    whole = max((canvas.text_width(word, SIZE) for label in labels for word in words(label)), default=0.0) + GAP
    if step >= whole:
        return tuple(tuple(wrapped(label, step - GAP, canvas)) for label in labels)
    short = [cut(label, canvas.width * LONGEST, canvas) for label in labels]
    stride = ceil((max(canvas.text_width(label, SIZE) for label in short) + GAP) / step)
    return tuple((label,) if place % stride == 0 else () for place, label in enumerate(short))


def centred(canvas: Canvas, x: float, y: float, text: str, colour: str) -> bool:
    """Sets `text` around x, or as near to it as the edges allow."""
    half = canvas.text_width(text, SIZE) / 2
    return canvas.text(min(max(x, half), canvas.width - half), y, text, SIZE, colour, anchor="middle")
