"""What the same is of another part: 'een derde kwam uit het buitenland; bij de kunstmusea was dat bijna de helft'."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from rapportage.figures.parts import WHOLE
from rapportage.proof.claims.facts import Subject
from rapportage.proof.claims.lookups import clause_tokens
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.targets import part_in

_IS_SO = frozenset(("was", "is", "waren", "zijn", "bedroeg", "lag"))


def share_there(sentence: Sentence, token: Token) -> list[Decimal] | None:
    """Of 'bij B was dat' how much of B is of the part said before it; None where it does not say so.

    Nothing where the data do not have the one by the other.
    """
    clause = clause_tokens(sentence, token)
    own = [each.mention for each in clause if each.kind is Kind.PART and each.mention]
    is_so = any(one.word in _IS_SO and other.word == "dat" for one, other in pairwise(clause))
    ahead = [each.mention for each in sentence.tokens[: clause[0].index] if each.mention]
    if not own or not is_so or not ahead:
        return None
    near = sentence.reading.near
    for series in sorted(sentence.known.with_names(own)):
        there = part_in(sentence, series, own)
        if there is None:
            continue
        both = (part_in(sentence, series, [*own, each]) for each in ahead)
        subjects = [Subject(series, each) for each in both if each is not None and each not in (WHOLE, there)]
        whole = sentence.facts.value(Subject(series, there), near)
        parts = [value for each in subjects if (value := sentence.facts.value(each, near))]
        if whole and parts:
            return [each / whole for each in parts]
    return []
