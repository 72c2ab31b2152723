"""Reads a period file: its shape, its figures, and whether they agree with each other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from msgspec.structs import replace

from rapportage.diagnostics import Findings, Severity, Span
from rapportage.diagnostics.suggestion import LISTED
from rapportage.figures.measure_kinds import BY_WORD
from rapportage.figures.period import TimePeriod
from rapportage.input.loading.nodes import Mapping, Node, Scalar
from rapportage.input.specs.checks import contradicted, contradictions
from rapportage.input.specs.draft import filled_for_draft, gaps, has_date, tell_gaps
from rapportage.input.specs.elsewhere import where_known
from rapportage.input.specs.faults import EmptyFigure, SpecFault
from rapportage.input.specs.leaves import UNREAD, step_in, unread_text
from rapportage.input.specs.period import (
    Lost,
    PeriodFile,
    PeriodSpec,
    Restatement,
    Revision,
    SeriesSpec,
    SourceSpec,
    unread_source,
)
from rapportage.input.specs.spec import without_any
from rapportage.input.specs.typed.figures import TypedFigure
from rapportage.input.specs.typed.measure import Measure
from rapportage.input.specs.validate import validate_in_part


def read_period_file(node: Node, findings: Findings, *, draft: bool = False) -> PeriodFile | None:
    """The period file; None when it is too faulty to go on with. In a draft what is empty is no fault, but a warning.

    Every series is read by itself, with its own measure, so that a fault in one hides none in another. A file with
    faults is not sound: it has what could be read, and says what could not.
    """
    is_dated = has_date(node)
    node = filled_for_draft(node, findings) if draft else node
    made = validate_in_part(node, PeriodSpec, findings, elsewhere=where_known)
    spec = made.spec
    if spec is None:
        return None
    reading = _Reading(spec, findings, draft=draft)
    reading.lose(None, [fault for fault in made.faults if isinstance(fault.instead, Mapping)])
    if "cijfers" not in {key.text for key, _ in spec.node.entries}:
        reading.lose(None, made.faults)
    reading.series_of_file()
    reading.revisions()
    file = PeriodFile(
        spec.node,
        spec.period,
        spec.edition,
        {**spec.sources, **reading.stand_ins()},
        reading.series,
        tuple(reading.restatements),
        spec.texts,
        spec.annotations,
        is_dated=is_dated,
        is_sound=made.is_whole and reading.is_whole,
        lost=tuple(reading.lost),
    )
    faults = list(contradictions(file))
    for fault in faults:
        fault.report(findings)
    tell_gaps(reading.empty, Severity.ERROR, findings)
    tell_gaps([figure.span for figure in gaps(file)], Severity.WARNING, findings)
    return _without_unread(_without_contradictions(file) if faults else file)


def _without_unread(file: PeriodFile) -> PeriodFile:
    """Without the series of which the unit can't be read, and what is said anew of series that are not there.

    What such a series measures is not known, nor what can be asked of it.
    """
    series = {name: spec for name, spec in file.series.items() if spec.unit.text != UNREAD}
    restatements = tuple(each for each in file.restatements if each.series.text in series)
    return replace(file, series=series, restatements=restatements)


def unread_period_file(place: Span) -> PeriodFile | None:
    """What is gone on with in place of a file that is no YAML; None where its name says no period."""
    spec = without_any(PeriodSpec, Mapping((), place))
    if not isinstance(spec, PeriodSpec):
        return None
    lost = Lost(None, place, place.file.text)
    return PeriodFile(spec.node, spec.period, spec.edition, {}, {}, (), {}, {}, is_sound=False, lost=(lost,))


class _Reading:
    """Reads the series and revisions of a file, one by one, and keeps what could not be read."""

    def __init__(self, spec: PeriodSpec, findings: Findings, *, draft: bool) -> None:
        self.spec = spec
        self.findings = findings
        self.draft = draft
        self.is_whole = True
        self.series: dict[str, SeriesSpec] = {}
        self.measures: dict[str, Measure] = {}
        self.restatements: list[Restatement] = []
        self.lost: list[Lost] = []
        self.empty: list[Span] = []
        """The places of figures that are still to be filled in."""

    def lose(self, series: str | None, faults: Sequence[SpecFault]) -> None:
        """Takes note of what a series may have besides what could be read, because of these faults."""
        self.empty += [fault.span for fault in faults if isinstance(fault, EmptyFigure)]
        unread = [fault for fault in faults if not isinstance(fault.instead, TypedFigure)]
        if unread:
            written = self.spec.node.span.file.text
            self.lost.append(Lost(series, unread[0].span, written))

    def series_of_file(self) -> None:
        sources = ", ".join([name.text for name, _ in _entries(self.spec.node, "bronnen")][:LISTED])
        missing = {"bron": f"schrijf er 'bron: …' bij, met een naam van bronnen: {sources}"} if sources else {}
        for name, value in _entries(self.spec.node, "cijfers"):
            measure = self.measures[name.text] = _measure(value, draft=self.draft)
            one = validate_in_part(value, SeriesSpec, self.findings, measure, missing, where_known)
            self.is_whole = self.is_whole and one.is_whole
            self.lose(name.text, one.faults)
            if one.spec is not None:
                self.series[name.text] = one.spec if one.spec.sources else _without_source(one.spec)

    def revisions(self) -> None:
        for key, restated in _entries(self.spec.node, "herzien"):
            period = TimePeriod.parse(key.text)
            for name, value in restated.entries if isinstance(restated, Mapping) else ():
                measure = self.measures.get(name.text, Measure(None, draft=self.draft))
                one = validate_in_part(value, Revision, self.findings, measure)
                self.is_whole = self.is_whole and one.is_whole
                self.lose(name.text, one.faults)
                if one.spec is not None and period is not None:
                    self.restatements.append(Restatement(key, period, name, one.spec))

    def stand_ins(self) -> dict[str, SourceSpec]:
        """A source for each name that can't be read among the sources: whether that is there is not known."""
        names = [name for spec in self.series.values() for name in spec.sources]
        names += [name for restated in self.restatements for name in restated.figures.sources]
        entries = {key.text for key, _ in _entries(self.spec.node, "bronnen")}
        unread = [name for name in names if name.text not in self.spec.sources]
        return {name.text: unread_source(name) for name in unread if not entries or name.text in (*entries, UNREAD)}


def _without_source(spec: SeriesSpec) -> SeriesSpec:
    return replace(spec, sources=(unread_text(spec.node),))


def _without_contradictions(file: PeriodFile) -> PeriodFile:
    """What can be gone on with of a file in which not everything can be true."""
    named = TimePeriod.parse(PurePath(file.node.span.path).stem.replace("_", "/"))
    unknown = [name for spec in file.series.values() for name in spec.sources if name.text not in file.sources]
    unknown += [name for each in file.restatements for name in each.figures.sources if name.text not in file.sources]
    lost = [Lost(name.text, name.span, file.node.span.file.text) for name in contradicted(file)]
    return replace(
        file,
        period=named or file.period,
        sources={**file.sources, **{name.text: unread_source(name) for name in unknown}},
        is_sound=False,
        lost=(*file.lost, *lost),
    )


def _entries(node: Node, key: str) -> tuple[tuple[Scalar, Node], ...]:
    inner = node.get(key) if isinstance(node, Mapping) else None
    return inner.entries if isinstance(inner, Mapping) else ()


def _measure(series: Node, *, draft: bool) -> Measure:
    """How to read the figures of a series, as far as it says so; what is wrong with that is found elsewhere."""
    unit, decimals, base, said, title = (
        _text(series, key) for key in ("eenheid", "decimalen", "afgerond_op", "maat", "titel")
    )
    return Measure(
        unit,
        int(decimals) if decimals and decimals in tuple("0123456") else None,
        step_in(base) if base else None,
        draft=draft,
        said=BY_WORD.get(said or ""),
        title=title or "",
    )


def _text(series: Node, key: str) -> str | None:
    value = series.get(key) if isinstance(series, Mapping) else None
    return value.named().text or None if isinstance(value, Scalar) else None
