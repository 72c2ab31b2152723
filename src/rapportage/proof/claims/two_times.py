"""Two times beside each other: that say the same twice, or of which one is within the other."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.proof.claims import lexicon
from rapportage.proof.claims.reading import Token
from rapportage.proof.claims.sentence import Sentence

_APPOSED = frozenset(lexicon.words(", ( in het de dus namelijk ofwel"))


def is_apposition(sentence: Sentence, one: Token, other: Token) -> bool:
    """Whether two times say the same twice: 'vorige maand, in april,'."""
    first, last = sorted((one, other), key=lambda each: each.index)
    between = sentence.words(first.index + 1, last.index)
    return bool(between) and between[0] in (",", "(") and _APPOSED.issuperset(between)


def is_narrower(
    sentence: Sentence, said: tuple[Token, Token, bool], found: Sequence[tuple[Token, Token, bool]]
) -> bool:
    """Whether a wrong time is within the one that is right beside it: 'het was dit jaar in maart …, toen F'."""
    token, figure, _ = said
    point, named = sentence.meaning(figure).point, sentence.named(token, figure)
    if point is None or not any(each.kind == point.time.kind for each in named):
        return False
    right = [one for one, of, holds in found if holds and of is figure and one is not token]
    number = sentence.clauses.number(token)
    return bool(right) and all(
        sentence.clauses.number(one) == number
        and any(wide.contains(each) and wide != each for wide in sentence.named(one, figure) for each in named[:1])
        for one in right
    )
