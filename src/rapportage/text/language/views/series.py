"""What the names in an expression mean: series, figures and rows of figures, each seen from an edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from msgspec.structs import replace

from rapportage.document import Content, Text, Value, normal
from rapportage.figures import arithmetic
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.observation import Cell, Observation, Operation
from rapportage.figures.parts import WHOLE, Dimensions, Part
from rapportage.figures.period import TimePeriod
from rapportage.figures.results import FigureError
from rapportage.figures.unit_text import PERCENT, is_percent
from rapportage.figures.words.numbers import number
from rapportage.figures.words.periods import period_in_message
from rapportage.figures.words.units import unit_name
from rapportage.figures.words.windows import window
from rapportage.input.cube.cube import Asked, Cube, Series
from rapportage.text import ratios
from rapportage.text.language.faults import ExpressionFault, told
from rapportage.text.language.syntax.expression import CALLS
from rapportage.text.language.trace import trace
from rapportage.text.language.views import listed
from rapportage.text.language.views.absent import absent
from rapportage.text.language.views.breakdowns import check_breakdown, named_breakdown, only_breakdown, part_named
from rapportage.text.language.views.names import Name
from rapportage.text.language.views.period_views import PERIOD_STEPS, DateView, PeriodView, View, choose

_SHARE = "aandeel"


class FigureView(View, frozen=True):
    """A figure. One that was computed has no series, and so no share or earlier period."""

    observation: Observation
    series: SeriesView | None = None
    part: Part = WHOLE
    remark: Content = ()
    """What a table says about the figure in a note of its own."""
    steps: tuple[str, ...] = ()
    """What was asked of the figure itself, in order: 'eerst', 'aandeel'."""
    name: str = ""
    """What sets it apart from others in its row, where that is not its label: 'mei 2020'."""

    @property
    def label(self) -> str:
        return self.name or self.observation.label

    @property
    def category(self) -> str | None:
        """What it is a part of the whole of; None for the whole."""
        return self.part.label or None

    def attribute(self, name: str) -> object:
        return choose(
            name,
            "een cijfer",
            {
                "aandeel": self.share,
                "vorige": lambda: self._series("vorige").attribute_at("vorige").part(self.part),
                "vorig_jaar": lambda: self._series("vorig_jaar").attribute_at("vorig_jaar").part(self.part),
                "naam": lambda: Name(self.label, self),
                "eenheid": lambda: unit_name(self.observation.unit),
                "periode": lambda: PeriodView(self.observation.period),
                "peildatum": self.reference_day,
                "eerst": self.first_published,
                **{word: partial(self._listed, word) for word in listed.LISTED_WORDS},
            },
        )

    def _listed(self, word: str) -> str:
        """What the list of its parts says; nothing for a whole, or what takes together what is not named."""
        own = self.part.beyond(self.series.within) if self.series else WHOLE
        if self.series is None or len(own.names) != 1 or self.is_rest:
            return ""
        return Name(listed.listed_word(self.series.cube, own, word), self)

    @property
    def is_rest(self) -> bool:
        """Whether it is of no one thing to name among others: 'onbekend', 'overige landen'."""
        return self.series is not None and self.series.is_rest(self.part)

    def first_published(self) -> FigureView:
        """What the figure was when it first came out."""
        series = self._series("eerst")
        found = series.cube.first_published(series.series.id, self.observation.period, self.part)
        if found is None or series.groups:
            period = period_in_message(self.observation.period)
            message = f"'{self.observation.label}' over {period} is niet gepubliceerd"
            raise ExpressionFault("T303", message, "vraag het van een cijfer dat in de gegevens staat")
        return FigureView(found, series, self.part, steps=("eerst",))

    def reference_day(self) -> DateView:
        """The day of a stock, or its month where no more is known."""
        cell = self.observation.provenance
        if isinstance(cell, Cell) and cell.reference_day:
            return DateView(cell.reference_day)
        message = (
            f"van '{self.observation.label}' over {period_in_message(self.observation.period)} is geen peildatum bekend"
        )
        raise ExpressionFault("T304", message, "zet bij de reeks in het periodebestand: peildatum: 2020-06-01")

    def item(self, key: object) -> object:
        raise ExpressionFault(
            "T303", "een cijfer heeft geen onderdelen", "alleen een reeks heeft categorieën en perioden"
        )

    def call(self, name: str, arguments: Sequence[object]) -> object:
        """Of a part of a crossed breakdown: its own parts, with their share in it."""
        series = self._series(f"{name}(…)")
        if self.steps:
            raise ExpressionFault("T303", f"'{name}(…)' hoort vóór '{self.steps[-1]}'")
        return replace(series, within=self.part, by=None).call(name, arguments)

    def share(self) -> FigureView:
        """The share in the total of the same vintage and source; unknown when the figure is."""
        series = self._series(_SHARE)
        if is_percent(self.observation.unit):
            raise ExpressionFault("T303", f"'{self.observation.label}' is al een percentage", "gebruik het cijfer zelf")
        steps = (*self.steps, _SHARE)
        if not self.observation.known:
            return replace(self, observation=ratios.unknown(self.observation, PERCENT), steps=steps)
        whole = series.whole_of(self.observation)
        if whole is None:
            message = f"van '{self.observation.label}' is het totaal van dezelfde uitgave en bron niet bekend"
            raise ExpressionFault(
                "T304", message, "zet het totaal bij de verdeling, of voer het aandeel als eigen reeks in"
            )
        return replace(self, observation=ratios.share(self.observation, whole), steps=steps)

    def _series(self, name: str) -> SeriesView:
        if self.series is None or (_SHARE in self.steps and name not in PERIOD_STEPS):
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
    by: Dimensions | None = None
    """The breakdown by which it is seen; None where none was named."""
    within: Part = WHOLE
    """The part of the whole that is all there is of it here: the parts of 'Utrecht' by 'eigendom'."""
    groups: str = ""
    """The kind of group whose sums stand for the parts: 'provincie'."""

    def attribute(self, name: str) -> object:
        if name in PERIOD_STEPS:
            return self.attribute_at(name)
        if any(name in part.names for parts in self.cube.breakdowns(self.series.id).values() for part in parts):
            id = self.series.id
            message = f"een onderdeel staat tussen [ ], en niet achter een punt: '{name}'"
            raise ExpressionFault("T303", message, f"schrijf: {id}['{name}']")
        return choose(
            name,
            "een reeks",
            {
                "totaal": self.figure,
                "rest": lambda: RestView(self.broken_down().whole_of_parts(), self.parts()),
                "titel": lambda: Name(self.series.title),
                "naam": lambda: Name(self.name, self),
                "eenheid": lambda: unit_name(self.series.unit),
                "periode": lambda: PeriodView(self.period),
                "peildatum": lambda: self.figure().reference_day(),
                "eerst": lambda: self.figure().first_published(),
                **{each: lambda: None for each in PERIOD_STEPS},
            },
        )

    @property
    def name(self) -> str:
        return self.within.said or self.series.title

    def attribute_at(self, name: str) -> SeriesView:
        """The series over a period that is named from its own: 'vorige', 'vorig_jaar' …"""
        moved = PeriodView(self.period).attribute(name)
        if not isinstance(moved, PeriodView):
            raise TypeError(f"{name} is no period")
        return self.at(moved.period)

    def at(self, period: TimePeriod) -> SeriesView:
        return replace(self, period=period)

    def item(self, key: object) -> object:
        """Another period ('2020-03', 'afgelopen 12 maanden'), a category, or what is in several breakdowns at once."""
        given = key if isinstance(key, tuple) else (key,)
        if not all(isinstance(each, str) for each in given):
            hint = f"schrijf: {self.series.id}['{key}']" if str(key).isdecimal() else None
            raise ExpressionFault("T303", "tussen [ ] hoort een naam tussen aanhalingstekens", hint)
        names = [normal.name(each) for each in given]
        period = window(names[0], self.period) if len(names) == 1 else None
        if period is not None:
            return self.at(period)
        if self.groups:
            return self.part(self._group_part(listed.group_named(self.members(), names, self.groups)))
        try:
            part, by = part_named(self.cube, self.series.id, names, self.within, self.by)
        except ExpressionFault as fault:
            self._refuse_lost(fault, names)
            raise
        return replace(self, by=by).part(part)

    def call(self, name: str, arguments: Sequence[object]) -> object:
        """`naar('eigendom')`: the series by one of its breakdowns; `per('provincie')`: by groups of its parts."""
        if len(arguments) != 1:
            raise ExpressionFault("T108", f"'{name}' vraagt één waarde", f"bijvoorbeeld: {CALLS[name]}")
        if name == "per":
            seen = self.broken_down()
            return replace(seen, groups=listed.kind_of_group(self.cube, seen.dimension(listed.PER), arguments[0]))
        try:
            return replace(self, by=named_breakdown(self.cube, self.series.id, self.within, arguments[0]), groups="")
        except ExpressionFault as fault:
            self._refuse_lost(fault, [str(arguments[0])])
            raise

    def _refuse_lost(self, fault: ExpressionFault, names: Sequence[str]) -> None:
        """Of what is not there says whether it may be in what could not be read."""
        if fault.code in ("T306", "T308"):
            self.cube.refuse_lost(self.series.id, names)

    def broken_down(self) -> SeriesView:
        """The series as it is seen: by the breakdown that was named, or by the only one that there is.

        Raises:
            UnnamedBreakdown: none was named, and there are several.
        """
        if self.by is not None:
            return self
        return replace(self, by=only_breakdown(self.cube, self.series.id, self.period, self.within))

    def like(self, other: SeriesView) -> SeriesView:
        """This series seen as another is: by the same breakdown, and within the same part."""
        check_breakdown(self.cube, self.series.id, other.by)
        return replace(self, by=other.by, within=other.within, groups=other.groups)

    def figure(self) -> FigureView:
        return self.part(self.within)

    def part(self, part: Part) -> FigureView:
        """The figure of a part, or of the whole; an unknown one where the data have none."""
        if self.groups and part != self.within:
            return FigureView(self._group(part.names[-1]), self, part)
        found = self.cube.total_over(self.series.id, self.period, part, self.as_of)
        if found is not None and self.within.names and part != self.within:
            found = replace(found, label=self._label(part))
        return FigureView(found or self._missing(part), self, part)

    def parts(self) -> tuple[FigureView, ...]:
        """The figures of the breakdown in the order of the file; last what takes together what is not named.

        Raises:
            UnnamedBreakdown: there are several breakdowns, and none was named.
        """
        seen = self.broken_down()
        if seen.by is None:
            self.cube.in_vain.append(Asked(self.series.id, self.period))
            return ()
        if self.groups:
            return tuple(seen.part(self._group_part(name)) for name in seen.members())
        found = self.cube.parts(self.series.id, self.period, seen.by, self.as_of, self.within)
        if not found:
            self.cube.in_vain.append(Asked(self.series.id, self.period))
        return tuple(seen.part(part) for part in sorted(found, key=self.is_rest))

    def is_rest(self, part: Part) -> bool:
        """Whether a part is no one thing to name among the others."""
        return self.series.is_rest(part.beyond(self.within))

    def dimension(self, asks: str) -> str:
        """The one dimension by which it is seen."""
        return listed.own_dimension(self.broken_down().by, self.within, asks)

    def members(self) -> Mapping[str, tuple[str, ...]]:
        """By group, in the order of the list, the parts that are in it."""
        return listed.list_of(self.cube, self.dimension(listed.PER), listed.PER).members(self.groups, self.period)

    def _group_part(self, name: str) -> Part:
        return Part((*self.within.dimensions, self.groups), (*self.within.names, name))

    def _group(self, name: str) -> Observation:
        """The sum of a group: of all parts that the list says are there, so that none is left out unseen."""
        alone, members = replace(self.broken_down(), groups=""), self.members().get(name, ())
        parts = listed.parts_with(alone.by or (), self.within, self.dimension(listed.PER), members)
        return arithmetic.sum_of([alone.part(each).observation for each in parts], name)

    def whole_of(self, observation: Observation) -> Observation | None:
        """The total of the same vintage and source that a part belongs to, or all parts of a group."""
        wholes = {self.cube.whole_of_cell(cell, self.within) for cell in observation.cells()}
        return wholes.pop() if len(wholes) == 1 else None

    def whole_of_parts(self) -> FigureView:
        """The total that the parts belong to; with a remark when it was restated later and the parts were not."""
        latest = self.figure()
        known = [part.observation for part in self.parts() if part.observation.known]
        whole = self.whole_of(known[0]) if known else None
        if whole is None or whole == latest.observation:
            return latest
        shown = latest.observation.value
        if shown is None or shown == whole.value:
            return FigureView(whole, self, self.within)
        figure = Value(number(shown), trace(latest.observation))
        return FigureView(
            whole, self, self.within, (Text(f"{spoken_language().changes.later_restated} "), figure, Text("."))
        )

    def _label(self, part: Part) -> str:
        """What a part is called among its own: within 'Utrecht' it is 'koop'."""
        return part.beyond(self.within).said or part.said or self.series.title

    def _missing(self, part: Part) -> Observation:
        self.cube.in_vain.append(Asked(self.series.id, self.period))
        parts = self.cube.shorter(self.series.id, self.period, part, self.as_of) or ()
        why = Operation.NO_SUM if len(parts) > 1 and not self.series.additive else Operation.ABSENT
        return absent(self.series, self._label(part), self.period, self.edition, why)


class RestView(View, frozen=True):
    """What of a whole is in none of its named parts."""

    whole: FigureView
    parts: tuple[FigureView, ...]
    label: str = ""
    """What the layout calls it."""

    def figure(self) -> FigureView:
        observations = [part.observation for part in self.parts]
        if not observations and self.whole.series is not None and not self.whole.series.parts():
            whole = replace(self.whole.observation, label=self.name)
            return FigureView(ratios.unknown(whole, whole.unit))  # no part is given: that is not the whole
        try:
            return FigureView(arithmetic.rest(self.whole.observation, observations, self.name))
        except FigureError as error:  # it may be worked out where it is shown
            raise told(error) from error

    def attribute(self, name: str) -> object:
        return choose(
            name,
            "een rest",
            {
                "aandeel": lambda: FigureView(self._share()),
                "vorige": lambda: self._at("vorige"),
                "vorig_jaar": lambda: self._at("vorig_jaar"),
                "naam": lambda: Name(self.name, self),
                **dict.fromkeys(listed.LISTED_WORDS, str),
            },
        )

    def item(self, key: object) -> object:
        raise ExpressionFault("T303", "een rest heeft geen onderdelen")

    @property
    def name(self) -> str:
        return self.label or spoken_language().tables.rest

    def _share(self) -> Observation:
        rest = self.figure().observation
        return ratios.share(rest, self.whole.observation) if rest.known else ratios.unknown(rest, PERCENT)

    def _at(self, name: str) -> RestView:
        series = self.whole.series
        if series is None:
            raise ExpressionFault("T303", f"'{name}' is er niet voor een rest van wat berekend is")
        moved = series.attribute_at(name)
        parts = tuple(moved.part(part.part) for part in self.parts)
        return replace(self, whole=moved.whole_of_parts(), parts=parts)
