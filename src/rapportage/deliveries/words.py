"""The words of a levering in which a period may stand: '{maandnaam} {jaar}' is 'mei 2020' for 2020-05."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapportage.deliveries.periods import named_period
from rapportage.document import normal
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.periods import MONTHS
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.faults import SpecFault

_PLACE = re.compile(r"\{([^{}]*)\}")
_PATTERNS = {
    "periode": r"\d{4}(?:-\w+)?",
    "jaar": r"\d{4}",
    "maand": r"\d\d",
    "maandnaam": "|".join(MONTHS),
    "Maandnaam": "|".join(name.capitalize() for name in MONTHS),
    "kwartaal": r"[1-4]",
    "halfjaar": r"[12]",
    "week": r"\d\d",
    "cbs": r"\d{4}(?:MM|KW|JJ|HJ)\d\d",
}
"""How each may look in the name of a file."""
CBS = {"maand": "MM", "kwartaal": "KW", "jaar": "JJ", "halfjaar": "HJ"}


def values_of(period: TimePeriod) -> dict[str, str]:
    """What each name between braces stands for; those that the period has none of are left out."""
    year = period.end.isocalendar().year if period.unit == "week" else period.start.year
    made = {"periode": period.code, "jaar": str(year)}
    number = {
        "maand": period.start.month,
        "kwartaal": (period.start.month + 2) // 3,
        "halfjaar": 1 if period.start.month == 1 else 2,
        "week": period.end.isocalendar().week,
        "jaar": 0,
    }.get(period.kind)
    if number is None:
        return made
    if period.kind in CBS:
        made["cbs"] = f"{year}{CBS[period.kind]}{number:02}"
    if period.kind == "maand":
        name = MONTHS[number - 1]
        return {**made, "maand": f"{number:02}", "maandnaam": name, "Maandnaam": name.capitalize()}
    return {**made, period.kind: f"{number:02}" if period.kind == "week" else str(number)} | {"jaar": str(year)}


def filled(words: Scalar, period: TimePeriod) -> str:
    """The words for that period.

    Raises:
        SpecFault: there is no such name, or the period has none of it.
    """
    if not moves(words):
        return normal.name(words.text)
    values = values_of(period)

    def value(found: re.Match[str]) -> str:
        name = found[1]
        if name not in values:
            what = f"{period.code} heeft geen {{{name}}}" if name in _PATTERNS else ""
            raise _no_such(found, words, values, what)
        return values[name]

    return normal.name(_PLACE.sub(value, words.text))


def moves(words: Scalar) -> bool:
    """Whether the words are others for another period."""
    return _PLACE.search(words.text) is not None


def pattern_of(words: Scalar) -> re.Pattern[str]:
    """What the name of a file looks like in which any period may stand; '*' is whatever.

    Raises:
        SpecFault: there is no such name between braces.
    """
    seen: set[str] = set()
    made, at = "", 0
    for found in _PLACE.finditer(words.text):
        name = found[1]
        if name not in _PATTERNS:
            raise _no_such(found, words, _PATTERNS)
        made += _plain(words.text[at : found.start()])
        made += f"(?P={name})" if name in seen else f"(?P<{name}>{_PATTERNS[name]})"
        seen.add(name)
        at = found.end()
    return re.compile(made + _plain(words.text[at:]))


def period_in(found: re.Match[str]) -> TimePeriod | None:
    """The period that the name of a file says."""
    said = {name: value for name, value in found.groupdict().items() if value}
    if "periode" in said:
        return TimePeriod.parse(said["periode"])
    if "cbs" in said:
        return named_period(said["cbs"])
    year = said.get("jaar")
    if year is None:
        return None
    name = (said.get("maandnaam") or said.get("Maandnaam") or "").lower()
    month = said.get("maand") or (f"{MONTHS.index(name) + 1:02}" if name else None)
    if month:
        return TimePeriod.parse(f"{year}-{month}")
    for key, letter in (("kwartaal", "Q"), ("halfjaar", "H"), ("week", "W")):
        if key in said:
            return TimePeriod.parse(f"{year}-{letter}{said[key]}")
    return TimePeriod.parse(year)


def _no_such(found: re.Match[str], words: Scalar, names: Iterable[str], what: str = "") -> SpecFault:
    """That what is between braces is no name, or none that the period has."""
    hint = "er is: " + ", ".join(f"{{{each}}}" for each in names)
    message = what or f"{{{found[1][:40]}}} bestaat niet"
    return SpecFault("I202", message, words.span_at(found.start(), len(found[0])), hint)


def _plain(text: str) -> str:
    return re.escape(text).replace(r"\*", "[^/]*")
