"""Words beside a figure that are all of a longer title than its own: 'opgenomen met griep' of all 'opnamen'."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.proof.claims import lexicon
from rapportage.proof.claims.facts import Subject
from rapportage.proof.claims.morphology import same_word
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_scope import are_kin, may_be, own_clause, series_beside, series_of
from rapportage.proof.claims.series_words import roots_of
from rapportage.proof.claims.spoken import joined_verbs
from rapportage.proof.claims.titles import alike

_BESIDES = frozenset(
    lexicon.words(
        "door vanwege dankzij ondanks naast zonder behalve exclusief inclusief plus minus na sinds dan als wegens "
        "tegenover niet geen ook alleen vooral onder waaronder"
    )
)
"""Before a word they say that it is no name of what is counted: 'meer opnamen door griep'."""
_OF = frozenset(lexicon.words("in op met van voor aan uit bij wegens over"))
_REACH = 3
_TELLING = 2
"""So many words of a title must be said."""


def fuller(sentence: Sentence, figure: Token) -> tuple[Token, str, str] | None:
    point = sentence.meaning(figure).point
    if point is None or not point.subject.series or point.subject.part.names or sentence.is_ahead(figure):
        return None
    own, facts = point.subject.series, sentence.facts
    clause = [
        each
        for each in sentence.tokens
        if each.kind in (Kind.WORD, Kind.PART) and sentence.clauses.number(each) == own_clause(sentence, figure)
    ]
    asked = {id for each in clause for id in series_of(sentence, each)} - {own} - series_beside(sentence, figure)
    shown = {point.subject.series for each in sentence.meanings for point in each.points}
    for other in sorted(asked - shown):
        is_apart = not are_kin(sentence, own, other) or facts.is_part_of(other, own)
        if facts.unit(own) != facts.unit(other) or not is_apart or not may_be(sentence, other, point, figure):
            continue
        said = _all_said(sentence, other, clause)
        more = [each for each in said if own not in series_of(sentence, each) and _is_attached(sentence, each)]
        is_other = facts.value(Subject(own), point.time) != facts.value(Subject(other), point.time)
        if more and is_other and _fits_less(sentence, own, clause, said):
            return more[0], own, other
    return None


def _all_said(sentence: Sentence, series: str, clause: Sequence[Token]) -> list[Token]:
    """The words of a clause that are those of a title; none where any of it is not said."""
    words = sorted(sentence.known.titles[series] - lexicon.PREPOSITIONS - lexicon.EMPTY_WORDS)
    if len(words) < _TELLING:
        return []
    found = [next((each for each in clause if _is_said(sentence, each, word)), None) for word in words]
    said = [each for each in found if each is not None and not _is_besides(sentence, each)]
    return sorted(set(said), key=lambda each: each.index) if len(said) == len(words) else []


def _is_said(sentence: Sentence, token: Token, word: str) -> bool:
    spoken = (token.word, *joined_verbs(sentence).get(token.index, ()))
    roots = roots_of(word)
    return any(alike(each, word) or same_word(each, word) or not roots.isdisjoint(roots_of(each)) for each in spoken)


def _is_besides(sentence: Sentence, token: Token) -> bool:
    return not _BESIDES.isdisjoint(sentence.before(token, _REACH))


def _is_attached(sentence: Sentence, token: Token) -> bool:
    """Whether a word says more of a noun: after a preposition, as adjective or verb; and is no object of its own."""
    before = sentence.before(token, _REACH)
    is_verb = token.index in joined_verbs(sentence)
    return is_verb or not _OF.isdisjoint(before) or before[-1:] not in (["de"], ["het"], ["een"])


def _fits_less(sentence: Sentence, own: str, clause: Sequence[Token], said: Sequence[Token]) -> bool:
    """Whether no word of a clause is of the series of its figure but of the other as well."""
    others = {each.index for each in said}
    unit = sentence.known.units[own]
    return all(
        each.index in others or each.word in unit or own not in series_of(sentence, each, widely=False)
        for each in clause
    )
