"""The values of the data that a sentence may be calculating with: of what it shows and names, when it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from rapportage.figures.parts import WHOLE
from rapportage.figures.period import TimePeriod
from rapportage.proof.claims.facts import Facts, Subject, before
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_words import is_general
from rapportage.proof.claims.targets import part_in

_ALL = frozenset(("alle", "allemaal", "elke", "elk", "iedere", "beide", "overige"))
_WHOLE = frozenset(("heel", "hele"))
_BEGIN = frozenset(("begin", "start", "aanvang"))
_TO_BEGIN = 2
"""So many words after 'het begin van' comes its time."""
_MOST_SERIES = 6
_MOST_TIMES = 8
_MOST_VALUES = 80
_REMEMBERED = 2
"""So many figures of the sentences before may be what a number is worked out of."""


class KnownValue(Struct, frozen=True):
    """`is_meant` says that the sentence is about that time, `is_shown` that a figure of it is of that series."""

    subject: Subject
    time: TimePeriod
    value: Decimal
    is_meant: bool
    is_shown: bool


@lru_cache(maxsize=1)
def known_values(sentence: Sentence) -> Sequence[KnownValue]:
    """In the order of what is likeliest."""
    meant = meant_times(sentence)
    near = sentence.reading.near
    starts = list(dict.fromkeys([*meant, near]))
    steps = (step for each in starts for step in (before(each), each.year_before()) if step is not None)
    years = (TimePeriod.at("jaar", each.end) for each in starts)
    begins = (time for each in sentence.times() for time in begun(sentence, each))
    times = list(dict.fromkeys([*starts, *steps, *years, *begins]))
    points = [point for meaning in sentence.meanings for point in (*meaning.points, meaning.whole) if point]
    shown = {each.subject.series for each in points}
    found: list[KnownValue] = []
    for subject in _subjects(sentence):
        for time in times:
            then = _then(sentence.facts, subject, time)
            value = sentence.facts.value(subject, then) if then else None
            if then is not None and value is not None:
                found.append(KnownValue(subject, then, value, time in meant, subject.series in shown))
    return tuple(found[:_MOST_VALUES])


def meant_times(sentence: Sentence) -> list[TimePeriod]:
    """Those of the figures and those that are named; where there are none, that of the report."""
    own = [point.time for meaning in sentence.meanings for point in meaning.points if point.periods]
    named = [time for each in sentence.times() for time in sentence.named(each)]
    words = sentence.words(0, len(sentence.tokens))
    if "jaar" in words and not _WHOLE.isdisjoint(words):
        named.append(TimePeriod.at("jaar", sentence.reading.near.end))
    return list(dict.fromkeys([*named, *own] or [sentence.reading.near]))[:_MOST_TIMES]


def begun(sentence: Sentence, token: Token) -> list[TimePeriod]:
    """The first period of a time: of 'begin 2023' the first quarter, where the report is of a quarter."""
    unit = sentence.reading.near.unit
    is_begin = not _BEGIN.isdisjoint(sentence.before(token, _TO_BEGIN))
    return [TimePeriod.at(unit, each.start) for each in sentence.named(token)] if is_begin and unit != "dag" else []


def _then(facts: Facts, subject: Subject, time: TimePeriod) -> TimePeriod | None:
    """The time itself; of a stock that is counted less often what ends with it: 'eind september' is a quarter's end."""
    if facts.value(subject, time) is not None or not facts.is_stock(subject.series):
        return time
    return next(facts.ending_with(subject.series, time), None)


def _subjects(sentence: Sentence) -> list[Subject]:
    """What the figures are of, what those were parts of, and what the words name; of a part also the whole."""
    shown = [*sentence.meanings, *sentence.earlier[-_REMEMBERED:]]
    wholes = [meaning.whole for meaning in shown if meaning.whole]
    own = [each.subject for meaning in shown for each in meaning.points]
    own = [each for each in (*own, *(each.subject for each in wholes)) if each.series]
    mentions = [each.mention for each in sentence.tokens if each.mention is not None]
    found = dict.fromkeys(own)
    for id in dict.fromkeys([*(each.series for each in own), *_named(sentence)[:_MOST_SERIES]]):
        parts = [part_in(sentence, id, some) for some in (*([each] for each in mentions), mentions)]
        found.update(dict.fromkeys(Subject(id, each) for each in (*parts, WHOLE) if each is not None))
    if any(each.word in _ALL for each in sentence.tokens):
        found.update(dict.fromkeys(_parts(sentence.facts, {each.series for each in found}, sentence.reading.near)))
    return list(found)


def _parts(facts: Facts, series: Collection[str], near: TimePeriod) -> Iterator[Subject]:
    """Of 'in alle groepen steeg het: met 3 bij de jongsten' all groups."""
    for id in sorted(series):
        for dimensions in facts.cube.breakdowns(id):
            yield from (Subject(id, part) for part in facts.parts(id, near, dimensions))


def _named(sentence: Sentence) -> list[str]:
    """The series of which the sentence has a word: those with a part that is named first, then those named in full."""
    words = sorted({each.word for each in sentence.tokens if each.kind is Kind.WORD and not is_general(each.word)})
    full = sentence.known.in_full.said_in(words)
    counts = Counter(id for word in words for id in sentence.known.series_words.of(word, widely=False))
    parted = sentence.known.with_names(each.mention for each in sentence.tokens if each.mention is not None)
    found = {*full, *counts, *parted}
    return sorted(found, key=lambda each: (each not in parted, each not in full, -counts[each], each))
