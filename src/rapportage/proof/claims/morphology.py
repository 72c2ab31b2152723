"""The stems of Dutch words, so that forms of one word are known as one: 'huis', 'huizen'; 'afgedaan', 'afgedane'."""

from __future__ import annotations

import re
from functools import lru_cache

_IRREGULAR = {
    "musea": "museum", "centra": "centrum", "steden": "stad", "schepen": "schip", "leden": "lid", "kinderen": "kind",
    "eieren": "ei", "runderen": "rund", "koeien": "koe", "goederen": "goed",
}  # fmt: skip
_DOUBLED = re.compile(r"([aeou]|[bdfgklmnprst])\1")
_ENDINGS = ("enen", "en", "e", "’s", "'s", "s", "n")
_LEAST = 3
"""So many letters of a word are left when its ending is gone."""
_DERIVED = re.compile(r"(?:aties?|anten?|eerden?|eert|ering(?:en)?|eren|eerd)$")
"""'immigratie' and 'immigranten' are of one root."""
_LEAST_ROOT = 5
_LEAST_PIECE = 4
"""So many letters make a word that is known as the beginning or the end of another."""


@lru_cache(maxsize=20_000)
def stems(word: str) -> frozenset[str]:
    """What may be its stem, in small letters: what is an ending and what is part of a word can't always be told."""
    found = {word}
    for plural, single in _IRREGULAR.items():
        if word == plural or (word.endswith(plural) and len(word) > len(plural) + 2):
            found.add(word.removesuffix(plural) + single)
    found |= {word[: -len(end)] for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _LEAST}
    return frozenset(_voiceless(_DOUBLED.sub(r"\1", each)) for each in found)


def _voiceless(word: str) -> str:
    """'huiz' is of 'huis', 'brev' of 'brief'."""
    return word[:-1] + {"z": "s", "v": "f"}.get(word[-1:], word[-1:])


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """What words derived from one verb share; empty where a word is not derived so."""
    found = _DERIVED.sub("", word)
    return found if found != word and len(found) >= _LEAST_ROOT else ""


def same_word(one: str, other: str) -> bool:
    """Whether two words are forms of one, or of one root."""
    if one == other or not stems(one).isdisjoint(stems(other)):
        return True
    return bool(root(one)) and root(one) == root(other)


def ends_as(word: str, other: str) -> bool:
    """Whether the last piece of a compound is a word: 'asielaanvragen' of 'aanvraag'."""
    return any(
        long.endswith(short) and len(short) >= _LEAST_PIECE and len(long) > len(short) + 1
        for long in stems(word)
        for short in stems(other)
    )


def begins_as(word: str, other: str) -> bool:
    """Whether the first piece of a compound is a word: 'bioscoopbezoeken' of 'bioscopen'."""
    return any(
        long.startswith(short) and len(short) >= _LEAST_PIECE and len(long) > len(short) + 1
        for long in (_DOUBLED.sub(r"\1", word),)
        for short in stems(other)
    )
