"""Ages in words and in the names of age groups: '65-plussers', 'tussen de 25 en 45 jaar', 'minderjarig'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapportage.proof.claims.lexicon import CARDINALS

_TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|achttien"
_N = rf"(?:\d{{1,2}}(?![.,]?\d)|{_TENS})"
_YEARS = r"(?:\s*-?\s*jaar)"
_COUNTS_NONE = (
    r"(?!\s*[%‰]|\s+(?:\w+(?:ingen|vallen|aties|zaken)|procent\w*|personen|mensen|inwoners|dagen|weken|maanden|uur|euro|"
    r"punten|keer|per|duizend|miljoen|miljard)\b)"
)
"""'boven de 50 meldingen' is how many."""
_AGED = rf"\b(?:{_YEARS}|{_COUNTS_NONE})"
_BETWEEN = (
    rf"(?P<low>{_N})(?:\s*-)?\s*(?P<and>tot(?: en met)?|t/m|[-–]|en)\s*(?P<high>{_N})"
    rf"(?:{_YEARS}|\s*-?\s?(?:jarigen|jarige)\b)(?!\s+(?:eerder|geleden|later))"
    rf"|tussen de (?P<from>{_N}) en (?:de )?(?P<to>{_N}){_AGED}"
)
_OLDER = (
    rf"(?P<old>{_N}){_YEARS}?\s+(?:en|of)\s+ouder|(?P<plus>{_N})\s?-?plus(?:sers?)?\b|(?P<plus_sign>\d\d)\+"
    rf"|(?:minstens|ten minste|minimaal) (?P<least>{_N}){_YEARS}(?= oud\b)"
    rf"|ouder dan (?P<older>{_N}){_AGED}|(?:boven|voorbij) de (?P<above>{_N}){_AGED}"
    rf"|de (?P<passed>{_N})\b(?=\s+(?:al\s+|ruim\s+)?(?:gepasseerd|voorbij|over))"
    rf"|{_N}\s?-?jarigen en ouderen|(?P<adult>meerderjarig)(?:en|e)?\b"
)
_YOUNGER = (
    rf"(?:jonger dan|nog geen) (?P<younger>{_N}){_AGED}|onder de (?P<under>{_N}){_AGED}"
    rf"|(?P<less>{_N})\s?-?min(?:ners?)\b"
    rf"|(?<!\d )tot (?P<until>{_N}){_YEARS}|(?P<minor>minderjarig)(?:en|e)?\b"
)
_AGE = re.compile(rf"(?<![\w.,])(?:{_BETWEEN}|{_OLDER}|{_YOUNGER})", re.IGNORECASE)
_OF_AGE = 18


class Age(NamedTuple):
    """From `low`, up to and without `high`; None where there is no such end."""

    low: int | None
    high: int | None

    def overlaps(self, other: Age) -> bool:
        return (self.low or 0) < (other.high or 999) and (other.low or 0) < (self.high or 999)

    def has(self, other: Age) -> bool:
        """Whether all of another age is within it."""
        return (self.low or 0) <= (other.low or 0) and (other.high or 999) <= (self.high or 999)


class SaidAge(NamedTuple):
    age: Age
    start: int
    end: int
    is_sure: bool = True
    """Whether it can't be how many: 'tussen de 45 en de 75' may be that as well."""


def ages(text: str) -> Iterator[SaidAge]:
    """The age groups that a text names, from left to right."""
    for found in _AGE.finditer(text):
        if age := _age(found):
            is_sure = not found["from"] or found[0][-1].isalpha()
            yield SaidAge(age, *found.span(), is_sure)


def age_of(name: str) -> Age | None:
    """What group the name of a part is, whole: '45 jaar tot AOW-leeftijd' has no end in years."""
    if found := _AGE.fullmatch(name.strip()):
        return _age(found)
    if found := re.match(rf"({_N}) jaar tot ", name):
        return Age(_number(found[1]), None)
    return None


def _age(found: re.Match[str]) -> Age | None:
    told = {name: said for name, said in found.groupdict().items() if said}
    if "low" in told:
        includes_last = told["and"] not in ("tot", "en")
        return Age(_number(told["low"]), _number(told["high"]) + includes_last)
    if "from" in told:
        return Age(_number(told["from"]), _number(told["to"]))
    if "adult" in told:
        return Age(_OF_AGE, None)
    if "minor" in told:
        return Age(None, _OF_AGE)
    for name, said in told.items():
        is_young = name in ("younger", "under", "less", "until")
        return Age(None, _number(said)) if is_young else Age(_number(said), None)
    return None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else CARDINALS[word.casefold()]
