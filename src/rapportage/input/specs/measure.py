"""What the figures of a series are measured in, and how precisely they were delivered."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

PERCENT = "%"

_TIMES = re.compile(r"[x×]\s*1", re.IGNORECASE)
_HALF = Decimal("0.5")


def in_thousands(unit: str) -> bool:
    """Whether figures of that unit are so many thousands: 'x 1.000', 'x 1 000'."""
    return bool(_TIMES.match(unit))


class Measure(Struct, frozen=True):
    """`decimals` and `base` (afgerond_op) are None where the series does not say, `unit` where it is at fault."""

    unit: str | None
    decimals: int | None = None
    base: Decimal | None = None
    typed: int | None = None
    """Where the series does not say: the most decimals with which its source typed it, in whatever period."""
    draft: bool = False
    """Whether a figure may still be empty."""

    @property
    def is_count(self) -> bool:
        """Whole things: applications, persons. Not a '%', not 'x 1.000', and not a unit that is given decimals."""
        return self.unit is not None and self.decimals is None and not self.is_percentage and not self._in_thousands

    @property
    def is_percentage(self) -> bool:
        return self.unit == PERCENT

    @property
    def adds_up(self) -> bool:
        """Whether parts of a total can be added up: counts, also in thousands."""
        return self.is_count or self._in_thousands

    @property
    def may_be_negative(self) -> bool:
        """Only what has decimals of its own: a balance, an index, a change."""
        return not self.is_percentage and not self.adds_up

    @property
    def _in_thousands(self) -> bool:
        return self.unit is not None and in_thousands(self.unit)

    def bounds(self, value: Decimal) -> tuple[Decimal, Decimal]:
        """The bounds of the true figure: half a step to either side; a count in ones and a zero are exact."""
        step = self.step(value)
        if value == 0 or step == 0:
            return value, value
        low, high = value - step * _HALF, value + step * _HALF
        low = low if self.may_be_negative else max(Decimal(0), low)
        return low, min(Decimal(100), high) if self.is_percentage else high

    def step(self, value: Decimal) -> Decimal:
        """The difference between two neighbouring figures as delivered; 0 where figures are exact."""
        if self.is_count:
            return self.base if self.base and self.base > 1 else Decimal(0)
        typed = decimals_of(value) if self.typed is None else self.typed
        return self.base or Decimal(1).scaleb(-(typed if self.decimals is None else self.decimals))

    @property
    def is_said(self) -> bool:
        """Whether the precision of the series is known without looking at its figures."""
        return self.is_count or self.decimals is not None or self.base is not None


def decimals_of(value: Decimal) -> int:
    """With how many decimals it was typed."""
    return max(0, -int(value.as_tuple().exponent))
