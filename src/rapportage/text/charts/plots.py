"""What a chart shows before it is put into words: its categories, and the figures of each of its series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics.own_names import PARTED
from rapportage.document import Category, ChartForm, SeriesRole
from rapportage.document.chart_kinds import HEXAGONS, LINE_MARK, LINES, Reach
from rapportage.figures.observation import Observation
from rapportage.figures.period import TimePeriod
from rapportage.figures.units import MONTHS
from rapportage.figures.words.periods import HARD_SPACE, period_in_message, year_of
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.blocks.chart import ChartSpec, LineSpec
from rapportage.input.specs.blocks.crossed import CrossedSpec
from rapportage.input.specs.places import at_key
from rapportage.text.charts.fitting import counted, misfit
from rapportage.text.charts.shares import no_stack, shares_of
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.operations import figure_of
from rapportage.text.language.outcome import Waiting, is_nothing, ready
from rapportage.text.language.text import TextResolver
from rapportage.text.language.views.listed import PER, kind_of_group
from rapportage.text.language.views.period_views import a_year_before
from rapportage.text.language.views.rows import Ranking
from rapportage.text.language.views.series import FigureView
from rapportage.text.series.comparison import periods_of
from rapportage.text.series.courses import Course, Observations, course_of, courses, period_category, spliced
from rapportage.text.series.crossed import names_of, value_of
from rapportage.text.series.rankings import ranking_of

MOST_POINTS = 400


class PlotLine(Struct, frozen=True):
    name: str
    figures: Observations
    role: SeriesRole = "plain"
    periods: tuple[TimePeriod, ...] = ()
    """Its own, where the chart is over periods: those of the year before are not the chart's."""
    absent: Observations = []
    """At each place the figure that is not known, such as one that the source suppressed."""


def plot_line(
    name: str, figures: Observations, role: SeriesRole = "plain", periods: tuple[TimePeriod, ...] = ()
) -> PlotLine:
    """A line of these figures, those that are known apart from those that are not."""
    known = [figure if figure and figure.known else None for figure in figures]
    absent = [figure if figure and not figure.known else None for figure in figures]
    return PlotLine(name, known, role, periods, absent)


class Plot(Struct, frozen=True):
    """One figure per category in every line; `periods` are the categories where those are periods."""

    categories: tuple[Category, ...]
    lines: tuple[PlotLine, ...]
    form: ChartForm
    periods: tuple[TimePeriod, ...] = ()
    subject: str = ""
    """What all lines are of, where they have the names of years."""
    rests: tuple[str, ...] = ()
    """What takes others together, and is therefore left out of a plot of single parts."""
    items: tuple[FigureView, ...] = ()
    """Of what the categories are, where those are parts."""
    groups: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """The places of the categories that are in each group, where those are asked."""
    gathered: GatheredFrom | None = None

    @property
    def ungrouped(self) -> tuple[str, ...]:
        """The categories that are in none of the groups."""
        inside = {place for _, places in self.groups for place in places}
        return tuple(each.name for place, each in enumerate(self.categories) if self.groups and place not in inside)

    @property
    def base(self) -> Plot:
        """The plot of the figures themselves."""
        return self.gathered.plot if self.gathered else self


class GatheredFrom(Struct, frozen=True):
    """The plot of which another shows what its figures have in common.

    `members` are those that are shown in each category of the other, by their line and place.
    """

    plot: Plot
    members: tuple[tuple[tuple[int, int], ...], ...]
    bounds: tuple[Decimal, ...] = ()
    middle: Observation | None = None


_Line = tuple[str, tuple[Course, ...], SeriesRole]
"""The name of a series, its courses, and its role."""


class PlotReader(Struct, frozen=True):
    spec: ChartSpec
    text: TextResolver
    edition: TimePeriod

    def plot(self) -> Plot | Waiting | None:
        """The plot, or None when the spec is faulty, which was then reported."""
        found = misfit(self.spec)
        if found is not None:
            self.text.findings.error(found.code, found.message, found.span, found.hint)
            return None
        try:
            plot = self._by_category() if self.spec.figures is not None else self._over_time()
        except ExpressionFault as fault:
            keys = ("perioden", "vanaf") if fault.code in ("T407", "T409") else ("cijfers", "reeksen")
            return self.text.fault(fault, at_key(self.spec.node, *keys, "soort"))
        return self._stackable(plot) if isinstance(plot, Plot) else plot

    def _stackable(self, plot: Plot) -> Plot | None:
        """Areas and combined bars hide one another unless they are stacked, and that is for the user to say."""
        bars = [line for line in plot.lines if line.role == "plain"]
        if self.spec.kind.covers and plot.form == "naast elkaar" and len(bars) > 1:
            message = f"meer dan één reeks in een {self.spec.kind.word} dekt de andere af"
            span = at_key(self.spec.node, "vorm", "reeksen")
            self.text.findings.error("T407", message, span, "geef: vorm: gestapeld")
            return None
        figures = [each for line in bars for each in line.figures if each is not None]
        if why := no_stack(figures, plot.form):
            self.text.findings.error("T419", why, at_key(self.spec.node, "vorm"), "laat 'vorm' weg, of kies een lijn")
            return None
        return plot

    @property
    def _form(self) -> ChartForm:
        form = self.spec.form
        return "naast elkaar" if form is None or form == HEXAGONS else form

    # --- Per category ---------------------------------------------------------------------------------

    def _by_category(self) -> Plot | Waiting | None:
        """Bars of the parts of a series: one each, or one for every series under `reeksen`."""
        if self.spec.figures is None:
            raise TypeError("a chart by category has figures")
        ranking = ranking_of(self.spec.figures, "cijfers", self.text)
        if not isinstance(ranking, Ranking):
            return ranking
        if self.spec.kind.gathering:
            return self._of_single_parts(ranking)
        if self.spec.kind.is_whole:
            rest = self.text.words(self.spec.rest) if self.spec.rest else None
            if self.spec.rest and rest is None:
                return None
            figures = shares_of(ranking, rest)
            parts = [_named(item.label, is_rest=item.is_rest) for item in ranking.items]
            parts += [_named(figure.label, is_rest=True) for figure in figures[len(parts) :]]
            return Plot(tuple(parts), (plot_line("", list(figures)),), self._form)
        categories = tuple(map(_category, ranking.items))
        name = ranking.series.series.title if ranking.series else ""
        if isinstance(self.spec.lines, CrossedSpec):
            crossed = self._crossed(self.spec.lines, ranking)
            return Plot(categories, crossed, self._form, items=ranking.items) if isinstance(crossed, tuple) else crossed
        specs = self.spec.lines if isinstance(self.spec.lines, tuple) else ()
        if not specs:
            lines = (plot_line(name, [item.observation for item in ranking.items]),)
            return Plot(categories, lines, self._form, items=ranking.items)
        valued = ready(self._valued(line, ranking) for line in specs)
        return Plot(categories, valued, self._form, items=ranking.items) if isinstance(valued, tuple) else valued

    def _of_single_parts(self, ranking: Ranking) -> Plot | Waiting | None:
        """Without what takes parts together: that is none of those that are counted."""
        alone = replace(ranking, items=tuple(item for item in ranking.items if not item.is_rest))
        name = ranking.series.series.title if ranking.series else ""
        lines: tuple[PlotLine, ...] | Waiting | None
        lines = (plot_line(name, [item.observation for item in alone.items]),)
        if isinstance(self.spec.lines, CrossedSpec):
            lines = self._crossed(self.spec.lines, alone)
        elif isinstance(self.spec.lines, tuple) and self.spec.lines:
            lines = ready(self._valued(line, alone) for line in self.spec.lines)
        rests = tuple(item.label for item in ranking.items if item.is_rest)
        if not isinstance(lines, tuple):
            return lines
        if self.spec.groups and self.spec.lines:
            raise ExpressionFault("T407", "'per' en 'reeksen' gaan niet samen", "kies een van beide")
        categories = tuple(map(_category, alone.items))
        return Plot(categories, lines, self._form, rests=rests, groups=self._groups(alone))

    def _groups(self, ranking: Ranking) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """The places of the parts in each group of their list, where those are asked."""
        if self.spec.groups is None:
            return ()
        if ranking.series is None or ranking.series.groups:
            raise ExpressionFault("T407", "'per' is voor de onderdelen van een reeks", "geef in 'cijfers' een reeks")
        seen = ranking.series.broken_down()
        kind = kind_of_group(seen.cube, seen.dimension(PER), self.spec.groups.text)
        place_of = {item.part.names[-1]: place for place, item in enumerate(ranking.items) if item.part.names}
        members = replace(seen, groups=kind).members()
        found = ((name, tuple(place_of[each] for each in parts if each in place_of)) for name, parts in members.items())
        return tuple((name, places) for name, places in found if places)

    def _crossed(self, spec: CrossedSpec, ranking: Ranking) -> tuple[PlotLine, ...] | Waiting | None:
        """A series for each part of a dimension."""
        names = names_of(spec, self.text, ranking.items)
        if not isinstance(names, tuple):
            return names
        if found := counted(self.spec.kind.count_of_parts, len(names)):
            raise ExpressionFault("T407", found[0], found[1])
        return ready(self._of_part(spec, ranking, name) for name in names)

    def _of_part(self, spec: CrossedSpec, ranking: Ranking, name: str) -> PlotLine | Waiting | None:
        figures: Observations = []
        for item in ranking.items:
            value = value_of(spec, self.text, item, name)
            if is_nothing(value):
                return value
            figures.append(figure_of(value).observation)
        return plot_line(name, figures)

    def _valued(self, line: LineSpec, ranking: Ranking) -> PlotLine | Waiting | None:
        """A series that is computed for each category from `rij`."""
        if line.value is None:
            hint = 'bijvoorbeeld: waarde: "{{ rij.vorig_jaar }}"'
            self.text.findings.error("S102", "de sleutel 'waarde' ontbreekt", line.node.span, hint)
            return None
        name = self.text.words(line.name)
        figures: Observations = []
        for item in ranking.items:
            value = self.text.naming(rij=item).value(line.value)
            if is_nothing(value):
                return value
            try:
                observation = figure_of(value).observation
            except ExpressionFault as fault:
                return self.text.fault(fault, line.value.span)
            figures.append(observation)
        return None if name is None else plot_line(name, figures)

    # --- Over periods ---------------------------------------------------------------------------------

    def _over_time(self) -> Plot | Waiting | None:
        periods = self._periods()
        if not isinstance(periods, tuple):
            return periods
        if self.spec.kind.reach is Reach.TWO and len(periods) != 2:
            message = f"een {self.spec.kind.word} is tussen twee perioden, en dit zijn er {len(periods)}"
            raise ExpressionFault("T407", message, 'geef: perioden: ["{{ periode.vorige }}", "{{ periode }}"]')
        known = ready(self._lines())
        if not isinstance(known, tuple):
            return known
        if self.spec.kind.reach is Reach.YEAR:
            return self._with_year_before(known[0][0], known[0][1], periods)
        made = tuple(plot_line(name, spliced(parts, periods), role, periods) for name, parts, role in known)
        return Plot(tuple(map(period_category, periods)), made, self._form, periods, rests=self._rests())

    def _rests(self) -> tuple[str, ...]:
        """The series that take others together, where only single ones are counted."""
        if not (self.spec.kind.gathering and isinstance(self.spec.lines, Scalar)):
            return ()
        ranking = ranking_of(self.spec.lines, "reeksen", self.text)
        return tuple(item.label for item in ranking.items if item.is_rest) if isinstance(ranking, Ranking) else ()

    def _lines(self) -> Iterator[_Line | Waiting | None]:
        """The name, courses and role of each series; None for one that is faulty, which was reported."""
        if isinstance(self.spec.lines, Scalar):
            ranking = ranking_of(self.spec.lines, "reeksen", self.text)
            if not isinstance(ranking, Ranking):
                yield ranking
                return
            for item in ranking.items:
                if self.spec.kind.gathering and item.is_rest:
                    continue
                if item.series is None or item.category is None:
                    message = "elke reeks moet een onderdeel uit de gegevens zijn"
                    raise ExpressionFault("T302", message, f'bijvoorbeeld: reeksen: "{{{{ {PARTED} | top(5) }}}}"')
                yield item.observation.label, (course_of(item, self.edition, is_chosen=True),), "plain"
            if not ranking.items:
                raise ExpressionFault("T408", "deze grafiek heeft geen enkele reeks")
            return
        for line in self.spec.lines if isinstance(self.spec.lines, tuple) else ():
            yield self._line(line)

    def _line(self, line: LineSpec) -> _Line | Waiting | None:
        name = self.text.words(line.name)
        if not line.figures:
            self.text.findings.error("S102", "de sleutel 'cijfers' ontbreekt", line.node.span)
            return None
        parts = courses(line.figures, self.text, self.edition)
        if name is None:
            return None
        if not isinstance(parts, tuple):
            return parts
        return name, parts, "line" if self.spec.kind.mixes_marks and line.mark == LINE_MARK else "plain"

    def _with_year_before(self, name: str, parts: Sequence[Course], periods: tuple[TimePeriod, ...]) -> Plot:
        """This year's figures over those of the year before, in the months of the year."""
        years = sorted({year_of(period) for period in periods})
        if MONTHS.get(periods[0].unit) == 12 or any(period.kind == "venster" for period in periods):
            raise ExpressionFault(
                "T409",
                f"een {self.spec.kind.word} is binnen een jaar",
                "geef bij 'vanaf' een maand, week, kwartaal of halfjaar",
            )
        if len(years) > 1:
            message = (
                f"een {self.spec.kind.word} is binnen één kalenderjaar, en deze loopt van {years[0]} tot in {years[-1]}"
            )
            hint = f"laat 'vanaf' weg: dan is het dit jaar; of kies de soort '{LINES.word}'"
            raise ExpressionFault("T409", message, hint)
        before = tuple(a_year_before(period) for period in periods)
        year = years[0]
        categories = [
            Category(each.label.removesuffix(f" {year}"), _within_year(each.group, year), each.full, is_period=True)
            for each in map(period_category, periods)
        ]
        earlier = plot_line(str(year - 1), spliced(parts, before), "faint", before)
        current = plot_line(str(year), spliced(parts, periods), "plain", periods)
        return Plot(tuple(categories), (earlier, current), self._form, periods, name)

    def _periods(self) -> tuple[TimePeriod, ...] | Waiting | None:
        if self.spec.periods:
            return self._listed()
        if self.spec.since is None:
            year = self.edition.year_to_date().parts()[0]
            ahead = TimePeriod.parse(str(year_of(self.edition)))
            window = year.until(max(ahead.end, self.edition.end)) if ahead else None
        else:
            window = self.spec.since.until(self.edition.end)
        if window is None or (self.spec.since and self.spec.since.kind == "venster"):
            raise ExpressionFault(
                "T409", f"'vanaf' moet een periode zijn, en niet later dan {period_in_message(self.edition)}"
            )
        periods = window.parts()
        if len(periods) > MOST_POINTS:
            raise ExpressionFault("T409", f"meer dan {MOST_POINTS} perioden in een grafiek")
        return periods

    def _listed(self) -> tuple[TimePeriod, ...] | Waiting | None:
        """The periods under `perioden`, which are at equal distances: they have to be of one kind."""
        periods = periods_of(self.spec.periods, self.text, self.edition)
        if not isinstance(periods, tuple):
            return periods
        other = next((period for period in periods if period.length != periods[0].length), None)
        if other is not None:
            message = f"{period_in_message(periods[0])} en {period_in_message(other)} zijn niet even lang"
            raise ExpressionFault("T409", message, "geef perioden van één soort, of zet de cijfers in een tabel")
        return periods


def _within_year(group: str, year: int) -> str:
    """The month of days; nothing where the group is the year itself."""
    return "" if group == str(year) else group.removesuffix(f" {year}")


def _category(figure: FigureView) -> Category:
    return period_category(figure.observation.period) if figure.name else _named(figure.label)


def _named(name: str, *, is_rest: bool = False) -> Category:
    words = name.replace(HARD_SPACE, " ")
    return Category(words, full=words, is_rest=is_rest)
