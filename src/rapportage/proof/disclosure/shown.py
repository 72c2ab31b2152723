"""The figures that a reader of the finished document sees, and between which values each says that the true one is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from rapportage.document import Document, Trace, contents, values
from rapportage.document import figures as all_figures
from rapportage.figures.words.numbers import decimals_of, number_pattern, read_number
from rapportage.proof.disclosure.problem import Limit

_BASES = (1, 2, 5)
_DIGITS = 12


def figures(document: Document) -> Iterator[tuple[str, Trace]]:
    """Each figure as it is shown, wherever it is, seen or heard.

    In a chart it is what is written that counts, not the height of a bar.
    """
    seen: set[tuple[str, int]] = set()
    for item in all_figures(document):
        if item.trace is not None and (item.text, id(item.trace)) not in seen:
            seen.add((item.text, id(item.trace)))
            yield item.text, item.trace
    yield from _worded(document)


def _worded(document: Document) -> Iterator[tuple[str, Trace]]:
    """What words rest on that show no figure: that 'derde' is so tells how others compare with it."""
    told = (value for _, content in contents(document) for value in values(content))
    yield from dict.fromkeys((value.text, value.rests_on) for value in told if value.rests_on is not None)


def interval(text: str, exact: Decimal) -> tuple[Limit, Limit]:
    """The bounds of the figure shown as `text`, for a reader who knows that it was rounded half away from zero.

    How coarse 'ongeveer 7.350' is the reader doesn't know; we take the finest rounding that gives that figure. A figure
    without digits is taken as known exactly.
    """
    value = Fraction(exact)
    found = re.search(rf"\+?{number_pattern()}", text)
    if found is None:
        return Limit(value), Limit(value)
    number = read_number(found[0])
    shown, decimals = Fraction(abs(number)), decimals_of(number)
    negative = number.is_signed() or (not found[0].startswith("+") and value < 0)
    unit = Fraction(1, 10**decimals)
    for power in range(_DIGITS):
        for base in _BASES:
            half = unit * base * 10**power / 2
            low, high = _around(shown, half, negative=negative)
            if _within(value, low, high):
                return low, high
    return Limit(value), Limit(value)


def _around(shown: Fraction, half: Fraction, *, negative: bool) -> tuple[Limit, Limit]:
    if shown == 0:
        return Limit(-half, is_open=True), Limit(half, is_open=True)
    if negative:
        return Limit(-shown - half, is_open=True), Limit(-shown + half)
    return Limit(shown - half), Limit(shown + half, is_open=True)


def _within(value: Fraction, low: Limit, high: Limit) -> bool:
    return (low.value < value or (low.value == value and not low.is_open)) and (
        value < high.value or (value == high.value and not high.is_open)
    )
