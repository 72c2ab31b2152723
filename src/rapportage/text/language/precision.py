"""With how many decimals a figure is shown when nothing else is asked."""

from __future__ import annotations

from decimal import Decimal

from rapportage.figures.observation import Cell, Observation, Operation

_AS_PRECISE = (Operation.SUM, Operation.DIFFERENCE, Operation.REST, Operation.MEAN, Operation.PRODUCT)
"""What is as precise as the coarsest of the figures that it is made of."""
_BETWEEN = (Operation.MEDIAN, Operation.FIRST_QUARTILE, Operation.THIRD_QUARTILE)
"""What is one of its figures, or between two of them: then it has one decimal more."""


def own_decimals(observation: Observation) -> int:
    """As many as the source gave ('6.10' has two); a computed figure has those that all its figures have."""
    if isinstance(observation.provenance, Cell):
        return decimals_in(observation.value)
    if observation.value is None or observation.is_count:
        return 0
    how = observation.provenance
    if how.operation in _AS_PRECISE and observation.unit:
        return min((own_decimals(each) for each in how.inputs if each.known), default=0)
    if how.operation in _BETWEEN:
        own = max((own_decimals(each) for each in how.inputs), default=0)
        return max(min(decimals_in(observation.value.normalize()), own + 1), min(own, decimals_in(observation.value)))
    most = 0 if how.operation in (Operation.SHARE, Operation.CHANGE) else 1
    return min(decimals_in(observation.value.normalize()), most)


def decimals_in(value: Decimal | None) -> int:
    exponent = Decimal(0) if value is None else value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
