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
    """The name with its months, and the year and the week of `old`, as far on as `new` is."""
    months = (new.end.year - old.end.year) * 12 + new.end.month - old.end.month
    years = {str(old.end.year): str(new.end.year)}

    def moved(found: re.Match[str]) -> str:
        part = found[0]
        for known in (MONTHS, SHORT_MONTHS):
            if part in known and old.unit == "maand":
                return known[(known.index(part) + months) % 12]
        if old.unit == "week" and part.casefold() == f"w{old.end.isocalendar().week:02}":
            return f"{part[0]}{new.end.isocalendar().week:02}"
        return years.get(part, part)

    return _PARTS.sub(moved, name)
