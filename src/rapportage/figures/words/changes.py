"""How a change from one figure to another is described."""

from __future__ import annotations

from decimal import Decimal

from rapportage.figures.rounding import CONTEXT

UNCHANGED = "gelijk gebleven"
HARDLY_CHANGED = "vrijwel gelijk gebleven"
AS_MANY = "evenveel"
"""What is said of two equal figures in place of '0% meer': 'evenveel als', where others are 'meer dan'."""
LEAST_BASE = Decimal(10)
"""A change from less than this is given in numbers, not as a percentage."""


def direction(before: Decimal, after: Decimal) -> str:
    """'gestegen', 'gedaald', 'gelijk gebleven'; 'vrijwel gelijk gebleven' for a change of less than half a percent."""
    if before == after:
        return UNCHANGED
    if CONTEXT.multiply(CONTEXT.abs(CONTEXT.subtract(after, before)), Decimal(200)) < before.copy_abs():
        return HARDLY_CHANGED
    return "gestegen" if after > before else "gedaald"


def changed(before: Decimal, after: Decimal, before_text: str, after_text: str) -> str:
    """'gestegen van 413 naar 441', or that it stayed the same. The texts are the figures as shown."""
    how = direction(before, after)
    return how if how in (UNCHANGED, HARDLY_CHANGED) else f"{how} van {before_text} naar {after_text}"
