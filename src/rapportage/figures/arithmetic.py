"""Computes figures from figures: exact, with the interval of the result, its status and where it came from.

What is computed from an unknown or suppressed figure is unknown; from a provisional one it is provisional. Nothing is
rounded here. Every function gives a new Observation, or raises FigureError where there is no answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from msgspec.structs import replace

from rapportage.figures import results
from rapportage.figures.measure_kinds import BALANCE, CHANGE, INDEX, NUMBER, RATE, SHARE
from rapportage.figures.observation import Calculation, Observation, ObservationStatus, Operation
from rapportage.figures.period import TimePeriod
from rapportage.figures.results import FigureError, Made, MeasureError
from rapportage.figures.rounding import CONTEXT
from rapportage.figures.unit_text import ONES, PERCENT, Scale, is_percent, unit_of

Operand = Observation | Decimal
"""A figure, or a plain number as the user wrote it; of two operands at least one is a figure."""

LARGEST_EXPONENT = 30
"""Beyond a figure of 30 digits, or one that begins after 30 zeros, something is wrong, and 60 digits would not do."""

_HUNDRED = Decimal(100)
_NOTHING = Decimal(0)


def add(left: Operand, right: Operand) -> Observation:
    made = results.of_sum(_figures((left, right)))
    operands = _at_one_scale((left, right))
    return _within_whole(_pair(Operation.SUM, operands, CONTEXT.add, _in_unit_of(operands, made)))


def subtract(left: Operand, right: Operand) -> Observation:
    """The difference; of two percentages it is in percentage points."""
    figures = _figures((left, right))
    if len(figures) == 1:
        return _pair(Operation.DIFFERENCE, (left, right), CONTEXT.subtract, _own(figures[0]))
    results.comparable(figures, "met elkaar te vergelijken")
    operands = _at_one_scale((left, right))
    return _pair(Operation.DIFFERENCE, operands, CONTEXT.subtract, results.of_difference(_figures(operands)))


def multiply(left: Operand, right: Operand) -> Observation:
    """The unit is that of the one figure; a product of two figures has none. Raises MeasureError for a percentage."""
    figures = _figures((left, right))
    if len(figures) == 1:
        return _pair(Operation.PRODUCT, (left, right), CONTEXT.multiply, _own(figures[0]))
    for each in figures:
        results.refuse_unless(
            each, not is_percent(each.unit), "is per honderd: keer een cijfer is het honderd maal te groot"
        )
    return _pair(Operation.PRODUCT, _in_ones((left, right)), CONTEXT.multiply, Made("", NUMBER))


def divide(left: Operand, right: Operand) -> Observation:
    """The unit is that of a figure divided by a number; any other quotient has none."""
    message = "delen door 0 kan niet"
    if isinstance(left, Observation) and isinstance(right, Decimal):
        return _pair(Operation.QUOTIENT, (left, right), CONTEXT.divide, _own(left), by_zero=message)
    figures = _figures((left, right))
    for each in figures:
        is_alike = not is_percent(each.unit) or all(is_percent(other.unit) for other in figures)
        results.refuse_unless(each, is_alike, "is per honderd: een cijfer gedeeld daardoor is honderd maal te klein")
    return _pair(Operation.QUOTIENT, _in_ones((left, right)), CONTEXT.divide, Made("", RATE), by_zero=message)


def scaled(figure: Observation, scale: Scale) -> Observation:
    """The same figure in other numbers, exactly: 12.500.000 euro is 12,5 million."""
    if figure.scale == scale.ones:
        return figure
    made = Made(unit_of(figure.unit).at(scale), figure.measure)
    if figure.scale > scale.ones:
        times = CONTEXT.divide(figure.scale, scale.ones)
        return _pair(Operation.PRODUCT, (figure, times), CONTEXT.multiply, made)
    by = CONTEXT.divide(scale.ones, figure.scale)
    return _pair(Operation.QUOTIENT, (figure, by), CONTEXT.divide, made)


def alike(left: Operand, right: Operand) -> Sequence[Operand]:
    """Both in numbers of one size, so that the one can be held against the other."""
    results.comparable(_figures((left, right)), "met elkaar te vergelijken")
    return _at_one_scale((left, right))


def share(part: Observation, whole: Observation) -> Observation:
    """`part` in % of `whole`, which should be of the same vintage and source (`Cube.whole_of`).

    Of a whole that was added up from the part and others the bounds are closer: with the part the whole is more too.
    """
    results.refuse_no_share(part, whole)
    message = "een aandeel van een totaal dat 0 is, bestaat niet"
    operands = _at_one_scale((part, whole))
    unit = Made(PERCENT, BALANCE if part.measure == BALANCE else SHARE)
    made = _pair(Operation.SHARE, operands, _in_hundreds, unit, by_zero=message)
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

    results.refuse_no_ratio(after, before)
    message = "een verandering vanaf 0 is niet in procenten te geven"
    return _pair(Operation.CHANGE, _at_one_scale((after, before)), change, Made(PERCENT, CHANGE), by_zero=message)


def size(figure: Observation) -> Observation:
    """Without its sign, for '7% minder'; at the least 0 where it may as well be more as less."""
    if figure.value is None or figure.low is None or figure.high is None:
        return figure
    low, high = sorted((abs(figure.low), abs(figure.high)))
    return replace(figure, value=abs(figure.value), low=Decimal(0) if figure.low < 0 < figure.high else low, high=high)


def index(figure: Observation, base: Observation) -> Observation:
    """`figure` where `base` is 100; without a unit."""
    results.refuse_no_ratio(figure, base)
    message = "een index met 0 als basis bestaat niet"
    return _pair(Operation.INDEX, _at_one_scale((figure, base)), _in_hundreds, Made("", INDEX), by_zero=message)


def sum_of(figures: Sequence[Observation], label: str = "totaal") -> Observation:
    """The sum; what is impossible (n.v.t.) adds nothing. Its period is all of theirs joined, or else the last."""
    counted = _counted(figures)
    made = results.of_sum(counted)
    counted = _figures(_at_one_scale(counted))
    made = _in_unit_of(counted, made)
    amount = _total([_amount(figure) for figure in counted])
    return _within_whole(_computed(Operation.SUM, _instead(figures, counted), amount, _status(counted), made, label))


def mean(figures: Sequence[Observation], label: str = "gemiddelde") -> Observation:
    """The arithmetic mean of what is not impossible (n.v.t.)."""
    counted = _counted(figures)
    made = results.of_mean(counted)
    counted = _figures(_at_one_scale(counted))
    made = _in_unit_of(counted, made)
    total = _total([_amount(figure) for figure in counted])
    amount = total and _combined(total, _amount(Decimal(len(counted))), CONTEXT.divide)
    return _computed(Operation.MEAN, _instead(figures, counted), amount, _status(counted), made, label)


def rest(whole: Observation, parts: Sequence[Observation], label: str = "overig") -> Observation:
    """What of `whole` is in none of `parts`; unknown as soon as one of them is."""
    counted = [whole, *(_counted(parts) if parts else ())]
    made = results.of_sum(counted)
    counted = _figures(_at_one_scale(counted))
    made = _in_unit_of(counted, made)
    named = _total([_amount(part) for part in counted[1:]])
    amount = _combined(_amount(counted[0]), named, CONTEXT.subtract)
    if amount and amount.value < 0 and not made.kind.negative:
        raise FigureError("de delen zijn samen meer dan het totaal")
    figures = [counted[0], *(_instead(parts, counted[1:]) if parts else ())]
    return _computed(Operation.REST, figures, amount, _status(counted), made, label, whole.period)


# --- Operands at one scale ----------------------------------------------------------------------------


def _figures(operands: Iterable[Operand]) -> list[Observation]:
    return [operand for operand in operands if isinstance(operand, Observation)]


def _own(figure: Observation) -> Made:
    return Made(figure.unit, figure.measure)


def _at_one_scale(operands: Sequence[Operand]) -> Sequence[Operand]:
    """The operands in numbers of one size, the smallest of them; that is a calculation, and so in the trace."""
    scales = {unit_of(figure.unit).scale for figure in _figures(operands)}
    if len(scales) < 2:
        return operands
    least = min(scales, key=lambda scale: scale.ones)
    return [scaled(each, least) if isinstance(each, Observation) else each for each in operands]


def _in_unit_of(operands: Sequence[Operand], made: Made) -> Made:
    """What is made of operands that are at one scale is in the numbers of the first figure among them."""
    return made._replace(unit=_figures(operands)[0].unit)


def _in_ones(operands: Sequence[Operand]) -> Sequence[Operand]:
    return [scaled(each, ONES) if isinstance(each, Observation) else each for each in operands]


def _instead(figures: Sequence[Observation], counted: Sequence[Observation]) -> list[Observation]:
    """All figures, those that were counted as they were counted."""
    left = iter(counted)
    is_counted = _is_counted(figures)
    return [next(left) if is_counted(figure) else figure for figure in figures]


def _within_whole(made: Observation) -> Observation:
    """A sum of shares, which is never more than the whole."""
    most = made.measure.most
    if most is not None and made.low is not None and made.low > most:
        raise MeasureError(f"de aandelen zijn samen meer dan {most}%: dat zijn er niet van één geheel")
    return made


class _Amount(NamedTuple):
    """A known value with its bounds; they are None where it cannot be said how far off it may be."""

    value: Decimal
    low: Decimal | None
    high: Decimal | None


Compute = Callable[[Decimal, Decimal], Decimal]
"""Monotone in each of its operands, as long as the second does not pass 0."""


def _pair(
    operation: Operation, operands: Sequence[Operand], compute: Compute, made: Made, *, by_zero: str | None = None
) -> Observation:
    """`by_zero` is what is wrong with a second operand of 0, for what divides by it."""
    left, right = operands
    figures = _figures(operands)
    first, divisor = figures[0], _amount(right)
    if by_zero and divisor and divisor.value == 0:
        raise FigureError(by_zero)
    amount = _combined(_amount(left), divisor, compute, divides=bool(by_zero))
    return _computed(operation, operands, amount, _status(figures), made, first.label, first.period)


def _computed(
    operation: Operation,
    operands: Sequence[Operand],
    amount: _Amount | None,
    status: ObservationStatus,
    made: Made,
    label: str,
    period: TimePeriod | None = None,
) -> Observation:
    value, low, high = amount or (None, None, None)
    how = Calculation(operation, tuple(operands))
    periods = [figure.period for figure in how.inputs]
    period = period or TimePeriod.joined(periods) or max(periods)
    return Observation(value, low, high, made.unit, status, label, period, how, made.kind)


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
    return list(filter(_is_counted(figures), figures))


def _is_counted(figures: Sequence[Observation]) -> Callable[[Observation], bool]:
    is_empty = all(figure.status is ObservationStatus.IMPOSSIBLE for figure in figures)
    return lambda figure: is_empty or figure.status is not ObservationStatus.IMPOSSIBLE


def _status(inputs: Sequence[Observation]) -> ObservationStatus:
    statuses = {figure.status for figure in inputs}
    if statuses & {ObservationStatus.UNKNOWN, ObservationStatus.SUPPRESSED, ObservationStatus.TOO_SMALL}:
        return ObservationStatus.UNKNOWN
    for status in (ObservationStatus.LATER, ObservationStatus.IMPOSSIBLE, ObservationStatus.PROVISIONAL):
        if status in statuses:
            return status
    return ObservationStatus.FINAL
