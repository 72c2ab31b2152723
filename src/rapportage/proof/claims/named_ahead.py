"""'A, B en C blijven onder het gemiddelde van F': what is named before it, held against the only figure beside it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rapportage.figures.parts import Part
from rapportage.figures.words.numbers import number
from rapportage.proof.claims.counterparts import Base
from rapportage.proof.claims.facts import Point, Subject
from rapportage.proof.claims.lexicon import words
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.subjects import apart

_APART = frozenset(words("tegenstelling terwijl maar hoewel anders waar waarvan toen als dan naast na"))
"""After such a word what is named is of something else."""


def held_ahead(sentence: Sentence, token: Token, base: Base | None, sign: int) -> tuple[bool | None, str] | None:
    """Whether all that is named before a comparison with a figure is beyond that; None where it is about no names.

    It is so where they have no figure of their own: those behind a semicolon are of other names.
    """
    point, border = _base(sentence, token, base)
    names = _names(sentence, token)
    if point is None or border is None or not names or not _has_others(sentence, token):
        return None
    values = [_value(sentence, each, point) for each in names]
    known = [(each.text, value) for each, value in zip(names, values, strict=True) if value is not None]
    if not known:
        return None
    wrong = [f"{name}: {number(value)}" for name, value in known if (value - border) * sign <= 0]
    holds = False if wrong else True if len(known) == len(names) else None
    return holds, f"{'; '.join(wrong)}, tegen {number(border)}"


def _base(sentence: Sentence, token: Token, base: Base | None) -> tuple[Point | None, Decimal | None]:
    """The only figure beside a comparison, and what that is, where it is what is compared with."""
    beside = [each for each in sentence.figures if sentence.clauses.together(each, token)]
    if base is None or len(beside) != 1 or beside != base.of_kind(Kind.FIGURE) or beside[0] not in sentence.levels:
        return None, None
    return sentence.meaning(beside[0]).point, sentence.meaning(beside[0]).value


def _has_others(sentence: Sentence, token: Token) -> bool:
    """Whether the figures that it might else be about are behind a semicolon."""
    return any(not sentence.clauses.together(each, token) for each in sentence.figures)


def _names(sentence: Sentence, token: Token) -> Sequence[Token]:
    """The parts before a word, up to the semicolon; none where some are set apart or are of another comparison."""
    ahead = [each for each in sentence.tokens[: token.index] if sentence.clauses.together(each, token)]
    if not _APART.isdisjoint(each.word for each in ahead):
        return []
    names = [each for each in ahead if each.kind is Kind.PART and each.mention]
    aside = apart(sentence).tokens
    return [] if any(each in aside or sentence.is_compared(each) for each in names) else names


def _value(sentence: Sentence, name: Token, point: Point) -> Decimal | None:
    """What it was of a part at the time of a figure."""
    known = sentence.known.names.get(point.subject.series, frozenset())
    for each in sorted(name.mention.names) if name.mention else ():
        if each in known:
            subject = Subject(point.subject.series, Part((each.dimension,), (each.name,)))
            return sentence.facts.value(subject, point.time)
    return None
