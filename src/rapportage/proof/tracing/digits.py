"""What the numbers in words are: years, dates, articles of law, or literals that no data explain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from rapportage.proof.tracing.no_figures import COUNT, DATE, NAME, no_figures

_HIDDEN = "\ue000"
"""Put in place of what is explained."""
_NO_DAY = r"(?<!\w)(?<!\d[\s\u00a0])"
"""Before a name stands no number: 'juni 2020' may be one, and in '1 juni 2020' it is a part of a date."""
_NUMBER = re.compile(r"[+−-]?\d+(?:[.,:]\d+)*[\s\u00a0]?%?")
_WITH_DIGIT = re.compile(r"\w*\d\w*")


class Explained(Struct, frozen=True):
    """A number in words; `what` is None for one that nothing explains."""

    shown: str
    what: str | None
    at: int


def explain(text: str, names: tuple[str, ...], *, is_made: bool = False) -> Iterator[Explained]:
    """Every number in `text`, in order. `names` are those from the data that hold digits.

    `is_made` says that the tool wrote the text: then it may count rows, or say what the sign '<5' means.
    """
    found: list[Explained] = []
    said = no_figures()

    def hide(what: str, pattern: re.Pattern[str], text: str) -> str:
        for each in pattern.finditer(text):
            label = what or said.kind_of(each)
            found.append(Explained(each[0], label, each.start()))
        return pattern.sub(lambda each: _HIDDEN * len(each[0]), text)

    if near := _names_in(text, names):
        text = hide(NAME, re.compile("|".join(rf"{_NO_DAY}{re.escape(name)}(?!\w)" for name in near)), text)
    if is_made:
        text = hide(COUNT, said.counted, text)
    text = hide("", said.known, text)
    found += [Explained(each[0].strip(), None, each.start()) for each in _NUMBER.finditer(text)]
    yield from sorted(found, key=lambda each: each.at)


def _names_in(text: str, names: tuple[str, ...]) -> list[str]:
    """The names that may be in `text`, in their order: those of which it has the first word with a digit."""
    if not names:
        return []
    known = _by_number(names)
    words = dict.fromkeys(("", *_WITH_DIGIT.findall(text)))
    return [names[place] for place in sorted(place for word in words for place in known.get(word, ()))]


@lru_cache(maxsize=4)
def _by_number(names: tuple[str, ...]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        word = _WITH_DIGIT.search(name)
        found.setdefault(word[0] if word else "", []).append(place)
    return found


def periods_in(text: str) -> Iterator[str]:
    """The years, dates and periods that are named in words."""
    said = no_figures()
    for found in said.known.finditer(text):
        if said.kind_of(found) == DATE:
            yield found[0]
