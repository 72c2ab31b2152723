"""What the figures of a series are measured in, and how precisely they were delivered."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from rapportage.figures.measure_kinds import BALANCE, COUNT, MEAN, MeasureKind
from rapportage.figures.rounding import CONTEXT
from rapportage.figures.unit_text import ONES, kind_of, unit_of

_HALF = Decimal("0.5")


class Measure(Struct, frozen=True, dict=True):
    """`decimals` and `base` (afgerond_op) are None where the series does not say, `unit` where it is at fault.

    A series may have thousands of figures: what does not hang on one of them is found once.
    """

    unit: str | None
    decimals: int | None = None
    base: Decimal | None = None
    typed: int | None = None
    """Where the series does not say: the most decimals with which its source typed it, in whatever period."""
    draft: bool = False
    """Whether a figure may still be empty."""
    said: MeasureKind | None = None
    """The kind that the series says (maat)."""
    title: str = ""

    @cached_property
    def kind(self) -> MeasureKind:
        """What its figures are: what the series says, or else what its unit does.

        A count that is given decimals is no count.
        """
        guessed = kind_of(self.unit or "", self.title)
        if self.said is None and guessed is COUNT and self.decimals and not self.is_scaled:
            return MEAN
        return self.said or guessed

    @cached_property
    def is_count(self) -> bool:
        """Whole things: applications, persons. Not a '%' and not 'x 1.000'."""
        return self.unit is not None and self.kind is COUNT and not self.is_scaled

    @cached_property
    def is_scaled(self) -> bool:
        return self.unit is not None and unit_of(self.unit).scale is not ONES

    @cached_property
    def has_decimals(self) -> bool:
        """Whether a figure may have decimals. A balance is as what it is a balance of."""
        if self.unit is None or self.is_scaled:
            return True
        if self.kind is BALANCE:
            return bool(self.decimals) or kind_of(self.unit).decimals
        return self.kind.decimals

    @property
    def adds_over_periods(self) -> bool:
        """Whether the figures of quarters make that of their year. A balance is as what it is a balance of: one in
        percent of the national product does not add up.
        """
        is_of = kind_of(self.unit or "") if self.kind is BALANCE else self.kind
        return is_of.adds_over_periods

    def bounds(self, value: Decimal) -> tuple[Decimal, Decimal]:
        """The bounds of the true figure: half a step to either side; a count in ones and a zero are exact."""
        step = self.step(value)
        if value == 0 or step == 0:
            return value, value
        half = CONTEXT.multiply(step, _HALF)
        low, high = CONTEXT.subtract(value, half), CONTEXT.add(value, half)
        low = low if self.kind.negative else max(Decimal(0), low)
        return low, high if self.kind.most is None else min(self.kind.most, high)

    def step(self, value: Decimal) -> Decimal:
        """The difference between two neighbouring figures as delivered; 0 where figures are exact."""
        if self.base is not None:
            return Decimal(0) if self.is_count and self.base == 1 else self.base
        if self.is_exact:
            return Decimal(0)
        typed = decimals_of(value) if self.typed is None else self.typed
        return Decimal(1).scaleb(-(typed if self.decimals is None else self.decimals))

    @cached_property
    def is_exact(self) -> bool:
        """Whether its figures are exact as they are: counted or booked, and not delivered in thousands."""
        kind = kind_of(self.unit or "") if self.kind is BALANCE else self.kind
        return kind.is_exact and not self.is_scaled

    @property
    def is_said(self) -> bool:
        """Whether the precision of the series is known without looking at its figures."""
        return self.is_count or self.decimals is not None or self.base is not None

    @property
    def places(self) -> int | None:
        """With how many decimals all its figures are shown; None where nothing says so."""
        if self.base is not None:
            return max(decimals_of(self.base), self.decimals or 0)
        return self.typed if self.decimals is None else self.decimals


def decimals_of(value: Decimal) -> int:
    """With how many decimals it was typed."""
    return max(0, -int(value.as_tuple().exponent))
