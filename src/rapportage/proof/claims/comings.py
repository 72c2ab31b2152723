"""Verbs of what came and what went: 'er kwamen er F bij', 'F banen verdwenen', 'kwamen te vervallen'."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.figures.observation import Operation
from rapportage.figures.words.numbers import signed
from rapportage.proof.claims import change_words
from rapportage.proof.claims.moves import ends_verb
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Verdict


def comings(sentence: Sentence) -> Iterator[Verdict]:
    """Whether a difference between two times went the way that its verb says."""
    for figure in sentence.figures:
        meaning = sentence.meaning(figure)
        if meaning.operation is not Operation.DIFFERENCE or not meaning.rise:
            continue
        for word, sign in comings_at(sentence, figure):
            is_open = sentence.is_denied(word) or sentence.is_ahead(word)
            is_so = None if is_open else meaning.rise * sign > 0
            yield sentence.verdict(ClaimKind.CHANGE, word, word, is_so, f"het verschil is {signed(meaning.rise, None)}")


def comings_at(sentence: Sentence, amount: Token) -> Iterator[tuple[Token, int]]:
    """The one word in the clause of a figure or number that says that so many came or went, with its sign."""
    own = sentence.clauses.number(amount)
    clause = [each for each in sentence.clauses.at(own) if each.kind is Kind.WORD]
    found = [(each, change_words.COMINGS[each.word]) for each in clause if each.word in change_words.COMINGS]
    verbs = [each for each in clause if each.word in change_words.COMING_VERBS]
    for verb in verbs:
        particles = change_words.COMING_VERBS[verb.word]
        behind = (each for each in clause if each.index > verb.index and each.word in particles)
        found += [(each, particles[each.word]) for each in behind if ends_verb(sentence, each)]
    if len({sign for _, sign in found}) == 1:
        yield found[0]
