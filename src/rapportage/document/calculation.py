"""How a shown figure was computed, as a value; and the one place that says it in words."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never

from msgspec import Struct

from rapportage.figures.languages.spoken import in_dutch
from rapportage.figures.observation import Operation
from rapportage.figures.words.numbers import number

_COUNTED = 3
"""So many of what was counted are named: of all municipalities the inputs of the trace are the list."""
_OF_MANY = (
    Operation.COUNT,
    Operation.WORDS,
    Operation.MEDIAN,
    Operation.FIRST_QUARTILE,
    Operation.THIRD_QUARTILE,
)


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
    """'aandeel(Syrië, Eerste asielaanvragen)'; the name alone of a figure from the data.

    For who makes the report, and so in Dutch.
    """
    match operand:
        case Delivered(name=name):
            return name
        case Formula(operation=operation, operands=()):
            return operation.value
        case Formula(operation=how, operands=operands) if how in _OF_MANY and len(operands) > _COUNTED:
            first = ", ".join(map(calculation_words, operands[:_COUNTED]))
            return f"{how.value}({first} en nog {len(operands) - _COUNTED})"
        case Formula(operation=operation, operands=operands):
            return f"{operation.value}({', '.join(map(calculation_words, operands))})"
        case Decimal():
            return in_dutch(number, operand)
        case _:
            assert_never(operand)
