"""Times that a text names ('mei', 'het tweede kwartaal van 2020', 'een jaar eerder', '2018 tot en met 2024')."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from rapportage.figures.period import YEAR, BeforeTheCalendar, TimePeriod, Unit
from rapportage.figures.units import MONTHS as MONTHS_IN
from rapportage.figures.words.periods import MONTHS
from rapportage.proof.claims.lexicon import CARDINALS, ORDINALS

UNITS: dict[str, Unit] = {
    "week": "week", "weken": "week", "maand": "maand", "maanden": "maand", "kwartaal": "kwartaal",
    "kwartalen": "kwartaal", "halfjaar": "halfjaar", "jaar": "jaar", "jaren": "jaar",
}  # fmt: skip
_COUNT = "|".join(CARDINALS)
_OF_YEAR = rf"{YEAR}|dit jaar|vorig jaar|het (?:vorige|voorgaande) jaar"
_ONE = (
    rf"schooljaar\s+(?P<school>{YEAR})[/-]\d{{2,4}}"
    rf"|(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{'|'.join(MONTHS)})(?:\s+(?:van\s+)?(?P<month_of>{_OF_YEAR}))?"
    rf"|(?P<quarter>eerste|tweede|derde|vierde|[1-4]e)\s+kwartaal(?!\s+op\s+rij)(?:\s+(?:van\s+)?(?P<quarter_of>{_OF_YEAR}))?"
    rf"|(?P<last_quarter>laatste)\s+kwartaal\s+van\s+(?P<last_quarter_of>{_OF_YEAR}|het jaar)"
    rf"|(?P<short>[QHqh][1-4])(?:[\s-]+(?:van\s+)?(?P<short_of>{_OF_YEAR}))?"
    rf"|(?P<half>eerste|tweede)\s+(?:half\s?jaar|helft(?=\s+van\s+(?:het\s+jaar|{_OF_YEAR})))(?:\s+(?:van\s+)?(?P<half_of>{_OF_YEAR}))?"
    rf"|week\s+(?P<week>\d{{1,2}})(?:\s+(?:van\s+)?(?P<week_of>{YEAR}))?"
    rf"|(?<![\d.,/=])(?<!(?<!\d{{4}})-)(?P<year>{YEAR})(?![\d.,/]*\d|\s*=)"
)
_FIRST = rf"eerste\s+(?P<count>{_COUNT}|\d+)\s+(?P<counted>maanden|kwartalen|weken)"
_FIRST += rf"(?:\s+van\s+(?P<count_of>{_OF_YEAR}|het jaar))?"
_LAST = rf"(?:laatste|afgelopen|voorbije)\s+(?P<last>{_COUNT}|\d+)\s+(?P<last_unit>weken|maanden|kwartalen|jaar|jaren)"
_EARLIER = (
    rf"(?<!\bde )(?P<steps>{_COUNT}|\d+)\s+(?P<step>week|weken|maand|maanden|kwartaal|kwartalen|halfjaar|jaar|jaren)"
    r"\s+(?P<way>eerder|geleden|ervoor|daarvoor|later|erna|daarna|nadien)\b(?!\s+dan\b)"
    r"|(?:dezelfde|hetzelfde)\s+(?P<same>week|maand|kwartaal|halfjaar|periode|tijdvak|moment)"
    rf"\s+(?:van\s+|in\s+)?(?P<same_of>{_OF_YEAR})"
    r"|(?:dit|deze|het lopende|de lopende)\s+(?P<current>week|maand|kwartaal|halfjaar|jaar)"
    r"|(?P<previous>vorig|vorige|voorgaand|voorgaande|afgelopen)\s+(?P<previous_unit>week|maand|kwartaal|halfjaar|jaar)"
    r"|(?:de|het)\s+(?P<before>week|maand|kwartaal|halfjaar|jaar)\s+(?:ervoor|daarvoor|eerder)"
    r"|(?:de|het)\s+(?P<after>week|maand|kwartaal|halfjaar|jaar)\s+(?:erna|daarna|erop|daarop)"
)
_TIME = re.compile(rf"\b(?:{_FIRST}|{_LAST}|{_EARLIER}|{_ONE})\b", re.IGNORECASE)
_ELLIPSIS = re.compile(
    r"\bhet\s+(eerste|tweede|derde|vierde)"
    r"(?=\s+(?:op|was|waren|nog|kwam|kwamen|met|van)\b|\s*[\u0001,.;)]|\s*$)",
    re.IGNORECASE,
)
_LATER = frozenset(("later", "erna", "daarna", "nadien"))
_AND_ON = re.compile(r"\s*(?:tot en met|t/m|–|-|tot|en met)\s*(?:het\s+|de\s+)?", re.IGNORECASE)


class Moment(Struct, frozen=True):
    """A time that a text names from `start` to `end`.

    `rest` is the end of its code ('-05', '-Q2'; empty for a year), `year` None where none is said, 0 for this year and
    -1 for the last. `steps` counts back from the time of what the sentence is about, or on when it is below 0. `last`
    is the other end of a range.
    """

    start: int
    end: int
    rest: str = ""
    year: int | None = None
    unit: Unit | None = None
    steps: int = 0
    """So many units earlier than what the sentence is about."""
    count: int = 0
    """So many units from the start of the year, or (`ends_now`) up to now."""
    ends_now: bool = False
    is_from_now: bool = False
    """Of one that counts: from the time of the report, whatever else the text is about: 'vorige maand', 'geleden'."""
    may_be_now: bool = False
    is_same: bool = False
    """What the report is about, in another year: 'dezelfde maand van 2023'."""
    last: Moment | None = None

    @property
    def is_relative(self) -> bool:
        return self.steps != 0

    @property
    def is_bare(self) -> bool:
        """Whether it is only a year, which may be a number."""
        return self.unit == "jaar" and not (self.rest or self.steps or self.count or self.last or not self.year)

    def periods(self, near: TimePeriod) -> list[TimePeriod]:
        """What it can be, for a text about `near`: of a month without a year that of the year around it."""
        try:
            return list(self._periods(near))
        except BeforeTheCalendar:
            return []

    def _periods(self, near: TimePeriod) -> Iterator[TimePeriod]:
        if self.is_relative and self.unit:
            moved = _moved(near, self.unit, self.steps)
            if moved:
                yield moved
            if self.is_from_now and self.unit == "jaar" and self.steps == 1:
                yield near.calendar_year_before()
            if self.may_be_now and near.unit == self.unit:
                yield near  # 'afgelopen kwartaal', when that has just ended
            return
        if self.is_same or (self.year is None and not (self.rest or self.count or self.last)):
            yield from self._around(near)
            return
        if self.count and self.unit:
            if self.ends_now:
                if near.unit == self.unit:
                    last = near.parts()[-1]
                    first = last
                    for _ in range(self.count - 1):
                        first = first.previous()
                    window = first.through(last)
                    if window:
                        yield window
                return
            for year in _years(self.year, near):
                begin = TimePeriod.parse(f"{year}-{_FIRST_CODE[self.unit]}")
                joined = _units_from(begin, self.count) if begin else None
                if joined:
                    yield joined
            return
        for year in _years(self.year if self.year is not None else (self.last.year if self.last else None), near):
            is_school_year = self.unit == "schooljaar"
            named = TimePeriod.parse(f"SJ{year}-{(year + 1) % 100:02}" if is_school_year else f"{year:04}{self.rest}")
            if named is None:
                continue
            if self.last is None:
                yield named
                continue
            for until in self.last.periods(near):
                window = named.through(until)
                if window and until.end >= named.start:
                    yield window

    def _around(self, near: TimePeriod) -> Iterator[TimePeriod]:
        """What `near` is in another year, or the week, month or year that it is in."""
        if not self.is_same:
            if self.unit and self.unit not in ("dag",):
                yield TimePeriod.at(self.unit, near.end)
            return
        period: TimePeriod | None = near
        for _ in range(near.end.year - _years(self.year, near)[0]):
            period = period.year_before() if period else None
        if period:
            yield period


_FIRST_CODE = {"maand": "01", "kwartaal": "Q1", "week": "W01"}


def _units_from(begin: TimePeriod, count: int) -> TimePeriod | None:
    """The window of so many units."""
    end = begin
    for _ in range(count - 1):
        end = _next(end)
    return begin.through(end)


def _next(period: TimePeriod) -> TimePeriod:
    later = period.until(date(period.end.year + 2, 1, 1))
    return later.parts()[1] if later else period


def _years(year: int | None, near: TimePeriod) -> list[int]:
    now = near.end.year
    if year is not None:
        return [year if year > 0 else now + year]
    return [now, now - 1, now + 1, now - 2]


def _moved(near: TimePeriod, unit: Unit, steps: int) -> TimePeriod | None:
    """So many units earlier; later where `steps` is below 0."""
    size, own = MONTHS_IN.get(unit), MONTHS_IN.get(near.unit)
    if size and own and size % own == 0:
        length = near.last - near.first
        start = near.start.year * 12 + near.start.month - 1 - steps * size
        first = TimePeriod.at(near.unit, date(start // 12, start % 12 + 1, 1), near.begins) if start >= 12 else None
        return _units_from(first, length + 1) if first else None
    period: TimePeriod | None = near
    for _ in range(abs(steps)):
        if period is None:
            return None
        if unit == near.unit == near.kind:
            period = period.previous() if steps > 0 else _next(period)
        elif unit == "jaar" and steps > 0:
            period = period.year_before()
        else:
            return None
    return period


def moments(text: str) -> Iterator[Moment]:
    """The times in `text`, from left to right; a range is one. After a quarter 'in het derde' is one too."""
    quarter: Moment | None = None
    for moment in _moments(text):
        start = quarter.end if quarter else 0
        for found in _ELLIPSIS.finditer(text, start, moment.start) if quarter else ():
            yield _elided(found, quarter)
        yield moment
        quarter = moment if moment.unit == "kwartaal" and moment.rest else None
    for found in _ELLIPSIS.finditer(text, quarter.end) if quarter else ():
        yield _elided(found, quarter)


def _elided(found: re.Match[str], like: Moment | None) -> Moment:
    year = like.year if like else None
    return Moment(found.start(1), found.end(1), f"-Q{ORDINALS[found[1].casefold()]}", year, "kwartaal")


def _moments(text: str) -> Iterator[Moment]:
    end = 0
    while found := _TIME.search(text, end):
        moment = _moment(found)
        end = found.end()
        joined = _AND_ON.match(text, end)
        if joined and not moment.is_relative and not moment.count:
            other = _TIME.match(text, joined.end())
            if other:
                last = _moment(other)
                if not last.is_relative and not last.count:
                    end = other.end()
                    moment = Moment(moment.start, end, moment.rest, moment.year, moment.unit, last=last)
        yield moment


def _moment(found: re.Match[str]) -> Moment:
    start, end = found.span()
    if found["count"]:
        year = found["count_of"]
        return Moment(
            start, end, unit=UNITS[found["counted"].casefold()], count=_number(found["count"]),
            year=_year(year),
        )  # fmt: skip
    if found["last"]:
        unit = UNITS[found["last_unit"].casefold()]
        return Moment(start, end, unit=unit, count=_number(found["last"]), ends_now=True)
    if found["steps"]:
        way = found["way"].casefold()
        steps = _number(found["steps"]) * (-1 if way in _LATER else 1)
        return Moment(start, end, unit=UNITS[found["step"].casefold()], steps=steps, is_from_now=way == "geleden")
    if found["previous"] or found["before"] or found["after"]:
        unit = UNITS[(found["previous_unit"] or found["before"] or found["after"]).casefold()]
        is_from_now = (found["previous"] or "").casefold() in ("vorig", "vorige", "afgelopen")
        may_be_now = (found["previous"] or "").casefold() == "afgelopen"
        steps = -1 if found["after"] else 1
        return Moment(start, end, unit=unit, steps=steps, is_from_now=is_from_now, may_be_now=may_be_now)
    if found["same"]:
        return Moment(start, end, year=_year(found["same_of"]), is_same=True)
    if found["current"]:
        return Moment(start, end, unit=UNITS[found["current"].casefold()])
    if found["last_quarter"]:
        return Moment(start, end, "-Q4", _year(found["last_quarter_of"]), "kwartaal")
    if found["short"]:
        unit = "kwartaal" if found["short"][0] in "Qq" else "halfjaar"
        return Moment(start, end, f"-{found['short'].upper()}", _year(found["short_of"]), unit)
    if found["school"]:
        return Moment(start, end, "", int(found["school"]), "schooljaar")
    if found["month"]:
        return Moment(
            start, end, f"-{MONTHS.index(found['month'].casefold()) + 1:02}", _year(found["month_of"]), "maand"
        )
    if found["quarter"]:
        word = found["quarter"].casefold()
        number = int(word[0]) if word[0].isdigit() else ORDINALS[word]
        return Moment(start, end, f"-Q{number}", _year(found["quarter_of"]), "kwartaal")
    if found["half"]:
        return Moment(start, end, f"-H{ORDINALS[found['half'].casefold()]}", _year(found["half_of"]), "halfjaar")
    if found["week"]:
        return Moment(start, end, f"-W{int(found['week']):02}", _year(found["week_of"]), "week")
    return Moment(start, end, "", int(found["year"]), "jaar")


def _year(word: str | None) -> int | None:
    """A year, 0 for this one, -1 for the last; None where none is said."""
    if not word or word.casefold() == "het jaar":
        return None
    return int(word) if word.isdigit() else 0 if word.casefold().startswith("dit") else -1


def _number(word: str) -> int:
    return int(word) if word.isdigit() else CARDINALS[word.casefold()]
