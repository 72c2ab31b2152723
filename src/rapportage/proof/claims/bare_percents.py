"""Percentages without their sign: 'Het inwilligingspercentage zakte van 65 naar 62'."""

from __future__ import annotations

from rapportage.figures.unit_text import is_percent
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.amounts import Amount, Form
from rapportage.proof.claims.reading import Kind
from rapportage.proof.claims.sentence import Sentence

_MOST = 100
_GOES_ON = lexicon.PREPOSITIONS | lexicon.AUXILIARIES | frozenset(("en", "of", "maar", "terwijl"))


def is_bare_percent(sentence: Sentence, amount: Amount) -> bool:
    """Whether a number counts nothing that is said behind it, in a clause that names only what is in per cent."""
    if amount.form is not Form.COUNT or amount.first is not amount.last or amount.value > _MOST:
        return False
    following = sentence.tokens[amount.last.index + 1 :][:1]
    if following and following[0].kind is Kind.WORD and following[0].word not in _GOES_ON:
        return False
    number = sentence.clauses.number(amount.first)
    words = [each.word for each in sentence.clauses.at(number) if each.kind in (Kind.WORD, Kind.PART)]
    named = sentence.known.in_full.said_in(words)
    return bool(named) and all(is_percent(sentence.facts.unit(each)) for each in named)
