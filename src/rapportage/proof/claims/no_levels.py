"""What is around a number and tells that it is not how many there are: '+21', '1,70 euro per reiziger'."""

from __future__ import annotations

import itertools
from decimal import Decimal

from rapportage.proof.claims import lexicon
from rapportage.proof.claims.amounts import Amount
from rapportage.proof.claims.moment import UNITS
from rapportage.proof.claims.per import count_at
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence

_SIGNS = "+−-–"
_EVERY = frozenset(("elke", "iedere", "elk", "ieder"))
_OF = frozenset(("van", "op"))
_LEAST = 10
_TO_PER = 3
"""So many words after a number comes 'per'."""


def is_signed(sentence: Sentence, amount: Amount) -> bool:
    """Whether a sign is right before it, and before that no number: '(−19)', '+3 bij de jongsten'."""
    text, start = sentence.reading.text, amount.first.start
    ahead = text[:start].rstrip("~ ")
    return ahead[-1:] in tuple(_SIGNS) and not ahead[:-1].rstrip()[-1:].isalnum() and text[start - 1] in _SIGNS


def of_every(sentence: Sentence) -> Decimal:
    """The hundred of 'van elke honderd kwamen er 48 uit A en 23 uit B', of which all numbers are then; or 0."""
    for token in sentence.tokens:
        before = sentence.before(token, 2)
        if before[-1:] and before[-1] in _EVERY and before[0] in _OF:
            value, _ = count_at(sentence, token)
            if value is not None and value >= _LEAST:
                return value
    return Decimal(0)


def is_per_one(sentence: Sentence, last: Token) -> bool:
    """Whether it is so many per one of something: 'ruim 1,70 euro per reiziger', where no series is counted so."""
    following = sentence.tokens[last.index + 1 :][: _TO_PER + 1]
    for per, noun in itertools.pairwise(following):
        if per.kind is not Kind.WORD:
            return False
        if per.word == "per":
            is_thing = noun.kind is Kind.WORD and noun.word not in UNITS and noun.word not in lexicon.SCALES
            described = (sentence.facts.described(each).casefold().split() for each in sentence.known.titles)
            return is_thing and not any("per" in words and noun.word in words for words in described)
    return False
