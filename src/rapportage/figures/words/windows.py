"""The names of windows: which period 'afgelopen 12 maanden' and 'tot en met mei' mean, seen from another period."""

from __future__ import annotations

import re

from rapportage.figures.period import TimePeriod
from rapportage.figures.words.periods import MONTHS

LAST_TWELVE_MONTHS = "afgelopen 12 maanden"

_UP_TO = re.compile(r"(?:tot en met|t/m) (?P<month>[a-z]+)")


def window(name: str, period: TimePeriod) -> TimePeriod | None:
    """The window of that name as seen from `period`, also for a period written as such; None for any other name.

    'tot en met mei' begins in January of the year in which `period` ends, and does not pass the end of `period`.
    """
    words = " ".join(name.casefold().split())
    if words == LAST_TWELVE_MONTHS:
        return period.last_twelve_months()
    up_to = _UP_TO.fullmatch(words)
    if up_to is None:
        return TimePeriod.parse(name)
    if up_to["month"] not in MONTHS:
        return None
    month = MONTHS.index(up_to["month"]) + 1
    last = TimePeriod.parse(f"{period.end.year}-{month:02}")
    return last.year_to_date() if last and last.end <= period.end else None
