"""What a colon takes apart: of '39.100 uit het buitenland: 27.600 uit A en 11.500 uit B' the first is the others."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from rapportage.proof.claims.facts import Point
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence

_FEWEST = 2
_SOME = frozenset(("vooral", "onder", "zoals", "bijvoorbeeld", "waaronder", "name", "hoofdzakelijk"))
"""With which a list begins that is not all of it."""
_NUMBERS = (Kind.FIGURE, Kind.NUMBER)


def listed_after(sentence: Sentence, token: Token) -> list[Point]:
    """The parts of one series at one time that are listed with their figures behind the colon after a token."""
    if ":" not in sentence.reading.text:
        return []
    colon = next((each for each in sentence.tokens[token.index + 1 :] if each.text in (":", ";")), None)
    if colon is None or colon.text != ":":
        return []
    between = sentence.tokens[token.index + 1 : colon.index]
    behind = list(itertools.takewhile(lambda each: each.text != ";", sentence.tokens[colon.index + 1 :]))
    shown = [each for each in behind if each.kind in _NUMBERS]
    points = [point for each in shown if each in sentence.levels and (point := sentence.meaning(each).point)]
    if is_of_some(behind):
        return []
    if any(each.kind in _NUMBERS for each in between) or len(points) != len(shown) or not _are_parts(points):
        return []
    return points


def is_of_some(behind: Sequence[Token]) -> bool:
    """Whether a list is not all of it: ': vooral A (F) en B (F)'."""
    return not _SOME.isdisjoint(each.word for each in behind[:3])


def _are_parts(points: Sequence[Point]) -> bool:
    subjects = {each.subject for each in points}
    is_of_one = len({(each.subject.series, each.time, each.subject.part.dimensions) for each in points}) == 1
    return len(points) >= _FEWEST and len(subjects) == len(points) and is_of_one and all(e.part.names for e in subjects)
