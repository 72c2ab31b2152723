"""The specs of a period file: the figures of one period with their sources, as the user wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as ReadOnly
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal, NamedTuple

from pydantic import BeforeValidator, Field, ValidationInfo

from rapportage.cube.period import TimePeriod
from rapportage.loading.nodes import Mapping, Node, Scalar
from rapportage.specs.figures import Figure, read_figure
from rapportage.specs.leaves import (
    ByPeriod,
    Day,
    Keys,
    Named,
    OneOrMore,
    Period,
    Spec,
    WebAddress,
    Words,
    one_of,
    whole_number,
)
from rapportage.specs.measure import Measure
from rapportage.words.windows import window

Rounding = Literal["1", "5", "10", "100", "1000"]
SeriesKind = Literal["stroom", "stand"]
SeriesStatus = Literal["definitief", "voorlopig"]
EditionStatus = Literal["definitief", "concept"]


def _figure(node: Node, info: ValidationInfo) -> Figure:
    """The context of every series is its measure."""
    if not isinstance(info.context, Measure):
        raise TypeError("a figure can be read only with a measure as context")
    return read_figure(node, info.context)


FigureLeaf = Annotated[Figure, BeforeValidator(_figure)]
Breakdowns = Named[Named[FigureLeaf]]
"""Breakdown ('nationaliteit') → category ('Syrië') → figure."""


class Edition(Spec):
    """The publication of the file itself; its date is the vintage of all figures in it."""

    date: Day = Field(alias="datum")
    status: Annotated[EditionStatus, one_of(EditionStatus)] = "definitief"
    reference: Words | None = Field(None, alias="kenmerk")
    parliamentary_paper: Words | None = Field(None, alias="kamerstuk")
    session_year: Words | None = Field(None, alias="vergaderjaar")
    annex_to: Words | None = Field(None, alias="bijlage_bij")


class SourceSpec(Spec):
    title: Words = Field(alias="titel")
    publisher: Words = Field(alias="uitgever")
    date: Day | None = Field(None, alias="datum")
    url: WebAddress | None = Field(None, alias="url")
    licence: Words | None = Field(None, alias="licentie")


class Counts(Spec):
    """A total, with breakdowns of which any may be partial."""

    total: FigureLeaf | None = Field(None, alias="totaal")
    breakdowns: Breakdowns = Field({}, alias="naar")


class Revision(Counts):
    """Figures of an earlier period as this publication gives them now."""

    sources: OneOrMore[Words] = Field((), alias="bron")
    reason: Words | None = Field(None, alias="reden")


class SeriesSpec(Counts):
    title: Words = Field(alias="titel")
    unit: Words = Field(alias="eenheid")
    sources: OneOrMore[Words] = Field(alias="bron")
    kind: Annotated[SeriesKind, one_of(SeriesKind)] = Field("stroom", alias="soort")
    reference_day: Day | None = Field(None, alias="peildatum")
    """Of a stock: the day of the figures over the file's own period."""
    status: Annotated[SeriesStatus, one_of(SeriesStatus)] = "definitief"
    decimals: Annotated[int, whole_number(0, 6)] | None = Field(None, alias="decimalen")
    rounded_to: Annotated[Rounding, one_of(Rounding)] | None = Field(None, alias="afgerond_op")
    definition: Words | None = Field(None, alias="definitie")
    remark: Words | None = Field(None, alias="toelichting")
    windows: Named[Counts] = Field({}, alias="vensters")
    other_periods: ByPeriod[FigureLeaf] = Field({}, alias="reeks")

    @property
    def measure(self) -> Measure:
        return Measure(self.unit.text, self.decimals, Decimal(self.rounded_to) if self.rounded_to else None)


class PeriodSpec(Spec):
    """The file as a whole; its series and revisions are read one by one, each with its own measure."""

    period: Period = Field(alias="periode")
    edition: Edition = Field(alias="uitgave")
    sources: Named[SourceSpec] = Field(alias="bronnen")
    series: Keys = Field(alias="cijfers")
    revisions: ByPeriod[Keys] = Field({}, alias="herzien")
    texts: Named[Words] = Field({}, alias="teksten")
    annotations: Named[ByPeriod[Words]] = Field({}, alias="bijschriften")
    """By the id of the chart that they belong to."""


class CellSpec(NamedTuple):
    """One figure with its place in the data. A total has neither breakdown nor category."""

    period: TimePeriod
    breakdown: str | None
    category: str | None
    figure: Figure


@dataclass(frozen=True, slots=True)
class Restatement:
    """What the file says now of an earlier period; `key` and `series` are the keys under which it stands."""

    key: Scalar
    period: TimePeriod
    series: Scalar
    figures: Revision


@dataclass(frozen=True, slots=True)
class PeriodFile:
    """A period file in which every value could be read."""

    node: Mapping
    period: TimePeriod
    edition: Edition
    sources: ReadOnly[str, SourceSpec]
    series: ReadOnly[str, SeriesSpec]
    restatements: tuple[Restatement, ...]
    texts: ReadOnly[str, Scalar]
    annotations: ReadOnly[str, ReadOnly[TimePeriod, Scalar]]

    def cells(self, series: SeriesSpec) -> Iterator[CellSpec]:
        """Every figure of the series in the order of the file: of its own period, of windows, of other periods."""
        yield from cells_of(series, self.period)
        for name, counts in series.windows.items():
            period = window(name, self.period)
            if period:
                yield from cells_of(counts, period)
        for period, figure in series.other_periods.items():
            yield CellSpec(period, None, None, figure)


def cells_of(counts: Counts, period: TimePeriod) -> Iterator[CellSpec]:
    if counts.total:
        yield CellSpec(period, None, None, counts.total)
    for breakdown, categories in counts.breakdowns.items():
        for category, figure in categories.items():
            yield CellSpec(period, breakdown, category, figure)
