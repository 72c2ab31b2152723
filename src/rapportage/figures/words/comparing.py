"""Names of rows of periods: 'laatste 5', 'maanden', 'dezelfde periode 3 jaar'; and the heads of their columns."""

from __future__ import annotations

import re

from rapportage.figures.period import BeforeTheCalendar, TimePeriod, Unit
from rapportage.figures.units import SCHOOL_YEAR_BEGINS
from rapportage.figures.words.periods import HARD_SPACE, short_month, short_period_name

MOST = 60
"""Periods that one comparison or chart may name."""
_UNITS: dict[str, Unit] = {
    "dagen": "dag", "weken": "week", "maanden": "maand", "kwartalen": "kwartaal", "halfjaren": "halfjaar",
    "jaren": "jaar", "schooljaren": "schooljaar", "boekjaren": "boekjaar",
}  # fmt: skip
_OVER_TWO_YEARS = ("schooljaar", "boekjaar")
_LATEST = re.compile(rf"laatste (?P<count>\d{{1,2}})(?: (?P<unit>{'|'.join(_UNITS)}))?")
_SAME = re.compile(r"dezelfde periode,? (?:in )?(?P<count>\d{1,2}) jaar")


def row_of_periods(words: str, edition: TimePeriod) -> tuple[TimePeriod, ...] | None:
    """The periods that these words mean as seen from the edition, oldest first; None for any other words.

    'laatste 5' are the edition and the four before it; 'laatste 5 jaren' the last that have ended with it; 'maanden'
    those of the edition; 'dezelfde periode 3 jaar' the edition and the same period in the two years before.
    """
    text = " ".join(words.casefold().split())
    if latest := _LATEST.fullmatch(text):
        return _latest(int(latest["count"]), latest["unit"], edition)
    if same := _SAME.fullmatch(text):
        return _same(int(same["count"]), edition)
    if text in _UNITS:
        return _within(_UNITS[text], edition)
    return None


def _latest(count: int, unit: str | None, edition: TimePeriod) -> tuple[TimePeriod, ...] | None:
    last: TimePeriod | None = edition
    if unit is not None:
        last = _last_ended(_UNITS[unit], edition)
    found: list[TimePeriod] = []
    while last is not None and len(found) < count:
        found.append(last)
        try:
            last = last.previous()
        except BeforeTheCalendar:
            return None
    return tuple(reversed(found)) or None


def _same(count: int, edition: TimePeriod) -> tuple[TimePeriod, ...] | None:
    found: list[TimePeriod] = []
    period: TimePeriod | None = edition
    while period is not None and len(found) < count:
        found.append(period)
        period = period.year_before()
    return tuple(reversed(found)) or None


def _within(unit: Unit, edition: TimePeriod) -> tuple[TimePeriod, ...] | None:
    first = _unit_at(unit, edition)
    window = first.until(edition.end) if first else None
    return tuple(each for each in window.parts() if edition.contains(each)) or None if window else None


def _last_ended(unit: Unit, edition: TimePeriod) -> TimePeriod | None:
    first = _unit_at(unit, edition)
    if first is None:
        return None
    window = first.until(edition.end)
    return window.parts()[-1] if window else first.previous()


def _unit_at(unit: Unit, edition: TimePeriod) -> TimePeriod | None:
    """The period of that unit in which the edition begins; only of an edition of fiscal years when those begin."""
    if unit == "boekjaar" and edition.unit != unit:
        return None
    begins = {"schooljaar": SCHOOL_YEAR_BEGINS, "boekjaar": edition.begins}.get(unit, 0)
    return TimePeriod.at(unit, edition.start, begins)


def column_name(period: TimePeriod) -> str:
    """The head of a column: 'jan–jun 2020', 'mei 2020', '2e kwartaal 2020', 'week 5 2024', '2019', '2018/2019'."""
    if period.unit in _OVER_TWO_YEARS:
        return f"{period.start.year}/{period.start.year + 1}"
    if period.unit != "halfjaar" or period.start.year != period.end.year:
        return short_period_name(period)
    first, last = short_month(period.start.month), short_month(period.end.month)
    return f"{first}–{last}{HARD_SPACE}{period.end.year}"
