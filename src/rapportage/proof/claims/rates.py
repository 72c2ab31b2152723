"""So many of every so many, by two figures: 'op elke 1.000 inwoners zijn er ruim 196 lid (F leden op F inwoners)'."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from msgspec import Struct

from rapportage.figures.words.numbers import number
from rapportage.proof.claims.amounts import Amount, typed_value
from rapportage.proof.claims.numerals import cardinal
from rapportage.proof.claims.qualifiers import holds
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence

_EVERY = frozenset(("elke", "iedere", "per"))
_AMONG = 4
"""So many words from one figure to the other 'op' may be: 'F leden op in totaal F inwoners'."""


class Rate(Struct, frozen=True):
    holds: bool | None
    truth: str = ""


def rate_of(sentence: Sentence, amount: Amount) -> Rate | None:
    """Whether a number that is of every so many is so by two figures; None of what is no such number.

    It is false only where the sentence says of which two: 'F op F'.
    """
    wholes = [value for each in sentence.tokens if (value := _every(sentence, each, amount)) is not None]
    if len(wholes) != 1:
        return None
    pairs = [(one, other) for one, other in permutations(sentence.levels, 2) if _value(sentence, other)]
    rates = [wholes[0] * _value(sentence, one) / _value(sentence, other) for one, other in pairs]
    if any(holds(amount.value, each, amount.qualifier, amount.leeway) for each in rates):
        return Rate(holds=True)
    said = list(_said(sentence))
    if len(said) != 1:
        return Rate(None)
    some, all_of = said[0]
    return Rate(False, f"het zijn er {number(wholes[0] * _value(sentence, some) / _value(sentence, all_of), 1)}")


def _every(sentence: Sentence, token: Token, amount: Amount) -> Decimal | None:
    """The '1.000' of 'op elke 1.000', in the clause of a number."""
    is_here = sentence.clauses.number(token) == sentence.clauses.number(amount.first)
    if not is_here or token is amount.first or not _EVERY.intersection(sentence.before(token, 1)):
        return None
    value = typed_value(token.text) if token.kind is Kind.NUMBER else cardinal(token.word)
    return value if value is not None and value > 1 else None


def _said(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """The figures between which 'op' is."""
    for one, other in zip(sentence.levels, sentence.levels[1:], strict=False):
        between = sentence.words(one.index + 1, other.index)
        if len(between) <= _AMONG and "op" in between and _value(sentence, other):
            yield one, other


def _value(sentence: Sentence, figure: Token) -> Decimal:
    return sentence.meaning(figure).value or Decimal(0)
