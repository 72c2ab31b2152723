"""A period of time: a month, ISO week, quarter, half-year, year, or a window of several of one kind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Literal

Unit = Literal["week", "maand", "kwartaal", "halfjaar", "jaar"]
PeriodKind = Literal["week", "maand", "kwartaal", "halfjaar", "jaar", "venster"]

_MONTHS: dict[Unit, int] = {"maand": 1, "kwartaal": 3, "halfjaar": 6, "jaar": 12}
FIRST_YEAR, LAST_YEAR = 1800, 2099
"""Of which there are periods: the historical series of Statistics Netherlands begin in 1800."""
YEAR = r"(?:1[89]|20)\d\d"
"""Such a year, as a pattern."""
_CODE = re.compile(
    rf"(?P<year>{YEAR})(?:-W(?P<week>\d\d)|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<month>\d\d))?", re.ASCII
)


class BeforeTheCalendar(ValueError):
    """Steps back that lead to before the year 1."""


@dataclass(frozen=True, slots=True, order=True)
class TimePeriod:
    """The days from `start` to `end`, both included. Made by `parse`, or from another period.

    Equal and ordered by those days alone, so that 2020-01/2020-06 is the same period as 2020-H1. Within `unit` the
    periods are numbered consecutively over all years; `first` and `last` are the numbers of the outer ones.
    """

    start: date
    end: date
    unit: Unit = field(compare=False)
    first: int = field(compare=False)
    last: int = field(compare=False)

    @staticmethod
    @lru_cache(maxsize=4096)
    def parse(code: str) -> TimePeriod | None:
        """'2020-05', '2020-W23' (ISO 8601), '2020-Q2', '2020-H1', '2020' or a window '2019-06/2020-05', else None."""
        outer = [_parse_one(part) for part in code.split("/", 2)]
        first, last = outer[0], outer[-1]
        if len(outer) > 2 or first is None or last is None:
            return None
        if first.unit != last.unit or first.first > last.last:
            return None
        return _period(first.unit, first.first, last.last)

    @staticmethod
    def joined(periods: Iterable[TimePeriod]) -> TimePeriod | None:
        """The period that consists of exactly these: April and May make 2020-04/2020-05. None if there is none."""
        ordered = sorted(set(periods))
        if not ordered or len({period.unit for period in ordered}) > 1:
            return None
        if any(after.first != before.last + 1 for before, after in pairwise(ordered)):
            return None
        return _period(ordered[0].unit, ordered[0].first, ordered[-1].last)

    def through(self, last: TimePeriod) -> TimePeriod | None:
        """The window from the start of this period to the end of `last`; None where it ends before it begins."""
        if self.unit != last.unit or self.first > last.last:
            return None
        return _period(self.unit, self.first, last.last)

    def until(self, day: date) -> TimePeriod | None:
        """The window from the start of this period to the last of its units that has ended on `day`."""
        last = _week(day) if self.unit == "week" else _month(day) // _MONTHS[self.unit]
        if _period(self.unit, last, last).end > day:
            last -= 1
        return _period(self.unit, self.first, last) if self.first <= last else None

    @property
    def kind(self) -> PeriodKind:
        return self.unit if self.first == self.last else "venster"

    @property
    def code(self) -> str:
        """How the period is written in a file: '2020-05'."""
        first = _code(self.unit, self.first)
        return first if self.first == self.last else f"{first}/{_code(self.unit, self.last)}"

    def parts(self) -> tuple[TimePeriod, ...]:
        """The units that a window consists of; any other period consists of itself."""
        return tuple(_period(self.unit, number, number) for number in range(self.first, self.last + 1))

    def months(self) -> tuple[TimePeriod, ...]:
        """The months of the period; none for weeks."""
        if self.unit == "week":
            return ()
        return tuple(_period("maand", number, number) for number in range(_month(self.start), _month(self.end) + 1))

    def contains(self, other: TimePeriod) -> bool:
        return self.start <= other.start and other.end <= self.end

    def previous(self) -> TimePeriod:
        """The period of the same length just before: April for May 2020, the twelve months before for twelve months."""
        return self._earlier(self.last - self.first + 1)

    def year_before(self) -> TimePeriod | None:
        """The same months or ISO weeks a year earlier; None where that year has no week 53."""
        if self.unit != "week":
            return self._earlier(12 // _MONTHS[self.unit])
        first, last = _week_a_year_before(self.first), _week_a_year_before(self.last)
        return None if first is None or last is None else _period("week", first, last)

    def last_twelve_months(self) -> TimePeriod | None:
        """The twelve months that end with this period; None for weeks, which end within a month."""
        last = _month(self.end)
        return None if self.unit == "week" else _period("maand", last - 11, last)

    def calendar_year_before(self) -> TimePeriod:
        """The last whole year that ended before the year in which the period ends: 2019 for the first half of 2020."""
        year = self.end.isocalendar().year if self.unit == "week" else self.end.year
        return _period("jaar", year - 1, year - 1)

    def year_to_date(self) -> TimePeriod:
        """From the first unit of the (ISO) year in which the period ends up to its end."""
        if self.unit == "week":
            first = _week(date.fromisocalendar(self.end.isocalendar().year, 1, 1))
        else:
            first = self.end.year * 12 // _MONTHS[self.unit]
        return _period(self.unit, first, self.last)

    def _earlier(self, units: int) -> TimePeriod:
        return _period(self.unit, self.first - units, self.last - units)


def _period(unit: Unit, first: int, last: int) -> TimePeriod:
    try:
        return TimePeriod(_start(unit, first), _start(unit, last + 1) - timedelta(days=1), unit, first, last)
    except (ValueError, OverflowError):
        raise BeforeTheCalendar from None


def _parse_one(code: str) -> TimePeriod | None:
    found = _CODE.fullmatch(code)
    if found is None:
        return None
    year = int(found["year"])
    if found["week"]:
        try:
            monday = date.fromisocalendar(year, int(found["week"]), 1)
        except ValueError:
            return None
        return _period("week", _week(monday), _week(monday))
    if found["month"] and not 1 <= int(found["month"]) <= 12:
        return None
    units: tuple[tuple[str, Unit], ...] = (("month", "maand"), ("quarter", "kwartaal"), ("half", "halfjaar"))
    for group, unit in units:
        if found[group]:
            number = year * (12 // _MONTHS[unit]) + int(found[group]) - 1
            return _period(unit, number, number)
    return _period("jaar", year, year)


def _code(unit: Unit, number: int) -> str:
    start = _start(unit, number)
    match unit:
        case "week":
            year, week, _ = start.isocalendar()
            return f"{year}-W{week:02}"
        case "maand":
            return f"{start.year}-{start.month:02}"
        case "kwartaal":
            return f"{start.year}-Q{(start.month + 2) // 3}"
        case "halfjaar":
            return f"{start.year}-H{(start.month + 5) // 6}"
        case "jaar":
            return f"{start.year}"


def _start(unit: Unit, number: int) -> date:
    """The first day. Weeks are counted from Monday 1 January of the year 1, the other units from January of year 0."""
    if unit == "week":
        return date.fromordinal(number * 7 + 1)
    year, month = divmod(number * _MONTHS[unit], 12)
    return date(year, month + 1, 1)


def _week(monday: date) -> int:
    return monday.toordinal() // 7


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _week_a_year_before(number: int) -> int | None:
    year, week, _ = _start("week", number).isocalendar()
    try:
        return _week(date.fromisocalendar(year - 1, week, 1))
    except ValueError:
        return None
