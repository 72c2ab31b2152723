"""Rounds figures as Dutch statistics do: half away from zero, once, at the end."""

from __future__ import annotations

from decimal import ROUND_05UP, ROUND_CEILING, ROUND_FLOOR, Context, Decimal, DivisionByZero, InvalidOperation, Overflow

from rapportage.figures.observation import Observation

DIGITS = 60
CONTEXT = Context(prec=DIGITS, rounding=ROUND_05UP, traps=[DivisionByZero, InvalidOperation, Overflow])
"""The arithmetic of all figures; use its methods, so that nothing depends on the thread's own context.

What does not fit in 60 digits is cut so that it never looks like a tie (ROUND_05UP): the one rounding at the end
comes out as it would from the exact figure.
"""

_HALF = Decimal("0.5")


def round_half_away(value: Decimal, decimals: int) -> Decimal:
    """`value` with so many decimals (0 or more): 2.5 becomes 3, −2.5 becomes −3, and nothing becomes −0."""
    if value and value.as_tuple().exponent == -decimals:
        return value  # as most figures come, and are shown
    return CONTEXT.quantize(round_to(value, Decimal(1).scaleb(-decimals)), Decimal(1).scaleb(-decimals))


def round_to(value: Decimal, base: Decimal) -> Decimal:
    """The multiple of `base` (more than 0) that is nearest to `value`: 7345 to tens is 7350."""
    size = _half_up(value.copy_abs(), base)
    return CONTEXT.minus(size) if value < 0 and size else size


def supported(observation: Observation, base: Decimal) -> bool:
    """Whether all that the figure may be rounds to the same multiple of `base` (10, 1, 0.1 …).

    The bounds are half open, as rounding is: a figure delivered as 7350 in tens does support 7350, not 7400 in fifties.
    Of an unknown or suppressed figure nothing is supported.
    """
    low, high = observation.low, observation.high
    if observation.value is None or low is None or high is None:
        return False
    return low == high or _half_up(low, base) == _half_down(high, base)


def _half_up(value: Decimal, base: Decimal) -> Decimal:
    steps = CONTEXT.add(CONTEXT.divide(value, base), _HALF).to_integral_value(ROUND_FLOOR)
    return CONTEXT.multiply(steps, base)


def _half_down(value: Decimal, base: Decimal) -> Decimal:
    steps = CONTEXT.subtract(CONTEXT.divide(value, base), _HALF).to_integral_value(ROUND_CEILING)
    return CONTEXT.multiply(steps, base)
