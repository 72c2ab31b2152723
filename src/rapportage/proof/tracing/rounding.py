"""Whether a figure as shown can be a rounding of its exact value: looked at again, apart from how it was written."""

from __future__ import annotations

import re
from decimal import Decimal

from rapportage.figures.words.numbers import about, number_pattern, read_number

_HALF = Decimal("0.5")


def agrees(shown: str, exact: Decimal | None) -> bool:
    """False when the number in `shown` is no rounding of `exact`; true where there is no number, or not exactly one.

    The last digit that is not zero shows to what was rounded at most: 4.820 to tens, 4.825 to fives, 31 to ones.
    'ongeveer' may be rounded to anything that the layout asks, and so be off by half of what it shows.
    """
    found = re.findall(number_pattern(), shown)
    if exact is None or len(found) != 1:
        return True
    value = read_number(found[0])
    slack = _base(f"{value.copy_abs():f}") * _HALF
    if about("") in shown:
        slack = max(slack, abs(value or exact) * _HALF)
    return abs(value - exact) <= slack


def _base(digits: str) -> Decimal:
    """To what a number was rounded at most, by its digits."""
    if "." in digits:
        return Decimal(1).scaleb(-len(digits.split(".")[1]))
    bare = digits.rstrip("0")
    if not bare:
        return Decimal(1)
    step = Decimal(1).scaleb(len(digits) - len(bare))
    return step * 5 if bare.endswith("5") else step
