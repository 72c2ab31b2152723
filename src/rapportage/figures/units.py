"""The units in which time is counted: each numbered over all years, with its first day and its code in a file."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

Unit = Literal["dag", "week", "maand", "kwartaal", "halfjaar", "jaar", "schooljaar", "boekjaar"]

MONTHS: dict[Unit, int] = {"maand": 1, "kwartaal": 3, "halfjaar": 6, "jaar": 12, "schooljaar": 12, "boekjaar": 12}
"""Of how many months a unit is; days and weeks are of none."""
SPLIT: tuple[Unit, ...] = ("schooljaar", "boekjaar")
"""Years that begin in another month than January, and so lie in two calendar years."""
SUMMED: tuple[Unit, ...] = ("maand", "kwartaal", "halfjaar", "jaar", "schooljaar", "boekjaar", "week", "dag")
"""In which a longer period can be added up, in the order in which that is tried."""
FIRST_YEAR, LAST_YEAR = 1800, 2099
"""Of which there are periods: the historical series of Statistics Netherlands begin in 1800."""
YEAR = r"(?:1[89]|20)\d\d"
"""Such a year, as a pattern."""
SCHOOL_YEAR_BEGINS = 7
"""On 1 August, seven months after the calendar year, as Dutch school laws say."""
_CODE = re.compile(
    rf"(?P<year>{YEAR})"
    r"(?:-W(?P<week>\d\d)|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?"
    rf"|SJ(?P<school>{YEAR})-(?P<school_end>\d\d)|BJ(?P<fiscal>{YEAR})-(?P<fiscal_month>\d\d)",
    re.ASCII,
)


class Place(NamedTuple):
    """One unit of time: its number among those of its kind; `begins` is how many months after January a year begins."""

    unit: Unit
    number: int
    begins: int = 0


def read_code(code: str) -> Place | None:
    """The unit of time that a code names: '2020-05', '2020-W23' … None when there is no such."""
    found = _CODE.fullmatch(code)
    try:
        return _place(found) if found else None
    except ValueError:  # a day or a week that does not exist
        return None


def _place(found: re.Match[str]) -> Place | None:
    if found["school"]:
        start = int(found["school"])
        return Place("schooljaar", start, SCHOOL_YEAR_BEGINS) if int(found["school_end"]) == (start + 1) % 100 else None
    if found["fiscal"]:
        month = int(found["fiscal_month"])
        return Place("boekjaar", int(found["fiscal"]), month - 1) if 2 <= month <= 12 else None
    year = int(found["year"])
    if found["day"]:
        return Place("dag", date(year, int(found["month"]), int(found["day"])).toordinal())
    if found["week"]:
        return Place("week", number_at("week", date.fromisocalendar(year, int(found["week"]), 1)))
    if found["month"]:
        return Place("maand", year * 12 + date(year, int(found["month"]), 1).month - 1)
    if found["quarter"]:
        return Place("kwartaal", year * 4 + int(found["quarter"]) - 1)
    if found["half"]:
        return Place("halfjaar", year * 2 + int(found["half"]) - 1)
    return Place("jaar", year)


@lru_cache(maxsize=1 << 12)
def code_of(unit: Unit, number: int, begins: int = 0) -> str:
    """How it is written in a file."""
    start = first_day(unit, number, begins)
    match unit:
        case "dag":
            return start.isoformat()
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
        case "schooljaar":
            return f"SJ{start.year}-{(start.year + 1) % 100:02}"
        case "boekjaar":
            return f"BJ{start.year}-{start.month:02}"


def first_day(unit: Unit, number: int, begins: int = 0) -> date:
    """Days and weeks are counted from Monday 1 January of the year 1, the other units from (that month of) year 0.

    Raises:
        ValueError, OverflowError: it is before the year 1.
    """
    if unit == "dag":
        return date.fromordinal(number)
    if unit == "week":
        return date.fromordinal(number * 7 + 1)
    year, month = divmod(number * MONTHS[unit] + begins, 12)
    return date(year, month + 1, 1)


def number_at(unit: Unit, day: date, begins: int = 0) -> int:
    """The number of the unit in which that day is."""
    if unit == "dag":
        return day.toordinal()
    if unit == "week":
        return (day.toordinal() - 1) // 7
    return (day.year * 12 + day.month - 1 - begins) // MONTHS[unit]
