"""Linear scales with round ticks."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import ceil, floor, log10

from msgspec import Struct

from rapportage.figures.words.numbers import number

_STEPS = (1, 2, 2.5, 5, 10)


class Scale(Struct, frozen=True):
    """Maps `low` … `high` to `start` … `end` points; `ticks` are round values within it."""

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...]

    def at(self, value: float) -> float:
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def scale(values: Iterable[Decimal], start: float, end: float, *, ticks: int = 5) -> Scale:
    """A scale that holds all values and zero, with about so many steps; it ends at a tick on either side.

    Whole values, which are counts, get whole ticks: there is no half application.
    """
    values = tuple(values)
    numbers = [float(value) for value in values]
    low, high = min([0.0, *numbers]), max([0.0, *numbers])
    if low == high:
        high = 1.0
    step = _step((high - low) / ticks, whole=all(value == value.to_integral_value() for value in values))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return Scale(first * step, last * step, start, end, tuple(index * step for index in range(first, last + 1)))


def free_scale(values: Iterable[Decimal], start: float, end: float, *, ticks: int = 5) -> Scale:
    """A scale that holds all values, and zero only where it is near: for places, that are no lengths from zero."""
    values = tuple(values)
    low, high = float(min(values)), float(max(values))
    low = 0.0 if 0 < low < high / 3 else low
    step = _step((high - low) / ticks or 1.0, whole=all(value == value.to_integral_value() for value in values))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    last = max(last, first + 2)
    return Scale(first * step, last * step, start, end, tuple(index * step for index in range(first, last + 1)))


def exact_scale(values: Iterable[Decimal], start: float, end: float) -> Scale:
    """A scale from zero to the largest value, without ticks: for bars that show their own values."""
    numbers = [float(value) for value in values]
    low, high = min([0.0, *numbers]), max([0.0, *numbers])
    return Scale(low, high if high > low else low + 1.0, start, end, ())


def tick_text(value: float) -> str:
    """'1.500', '0,5'."""
    return number(Decimal(repr(round(value, 9))))


def _step(least: float, *, whole: bool) -> float:
    """The smallest of 1, 2, 2.5, 5, 10 … that is at least `least`, and whole where that is asked."""
    magnitude = 10.0 ** floor(log10(max(least, 1.0) if whole else least))
    steps = (step * magnitude for step in _STEPS)
    return next(step for step in steps if step >= least * (1 - 1e-9) and not (whole and step != round(step)))
