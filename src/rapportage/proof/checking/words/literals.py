"""Figures that somebody typed into a text: every number that a reader sees comes from the data, or is no figure.

Years, days, terms, and numbers of laws, tables and pages are no figures. Numbers in words: `number_words`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from decimal import Decimal
from functools import cached_property

from rapportage.diagnostics import Findings
from rapportage.figures.period import YEAR
from rapportage.input.cube.cube import Cube
from rapportage.proof.checking.words.accounting import ReadNumber
from rapportage.proof.claims.stretches import Stretch, before
from rapportage.proof.claims.verdict import Outcome
from rapportage.proof.vocabulary.spoken import patterns

_YEAR = re.compile(YEAR)
_LAW = re.compile(rf"\d{{1,4}}/{YEAR}(?:/\d+)?|{YEAR}/\d+(?:/\d+)?")
_PER = re.compile(r"\b(?:per|elke|iedere)\s+$", re.IGNORECASE)
_ROUND = re.compile(r"1[0.,]*0", re.ASCII)
"""What a rate is per: 'per 1.000 inwoners' is a unit."""
_BASE = re.compile(rf"(?<![\d.,/-]){YEAR}\s*=\s*$")
"""What comes before the 100 of an index."""
_LEAST_TELLING = 1000
_PLAIN = re.compile(r"\d{1,15}(?:\.\d+)?")
_TWO_WORDS = re.compile(r"\s+(\w+)(?:\s+(\w+))?")
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DATES = re.compile(
    rf"(?<![\d.,/-])(?:{_DAY}([-/.]){_MONTH}\1(?:{YEAR})|(?:{YEAR})-{_MONTH}-{_DAY}"
    rf"|{_DAY}/{_MONTH}\s*(?:[to]/m|tot en met)\s*{_DAY}/{_MONTH})(?![\d/-]|[.,]\d)"
)
"""Days in digits; without a year only two of them: '4-11-2024', '2024-11-04', '4/11 t/m 10/11'."""
_DIGITS = re.compile(r"\d+")
_ITEM = re.compile(r"\s*\d+\.\s")
"""A heading or cell that is numbered by hand; the markers of lists are not in the text."""


class LiteralChecker:
    """Finds numbers that somebody typed; `counted` are the units of the data."""

    def __init__(self, counted: Collection[str], cube: Cube, findings: Findings) -> None:
        self._counted = counted
        self._cube = cube
        self._findings = findings

    def check(self, sentence: Stretch, explained: Collection[int]) -> list[ReadNumber]:
        """Reports numbers that do not come from the data, but for those that begin at an `explained` place.

        What it gives is what each of the others is.
        """
        read = []
        dates = _in_dates(sentence.text)
        for found in patterns().literals.number.finditer(sentence.text):
            if found.start() in explained:
                continue
            if found.start() in dates or _is_no_figure(sentence.text, found, self._counted):
                says = _may_say_something(sentence.text, found)
                read.append(ReadNumber(*found.span(), Outcome.OPEN if says else Outcome.NONE))
                continue
            is_asked = any(_value(found[0]) in figure.numbers for figure in sentence.figures)
            read.append(ReadNumber(*found.span(), Outcome.TRUE if is_asked else Outcome.OPEN))
            if is_asked:
                continue
            message = f"het getal {found[0]} komt niet uit de gegevens"
            hint = "zet het in het periodebestand en gebruik {{ … }}, of zet erachter: {# erkend T501: … #}"
            expression = self._expression_of(found[0])
            if expression:
                message = f"het getal {found[0]} is getypt"
                hint = f"in de gegevens is {{{{ {expression} }}}} zo groot: schrijf dat als u dat bedoelt"
            self._findings.warning("T501", message, sentence.span(found.start(), len(found[0])), hint)
        return read

    @cached_property
    def _expressions(self) -> Mapping[Decimal, str]:
        """By value of four digits or more an expression that gives it: fewer digits are the same by chance."""
        found: dict[Decimal, str] = {}
        for key, vintages in self._cube.observations.items():
            value = vintages[-1].value
            if value is not None and abs(value) >= _LEAST_TELLING:
                names = ", ".join(f"'{name}'" for name in key.part.names)
                part = f"[{names}]" if names else ""
                found.setdefault(value, f"{key.series}['{key.period.code}']{part}")
        return found

    def _expression_of(self, written: str) -> str | None:
        value = _value(written)
        return None if value is None else self._expressions.get(value)


def _value(written: str) -> Decimal | None:
    plain = written.replace(".", "").replace(",", ".")
    return Decimal(plain) if _PLAIN.fullmatch(plain) else None


def _may_say_something(text: str, found: re.Match[str]) -> bool:
    """Whether a number of which no alarm is made may be about figures all the same: 'de 2e plaats', 'na 8 maanden'."""
    known = patterns().literals
    return bool(known.ordinal.fullmatch(found[0]) or known.term.match(text, found.end()))


def no_figures(text: str, counted: Collection[str]) -> set[int]:
    """Where the numbers of a text begin that are no figures."""
    found = patterns().literals.number.finditer(text)
    return _in_dates(text) | {each.start() for each in found if _is_no_figure(text, each, counted)}


def _in_dates(text: str) -> set[int]:
    """Where the numbers begin that a day in digits is made of."""
    return {each.start() for found in _DATES.finditer(text) for each in _DIGITS.finditer(text, *found.span())}


def _is_no_figure(text: str, found: re.Match[str], counted: Collection[str]) -> bool:
    """Whether the number is a year, a day, a term ('18 jaar'), or the number of a law, table, page or item."""
    start, end, word, known = found.start(), found.end(), found[0], patterns().literals
    if (before(_PER, text, start) and _ROUND.fullmatch(word)) or (word == "100" and before(_BASE, text, start)):
        return True
    if _YEAR.fullmatch(word):
        after = _TWO_WORDS.match(text, end)
        is_unit = after is not None and any(each and each.casefold() in counted for each in after.groups())
        return not is_unit and not known.counted.match(text, end)
    if known.ordinal.fullmatch(word) or _LAW.fullmatch(word) or before(known.addressed, text, start):
        return True
    named = before(known.named, text, start)
    if named is not None:
        label = re.match(r"\w+", named[0])
        largest = known.largest_label.get(label[0].casefold() if label else "", 9999)
        return not word.isdigit() or Decimal(word) <= (99 if named["more"] else largest)
    if word.isdigit() and Decimal(word) <= 31 and (known.day.match(text, end) or known.days.match(text, end)):
        return True
    if known.term.match(text, end) and (
        re.fullmatch(r"\d{1,2}\.\d\d", word) or (word.isdigit() and Decimal(word) <= 120)
    ):
        return True
    return bool(_ITEM.fullmatch(text, 0, end + 2))
