"""Names that look alike and are not the same: another apostrophe, dash, capital or accent, or another script.

Nobody can tell from them which of the two is meant, so they are never taken for one another; they are reported.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from unicodedata import combining, name, normalize

_ALIKE = {
    # Cyrillic and Greek letters, large and small, that are drawn as Latin ones
    **dict(zip("АВЕЅІЈКМНОРСТУХԌԚԜҮ", "ABESIJKMHOPCTYXGQWY", strict=True)),
    **dict(zip("аеѕіјорсухԛԝүһ", "aesijopcyxqwyh", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
    **dict(zip("ονϳ", "ovj", strict=True)),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u02b9\u02bb\u02bc\u02b0`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212", "-"),
    **dict.fromkeys("\u2044\u2215", "/"),
    "ı": "i",
    "ł": "l",
    "ø": "o",
    "Ø": "O",
    "đ": "d",
}
"""What a character is taken for. Of Unicode's own table (UTS #39) what people type in names of places and things."""
_TABLE = str.maketrans(_ALIKE)
_MOST_TOLD = 3
_LETTERS = frozenset(char for char in _ALIKE if char > "\u036f" and char.isalpha())


@lru_cache(maxsize=10_000)
def skeleton(of: str) -> str:
    """What names that look alike have in common."""
    if of.isascii():
        return of.casefold()
    return unaccented(of.translate(_TABLE)).translate(_TABLE)


def stranger(of: str) -> str | None:
    """The first letter of another script within a word of Latin letters, which it looks to belong to; None without."""
    if of.isascii():
        return None
    for is_word, chars in groupby(of, str.isalpha):
        word = "".join(chars)
        if is_word and any(map(_is_latin, word)) and not _LETTERS.isdisjoint(word):
            return next(char for char in word if char in _LETTERS)
    return None


def difference(one: str, other: str) -> str:
    """How a name differs from another that looks alike, in Dutch: "’ (U+2019) in plaats van ' (U+0027)"."""
    pairs = [(one[:40], other[:40])]
    if len(one) == len(other):
        pairs = list(dict.fromkeys((here, there) for here, there in zip(one, other, strict=True) if here != there))
    return " en ".join(f"{_told(here)} in plaats van {_told(there)}" for here, there in pairs[:_MOST_TOLD])


def is_subtle(one: str, other: str) -> bool:
    """Whether the names look alike, and differ in more than accents and capitals, which anyone can see."""
    return skeleton(one) == skeleton(other) and unaccented(one) != unaccented(other)


def twin(word: str, known: Iterable[str]) -> str | None:
    """The first of `known` that looks like `word`, and is another name."""
    wanted = skeleton(word)
    return next((each for each in known if each != word and skeleton(each) == wanted), None)


def called(char: str) -> str:
    """The character with its code, and its script where that is another than it looks to be."""
    script = {"CYRILLIC": "Cyrillisch, ", "GREEK": "Grieks, "}.get(name(char, "").partition(" ")[0], "")
    return f"{char} ({script}U+{ord(char):04X})"


def unaccented(of: str) -> str:
    """In small letters without accents."""
    return "".join(char for char in normalize("NFKD", of) if not combining(char)).casefold()


def _told(part: str) -> str:
    return called(part) if (len(part) == 1 and not part.isalnum()) or part in _LETTERS else f"'{part}'"


def _is_latin(char: str) -> bool:
    return char < "\u0250"
