"""What the numbers in words are: years, dates, articles of law, or literals that no data explain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from rapportage.figures.words.periods import A_YEAR

DATE, LAW, NAME, COUNT, UNIT, PRECISION = (
    "jaar, datum of periode",
    "nummer van een wet, artikel of Kamerstuk",
    "naam uit de gegevens",
    "telling van rijen of perioden",
    "eenheid",
    "afronding van een bron",
)
_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|jan|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec)"
)
_S = r"[\s\u00a0]"
_LISTED = rf"(?:(?:,{_S}|{_S}(?:en|of){_S})\d+[a-z]?\b(?!\.))*"
_PATTERNS = (
    (
        LAW,
        r"(?:artikel(?:en)?|art\.|lid|Kamerstuk(?:ken)?|[Rr]ichtlijn|[Vv]erordening|nr\.|Kenmerk)"
        rf"{_S}+(?:\([A-Z]+\){_S}+)?[A-Z]{{0,3}}\d[\d.:/–-]*\w*{_LISTED}",
    ),
    (LAW, rf"vergaderjaar{_S}{A_YEAR}[–-]{A_YEAR}"),
    (LAW, r"\b\d{2,4}/\d{1,4}(?:/(?:EU|EG|EEG))?\b"),
    (UNIT, rf"\bx{_S}1\.000(?:\.000)?\b"),
    (PRECISION, r"\bafgerond op \d(?:[\d.]*\d)?(?=; vanaf |\.$)"),
    (
        DATE,
        rf"\b\d{{1,2}}(?:{_S}{_MONTH})?{_S}(?:t/m|tot en met|en){_S}\d{{1,2}}{_S}{_MONTH}\b(?:{_S}{A_YEAR})?",
    ),
    (DATE, rf"\b\d{{1,2}}{_S}{_MONTH}\b(?:{_S}{A_YEAR}\b)?"),
    (DATE, rf"\b{_MONTH}{_S}{A_YEAR}\b"),
    (DATE, rf"\b{A_YEAR}-\d\d(?:-\d\d)?\b"),
    (DATE, rf"\bweek{_S}\d{{1,2}}(?:{_S}t/m{_S}\d{{1,2}})?(?:{_S}van)?(?:{_S}{A_YEAR})?\b"),
    (DATE, rf"\b[1-4]e{_S}(?:kwartaal|kw|helft|halfjaar)(?:{_S}(?:van{_S})?{A_YEAR})?\b"),
    (DATE, rf"(?<![\d.,]){A_YEAR}(?:[–/-](?:{A_YEAR}|\d\d))?(?![\d%]|[.,]\d)"),
)
"""The first that fits counts: a year within a longer date is part of that."""
_KNOWN = re.compile("|".join(f"(?P<k{place}>{pattern})" for place, (_, pattern) in enumerate(_PATTERNS)))
_COUNTED = re.compile(
    r"^\d+ rij(?:en)?,|^\d+ bijgestelde cijfers|\bnog \d+(?![\d.,]\d)"
    r"|\bin \d+ perioden\b|^Balk van 100%"
    r"|\b\d+ cijfers? moet(?:en)? nog worden ingevuld"
    r"|^kleiner dan [\d.]+ \(<[\d.]+\)$|^minder dan [\d.]+$|^1(?: tot en met [\d.]+)?$"
)
_NO_DAY = r"(?<!\w)(?<!\d[\s\u00a0])"
"""Before a name stands no number: 'juni 2020' may be one, and in '1 juni 2020' it is a part of a date."""
_NUMBER = re.compile(r"[+−-]?\d+(?:[.,:]\d+)*[\s\u00a0]?%?")
_WITH_DIGIT = re.compile(r"\w*\d\w*")
_HIDDEN = "\ue000"
"""Put in place of what is explained."""


class Explained(Struct, frozen=True):
    """A number in words; `what` is None for one that nothing explains."""

    shown: str
    what: str | None
    at: int


def explain(text: str, names: tuple[str, ...], *, is_made: bool = False) -> Iterator[Explained]:
    """Every number in `text`, in order. `names` are those from the data that hold digits.

    `is_made` says that the tool wrote the text: then it may count rows, or say what the sign '<5' means.
    """
    found: list[Explained] = []

    def hide(what: str, pattern: re.Pattern[str], text: str) -> str:
        for each in pattern.finditer(text):
            label = what or _PATTERNS[int((each.lastgroup or "k0")[1:])][0]
            found.append(Explained(each[0], label, each.start()))
        return pattern.sub(lambda each: _HIDDEN * len(each[0]), text)

    if near := _names_in(text, names):
        text = hide(NAME, re.compile("|".join(rf"{_NO_DAY}{re.escape(name)}(?!\w)" for name in near)), text)
    if is_made:
        text = hide(COUNT, _COUNTED, text)
    text = hide("", _KNOWN, text)
    found += [Explained(each[0].strip(), None, each.start()) for each in _NUMBER.finditer(text)]
    yield from sorted(found, key=lambda each: each.at)


def _names_in(text: str, names: tuple[str, ...]) -> list[str]:
    """The names that may be in `text`, in their order: those of which it has the first word with a digit."""
    if not names:
        return []
    known = _by_number(names)
    words = dict.fromkeys(("", *_WITH_DIGIT.findall(text)))
    return [names[place] for place in sorted(place for word in words for place in known.get(word, ()))]


@lru_cache(maxsize=4)
def _by_number(names: tuple[str, ...]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        word = _WITH_DIGIT.search(name)
        found.setdefault(word[0] if word else "", []).append(place)
    return found


def periods_in(text: str) -> Iterator[str]:
    """The years, dates and periods that are named in words."""
    for found in _KNOWN.finditer(text):
        if _PATTERNS[int((found.lastgroup or "k0")[1:])][0] == DATE:
            yield found[0]
