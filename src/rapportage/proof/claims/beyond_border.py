"""What is said to be above or below the figure before it: 'boven het landelijke cijfer van F; A en B zaten eronder'."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.figures.words.numbers import number
from rapportage.proof.claims.facts import Subject
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.targets import part_in
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_SIDES = {"eronder": -1, "erboven": 1, "daarboven": 1, "daaronder": -1}
_PLACED = frozenset(
    ("zat", "zaten", "lag", "lagen", "bleef", "bleven", "kwam", "kwamen", "zit", "zitten", "ligt", "liggen")
)
_NEAR = 4
"""So many words before 'eronder' comes its verb."""


def beyond_border(sentence: Sentence) -> Iterator[Verdict]:
    """Of each part that is named whether it is above or below the last figure."""
    if _SIDES.keys().isdisjoint(sentence.words(0, len(sentence.tokens))):
        return
    for token in sentence.tokens:
        sign = _SIDES.get(token.word, 0)
        if not sign or token.is_own or _PLACED.isdisjoint(sentence.before(token, _NEAR)):
            continue
        number_of = sentence.clauses.number(token)
        levels = [each for each in sentence.levels if each.index < token.index]
        named = [each for each in _named(sentence, token) if levels and each.index > levels[-1].index]
        if levels and named and not any(sentence.clauses.number(each) == number_of for each in levels):
            yield from _judged(sentence, token, levels[-1], named, sign)


def _named(sentence: Sentence, token: Token) -> list[Token]:
    """The names of its part of the sentence, before it."""
    tokens = [each for each in sentence.tokens[: token.index] if sentence.clauses.together(each, token)]
    return [each for each in tokens if each.kind is Kind.PART and not each.is_own]


def _judged(sentence: Sentence, token: Token, border: Token, named: list[Token], sign: int) -> Iterator[Verdict]:
    meaning = sentence.meaning(border)
    point, value = meaning.point, meaning.value
    if point is None or value is None or sentence.is_denied(token):
        return
    for each in named:
        part = part_in(sentence, point.subject.series, [each.mention]) if each.mention else None
        own = None if part is None else sentence.facts.value(Subject(point.subject.series, part), point.time)
        if part is not None and own is not None and part != point.subject.part:
            told = f"van {part.label} is het {number(own)}"
            yield sentence.verdict(ClaimKind.CHANGE, each, each, (own - value) * sign > 0, told)
