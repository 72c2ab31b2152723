"""What the names in an expression mean: series, figures, periods and rows of figures, each seen from an edition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics.suggestion import suggest
from rapportage.document import Content, Text, Value, normal
from rapportage.figures import arithmetic
from rapportage.figures.dates import KnownDate
from rapportage.figures.observation import Calculation, Cell, Observation, ObservationStatus, Operation
from rapportage.figures.period import BeforeTheCalendar, TimePeriod
from rapportage.figures.words.lists import names_nothing
from rapportage.figures.words.numbers import number
from rapportage.figures.words.periods import period_name
from rapportage.figures.words.windows import window
from rapportage.input.cube.cube import Cube, Series
from rapportage.text import ratios
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.trace import trace

PERIOD_STEPS = (
    "vorige",
    "vorig_jaar",
    "twaalf_maanden",
    "jaar_tot_nu",
    "kalenderjaar_ervoor",
    "eerste_maand",
    "laatste_maand",
)
"""From one period to another."""


class View(Struct, frozen=True):
    """A value with properties that the user may name: a series, a figure, a period."""

    def attribute(self, name: str) -> object:
        """Raises ExpressionFault when there is no such property."""
        raise NotImplementedError  # every view has its own; a Struct cannot be an abstract class

    def item(self, key: object) -> object:
        """What `[key]` gives; raises ExpressionFault when there is none."""
        raise NotImplementedError  # as above


class PeriodView(View, frozen=True):
    """A period that the user may name, and walk from."""

    period: TimePeriod

    def attribute(self, name: str) -> object:
        try:
            return self._attribute(name)
        except BeforeTheCalendar:
            raise ExpressionFault("T304", f"'{name}' ligt hier voor het begin van de jaartelling") from None

    def _attribute(self, name: str) -> object:
        return _choose(
            name,
            "een periode",
            {
                "vorige": lambda: PeriodView(self.period.previous()),
                "vorig_jaar": lambda: PeriodView(a_year_before(self.period)),
                "twaalf_maanden": lambda: PeriodView(twelve_months(self.period)),
                "jaar_tot_nu": lambda: PeriodView(self.period.year_to_date()),
                "kalenderjaar_ervoor": lambda: PeriodView(self.period.calendar_year_before()),
                "eerste_maand": lambda: PeriodView(_month(self.period, 0)),
                "laatste_maand": lambda: PeriodView(_month(self.period, -1)),
                "jaar": lambda: str(self.period.end.year),
            },
        )

    def item(self, key: object) -> object:
        raise ExpressionFault("T303", "een periode heeft geen onderdelen")


class DateView(View, frozen=True):
    """When something is: None is a date that a draft does not have yet."""

    known: KnownDate | None

    def attribute(self, name: str) -> object:
        raise ExpressionFault("T303", f"een datum heeft geen '{name}'", "bijvoorbeeld: {{ uitgave | datum }}")

    def item(self, key: object) -> object:
        raise ExpressionFault("T303", "een datum heeft geen onderdelen")


class FigureView(View, frozen=True):
    """A figure. One that was computed has no series, and so no share or earlier period."""

    observation: Observation
    series: SeriesView | None = None
    category: str | None = None
    remark: Content = ()
    """What a table says about the figure in a note of its own."""
    steps: tuple[str, ...] = ()
    """What was asked of the figure itself, in order: 'eerst', 'aandeel'."""
    name: str = ""
    """What sets it apart from others in its row, where that is not its label: 'mei 2020'."""

    @property
    def label(self) -> str:
        return self.name or self.observation.label

    def attribute(self, name: str) -> object:
        return _choose(
            name,
            "een cijfer",
            {
                "aandeel": self.share,
                "vorige": lambda: self._series("vorige").attribute_at("vorige").part(self.category),
                "vorig_jaar": lambda: self._series("vorig_jaar").attribute_at("vorig_jaar").part(self.category),
                "naam": lambda: self.label,
                "eenheid": lambda: self.observation.unit,
                "periode": lambda: PeriodView(self.observation.period),
                "peildatum": self.reference_day,
                "eerst": self.first_published,
            },
        )

    def first_published(self) -> FigureView:
        """What the figure was when it first came out."""
        series = self._series("eerst")
        found = series.cube.first_published(series.series.id, self.observation.period, self.category)
        if found is None:
            message = f"'{self.observation.label}' over {period_name(self.observation.period)} is niet gepubliceerd"
            raise ExpressionFault("T303", message, "vraag het van een cijfer dat in de gegevens staat")
        return FigureView(found, series, self.category, steps=("eerst",))

    def reference_day(self) -> DateView:
        """The day of a stock, or its month where no more is known."""
        cell = self.observation.provenance
        if isinstance(cell, Cell) and cell.reference_day:
            return DateView(cell.reference_day)
        message = f"van '{self.observation.label}' over {period_name(self.observation.period)} is geen peildatum bekend"
        raise ExpressionFault("T304", message, "zet bij de reeks in het periodebestand: peildatum: 2020-06-01")

    def item(self, key: object) -> object:
        raise ExpressionFault(
            "T303", "een cijfer heeft geen onderdelen", "alleen een reeks heeft categorieën en perioden"
        )

    def share(self) -> FigureView:
        """The share in the total of the same vintage and source; unknown when the figure is."""
        series = self._series("aandeel")
        steps = (*self.steps, "aandeel")
        if not self.observation.known:
            return replace(self, observation=unknown(self.observation, arithmetic.PERCENT), steps=steps)
        whole = series.cube.whole_of(self.observation)
        if whole is None:
            message = f"van '{self.observation.label}' is het totaal van dezelfde uitgave en bron niet bekend"
            raise ExpressionFault(
                "T304", message, "zet het totaal bij de verdeling, of voer het aandeel als eigen reeks in"
            )
        return replace(self, observation=ratios.share(self.observation, whole), steps=steps)

    def _series(self, name: str) -> SeriesView:
        if self.series is None or self.observation.unit == arithmetic.PERCENT:
            raise ExpressionFault(
                "T303", f"'{name}' is er alleen voor een aantal uit de gegevens, niet voor wat berekend is"
            )
        if self.steps and name in PERIOD_STEPS:
            raise ExpressionFault(
                "T303", f"'{name}' hoort vóór '{self.steps[-1]}'", f"schrijf: .{name}.{self.steps[-1]}"
            )
        return self.series


class SeriesView(View, frozen=True):
    """A series over one period; where a figure is asked it acts as its total."""

    cube: Cube
    series: Series
    period: TimePeriod
    as_of: str | None
    edition: TimePeriod
    """That of the publication: of what ends after it no figure can be known."""

    def attribute(self, name: str) -> object:
        if name in PERIOD_STEPS:
            return self.attribute_at(name)
        return _choose(
            name,
            "een reeks",
            {
                "totaal": self.figure,
                "rest": lambda: RestView(self.figure(), self.parts()).figure(),
                "titel": lambda: self.series.title,
                "eenheid": lambda: self.series.unit,
                "periode": lambda: PeriodView(self.period),
                "peildatum": lambda: self.figure().reference_day(),
                "eerst": lambda: self.figure().first_published(),
                **{each: lambda: None for each in PERIOD_STEPS},
            },
        )

    def attribute_at(self, name: str) -> SeriesView:
        """The series over a period that is named from its own: 'vorige', 'vorig_jaar' …"""
        moved = PeriodView(self.period).attribute(name)
        if not isinstance(moved, PeriodView):
            raise TypeError(f"{name} is no period")
        return self.at(moved.period)

    def at(self, period: TimePeriod) -> SeriesView:
        return replace(self, period=period)

    def item(self, key: object) -> object:
        """Another period ('2020-03', 'afgelopen 12 maanden'), or a category."""
        if not isinstance(key, str):
            raise ExpressionFault("T303", "tussen [ ] hoort een naam tussen aanhalingstekens")
        key = normal.name(key)
        period = window(key, self.period)
        if period is not None:
            return self.at(period)
        known = [each for names in self.cube.breakdowns(self.series.id).values() for each in names]
        if key not in known:
            raise ExpressionFault("T306", f"'{self.series.id}' heeft geen '{key[:80]}'", suggest(key, known))
        return self.part(key)

    def figure(self) -> FigureView:
        return self.part(None)

    def part(self, category: str | None) -> FigureView:
        """The figure of a category, or the total; an unknown one where the data have none."""
        found = self.cube.total_over(self.series.id, self.period, category, self.as_of)
        return FigureView(found or self._missing(category), self, category)

    def parts(self) -> tuple[FigureView, ...]:
        """The figures of the first breakdown, in the order of the file."""
        found = self.cube.breakdown(self.series.id, self.period, self.as_of)
        return tuple(FigureView(observation, self, observation.label) for observation in found)

    def whole_of_parts(self) -> FigureView:
        """The total that the parts belong to; with a remark when it was restated later and the parts were not."""
        latest = self.figure()
        known = [part.observation for part in self.parts() if part.observation.known]
        whole = self.cube.whole_of(known[0]) if known else None
        if whole is None or whole == latest.observation:
            return latest
        shown = latest.observation.value
        if shown is None or shown == whole.value:
            return FigureView(whole, self)
        figure = Value(number(shown), trace(latest.observation))
        return FigureView(whole, self, None, (Text("Later bijgesteld tot "), figure, Text(".")))

    def _missing(self, category: str | None) -> Observation:
        return Observation(
            value=None,
            low=None,
            high=None,
            unit=self.series.unit,
            status=ObservationStatus.LATER if self.period.end > self.edition.end else ObservationStatus.UNKNOWN,
            label=category or self.series.title,
            period=self.period,
            provenance=Calculation(Operation.ABSENT, ()),
        )


class RestView(View, frozen=True):
    """What of a whole is in none of its named parts."""

    whole: FigureView
    parts: tuple[FigureView, ...]
    label: str = "overig"

    def figure(self) -> FigureView:
        observations = [part.observation for part in self.parts]
        return FigureView(arithmetic.rest(self.whole.observation, observations, self.label))

    def attribute(self, name: str) -> object:
        return _choose(
            name,
            "een rest",
            {
                "aandeel": lambda: FigureView(self._share()),
                "vorige": lambda: self._at("vorige"),
                "vorig_jaar": lambda: self._at("vorig_jaar"),
                "naam": lambda: self.label,
            },
        )

    def item(self, key: object) -> object:
        raise ExpressionFault("T303", "een rest heeft geen onderdelen")

    def _share(self) -> Observation:
        rest = self.figure().observation
        return ratios.share(rest, self.whole.observation) if rest.known else unknown(rest, arithmetic.PERCENT)

    def _at(self, name: str) -> RestView:
        series = self.whole.series
        if series is None:
            raise ExpressionFault("T303", f"'{name}' is er niet voor een rest van wat berekend is")
        moved = series.attribute_at(name)
        return RestView(moved.whole_of_parts(), tuple(moved.part(part.category) for part in self.parts), self.label)


class TotalView(View, frozen=True):
    """The total row of a table: the whole that the parts in the rows belong to."""

    series: SeriesView

    def figure(self) -> FigureView:
        return self.series.whole_of_parts()

    def attribute(self, name: str) -> object:
        return _choose(
            name,
            "een totaal",
            {
                "aandeel": self._share,
                "vorige": lambda: TotalView(self.series.attribute_at("vorige")),
                "vorig_jaar": lambda: TotalView(self.series.attribute_at("vorig_jaar")),
                "naam": lambda: self.series.series.title,
            },
        )

    def item(self, key: object) -> object:
        raise ExpressionFault("T303", "een totaal heeft geen onderdelen")

    def _share(self) -> FigureView:
        whole = self.figure().observation
        return FigureView(ratios.share(whole, whole) if whole.known else unknown(whole, arithmetic.PERCENT))


class Ranking(View, frozen=True):
    """A row of figures in the order in which they are to be given; `series` is what they were chosen from."""

    items: tuple[FigureView, ...]
    series: SeriesView | None = None
    has_all: bool = False
    """Whether the user asked for all parts, also that of which it is unknown what it is."""

    def attribute(self, name: str) -> object:
        return _choose(name, "een rij cijfers", {})

    def named(self) -> Ranking:
        """Without the part of which it is unknown what it is: that is no country or age to name among others."""
        if self.has_all:
            return self
        return replace(self, items=tuple(item for item in self.items if not names_nothing(item.category or "")))

    def item(self, key: object) -> object:
        """The figure at a place, counted from 1."""
        if isinstance(key, Decimal) and key == int(key) and 1 <= key <= len(self.items):
            return self.items[int(key) - 1]
        raise ExpressionFault("T303", f"deze rij heeft de plaatsen 1 tot en met {len(self.items)}")


def unknown(observation: Observation, unit: str) -> Observation:
    """What is computed from a figure that is not known: unknown too, unless it can't be known or exist."""
    kept = observation.status in (ObservationStatus.LATER, ObservationStatus.IMPOSSIBLE)
    return replace(
        observation,
        value=None,
        low=None,
        high=None,
        unit=unit,
        status=observation.status if kept else ObservationStatus.UNKNOWN,
        provenance=Calculation(Operation.UNKNOWN, (observation,)),
    )


def a_year_before(period: TimePeriod) -> TimePeriod:
    earlier = period.year_before()
    if earlier is None:
        raise ExpressionFault(
            "T304", f"{period_name(period)} is er een jaar eerder niet", "dat jaar heeft geen week 53"
        )
    return earlier


def _month(period: TimePeriod, place: int) -> TimePeriod:
    months = period.months()
    if not months:
        raise ExpressionFault("T304", f"{period_name(period)} bestaat niet uit maanden")
    return months[place]


def twelve_months(period: TimePeriod) -> TimePeriod:
    found = period.last_twelve_months()
    if found is None:
        raise ExpressionFault("T304", f"'twaalf_maanden' is er niet voor {period_name(period)}")
    return found


def _choose(name: str, what: str, properties: Mapping[str, Callable[[], object]]) -> object:
    """The property of that name, or a Fault that says which there are."""
    if name not in properties:
        raise ExpressionFault("T303", f"{what} heeft geen '{name}'", suggest(name, properties))
    return properties[name]()
