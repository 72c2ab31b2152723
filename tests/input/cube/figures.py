"""Makes figures for tests."""

from __future__ import annotations

from decimal import Decimal

from rapportage.diagnostics import SourceFile, Span
from rapportage.figures.observation import Cell, DataSource, Observation, ObservationStatus
from rapportage.figures.parts import part_of
from rapportage.figures.period import TimePeriod

SOURCE = DataSource("ind", "Asielinstroom", "IND", None, None)
NO_VALUE = {ObservationStatus.SUPPRESSED, ObservationStatus.UNKNOWN, ObservationStatus.IMPOSSIBLE}


def period(code: str) -> TimePeriod:
    parsed = TimePeriod.parse(code)
    assert parsed is not None, code
    return parsed


def figure(
    value: int | str | Decimal,
    *,
    margin: int | str | Decimal = 0,
    unit: str = "aanvragen",
    status: ObservationStatus = ObservationStatus.FINAL,
    label: str = "Syrië",
    month: str = "2020-05",
) -> Observation:
    """A figure that is `value`, give or take `margin`; without a value if the status says so."""
    exact, off = Decimal(value), Decimal(margin)
    cell = Cell(
        "instroom",
        period(month),
        part_of("land", label),
        str(value),
        SOURCE,
        "2020-06-24",
        Span(SourceFile("f", ""), 1, 1),
    )
    known = status not in NO_VALUE
    bounds = (exact, exact - off, exact + off) if known else (None, None, None)
    return Observation(*bounds, unit, status, label, period(month), cell)
