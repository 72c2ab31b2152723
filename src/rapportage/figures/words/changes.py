"""How a change from one figure to another is described."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.rounding import CONTEXT

Course = Literal["up", "down", "same", "hardly"]
"""How a figure went; 'hardly' is a change of less than half a percent."""
LEAST_BASE = Decimal(10)
"""A change from less than this is given in numbers, not as a percentage."""


def course(before: Decimal, after: Decimal) -> Course:
    if before == after:
        return "same"
    if CONTEXT.multiply(CONTEXT.abs(CONTEXT.subtract(after, before)), Decimal(200)) < before.copy_abs():
        return "hardly"
    return "up" if after > before else "down"


def direction(how: Course) -> str:
    """'gestegen', 'gedaald', 'gelijk gebleven', 'vrijwel gelijk gebleven'."""
    words = spoken_language().changes
    match how:
        case "up":
            return words.risen
        case "down":
            return words.fallen
        case "same":
            return words.unchanged
        case "hardly":
            return words.hardly_changed


def as_many() -> str:
    """What is said of two equal figures in place of '0% meer': 'evenveel als', where others are 'meer dan'."""
    return spoken_language().changes.as_many


def than_and_as() -> tuple[str, str]:
    """'dan' and 'als'."""
    return spoken_language().changes.than


def said_with_as() -> tuple[str, ...]:
    """What is said of figures that are as much, or so many times as much: 'als' comes after it, and no 'dan'."""
    return spoken_language().changes.with_as


def changed(before: Decimal, after: Decimal, before_text: str, after_text: str) -> str:
    """'gestegen van 413 naar 441', or that it stayed the same. The texts are the figures as shown."""
    how = course(before, after)
    if how in ("same", "hardly"):
        return direction(how)
    first, between = spoken_language().changes.from_to(direction(how))
    return f"{first}{before_text}{between}{after_text}"
