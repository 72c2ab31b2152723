"""Whether two figures as a period file writes them are the same."""

from __future__ import annotations

import re
from decimal import Decimal

_NUMBER = re.compile(r"(?P<minus>[-−]?)(?P<digits>\d+(?:\.\d+)?)(?P<mark>\*{0,2})", re.ASCII)


def number_of(text: str) -> Decimal | None:
    """The number that is written; None for a sign."""
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    number = Decimal(found["digits"])
    return -number if found["minus"] else number


def is_provisional(text: str) -> bool:
    return text.endswith("*")


def same(one: str, other: str) -> bool:
    """Whether these say the same: 12.50 and 12.5 do, 12 and 12* do not."""
    first, second = number_of(one), number_of(other)
    if first is None or second is None:
        return one == other
    return first == second and is_provisional(one) == is_provisional(other)
