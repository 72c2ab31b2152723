"""Text as it is compared: one space for all white space, nothing unseen; each character with where it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from rapportage.characters import seen

Origin = TypeVar("Origin")
_ENDS = re.compile(r"(?<=[.!?])[”’\"')]*\s+(?=[“‘\"'(]*[A-ZÀ-Þ\d])")
_ABBREVIATED = (
    "art.",
    "nr.",
    "bijv.",
    "ca.",
    "o.a.",
    "m.a.w.",
    "jl.",
    "resp.",
    "incl.",
    "excl.",
    "max.",
    "min.",
    "dr.",
)
_LONGEST = 60


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
    """The sentence of `text` in which the characters from `begin` to `end` stand."""
    first = max((start for start, _ in sentences(text) if start <= begin), default=0)
    last = min((stop for _, stop in sentences(text) if stop >= end), default=len(text))
    return text[first:last].strip()


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence of a text begins and ends."""
    found, at = [], 0
    for end in _ENDS.finditer(text):
        if not text[: end.start()].endswith(_ABBREVIATED):
            found.append((at, end.start()))
            at = end.end()
    return [*found, (at, len(text))]


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
