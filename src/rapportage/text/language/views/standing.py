"""What place a figure has among others of which some are unknown: only what is so whatever those are is told.

A known figure is its value, '<5' is 1 to 4, and an unknown part of a total is at most what the other parts leave of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import reduce
from typing import NamedTuple

from rapportage.figures.observation import Cell, Observation, ObservationStatus
from rapportage.figures.parts import WHOLE, Part
from rapportage.figures.rounding import CONTEXT
from rapportage.text.language.faults import refuse_order
from rapportage.text.language.views.series import FigureView, SeriesView

_NOTHING, _NO_END = Decimal(0), Decimal("Infinity")
_NO_FIGURE = (ObservationStatus.LATER, ObservationStatus.IMPOSSIBLE)
"""What is not there to be larger or smaller than another: not yet, or never."""


_NEAR = 8
"""So many above a figure, and so many below it."""


class Reach(NamedTuple):
    """A figure, and between which values it is."""

    figure: FigureView
    least: Decimal
    most: Decimal

    @property
    def size(self) -> tuple[Decimal, Decimal]:
        """By what figures are ordered: of those that can be as large the one that can be least small first."""
        return self.most, self.least


class Standing(NamedTuple):
    """The largest figures, largest first, and those that may be among them or at another place of them."""

    sure: tuple[FigureView, ...]
    unsure: tuple[FigureView, ...]


def largest(figures: Iterable[FigureView], count: int) -> Standing:
    """The `count` largest, with those that tie with the last.

    A figure is among them when fewer than `count` others can be larger, and is not when so many surely are. One that is
    not known at all has no place among them, and one of which only bounds are known none among what is between those.
    """
    row = _reaches(figures)
    mosts, leasts = sorted(each.most for each in row), sorted(each.least for each in row)
    chosen = []
    for each in row:
        may_be_larger = len(row) - bisect_right(mosts, each.least) - (each.most > each.least)
        surely_larger = len(row) - bisect_right(leasts, each.most)
        if surely_larger < count:
            chosen.append((each, may_be_larger < count))
    known = sorted(each.most for each, _ in chosen if each.least == each.most)
    sure = {id(each) for each, is_sure in chosen if is_sure and _has_place(each, known)}
    ordered = sorted((each for each, _ in chosen), key=lambda each: each.size, reverse=True)
    unsure = [each.figure for each in ordered if id(each) not in sure]
    return Standing(
        tuple(each.figure for each in ordered if id(each) in sure),
        tuple(sorted(unsure, key=lambda figure: not figure.observation.known)),
    )


def _has_place(one: Reach, known: Sequence[Decimal]) -> bool:
    """Whether no known figure is among what it can be; `known` in order."""
    if one.least == one.most:
        return True
    at = bisect_right(known, one.least)
    return one.figure.observation.low is not None and not (at < len(known) and known[at] < one.most)


def extreme(figures: Iterable[FigureView], *, is_high: bool) -> FigureView | None:
    """The largest or the smallest known figure, of equal ones the first; None where none is known.

    Raises:
        ExpressionFault: an unknown one may be larger or smaller.
    """
    row = _reaches(figures)
    known = [each for each in row if each.least == each.most and each.figure.observation.known]
    if not known:
        return None
    found = max(known, key=lambda each: each.most) if is_high else min(known, key=lambda each: each.least)
    beyond = [each for each in row if (each.most > found.most if is_high else each.least < found.least)]
    refuse_order([each.figure.label for each in beyond])
    return found.figure


class Field(NamedTuple):
    """All figures that one has a place among, ready to be asked that of each of them."""

    leasts: list[Decimal]
    """In order."""
    unknown: list[Reach]
    """Of which only bounds are known, or nothing."""
    ordered: list[FigureView]
    """In the order of `leasts`."""


def field_of(figures: Iterable[FigureView]) -> Field:
    row = sorted(_reaches(figures), key=lambda each: each.least)
    unknown = [each for each in row if each.least != each.most]
    return Field([each.least for each in row], unknown, [each.figure for each in row])


def place(figure: FigureView, others: Field) -> int:
    """What place a known figure has among others, from 1: after all that are larger.

    Raises:
        ExpressionFault: an unknown one may be larger.
    """
    value = figure.observation.value or _NOTHING
    refuse_order([each.figure.label for each in others.unknown if each.most > value >= each.least])
    return len(others.leasts) - bisect_right(others.leasts, value) + 1


def place_from_least(figure: FigureView, others: Field) -> int:
    """What place a known figure has from the other end: after all that are smaller.

    Raises:
        ExpressionFault: an unknown one may be smaller.
    """
    value = figure.observation.value or _NOTHING
    refuse_order([each.figure.label for each in others.unknown if each.least < value <= each.most])
    return bisect_left(others.leasts, value) + 1


def as_much(figure: FigureView, others: Field) -> FigureView | None:
    """Another that is as much as a known figure, if there is one."""
    value = figure.observation.value or _NOTHING
    first, last = bisect_left(others.leasts, value), bisect_right(others.leasts, value)
    return next((each for each in others.ordered[first:last] if each.part != figure.part), None)


def neighbours(figure: FigureView, others: Field) -> list[FigureView]:
    """The figures with which one was compared; of very many those around it, which stand for the others."""
    value = figure.observation.value or _NOTHING
    first = max(0, bisect_left(others.leasts, value) - _NEAR)
    around = others.ordered[first : bisect_right(others.leasts, value) + _NEAR]
    return [each for each in around if each.part != figure.part]


# --- Between which values a figure is ---------------------------------------------------------------


def _reaches(figures: Iterable[FigureView]) -> list[Reach]:
    """What each figure can be; without those that can be nothing."""
    sums: dict[object, Decimal] = {}
    return [_reach(figure, sums) for figure in figures if figure.observation.status not in _NO_FIGURE]


def _reach(figure: FigureView, sums: dict[object, Decimal]) -> Reach:
    one = figure.observation
    if one.value is not None:
        return Reach(figure, one.value, one.value)
    if one.low is not None and one.high is not None:
        return Reach(figure, one.low, one.high)
    if one.measure.negative:
        return Reach(figure, -_NO_END, _NO_END)
    ends = (_left(figure, whole, sums) for whole in figure.part.wholes())
    return Reach(figure, _NOTHING, min((_NO_END if one.measure.most is None else one.measure.most, *ends)))


def _left(figure: FigureView, whole: Part, sums: dict[object, Decimal]) -> Decimal:
    """What the other parts of a whole leave for an unknown one."""
    one, series = figure.observation, figure.series
    if series is None or not one.measure.adds_up or not isinstance(one.provenance, Cell):
        return _NO_END
    total = series.cube.whole_of(one, whole)
    most = total.high if total else one.measure.most if whole == WHOLE else None
    if most is None:
        return _NO_END
    known = one.provenance.series, one.period, one.provenance.vintage, figure.part.dimensions, whole
    if known not in sums:
        sums[known] = _at_least(series, one, figure.part, whole)
    return CONTEXT.subtract(most, sums[known])


def _at_least(series: SeriesView, unknown: Observation, part: Part, whole: Part) -> Decimal:
    """What the parts of a whole are together at least: those that were published with an unknown one."""
    cube, id, as_of, total = series.cube, series.series.id, series.as_of, series.cube.whole_of(unknown, whole)
    parts = cube.parts(id, unknown.period, part.dimensions, as_of, whole)
    others = (cube.observe(id, unknown.period, other, as_of) for other in parts)
    lows = (one.low for one in others if one is not None and one.low is not None and cube.whole_of(one, whole) == total)
    return reduce(CONTEXT.add, lows, _NOTHING)
