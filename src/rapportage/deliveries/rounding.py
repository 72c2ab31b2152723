"""By how much rounding can make a total differ from what it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rapportage.figures.rounding import CONTEXT
from rapportage.input.specs.typed.measure import Measure

_HALF = Decimal("0.5")


def room(measure: Measure, numbers: Sequence[Decimal | None]) -> Decimal:
    """Half a step for each of the numbers, the total among them; None is a figure that is not known."""
    steps = [measure.step(each) for each in numbers if each is not None]
    return CONTEXT.multiply(max(steps, default=Decimal(0)) * len(numbers), _HALF)
