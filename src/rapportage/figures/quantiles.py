"""The median and quartiles of figures, exactly: by linear interpolation between the figures themselves.

The inclusive method (R type 7, Excel QUARTILE.INC, numpy 'linear'): of n figures in order, the first at 0 and the last
at 1, the one at the place part × (n − 1), and between two figures as much of the way as is over.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rapportage.figures import results
from rapportage.figures.observation import Calculation, Observation, ObservationStatus, Operation
from rapportage.figures.period import TimePeriod
from rapportage.figures.rounding import CONTEXT

PARTS = {
    Operation.FIRST_QUARTILE: Decimal("0.25"),
    Operation.MEDIAN: Decimal("0.5"),
    Operation.THIRD_QUARTILE: Decimal("0.75"),
}


def quantile(how: Operation, figures: Sequence[Observation], label: str) -> Observation:
    """The median or a quartile of known figures in one unit, with the bounds that theirs leave it.

    Raises:
        ValueError: there are no figures, or one of them is unknown.
        MeasureError: they are not of the same thing.
    """
    values = [figure.value for figure in figures if figure.value is not None]
    if not values or len(values) < len(figures):
        raise ValueError("a quantile is of known figures")
    made = results.of_mean(figures)
    ordered = sorted(figures, key=lambda figure: figure.value or Decimal(0))
    ends = [[end for end in ends if end is not None] for ends in zip(*((f.low, f.high) for f in figures), strict=True)]
    low, high = (at_part(each, PARTS[how]) if len(each) == len(figures) else None for each in ends)
    is_provisional = any(figure.status is ObservationStatus.PROVISIONAL for figure in figures)
    status = ObservationStatus.PROVISIONAL if is_provisional else ObservationStatus.FINAL
    periods = [figure.period for figure in figures]
    period = TimePeriod.joined(periods) or max(periods)
    provenance = Calculation(how, tuple(ordered))
    return Observation(at_part(values, PARTS[how]), low, high, made.unit, status, label, period, provenance, made.kind)


def at_part(values: Sequence[Decimal], part: Decimal) -> Decimal:
    """The value that so large a part of `values` is not above."""
    ordered = sorted(values)
    place = part * (len(ordered) - 1)
    whole = int(place)
    if place == whole:
        return ordered[whole]
    step = CONTEXT.subtract(ordered[whole + 1], ordered[whole])
    return CONTEXT.add(ordered[whole], CONTEXT.multiply(step, place - whole))
