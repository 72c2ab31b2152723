"""So many of one part on so many of another: 'ruim 12 koopwoningen op elke 10 huurwoningen'."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rapportage.figures.parts import WHOLE
from rapportage.figures.words.numbers import number
from rapportage.proof.claims.amounts import Amount, Form, amounts
from rapportage.proof.claims.facts import Point, Subject
from rapportage.proof.claims.numerals import cardinal
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.targets import part_in
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_EVERY = frozenset(("elke", "iedere"))
_EACH = (["op", "elke"], ["op", "iedere"], ["tegenover", "elke"], ["tegenover", "iedere"])


def out_of_each(sentence: Sentence) -> Iterator[Verdict]:
    """By the figures that the sentence shows of both parts."""
    if _EVERY.isdisjoint(sentence.words(0, len(sentence.tokens))):
        return
    for some in amounts(sentence):
        tokens = sentence.tokens[some.last.index + 1 :][:5]
        if some.form is not Form.COUNT or len(tokens) < 5 or [each.word for each in tokens[1:3]] not in _EACH:
            continue
        count = _count(tokens[3])
        one, other = _shown(sentence, tokens[0]), _shown(sentence, tokens[4])
        if count and one and other and one[0].time == other[0].time and other[1]:
            each = count * one[1] / other[1]
            told = f"het zijn er {number(each, 1)}"
            yield sentence.verdict(ClaimKind.PORTION, some.start, tokens[4], _is_so(some, each), told)


def _is_so(amount: Amount, value: Decimal) -> bool:
    return amount.fits(value)


def _count(token: Token) -> Decimal | None:
    return Decimal(token.text) if token.kind is Kind.NUMBER and token.text.isdigit() else cardinal(token.word)


def _shown(sentence: Sentence, name: Token) -> tuple[Point, Decimal] | None:
    """What the part that is named is, of the series and time of a figure."""
    if name.mention is None:
        return None
    for meaning in sentence.meanings:
        point = meaning.point
        part = part_in(sentence, point.subject.series, [name.mention]) if point else None
        if point is not None and part is not None and part != WHOLE:
            subject = Subject(point.subject.series, part)
            value = sentence.facts.value(subject, point.time)
            if value is not None:
                return Point(subject, (point.time,)), value
    return None
