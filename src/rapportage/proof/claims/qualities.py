"""Adjectives that say more or less of some quantities only: 'krapper' is more vacancies, and fewer unemployed."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from rapportage.figures.measure_kinds import AMOUNT, COUNT, INDEX, QUANTITY
from rapportage.figures.unit_text import unit_of
from rapportage.proof.claims.lexicon import words
from rapportage.proof.claims.reading import Token
from rapportage.proof.claims.sentence import Sentence


class Quality(Struct, frozen=True):
    """Of what there is more, and of what less, where something is more so; by the beginnings of words of a title."""

    more: tuple[str, ...]
    less: tuple[str, ...]


_TIGHT = Quality(
    ("vacature", "spanning", "krapte", "personeelstekort", "lerarentekort"),
    ("werkloos", "werkloz", "leegstand", "leegstaand", "aanbod", "huizenaanbod", "woningaanbod", "beschikba"),
)
_WIDE = Quality(_TIGHT.less, _TIGHT.more)
_DEAR = Quality(("prijs", "prijz", "kosten", "tarie", "premie", "huur", "lasten", "bedrag", "uitgaven", "rente"), ())
_CHEAP = Quality((), _DEAR.more)
_OF: Mapping[str, Quality] = {
    **dict.fromkeys(words("krapper krappere krap krappe gespannener gespannen"), _TIGHT),
    **dict.fromkeys(words("ruimer ruimere ruim"), _WIDE),
    **dict.fromkeys(words("duurder duurdere duur dure"), _DEAR),
    **dict.fromkeys(words("goedkoper goedkopere goedkoop goedkope"), _CHEAP),
}
_MARKETS = ("arbeidsmarkt", "woningmarkt", "huizenmarkt")
_BECOMES = frozenset(words("word wordt worden werd werden geworden"))
_WAY: Mapping[Quality, int] = {_DEAR: 1, _CHEAP: -1}
"""Of a sum of money whatever its title says."""
_ROOM = ("oppervlakte", "vloer", "m2", "vierkante")


def quality_sign(sentence: Sentence, word: str) -> int | None:
    """1 where what the figures count is more the more it is so, -1 where it is less; None where that can't be told."""
    quality = _OF[word]
    meanings = sentence.meanings or list(sentence.earlier[-1:])
    series = {point.subject.series for each in meanings for point in each.points}
    signs = {_sign_of(sentence, id, quality) for id in series if id}
    return next(iter(signs)) if len(signs) == 1 else None


def has_quality(word: str) -> bool:
    return word in _OF


def is_said_of_figures(sentence: Sentence, token: Token) -> bool:
    """Whether it is said of what the figures are: not the 'goedkopere' of 'starters zoeken een goedkopere woning'.

    Before a noun that is only where the noun is of the series, and something became so or is so 'dan' before.
    """
    if not token.word.endswith("ere"):
        return True
    noun = next((each for each in sentence.tokens[token.index + 1 :] if not each.word.endswith("e")), None)
    clause = [each.word for each in sentence.clauses.at(sentence.clauses.number(token))]
    if noun is None or ("dan" not in clause and _BECOMES.isdisjoint(clause)):
        return False
    meanings = sentence.meanings or list(sentence.earlier[-1:])
    series = {point.subject.series for each in meanings for point in each.points}
    return noun.word.endswith(_MARKETS) or not series.isdisjoint(sentence.known.series_words.of(noun.word))


def _sign_of(sentence: Sentence, series: str, quality: Quality) -> int | None:
    described = sentence.facts.described(series).casefold()
    title = [piece for word in described.split() for piece in (word, word.lstrip("("))]
    is_more, is_less = (any(begin in word for word in title for begin in some) for some in (quality.more, quality.less))
    kind = unit_of(sentence.facts.unit(series)).kind
    if quality in (_TIGHT, _WIDE):
        if "werkloz" in described and "vacature" in described:  # 'Vacatures per 100 werklozen'
            return 1 if quality is _TIGHT else -1
        if quality is _WIDE and any(each in described for each in _ROOM):
            return 1
    elif kind in (AMOUNT, INDEX):
        return _WAY[quality]
    elif kind in (COUNT, QUANTITY):
        return None
    return None if is_more == is_less else 1 if is_more else -1
