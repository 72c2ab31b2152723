"""How many figures are above or below a limit, and what words say of them: always with what was compared with what."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from rapportage.figures import arithmetic
from rapportage.figures.arithmetic import Operand
from rapportage.figures.measure_kinds import COUNT
from rapportage.figures.observation import Calculation, Observation, ObservationStatus, Operation
from rapportage.figures.period import TimePeriod

Amount = tuple[Decimal, Decimal, Decimal]
"""A value with its bounds."""
COMPARISONS = (Operation.ABOVE, Operation.BELOW, Operation.AT_LEAST, Operation.AT_MOST)
_ZERO, _ONE = Decimal(0), Decimal(1)


def compared(how: Operation, figure: Observation, limit: Operand) -> Observation | None:
    """1 where the figure is on that side of the limit, else 0, by its value, which is what a reader sees.

    Its bounds are 0 and 1 where it may as well be on the other side. None where its value is not known and its bounds
    do not decide.
    """
    known = _within_bounds(figure)
    far = _within_bounds(limit) if isinstance(limit, Observation) else limit
    gap = None if known is None or far is None else arithmetic.subtract(known, far)
    if gap is None or gap.value is None:
        return None
    is_sure = gap.low is not None and gap.high is not None and _holds(how, gap.low) == _holds(how, gap.high)
    if not is_sure and (known is not figure or far is not limit):
        return None
    value = _ONE if _holds(how, gap.value) else _ZERO
    low, high = (value, value) if is_sure else (_ZERO, _ONE)
    return _made(Calculation(how, (figure, limit)), (value, low, high), figure.label, figure.period)


def counted(figures: Sequence[Observation], amount: Amount, label: str, period: TimePeriod) -> Observation:
    """How many were counted among `figures`, or among comparisons of them: the number, the least and the most."""
    return _made(Calculation(Operation.COUNT, tuple(figures)), amount, label, period)


def in_words(operands: Sequence[Observation], value: Decimal, label: str, period: TimePeriod) -> Observation:
    """What a word rests on that shows no figure: what it is about, comparisons, and the number that it stands for."""
    return _made(Calculation(Operation.WORDS, tuple(operands)), (value, value, value), label, period)


def _made(how: Calculation, amount: Amount, label: str, period: TimePeriod) -> Observation:
    is_provisional = any(each.status is ObservationStatus.PROVISIONAL for each in how.inputs)
    status = ObservationStatus.PROVISIONAL if is_provisional else ObservationStatus.FINAL
    return Observation(*amount, "", status, label, period, how, COUNT)


def _within_bounds(figure: Observation) -> Observation | None:
    """The figure; of one that is suppressed the least that it can be, with its bounds."""
    if figure.known or figure.low is None:
        return figure if figure.known else None
    return replace(figure, value=figure.low)


def _holds(how: Operation, gap: Decimal) -> bool:
    match how:
        case Operation.ABOVE:
            return gap > 0
        case Operation.BELOW:
            return gap < 0
        case Operation.AT_LEAST:
            return gap >= 0
    return gap <= 0
