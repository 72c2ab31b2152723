"""Two figures of one thing after 'dan in T': of 'hoger dan in juli: F tegen F' the second is of July."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.proof.claims.facts import Point
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence, times_told
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_AGAINST = frozenset(("tegen", "tegenover", "versus"))
_BETWEEN = 4
"""So many words are between two figures that are set beside each other."""


def against_base(sentence: Sentence, token: Token) -> Iterator[Verdict]:
    """Whether either of the two is of the time; none where another time is said beside them."""
    behind = [each for each in sentence.levels if each.index > token.index]
    others = [each for each in sentence.times() if each.index > token.index]
    opening = sentence.after(token, 1)
    if len(behind) != 2 or others or opening not in ([":"], ["("]) or token.moment is None:
        return
    one, other = (sentence.meaning(each).point for each in behind)
    between = sentence.tokens[behind[0].index + 1 : behind[1].index]
    is_beside = len(between) <= _BETWEEN and not _AGAINST.isdisjoint(each.word for each in between)
    if one is None or other is None or one.subject != other.subject or not is_beside:
        return
    if any(each.kind is Kind.PART for each in between):
        return
    named = token.moment.periods(one.time) if token.moment.is_relative else sentence.named(token)
    if named and one.time.kind != "week":  # a week may be of two months
        times = [point.time for point in (one, other)]
        is_of_it = any(each.start <= time.start and time.end <= each.end for each in named for time in times)
        told = f"het cijfer is van {times_told(sentence.meaning(behind[1]))}"
        yield sentence.verdict(ClaimKind.TIME, token, token, True if is_of_it else _no_stock(sentence, one), told)


def _no_stock(sentence: Sentence, point: Point) -> bool | None:
    """Of what is counted at a day, that may be the day after a time, nothing is told."""
    return None if sentence.facts.is_stock(point.subject.series) else False
