"""Times that say nothing of a figure: they are of a typed amount, or say which things are meant."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rapportage.proof.claims import lexicon
from rapportage.proof.claims.amounts import amounts, in_words
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence

_RELATIVE = frozenset(lexicon.words("die dat wie"))
_DIVIDES = frozenset(lexicon.words("waarvan waaronder wie"))
"""With which a clause begins that is about a piece of the amount before it: ', waarvan', ', van wie'."""
_SET_AGAINST = frozenset(lexicon.words("tegen tegenover terwijl waar"))
"""With which a clause begins that says what it was at another time."""
_OPENING = 3


def is_of_another(sentence: Sentence, token: Token) -> bool:
    """Whether a time is in a clause without figures that has something else for it to be of."""
    number = sentence.clauses.number(token)
    clause = sentence.clauses.at(number)
    if any(each.kind is Kind.FIGURE for each in clause):
        return False
    is_of_amount = _is_of_amount(sentence, clause) or _is_of_words(sentence, token, clause)
    return is_of_amount or _is_of_which(sentence, token, clause)


def is_of_other_time(sentence: Sentence, amount: Token) -> bool:
    """Whether what is said in words is of a time of its own: '(F), in september nog een kwart'."""
    number = sentence.clauses.number(amount)
    clause = [each for each in sentence.tokens if sentence.clauses.number(each) == number]
    if any(each.kind is Kind.FIGURE for each in clause):
        return False
    return any(each.kind is Kind.TIME and _is_of_words(sentence, each, clause) for each in clause)


def _is_of_amount(sentence: Sentence, clause: Sequence[Token]) -> bool:
    """'Over heel 2024 werd 5.362 miljoen uitgegeven, waarvan F …': a typed amount, of which the figure is a piece."""
    if not any(each.kind is Kind.NUMBER for each in clause):
        return False
    end = clause[-1].index + 1
    return not _DIVIDES.isdisjoint(sentence.words(end, end + _OPENING))


def _is_of_words(sentence: Sentence, token: Token, clause: Sequence[Token]) -> bool:
    """'(F), tegen nog geen kwart in september', '(F), in september nog een kwart': of what is said in words."""
    words = [each for each in clause if each.kind is not Kind.MARK]
    is_then = words[0].word in _SET_AGAINST or (token in words[:2] and "nog" in sentence.after(token, _OPENING))
    if not is_then or not any(each.index < clause[0].index for each in sentence.figures):
        return False
    said = (each.first for each in (*amounts(sentence), *in_words(sentence)) if not each.is_typed)
    return any(clause[0].index <= each.index <= clause[-1].index for each in said)


def _is_of_which(sentence: Sentence, token: Token, clause: Sequence[Token]) -> bool:
    """'Van de vlinders die in 1990 rondvlogen, is … over: F': when those were there, and not when the figure is of.

    'Het aantal dat in 2023 overleed, was F' is of that time, and so is a share: 'van wie in 2023 overleed, was F%'.
    """
    words = [each for each in clause if each.kind is not Kind.MARK]
    before = [each for each in words if each.index < token.index]
    if not any(each.word in _RELATIVE and _is_noun(one) for one, each in pairwise(before)):
        return False
    following = sentence.clauses.number(token) + 1
    near = [each for each in sentence.figures if sentence.clauses.number(each) == following]
    return not near or (words[0].word == "van" and not any(sentence.meaning(each).whole for each in near))


def _is_noun(token: Token) -> bool:
    is_other = token.word in lexicon.PREPOSITIONS or token.word in lexicon.AUXILIARIES
    return token.kind in (Kind.WORD, Kind.PART) and not is_other
