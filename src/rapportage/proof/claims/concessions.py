"""What is only granted: 'hoewel het toenam, bleef het onder het niveau van T', 'hoewel de instroom daalde, …'."""

from __future__ import annotations

from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.lookups import clause_tokens, series_at, series_touched
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_words import is_general


def is_granted(sentence: Sentence, token: Token) -> bool:
    """Whether a word is in a clause that grants something, and has no figure or time of its own."""
    clause = clause_tokens(sentence, token)
    is_bare = not any(each.kind in (Kind.FIGURE, Kind.TIME) for each in clause)
    return clause[0].word in lexicon.CONCEDES and is_bare


def is_granted_of_other(sentence: Sentence, token: Token) -> bool:
    """Whether that is about another series than all figures behind it: 'hoewel het aantal reizigers groeide'."""
    if not is_granted(sentence, token):
        return False
    clause = clause_tokens(sentence, token)
    own = {id for each in sentence.figures for id in series_at(sentence, each)}
    words = [each.word for each in clause if each.kind is Kind.WORD and not is_general(each.word)]
    said = [sentence.known.series_words.of(each, widely=False) for each in words]
    touched = series_touched(sentence, clause).union(*said)
    return bool(touched) and own.isdisjoint(touched)


def granted_level(sentence: Sentence, token: Token) -> Token | None:
    """Of 'Hoewel het toenam, bleef het met F onder het niveau van T (F)' the first: T is no base of it."""
    end = clause_tokens(sentence, token)[-1].index
    following = sentence.tokens[end + 1 :] if is_granted(sentence, token) else []
    compares = any(each.word in lexicon.COMPARISONS or each.word in change_words.SIDES for each in following)
    return next((each for each in sentence.levels if compares and each.index > end), None)
