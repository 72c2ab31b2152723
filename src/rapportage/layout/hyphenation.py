"""Where a Dutch word may be broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

LEFT, RIGHT = 2, 3
"""At least so many letters stay before and after a break."""

_LOWERCASE = re.compile(r"[a-zà-öø-ÿœ]{6,}")
_LETTER = re.compile(r"[^\W\d_]")
_URL = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")


@cache
def _patterns() -> Pyphen:
    """Parsing the patterns takes 70 ms, so only when a word has to be broken."""
    from pyphen import Pyphen

    return Pyphen(lang="nl_NL", left=LEFT, right=RIGHT)


@cache
def _hyphen_positions(letters: str) -> tuple[int, ...]:
    return tuple(int(position) for position in _patterns().positions(letters))


def break_points(word: str, hyphenate: bool) -> Iterator[tuple[int, bool]]:
    """The offsets at which `word` may be broken, from left to right, and whether a hyphen comes there.

    Addresses break after their slashes and dots; compounds after the hyphen they have; other words between syllables,
    if `hyphenate`. Names, numbers and words in capitals never break.
    """
    if _URL.fullmatch(word):
        yield from ((match.end(), False) for match in re.finditer(r"//|[/.?&=_-](?=[^/])", word))
        return
    points = dict.fromkeys(_existing_hyphens(word), False)
    if hyphenate:
        for part in _LOWERCASE.finditer(word):
            if _is_whole_part(word, part):
                points |= {part.start() + position: True for position in _hyphen_positions(part.group())}
    yield from sorted(points.items())


def _existing_hyphens(word: str) -> Iterator[int]:
    for match in re.finditer(r"[-\u2013/]", word):
        before, after = word[: match.start()], word[match.end() :]
        if len(before) >= LEFT and len(after) >= RIGHT and _LETTER.match(before[-1]) and _LETTER.match(after):
            yield match.end()


def _is_whole_part(word: str, part: re.Match[str]) -> bool:
    """Whether the letters of `part` stand between punctuation, so are not the tail of a name ('McDonalds')."""
    before, after = word[: part.start()], word[part.end() :]
    return not (before and before[-1].isalnum()) and not (after and after[0].isalnum())
