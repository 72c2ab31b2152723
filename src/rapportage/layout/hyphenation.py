"""Where a Dutch word may be broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

LEFT, RIGHT = 2, 3
"""At least so many letters stay before and after a break."""

_LOWERCASE = re.compile(r"[a-zà-öø-ÿœ]{6,}")
_LETTER = re.compile(r"[^\W\d_]")
_URL = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_DIGITS = str.maketrans("", "", "0123456789")
_LEVELS = re.compile(r"(\d?)\D?")


@cache
def _patterns() -> tuple[dict[str, str], int]:
    """The Dutch patterns that pyphen ships, by their letters, and how long the longest is.

    They stay as written ('.a4c2ht') until a word holds their letters: to take all 16,000 apart costs 70 ms.
    """
    from pyphen import LANGUAGES

    lines = LANGUAGES["nl_NL"].read_text("iso8859-1").split("\n")[1:]
    patterns = {line.translate(_DIGITS): line for line in lines}
    return patterns, max(map(len, patterns))


@cache
def _levels(pattern: str) -> tuple[int, ...]:
    """Before each letter of a pattern, and after the last: odd for a break, even against one; the highest counts."""
    return tuple(int(level or 0) for level in _LEVELS.findall(pattern))


@cache
def _hyphen_positions(letters: str) -> tuple[int, ...]:
    """Where the patterns break a word (Liang, 1983)."""
    patterns, longest = _patterns()
    word = f".{letters}."
    highest = [0] * (len(word) + 2)
    for start in range(len(word)):
        for end in range(start + 1, min(start + longest, len(word)) + 1):
            pattern = patterns.get(word[start:end])
            for place, level in enumerate(_levels(pattern) if pattern else (), start):
                highest[place] = max(highest[place], level)
    return tuple(place for place in range(LEFT, len(letters) - RIGHT + 1) if highest[place + 1] % 2)


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
