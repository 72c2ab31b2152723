"""'Vergeleken met T, toen er F waren, is hun aantal gehalveerd': the one figure is of then, and the other of now."""

from __future__ import annotations

from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.claim_words import about
from rapportage.proof.claims.evidence import Change, looked_up, side_of
from rapportage.proof.claims.lookups import clause_tokens, series_touched
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.when import fits

_PLAIN = (
    lexicon.EMPTY_WORDS
    | lexicon.QUALIFIERS
    | lexicon.PREPOSITIONS
    | change_words.MUCH
    | change_words.WEAK
    | change_words.HARDLY
    | frozenset(lexicon.words("inmiddels intussen sindsdien procent toegenomen afgenomen"))
)
_NOUN = 4
"""A noun has so many letters."""


def since_then(sentence: Sentence, token: Token) -> Change | None:
    """How the only figure, of the time that is compared with, went since: to what it is in the period of the report.

    Only where it comes before the word in a clause of its own, without another time, and no other thing went so.
    """
    times = list(sentence.times())
    if len(sentence.figures) != 1 or sentence.figures != sentence.levels or len(times) != 1:
        return None
    figure, near = sentence.figures[0], sentence.reading.near
    point, then = sentence.meaning(figure).point, side_of(sentence, figure)
    own = sentence.clauses.number(token)
    if point is None or then is None or figure.index > token.index or sentence.clauses.number(figure) == own:
        return None
    is_then = sentence.is_base(times[0]) and fits(sentence.named(times[0], figure), point)
    clause = [each for each in sentence.clauses.at(own) if each.kind is not Kind.MARK]
    names_other = any(not _may_be_of(sentence, each, point.subject.series) for each in clause if each is not token)
    if not is_then or names_other or near.kind != point.time.kind or near.end <= point.time.end:
        return None
    now = looked_up(sentence.facts, point.subject, near)
    return Change.of(then, now) if now else None


def since_shown(sentence: Sentence, token: Token) -> Change | None:
    """Of 'sinds de piek van T (F) is het aantal gedaald' how the only figure went since, to what it is now."""
    if "(" not in sentence.reading.text:
        return None
    since = next((each for each in sentence.times() if sentence.is_since(each)), None)
    if since is None or len(sentence.levels) != 1 or since.index > token.index or len(list(sentence.times())) > 1:
        return None
    figure, near = sentence.levels[0], sentence.reading.near
    point, then = sentence.meaning(figure).point, side_of(sentence, figure)
    is_shown = figure.index == since.index + 2 and sentence.before(figure, 1) == ["("]
    if point is None or then is None or not is_shown or not fits(sentence.named(since, figure), point):
        return None
    touched = series_touched(sentence, clause_tokens(sentence, token))
    now = looked_up(sentence.facts, point.subject, near) if near.kind == point.time.kind else None
    is_of_it = not touched or point.subject.series in touched
    return Change.of(then, now) if now and is_of_it and near.end > point.time.end else None


def _may_be_of(sentence: Sentence, token: Token, series: str) -> bool:
    """Whether a word is no name of another thing: 'hun aantal', and not 'de pakkans'."""
    if token.kind is not Kind.WORD:
        return token.kind is Kind.NUMBER
    is_plain = token.word in _PLAIN or about(token.word) is not None or len(token.word) < _NOUN
    return is_plain or series in sentence.known.series_words.of(token.word)
