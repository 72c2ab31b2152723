"""Times that words name ('mei 2020', 'het tweede kwartaal', 'week 5'), against the periods of figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from rapportage.document import FigureInput
from rapportage.figures.period import TimePeriod
from rapportage.proof.claims.stretches import PLAIN_I, before, periods
from rapportage.proof.vocabulary.spoken import patterns


class NamedTime(Struct, frozen=True):
    """A time that a text names, at `place`: the end of its code, and its year when that is said."""

    word: str
    place: int
    rest: str
    """'-05', '-Q2', '-H1', '-W05'; empty for a year, and that of a school year."""
    year: int | None
    is_school_year: bool = False

    def overlaps(self, start: date, end: date) -> bool:
        """Whether a day from `start` to `end` is in it, of any year when none is said."""
        years = range(start.year - 1, end.year + 2) if self.year is None else (self.year,)
        of_years = (TimePeriod.parse(self._code(year)) for year in years)
        return any(each.start <= end and start <= each.end for each in of_years if each)

    def _code(self, year: int) -> str:
        return f"SJ{year}-{(year + 1) % 100:02}" if self.is_school_year else f"{year:04}{self.rest}"


def named_times(text: str) -> Iterator[NamedTime]:
    """The times in `text`, in its order."""
    known = patterns().times
    for found in known.time.finditer(text.translate(PLAIN_I)):
        kind = found.lastgroup.removesuffix("_of") if found.lastgroup else ""
        word = found[kind].casefold()
        match kind:
            case "month":
                rest = f"-{known.months.index(word) + 1:02}"
            case "quarter" | "half":
                rest = f"-{kind[0].upper()}{known.ordinals.index(word) + 1}"
            case "week":
                rest = f"-W{int(word):02}"
            case _:
                rest = ""
        said = word if kind in ("year", "school") else found[f"{kind}_of"]
        yield NamedTime(found[0], found.start(), rest, int(said) if said else None, kind == "school")


def judged_times(text: str, inputs: Sequence[FigureInput]) -> Iterator[tuple[NamedTime, bool]]:
    """The times in `text`, and whether a cell is in each; what is 'tot en met' a time ends in it."""
    touched = periods(inputs)
    for named in named_times(text) if touched else ():
        if before(patterns().times.until, text, named.place):
            last = max(each.end for each in touched)
            yield named, named.overlaps(last, last)
        else:
            yield named, any(named.overlaps(each.start, each.end) for each in touched)


def wrong_times(text: str, inputs: Sequence[FigureInput]) -> list[str]:
    """The times that a head or caption names and in which no cell is, or not the first of what is 'sinds' then."""
    first = min((each.start for each in periods(inputs)), default=None)
    wrong = []
    for named, lies_in in judged_times(text, inputs):
        if before(patterns().times.date_or_law, text, named.place):
            continue
        is_first = first is not None and named.overlaps(first, first)
        if not (is_first if before(patterns().times.since, text, named.place) else lies_in):
            wrong.append(named.word)
    return wrong
