"""From period files to a cube: every figure with its status, bounds, vintage and source; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from rapportage.diagnostics import Findings, Span
from rapportage.figures.observation import Cell, DataSource, Observation, ObservationStatus
from rapportage.figures.parts import WHOLE, Dimensions, Part
from rapportage.figures.period import TimePeriod
from rapportage.figures.unit_text import unit_of
from rapportage.input.cube.cube import NO_LISTS, Cube, Key, Series
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.parts.part_list import PartListSpec
from rapportage.input.specs.period import CellSpec, Counts, Lost, PeriodFile, SeriesSpec, SourceSpec, cells_of
from rapportage.input.specs.places import keys_in
from rapportage.input.specs.typed.figures import measured
from rapportage.input.specs.typed.measure import Measure, decimals_of
from rapportage.input.specs.words import NO_WORDS, OwnWords


def build_cube(
    files: Sequence[PeriodFile],
    findings: Findings,
    lists: Mapping[str, PartListSpec] = NO_LISTS,
    words: OwnWords = NO_WORDS,
) -> Cube:
    """The cube of these files, in any order. Where they contradict each other is reported."""
    builder = _Builder(findings, _typed(files), _places(files))
    for file in sorted(files, key=lambda file: (file.edition.date.latest, file.period, file.node.span.path)):
        builder.add(file)
    return Cube(
        builder.editions,
        builder.observations,
        builder.outlines,
        builder.is_sound,
        builder.unsound,
        builder.lost,
        lists,
        words,
    )


def _typed(files: Sequence[PeriodFile]) -> Mapping[tuple[str, str], int]:
    """By series and publisher, with how many decimals figures are typed where the series does not say.

    Precision is of the source: a 13 among 12.5 and 12.8 is a 13.0.
    """
    found: dict[tuple[str, str], int] = {}
    for file in files:
        unsaid = {name: spec for name, spec in file.series.items() if not spec.measure.is_said}
        cells = [(name, spec.sources, file.cells(spec)) for name, spec in unsaid.items()]
        for restated in file.restatements:
            name, figures = restated.series.text, restated.figures
            if name in unsaid:
                cells.append((name, figures.sources or unsaid[name].sources, cells_of(figures, restated.period)))
        for name, sources, each in cells:
            typed = [decimals_of(cell.figure.value) for cell in each if cell.figure.value is not None]
            key = name, file.sources[sources[0].text].publisher.text
            if typed:
                found[key] = max(found.get(key, 0), *typed)
    return found


def _places(files: Sequence[PeriodFile]) -> Mapping[str, int]:
    """In what order dimensions come, so that a part of one series can be found in another: as they were crossed."""
    counts: Iterator[Counts] = (
        each
        for file in files
        for each in (
            *(one for spec in file.series.values() for one in (spec, *spec.windows.values())),
            *(restated.figures for restated in file.restatements),
        )
    )
    breakdowns = dict.fromkeys(dimensions for each in counts for dimensions in each.breakdowns)
    by_most = sorted(breakdowns, key=len, reverse=True)
    found = dict.fromkeys(dimension for dimensions in by_most for dimension in dimensions)
    return {dimension: place for place, dimension in enumerate(found)}


class _Builder:
    """Gathers the files one by one, oldest edition first."""

    def __init__(self, findings: Findings, typed: Mapping[tuple[str, str], int], places: Mapping[str, int]) -> None:
        self.findings = findings
        self.typed = typed
        self.places = places
        self.editions: dict[str, list[Series]] = {}
        self.observations: dict[Key, list[Observation]] = {}
        self.is_sound = True
        self.unsound: dict[Key, Span] = {}
        self.lost: list[tuple[TimePeriod, Lost]] = []
        self.outlines: dict[str, dict[TimePeriod, dict[Dimensions, list[Part]]]] = {}

    def add(self, file: PeriodFile) -> None:
        self.is_sound = self.is_sound and file.is_sound
        self.lost += [(file.period, lost) for lost in file.lost]
        known = {name: _source(name, spec) for name, spec in file.sources.items()}
        keys = keys_in(file.node, "cijfers") if file.series else {}
        for name, spec in file.series.items():
            sources = _chosen(spec.sources, known)
            self._describe(_series(keys[name], spec, file, sources), spec)
            self._observe(name, spec, file, file.cells(spec), sources)
        for restated in file.restatements:
            name, spec = restated.series.text, file.series[restated.series.text]
            sources = _chosen(restated.figures.sources or spec.sources, known)
            reason = _text(restated.figures.reason)
            self._observe(name, spec, file, cells_of(restated.figures, restated.period), sources, reason)

    def _describe(self, series: Series, spec: SeriesSpec) -> None:
        editions = self.editions.setdefault(series.id, [])
        first = editions[0] if editions else series
        if first.unit != series.unit:
            self.is_sound = False
            message = f"de eenheid van '{series.id}' is hier {series.unit}, in {first.span.path} {first.unit}"
            self.findings.error("C211", message, spec.unit.span, "geef een reeks met een andere eenheid een eigen naam")
        elif first.measure is not series.measure:
            self.is_sound = False
            word, other = series.measure.word, first.measure.word
            message = f"'{series.id}' is hier {series.measure.one}, en in {first.span.path} {first.measure.one}"
            hint = f"schrijf in beide bestanden 'maat: {other}', of in beide 'maat: {word}'"
            self.findings.error("C211", message, (spec.measured_as or spec.unit).span, hint)
        editions.append(series)

    def _observe(
        self,
        name: str,
        spec: SeriesSpec,
        file: PeriodFile,
        cells: Iterable[CellSpec],
        sources: Sequence[DataSource],
        reason: str | None = None,
    ) -> None:
        typed = self.typed.get((name, sources[0].publisher))
        said = spec.measure
        measure = said if said.is_said else replace(said, typed=typed)
        observed = _Observed(spec, file, sources, measure, reason)
        for cell in cells:
            part = cell.part if len(cell.part.dimensions) < 2 else self._ordered(cell.part)
            key = Key(name, cell.period, part)
            if not cell.figure.is_sound:
                if key not in self.observations and key not in self.unsound:
                    self._outline(key)
                self.unsound[key] = cell.figure.span
                continue
            observation = observed.observation(key, cell)
            vintages = self.observations.setdefault(key, [])
            if vintages and _cell(vintages[-1]).vintage == _cell(observation).vintage:
                self._compare(vintages[-1], observation)
                continue
            vintages.append(observation)
            if len(vintages) == 1 and key not in self.unsound:
                self._outline(key)

    def _ordered(self, part: Part) -> Part:
        """The part with its dimensions in the order of the cube."""
        return part.over(tuple(sorted(part.dimensions, key=self.places.__getitem__)))

    def _outline(self, key: Key) -> None:
        """Takes note of a part, also of one whose figure could not be read."""
        if key.part == WHOLE:
            return
        outline = self.outlines.setdefault(key.series, {}).setdefault(key.period, {})
        outline.setdefault(key.part.dimensions, []).append(key.part)

    def _compare(self, first: Observation, second: Observation) -> None:
        """Two figures that were published on the same day must be the same."""
        one, other = _cell(first), _cell(second)
        if (first.value, first.low, first.high, first.status) != (second.value, second.low, second.high, second.status):
            message = f"{other.text} was op dezelfde datum ook {one.text}: {one.span}"
            self.is_sound = False
            self.findings.error("C207", message, other.span, "laat het onjuiste cijfer weg, of verbeter de datum")


def _series(key: Scalar, spec: SeriesSpec, file: PeriodFile, sources: tuple[DataSource, ...]) -> Series:
    return Series(
        id=key.text,
        title=spec.title.text,
        unit=spec.unit.text,
        kind=spec.kind,
        measure=spec.measure.kind,
        additive=_is_additive(spec),
        sources=sources,
        definition=_text(spec.definition),
        remark=_text(spec.remark),
        vintage=file.edition.date.latest.isoformat(),
        span=key.span,
        sum_of=tuple(name.text for name in spec.sum_of),
        part_of=_text(spec.part_of),
        rest_parts=frozenset(part.text for part in spec.rest_parts),
    )


def _is_additive(spec: SeriesSpec) -> bool:
    is_per_period = unit_of(spec.unit.text).is_per_period
    return spec.kind == "stroom" and spec.measure.adds_over_periods and not is_per_period


class _Observed:
    """Makes the observations of one series of one file; what they have in common is found once."""

    def __init__(
        self,
        spec: SeriesSpec,
        file: PeriodFile,
        sources: Sequence[DataSource],
        measure: Measure,
        reason: str | None,
    ) -> None:
        self._measure, self._reason = measure, reason
        self._unit, self._title, self._provisional = spec.unit.text, spec.title.text, spec.status == "voorlopig"
        self._source, self._more_sources = sources[0], tuple(sources[1:])
        self._period, self._vintage, self._delivered = file.period, file.edition.date.latest.isoformat(), file.delivered
        self._reference_day = spec.reference_day.known if spec.reference_day else None

    def observation(self, key: Key, cell: CellSpec) -> Observation:
        figure = measured(cell.figure, self._measure)
        provisional = self._provisional and figure.status is ObservationStatus.FINAL
        return Observation(
            value=figure.value,
            low=figure.low,
            high=figure.high,
            unit=self._unit,
            status=ObservationStatus.PROVISIONAL if provisional else figure.status,
            label=key.part.label or self._title,
            period=cell.period,
            provenance=Cell(
                series=key.series,
                period=cell.period,
                part=key.part,
                text=figure.text,
                source=self._source,
                vintage=self._vintage,
                span=figure.span,
                more_sources=self._more_sources,
                reference_day=self._reference_day if cell.period == self._period else None,
                reason=self._reason,
                step=self._measure.step(figure.value) if figure.value is not None else None,
                delivered=self._delivered.get(figure.span) if self._delivered else None,
            ),
            kind=self._measure.kind,
        )


def _cell(observation: Observation) -> Cell:
    """Everything that is built here comes from one cell."""
    return observation.cells()[0]


def _source(name: str, spec: SourceSpec) -> DataSource:
    date = spec.date.known if spec.date else None
    return DataSource(name, spec.title.text, spec.publisher.text, date, _text(spec.url), spec.node.span)


def _chosen(names: Iterable[Scalar], known: Mapping[str, DataSource]) -> tuple[DataSource, ...]:
    return tuple(known[name.text] for name in names)


def _text(words: Scalar | None) -> str | None:
    return words.text if words else None
