"""Days that somebody typed where the data know only a month or a year: '30 september 2020' beside `datum: 2020-09`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

from msgspec import Struct

from rapportage.diagnostics import Findings, Span
from rapportage.document import Value
from rapportage.figures.dates import KnownDate
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.observation import Cell
from rapportage.figures.words.periods import HARD_SPACE, date_name, on_date
from rapportage.input.cube.cube import Cube
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.period import PeriodFile
from rapportage.proof.claims.stretches import Stretch, before, periods
from rapportage.proof.vocabulary.spoken import patterns
from rapportage.text.language.composed import SLOT

CODE_IN_DATA, CODE_IN_TEXT = "C315", "T512"
_AS_DATE = re.compile(r"\|\s*datum\s*$")


class TypedDay(Struct, frozen=True):
    """A day in a text; without a year, that of the date that it is held against."""

    words: str
    place: int
    month: int
    day: int
    year: int | None

    def within(self, known: KnownDate) -> bool:
        """Whether it says more than is known."""
        made = self.of(known.year)
        return not known.is_day and made is not None and known.holds(made)

    def of(self, year: int) -> date | None:
        """The day itself; in `year` when it names none."""
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None


def typed_days(text: str) -> Iterator[TypedDay]:
    """The days in `text`, in its order."""
    for found in patterns().dates.day.finditer(text):
        if found["iso"]:
            year, month, day = (int(part) for part in found["iso"].split("-"))
            yield TypedDay(found[0], found.start(), month, day, year)
        elif found["numbers"]:
            day, month, year = (int(part) for part in re.split("[-/]", found["numbers"]))
            yield TypedDay(found[0], found.start(), month, day, year)
        else:
            said = int(found["year"]) if found["year"] else None
            yield TypedDay(found[0].strip(), found.start(), _month(found["month"]), int(found["day"]), said)


def _days_in(sentence: Stretch) -> Iterator[TypedDay]:
    """Those that begin in it: '14 sept. 2020' ends after what looks like its end."""
    whole = sentence.text + sentence.composed.text[sentence.end : sentence.end + len(" 2020")]
    yield from (each for each in typed_days(whole) if each.place < len(sentence.text))


def _month(word: str) -> int:
    return patterns().dates.months[word.casefold().rstrip(".")]


# --- In texts -------------------------------------------------------------------------------------------


class DateChecker(Struct, dict=True):
    """Looks for days in what a report says."""

    edition: PeriodFile
    cube: Cube
    findings: Findings

    def check(self, sentence: Stretch) -> None:
        """Reports a typed day that is known only as a month or year, and 'op' before a date that is no day."""
        for typed in _days_in(sentence):
            known = next((each for each in self._vague(sentence, typed) if typed.within(each)), None)
            if known is not None and not self._is_known(typed, known, sentence):
                span = sentence.span(typed.place, len(typed.words))
                _report(CODE_IN_TEXT, typed, known, span, self.findings)
        for slot in SLOT.finditer(sentence.text):
            if before(patterns().dates.on, sentence.text, slot.start()):
                self._check_joined(sentence, slot)

    def _check_joined(self, sentence: Stretch, slot: re.Match[str]) -> None:
        for value in sentence.composed.slots[slot[0]]:
            if not isinstance(value, Value) or value.trace is not None or any(typed_days(value.text)):
                continue
            if value.spoken == spoken_language().signs.gap:  # in a draft: it may become a day
                continue
            if value.origin is not None and _AS_DATE.search(_source(value.origin)):
                said = value.text.replace(HARD_SPACE, " ")
                message = f"hier komt 'op {said}' te staan: de dag is niet bekend"
                hint = f"schrijf in plaats van 'op {{{{ … | datum }}}}': {{{{ … | op_datum }}}}; dat geeft 'in {said}'"
                self.findings.warning(CODE_IN_TEXT, message, value.origin, hint)

    def _vague(self, sentence: Stretch, typed: TypedDay) -> Iterator[KnownDate]:
        """The dates that the sentence may mean: of its edition, and of the data that its figures rest on."""
        published = self.edition.published
        if published is not None and (published.month or _speaks_of_publication(sentence.text, typed)):
            yield published
        for cell in self._cells_of(sentence):
            yield from (each.date for each in (cell.source, *cell.more_sources) if each.date)
            if cell.reference_day:
                yield cell.reference_day
        for source in self.edition.sources.values():
            if source.date and source.title.text in sentence.text:
                yield source.date.known

    def _is_known(self, typed: TypedDay, known: KnownDate, sentence: Stretch) -> bool:
        """Whether that very day is in the data: as a date, or as the begin or end of a period."""
        day = typed.of(known.year)
        own = [self.edition.period, *periods([each for figure in sentence.figures for each in figure.trace.inputs])]
        ends = {end for period in own for end in (period.start, period.end)}
        given = {each.date.known for each in self.edition.sources.values() if each.date}
        given |= {each.reference_day for each in self._cells_of(sentence) if each.reference_day}
        given |= {each.reference_day.known for each in self.edition.series.values() if each.reference_day}
        return day in ends or any(each.is_day and each.first == day for each in given)

    def _cells_of(self, sentence: Stretch) -> list[Cell]:
        inputs = [each for figure in sentence.figures for each in figure.trace.inputs]
        return [self._cells[each.span] for each in inputs if each.span in self._cells]

    @cached_property
    def _cells(self) -> dict[Span | None, Cell]:
        found = (cell for vintages in self.cube.observations.values() for each in vintages for cell in each.cells())
        return {cell.span: cell for cell in found}


def _speaks_of_publication(text: str, typed: TypedDay) -> bool:
    """Whether it says when something came out, or is no more than a day, as a line of a colophon is."""
    rest = text[: typed.place] + text[typed.place + len(typed.words) :]
    return not re.search(r"\w", rest) or patterns().dates.of_a_publication.search(rest) is not None


def _source(span: Span) -> str:
    """The expression that begins there, up to its end."""
    start = span.file.offset(span.line, span.column)
    return span.file.text[start : start + 1_000].partition("}}")[0]


# --- In data --------------------------------------------------------------------------------------------


def check_dates(files: Sequence[PeriodFile], findings: Findings) -> None:
    """Reports days in titles and remarks of period files that say more than the dates beside them."""
    for file in files:
        published = [file.published] if file.published else []
        for source in file.sources.values():
            if source.date:
                _check_words([source.title], [source.date.known], (), findings)
        for series in file.series.values():
            known = [*published, *_dates_of(series.sources, file)]
            known += [series.reference_day.known] if series.reference_day else []
            words = [series.title, *(each for each in (series.definition, series.remark) if each)]
            _check_words(words, known, (file.period.start, file.period.end), findings)
        for restatement in file.restatements:
            if restatement.figures.reason:
                known = [*published, *_dates_of(restatement.figures.sources, file)]
                _check_words([restatement.figures.reason], known, (file.period.start, file.period.end), findings)


def _dates_of(names: Iterable[Scalar], file: PeriodFile) -> list[KnownDate]:
    specs = [file.sources[name.text] for name in names if name.text in file.sources]
    return [spec.date.known for spec in specs if spec.date]


def _check_words(
    words: Iterable[Scalar], known: Sequence[KnownDate], ends: Collection[date], findings: Findings
) -> None:
    exact = {*ends, *(each.first for each in known if each.is_day)}
    for scalar in words:
        for typed in typed_days(scalar.text):
            vague = next((each for each in known if typed.within(each)), None)
            if vague is not None and typed.of(vague.year) not in exact:
                _report(CODE_IN_DATA, typed, vague, scalar.span_at(typed.place, len(typed.words)), findings)


def _report(code: str, typed: TypedDay, known: KnownDate, span: Span, findings: Findings) -> None:
    words = " ".join(typed.words.split())
    message = f"'{words}' is preciezer dan bekend: in de gegevens staat {known.code}"
    instead = on_date(known).replace(HARD_SPACE, " ")
    hint = f"schrijf '{date_name(known).replace(HARD_SPACE, ' ')}' ({instead}), of vul de dag in bij die datum"
    findings.warning(code, message, span, hint)
