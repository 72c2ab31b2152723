"""Charts: figures become points, with the breaks, events, notes, sources and words that belong to them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics import Span
from rapportage.document import (
    Absence,
    Annotation,
    Boundaries,
    Chart,
    ChartMap,
    ChartSeries,
    Content,
    CrossReference,
    Gathered,
    Member,
    NoteMark,
    OwnCode,
    Point,
    SeriesBreak,
    Text,
    as_words,
)
from rapportage.document.chart import COUNTED, with_unit
from rapportage.document.chart_kinds import LINES, SMALL_MULTIPLES, ChartKind, Colours, Gathering
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.observation import Observation, ObservationStatus
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.periods import period_in_message, period_name
from rapportage.input.boundaries import Asked
from rapportage.input.cube.cube import Cube
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.blocks.chart import ChartSpec
from rapportage.input.specs.places import at_key
from rapportage.text.anchors import BlockNotes
from rapportage.text.charts.alternative import TOO_LONG, alternative_text
from rapportage.text.charts.boxes import in_boxes
from rapportage.text.charts.classes import in_classes
from rapportage.text.charts.fitting import takes_annotations
from rapportage.text.charts.gaps import gap_note, left_out_notes
from rapportage.text.charts.maps import MapReader, chart_map, map_notes
from rapportage.text.charts.other_units import hint_of_unit
from rapportage.text.charts.plots import Plot, PlotLine, PlotReader
from rapportage.text.charts.revisions import revision_note
from rapportage.text.charts.shares import in_percentages, rounding_note, without_share
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.outcome import Waiting, whole
from rapportage.text.language.showing import plain
from rapportage.text.language.sources import source_content
from rapportage.text.language.text import TextResolver, UsedSources
from rapportage.text.language.trace import trace
from rapportage.text.series.absences import absences
from rapportage.text.series.axis import unit_on_axis
from rapportage.text.series.courses import Observations, breaks, described, is_same_publisher

LONGEST_ANNOTATION = 60
OWN_HEIGHT = 70.0
"""Of a chart of the user's own that doesn't say it, in millimetres."""
POINTS_A_MILLIMETRE = 72 / 25.4


def _fewer(kind: ChartKind, most: int) -> str:
    """What is done where a kind of chart can't show so many series or parts."""
    if "rest" in (kind.parts or ()):
        return "top(5) en 'rest'"
    small = f", of neem de soort '{SMALL_MULTIPLES.word}'"
    return f"top({min(5, most)}){small if kind.periods and most < SMALL_MULTIPLES.most else ''}"


class ChartResolver(Struct, frozen=True):
    spec: ChartSpec
    id: str
    label: str
    table: tuple[str, str]
    """The id and name of the table with its figures."""
    text: TextResolver
    notes: BlockNotes
    cube: Cube
    edition: TimePeriod
    events: Mapping[TimePeriod, Scalar]
    """What the period file says of this chart."""
    boundaries: Mapping[Asked, Boundaries] = {}
    """By what a layout asks, those that could be read."""

    def chart(self) -> Chart | Waiting | None:
        """The chart, or None when it is faulty, which was then reported."""
        headline = self.text.running().optional(self.spec.headline)
        apart = replace(self.text, used=UsedSources(self.text.used.ledger))  # the caption's sources are not repeated
        caption = apart.required(self.spec.title)
        plot = PlotReader(self.spec, self.text, self.edition).plot()
        if isinstance(plot, Plot):
            plot = self._drawable(plot)
        if isinstance(plot, Plot):
            plot = self._gathered(plot)
        chart = self._chart(caption or (), headline or (), plot) if isinstance(plot, Plot) else plot
        told = self.text.told(self.spec.alternative)
        if caption is None or headline is None or told is None:
            return None
        if not isinstance(chart, Chart):
            return chart
        return replace(chart, alternative=as_words(told) if told else self._alternative(chart), told=told)

    def _alternative(self, chart: Chart) -> str:
        """The text of our making: nothing is left out of it that the table with its figures has not."""
        text = alternative_text(chart)
        if len(text) > TOO_LONG:
            message = f"wie deze grafiek niet ziet, krijgt er een tekst van {len(text)} tekens bij"
            hint = "kies minder reeksen of kortere namen en bijschriften, of schrijf zelf een 'alternatief'"
            self.text.findings.warning("T424", message, self._span, hint)
        return text

    @property
    def _span(self) -> Span:
        return self.spec.node.span

    @property
    def _figures_span(self) -> Span:
        """Where the figures are asked: the key `cijfers`, or else `reeksen`."""
        return at_key(self.spec.node, "cijfers", "reeksen")

    def _drawable(self, plot: Plot) -> Plot | Waiting | None:
        """The plot, if this kind of chart can show it; else that is reported."""
        found = [figure for line in plot.lines for figure in line.figures if figure is not None and figure.known]
        by_line = [line.figures for line in plot.lines]
        counts = len(plot.categories) if self.spec.kind.colours is Colours.PARTS else len(plot.lines)
        most = self.spec.kind.most
        if self.spec.kind.is_plane and found and not any(all(pair) for pair in zip(*by_line, strict=True)):
            return self.text.waits("T408", "van geen enkel punt zijn beide cijfers bekend", self._figures_span)
        if not found:
            hint = hint_of_unit(plot.periods, self.text)
            span = at_key(self.spec.node, "vanaf", "perioden") if hint else self._figures_span
            return self.text.waits("T408", "deze grafiek heeft geen enkel bekend cijfer", span, hint)
        if counts > most:
            message = f"deze grafiek heeft {counts} reeksen of delen, en kan er {most} tonen"
            hint = f"kies er minder, bijvoorbeeld met {_fewer(self.spec.kind, most)}"
            self.text.findings.error("T416", message, self._figures_span, hint)
        elif (plot.form != "naast elkaar" or not self.spec.kind.negatives) and any(
            figure.value is not None and figure.value < 0 for figure in found
        ):
            hint = "kies een staaf- of lijngrafiek"
            self.text.findings.error("T417", "deze grafiek kan geen negatieve waarden tonen", self._figures_span, hint)
        else:
            self._tell_thin(plot)
            return plot
        return None

    def _tell_thin(self, plot: Plot) -> None:
        """That bars of several series are so thin that no one sees which is of which."""
        most, count = self.spec.kind.most_abreast, len(plot.lines) * len(plot.categories)
        if most is None or plot.form != "naast elkaar" or len(plot.lines) < 2:
            return
        if count > (most // 2 if self.spec.width == "half" else most):
            message = f"in deze grafiek staan {count} staven naast elkaar: te dun om de reeksen uit elkaar te houden"
            hint = f"neem de soort '{LINES.word}' of '{SMALL_MULTIPLES.word}', of minder perioden"
            self.text.findings.warning("T427", message, self._figures_span, hint)

    def _gathered(self, plot: Plot) -> Plot | None:
        """What is made of all figures together, where that is what this kind of chart shows."""
        try:
            match self.spec.kind.gathering:
                case Gathering.CLASSES:
                    return in_classes(plot, self.spec.classes)
                case Gathering.QUARTILES:
                    return in_boxes(plot)
                case None:
                    return plot
        except ExpressionFault as fault:
            self.text.fault(fault, at_key(self.spec.node, "klassen", "per", "cijfers", "perioden", "vanaf"))
            return None

    def _chart(self, caption: Content, headline: Content, plot: Plot) -> Chart | None:
        base = plot.base
        units = [self._unit(each) for each in self._on_axes(base)]
        lines = [line.figures for line in plot.lines]
        shown = in_percentages(lines) if plot.form == "100%" and None not in units else lines
        for figure in (figure for line in base.lines for figure in (*line.figures, *line.absent)):
            if figure is not None:
                self.text.used.add(figure)
        known = len(self.notes.notes)
        splits = self._breaks(base.lines)
        broken = list(self.notes.notes)[known:]
        mark, revised = revision_note(self.cube, self.notes, [line.figures for line in base.lines], base.categories)
        marks = [*(self.notes.own(key, ()) for key in broken), *([mark] if mark else [])]
        series = tuple(
            ChartSeries(
                line.name,
                tuple(
                    self._point(figure, mark.mark if mark and base is plot and place in revised[index] else "")
                    for place, figure in enumerate(figures)
                ),
                line.role,
                # A suppressed count is no percentage: of a place where one is unknown all shares are.
                self._absences(line, figures, plot),
                (units[index] or "") if self.spec.kind.is_plane else COUNTED if plot.gathered and not index else "",
            )
            for index, (line, figures) in enumerate(zip(plot.lines, shown, strict=True))
        )
        parts = series[0].points if self.spec.kind.is_whole else ()
        columns = zip(*(each.points for each in series), strict=True) if plot.form == "100%" else [parts]
        marks += rounding_note(self.notes, columns)
        marks += gap_note(self.notes, self.spec.kind, plot)
        marks += left_out_notes(self.notes, plot)
        annotations = self._annotations(plot.periods)
        shown_on = self._map(plot, series)
        if annotations is None or None in units or (shown_on is None and self.spec.kind.is_map):
            return None
        marks += map_notes(self.notes, plot.items, shown_on) if shown_on else []
        before, after = spoken_language().charts.figures_in
        return Chart(
            id=self.id,
            label=self.label,
            caption=(*caption, *marks),
            kind=self.spec.kind,
            categories=plot.categories,
            series=series,
            unit="%" if plot.form == "100%" else "" if self.spec.kind.is_plane else units[0] or "",
            alternative="",
            form=plot.form,
            headline=headline,
            breaks=splits,
            annotations=annotations,
            table_link=(Text(before), CrossReference(self.table[1], self.table[0]), Text(after)),
            notes=tuple(self.notes.notes.values()),
            source=source_content(self.text.used.take()),
            subject=plot.subject,
            is_half=self.spec.width == "half",
            code=self._code(),
            gathered=self._of_many(plot, units[0] or "", mark, revised),
            is_over_time=bool(plot.periods),
            map=shown_on,
            origin=self._span,
        )

    def _of_many(
        self, plot: Plot, unit: str, mark: NoteMark | None, revised: Sequence[Collection[int]]
    ) -> Gathered | None:
        """The figures of which the chart shows what they have in common."""
        if plot.gathered is None:
            return None
        base = plot.base

        def member(line: int, place: int) -> Member:
            point = self._point(base.lines[line].figures[place], mark.mark if mark and place in revised[line] else "")
            if point is None:
                raise TypeError("only known figures are gathered")
            return Member(base.lines[line].name if base.periods else base.categories[place].name, point)

        return Gathered(
            with_unit(base.lines[0].name if len(base.lines) == 1 else "", unit),
            tuple(tuple(member(*each) for each in members) for members in plot.gathered.members),
            plot.gathered.bounds,
            self._point(plot.gathered.middle, ""),
        )

    def _absences(self, line: PlotLine, figures: Observations, plot: Plot) -> tuple[Absence | None, ...]:
        if plot.gathered:
            nothing = Absence("", spoken_language().charts.no_figure)
            return tuple(None if figure else nothing for figure in figures)
        return absences(line.absent) if plot.form != "100%" else without_share(figures)

    def _code(self) -> OwnCode | None:
        asked = self.spec.function
        height = (self.spec.height or OWN_HEIGHT) * POINTS_A_MILLIMETRE
        return OwnCode(asked.module, asked.name, height, asked.span) if asked else None

    def _map(self, plot: Plot, series: Sequence[ChartSeries]) -> ChartMap | None:
        """The map; None of another kind, and where figures can't be on it, which was reported."""
        asked = self.spec.boundaries
        found = self.boundaries.get(asked.asked()) if asked else None
        if found is None or not self.spec.kind.is_map:  # what could not be read was reported
            return None
        reader = MapReader(self.spec, found, self.cube, self.text.findings)
        areas, inset = reader.areas(plot.items), reader.inset()
        if areas is None or (inset is None and self.spec.inset is not None):
            return None
        return replace(chart_map(self.spec, found, areas, series[0]), inset=inset)

    def _on_axes(self, plot: Plot) -> list[list[Observation]]:
        """The figures on each axis: of all series together, or of each where it has its own."""
        figures = [[figure for figure in line.figures if figure] for line in plot.lines]
        return figures if self.spec.kind.is_plane else [[each for line in figures for each in line]]

    def _unit(self, figures: Sequence[Observation]) -> str | None:
        """The unit of the axis; None where there is more than one, which was reported."""
        try:
            return unit_on_axis(figures)
        except ExpressionFault as fault:
            self.text.fault(fault, self._figures_span)
            return None

    def _point(self, observation: Observation | None, mark: str) -> Point | None:
        if observation is None or observation.value is None:
            return None
        text = plain(observation, in_table=True)
        provisional = observation.status is ObservationStatus.PROVISIONAL
        return Point(observation.value, text, provisional, trace(observation), mark)

    def _breaks(self, lines: Sequence[PlotLine]) -> tuple[SeriesBreak, ...]:
        """Where the source of a line changes: a break in that line, and a note that says which source holds when."""
        words = spoken_language().charts
        found: dict[tuple[int, TimePeriod], list[int]] = {}
        for number, line in enumerate(lines):
            for place in breaks(line.figures) if line.periods else ():
                found.setdefault((place, line.periods[place]), []).append(number)
        made = []
        for (place, period), numbers in sorted(found.items()):
            line, name = lines[numbers[0]], period_name(period)
            before, after = line.figures[place - 1], line.figures[place]
            said = words.other_source(name)
            if before is not None and after is not None:
                last = period_name(line.periods[place - 1])
                said = words.sources(last, described(before), name, described(after))
            self.notes.own(f"breuk {period.code}", (Text(said),))
            is_same = before is not None and after is not None and is_same_publisher(before, after)
            what = words.rounded_from if is_same else words.source_from
            made.append(SeriesBreak(place, what(name), tuple(numbers)))
        return tuple(made)

    def _annotations(self, periods: Sequence[TimePeriod]) -> tuple[Annotation, ...] | None:
        """What happened in the periods shown; of any other period the chart says nothing."""
        events = (*self.spec.annotations.items(), *self.events.items())
        found = whole([self._event(event, scalar, periods) for event, scalar in events])
        by_place: dict[int, dict[str, Scalar]] = {}
        for place, words, scalar in found or ():
            if place is not None:
                by_place.setdefault(place, {})[words] = scalar
        joined = [(place, "; ".join(words), [*words.values()][-1]) for place, words in sorted(by_place.items())]
        long = [(words, scalar) for _, words, scalar in joined if len(words) > LONGEST_ANNOTATION]
        for words, scalar in long:
            message = f"een bijschrift heeft hoogstens {LONGEST_ANNOTATION} tekens, en dit zijn er {len(words)}"
            hint = "zet de uitleg in de tekst; twee bijschriften in één periode staan samen in één"
            self.text.findings.error("T420", message, scalar.span, hint)
        return None if found is None or long else tuple(Annotation(place, words) for place, words, _ in joined)

    def _event(
        self, event: TimePeriod, scalar: Scalar, periods: Sequence[TimePeriod]
    ) -> tuple[int | None, str, Scalar] | None:
        """Where it is among `periods`, if at all, and its words; None when it is faulty, which was reported."""
        words = self.text.words(scalar)
        if not takes_annotations(self.spec):
            message = f"bij deze grafiek van de soort '{self.spec.kind.word}' kan geen bijschrift staan"
            self.text.findings.error("T420", message, scalar.span, "zet het in de titel of in de tekst")
            return None
        place = next((place for place, period in enumerate(periods) if period.contains(event)), None)
        if place is None and any(event.contains(period) for period in periods):
            message = f"{period_in_message(event)} is langer dan een periode van deze grafiek"
            hint = f"zet het bij een kortere, bijvoorbeeld {periods[0].code}"
            self.text.findings.error("T420", message, scalar.span, hint)
            return None
        return None if words is None else (place, words, scalar)
