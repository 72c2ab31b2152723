"""The period that a delivered file names in its own way: '2020MM05' (CBS), '2020-Q2' (SDMX), '2020 mei*' (StatLine)."""

from __future__ import annotations

import re
from functools import lru_cache

from rapportage.figures.languages.dutch import DUTCH
from rapportage.figures.languages.english import ENGLISH
from rapportage.figures.period import TimePeriod
from rapportage.figures.units import YEAR

_MONTHS = {
    name.lower(): number
    for periods in (ENGLISH.periods, DUTCH.periods)
    for names in (periods.months, periods.short_months)
    for number, name in enumerate(names, 1)
}
"""Also in English, as in the files of Eurostat and others: 'Mar' must not be taken for what was asked of April."""
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.ASCII), code)
    for pattern, code in (
        (rf"({YEAR})(?:JJ00)?", "{0}"),
        (rf"({YEAR})(?:MM|-?M)(\d\d)", "{0}-{1}"),
        (rf"({YEAR})(?:KW0|-?Q)([1-4])", "{0}-Q{1}"),
        (rf"({YEAR})(?:HJ0|-?[HS])([12])", "{0}-H{1}"),
        (rf"({YEAR})(?:W1|-?W)(\d\d)", "{0}-W{1}"),
        (rf"({YEAR}) ([1-4])e kwartaal", "{0}-Q{1}"),
    )
)
"""Whole years, months, quarters, half-years and weeks, in the codes of CBS, of SDMX, and in words."""
_SCHOOL_YEAR = re.compile(rf"({YEAR})SJ00|({YEAR})/'?(\d\d)", re.ASCII)
_MONTH_NAME = re.compile(rf"(?:({YEAR}) ([a-z]+)|([a-z]+)[ -]({YEAR}))", re.ASCII | re.IGNORECASE)
_SHORT_YEAR = re.compile(r"([a-z]+)(?:-| ?')(\d\d)", re.ASCII | re.IGNORECASE)
"""'mei-20', as a workbook shows the first day of a month."""
STAR = "*"
"""Behind the name of a period: its figures may still change."""


@lru_cache(maxsize=16384)
def named_period(text: str) -> TimePeriod | None:
    """The period that a text is the name of; None where it is not that of one."""
    bare = text.strip().rstrip(STAR).strip()
    if (plain := TimePeriod.parse(bare)) is not None:
        return plain
    for pattern, code in _FORMS:
        if found := pattern.fullmatch(bare):
            return TimePeriod.parse(code.format(*found.groups()))
    if found := _SCHOOL_YEAR.fullmatch(bare):
        begins = found[1] or found[2]
        ends = found[3] or f"{(int(begins) + 1) % 100:02}"
        return TimePeriod.parse(f"SJ{begins}-{ends}")
    if found := _MONTH_NAME.fullmatch(bare):
        year, name = found[1] or found[4], (found[2] or found[3]).lower()
        return TimePeriod.parse(f"{year}-{_MONTHS[name]:02}") if name in _MONTHS else None
    if (found := _SHORT_YEAR.fullmatch(bare)) and found[1].lower() in _MONTHS:
        return TimePeriod.parse(f"20{found[2]}-{_MONTHS[found[1].lower()]:02}")
    return None


def month_named(text: str) -> int | None:
    """The number of the month that a text is the bare name of: 'mei', 'mrt*'; None where it is not that of one."""
    return _MONTHS.get(text.strip().rstrip(STAR).strip().lower())
