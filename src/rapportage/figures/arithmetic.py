"""Computes figures from figures: exact, with the interval of the result, its status and where it came from.

What is computed from an unknown or suppressed figure is unknown; from a provisional one it is provisional. Nothing is
rounded here. Every function gives a new Observation, or raises FigureError where there is no answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from msgspec.structs import replace

from rapportage.figures.observation import Calculation, Observation, ObservationStatus, Operation
from rapportage.figures.period import TimePeriod
from rapportage.figures.rounding import CONTEXT
from rapportage.figures.words.numbers import PERCENTAGE_POINT

Operand = Observation | Decimal
"""A figure, or a plain number as the user wrote it; of two operands at least one is a figure."""

PERCENT = "%"
LARGEST_EXPONENT = 30
"""Beyond a figure of 30 digits, or one that begins after 30 zeros, something is wrong, and 60 digits would not do."""

_HUNDRED = Decimal(100)
_NOTHING = Decimal(0)


class FigureError(Exception):
    """There is no such figure; the message says why, in Dutch."""


def add(left: Operand, right: Operand) -> Observation:
    return _pair(Operation.SUM, left, right, CONTEXT.add, _common_unit(left, right))


def subtract(left: Operand, right: Operand) -> Observation:
    """The difference; of two percentages it is in percentage points."""
    unit = _common_unit(left, right)
    if unit == PERCENT and isinstance(left, Observation) and isinstance(right, Observation):
        unit = PERCENTAGE_POINT
    return _pair(Operation.DIFFERENCE, left, right, CONTEXT.subtract, unit)


def multiply(left: Operand, right: Operand) -> Observation:
    """The unit is that of the one figure; a product of two figures has none."""
    units = [operand.unit for operand in (left, right) if isinstance(operand, Observation)]
    return _pair(Operation.PRODUCT, left, right, CONTEXT.multiply, units[0] if len(units) == 1 else "")


def divide(left: Operand, right: Operand) -> Observation:
    """The unit is that of a figure divided by a number; any other quotient has none."""
    unit = left.unit if isinstance(left, Observation) and isinstance(right, Decimal) else ""
    return _pair(Operation.QUOTIENT, left, right, CONTEXT.divide, unit, by_zero="delen door 0 kan niet")


def share(part: Observation, whole: Observation) -> Observation:
    """`part` in % of `whole`, which should be of the same vintage and source (`Cube.whole_of`).

    Of a whole that was added up from the part and others the bounds are closer: with the part the whole is more too.
    """
    message = "een aandeel van een totaal dat 0 is, bestaat niet"
    made = _pair(Operation.SHARE, part, whole, _in_hundreds, PERCENT, by_zero=message)
    others = _others(part, whole)
    left = _amount(part)
    if made.value is None or left is None or others is None or not (left.low and others.low is not None):
        return made
    if left.low < 0 or others.low < 0:
        return made
    bounds = _combined(left, others, lambda one, rest: _in_hundreds(one, CONTEXT.add(one, rest)))
    return replace(made, low=bounds.low, high=bounds.high) if bounds else made


def _others(part: Observation, whole: Observation) -> _Amount | None:
    """What was added to the part to make the whole; None where the whole was not made of it."""
    if not isinstance(whole.provenance, Calculation) or whole.provenance.operation is not Operation.SUM:
        return None
    inputs = list(whole.provenance.inputs)
    if inputs.count(part) != 1 or len(inputs) != len(whole.provenance.operands):
        return None
    inputs.remove(part)
    return _total([_amount(each) for each in inputs if each.status is not ObservationStatus.IMPOSSIBLE])


def change_percent(after: Observation, before: Observation) -> Observation:
    """How much higher (+) or lower (−) `after` is, in % of `before`."""

    def change(new: Decimal, old: Decimal) -> Decimal:
        return _in_hundreds(CONTEXT.subtract(new, old), old)

    message = "een verandering vanaf 0 is niet in procenten te geven"
    return _pair(Operation.CHANGE, after, before, change, PERCENT, by_zero=message)


def size(figure: Observation) -> Observation:
    """Without its sign, for '7% minder'; at the least 0 where it may as well be more as less."""
    if figure.value is None or figure.low is None or figure.high is None:
        return figure
    low, high = sorted((abs(figure.low), abs(figure.high)))
    return replace(figure, value=abs(figure.value), low=Decimal(0) if figure.low < 0 < figure.high else low, high=high)


def index(figure: Observation, base: Observation) -> Observation:
    """`figure` where `base` is 100; without a unit."""
    return _pair(Operation.INDEX, figure, base, _in_hundreds, "", by_zero="een index met 0 als basis bestaat niet")


def sum_of(figures: Sequence[Observation], label: str = "totaal") -> Observation:
    """The sum; what is impossible (n.v.t.) adds nothing. Its period is all of theirs joined, or else the last."""
    counted = _counted(figures)
    amounts = [_amount(figure) for figure in counted]
    return _computed(Operation.SUM, figures, _total(amounts), _status(counted), _common_unit(*counted), label)


def mean(figures: Sequence[Observation], label: str = "gemiddelde") -> Observation:
    """The arithmetic mean of what is not impossible (n.v.t.)."""
    counted = _counted(figures)
    total = _total([_amount(figure) for figure in counted])
    amount = total and _combined(total, _amount(Decimal(len(counted))), CONTEXT.divide)
    return _computed(Operation.MEAN, figures, amount, _status(counted), _common_unit(*counted), label)


def rest(whole: Observation, parts: Sequence[Observation], label: str = "overig") -> Observation:
    """What of `whole` is in none of `parts`; unknown as soon as one of them is."""
    figures = (whole, *parts)
    counted = [whole, *(_counted(parts) if parts else ())]
    named = _total([_amount(part) for part in counted[1:]])
    amount = _combined(_amount(whole), named, CONTEXT.subtract)
    if amount and amount.value < 0:
        raise FigureError("de delen zijn samen meer dan het totaal")
    return _computed(Operation.REST, figures, amount, _status(counted), _common_unit(*counted), label, whole.period)


class _Amount(NamedTuple):
    """A known value with its bounds; they are None where it cannot be said how far off it may be."""

    value: Decimal
    low: Decimal | None
    high: Decimal | None


Compute = Callable[[Decimal, Decimal], Decimal]
"""Monotone in each of its operands, as long as the second does not pass 0."""


def _pair(
    operation: Operation, left: Operand, right: Operand, compute: Compute, unit: str, *, by_zero: str | None = None
) -> Observation:
    """`by_zero` is what is wrong with a second operand of 0, for what divides by it."""
    figures = [operand for operand in (left, right) if isinstance(operand, Observation)]
    first, divisor = figures[0], _amount(right)
    if by_zero and divisor and divisor.value == 0:
        raise FigureError(by_zero)
    amount = _combined(_amount(left), divisor, compute, divides=bool(by_zero))
    return _computed(operation, (left, right), amount, _status(figures), unit, first.label, first.period)


def _computed(
    operation: Operation,
    operands: Sequence[Operand],
    amount: _Amount | None,
    status: ObservationStatus,
    unit: str,
    label: str,
    period: TimePeriod | None = None,
) -> Observation:
    value, low, high = amount or (None, None, None)
    how = Calculation(operation, tuple(operands))
    periods = [figure.period for figure in how.inputs]
    period = period or TimePeriod.joined(periods) or max(periods)
    return Observation(value, low, high, unit, status, label, period, how)


def _amount(operand: Operand) -> _Amount | None:
    if isinstance(operand, Decimal):
        return _Amount(operand, operand, operand)
    return None if operand.value is None else _Amount(operand.value, operand.low, operand.high)


def _total(amounts: Sequence[_Amount | None]) -> _Amount | None:
    total: _Amount | None = _Amount(_NOTHING, _NOTHING, _NOTHING)
    for amount in amounts:
        total = _combined(total, amount, CONTEXT.add)
    return total


def _combined(
    left: _Amount | None, right: _Amount | None, compute: Compute, *, divides: bool = False
) -> _Amount | None:
    if left is None or right is None:
        return None
    value = _bounded(compute(left.value, right.value))
    if left.low is None or left.high is None or right.low is None or right.high is None:
        return _Amount(value, None, None)
    if divides and right.low <= 0 <= right.high:
        return _Amount(value, None, None)
    corners = [compute(one, other) for one in (left.low, left.high) for other in (right.low, right.high)]
    return _Amount(value, min(value, *corners), max(value, *corners))


def _bounded(value: Decimal) -> Decimal:
    if value and abs(value.adjusted()) > LARGEST_EXPONENT:
        raise FigureError(f"de uitkomst heeft meer dan {LARGEST_EXPONENT} cijfers")
    return value


def _in_hundreds(part: Decimal, whole: Decimal) -> Decimal:
    return CONTEXT.divide(CONTEXT.multiply(part, _HUNDRED), whole)


def _counted(figures: Sequence[Observation]) -> list[Observation]:
    """What takes part in a sum: all that is not impossible, or all if nothing else is left."""
    if not figures:
        raise FigureError("er zijn geen cijfers om op te tellen")
    return [figure for figure in figures if figure.status is not ObservationStatus.IMPOSSIBLE] or list(figures)


def _status(inputs: Sequence[Observation]) -> ObservationStatus:
    statuses = {figure.status for figure in inputs}
    if statuses & {ObservationStatus.UNKNOWN, ObservationStatus.SUPPRESSED, ObservationStatus.TOO_SMALL}:
        return ObservationStatus.UNKNOWN
    for status in (ObservationStatus.LATER, ObservationStatus.IMPOSSIBLE, ObservationStatus.PROVISIONAL):
        if status in statuses:
            return status
    return ObservationStatus.FINAL


def _common_unit(*operands: Operand) -> str:
    """The unit of a sum: of different things (applications, persons) that of the first, but a % goes with nothing."""
    units = [operand.unit for operand in operands if isinstance(operand, Observation)]
    if PERCENT in units and set(units) != {PERCENT}:
        other = next(unit for unit in units if unit != PERCENT)
        raise FigureError(f"{PERCENT} en {other or 'een getal zonder eenheid'} zijn niet bij elkaar op te tellen")
    return units[0]
