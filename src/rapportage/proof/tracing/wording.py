"""Text as it is compared: one space for all white space, nothing unseen; each character with where it came from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from operator import itemgetter
from typing import TypeVar

from rapportage.document.characters import seen
from rapportage.proof.vocabulary.spoken import patterns

Origin = TypeVar("Origin")
_ENDS = re.compile(r"(?<=[.!?])[”’\"')]*\s+(?=[“‘\"'(]*[A-ZÀ-Þ\d])")
_LONGEST = 60
_LONGEST_SENTENCE = 1_000
"""Characters of a sentence that are quoted with a number: with thousands in one, each would quote all of it."""


def plain(stretches: Iterable[tuple[str, Origin]]) -> tuple[str, list[Origin]]:
    """The text of the stretches together, and for each of its characters the origin of its stretch."""
    letters: list[str] = []
    origins: list[Origin] = []
    for text, origin in stretches:
        for letter in seen(text):
            if letter.isspace():
                if letters and letters[-1] != " ":
                    letters.append(" ")
                    origins.append(origin)
                continue
            letters.append(letter)
            origins.append(origin)
    if letters and letters[-1] == " ":
        letters.pop()
        origins.pop()
    return "".join(letters), origins


def sentence_around(text: str, begin: int, end: int) -> str:
    """The sentence of `text` in which the characters from `begin` to `end` are; of a very long one what is near."""
    known = sentences(text)
    first = known[max(0, bisect_right(known, (begin, len(text))) - 1)][0]
    last = known[min(len(known) - 1, bisect_left(known, end, key=itemgetter(1)))][1]
    if last - first <= _LONGEST_SENTENCE:
        return text[first:last].strip()
    from_, to = max(first, begin - _LONGEST_SENTENCE // 2), min(last, end + _LONGEST_SENTENCE // 2)
    before, after = "… " if from_ > first else "", " …" if to < last else ""
    return f"{before}{_words(text[from_:to], bool(before), bool(after), begin - from_, end - from_)}{after}"


def _words(text: str, cut_before: bool, cut_after: bool, begin: int, end: int) -> str:
    """Without the parts of words at the ends where it was cut, but always with what is from `begin` to `end`."""
    first = text.find(" ", 0, begin) + 1 if cut_before else 0
    last = text.rfind(" ", end) if cut_after else -1
    return text[first : last if last >= 0 else None].strip()


@lru_cache(maxsize=4)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of a text begins and ends."""
    found, at = [], 0
    for end in _ENDS.finditer(text):
        if not text.endswith(patterns().sentences.abbreviated, 0, end.start()):
            found.append((at, end.start()))
            at = end.end()
    return (*found, (at, len(text)))


def difference(meant: str, said: str) -> tuple[str, str]:
    """Where two texts differ, each with a few words around it."""
    begin = 0
    while begin < min(len(meant), len(said)) and meant[begin] == said[begin]:
        begin += 1
    end = 0
    while end < min(len(meant), len(said)) - begin and meant[-1 - end] == said[-1 - end]:
        end += 1
    return _around(meant, begin, len(meant) - end), _around(said, begin, len(said) - end)


def _around(text: str, begin: int, end: int) -> str:
    first, last = max(0, begin - _LONGEST // 2), min(len(text), end + _LONGEST // 2)
    if first:
        first = text.rfind(" ", 0, first) + 1
    if last < len(text) and " " in text[last:]:
        last = text.index(" ", last)
    shown = text[first:last]
    return f"{'… ' if first else ''}{shown}{' …' if last < len(text) else ''}"
