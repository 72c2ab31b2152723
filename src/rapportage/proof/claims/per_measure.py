"""'F microgram per kubieke meter', 'F stuks per kilometer', 'F euro per vierkante meter': is the figure per so much?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapportage.figures.measure_kinds import COUNT, RATE
from rapportage.figures.unit_text import unit_of
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.amounts import typed_value
from rapportage.proof.claims.facts import Meaning
from rapportage.proof.claims.measures import Measure, measure_in, measure_of
from rapportage.proof.claims.morphology import ends_as
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_PER = ("per", "/")
_BETWEEN = 3
"""So many words are between a figure and what it is per: 'F microgram fijnstof per'."""
_SURFACE = "vlak"
_THINGS = tuple(word for word, kind in lexicon.COUNTED.items() if kind in ("woningen", "gezinnen", "mensen"))


def per_measure(sentence: Sentence) -> Iterator[Verdict]:
    for token in sentence.tokens:
        figure = _just_before(sentence, token) if token.word in _PER and not token.is_own else None
        if figure is None:
            continue
        many, words = _said(sentence, token)
        said = measure_of([each.word for each in words])
        if said is None or said.kind == "tijd":
            continue
        meaning = sentence.meaning(figure)
        holds = _is_per(sentence, meaning, said, many)
        last = words[1] if len(words) > 1 and measure_of([words[0].word]) is None else words[0]
        yield sentence.verdict(ClaimKind.UNIT, token, last, holds, f"de eenheid is {meaning.unit}")


def _just_before(sentence: Sentence, token: Token) -> Token | None:
    """The figure that a word like 'per' comes after, with only its unit and what it counts between them."""
    for step, each in enumerate(sentence.tokens[: token.index][::-1]):
        if each in sentence.levels:
            return each
        if each.kind not in (Kind.WORD, Kind.PART) or each.word in lexicon.PREPOSITIONS or step == _BETWEEN:
            return None
    return None


def _said(sentence: Sentence, token: Token) -> tuple[Decimal, Sequence[Token]]:
    """How many of what comes after 'per', with its one or two words."""
    following = sentence.tokens[token.index + 1 : token.index + 4]
    many = typed_value(following[0].text) if following and following[0].kind is Kind.NUMBER else None
    return (many or Decimal(1), following[1:]) if many else (Decimal(1), following[:2])


def _is_per(sentence: Sentence, meaning: Meaning, said: Measure, many: Decimal) -> bool | None:
    titles = [sentence.facts.title(point.subject.series).casefold() for point in meaning.points]
    for text in (meaning.unit.casefold(), *titles):
        _, sign, of = text.replace("/", " per ").partition(" per ")
        number, _, rest = of.strip().partition(" ")
        value = typed_value(number) if number[:1].isdigit() else None
        own = measure_in(rest if value else of)
        if sign and own is not None and own.kind != "tijd":
            return said.kind == own.kind and said.size * many == own.size * (value or 1)
        if sign and own is None:
            return False
    return False if said.kind == _SURFACE and _is_of_thing(meaning, titles) else None


def _is_of_thing(meaning: Meaning, titles: Sequence[str]) -> bool:
    """Whether it is so much of one thing that is counted: 'Verkoopprijs van koopwoningen' in euro."""
    is_plain = unit_of(meaning.unit).kind not in (COUNT, RATE)
    words = [word for title in titles for word in title.split()]
    return is_plain and any(word == thing or ends_as(word, thing) for word in words for thing in _THINGS)
