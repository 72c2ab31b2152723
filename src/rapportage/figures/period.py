"""A period of time: a day, ISO week, month, quarter, half-year or year, or a window of several of one kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from rapportage.figures.units import FIRST_YEAR, LAST_YEAR, MONTHS, YEAR, Unit, code_of, first_day, number_at, read_code

__all__ = ["FIRST_YEAR", "LAST_YEAR", "YEAR", "BeforeTheCalendar", "PeriodKind", "TimePeriod", "Unit"]

PeriodKind = Literal["dag", "week", "maand", "kwartaal", "halfjaar", "jaar", "schooljaar", "boekjaar", "venster"]
_DAY = timedelta(days=1)


class BeforeTheCalendar(ValueError):
    """Steps back that lead to before the year 1."""


@dataclass(frozen=True, slots=True, order=True)
class TimePeriod:
    """The days from `start` to `end`, both included. Made by `parse`, or from another period.

    Equal and ordered by those days alone, so that 2020-01/2020-06 is the same period as 2020-H1. Within `unit` the
    periods are numbered consecutively over all years; `first` and `last` are the numbers of the outer ones. `begins`
    is how many months after January a school or fiscal year begins.
    """

    start: date
    end: date
    unit: Unit = field(compare=False)
    first: int = field(compare=False)
    last: int = field(compare=False)
    begins: int = field(compare=False, default=0)

    def __hash__(self) -> int:
        return hash(self.start)  # it is in the key of every figure: a date knows its hash

    @staticmethod
    @lru_cache(maxsize=16384)
    def parse(code: str) -> TimePeriod | None:
        """What a code means; None where it means nothing.

        '2020-05-01', '2020-W23' (ISO 8601), '2020-05', '2020-Q2', '2020-H1', '2020', 'SJ2024-25' (a school year),
        'BJ2024-07' (a fiscal year from July) or a window of two of one kind: '2019-06/2020-05'.
        """
        outer = [read_code(part) for part in code.split("/", 2)]
        first, last = outer[0], outer[-1]
        if len(outer) > 2 or first is None or last is None:
            return None
        if (first.unit, first.begins) != (last.unit, last.begins) or first.number > last.number:
            return None
        return _period(first.unit, first.number, last.number, first.begins)

    @staticmethod
    def at(unit: Unit, day: date, begins: int = 0) -> TimePeriod:
        """The one period of that unit in which a day is."""
        number = number_at(unit, day, begins)
        return _period(unit, number, number, begins)

    @staticmethod
    def joined(periods: Iterable[TimePeriod]) -> TimePeriod | None:
        """The period that consists of exactly these: April and May make 2020-04/2020-05. None if there is none."""
        ordered = sorted(set(periods))
        if not ordered or len({(period.unit, period.begins) for period in ordered}) > 1:
            return None
        if any(after.first != before.last + 1 for before, after in pairwise(ordered)):
            return None
        return ordered[0]._counted(ordered[0].first, ordered[-1].last)

    def through(self, last: TimePeriod) -> TimePeriod | None:
        """The window from the start of this period to the end of `last`; None where it ends before it begins."""
        if (self.unit, self.begins) != (last.unit, last.begins) or self.first > last.last:
            return None
        return self._counted(self.first, last.last)

    def until(self, day: date) -> TimePeriod | None:
        """The window from the start of this period to the last of its units that has ended on `day`."""
        last = number_at(self.unit, day, self.begins)
        if self._counted(last, last).end > day:
            last -= 1
        return self._counted(self.first, last) if self.first <= last else None

    def divided(self, unit: Unit) -> TimePeriod | None:
        """The same days counted in another unit: 2020-01/2020-03 for 2020-Q1; None where they are no whole ones."""
        if unit == self.unit:
            return self
        begins = first_day("maand", _month(self.start)).month - 1 if MONTHS.get(unit) == 12 and unit != "jaar" else 0
        window = _period(unit, number_at(unit, self.start, begins), number_at(unit, self.end, begins), begins)
        return window if window == self else None

    @property
    def kind(self) -> PeriodKind:
        return self.unit if self.first == self.last else "venster"

    @property
    def code(self) -> str:
        """How the period is written in a file: '2020-05'."""
        first = code_of(self.unit, self.first, self.begins)
        return first if self.first == self.last else f"{first}/{code_of(self.unit, self.last, self.begins)}"

    @property
    def length(self) -> tuple[Unit, int]:
        """What periods have in common whose figures can be compared: so many months, weeks or days."""
        if self.unit in MONTHS:
            return "maand", _month(self.end) - _month(self.start) + 1
        months = self._whole_months
        return ("maand", months) if months else (self.unit, self.last - self.first + 1)

    def parts(self) -> tuple[TimePeriod, ...]:
        """The units that a window consists of; any other period consists of itself."""
        return tuple(self._counted(number, number) for number in range(self.first, self.last + 1))

    def months(self) -> tuple[TimePeriod, ...]:
        """The months of the period; none for weeks, and for days that make no whole months."""
        if self.unit not in MONTHS and not self._whole_months:
            return ()
        return tuple(_period("maand", number, number) for number in range(_month(self.start), _month(self.end) + 1))

    def contains(self, other: TimePeriod) -> bool:
        return self.start <= other.start and other.end <= self.end

    def previous(self) -> TimePeriod:
        """The period of the same length just before: April for May 2020, the twelve months before for twelve months."""
        if months := self._whole_months:
            return self._months_earlier(months)
        return self._earlier(self.last - self.first + 1)

    def year_before(self) -> TimePeriod | None:
        """The same days, months or ISO weeks a year earlier; None where that year has no 29 February or week 53."""
        if self.unit in MONTHS:
            return self._earlier(12 // MONTHS[self.unit])
        if self._whole_months:
            return self._months_earlier(12)
        before = _day_a_year_before if self.unit == "dag" else _week_a_year_before
        first, last = before(self.first), before(self.last)
        return None if first is None or last is None else self._counted(first, last)

    def last_twelve_months(self) -> TimePeriod | None:
        """The twelve months that end with this period; None for weeks, which end within a month."""
        if self.unit == "week":
            return None
        if self.unit == "dag" and not _ends_month(self.end):
            before = _day_a_year_before(self.last)  # there is one: 29 February ends a month
            return self._counted(before + 1, self.last) if before is not None else None
        last = _month(self.end)
        return _period("maand", last - 11, last)

    def calendar_year_before(self) -> TimePeriod:
        """The last whole year that ended before the year in which the period ends: 2019 for the first half of 2020."""
        year = self.end.isocalendar().year if self.unit == "week" else self.end.year
        return _period("jaar", year - 1, year - 1)

    def year_to_date(self) -> TimePeriod:
        """From the first unit of the (ISO) year in which the period ends up to its end."""
        if self.unit == "week":
            first = date.fromisocalendar(self.end.isocalendar().year, 1, 1)
        else:
            first = date(self.end.year, 1, 1)
        return self._counted(number_at(self.unit, first, self.begins), self.last)

    @property
    def _whole_months(self) -> int:
        """How many months a window of days is; 0 for any other period."""
        if self.unit != "dag" or self.start.day != 1 or not _ends_month(self.end):
            return 0
        return _month(self.end) - _month(self.start) + 1

    def _months_earlier(self, months: int) -> TimePeriod:
        """Days that make whole months, so many months earlier: February for 1 to 31 March."""
        moved = _period("maand", _month(self.start) - months, _month(self.end) - months)
        return self._counted(moved.start.toordinal(), moved.end.toordinal())

    def _earlier(self, units: int) -> TimePeriod:
        return self._counted(self.first - units, self.last - units)

    def _counted(self, first: int, last: int) -> TimePeriod:
        """Another period of the same unit."""
        return _period(self.unit, first, last, self.begins)


def _period(unit: Unit, first: int, last: int, begins: int = 0) -> TimePeriod:
    try:
        end = first_day(unit, last + 1, begins) - _DAY
        return TimePeriod(first_day(unit, first, begins), end, unit, first, last, begins)
    except (ValueError, OverflowError):
        raise BeforeTheCalendar from None


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _ends_month(day: date) -> bool:
    return (day + _DAY).day == 1


def _week_a_year_before(number: int) -> int | None:
    year, week, _ = first_day("week", number).isocalendar()
    try:
        return number_at("week", date.fromisocalendar(year - 1, week, 1))
    except ValueError:
        return None


def _day_a_year_before(number: int) -> int | None:
    day = date.fromordinal(number)
    try:
        return day.replace(year=day.year - 1).toordinal()
    except ValueError:
        return None
