"""What 'dat' is: of 'Dat zijn er meer dan in mei' the figures of the sentences before that it can be about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapportage.figures.observation import Operation
from rapportage.figures.period import TimePeriod
from rapportage.proof.claims.announced import shares_of
from rapportage.proof.claims.counterparts import Base, Pair
from rapportage.proof.claims.evidence import Change, looked_up, side_of, side_of_meaning
from rapportage.proof.claims.facts import Meaning, Subject
from rapportage.proof.claims.lookups import clause_tokens, implied, series_named
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence

_POINTS_BACK = frozenset(("dat", "dit", "die", "daarmee", "hiermee", "deze", "dat's"))
_FIRST = 3
"""Among so many words of its clause such a word is."""
_MOST = 3
"""So many of the figures before it may be meant."""


def antecedents(sentence: Sentence, token: Token, base: Sequence[Token] = ()) -> list[Meaning]:
    """The levels that 'dat' in the clause of a word can be, the last first; none where the clause has its own."""
    clause = [each for each in clause_tokens(sentence, token) if each not in base]
    words = [each.word for each in clause if each.kind is not Kind.MARK][:_FIRST]
    if not sentence.figures:  # 'Dat is minder dan in mei, maar meer dan in juni'
        words += [each.word for each in sentence.tokens if each.kind is not Kind.MARK][:1]
    if _POINTS_BACK.isdisjoint(words) or any(each.kind in (Kind.FIGURE, Kind.PART) for each in clause):
        return []
    if series_named(sentence, clause):
        return []
    levels = [each for each in reversed(sentence.earlier) if each.is_level and each.point and each.value is not None]
    return levels[:_MOST]


def shares_before(sentence: Sentence) -> list[Decimal]:
    """What part 'dat' is, of 'Van de F kwamen er F van het mbo. Dat is ruim vier op de vijf'."""
    words = [each.word for each in sentence.tokens if each.kind is not Kind.MARK][:1]
    levels = [each for each in sentence.earlier if each.is_level and each.point and each.value is not None]
    if sentence.figures or _POINTS_BACK.isdisjoint(words) or any(each.kind is Kind.PART for each in sentence.tokens):
        return []
    return [*_of_sums(sentence), *(shares_of(sentence.facts, levels[-1], levels[-2:]) if levels else [])]


def _of_sums(sentence: Sentence) -> Iterator[Decimal]:
    """What part of the whole is the sum that was taken apart: 'F uit het buitenland: F uit A en F uit B'."""
    for meaning in sentence.earlier[-_MOST:]:
        points = meaning.points if meaning.operation is Operation.SUM and meaning.has_times else ()
        wholes = {(point.subject.series, point.time) for point in points}
        whole = sentence.facts.value(Subject(points[0].subject.series), points[0].time) if len(wholes) == 1 else None
        if whole and meaning.value is not None and len(points) > 1:
            yield meaning.value / whole


def compared_before(sentence: Sentence, token: Token, base: Base) -> list[Pair]:
    """What was said before, beside what is named after 'dan': a figure, or a time of which the figure is looked up."""
    found = []
    figures = [each for each in base.of_kind(Kind.FIGURE) if each in sentence.levels]
    times = base.of_kind(Kind.TIME)
    for meaning in antecedents(sentence, token, base.tokens):
        left, point = side_of_meaning(sentence.facts, meaning), meaning.point
        if left is None or point is None:
            continue
        if figures:
            right = side_of(sentence, figures[0])
            if right is not None and sentence.meaning(figures[0]).subject == meaning.subject:
                found.append((left, right))
        elif times and not base.of_kind(Kind.PART):
            sides = (looked_up(sentence.facts, point.subject, each) for each in _at(sentence, times[0], point.time))
            right = next((each for each in sides if each is not None and each.point != point), None)
            if right is not None:
                found.append((left, right))
    return found


def changed_before(sentence: Sentence, token: Token) -> list[Change]:
    """How what was said before changed since the time that is named, or else since the period or year before."""
    found = []
    bases = [each for each in sentence.times() if sentence.is_base(each) or (each.moment and each.moment.is_relative)]
    if any(each not in bases for each in sentence.times()):
        return []
    for meaning in antecedents(sentence, token):
        side, point = side_of_meaning(sentence.facts, meaning), meaning.point
        if side is None or point is None:
            continue
        if bases:
            sides = (looked_up(sentence.facts, point.subject, each) for each in _at(sentence, bases[0], point.time))
            found += [Change.of(each, side) for each in sides if each is not None and each.point != point][:1]
        else:
            found += implied(sentence, side, point)
    return found


def _at(sentence: Sentence, time: Token, near: TimePeriod) -> Iterator[TimePeriod]:
    if time.moment is not None:
        yield from time.moment.periods(near) if time.moment.is_relative else sentence.named(time)
