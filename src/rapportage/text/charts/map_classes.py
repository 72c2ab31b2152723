"""The classes of a map: bounds between figures, as round as they can be and leave every figure in its class."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import ROUND_FLOOR, Decimal
from itertools import accumulate, pairwise

from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.rounding import CONTEXT
from rapportage.figures.words.numbers import decimals_of, number
from rapportage.input.specs.blocks.classes import EQUAL, NATURAL, USUAL_TINTS, ClassesSpec

_ZERO = Decimal(0)
_STEPS = (Decimal(5), Decimal("2.5"), Decimal(2), Decimal(1))
"""Of round numbers: 1, 2, 2,5 and 5, and tens of them."""


def bounds_of(values: Sequence[Decimal], asked: ClassesSpec | None) -> tuple[Decimal, ...]:
    """The bounds between the classes, from low to high: a figure is in the class that begins at or below it.

    Where some figures are below zero and some are not, one is zero, unless the bounds themselves were asked.
    """
    if not values or (asked and asked.bounds):
        return asked.bounds if asked else ()
    count, method = (asked.most, asked.method) if asked else (None, None)
    count, method = count or USUAL_TINTS, method or NATURAL
    known = sorted(values)
    if method == EQUAL:
        return _equal(known[0], known[-1], count)
    ends = _natural if method == NATURAL else _quantiles
    found = _rounded(known, ends(known, count))
    return _used(known, _with_zero(found, count)) if known[0] < 0 <= known[-1] else tuple(found)


def place_in(bounds: Sequence[Decimal], value: Decimal) -> int:
    """Which class a figure is in."""
    return bisect_right(bounds, value)


def class_words(bounds: Sequence[Decimal], place: int) -> str:
    """'minder dan 100', '100 tot 200' or '200 of meer'; '' where there is one class."""
    words = spoken_language().charts
    if not bounds:
        return ""
    if place == 0:
        return words.class_below(number(bounds[0]))
    if place == len(bounds):
        return words.class_from(number(bounds[-1]))
    return words.class_between(number(bounds[place - 1]), number(bounds[place]))


def steps_of(bounds: Sequence[Decimal], *, has_negatives: bool) -> tuple[int, ...]:
    """How far each class is from the palest: 1, 2 … up, and -1, -2 … down from zero."""
    below = bisect_right(bounds, _ZERO) if has_negatives else 0
    return tuple(place - below + (1 if place >= below else 0) for place in range(len(bounds) + 1))


def _used(known: Sequence[Decimal], bounds: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """The bounds that set figures apart."""
    places = {place_in(bounds, value) for value in known}
    return tuple(bound for place, bound in enumerate(bounds, 1) if place in places and min(places) < place)


def _with_zero(bounds: Sequence[Decimal], most: int) -> list[Decimal]:
    """With zero among them, in the place of the one that is nearest where there would be too many."""
    if _ZERO in bounds:
        return list(bounds)
    kept = list(bounds)
    if len(kept) >= most - 1:
        kept.remove(min(kept, key=abs))
    return sorted((*kept, _ZERO))


# --- Where figures are set apart ----------------------------------------------------------------------


def _equal(low: Decimal, high: Decimal, count: int) -> tuple[Decimal, ...]:
    """Equal steps between round numbers, so many or fewer; zero is a multiple of any step."""
    least = CONTEXT.divide(CONTEXT.subtract(high, low), Decimal(count))
    if not least:
        return ()
    step = next(step for step in _rounder(least) if _floor(high, step) - _floor(low, step) < count)
    return tuple(step * place for place in range(_floor(low, step) + 1, _floor(high, step) + 1))


def _floor(value: Decimal, step: Decimal) -> int:
    return int(CONTEXT.divide(value, step).to_integral_value(ROUND_FLOOR))


def _rounder(least: Decimal) -> Iterator[Decimal]:
    """Round numbers from `least` up."""
    size = Decimal(1).scaleb(least.adjusted())
    for ten in (size, size.scaleb(1), size.scaleb(2)):
        yield from (ten * step for step in reversed(_STEPS) if ten * step >= least)


def _quantiles(known: Sequence[Decimal], count: int) -> list[int]:
    """Where about as many figures are in each class; equal figures are in one."""
    ends = [place for place, (one, other) in enumerate(pairwise(known), 1) if one != other]
    if not ends:
        return []
    wanted = [len(known) * part // count for part in range(1, count)]
    return sorted({min(ends, key=lambda end: (abs(end - place), end)) for place in wanted})


def _natural(known: Sequence[Decimal], count: int) -> list[int]:
    """Where the figures within each class differ least: the least sum of squares from their mean (Fisher, 1958).

    The best last class of more figures begins no earlier, so that for each half only part of the places is tried.
    """
    values = list(dict.fromkeys(known))
    counts = [0] * len(values)
    places = {value: place for place, value in enumerate(values)}
    for value in known:
        counts[places[value]] += 1
    if len(values) <= count:
        return list(accumulate(counts))[:-1]
    middle = known[len(known) // 2]
    shifted = [float(value - middle) for value in values]
    weights = [0, *accumulate(counts)]
    sums = [0.0, *accumulate(value * times for value, times in zip(shifted, counts, strict=True))]
    squares = [0.0, *accumulate(value * value * times for value, times in zip(shifted, counts, strict=True))]

    costs = [0.0, *(squares[end] - sums[end] * sums[end] / weights[end] for end in range(1, len(values) + 1))]
    begins: list[list[int]] = []
    for number_of in range(2, count + 1):
        best, where = [float("inf")] * (len(values) + 1), [0] * (len(values) + 1)
        todo = [(number_of, len(values), number_of - 1, len(values) - 1)]
        begin_at = [*zip(costs, sums, squares, weights, strict=True)]
        while todo:
            low, high, least, most = todo.pop()
            if low > high:
                continue
            end = (low + high) // 2
            until, squared, weight = sums[end], squares[end], weights[end]
            tries = [  # what it costs that the class which ends there begins at each place
                cost + (squared - square - (until - total) * (until - total) / (weight - passed))
                for cost, total, square, passed in begin_at[least : min(most, end - 1) + 1]
            ]
            best[end] = min(tries)
            where[end] = least + tries.index(best[end])
            todo.append((end + 1, high, where[end], most))
            if number_of < count:  # of all classes together only the end of the last figure is asked
                todo.append((low, end - 1, least, where[end]))
        costs = best
        begins.append(where)
    ends, end = [], len(values)
    for where in reversed(begins):
        end = where[end]
        ends.append(weights[end])
    return sorted(ends)


# --- Round bounds -------------------------------------------------------------------------------------


def _rounded(known: Sequence[Decimal], ends: Sequence[int]) -> list[Decimal]:
    """For each place where figures are set apart the roundest number above the one and not above the other."""
    return [roundest(known[end - 1], known[end]) for end in ends]


def roundest(below: Decimal, at_most: Decimal) -> Decimal:
    """The roundest number above `below` that is no higher than `at_most`, with no more decimals than these have."""
    least = Decimal(1).scaleb(-max(decimals_of(below), decimals_of(at_most)))
    size = Decimal(1).scaleb(max(below.adjusted(), at_most.adjusted()) + 1)
    while True:
        for step in (Decimal(1), Decimal("0.5"), Decimal("0.2"), Decimal("0.25")):
            wide = size * step
            found = wide * (_floor(below, wide) + 1)
            if found <= at_most and not wide % least:
                return found
        size = size.scaleb(-1)
