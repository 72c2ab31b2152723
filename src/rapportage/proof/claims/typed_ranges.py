"""Between what typed numbers something stays: 'tussen de 75 en 120', 'varieert van 5 tot 9 procent'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from rapportage.figures.parts import WHOLE
from rapportage.figures.unit_text import is_percent
from rapportage.figures.words.numbers import number
from rapportage.figures.words.periods import period_name
from rapportage.proof.claims.amounts import Amount, Form
from rapportage.proof.claims.facts import Facts, Point, Subject
from rapportage.proof.claims.ranges import is_moving, times_meant
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.subjects import is_of_dimension
from rapportage.proof.claims.targets import Wanted, subjects_meant
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_ARTICLES = frozenset(("de", "het", "ruim", "bijna", "ongeveer", "zo'n", "circa"))
_JOINS = {"tussen": ("en",), "van": ("tot",)}
_HUNDRED = 100


class Range(Struct, frozen=True):
    """`start` is 'tussen' or 'van'."""

    start: Token
    low: Amount
    high: Amount

    def has(self, amount: Amount) -> bool:
        return amount in (self.low, self.high)


def typed_ranges(sentence: Sentence, said: Sequence[Amount]) -> list[Range]:
    """The pairs of numbers that are borders."""
    found = []
    for low, high in pairwise(said):
        start = _start(sentence, low)
        between = [each for each in sentence.words(low.last.index + 1, high.first.index) if each not in _ARTICLES]
        is_alike = low.form is high.form and low.is_typed and high.is_typed and low.value < high.value
        is_joined = start is not None and len(between) == 1 and between[0] in _JOINS[start.word]
        if start and is_alike and is_joined and (start.word == "tussen" or is_moving(sentence)):
            found.append(Range(start, low, high))
    return found


def _start(sentence: Sentence, low: Amount) -> Token | None:
    """'tussen' before the first number, with at most an article between."""
    ahead = (each for each in reversed(sentence.tokens[: low.first.index]) if each.word not in _ARTICLES)
    word = next(ahead, None)
    return word if word is not None and word.word in _JOINS else None


def within(sentence: Sentence, borders: Range, anchors: Sequence[Token]) -> Verdict | None:
    """Whether all that is meant is between them; None where nothing tells what that is."""
    if sentence.is_ahead(borders.start) or sentence.is_denied(borders.start):
        return None
    readings = [each for each in _readings(sentence, borders, anchors) if len(each) > 1]
    wrong = [[name for name, value in each.items() if not _is_in(borders, value)] for each in readings]
    if not readings:
        return None
    told = "; ".join(f"{name}: {number(readings[0][name])}" for name in wrong[0][:3])
    holds = True if not wrong[0] else None if any(not each for each in wrong) else False
    return sentence.verdict(ClaimKind.PORTION, borders.start, borders.high.last, holds, told)


def _is_in(borders: Range, value: Decimal) -> bool:
    """A border with decimals or in millions is itself rounded."""
    by = _HUNDRED if borders.low.form is Form.PERCENT else 1
    return borders.low.value * by - _off(borders.low) <= value <= borders.high.value * by + _off(borders.high)


def _off(amount: Amount) -> Decimal:
    is_rounded = "," in amount.first.text
    by = _HUNDRED if amount.form is Form.PERCENT else 1
    return amount.leeway.plain * by if is_rounded else Decimal(0)


# --- What is meant -------------------------------------------------------------------------------------------


def _readings(sentence: Sentence, borders: Range, anchors: Sequence[Token]) -> Iterator[dict[str, Decimal]]:
    """The values by name: over the time that is said, or of all parts."""
    for point in _points(sentence, borders, anchors):
        over_time = list(_over_time(sentence, point))
        of_parts = list(_of_parts(sentence, point))
        yield from (*of_parts, *over_time) if _is_of_parts(sentence, point) else (*over_time, *of_parts)
        return


def _points(sentence: Sentence, borders: Range, anchors: Sequence[Token]) -> Iterator[Point]:
    """What it is about, the best first: the figure that is nearest, or what the words name."""
    is_share = borders.low.form is Form.PERCENT
    for figure in sentence.nearest(borders.start, sentence.levels):
        point = sentence.meaning(figure).point
        if point is not None and is_percent(sentence.meaning(figure).unit) == is_share:
            yield point
    meant = subjects_meant(sentence, Wanted(borders.low.first, anchors, is_share))
    near = sentence.reading.near
    if len(meant) > 1:  # 'eerste aanvragen' of a month are no 'eerstejaars', who are counted by year
        meant = [each for each in meant if sentence.facts.known(each, near.kind, near)]
    if len(meant) == 1:
        yield Point(meant[0], (near,))


def _over_time(sentence: Sentence, point: Point) -> Iterator[dict[str, Decimal]]:
    for start, end in times_meant(sentence, point):
        for kind in dict.fromkeys((point.periods[0].kind, sentence.reading.near.kind)):
            known = sentence.facts.known(point.subject, kind, sentence.reading.near)
            yield {period_name(when): value for when, value in known if start <= when.start and when.end <= end}


def _of_parts(sentence: Sentence, point: Point) -> Iterator[dict[str, Decimal]]:
    """Of each breakdown, or of that of the part that is shown."""
    series = point.subject.series
    own = point.subject.part.dimensions
    for dimensions, parts in sentence.facts.cube.breakdowns(series).items():
        if len(dimensions) == 1 and own in ((), dimensions):
            named = [each for each in parts if each != WHOLE and not sentence.facts.takes_rest(series, each)]
            yield dict(_values(sentence.facts, point, [Subject(series, each) for each in named]))


def _values(facts: Facts, point: Point, subjects: Sequence[Subject]) -> Iterator[tuple[str, Decimal]]:
    for each in subjects:
        value = facts.value(each, point.time)
        if value is not None:
            yield each.part.label, value


def _is_of_parts(sentence: Sentence, point: Point) -> bool:
    """Whether a word is of what it is broken down by: 'over de vier bedrijfstakken'."""
    words = (each.word for each in sentence.tokens if each.kind is Kind.WORD)
    return any(is_of_dimension(sentence, word, point.subject.series) for word in words)
