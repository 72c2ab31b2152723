"""The names beside a figure: year, month, country and unit, against what the figure itself is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import Struct

from rapportage.checking.sentences import Figure, Stretch, inputs_of, periods
from rapportage.cube.arithmetic import PERCENT
from rapportage.cube.cube import Cube
from rapportage.cube.period import TimePeriod
from rapportage.diagnostics import Findings
from rapportage.document import FigureInput
from rapportage.words.numbers import PERCENTAGE_POINT
from rapportage.words.periods import MONTHS

_YEAR = re.compile(r"(?<!sinds )(?<![\d.,/-])(?:19|20)\d\d(?![\d.,/]*\d)")
_MONTH = re.compile(rf"\b({'|'.join(MONTHS)})(?:\s+(?P<year>(?:19|20)\d\d))?\b", re.IGNORECASE)
_PERCENT_WORDS = (PERCENT, "procent")


class Vocabulary(Struct, frozen=True):
    """What the data know of names: categories (but for common words) and units."""

    categories: frozenset[str]
    units: frozenset[str]

    @property
    def category(self) -> re.Pattern[str] | None:
        """Any of the categories as a word of a text; None where there are none."""
        names = sorted(self.categories, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)") if names else None


def vocabulary(cube: Cube) -> Vocabulary:
    names = {key.category for key in cube.observations if key.category and key.category[:1].isupper()}
    units = {edition.unit for id in cube.ids() if (edition := cube.series(id))}
    return Vocabulary(frozenset(names), frozenset(units - {PERCENT, ""}))


def check_labels(sentence: Stretch, known: Vocabulary, category: re.Pattern[str] | None, findings: Findings) -> None:
    """Reports a year, month or category that is that of no figure beside it, and a unit that is not the figure's."""
    if not sentence.figures:
        return
    for clause in sentence.clauses():
        near = clause.figures or sentence.figures
        inputs = inputs_of(near)
        for word, place in _wrong_times(clause.text, inputs):
            message = f"'{word}' is niet de tijd van het cijfer ernaast ({_times(inputs)})"
            _report("T504", message, clause, place, word, findings)
        if category is not None and any(each.category for each in inputs):
            given = {each.category for each in inputs_of(sentence.figures)}
            near_ones = {each.category for each in inputs if each.category}
            for found in category.finditer(clause.text):
                if found[0] not in (near_ones if clause.figures else given):
                    message = f"'{found[0]}' staat bij een cijfer over {_listed(near_ones)}"
                    _report("T505", message, clause, found.start(), found[0], findings)
    for figure in sentence.figures:
        _check_unit(sentence, figure, known, findings)


def _report(code: str, message: str, clause: Stretch, place: int, word: str, findings: Findings) -> None:
    hint = f"verbeter het woord of de uitdrukking, of zet erachter: {{# erkend {code}: … #}}"
    findings.warning(code, message, clause.span(place, len(word)), hint)


def _wrong_times(text: str, inputs: Sequence[FigureInput]) -> Iterator[tuple[str, int]]:
    """The years and months in `text` in which none of the cells lies, with their places."""
    touched = periods(inputs)
    if not touched:
        return
    for found in _YEAR.finditer(text):
        if not any(period.start.year <= int(found[0]) <= period.end.year for period in touched):
            yield found[0], found.start()
    for found in _MONTH.finditer(text):
        month = MONTHS.index(found[1].casefold()) + 1
        year = int(found["year"]) if found["year"] else None
        if not any(_has_month(period, year, month) for period in touched):
            yield found[1], found.start()


def _has_month(period: TimePeriod, year: int | None, month: int) -> bool:
    return any(each.start.month == month and year in (None, each.start.year) for each in period.months()) or (
        period.unit == "week" and month in (period.start.month, period.end.month)
    )


def wrong_times(text: str, inputs: Sequence[FigureInput]) -> list[str]:
    """The years and months that `text` names and in which none of the cells lies."""
    return [word for word, _ in _wrong_times(text, inputs)]


def _times(inputs: Iterable[FigureInput]) -> str:
    return ", ".join(dict.fromkeys(each.period for each in inputs))


def _listed(names: Collection[str | None]) -> str:
    return ", ".join(sorted(name for name in names if name))


def _check_unit(sentence: Stretch, figure: Figure, known: Vocabulary, findings: Findings) -> None:
    """The word right after a figure, when it is a unit, is its own."""
    after = re.match(r"\s*([%\w]+)", sentence.text[figure.place + 1 :])
    if after is None or not figure.trace.unit:
        return
    word, unit = after[1], figure.trace.unit
    is_percent = word.casefold() in _PERCENT_WORDS
    if is_percent and unit == PERCENT and PERCENT not in figure.value.text:
        return
    is_point = word.casefold().startswith(PERCENTAGE_POINT)
    wrong = (
        (is_percent or is_point or word in known.units) and word != unit and not (is_point and unit == PERCENTAGE_POINT)
    )
    if wrong:
        message = f"'{word}' staat achter een cijfer met de eenheid {unit}"
        place = figure.place + 1 + after.start(1)
        findings.warning("T506", message, sentence.span(place, len(word)), f"schrijf {unit}, of kies een ander cijfer")
