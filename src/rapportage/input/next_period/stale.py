"""Words that belong to one period: in the names of sources, and in titles and remarks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapportage.figures.period import YEAR, TimePeriod
from rapportage.figures.words.periods import MONTHS, SHORT_MONTHS

_PARTS = re.compile(r"[^\W_]+")
_PERIOD = re.compile(rf"\b(?:{'|'.join(MONTHS)}|week \d+|kwartaal|halfjaar|{YEAR})\b", re.IGNORECASE)


def speaks_of_a_period(text: str, *, or_figures: bool = True) -> bool:
    """Whether words name a month, week or year, or have a figure in them that may be of one."""
    return bool(_PERIOD.search(text)) or (or_figures and any(map(str.isdecimal, text)))


def renamed(names: Sequence[str], old: TimePeriod, new: TimePeriod) -> dict[str, str]:
    """New names for the sources that are named after a period: 'ind-juni' for 'ind-mei' in the file of June.

    None when two would then have the same name.
    """
    moved = {name: _moved(name, old, new) for name in names}
    if len(set(moved.values())) < len(names):
        return {}
    return {name: other for name, other in moved.items() if other != name}


def _moved(name: str, old: TimePeriod, new: TimePeriod) -> str:
    """The name with its period, or else its months, years and the like, as far on as `new` is."""
    for before, after in zip(_written(old), _written(new), strict=True):
        found = re.search(rf"(?<![^\W_]){re.escape(before)}(?![^\W_])", name, re.IGNORECASE)
        if found:
            written = after.lower() if found[0].islower() else after.upper()
            return f"{name[: found.start()]}{written}{name[found.end() :]}"
    months = (new.end.year - old.end.year) * 12 + new.end.month - old.end.month
    years = {str(old.end.year): str(new.end.year)}

    def moved(found: re.Match[str]) -> str:
        part = found[0]
        for known in (MONTHS, SHORT_MONTHS):
            if part in known and old.unit == "maand":
                return known[(known.index(part) + months) % 12]
        for before, after in zip(_parts_written(old), _parts_written(new), strict=True):
            if part.casefold() == before:
                return after.upper() if part[0].isupper() else after
        return years.get(part, part)

    return _PARTS.sub(moved, name)


def _written(period: TimePeriod) -> list[str]:
    """The ways in which a name may have the whole period in it."""
    start, year = period.start, period.end.isocalendar().year if period.unit == "week" else period.start.year
    parts = [f"{year}{joint}{part}" for part in _parts_written(period) for joint in ("-", "_", "")]
    parts += [f"{part}-{year}" for part in _parts_written(period)]
    match period.unit:
        case "dag":
            return [period.code, f"{start:%Y%m%d}", f"{start:%d-%m-%Y}"]
        case "maand":
            return [period.code, f"{start:%Y%m}", f"{start:%m-%Y}"]
        case "schooljaar" | "boekjaar":
            return [period.code, f"{year}-{year + 1}", f"{year}_{year + 1}", f"{year}-{(year + 1) % 100:02}"]
        case _:
            return [period.code, *parts]


def _parts_written(period: TimePeriod) -> list[str]:
    """The ways in which a name may say which quarter, half or week of its year the period is."""
    match period.unit:
        case "kwartaal":
            number = (period.start.month + 2) // 3
            return [f"q{number}", f"kw{number}", f"k{number}", f"kwartaal{number}"]
        case "halfjaar":
            return [f"h{1 if period.start.month == 1 else 2}"]
        case "week":
            week = period.end.isocalendar().week
            return [f"w{week:02}", f"wk{week:02}", f"w{week}", f"wk{week}"]
        case _:
            return []
