"""'bedoelt u …?': the nearest known word to one that is not known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapportage.diagnostics.lookalikes import difference, is_subtle, skeleton

LISTED = 12
LONGEST = 100
"""So many letters of a word are compared."""
SIDE = 8
NO_PROJECT = "hier is nog geen project; 'rapportage init' maakt er een dat werkt, om mee te beginnen"
MANY = 60
"""Of more names than MANY, so many to either side of a word are compared: in the order of letters, also backwards."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of `known` that `word` may be a slip of the pen for."""
    from difflib import get_close_matches  # only for those who made a slip: most runs have no need of it

    names = _Names.of(known)
    folded = word[:LONGEST].casefold()
    near = get_close_matches(folded, names.like(folded), n=1)
    return names.spelled[near[0]] if near else None


def suggest(word: str, known: Iterable[str]) -> str:
    """A Dutch hint for an unknown `word`: the nearest of `known`, or else what there is (at most 12 of it)."""
    names = known if isinstance(known, (dict, tuple)) else tuple(known)
    near = nearest(word, names)
    if near is not None and is_subtle(near, word):
        return f"bedoelt u '{near}'? Daar staat {difference(near, word)}."
    if near is not None:
        return f"bedoelt u '{near}'?"
    first, count = _Names.of(names).first, len(_Names.of(names).all)
    if not count:
        return "er is hier nog niets om uit te kiezen"
    more = f" en nog {count - LISTED}" if count > LISTED else ""
    return f"er is: {', '.join(first)}{more}"


class _Names:
    """Names to choose from, in order: those that are like a word are near it, read from the front or from the back.

    One slip leaves the first or the second half of a word as it is, so that not all names have to be compared.
    """

    def __init__(self, names: frozenset[str]) -> None:
        self.all = names
        ordered = sorted(names)
        self.first = tuple(sorted(ordered, key=skeleton)[:LISTED])
        self.spelled = {name.casefold(): name for name in reversed(ordered)}
        self._forward = sorted(self.spelled)
        self._backward = sorted(name[::-1] for name in self.spelled)

    @staticmethod
    def of(known: Iterable[str]) -> _Names:
        return _gathered(frozenset(known))

    def like(self, word: str) -> Iterable[str]:
        """The names that `word` has to be compared with, in the order of the letters from high to low."""
        if len(self.spelled) <= MANY:
            return self.spelled
        found = {*_around(self._forward, word), *(name[::-1] for name in _around(self._backward, word[::-1]))}
        return sorted(found, reverse=True)


def _around(names: list[str], word: str) -> Iterator[str]:
    place = bisect_left(names, word)
    yield from names[max(0, place - SIDE) : place + SIDE]


@lru_cache(maxsize=16)
def _gathered(names: frozenset[str]) -> _Names:
    return _Names(names)
