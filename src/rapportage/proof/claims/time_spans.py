"""Two times that are the ends of one stretch of time: 'tussen 2019 en 2024', 'van 2019 op 2020'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapportage.figures.period import TimePeriod
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.reading import Token
from rapportage.proof.claims.sentence import Sentence

_OPENING = re.compile(r"\b(tussen|van)\s+(?:(?:het|de|begin|eind|medio)\s+)*$", re.IGNORECASE)
_TO = frozenset(lexicon.words("op naar tot en"))
_BETWEEN = "tussen"


def spans(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Their first and last word."""
    for first, last in pairwise(sentence.times()):
        between = sentence.words(first.index + 1, last.index)
        opening = _OPENING.search(sentence.lead(first))
        joining = [word for word in between if word in _TO]
        is_near = len(between) <= 3 and not any(first.index < each.index < last.index for each in sentence.figures)
        if opening and is_near and len(joining) == 1 and (joining == ["en"]) == (opening[1].casefold() == _BETWEEN):
            yield first, last


def windows(sentence: Sentence, times: Sequence[Token]) -> Iterator[TimePeriod]:
    """All of the time of 'tussen juli en september', where either end is among `times`."""
    known = {each.index for each in times}
    for first, last in spans(sentence):
        is_between = _BETWEEN in sentence.before(first, 2)
        if not (is_between and {first.index, last.index} & known):
            continue
        for start in sentence.named(first):
            whole = (start.through(end) for end in sentence.named(last))
            yield from sorted((each for each in whole if each), key=lambda each: each.end)[:1]
