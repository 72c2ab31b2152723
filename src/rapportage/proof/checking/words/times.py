"""Times that words name ('mei 2020', 'het tweede kwartaal', 'week 5'), against the periods of figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from rapportage.document import FigureInput
from rapportage.figures.period import YEAR, TimePeriod
from rapportage.figures.words.periods import MONTHS
from rapportage.proof.checking.words.sentences import PLAIN_I, before, periods

_TIME = re.compile(
    rf"\b(?P<month>{'|'.join(MONTHS)})(?:\s+(?P<month_of>{YEAR}))?\b"
    rf"|\b(?P<quarter>eerste|tweede|derde|vierde)\s+kwartaal(?!\s+op\s+rij)(?:\s+van\s+(?P<quarter_of>{YEAR}))?\b"
    rf"|\b(?P<half>eerste|tweede)\s+(?:halfjaar|helft(?=\s+van\s+(?:het\s+jaar|{YEAR})))(?:\s+van\s+(?P<half_of>{YEAR}))?\b"
    rf"|\bweek\s+(?P<week>\d{{1,2}})(?:\s+(?:van\s+)?(?P<week_of>{YEAR}))?\b"
    rf"|(?<![\d.,/-])(?P<year>{YEAR})(?![\d.,/]*\d)",
    re.IGNORECASE,
)
_ORDINALS = ("eerste", "tweede", "derde", "vierde")
DATE_OR_LAW = re.compile(r"(?:\b\d{1,2}|\w*(?:wet|verdrag|besluit|regeling|verordening))\s+$", re.IGNORECASE)
"""What comes before a month that is part of a day, or a year that is part of the name of a law."""
_UNTIL = re.compile(r"\b(?:tot en met|t/m)\s+(?:het\s+|de\s+)?$", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:sinds|vanaf)\s+(?:het\s+|de\s+)?$", re.IGNORECASE)


class NamedTime(Struct, frozen=True):
    """A time that a text names, at `place`: the end of its code, and its year when that is said."""

    word: str
    place: int
    rest: str
    """'-05', '-Q2', '-H1', '-W05'; empty for a year."""
    year: int | None

    def overlaps(self, start: date, end: date) -> bool:
        """Whether a day from `start` to `end` is in it, of any year when none is said."""
        years = range(start.year - 1, end.year + 2) if self.year is None else (self.year,)
        of_years = (TimePeriod.parse(f"{year:04}{self.rest}") for year in years)
        return any(each.start <= end and start <= each.end for each in of_years if each)


def named_times(text: str) -> Iterator[NamedTime]:
    """The times in `text`, in its order."""
    for found in _TIME.finditer(text.translate(PLAIN_I)):
        kind = found.lastgroup.removesuffix("_of") if found.lastgroup else ""
        word = found[kind].casefold()
        match kind:
            case "month":
                rest = f"-{MONTHS.index(word) + 1:02}"
            case "quarter" | "half":
                rest = f"-{kind[0].upper()}{_ORDINALS.index(word) + 1}"
            case "week":
                rest = f"-W{int(word):02}"
            case _:
                rest = ""
        said = word if kind == "year" else found[f"{kind}_of"]
        yield NamedTime(found[0], found.start(), rest, int(said) if said else None)


def judged_times(text: str, inputs: Sequence[FigureInput]) -> Iterator[tuple[NamedTime, bool]]:
    """The times in `text`, and whether a cell is in each; what is 'tot en met' a time ends in it."""
    touched = periods(inputs)
    for named in named_times(text) if touched else ():
        if before(_UNTIL, text, named.place):
            last = max(each.end for each in touched)
            yield named, named.overlaps(last, last)
        else:
            yield named, any(named.overlaps(each.start, each.end) for each in touched)


def wrong_times(text: str, inputs: Sequence[FigureInput]) -> list[str]:
    """The times that a head or caption names and in which no cell is, or not the first of what is 'sinds' then."""
    first = min((each.start for each in periods(inputs)), default=None)
    wrong = []
    for named, lies_in in judged_times(text, inputs):
        if before(DATE_OR_LAW, text, named.place):
            continue
        is_first = first is not None and named.overlaps(first, first)
        if not (is_first if before(_SINCE, text, named.place) else lies_in):
            wrong.append(named.word)
    return wrong
