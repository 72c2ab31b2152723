"""The value at the time that a sentence compares a figure with: 'dan in september', 'een jaar eerder', 'sinds T'."""

from __future__ import annotations

from rapportage.proof.claims import lexicon
from rapportage.proof.claims.evidence import Side, looked_up
from rapportage.proof.claims.lookups import clause_tokens
from rapportage.proof.claims.reading import Token
from rapportage.proof.claims.sentence import Sentence

_RECORD_REACH = 4
_RECORDS = frozenset(("eerder", "nooit", "niet"))


def _is_old_base(sentence: Sentence, token: Token) -> bool:
    """'sinds T', but for 'voor het eerst sinds T' and 'niet eerder sinds T'."""
    if not sentence.is_since(token) or sentence.is_first_since(token):
        return False
    before = sentence.words(token.index - _RECORD_REACH, token.index)
    return not any(word in _RECORDS or word in lexicon.EXTREMES for word in before)


def base_value(sentence: Sentence, figure: Token, word: Token) -> Side | None:
    """The value at the time that the sentence compares with: 'dan in september', 'een jaar eerder'."""
    point = sentence.meaning(figure).point
    if point is None:
        return None
    for token in sentence.times():
        moment = token.moment
        if moment is None or not (sentence.is_base(token) or _is_old_base(sentence, token) or moment.is_relative):
            continue
        if _is_base_of_other(sentence, token, word):
            continue
        for period in moment.periods(point.time) if moment.is_relative else sentence.named(token):
            side = looked_up(sentence.facts, point.subject, period)
            if side is not None and period.end < point.time.end:
                return side
    return None


def _is_base_of_other(sentence: Sentence, base: Token, word: Token) -> bool:
    """Whether another clause compares with it by a word of its own: 'zakte naar F, dat is hoger dan in T'."""
    clause = clause_tokens(sentence, base)
    ahead = [each for each in clause if each.index < base.index]
    return word not in clause and any(each.word in (*lexicon.COMPARISONS, *lexicon.EXTREMES) for each in ahead)
