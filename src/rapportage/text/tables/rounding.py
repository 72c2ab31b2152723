"""Whether the rounded figures above a total in a table add up to it as they are shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from rapportage.document import Content, RowRole, Trace, Value
from rapportage.figures.words.numbers import number_pattern, read_number

_SLACK = Decimal("1e-20")
"""Computed figures are cut after 60 digits."""


class RowSums:
    """Goes through the rows of a table from above, and says of each total whether rounding sets it apart."""

    def __init__(self) -> None:
        self._whole: list[Sequence[Content]] = []
        self._since: list[Sequence[Content]] = []
        """The rows since the last subtotal or head of a group."""

    def head(self) -> None:
        self._since = []

    def is_off(self, role: RowRole, cells: Sequence[Content]) -> bool:
        """Takes the next row; whether it is a total that the figures shown above it do not make."""
        if role not in ("total", "subtotal"):
            self._since.append(cells)
            self._whole.append(cells)
            return False
        above = self._since if role == "subtotal" else self._whole
        self._since = []
        self._whole = self._whole if role == "subtotal" else []
        return len(above) > 1 and any(
            _off([row[place] for row in above if place < len(row)], total) for place, total in enumerate(cells)
        )


def _off(parts: Sequence[Content], total: Content) -> bool:
    """Whether the true figures can add up, and those that are shown do not."""
    values = [_value(part) for part in (*parts, total)]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return False
    shown = [_shown(value) for value, _ in known]
    numbers = [number for number in shown if number is not None]
    if len(numbers) < len(shown) or sum(numbers[:-1]) == numbers[-1]:
        return False
    bounds = [(trace.low, trace.high) for _, trace in known]
    lows = [low for low, _ in bounds if low is not None]
    highs = [high for _, high in bounds if high is not None]
    if len(lows) < len(bounds) or len(highs) < len(bounds):
        return False
    return sum(lows[:-1]) <= highs[-1] + _SLACK and lows[-1] <= sum(highs[:-1]) + _SLACK


def _value(content: Content) -> tuple[Value, Trace] | None:
    """The one figure of a cell."""
    values = [item for item in content if isinstance(item, Value) and item.trace and item.trace.exact is not None]
    return (values[0], values[0].trace) if len(values) == 1 and values[0].trace else None


def _shown(value: Value) -> Decimal | None:
    found = re.search(number_pattern(), value.text)
    return read_number(found[0]) if found else None
