"""Dates of workbooks as their format shows them: 'mei-20', '31-05-2020'."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from rapportage.figures.languages.dutch import DUTCH

_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|_.|\*.|\[[$][^\]]*\]|\[(h+|m+|s+)\]|(y+|m+|d+|h+|s+)|AM/PM|(.)', re.DOTALL | re.IGNORECASE
)


def shown_date(moment: date | time | timedelta, code: str) -> str:
    """What is seen of a moment in a format; the ISO date where the format shows nothing of it."""
    if isinstance(moment, timedelta):
        return str(moment)
    parts: list[str] = []
    after_hour = False
    for quoted, escaped, _elapsed, letters, other in _TOKEN.findall(code.split(";", maxsplit=1)[0]):
        if letters:
            parts.append(_part(moment, letters.lower(), after_hour))
            after_hour = letters[0] in "hH"
        else:
            parts.append(quoted or escaped or ("" if other == "@" else other))
    shown = "".join(parts).strip()
    return shown if any(letter.isalnum() for letter in shown) else str(moment)


def _part(moment: date | time, letters: str, after_hour: bool) -> str:
    kind, width = letters[0], len(letters)
    if kind in ("h", "s") or (kind == "m" and after_hour):
        return _of_clock(moment, kind, width)
    if not isinstance(moment, date):
        return ""
    if kind == "y":
        return f"{moment.year:04}" if width > 2 else f"{moment.year % 100:02}"
    if kind == "m":
        names = DUTCH.periods.short_months if width == 3 else DUTCH.periods.months
        return names[moment.month - 1].rstrip(".") if width > 2 else f"{moment.month:0{width}}"
    return f"{moment.day:0{width}}" if width <= 2 else _DAYS[moment.weekday()][: 2 if width == 3 else None]


_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def _of_clock(moment: date | time, kind: str, width: int) -> str:
    if not isinstance(moment, datetime | time):
        return "0" * width
    number = {"h": moment.hour, "m": moment.minute, "s": moment.second}[kind]
    return f"{number:0{width}}"
