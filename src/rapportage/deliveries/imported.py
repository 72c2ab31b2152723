"""What a levering takes from a delivery for one period: every figure with the cell that it is of."""

from __future__ import annotations

from collections.abc import Mapping as ReadOnly

from msgspec import Struct

from rapportage.deliveries.grid import Cell, Delivery
from rapportage.diagnostics import Findings, Span
from rapportage.figures.measure_kinds import BY_WORD
from rapportage.figures.parts import Part
from rapportage.figures.period import TimePeriod
from rapportage.input.loading.nodes import Mapping
from rapportage.input.specs.delivery import DeliveredTable, DeliverySpec, ImportedSeries
from rapportage.input.specs.period import SeriesSpec
from rapportage.input.specs.typed.measure import Measure


class Levering(Struct, frozen=True):
    """A levering as it is in its file, with the name of that."""

    name: str
    node: Mapping
    spec: DeliverySpec

    @property
    def tables(self) -> tuple[DeliveredTable, ...]:
        """Its tables; one whose keys are those of the levering itself is one of them."""
        return (self.spec,) if self.spec.series else self.spec.tables

    @property
    def series(self) -> dict[str, ImportedSeries]:
        return {name: series for table in self.tables for name, series in table.series.items()}


class ImportedFigure(Struct, frozen=True):
    """One figure: where it goes, what is written there, and where it comes from."""

    series: str
    period: TimePeriod
    part: Part
    text: str
    """As a period file has it: '341', '12.5*', '<5'."""
    sheet: str
    cell: Cell
    asked: Span
    """What of the levering asked for it."""


class Job(Struct, frozen=True):
    """What is imported, and what is known of the series that get it; `findings` gets all that is wrong."""

    levering: Levering
    delivery: Delivery
    period: TimePeriod
    known: ReadOnly[str, SeriesSpec]
    """The series as the period file has them, or as that of an earlier period does."""
    findings: Findings


def measure_of(series: ImportedSeries, known: SeriesSpec | None) -> Measure:
    """What the figures of a series are: as the period file says, or else the levering."""
    if known is not None:
        return known.measure
    said = BY_WORD[series.measured_as.text] if series.measured_as else None
    unit, title = (each.text if each else "" for each in (series.unit, series.title))
    return Measure(unit, series.decimals, series.rounded_to, said=said, title=title)
