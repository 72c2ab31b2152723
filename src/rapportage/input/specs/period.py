"""The specs of a period file: the figures of one period with their sources, as the user wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as ReadOnly
from decimal import Decimal
from typing import Annotated, Literal, NamedTuple

from msgspec import Struct, field

from rapportage.figures.dates import KnownDate
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.windows import window
from rapportage.input.loading.nodes import Mapping, Node, Scalar
from rapportage.input.specs.figures import WRITTEN, TypedFigure, read_figure
from rapportage.input.specs.forms import Sign
from rapportage.input.specs.leaves import (
    ByPeriod,
    Day,
    Name,
    Named,
    OneOrMore,
    Period,
    WebAddress,
    Words,
    one_of,
    whole_number,
)
from rapportage.input.specs.measure import Measure
from rapportage.input.specs.spec import Leaf, LeafInContext, Spec, mapping

Rounding = Literal["1", "5", "10", "100", "1000"]
SeriesKind = Literal["stroom", "stand"]
SeriesStatus = Literal["definitief", "voorlopig"]
EditionStatus = Literal["definitief", "concept"]


def _figure(node: Node, measure: object) -> TypedFigure:
    """The context of every series is its measure."""
    if not isinstance(measure, Measure):
        raise TypeError("a figure can be read only with a measure as context")
    return read_figure(node, measure)


FigureLeaf = Annotated[TypedFigure, LeafInContext(_figure, Sign(WRITTEN))]
Breakdowns = Named[Named[FigureLeaf]]
"""Breakdown ('nationaliteit') → category ('Syrië') → figure."""


class Edition(Spec, frozen=True):
    """The publication of the file itself; its date is the vintage of all figures in it."""

    date: Day = field(name="datum")
    status: Annotated[EditionStatus, one_of(EditionStatus)] = "definitief"
    reference: Words | None = field(default=None, name="kenmerk")
    parliamentary_paper: Words | None = field(default=None, name="kamerstuk")
    session_year: Words | None = field(default=None, name="vergaderjaar")
    annex_to: Words | None = field(default=None, name="bijlage_bij")


class SourceSpec(Spec, frozen=True):
    title: Words = field(name="titel")
    publisher: Words = field(name="uitgever")
    date: Day | None = field(default=None, name="datum")
    url: WebAddress | None = field(default=None, name="url")
    licence: Words | None = field(default=None, name="licentie")


class Counts(Spec, frozen=True):
    """A total, with breakdowns of which any may be partial."""

    total: FigureLeaf | None = field(default=None, name="totaal")
    breakdowns: Breakdowns = field(default_factory=dict, name="naar")


class Revision(Counts, frozen=True):
    """Figures of an earlier period as this publication gives them now."""

    sources: OneOrMore[Name] = field(default=(), name="bron")
    reason: Words | None = field(default=None, name="reden")


class SeriesSpec(Counts, frozen=True, kw_only=True):
    title: Words = field(name="titel")
    unit: Name = field(name="eenheid")
    sources: OneOrMore[Name] = field(name="bron")
    kind: Annotated[SeriesKind, one_of(SeriesKind)] = field(default="stroom", name="soort")
    reference_day: Day | None = field(default=None, name="peildatum")
    """Of a stock: the day of the figures over the file's own period."""
    status: Annotated[SeriesStatus, one_of(SeriesStatus)] = "definitief"
    decimals: Annotated[int, whole_number(0, 6)] | None = field(default=None, name="decimalen")
    rounded_to: Annotated[Rounding, one_of(Rounding)] | None = field(default=None, name="afgerond_op")
    definition: Words | None = field(default=None, name="definitie")
    remark: Words | None = field(default=None, name="toelichting")
    sum_of: OneOrMore[Name] = field(default=(), name="som_van")
    """The series of which its totals are the sum."""
    part_of: Name | None = field(default=None, name="onderdeel_van")
    """The series that counts it already: of a percentage, the series of which it is a share."""
    windows: Named[Counts] = field(default_factory=dict, name="vensters")
    other_periods: ByPeriod[FigureLeaf] = field(default_factory=dict, name="reeks")

    @property
    def measure(self) -> Measure:
        return Measure(self.unit.text, self.decimals, Decimal(self.rounded_to) if self.rounded_to else None)


SeriesLater = Annotated[Mapping, Leaf(mapping, Named[SeriesSpec])]
RevisionsLater = Annotated[Mapping, Leaf(mapping, Named[Revision])]


class PeriodSpec(Spec, frozen=True):
    """The file as a whole; its series and revisions are read one by one, each with its own measure."""

    period: Period = field(name="periode")
    edition: Edition = field(name="uitgave")
    sources: Named[SourceSpec] = field(name="bronnen")
    series: SeriesLater = field(name="cijfers")
    revisions: ByPeriod[RevisionsLater] = field(default_factory=dict, name="herzien")
    texts: Named[Words] = field(default_factory=dict, name="teksten")
    annotations: Named[ByPeriod[Words]] = field(default_factory=dict, name="bijschriften")
    """By the id of the chart that they belong to."""


class CellSpec(NamedTuple):
    """One figure with its place in the data. A total has neither breakdown nor category."""

    period: TimePeriod
    breakdown: str | None
    category: str | None
    figure: TypedFigure


class Restatement(Struct, frozen=True):
    """What the file says now of an earlier period; `key` and `series` are the keys under which it is."""

    key: Scalar
    period: TimePeriod
    series: Scalar
    figures: Revision


class PeriodFile(Struct, frozen=True):
    """A period file in which every value could be read."""

    node: Mapping
    period: TimePeriod
    edition: Edition
    sources: ReadOnly[str, SourceSpec]
    series: ReadOnly[str, SeriesSpec]
    restatements: tuple[Restatement, ...]
    texts: ReadOnly[str, Scalar]
    annotations: ReadOnly[str, ReadOnly[TimePeriod, Scalar]]
    is_dated: bool = True
    """False in a draft whose edition has no date yet: nothing may show one."""

    @property
    def published(self) -> KnownDate | None:
        """When the edition comes out, as precise as that is known."""
        return self.edition.date.known if self.is_dated else None

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
