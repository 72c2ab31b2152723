"""Which series a word of a sentence is of: by its stem, as a piece of a compound, or as a verb of the same root."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from rapportage.proof.claims.lexicon import COUNTED, EMPTY_WORDS, KIN, KIN_NOUNS, PREFIXES, PREPOSITIONS
from rapportage.proof.claims.morphology import stems

_PIECE = 4
"""So many letters make a word that is known in another."""
_BEGINNING = 5
_PREPOSITION = re.compile(
    r"\s+(?:van|met|in|op|per|bij|uit|voor|aan|door|naar|tot|onder|binnen|zonder|tegen|dat|die|waar\w*)\b.*|\s*[(,:].*",
    re.DOTALL,
)
_HYPHEN = re.compile(r"[-'’]")
_PREFIX = re.compile(r"^(in|uit|af|aan|op|toe|om|over|mee|bij|door|terug|voort|weg)?ge(?=[a-zë]{4})")
_VERBAL = re.compile(
    r"(?:eringen|ering|eerden|eerde|eert|eerd|eren|aties?|anten|ant|ptie|tie|ingen|ing|den|ten|de|te|en|d|t)$"
)
_LEAST_ROOT = 5
_HEADS = ("stapel", "cijfers", "cijfer", "bestand", "volume", "aantallen")
"""What ends a compound without saying more of what is counted: 'varkensstapel'."""
_LEAST_KIN = 7
"""So many letters has a word of which a compound is kin: 'woningverkopen' of 'verkopen'."""
_LEAST_ID = 5
"""So many letters has a word of the name of a series in the files that is a word of its own: 'zonnestroom'."""


class SeriesWords:
    """The words of series, found by their letters: the cost is that of the words asked for, not of the series."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        """By series all words that it is called by, in small letters."""
        self._series: dict[str, set[str]] = {}
        for id, own in words.items():
            for word in {piece for each in own for piece in _pieces(each)} - PREPOSITIONS - EMPTY_WORDS:
                self._series.setdefault(word, set()).add(id)
        self._by_stem: dict[str, set[str]] = {}
        self._by_end: dict[str, set[str]] = {}
        self._by_start: dict[str, set[str]] = {}
        self._by_root: dict[str, set[str]] = {}
        for word in self._series:
            for stem in stems(word):
                self._by_stem.setdefault(stem, set()).add(word)
                for length in range(_PIECE, len(stem)):
                    self._by_end.setdefault(stem[-length:], set()).add(word)
                for length in range(_BEGINNING, len(stem)):
                    self._by_start.setdefault(stem[:length], set()).add(word)
            for root in roots_of(word):
                self._by_root.setdefault(root, set()).add(word)
        self._known: dict[tuple[str, bool], frozenset[str]] = {}

    def of(self, word: str, *, widely: bool = True) -> frozenset[str]:
        """The series that have a word like it; `widely` also as the beginning of a compound."""
        if word in EMPTY_WORDS:
            return frozenset()
        key = (word, widely)
        if key not in self._known:
            self._known[key] = frozenset(id for each in self._like(word, widely) for id in self._series[each])
        return self._known[key]

    def _like(self, word: str, widely: bool) -> Iterator[str]:
        for head in filter(word.endswith, _HEADS):
            for stem in stems(word.removesuffix(head)):
                yield from self._by_stem.get(stem, ())
        for piece in _pieces(word):
            for stem in stems(piece):
                yield from self._by_stem.get(stem, ())
                yield from self._by_end.get(stem, ())
                for length in range(_PIECE, len(stem)):
                    yield from self._by_stem.get(stem[-length:], ())
                if widely:
                    yield from self._by_start.get(stem, ())
                    for length in range(_BEGINNING, len(stem)):
                        yield from self._by_stem.get(stem[:length], ())
            for root in roots_of(piece):
                yield from self._by_root.get(root, ())


def naming(title: str) -> frozenset[str]:
    """The words of a title without which it is not named: 'consumptie' of 'Consumptie van huishoudens'.

    Of 'Ingekomen zaken' that is what comes before the noun, which says only that cases are counted; and of 'Verkochte
    koopwoningen' also that they were sold.
    """
    words = re.findall(r"[\w’'-]+", _PREPOSITION.sub("", title.casefold()))
    if words and is_general(words[-1]):
        return frozenset(words[:-1])
    return frozenset((*words[-1:], *(each for each in words[:-1] if each in KIN)))


def in_files(series: str, *, whole: bool = False) -> frozenset[str]:
    """The words of the name of a series in the files that are words of their own; `whole` where it is one of them."""
    words = series.casefold().split("_")
    return frozenset(each for each in words if len(each) >= _LEAST_ID and (not whole or len(words) == 1))


def is_general(word: str) -> bool:
    """Whether it says only that people, things or cases are counted."""
    return COUNTED.get(word) in ("mensen", "zaken")


def _pieces(word: str) -> Iterator[str]:
    """Also what is between hyphens: 'ww' of 'ww-uitkering' and "ww'ers"."""
    yield word
    if len(pieces := _HYPHEN.split(word)) > 1:
        yield from (piece for piece in pieces if len(piece) > 1)


def roots_of(word: str) -> set[str]:
    """'consum' of 'consumptie' and 'consumeerden', 'inwillig' of 'inwilligingen' and 'ingewilligd'; and its kin."""
    found = set(KIN.get(word, ()))
    for length in range(_LEAST_KIN, len(word)):
        if word[:-length] not in PREFIXES:
            found.update(KIN_NOUNS.get(word[-length:], ()))
    bare = _PREFIX.sub(lambda prefix: prefix[1] or "", word).replace("ë", "e")
    endless = {_VERBAL.sub("", bare), bare.removesuffix("en") if bare.endswith("ten") else ""}  # 'toelaten'
    found.update(plain for plain in endless if len(plain) >= _LEAST_ROOT)
    return found
