"""What is wrong with a code that looks like a period and is none, and how it is written: for who makes a report."""

from __future__ import annotations

import re
from datetime import date

from rapportage.figures.dates import days_in
from rapportage.figures.period import FIRST_YEAR, LAST_YEAR, TimePeriod

ONE_PERIOD = "schrijf 2020-05-31 (dag), 2020-W23 (week), 2020-05, 2020-Q2, 2020-H1, 2020 of SJ2020-21 (schooljaar)"
HOW_TO_WRITE = f"{ONE_PERIOD}, of een tijdvak: 2019-06/2020-05"
_CALENDAR = re.compile(
    r"(?P<year>\d{4})(?:[- ]?(?P<letter>[A-Z]{1,2})?(?P<part>\d\d?))?(?:-(?P<day>\d\d?))?", re.ASCII | re.I
)
_TWO_YEARS = re.compile(r"(?:SJ|schooljaar )?(?P<year>\d{4})\s?[-/]\s?'?(?P<next>\d{4}|\d\d)", re.ASCII | re.I)
_SPLIT = re.compile(r"(?P<kind>SJ|BJ)(?P<year>\d{4}).*", re.ASCII | re.I)
_UNITS = {"": ("maand", 12), "Q": ("kwartaal", 4), "H": ("halfjaar", 2)}
_LETTERS = {"K": "Q", "KW": "Q", "S": "H", "M": ""}
"""What others write for quarters, half-years and months."""


def why_no_period(code: str) -> str | None:
    """What is wrong with a code that is written as a period and is none: '2020-13'; None when it is not written so."""
    if found := _SPLIT.fullmatch(code):
        year = int(found["year"])
        if found["kind"].upper() == "BJ":
            return f"schrijf de maand waarin het boekjaar begint: BJ{year}-07 begint in juli {year}"
        return _school_year(year)
    if found := _TWO_YEARS.fullmatch(code):
        year = int(found["year"])
        if int(found["next"]) in (year + 1, (year + 1) % 100) and not 1 <= int(found["next"]) <= 12:
            return f"{_school_year(year)}; een boekjaar dat in juli begint is BJ{year}-07"
    found = _CALENDAR.fullmatch(code)
    return None if found is None else _wrong_part(found)


def perhaps_a_school_year(period: TimePeriod) -> str | None:
    """How to write a school year, where somebody wrote '2024/2025': that are two whole years."""
    if period.unit != "jaar" or period.last != period.first + 1:
        return None
    return f"{period.code} is twee hele jaren: {_school_year(period.first)}"


def _school_year(year: int) -> str:
    return f"schrijf SJ{year}-{(year + 1) % 100:02} voor het schooljaar {year}/{year + 1}"


def _wrong_part(found: re.Match[str]) -> str | None:
    year, letter, part = int(found["year"]), (found["letter"] or "").upper(), int(found["part"] or 0)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return f"een periode ligt in {FIRST_YEAR} tot en met {LAST_YEAR}"
    letter = _LETTERS.get(letter, letter)
    if letter == "W":
        weeks = date(year, 12, 28).isocalendar().week
        exists = 1 <= part <= weeks
        return (
            f"schrijf {year}-W{part:02}"
            if exists
            else f"week {part} van {year} bestaat niet: dat jaar heeft {weeks} weken"
        )
    if letter not in _UNITS:
        return None
    what, most = _UNITS[letter]
    if not 1 <= part <= most:
        first = f"{letter}1" if letter else "01"
        return f"{what} {part} bestaat niet: schrijf {year}-{first} tot en met {year}-{letter}{most}"
    if not found["day"] or letter:
        return f"schrijf {year}-{letter}{part}" if letter else f"schrijf {year}-{part:02}"
    days = days_in(year, part)
    exists = 1 <= int(found["day"]) <= days
    return (
        f"schrijf {year}-{part:02}-{int(found['day']):02}"
        if exists
        else f"die dag bestaat niet: {year}-{part:02} heeft {days} dagen"
    )
