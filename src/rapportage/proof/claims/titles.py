"""Which series a text names in full, at the same cost for ten series as for ten thousand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from rapportage.proof.claims.lexicon import EMPTY_WORDS

LEAST_ALIKE = 6
"""So many letters of a word are needed to know it in another: 'waren' is not of 'bezwaren'."""
_ENDING = 2
"""So many letters of a word are those of its number: 'woningen', 'woning'."""
_LONGEST_ENDING = 5
"""What goes on for longer is a compound, and no form of its first word: 'woningvoorraad' of 'woningen'."""


def alike(word: str, other: str) -> bool:
    """Whether two words are forms of one noun, or one is the last part of the other: 'asielaanvragen', 'aanvragen'."""
    if word == other:
        return True
    short, long = sorted((word, other), key=len)
    if len(short) < LEAST_ALIKE:
        return False
    is_form = long.startswith(short[:-_ENDING]) and len(long) - len(short) <= _LONGEST_ENDING
    return is_form or long.endswith(short) or long.startswith(short)


class Titles:
    """The words of the titles of series, found by their own letters; a series may be called more than one thing."""

    def __init__(self, titles: Mapping[str, Sequence[frozenset[str]]]) -> None:
        self._titles = titles
        self._series: dict[str, list[str]] = {}
        """By word the series that have it in their title."""
        for id, words in titles.items():
            for word in frozenset[str]().union(*words):
                self._series.setdefault(word, []).append(id)
        self._by_letters: dict[str, list[str]] = {}
        """Words by the letters that a word like them has too: the last six, and the first four."""
        for word in self._series:
            for letters in {word[-LEAST_ALIKE:], word[: LEAST_ALIKE - _ENDING]}:
                self._by_letters.setdefault(letters, []).append(word)
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, word: str) -> tuple[str, ...]:
        """The words of titles that are like a word."""
        if word in EMPTY_WORDS:  # 'dat percentage' is no 'slagingspercentage'
            return (word,) if word in self._series else ()
        if word not in self._known:
            letters = {word[-LEAST_ALIKE:], word[: LEAST_ALIKE - _ENDING]}
            near = dict.fromkeys(each for some in letters for each in self._by_letters.get(some, ()))
            self._known[word] = tuple(each for each in near if alike(each, word))
        return self._known[word]

    def with_word(self, word: str) -> frozenset[str]:
        """The series of which a word of the title is like this one."""
        return frozenset(id for each in self.of(word) for id in self._series[each])

    def said_in(self, scope: Iterable[str]) -> set[str]:
        """The series of which every word of the title is among the words of `scope`."""
        said = {each for word in set(scope) for each in self.of(word)}
        asked = {id for word in said for id in self._series[word]}
        return {id for id in asked if any(words and words <= said for words in self._titles[id])}

    def touched(self, series: str, scope: Iterable[str]) -> bool:
        """Whether any word of the title of a series is among the words of `scope`."""
        words = frozenset[str]().union(*self._titles.get(series, ()))
        return any(each in words for word in scope for each in self.of(word))


def some_alike(words: Collection[str], word: str) -> bool:
    return any(alike(each, word) for each in words)
