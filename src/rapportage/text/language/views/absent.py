"""A figure that no data give: unknown, or not known yet."""

from __future__ import annotations

from rapportage.figures.observation import Calculation, Observation, ObservationStatus, Operation
from rapportage.figures.period import TimePeriod
from rapportage.input.cube.cube import Series


def absent(series: Series, label: str, period: TimePeriod, edition: TimePeriod, why: Operation) -> Observation:
    """The figure of a series over a period, in a publication over `edition`: of what ends after that none is known."""
    return Observation(
        value=None,
        low=None,
        high=None,
        unit=series.unit,
        status=ObservationStatus.LATER if period.end > edition.end else ObservationStatus.UNKNOWN,
        label=label,
        period=period,
        provenance=Calculation(why, ()),
        kind=series.measure,
    )
