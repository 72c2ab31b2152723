"""What a time that is said to be a base ('dan in T', 'boven het dal in T') may be the base of."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.claim_words import about
from rapportage.proof.claims.facts import Meaning
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind

_THAN_REACH = 7
"""So many words before its time is what is more or less."""


def compared_with(sentence: Sentence, token: Token, changes: Sequence[Token]) -> Token | None:
    """The change that a time is the base of: that before 'hoger dan T', or the nearest; none where words say it."""
    own = sentence.clauses.number(token)
    here = [each for each in sentence.tokens[: token.index] if sentence.clauses.number(each) == own]
    if any(each.word in change_words.SIDES for each in here) and not any(each in here for each in changes):
        return None  # 'F lager, maar boven het niveau van T'
    if any(each.word in lexicon.COMPARISONS for each in here) and not _are_near(sentence, token, changes):
        return None  # 'iets goedkoper dan in T: het zakte …, maar ligt F hoger'
    words = [each for each in sentence.tokens[: token.index] if each.word in lexicon.COMPARISONS]
    is_than = words and words[-1].index >= token.index - _THAN_REACH
    if is_than and words[-1].index:
        how_much = _how_much(sentence, words[-1])
        before = [each for each in changes if each.index < words[-1].index]
        if how_much.kind is Kind.FIGURE or (before and not _says_how_much(how_much)):
            return before[-1] if before else None
        if _says_how_much(how_much):
            return None
    return min(changes, key=lambda each: abs(each.index - token.index))


def _how_much(sentence: Sentence, word: Token) -> Token:
    """What says how much more: of 'F duizend hoger' the figure."""
    near = sentence.tokens[word.index - 2 : word.index]
    is_scaled = len(near) > 1 and near[0].kind is Kind.FIGURE and near[1].word in lexicon.SCALES
    return near[0] if is_scaled else sentence.tokens[word.index - 1]


def _are_near(sentence: Sentence, token: Token, changes: Sequence[Token]) -> bool:
    """Whether a change is in the clause of a time or the one beside it, with no other figure between."""
    own = sentence.clauses.number(token)
    near = [each for each in sentence.figures if abs(sentence.clauses.number(each) - own) <= 1]
    return any(each in changes for each in near)


def _says_how_much(token: Token) -> bool:
    return token.kind is Kind.NUMBER or token.word in lexicon.FRACTIONS or about(token.word) is ClaimKind.PORTION


def is_beyond(sentence: Sentence, token: Token, figure: Token) -> bool:
    """'F boven het dal in T'."""
    return any(word in change_words.SIDES for word in sentence.words(figure.index + 1, token.index))


def may_be_of_report(sentence: Sentence, token: Token, meaning: Meaning) -> bool:
    """Whether 'vorig jaar' may be the year of the report, which is read in the year after it.

    'Vorig jaar waren het er nog F' is of the year before, as is what stands beside a figure of another time.
    """
    moment, near = token.moment, sentence.reading.near
    if moment is None or not (moment.is_from_now and moment.steps == 1 and moment.unit == near.kind):
        return False
    others = [each for each in sentence.times() if each is not token and sentence.is_at(each)]
    is_of_report = all(point.time == near for each in sentence.meanings for point in each.points if point.periods)
    has_told = any(near in sentence.named(each) for each in others)
    return is_of_report and meaning.is_level and not has_told and "nog" not in sentence.clause_of(token).split()
