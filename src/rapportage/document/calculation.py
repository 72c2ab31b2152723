"""How a shown figure was computed, as a value; and the one place that says it in Dutch."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never

from msgspec import Struct

from rapportage.figures.observation import Operation
from rapportage.figures.words.numbers import number


class Delivered(Struct, frozen=True):
    """A figure from the data: its place among the inputs of the trace, and what it is called ('Syrië')."""

    place: int
    name: str


class Formula(Struct, frozen=True):
    """A calculation that can be done again."""

    operation: Operation
    operands: tuple[Operand, ...]


Operand = Delivered | Formula | Decimal
"""A number is one that the user wrote."""


def calculation_words(operand: Operand) -> str:
    """'aandeel(Syrië, Eerste asielaanvragen)'; the name alone of a figure from the data."""
    match operand:
        case Delivered(name=name):
            return name
        case Formula(operation=operation, operands=()):
            return operation.value
        case Formula(operation=operation, operands=operands):
            return f"{operation.value}({', '.join(map(calculation_words, operands))})"
        case Decimal():
            return number(operand)
        case _:
            assert_never(operand)
