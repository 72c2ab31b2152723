"""What the parts of a period file say about each other: sources that exist, periods that fit, parts within totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from functools import reduce
from pathlib import PurePath

from rapportage.diagnostics.suggestion import suggest
from rapportage.figures.dates import KnownDate
from rapportage.figures.period import TimePeriod
from rapportage.figures.rounding import CONTEXT
from rapportage.figures.words.numbers import number
from rapportage.figures.words.windows import window
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.figures import TypedFigure
from rapportage.input.specs.names import wrong_name
from rapportage.input.specs.period import CellSpec, Counts, PeriodFile, Restatement, SeriesSpec
from rapportage.input.specs.places import key_at, keys_in

_NEXT_DAY = timedelta(days=1)
"""The end of a year is often counted on the day after it."""


def contradictions(file: PeriodFile) -> Iterator[SpecFault]:
    """What cannot be true in a file of which every value could be read."""
    yield from _wrong_file_name(file)
    yield from _wrong_date(file)
    keys = keys_in(file.node, "cijfers")
    for name, series in file.series.items():
        key = keys[name]
        yield from _wrong_name(key)
        yield from _wrong_sources(series.sources, file)
        yield from _wrong_windows(series, file)
        yield from _wrong_reference_day(series, file)
        yield from _wrong_related(series, file)
        yield from _wrong_cells(list(file.cells(series)), key)
        for counts in (series, *series.windows.values()):
            yield from _wrong_parts(counts, series)
    for restatement in file.restatements:
        key = restatement.series
        yield from _wrong_restated_period(restatement, file)
        yield from _wrong_sources(restatement.figures.sources, file)
        if key.text in file.series:
            yield from _wrong_parts(restatement.figures, file.series[key.text])
        else:
            message = f"de reeks '{key.text[:100]}' staat niet bij cijfers"
            yield SpecFault("C208", message, key.span, suggest(key.text, file.series))


def _wrong_file_name(file: PeriodFile) -> Iterator[SpecFault]:
    """A window is named with '_' for the '/' that no file name can have."""
    name = PurePath(file.node.span.path).stem
    if TimePeriod.parse(name.replace("_", "/")) != file.period:
        code = file.period.code
        message = f"periode {code} is niet die van de bestandsnaam, '{name}'"
        hint = f"noem het bestand {code.replace('/', '_')}.yaml, of verbeter de periode"
        yield SpecFault("C202", message, key_at(file.node, "periode").span, hint)


def _wrong_date(file: PeriodFile) -> Iterator[SpecFault]:
    """Figures over a period come out when it has ended."""
    date = file.edition.date
    if date.latest < file.period.end:
        message = f"{date.text} ligt voor het einde van {file.period.code}: die cijfers waren er toen nog niet"
        yield SpecFault("C214", message, date.span, "verbeter de datum van de uitgave, of de periode")


def _wrong_name(key: Scalar) -> Iterator[SpecFault]:
    wrong = wrong_name(key.text)
    if wrong:
        hint = "begin met een kleine letter; daarna kleine letters, cijfers en _"
        yield SpecFault("C205", f"'{key.text[:100]}' {wrong}", key.span, hint)


def _wrong_sources(names: Sequence[Scalar], file: PeriodFile) -> Iterator[SpecFault]:
    for name in names:
        if name.text not in file.sources:
            hint = suggest(name.text, file.sources)
            yield SpecFault("C201", f"de bron '{name.text[:100]}' staat niet bij bronnen", name.span, hint)


def _wrong_windows(series: SeriesSpec, file: PeriodFile) -> Iterator[SpecFault]:
    for name in series.windows:
        if window(name, file.period) is None:
            message = f"'{name[:100]}' is geen venster dat bij {file.period.code} past"
            hint = "schrijf 'afgelopen 12 maanden', 'tot en met mei', of een periode: 2019-06/2020-05"
            yield SpecFault("C203", message, key_at(series.node, "vensters", name).span, hint)


def _wrong_related(series: SeriesSpec, file: PeriodFile) -> Iterator[SpecFault]:
    for name in (*series.sum_of, *((series.part_of,) if series.part_of else ())):
        if name.text not in file.series:
            message = f"de reeks '{name.text[:100]}' staat niet bij cijfers"
            yield SpecFault("C213", message, name.span, suggest(name.text, file.series))


def _wrong_reference_day(series: SeriesSpec, file: PeriodFile) -> Iterator[SpecFault]:
    if series.reference_day and series.kind != "stand":
        hint = "schrijf ook 'soort: stand', of laat de peildatum weg"
        span = key_at(series.node, "peildatum").span
        yield SpecFault("C212", "alleen een stand heeft een peildatum", span, hint)
    elif series.reference_day and not _may_lie_in(series.reference_day.known, file.period):
        message = f"de peildatum {series.reference_day.text} ligt niet in {file.period.code}"
        yield SpecFault("C216", message, series.reference_day.span, "verbeter de peildatum, of zet de stand in 'reeks'")


def _may_lie_in(day: KnownDate, period: TimePeriod) -> bool:
    return day.first <= period.end + _NEXT_DAY and period.start <= day.last


def _wrong_cells(cells: Sequence[CellSpec], key: Scalar) -> Iterator[SpecFault]:
    if not cells:
        yield SpecFault("C210", f"de reeks '{key.text}' heeft geen cijfers", key.span, "vul totaal of naar in")
    seen: dict[tuple[TimePeriod, str | None, str | None], TypedFigure] = {}
    for period, breakdown, category, figure in cells:
        first = seen.setdefault((period, breakdown, category), figure)
        if first is not figure:
            message = f"dit cijfer over {period.code} staat er al, op regel {first.span.line}"
            yield SpecFault("C209", message, figure.span, "laat één van de twee weg")


def _wrong_parts(counts: Counts, series: SeriesSpec) -> Iterator[SpecFault]:
    """Parts may fall short of their total, and exceed it only as far as rounding explains."""
    total = counts.total
    if total is None or total.high is None or not series.measure.adds_up:
        return
    for breakdown, categories in counts.breakdowns.items():
        least = reduce(CONTEXT.add, (figure.low or Decimal(0) for figure in categories.values()), Decimal(0))
        if least > total.high:
            message = f"de delen naar {breakdown} zijn samen minstens {number(least)}, meer dan het totaal {total.text}"
            yield SpecFault("C206", message, key_at(counts.node, "naar", breakdown).span)


def _wrong_restated_period(restatement: Restatement, file: PeriodFile) -> Iterator[SpecFault]:
    key = restatement.key
    if restatement.period.end >= file.period.end:
        message = f"{key.text} is niet eerder dan de periode van dit bestand ({file.period.code})"
        yield SpecFault("C204", message, key.span, "zet cijfers over de periode zelf bij cijfers")
