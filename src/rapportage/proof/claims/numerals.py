"""Numbers in words: 'vijfentwintig', 'drieënhalf', 'anderhalf', 'vierhonderd'."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from rapportage.proof.claims.lexicon import CARDINALS

_HALVES = re.compile(r"(?P<whole>\w+?)[eë]nhal(?:f|ve)")
_TENS = re.compile(r"(?P<ones>\w+?)[eë]n(?P<tens>(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig)")
_LARGE = tuple(re.compile(rf"(?P<times>\w*?)(?P<unit>{unit})(?:en)?(?P<rest>\w*)") for unit in ("duizend", "honderd"))
_LARGEST = 30
"""No number in words that anybody writes has more letters."""


@lru_cache(maxsize=4096)
def cardinal(word: str) -> Decimal | None:
    """What a word in small letters counts; None of what is no number. Of 'een', which is an article too, 1."""
    if word in CARDINALS:
        return Decimal(CARDINALS[word])
    if word in ("anderhalf", "anderhalve"):
        return Decimal("1.5")
    if len(word) > _LARGEST:
        return None
    if found := _HALVES.fullmatch(word):
        whole = cardinal(found["whole"])
        return None if whole is None else whole + Decimal("0.5")
    if found := _TENS.fullmatch(word):
        ones, tens = cardinal(found["ones"]), cardinal(found["tens"])
        return ones + tens if ones is not None and tens is not None and ones < 10 else None
    if found := next((each for pattern in _LARGE if (each := pattern.fullmatch(word))), None):
        times = cardinal(found["times"]) if found["times"] else Decimal(1)
        rest = cardinal(found["rest"]) if found["rest"] else Decimal(0)
        unit = Decimal(CARDINALS[found["unit"]])
        return times * unit + rest if times is not None and rest is not None and rest < unit else None
    return None
