"""A share right behind a figure of a part: of 'F statushouders, S van alle bewoners' both are of the same part."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rapportage.figures.observation import Operation
from rapportage.figures.parts import WHOLE
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_LEADS = ([","], ["("], ["ofwel"], ["oftewel"])


def shares_beside(sentence: Sentence) -> Iterator[Verdict]:
    """Of each share that begins a clause without a name of its own, after a level of a part that is named."""
    for level, share in pairwise(sentence.figures):
        one, other = sentence.meaning(level), sentence.meaning(share)
        if one.point is None or not one.is_level or other.operation is not Operation.SHARE or not other.has_times:
            continue
        if sentence.before(share, 1) not in _LEADS or _has_name(sentence, share):
            continue
        own, of = one.point.subject, other.points[0].subject
        is_alike = own.series == of.series and own.part.dimensions == of.part.dimensions and own.part != WHOLE
        between = sentence.tokens[level.index + 1 : share.index - 1]
        is_next = all(each.kind in (Kind.WORD, Kind.PART) for each in between)
        if is_alike and is_next and one.point.time == other.points[0].time:
            told = f"het aandeel is van {of.part.label}"
            yield sentence.verdict(ClaimKind.PART, share, share, own.part == of.part, told)


def _has_name(sentence: Sentence, share: Token) -> bool:
    number = sentence.clauses.number(share)
    return any(each.kind is Kind.PART for each in sentence.clauses.at(number))
