"""Sums, comparisons and conditions on figures and numbers; everything else is refused."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from rapportage.diagnostics.own_names import SERIES
from rapportage.document import normal
from rapportage.figures import arithmetic
from rapportage.figures.arithmetic import Operand
from rapportage.figures.observation import Observation
from rapportage.figures.results import FigureError
from rapportage.figures.rounding import CONTEXT
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.showing import Shown
from rapportage.text.language.views.series import FigureView, RestView, SeriesView
from rapportage.text.language.views.total import TotalView

_FIGURES: dict[str, Callable[[Operand, Operand], Any]] = {
    "+": arithmetic.add,
    "-": arithmetic.subtract,
    "*": arithmetic.multiply,
    "/": arithmetic.divide,
}
_NUMBERS: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": CONTEXT.add,
    "-": CONTEXT.subtract,
    "*": CONTEXT.multiply,
    "/": CONTEXT.divide,
}
_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def figure_of(value: object) -> FigureView:
    """The figure that a value is, or a Fault."""
    match value:
        case FigureView():
            return value
        case SeriesView() | RestView() | TotalView():
            return value.figure()
        case Shown(figure=figure):
            return figure
    raise ExpressionFault("T302", f"hier hoort een cijfer, niet {describe(value)}")


def calculate(sign: str, left: object, right: object) -> FigureView | Decimal:
    """`left` plus, minus, times or divided by `right`."""
    a, b = _operand(left), _operand(right)
    if isinstance(a, Decimal) and isinstance(b, Decimal):
        if sign == "/" and not b:
            raise FigureError("delen door 0 kan niet")
        return _NUMBERS[sign](a, b)
    return FigureView(_FIGURES[sign](a, b))


def compare(sign: str, left: object, right: object) -> bool:
    """Compares figures and numbers with each other, or words with words (only whether they are the same)."""
    if isinstance(left, str) and isinstance(right, str) and sign in ("==", "!="):
        return _COMPARISONS[sign](normal.name(left), normal.name(right))
    one, other = arithmetic.alike(_operand(left), _operand(right))
    return _COMPARISONS[sign](_known(one), _known(other))


def values(one: Observation, other: Observation) -> tuple[Decimal, Decimal]:
    """Both known values, in numbers of one size."""
    first, second = arithmetic.alike(one, other)
    return _known(first), _known(second)


def truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    hint = f"vergelijk, bijvoorbeeld {{% if {SERIES} > 100 %}}, of vraag bekend({SERIES})"
    raise ExpressionFault("T302", f"een voorwaarde is waar of niet waar, en niet {describe(value)}", hint)


def whole_number(value: object, name: str, largest: int, least: int = 0) -> int:
    """An argument that counts something, from `least` to `largest`."""
    if isinstance(value, Decimal) and value == value.to_integral_value() and least <= value <= largest:
        return int(value)
    raise ExpressionFault("T302", f"'{name}' vraagt een heel getal van {least} tot en met {largest}")


def describe(value: object) -> str:
    """What a value is, for a message."""
    match value:
        case bool():
            return "waar of niet waar"
        case str():
            return f"de tekst '{value[:40]}'"
        case Decimal():
            return "een los getal"
        case FigureView() | SeriesView() | RestView() | TotalView() | Shown():
            return "een cijfer"
    return "iets anders"


def _operand(value: object) -> Operand:
    return value if isinstance(value, Decimal) else figure_of(value).observation


def _known(operand: Operand) -> Decimal:
    if isinstance(operand, Decimal):
        return operand
    if operand.value is None:
        hint = f"vraag eerst of het bekend is: {{% if bekend({SERIES}) %}}"
        raise ExpressionFault("T305", f"'{operand.label}' is onbekend of onderdrukt, en dus niet te vergelijken", hint)
    return operand.value
