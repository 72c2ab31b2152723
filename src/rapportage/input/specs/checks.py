"""What the parts of a period file say about each other: sources that exist, periods that fit, parts within totals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as ReadOnly
from datetime import timedelta
from decimal import Decimal
from functools import reduce
from pathlib import PurePath

from rapportage.diagnostics.suggestion import suggest
from rapportage.figures.dates import KnownDate
from rapportage.figures.parts import Dimensions, Part, breakdown_name
from rapportage.figures.period import TimePeriod
from rapportage.figures.rounding import CONTEXT
from rapportage.figures.words.numbers import number
from rapportage.figures.words.windows import window
from rapportage.figures.words.wrong_periods import perhaps_a_school_year
from rapportage.input.loading.nodes import Mapping, Scalar
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.names import wrong_name
from rapportage.input.specs.parts.breakdowns import key_of
from rapportage.input.specs.period import CellSpec, Counts, PeriodFile, Restatement, SeriesSpec, cells_of
from rapportage.input.specs.places import key_at, keys_in
from rapportage.input.specs.typed.figures import TypedFigure

_NEXT_DAY = timedelta(days=1)
"""The end of a year is often counted on the day after it."""


def contradictions(file: PeriodFile) -> Iterator[SpecFault]:
    """What cannot be true in a file of which every value could be read."""
    named_otherwise = list(_wrong_file_name(file))
    yield from named_otherwise or _wrong_date(file)  # the period that the date is judged by may be the slip
    keys = keys_in(file.node, "cijfers") if file.series else {}
    unread = {lost.series for lost in file.lost}
    for name, series in file.series.items():
        key = keys[name]
        yield from _wrong_name(key)
        yield from _wrong_sources(series.sources, file)
        yield from _wrong_windows(series, file)
        yield from _wrong_reference_day(series, file)
        yield from _wrong_related(series, file)
        yield from _wrong_sum(series)
        yield from _wrong_rest_parts(name, series, file)
        yield from _wrong_cells(list(file.cells(series)), None if name in unread else key)
        for counts in (series, *series.windows.values()):
            yield from _wrong_parts(counts, series)
    for restatement in file.restatements:
        key = restatement.series
        yield from _wrong_restated_period(restatement, file)
        yield from _wrong_sources(restatement.figures.sources, file)
        if key.text in file.series:
            yield from _wrong_parts(restatement.figures, file.series[key.text])
        elif key.text not in _names(file):
            message = f"de reeks '{key.text[:100]}' staat niet bij cijfers"
            yield SpecFault("C208", message, key.span, suggest(key.text, file.series))


def _names(file: PeriodFile) -> set[str]:
    """Of every series in the file, also those that can't be read."""
    written = file.node.get("cijfers")
    return {key.text for key, _ in written.entries} if isinstance(written, Mapping) else set()


def contradicted(file: PeriodFile) -> Iterator[Scalar]:
    """The series that may have more figures than the file gives: those without any, or with a window that is none."""
    keys = keys_in(file.node, "cijfers") if file.series else {}
    for name, series in file.series.items():
        if not any(True for _ in file.cells(series)) or any(True for _ in _wrong_windows(series, file)):
            yield keys[name]


def _wrong_file_name(file: PeriodFile) -> Iterator[SpecFault]:
    """A window is named with '_' for the '/' that no file name can have."""
    name = PurePath(file.node.span.path).stem
    if TimePeriod.parse(name.replace("_", "/")) != file.period:
        code = file.period.code
        message = f"periode {code} is niet die van de bestandsnaam, '{name}'"
        hint = f"noem het bestand {code.replace('/', '_')}.yaml, of verbeter de periode"
        yield SpecFault("C202", message, key_at(file.node, "periode").span, hint)


def _wrong_date(file: PeriodFile) -> Iterator[SpecFault]:
    """Figures over a period come out when it has ended; what is counted on one day of it, from that day on."""
    date = file.edition.date
    days = [series.reference_day for series in file.series.values()]
    is_counted_before = bool(days) and all(day is not None and day.known.first <= date.latest for day in days)
    if date.latest < file.period.end and not is_counted_before:
        message = f"{date.text} ligt voor het einde van {file.period.code}: die cijfers waren er toen nog niet"
        hint = perhaps_a_school_year(file.period) or "verbeter de datum van de uitgave, of de periode"
        yield SpecFault("C214", message, date.span, hint)


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
        if name.text not in _names(file):
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


def _wrong_cells(cells: Sequence[CellSpec], key: Scalar | None) -> Iterator[SpecFault]:
    """The `key` is that of a series which was read whole."""
    if key is not None and not cells:
        yield SpecFault("C210", f"de reeks '{key.text}' heeft geen cijfers", key.span, "vul totaal of naar in")
    seen: dict[tuple[TimePeriod, Part], TypedFigure] = {}
    for period, part, figure in cells:
        first = seen.setdefault((period, part), figure)
        if first is not figure:
            message = f"dit cijfer over {period.code} staat er al, op regel {first.span.line}"
            yield SpecFault("C209", message, figure.span, "laat één van de twee weg")


def _wrong_parts(counts: Counts, series: SeriesSpec) -> Iterator[SpecFault]:
    """Parts may fall short of their total, and exceed it only as far as rounding explains.

    The cells of a crossed breakdown are parts of each of its margins too. What may be negative has no such bound.
    """
    if not series.measure.kind.adds_over_periods or series.measure.kind.negative:
        return
    for dimensions, parts in counts.breakdowns.items():
        name = breakdown_name(dimensions)
        nearer = [
            fault
            for outer, wholes in counts.breakdowns.items()
            for fault in _wrong_cells_of(outer, wholes, dimensions, parts)
        ]
        yield from nearer  # a row or column that is exceeded says more than the total
        if not nearer and counts.total is not None and (too_much := _exceeded(parts.values(), counts.total)):
            message = f"de delen naar {name} zijn samen minstens {too_much}, meer dan het totaal {counts.total.text}"
            yield SpecFault("C206", message, key_of(counts.node, dimensions).span, _too_much(series, counts.total))


def _too_much(series: SeriesSpec, total: TypedFigure) -> str:
    """Where the slip may be; and what the series says if its parts are none of a sum, unless it says that they are."""
    slip = f"verbeter een deel, of het totaal op regel {total.span.line}"
    if series.measured_as is not None:
        return slip
    return f"{slip}; is het een gemiddelde of verhouding, schrijf dan bij de reeks maat: gemiddelde of maat: verhouding"


def _wrong_sum(series: SeriesSpec) -> Iterator[SpecFault]:
    """The sum of what does not add up."""
    kind = series.measure.kind
    if series.sum_of and not kind.adds_up:
        message = f"{kind.many} tellen niet op, en dit is er een (eenheid: {series.unit.text})"
        hint = "laat som_van weg, of schrijf bij de reeks welke maat het dan is, zoals maat: bedrag"
        yield SpecFault("C222", message, key_at(series.node, "som_van").span, hint)


def _wrong_cells_of(
    outer: Dimensions, wholes: ReadOnly[Part, TypedFigure], inner: Dimensions, parts: ReadOnly[Part, TypedFigure]
) -> Iterator[SpecFault]:
    """Where the parts by `inner` of a part by `outer` are more than that; `inner` is by those dimensions and more."""
    if not set(outer) < set(inner):
        return
    gathered: dict[Part, list[TypedFigure]] = {}
    for part, figure in parts.items():
        gathered.setdefault(part.over(outer), []).append(figure)
    for whole, figures in gathered.items():
        known = wholes.get(whole)
        if known is not None and (too_much := _exceeded(figures, known)):
            message = (
                f"de delen van {whole.label} naar {breakdown_name(inner)} zijn samen minstens {too_much}, "
                f"meer dan {whole.label} zelf, {known.text}"
            )
            yield SpecFault("C206", message, figures[0].span, f"verbeter een deel, of {known.text} bij {whole.label}")


def _exceeded(parts: Iterable[TypedFigure], whole: TypedFigure) -> str | None:
    """What the parts are together at least, where that is more than their whole can be."""
    least = reduce(CONTEXT.add, (figure.low or Decimal(0) for figure in parts), Decimal(0))
    return number(least) if whole.high is not None and least > whole.high else None


def _wrong_rest_parts(name: str, series: SeriesSpec, file: PeriodFile) -> Iterator[SpecFault]:
    """What is to be kept out of a top has to be there: misspelt it would win."""
    restated = (each for each in file.restatements if each.series.text == name)
    cells = [*file.cells(series), *(cell for each in restated for cell in cells_of(each.figures, each.period))]
    known = {one for cell in cells for one in cell.part.names}
    for each in series.rest_parts:
        if each.text not in known:
            message = f"de restpost '{each.text[:100]}' staat in geen verdeling van '{name[:60]}'"
            yield SpecFault("C221", message, each.span, suggest(each.text, known))


def _wrong_restated_period(restatement: Restatement, file: PeriodFile) -> Iterator[SpecFault]:
    key = restatement.key
    if restatement.period.end >= file.period.end:
        message = f"{key.text} is niet eerder dan de periode van dit bestand ({file.period.code})"
        yield SpecFault("C204", message, key.span, "zet cijfers over de periode zelf bij cijfers")
