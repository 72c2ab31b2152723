"""Calculations done again, with what is not known as an unknown: every one that we can follow is a quotient of sums."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct, field

from rapportage.document import Delivered, Formula, Operand
from rapportage.figures.observation import Operation

CONSTANT = -1
"""The place of what belongs to no cell."""

Sum = Mapping[int, Fraction]
"""Coefficients by cell, and the constant."""

_ONE: Sum = {CONSTANT: Fraction(1)}
_HUNDRED = Fraction(100)


class Ratio(Struct, frozen=True):
    top: Sum
    bottom: Sum = field(default_factory=lambda: _ONE)

    def value(self, exact: Callable[[int], Fraction]) -> Fraction | None:
        """What it comes to; None where it divides by 0."""
        below = _value(self.bottom, exact)
        return _value(self.top, exact) / below if below else None


class Untraceable(Exception):
    """A calculation that is no quotient of sums."""


def ratio_of(calculation: Operand, cell: Callable[[int], int | None]) -> Ratio:
    """The quotient that it is; `cell` gives the cell of an input, None for one that is impossible and adds nothing.

    Raises:
        Untraceable: it is none.
    """
    found = _ratio(calculation, cell)
    if found is None:
        raise Untraceable
    return found


def _ratio(formula: Operand, cell: Callable[[int], int | None]) -> Ratio | None:
    if isinstance(formula, Delivered):
        number = cell(formula.place)
        return None if number is None else Ratio({number: Fraction(1)})
    if not isinstance(formula, Formula):  # a number of the user's own
        raise Untraceable
    match formula:  # in thousands, or twice as many
        case Formula(operation=Operation.PRODUCT, operands=(one, Decimal() as times) | (Decimal() as times, one)):
            return _scaled(_ratio(one, cell), Fraction(times))
        case Formula(operation=Operation.QUOTIENT, operands=(one, Decimal() as times)) if times:
            return _scaled(_ratio(one, cell), 1 / Fraction(times))
    operands = [_ratio(each, cell) for each in formula.operands]
    known = [each for each in operands if each is not None]
    match formula.operation:
        case Operation.SUM:
            return _added(known, [1] * len(known))
        case Operation.MEAN if known:
            return _times(_added(known, [1] * len(known)), Fraction(1, len(known)))
        case Operation.DIFFERENCE if len(operands) == len(known) == 2:
            return _added(known, [1, -1])
        case Operation.REST if operands and operands[0] is not None:
            return _added(known, [1, *([-1] * (len(known) - 1))])
        case Operation.SHARE | Operation.INDEX if len(operands) == len(known) == 2:
            return _times(_divided(known[0], known[1]), _HUNDRED)
        case Operation.QUOTIENT if len(operands) == len(known) == 2:
            return _divided(known[0], known[1])
        case Operation.CHANGE if len(operands) == len(known) == 2:
            return _times(_divided(_added(known, [1, -1]), known[1]), _HUNDRED)
    raise Untraceable


def _added(ratios: list[Ratio], signs: list[int]) -> Ratio:
    if not ratios or any(each.bottom != ratios[0].bottom for each in ratios):
        raise Untraceable
    made: dict[int, Fraction] = {}
    for each, sign in zip(ratios, signs, strict=True):
        for place, factor in each.top.items():
            made[place] = made.get(place, Fraction(0)) + sign * factor
    return Ratio(made, ratios[0].bottom)


def _scaled(ratio: Ratio | None, factor: Fraction) -> Ratio | None:
    return None if ratio is None else _times(ratio, factor)


def _times(ratio: Ratio, factor: Fraction) -> Ratio:
    return Ratio({place: each * factor for place, each in ratio.top.items()}, ratio.bottom)


def _divided(left: Ratio, right: Ratio) -> Ratio:
    if left.bottom != right.bottom:
        raise Untraceable
    return Ratio(left.top, right.top)


def _value(one: Sum, exact: Callable[[int], Fraction]) -> Fraction:
    return sum((factor * (1 if place == CONSTANT else exact(place)) for place, factor in one.items()), Fraction(0))
