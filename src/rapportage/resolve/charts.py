"""Charts: figures become points, with the breaks, notes, sources and words that belong to them."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

from rapportage.cube import arithmetic
from rapportage.cube.observation import Cell, DataSource, Observation, ObservationStatus
from rapportage.cube.period import TimePeriod
from rapportage.diagnostics import Span
from rapportage.diagnostics.suggestion import suggest
from rapportage.document import Category, Chart, ChartSeries, Content, Point, SeriesBreak, Text
from rapportage.loading.nodes import Scalar
from rapportage.resolve.alternative import alternative_text
from rapportage.resolve.anchors import BlockNotes
from rapportage.resolve.showing import plain
from rapportage.resolve.sources import source_content
from rapportage.resolve.text import TextResolver
from rapportage.resolve.trace import trace
from rapportage.resolve.views import Ranking, SeriesView
from rapportage.specs.layout import ChartSpec, LineSpec
from rapportage.words.lists import enumeration
from rapportage.words.numbers import number
from rapportage.words.periods import period_name, short_month, short_period_name

MAX_POINTS = 400


@dataclass(frozen=True, slots=True)
class ChartResolver:
    spec: ChartSpec
    id: str
    label: str
    text: TextResolver
    notes: BlockNotes
    edition: TimePeriod

    def chart(self) -> Chart | None:
        """The chart, or None when its figures are faulty, which was then reported."""
        caption = self.text.required(self.spec.title)
        self.text.used.take()
        if self.spec.figures is not None and not self.spec.lines:
            made = self._ranked(caption)
        elif self.spec.lines and self.spec.figures is None and self.spec.since is not None:
            made = self._over_time(caption)
        else:
            hint = "voor perioden: vanaf en reeksen; voor onderdelen: cijfers"
            self.text.findings.error("T407", "een grafiek heeft 'cijfers', of 'vanaf' en 'reeksen'", self._span, hint)
            return None
        if made is None:
            return None
        if not any(point for series in made.series for point in series.points):
            self.text.findings.error("T408", "deze grafiek heeft geen enkel bekend cijfer", self._span)
            return None
        return replace(made, alternative=alternative_text(made))

    @property
    def _span(self) -> Span:
        return self.spec.node.span

    def _ranked(self, caption: Content) -> Chart | None:
        """One bar per category."""
        if self.spec.figures is None:
            raise TypeError("a ranked chart has figures")
        value = self.text.value(self.spec.figures)
        if value is None:
            return None
        ranking = Ranking(value.parts(), value) if isinstance(value, SeriesView) else value
        if not isinstance(ranking, Ranking):
            hint = 'bijvoorbeeld: cijfers: "{{ eerste_aanvragen | top(5) }}"'
            self.text.findings.error("T302", "hier hoort een rij cijfers", self.spec.figures.span, hint)
            return None
        observations: list[Observation | None] = [figure.observation for figure in ranking.items]
        labels = [figure.observation.label for figure in ranking.items]
        categories = tuple(Category(label, full=label) for label in labels)
        name = ranking.series.series.title if ranking.series else ""
        return self._chart(caption, categories, [(name, observations)])

    def _over_time(self, caption: Content) -> Chart | None:
        """One line (or row of bars) per series over all periods from `vanaf` up to the edition's own."""
        window = self.spec.since.through(self.edition) if self.spec.since else None
        if window is None:
            message = f"vanaf moet een periode zijn van dezelfde soort als {period_name(self.edition)}, en niet later"
            self.text.findings.error("T409", message, self._span)
            return None
        periods = window.parts()
        if len(periods) > MAX_POINTS:
            self.text.findings.error("T409", f"meer dan {MAX_POINTS} perioden in een grafiek", self._span)
            return None
        lines = [(self.text.words(line.name), self._spliced(line, periods)) for line in self.spec.lines]
        if any(observations is None for _, observations in lines):
            return None
        known = [(name, observations) for name, observations in lines if observations is not None]
        made = self._chart(caption, tuple(_category(period) for period in periods), known)
        return self._with_breaks(made, [observations for _, observations in known], periods)

    def _spliced(self, line: LineSpec, periods: tuple[TimePeriod, ...]) -> list[Observation | None] | None:
        """Per period the figure of the first of the series that has one."""
        views = [self._view(name) for name in line.figures]
        if any(view is None for view in views):
            return None
        known = [view for view in views if view is not None]
        found = []
        for period in periods:
            figures = (view.at(period).figure().observation for view in known)
            found.append(next((figure for figure in figures if figure.known), None))
        return found

    def _view(self, name: Scalar) -> SeriesView | None:
        found = self.text.scope.names.get(name.text)
        if isinstance(found, SeriesView):
            return found
        known = [key for key, value in self.text.scope.names.items() if isinstance(value, SeriesView)]
        self.text.findings.error("T105", f"onbekende reeks '{name.text[:60]}'", name.span, suggest(name.text, known))
        return None

    def _chart(
        self, caption: Content, categories: tuple[Category, ...], lines: list[tuple[str, list[Observation | None]]]
    ) -> Chart:
        unit = self._unit([each.unit for _, observations in lines for each in observations if each])
        series = tuple(ChartSeries(name, tuple(self._point(each) for each in points)) for name, points in lines)
        return Chart(
            id=self.id,
            label=self.label,
            caption=caption,
            kind=self.spec.kind,
            categories=categories,
            series=series,
            unit=unit,
            alternative="",
            notes=tuple(self.notes.notes.values()),
            source=source_content(self.text.used.take()),
            origin=self._span,
        )

    def _unit(self, units: list[str]) -> str:
        """The unit of the axis; counts of several things share one, 'aantal', but a count and a percentage do not."""
        different = list(dict.fromkeys(units))
        if len(different) > 1 and arithmetic.PERCENT in different:
            message = f"een grafiek heeft één eenheid, en dit zijn er meer: {enumeration(different)}"
            self.text.findings.error("T410", message, self._span, "kies reeksen met dezelfde eenheid")
        return different[0] if len(different) == 1 else "aantal"

    def _point(self, observation: Observation | None) -> Point | None:
        if observation is None or observation.value is None:
            return None
        self.text.used.add(observation)
        text = plain(observation, in_table=True)
        provisional = observation.status is ObservationStatus.PROVISIONAL
        return Point(observation.value, text, provisional, trace(observation))

    def _with_breaks(
        self, chart: Chart, lines: list[list[Observation | None]], periods: tuple[TimePeriod, ...]
    ) -> Chart:
        """Where the source of a line changes: a break in the chart, and a note that says which source holds when."""
        places = sorted({place for points in lines for place in _changes(points)})
        breaks = tuple(SeriesBreak(place, f"andere bron vanaf {period_name(periods[place])}") for place in places)
        for place in places:
            before = next(points[place - 1] for points in lines if place in _changes(points))
            after = next(points[place] for points in lines if place in _changes(points))
            if before is not None and after is not None:
                words = (
                    f"Tot en met {period_name(periods[place - 1])}: {_described(before)}; "
                    f"vanaf {period_name(periods[place])}: {_described(after)}."
                )
                self.notes.own(f"breuk {place}", (Text(words),))
        marks = tuple(self.notes.own(key, ()) for key in self.notes.notes if key.startswith("breuk "))
        return replace(chart, breaks=breaks, caption=(*chart.caption, *marks), notes=tuple(self.notes.notes.values()))


def _category(period: TimePeriod) -> Category:
    full = period_name(period).replace("\u00a0", " ")
    if period.kind == "maand":
        return Category(short_month(period.start.month), str(period.start.year), full)
    return Category(short_period_name(period), "", full)


def _source(observation: Observation) -> DataSource | None:
    provenance = observation.provenance
    return provenance.source if isinstance(provenance, Cell) else None


def _changes(points: list[Observation | None]) -> list[int]:
    """Before which points another publisher begins, or another precision."""
    known = [(place, point) for place, point in enumerate(points) if point is not None]
    return [
        place
        for (_, before), (place, after) in itertools.pairwise(known)
        if _comparability(before) != _comparability(after)
    ]


def _comparability(observation: Observation) -> tuple[str, object]:
    source = _source(observation)
    spread = None if observation.high is None or observation.low is None else observation.high - observation.low
    return (source.publisher if source else "", spread)


def _described(observation: Observation) -> str:
    """'CBS, afgerond op 5' or 'IND'."""
    source = _source(observation)
    name = source.publisher if source else "berekend"
    if observation.low is None or observation.high is None or observation.low == observation.high:
        return name
    return f"{name}, afgerond op {number(observation.high - observation.low)}"
