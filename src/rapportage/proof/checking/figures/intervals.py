"""Figures as intervals: two of them agree when the true values behind them can be the same."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from rapportage.diagnostics import Span
from rapportage.figures.observation import Cell, Observation
from rapportage.figures.words.numbers import number
from rapportage.figures.words.periods import HARD_SPACE, period_name

Interval = tuple[Decimal, Decimal]
"""Lower and upper bound, both included."""
FAR = "C322"
"""What differs so much that two ways of counting do not explain it: whoever acknowledged a little did not this."""
_FAR = Decimal("0.2")
_FEW = Decimal(20)
"""Of so few even that happens."""


def interval(figure: Observation) -> Interval | None:
    """Between which values the figure is, in ones; None where nothing is known of it."""
    if figure.low is None or figure.high is None:
        return None
    return figure.low * figure.scale, figure.high * figure.scale


def total(figures: Iterable[Observation]) -> Interval | None:
    """Between which values the sum of the figures is; None when one of them is unknown."""
    low = high = Decimal(0)
    for figure in figures:
        each = interval(figure)
        if each is None:
            return None
        low, high = low + each[0], high + each[1]
    return low, high


def agree(one: Interval | None, other: Interval | None) -> bool:
    """Whether both can be true; what is unknown contradicts nothing."""
    return one is None or other is None or (one[0] <= other[1] and other[0] <= one[1])


def can_be_one(one: Interval | None, other: Interval | None) -> bool:
    """Whether both can be the same figure: two that were rounded do, where they share more than an end.

    What is halfway is rounded to one of two neighbours, and each time to the same.
    """
    if one is None or other is None:
        return True
    if one[0] < one[1] and other[0] < other[1]:
        return one[0] < other[1] and other[0] < one[1]
    return agree(one, other)


def are_far_apart(one: Interval | None, other: Interval | None) -> bool:
    """Whether one is at least over a quarter more than the other can be, and no matter of a few."""
    if one is None or other is None:
        return False
    small, large = sorted((one, other))
    return large[0] - small[1] > max(_FEW, _FAR * abs(large[0]), _FAR * abs(small[1]))


def shown(values: Interval) -> str:
    """'1.242', or '1.240 tot 1.250'."""
    low, high = (number(value) for value in values)
    return low if low == high else f"{low} tot {high}"


def cell_of(figure: Observation) -> Cell:
    """Where a figure is in the data: everything in a cube comes from one cell."""
    return figure.cells()[0]


def place_of(figure: Observation) -> Span:
    return cell_of(figure).span


def named(figure: Observation) -> str:
    """'Syrië, mei 2020', for messages."""
    return f"{figure.label}, {period_name(figure.period)}".replace(HARD_SPACE, " ")


def typed(figure: Observation) -> str:
    """'1024 (data/2020-03.yaml:36)': the figure as written in the data, and where."""
    cell = cell_of(figure)
    return f"{cell.text} ({cell.span.path}:{cell.span.line})"
