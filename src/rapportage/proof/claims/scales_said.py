"""How many ones a figure is said to count by: '(x 1.000)', 'maal 100 miljard', 'aantallen in duizenden'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.figures.unit_text import scale_of
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_TIMES = frozenset(("maal", "x", "×"))
_MANY = {
    **{word: word for word in lexicon.SCALES},
    **{f"{word}{end}": word for word in lexicon.SCALES for end in ("en", "tallen")},
}
_NOTED = frozenset(lexicon.words("( aantal aantallen bedrag bedragen cijfers alles"))
"""Before 'in duizenden', where that is no number of things."""


def scale_fits(sentence: Sentence, first: Token, last: Token) -> bool | None:
    """Whether what is said from one token to another is of the unit of a figure; None of what is of none.

    Where the sentence has no figures ('Aantallen x 1.000.') it is of those after it, of those before it, or of any.
    """
    if not _TIMES.intersection(sentence.before(first, 1)):
        return None
    said = sentence.reading.text[first.start : last.end]
    return True if any(_has(unit, said) for unit in _units(sentence)) else None


def scales_in_words(sentence: Sentence) -> Iterator[Verdict]:
    """'x duizend', '(in miljoenen)', beside what is counted so."""
    for token in sentence.tokens:
        if token.word not in _MANY or token.is_own or token.kind is not Kind.WORD:
            continue
        word, before = _MANY[token.word], sentence.before(token, 2)
        is_noted = before[-1:] == ["in"] and bool(_NOTED.intersection(before[:1]))
        is_said = is_noted or (token.word == word and bool(_TIMES.intersection(before[-1:])))
        if is_said and any(_has(unit, word) for unit in _units(sentence)):
            yield sentence.verdict(ClaimKind.UNIT, token, token, True)


def _units(sentence: Sentence) -> list[str]:
    shown = sentence.meanings or sentence.following or sentence.earlier
    return [each.unit for each in shown] or [sentence.facts.unit(id) for id in sorted(sentence.known.titles)]


def _has(unit: str, said: str) -> bool:
    scale = scale_of(f"x {said}")
    return bool(re.search(rf"(?<![\d.]){re.escape(said)}(?![\d.])", unit)) or (scale > 1 and scale == scale_of(unit))
