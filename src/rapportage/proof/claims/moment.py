"""A time that a text names, and the periods that it can be for a text about another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from rapportage.figures.period import BeforeTheCalendar, TimePeriod, Unit
from rapportage.figures.units import MONTHS as MONTHS_IN

UNITS: dict[str, Unit] = {
    "week": "week", "weken": "week", "maand": "maand", "maanden": "maand", "kwartaal": "kwartaal",
    "kwartalen": "kwartaal", "halfjaar": "halfjaar", "jaar": "jaar", "jaren": "jaar",
}  # fmt: skip


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
    def is_from_it(self) -> bool:
        """Whether it is another time for each time that a sentence may be about: 'dezelfde maanden van 2024'."""
        return self.is_relative or self.is_same

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
        if self.steps and self.unit:
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
        for year in _years(self.year, near) if self.last is None else self._first_years(near):
            is_school_year = self.unit == "schooljaar"
            named = TimePeriod.parse(f"SJ{year}-{(year + 1) % 100:02}" if is_school_year else f"{year:04}{self.rest}")
            if named is None:
                continue
            if self.last is None:
                yield named
                continue
            windows = [named.through(until) for until in self.last.periods(near) if until.end >= named.start]
            nearest = min((each for each in windows if each), key=lambda each: each.end, default=None)
            if nearest is not None:  # 'maart tot en met mei' is within a year
                yield nearest
                if self.last.year is not None:
                    return

    def _first_years(self, near: TimePeriod) -> list[int]:
        """The years that a range can begin in, of which only the end has one: of 'oktober tot en met mei 2024' two."""
        if self.year is not None or self.last is None or self.last.year is None:
            return _years(self.year, near)
        last = _years(self.last.year, near)[0]
        return [last, last - 1]

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
