"""Where a word may be broken, in the language that is spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import combining, east_asian_width

from rapportage.document.characters import is_within_number
from rapportage.figures.languages.spoken import spoken_language

LEFT, RIGHT = 2, 3
"""At least so many letters stay before and after a hyphen that is there."""
LONGEST = 64
"""No word has more letters: what is longer has no syllables."""

_LOWERCASE = re.compile(r"[a-zà-öø-ÿœ]{6,}")
_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(r"\w://|www\.|\S@\S|_|\\|[^\W\d_]{2}\.[^\W\d_]{2,}(?:[/?#:.)»”\"',;]|$)")
_TREMA = frozenset("äëïöü")
_DIGITS = str.maketrans("", "", "0123456789")
_LEVELS = re.compile(r"(\d?)\D?")


@cache
def _patterns(name: str) -> tuple[dict[str, str], int]:
    """The patterns of that name that pyphen ships, by their letters, and how long the longest is.

    They stay as written ('.a4c2ht') until a word holds their letters: to take all 16,000 apart costs 70 ms.
    """
    from pyphen import LANGUAGES

    data = LANGUAGES[name].read_bytes()
    encoding = data.split(b"\n", 1)[0].decode("ascii").strip()
    lines = [line for line in data.decode(encoding).split("\n")[1:] if line and not line[0].isupper()]
    patterns = {line.translate(_DIGITS): line for line in lines}
    return patterns, max(map(len, patterns))


@cache
def _levels(pattern: str) -> tuple[int, ...]:
    """Before each letter of a pattern, and after the last: odd for a break, even against one; the highest counts."""
    return tuple(int(level or 0) for level in _LEVELS.findall(pattern))


@cache
def _hyphen_positions(letters: str, name: str) -> tuple[int, ...]:
    """Where the patterns of that name break a word (Liang, 1983)."""
    patterns, longest = _patterns(name)
    word = f".{letters}."
    highest = [0] * (len(word) + 2)
    for start in range(len(word)):
        for end in range(start + 1, min(start + longest, len(word)) + 1):
            pattern = patterns.get(word[start:end])
            for place, level in enumerate(_levels(pattern) if pattern else (), start):
                highest[place] = max(highest[place], level)
    return tuple(place for place in range(1, len(letters)) if highest[place + 1] % 2)


def break_points(word: str, hyphenate: bool) -> Iterator[tuple[int, bool]]:
    """The offsets at which `word` may be broken, from left to right, and whether a hyphen comes there.

    Addresses break after their slashes and dots, and never with a hyphen: it would be taken for a part of them.
    Compounds break after the hyphen they have; other words between syllables, if `hyphenate`. Names, numbers and
    words in capitals never break.
    """
    if is_address(word):
        yield from ((offset, False) for offset in _address_points(word))
        return
    points = dict.fromkeys(_existing_hyphens(word), False)
    if hyphenate:
        for part in _LOWERCASE.finditer(word):
            if len(part[0]) <= LONGEST and _is_whole_part(word, part):
                points |= {part.start() + position: True for position in _syllables(part.group())}
    yield from sorted(points.items())


def cut_points(word: str) -> Iterator[tuple[int, bool]]:
    """Where a word that is wider than a whole line may be cut at last, as `break_points` gives them.

    Between any two letters, with a hyphen unless it is an address; in a number never, because what is on either
    line would read as another number.
    """
    hyphenates = not is_address(word)
    for offset in range(1, len(word)):
        before, after = word[offset - 1], word[offset]
        if combining(after) or is_within_number(word, offset):
            continue
        if not (hyphenates and _is_spelled(before) and _is_spelled(after)):
            yield offset, False
        elif after not in _TREMA or before in _TREMA:
            yield offset, True


def _is_spelled(char: str) -> bool:
    """Whether it is a letter of a script that has hyphens."""
    return char.isalpha() and east_asian_width(char) not in "WF"


def is_address(word: str) -> bool:
    """Whether the word is, or holds, an address or the name of a file: what is typed over to the letter."""
    return bool(_ADDRESS.search(word))


def _address_points(word: str) -> Iterator[int]:
    for match in re.finditer(r"//|[/.,?&=_-](?=[^/])", word):
        if match.end() < len(word) and not is_within_number(word, match.end()):
            yield match.end()


def _syllables(letters: str) -> Iterator[int]:
    """Where the patterns break a word, but for places where its spelling would change with the break.

    A trema goes at a break (be-eindiging), and so does the second vowel of a diminutive (auto-tje): such a break would
    ask for another word than the one that was written.
    """
    words = spoken_language().hyphenation
    if words.patterns is None:
        return
    respelled = re.compile(words.respelled) if words.respelled else None
    for place in _hyphen_positions(letters, words.patterns):
        if not words.left <= place <= len(letters) - words.right or letters[place] in _TREMA:
            continue
        if respelled is None or not respelled.match(letters, place - 2):
            yield place


def _existing_hyphens(word: str) -> Iterator[int]:
    for match in re.finditer(r"[-\u2013/]", word):
        start, end = match.span()
        is_long = start >= LEFT and len(word) - end >= RIGHT
        if is_long and _LETTER.match(word[start - 1]) and _LETTER.match(word[end]):
            yield end


def _is_whole_part(word: str, part: re.Match[str]) -> bool:
    """Whether the letters of `part` are between punctuation, so are not the tail of a name ('McDonalds')."""
    before, after = word[part.start() - 1 : part.start()], word[part.end() : part.end() + 1]
    return not before.isalnum() and not after.isalnum()
