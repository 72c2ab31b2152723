"""How a unit is said before the figures that it is of: 'in duizenden aanvragen', 'in procenten', 'eenheid personen'."""

from __future__ import annotations

import re

_TIMES = r"[x×]\s*1"
_000, _END = r"[.\s]?000", r"(?![.\s]?\d)"
_SCALES = {
    "duizenden": re.compile(rf"(?:{_TIMES}{_000}{_END}|duizend\b)\s*", re.IGNORECASE),
    "miljoenen": re.compile(rf"(?:{_TIMES}{_000}{_000}{_END}|(?:mln|miljoen)\b\.?)\s*", re.IGNORECASE),
    "miljarden": re.compile(rf"(?:{_TIMES}{_000}{_000}{_000}{_END}|(?:mld|miljard)\b\.?)\s*", re.IGNORECASE),
}
_KNOWN = {"%": "in procenten", "procentpunt": "in procentpunten", "aantal": "in aantallen"}


def unit_words(unit: str) -> str:
    """Words for a listener, who has no axis to look at; nothing for no unit."""
    plain = unit.replace("\u00a0", " ").strip()
    for scale, pattern in _SCALES.items():
        if found := pattern.match(plain):
            return f"in {scale} {plain[found.end() :]}".strip()
    return _KNOWN.get(plain, f"eenheid {plain}" if plain else "")
