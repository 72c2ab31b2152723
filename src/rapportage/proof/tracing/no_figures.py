"""What numbers in words can be that are no figures of the data: patterns, made once for each language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from rapportage.figures.languages.language import Language
from rapportage.figures.languages.spoken import language_of, spoken_language
from rapportage.figures.units import SPLIT, YEAR
from rapportage.figures.words.periods import A_YEAR
from rapportage.proof.vocabulary.spoken import patterns

DATE, LAW, NAME, COUNT, UNIT, PRECISION = (
    "jaar, datum of periode",
    "nummer van een wet, artikel of Kamerstuk",
    "naam uit de gegevens",
    "telling van rijen of perioden",
    "eenheid",
    "afronding van een bron",
)
ANY = 98_765
"""A count that no report has: what is around it in our words is around every count."""
_THOUSANDS = r"1(?:[.,\s\u00a0]?000)+\b"
_UNITS = (rf"[x×]\s?{_THOUSANDS}", rf"\bper\s(?:{_THOUSANDS}|100?\b)", rf"\b{YEAR}\s?=\s?100\b")
"""In units: of figures in thousands, of a rate, of the base of an index."""
_SPACE = r"[\s\u00a0]"
_COUNT = r"\d+"


class NoFigures(Struct, frozen=True):
    kinds: tuple[str, ...]
    known: re.Pattern[str]
    """Whoever wrote it."""
    counted: re.Pattern[str]
    """In texts of our making: how many there are of something, or what a sign says."""

    def kind_of(self, found: re.Match[str]) -> str:
        """What `known` found."""
        return self.kinds[int((found.lastgroup or "k0")[1:])]


def no_figures() -> NoFigures:
    return _made(spoken_language().code)


@cache
def _made(code: str) -> NoFigures:
    kinds = _known(language_of(code))
    known = "|".join(f"(?P<k{place}>{pattern})" for place, (_, pattern) in enumerate(kinds))
    counts = "|".join(_counts(language_of(code)))
    return NoFigures(tuple(kind for kind, _ in kinds), re.compile(known), re.compile(counts))


def _known(words: Language) -> tuple[tuple[str, str], ...]:
    """Patterns with what they find. The first that fits counts: a year within a longer date is part of that."""
    said = patterns().explained
    month = "|".join((*words.periods.months, *words.periods.short_months))
    rounded = words.charts.rounded_to("", str(ANY)).removeprefix(", ")
    step = rf"\d(?:[\d{re.escape(words.numbers.thousands)}]*\d)?"
    years = "|".join(_split_years(words))
    return (
        (DATE, _any_case(years)),
        *((LAW, pattern) for pattern in said.law),
        (LAW, r"\b\d{2,4}/\d{1,4}(?:/(?:EU|EG|EEG|EC|EEC))?\b"),
        *((UNIT, pattern) for pattern in _UNITS),
        (PRECISION, rf"\b{_around(rounded, step)}(?=; |\.$)"),
        (DATE, _any_case(said.date[0])),
        (DATE, _any_case(rf"\b\d{{1,2}}{_SPACE}(?:{month})\b(?:{_SPACE}{A_YEAR}\b)?")),
        (DATE, _any_case(rf"\b(?:{month}){_SPACE}{A_YEAR}\b")),
        (DATE, rf"\b{A_YEAR}-\d\d(?:-\d\d)?\b"),
        *((DATE, _any_case(pattern)) for pattern in said.date[1:]),
        (DATE, rf"(?<![\d.,]){A_YEAR}(?:[–/-](?:{A_YEAR}|\d\d))?(?![\d%]|[.,]\d)"),
    )


def _any_case(pattern: str) -> str:
    """A period has a capital where it begins a sentence."""
    return f"(?i:{pattern})"


def _split_years(words: Language) -> Iterator[str]:
    """'schooljaar 2024/2025', which would be the number of a law."""
    for unit in SPLIT:
        name = re.escape(words.periods.one(unit, 1, 2000)).replace("\u00a0", " ").replace("\\ ", " ")
        yield name.replace(" ", _SPACE).replace("2000/2001", f"{A_YEAR}/{A_YEAR}")


def _counts(words: Language) -> Iterator[str]:
    for count in (1, ANY):
        yield "^" + _around(words.tables.rows(count, "").rstrip(), _COUNT, count)
        yield "^" + _around(words.listings.revised(count), _COUNT, count)
        yield rf"\b{_around(words.charts.others(count), _COUNT, count)}(?![\d.,]\d)"
        yield _around(words.signs.draft_notice(count), _COUNT, count)
    yield rf"\b{_around(words.courses.in_periods(ANY), _COUNT)}\b"
    yield "^" + re.escape(words.charts.share)
    limit = rf"\d[\d{re.escape(words.numbers.thousands)}]*"
    yield f"^{_around(words.signs.less_than(str(ANY), f'<{ANY}'), limit)}$"
    yield f"^{_around(f'{words.signs.fewer_than} {ANY}', limit)}$"
    yield f"^{_around(words.signs.one_to(str(ANY)), limit)}$|^1$"


def _around(text: str, number: str, count: int = ANY) -> str:
    """The text as a pattern, with any number in place of the one it has."""
    return re.escape(text).replace(str(count), number)
