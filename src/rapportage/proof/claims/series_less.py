"""Words beside a figure that say less than the title of its series, or nothing of it."""

from __future__ import annotations

from rapportage.figures.unit_text import unit_of
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.morphology import same_word
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_scope import (
    are_kin,
    is_no_place,
    is_told_by,
    may_be,
    said_of,
    series_of,
    words_around,
)
from rapportage.proof.claims.series_words import is_general

_LEAST_ALIKE = 5
"""So many letters begin two forms of one word: 'verwachte', 'verwachting'."""
_FORESEEN = frozenset(lexicon.words("gerekend uitgegaan voorzien geraamd voorspeld begroot gepland"))
_SUPPOSED = _FORESEEN | frozenset(lexicon.words("normaal gewoonlijk doorgaans gebruikelijk model"))
"""With which a figure is no count of what happened."""
_KEPT = ("gehouden", "houdt", "houden", "hield", "hielden")
"""After 'rekening'."""
_EXPECTED = ("verwacht", "geraamd", "begroot", "gepland", "voorzien", "voorspeld")
"""With which the title begins of a series of what was foreseen."""


def _are_one(one: str, other: str) -> bool:
    """Whether two words are forms of one, and neither is part of the other: 'overledenen', 'overleden'."""
    return same_word(one, other) or not lexicon.KIN.get(one, frozenset()).isdisjoint(lexicon.KIN.get(other, ()))


def _is_form(one: str, other: str) -> bool:
    """Whether two words begin alike: 'verwachte', 'verwachting'."""
    return min(len(one), len(other)) >= _LEAST_ALIKE and one[:_LEAST_ALIKE] == other[:_LEAST_ALIKE]


def plainer(sentence: Sentence, figure: Token) -> tuple[Token, str, str] | None:
    """Words that are all of the title of a series, where that of the figure says more: 'sterfte' of expected."""
    point = sentence.meaning(figure).point
    if point is None or not point.subject.series or sentence.is_ahead(figure):
        return None
    own, known = point.subject.series, sentence.known.series_words
    words = {each.word for each in sentence.tokens if each.kind in (Kind.WORD, Kind.PART)}
    around = [each.word for each in words_around(sentence, figure)]
    if not _SUPPOSED.isdisjoint(words) or _is_foreseen(sentence, figure) or sentence.earlier:
        return None
    for other in sorted(sentence.known.in_full.said_in(around) - {own}):
        title, longer = sentence.known.titles[other], sentence.known.titles[own]
        is_less = len(title) < len(longer) and all(own in known.of(word) for word in title)
        is_less = is_less and all(any(_are_one(word, said) for said in around) for word in title)
        more = [word for word in longer if other not in known.of(word)]
        is_unsaid = bool(more) and not any(_is_form(word, said) for word in more for said in words)
        is_like = sentence.facts.unit(own) == sentence.facts.unit(other) and not are_kin(sentence, own, other)
        if is_less and is_unsaid and is_like and may_be(sentence, other, point, figure):
            token = said_of(sentence, title)
            return (token, own, other) if token else None
    return None


def foreseen(sentence: Sentence, figure: Token) -> tuple[Token, str, str] | None:
    """Words of what was foreseen beside the figure of what came of it: 'voor F overledenen was rekening gehouden'."""
    point = sentence.meaning(figure).point
    if point is None or len(sentence.figures) > 1 or not _is_foreseen(sentence, figure):
        return None
    own, titles = point.subject.series, sentence.known.titles
    if any(word.startswith(_EXPECTED) for word in titles.get(own, ())):
        return None
    for other in sorted(titles):
        more = [word for word in titles[other] if own not in sentence.known.series_words.of(word)]
        is_expected = bool(more) and all(word.startswith(_EXPECTED) for word in more)
        is_like = sentence.facts.unit(own) == sentence.facts.unit(other)
        if is_expected and is_like and may_be(sentence, other, point, figure):
            return figure, own, other
    return None


def _may_name(sentence: Sentence, token: Token, series: str) -> bool:
    """A noun after a preposition only where it is itself of the title: 'naar de stembus' names no 'stembureaus'."""
    return is_no_place(sentence, token) or any(same_word(token.word, own) for own in sentence.known.titles[series])


def _is_foreseen(sentence: Sentence, figure: Token) -> bool:
    """Whether the clause of a figure says that it was foreseen, and compares nothing with that."""
    words = {each.word for each in sentence.clauses.at(sentence.clauses.number(figure))}
    if not words.isdisjoint((*lexicon.NEGATIONS, "niemand", "hoewel", "ondanks")) or sentence.is_ahead(figure):
        return False
    is_said = not _FORESEEN.isdisjoint(words) or ("rekening" in words and not words.isdisjoint(_KEPT))
    return is_said and words.isdisjoint((*lexicon.COMPARISONS, "dan", "als"))


def untouched(sentence: Sentence, figure: Token) -> tuple[Token, str, str] | None:
    """Words of which none is of the series of a figure, and more are of another: 'op de intensive care'."""
    point = sentence.meaning(figure).point
    if point is None or not point.subject.series or sentence.earlier or len(sentence.figures) > 1:
        return None
    own, facts = point.subject.series, sentence.facts
    words = [each for each in sentence.tokens if each.kind in (Kind.WORD, Kind.PART) and not is_general(each.word)]
    if point.subject.part.names or any(own in series_of(sentence, each) or each.is_own for each in words):
        return None
    if not {*own.casefold().split("_")}.isdisjoint(each.word for each in words):
        return None
    telling = [each for each in words if each.kind is Kind.WORD and each.word not in lexicon.EMPTY_VERBS]
    kind = unit_of(sentence.meaning(figure).unit).kind
    for other in sorted(
        {id for each in telling for id in series_of(sentence, each, widely=False)} - {own, *facts.sum_of(own)}
    ):
        is_apart = not are_kin(sentence, own, other) or facts.is_part_of(other, own)
        is_called = any(each.word == other for each in telling)
        placed = [each for each in telling if other in series_of(sentence, each, widely=False)]
        if not is_called and not any(_may_name(sentence, each, other) for each in placed):
            continue
        is_told = (is_called or is_told_by(sentence, other, telling)) and unit_of(facts.unit(other)).kind is kind
        if is_apart and is_told and may_be(sentence, other, point, figure):
            return next(each for each in telling if other in series_of(sentence, each, widely=False)), own, other
    return None
