"""The specs of a period file: the figures of one period with their sources, as the user wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as ReadOnly
from pathlib import PurePath
from typing import Annotated, Literal, NamedTuple

from msgspec import Struct, field

from rapportage.diagnostics import Span
from rapportage.diagnostics.suggestion import suggest
from rapportage.figures.dates import KnownDate
from rapportage.figures.measure_kinds import BY_WORD
from rapportage.figures.observation import DeliveredCell
from rapportage.figures.parts import WHOLE, Part
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.windows import window
from rapportage.input.loading.nodes import Mapping, Node, Scalar
from rapportage.input.specs.faults import NOTHING, SpecFault
from rapportage.input.specs.forms import ByKey, Choice, Sign
from rapportage.input.specs.leaves import (
    ANY_VALUE,
    DATE,
    PERIOD,
    ByPeriod,
    Day,
    Name,
    Named,
    OneOrMore,
    PublicationDate,
    Step,
    WebAddress,
    Words,
    named,
    one_of,
    period_of,
    publication_date,
    unread_text,
    whole_number,
)
from rapportage.input.specs.parts.breakdowns import KEYS, Breakdowns, read_breakdowns
from rapportage.input.specs.spec import Leaf, LeafInContext, Spec, mapping
from rapportage.input.specs.typed.figures import WRITTEN, TypedFigure, sound_figure
from rapportage.input.specs.typed.measure import Measure

SeriesKind = Literal["stroom", "stand"]
SeriesStatus = Literal["definitief", "voorlopig"]
EditionStatus = Literal["definitief", "concept"]


def _figure(node: Node, measure: object) -> TypedFigure:
    """The context of every series is its measure."""
    if not isinstance(measure, Measure):
        raise TypeError("a figure can be read only with a measure as context")
    return sound_figure(node, measure)


def _kind(node: Node) -> Scalar:
    """The word for a kind of measure."""
    value = named(node)
    if value.text not in BY_WORD:
        raise SpecFault("S105", f"'{value.text[:100]}' is geen maat", value.span, suggest(value.text, BY_WORD))
    return value


MeasuredAs = Annotated[Scalar, Leaf(_kind, Choice(tuple(BY_WORD)))]


def _breakdowns(node: Node, measure: object) -> Breakdowns:
    if not isinstance(measure, Measure):
        raise TypeError("figures can be read only with a measure as context")
    return read_breakdowns(node, measure)


FigureLeaf = Annotated[TypedFigure, LeafInContext(_figure, Sign(WRITTEN))]
_LEVELS = (Named[FigureLeaf], Named[Named[FigureLeaf]], Named[Named[Named[FigureLeaf]]])
BreakdownsLeaf = Annotated[Breakdowns, LeafInContext(_breakdowns, ByKey(tuple(zip(KEYS, _LEVELS, strict=True))))]
"""A breakdown ('nationaliteit') has a figure by category ('Syrië'); a crossed one so many more levels."""


def _end_of_period(node: Node) -> PublicationDate | object:
    """The month in which the period ends that the name of the file says."""
    period = TimePeriod.parse(PurePath(node.span.path).stem.replace("_", "/"))
    month = KnownDate.parse(f"{period.end:%Y-%m}") if period else None
    return PublicationDate(month, node.span) if month else NOTHING


EditionDay = Annotated[PublicationDate, Leaf(publication_date, DATE, _end_of_period)]


class Edition(Spec, frozen=True):
    """The publication of the file itself; its date is the vintage of all figures in it."""

    date: EditionDay = field(name="datum")
    status: Annotated[EditionStatus, one_of(EditionStatus)] = "definitief"
    reference: Words | None = field(default=None, name="kenmerk")
    parliamentary_paper: Words | None = field(default=None, name="kamerstuk")
    session_year: Words | None = field(default=None, name="vergaderjaar")
    annex_to: Words | None = field(default=None, name="bijlage_bij")
    url: WebAddress | None = field(default=None, name="url")


class SourceSpec(Spec, frozen=True):
    title: Words = field(name="titel")
    publisher: Words = field(name="uitgever")
    date: Day | None = field(default=None, name="datum")
    url: WebAddress | None = field(default=None, name="url")
    licence: Words | None = field(default=None, name="licentie")


def unread_source(name: Scalar) -> SourceSpec:
    """What is gone on with in place of a source that can't be read, or is not there."""
    unread = unread_text(name)
    return SourceSpec(Mapping((), name.span), unread, unread)


class Counts(Spec, frozen=True):
    """A total, with breakdowns of which any may be partial."""

    total: FigureLeaf | None = field(default=None, name="totaal")
    breakdowns: BreakdownsLeaf = field(default_factory=dict, name="naar")


class Revision(Counts, frozen=True):
    """Figures of an earlier period as this publication gives them now."""

    sources: OneOrMore[Name] = field(default=(), name="bron")
    reason: Words | None = field(default=None, name="reden")


UnitName = Annotated[Scalar, Leaf(named, ANY_VALUE, unread_text)]


class SeriesSpec(Counts, frozen=True, kw_only=True):
    title: Words = field(name="titel")
    unit: UnitName = field(name="eenheid")
    measured_as: MeasuredAs | None = field(default=None, name="maat")
    """What the unit does not say by itself."""
    sources: OneOrMore[Name] = field(name="bron")
    kind: Annotated[SeriesKind, one_of(SeriesKind)] = field(default="stroom", name="soort")
    reference_day: Day | None = field(default=None, name="peildatum")
    """Of a stock: the day of the figures over the file's own period."""
    status: Annotated[SeriesStatus, one_of(SeriesStatus)] = "definitief"
    decimals: Annotated[int, whole_number(0, 6)] | None = field(default=None, name="decimalen")
    rounded_to: Step | None = field(default=None, name="afgerond_op")
    definition: Words | None = field(default=None, name="definitie")
    remark: Words | None = field(default=None, name="toelichting")
    sum_of: OneOrMore[Name] = field(default=(), name="som_van")
    """The series of which its totals are the sum."""
    part_of: Name | None = field(default=None, name="onderdeel_van")
    """The series that counts it already: of a percentage, the series of which it is a share."""
    rest_parts: OneOrMore[Name] = field(default=(), name="restposten")
    """The parts that take together what is not named: 'overige landen'."""
    windows: Named[Counts] = field(default_factory=dict, name="vensters")
    other_periods: ByPeriod[FigureLeaf] = field(default_factory=dict, name="reeks")

    @property
    def measure(self) -> Measure:
        said = BY_WORD[self.measured_as.text] if self.measured_as else None
        return Measure(self.unit.text, self.decimals, self.rounded_to, said=said, title=self.title.text)


def _of_file_name(node: Node) -> TimePeriod | object:
    """The period that the name of the file says."""
    return TimePeriod.parse(PurePath(node.span.path).stem.replace("_", "/")) or NOTHING


def _no_entries(node: Node) -> Mapping:
    return Mapping((), node.span)


FilePeriod = Annotated[TimePeriod, Leaf(period_of, PERIOD, _of_file_name)]
SeriesLater = Annotated[Mapping, Leaf(mapping, Named[SeriesSpec], _no_entries)]
RevisionsLater = Annotated[Mapping, Leaf(mapping, Named[Revision])]


class PeriodSpec(Spec, frozen=True):
    """The file as a whole; its series and revisions are read one by one, each with its own measure."""

    period: FilePeriod = field(name="periode")
    edition: Edition = field(name="uitgave")
    sources: Named[SourceSpec] = field(name="bronnen")
    series: SeriesLater = field(name="cijfers")
    revisions: ByPeriod[RevisionsLater] = field(default_factory=dict, name="herzien")
    texts: Named[Words] = field(default_factory=dict, name="teksten")
    annotations: Named[ByPeriod[Words]] = field(default_factory=dict, name="bijschriften")
    """By the id of the chart that they belong to."""


class CellSpec(NamedTuple):
    """One figure with its place in the data: of the whole, or of a part of it."""

    period: TimePeriod
    part: Part
    figure: TypedFigure


class Restatement(Struct, frozen=True):
    """What the file says now of an earlier period; `key` and `series` are the keys under which it is."""

    key: Scalar
    period: TimePeriod
    series: Scalar
    figures: Revision


class Lost(Struct, frozen=True):
    """What of a period file could not be read, which was reported at `cause`: a series, or (None) any of them."""

    series: str | None
    cause: Span
    written: str
    """What is written there, in which names can be looked for."""


class PeriodFile(Struct, frozen=True):
    """A period file. One that is not sound holds faults, which were reported, and is only good for finding more."""

    node: Mapping
    period: TimePeriod
    edition: Edition
    sources: ReadOnly[str, SourceSpec]
    series: ReadOnly[str, SeriesSpec]
    restatements: tuple[Restatement, ...]
    texts: ReadOnly[str, Scalar]
    annotations: ReadOnly[str, ReadOnly[TimePeriod, Scalar]]
    delivered: ReadOnly[Span, DeliveredCell] = {}
    """Of imported figures, by their place in this file, the cell that each is of."""
    is_dated: bool = True
    """False in a draft whose edition has no date yet: nothing may show one."""
    is_sound: bool = True
    lost: tuple[Lost, ...] = ()
    """What is in the file and not in this, because it could not be read."""

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
            yield CellSpec(period, WHOLE, figure)


def cells_of(counts: Counts, period: TimePeriod) -> Iterator[CellSpec]:
    if counts.total:
        yield CellSpec(period, WHOLE, counts.total)
    for parts in counts.breakdowns.values():
        for part, figure in parts.items():
            yield CellSpec(period, part, figure)
