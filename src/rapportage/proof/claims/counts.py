"""Large numbers in words beside the figure that they are of: 'bijna vierhonderdduizend mensen (F)'."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from rapportage.figures.words.numbers import number
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.amounts import Amount, of_count, step_of
from rapportage.proof.claims.numerals import cardinal
from rapportage.proof.claims.qualifiers import holds, qualifier_of
from rapportage.proof.claims.reading import Kind
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_LEAST = 1001
"""Smaller ones are held against the figures of the sentence by `check_counts`; 'duizend' is a scale."""
_NEAR, _FAR = Decimal("0.6"), Decimal("1.6")
_LOOK_BACK = 5
_OF_EVERY = frozenset(("per", "elke", "iedere", "op"))


def counts_in_words(sentence: Sentence, apart: Collection[Amount] = ()) -> Iterator[Verdict]:
    """Of all but those `apart` false where the one figure in the sentence that is about as much is not so much."""
    told = {each.first.index for each in apart}
    for token in sentence.tokens:
        value = None if token.is_own or token.index in told or token.kind is not Kind.WORD else cardinal(token.word)
        if (
            value is None
            or value < _LEAST
            or token.word in lexicon.SCALES
            or not _OF_EVERY.isdisjoint(sentence.before(token, 1))
        ):
            continue
        near = list(_about_so_many(sentence, value))
        if len(near) != 1 or sentence.is_denied(token) or sentence.is_ahead(token):
            continue
        qualifier, length = qualifier_of(sentence.before(token, _LOOK_BACK))
        is_so = holds(value, near[0], qualifier, of_count(value, step_of(str(int(value)))))
        first = sentence.tokens[token.index - length]
        yield sentence.verdict(ClaimKind.PORTION, first, token, is_so, f"het zijn er {number(near[0])}")


def _about_so_many(sentence: Sentence, value: Decimal) -> Iterator[Decimal]:
    for figure in sentence.figures:
        shown = sentence.meaning(figure).value
        if shown is not None and value * _NEAR <= abs(shown) <= value * _FAR:
            yield abs(shown)
