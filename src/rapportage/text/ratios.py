"""Shares, changes in per cent and indexes: what they are, also where there is no number. One rule for every place.

By 0 nothing can be divided: the figure can't exist, and its place stays empty. Nor can a change or index of a negative
figure: from -50 to -20 is a rise, and would be '60% less'. By less than ten, or by what was rounded
to 0, it can, and says nothing: that is a point. What is computed from an unknown figure is unknown; from one of a later
period it is not known yet, and empty; from one that can't exist it can't exist either.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from rapportage.figures import arithmetic, results
from rapportage.figures.measure_kinds import BALANCE, CHANGE, COUNT, INDEX, NUMBER, SHARE
from rapportage.figures.observation import Calculation, Observation, ObservationStatus, Operation
from rapportage.figures.results import Made
from rapportage.figures.unit_text import PERCENT
from rapportage.figures.words.changes import LEAST_BASE

_BY_ZERO = {
    Operation.SHARE: "een aandeel van een totaal dat 0 is, bestaat niet",
    Operation.CHANGE: "een verandering vanaf 0 is niet in procenten te geven",
    Operation.INDEX: "een index met 0 als basis bestaat niet",
}
_BY_CHANCE = (COUNT, BALANCE, SHARE, NUMBER)
"""Of what is counted a few more or less say nothing; a price of 4,20 may well rise by 10%."""
_BY_NEGATIVE = {
    Operation.CHANGE: "een verandering vanaf een negatief cijfer is niet in procenten te geven",
    Operation.INDEX: "een index met een negatief cijfer als basis bestaat niet",
}


def share(part: Observation, whole: Observation) -> Observation:
    results.refuse_no_share(part, whole)
    return _ratio(Operation.SHARE, arithmetic.share, part, whole, Made(PERCENT, SHARE))


def change_percent(after: Observation, before: Observation) -> Observation:
    results.refuse_no_ratio(after, before)
    return _ratio(Operation.CHANGE, arithmetic.change_percent, after, before, Made(PERCENT, CHANGE))


def index(figure: Observation, base: Observation) -> Observation:
    results.refuse_no_ratio(figure, base)
    return _ratio(Operation.INDEX, arithmetic.index, figure, base, Made("", INDEX))


def why_none(made: Observation) -> str | None:
    """Why a ratio can't exist: what it would be divided by is 0, or negative."""
    how = made.provenance
    if made.status is not ObservationStatus.IMPOSSIBLE or not isinstance(how, Calculation) or len(how.inputs) != 2:
        return None
    base = how.inputs[1].value
    if base is None or base > 0:
        return None
    return (_BY_ZERO if base == 0 else _BY_NEGATIVE).get(how.operation)


def _ratio(
    operation: Operation,
    compute: Callable[[Observation, Observation], Observation],
    figure: Observation,
    base: Observation,
    made: Made,
) -> Observation:
    status = _status(operation, base)
    if status is None:
        return compute(figure, base)
    how = Calculation(operation, (figure, base))
    return replace(
        figure, value=None, low=None, high=None, unit=made.unit, kind=made.kind, status=status, provenance=how
    )


def _status(operation: Operation, base: Observation) -> ObservationStatus | None:
    """What is said in place of a figure that is divided by `base`; None where it can be given."""
    if base.value is None:
        return None
    if base.value == 0:
        is_exact = base.low == base.high == 0
        return ObservationStatus.IMPOSSIBLE if is_exact else ObservationStatus.TOO_SMALL
    if operation is not Operation.SHARE and base.value < 0:
        return ObservationStatus.IMPOSSIBLE
    is_few = operation is not Operation.SHARE and base.measure in _BY_CHANCE and base.value * base.scale < LEAST_BASE
    return ObservationStatus.TOO_SMALL if is_few else None


def unknown(observation: Observation, unit: str) -> Observation:
    """What is computed from a figure that is not known: unknown too, unless it can't be known or exist."""
    kept = observation.status in (ObservationStatus.LATER, ObservationStatus.IMPOSSIBLE)
    return replace(
        observation,
        value=None,
        low=None,
        high=None,
        unit=unit,
        kind=None,
        status=observation.status if kept else ObservationStatus.UNKNOWN,
        provenance=Calculation(Operation.UNKNOWN, (observation,)),
    )
