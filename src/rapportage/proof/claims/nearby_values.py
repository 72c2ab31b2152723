"""The values of the data that a number without a binding may be, or be worked out of, in the widest sense.

They serve for one question only: may a number be right, though no rule knows what it is of? A writer can always name a
part, a series or a time in a way that no table has ('koperlijnen', 'de middencategorie', 'begin 2023'). So they are of
all series of which a sentence has any word or number, by loose names, at all times of the last year and that it names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapportage.figures.parts import WHOLE, Part
from rapportage.figures.period import TimePeriod
from rapportage.figures.unit_text import scale_of
from rapportage.proof.claims.amounts import Amount, amounts, typed_value
from rapportage.proof.claims.facts import Facts, Subject, before
from rapportage.proof.claims.known_values import KnownValue, meant_times
from rapportage.proof.claims.lookups import series_touched
from rapportage.proof.claims.reading import Kind
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_words import is_general

_MOST_SERIES = 8
_MOST_PARTS = 60
_MOST_TIMES = 16
_MOST_VALUES = 240
_REMEMBERED = 2
_LEAST_NAME = 4
"""So many letters of a name make a longer word one of that part: 'koperlijnen', 'storingsklachten'."""
_LONG_NAME = 6
"""So many letters of a name are as well known by all but the last."""
_TELLING = 3
"""So many digits are not by chance those of a value that no name is known of."""


def is_telling(amount: Amount) -> bool:
    return len(amount.first.text.replace(".", "").replace(",", "").strip("0")) >= _TELLING


@lru_cache(maxsize=1)
def nearby_values(sentence: Sentence) -> Sequence[KnownValue]:
    """Of the whole and of what is named loosely; `is_meant` says that the sentence is about that time."""
    meant = {*meant_times(sentence), sentence.reading.near}
    shown = {point.subject.series for each in sentence.meanings for point in each.points}
    found: list[KnownValue] = []
    for series in nearby_series(sentence):
        times = _times(sentence, series)
        for subject in _subjects(sentence, series):
            for time in times:
                value = sentence.facts.value(subject, time)
                if value is not None:
                    found.append(KnownValue(subject, time, value, time in meant, series in shown))
    return tuple(found[:_MOST_VALUES])


@lru_cache(maxsize=1)
def nearby_series(sentence: Sentence) -> Sequence[str]:
    """Those of the figures first, then with a part or value that is said, then those of which any word is."""
    shown = (*sentence.meanings, *sentence.earlier[-_REMEMBERED:])
    own = [point.subject.series for meaning in shown for point in meaning.points]
    parted = sorted(sentence.known.with_names(each.mention for each in sentence.tokens if each.mention is not None))
    words = [each for each in sentence.tokens if each.kind in (Kind.WORD, Kind.PART) and not is_general(each.word)]
    known = sentence.known.series_words
    said = sorted({id for each in words for id in known.of(each.word)} | series_touched(sentence, words))
    found = dict.fromkeys((*own, *_with_value(sentence), *parted, *said))
    return tuple(each for each in found if each)[:_MOST_SERIES]


def _with_value(sentence: Sentence) -> Iterator[str]:
    """The series of which the whole is a number that the sentence has, in digits that tell: '€ 9,91 per uur'."""
    typed = {typed_value(each.first.text) for each in amounts(sentence) if each.is_typed and is_telling(each)}
    for time in dict.fromkeys((*meant_times(sentence), sentence.reading.near)):
        for id, value in sentence.facts.wholes_at(time):
            if value / scale_of(sentence.facts.unit(id)) in typed:
                yield id


def _times(sentence: Sentence, series: str) -> list[TimePeriod]:
    """What is named and the report's own, each with what was before it and a year before, and all from the first on."""
    near = sentence.reading.near
    starts = list(dict.fromkeys([*meant_times(sentence), near]))
    steps = [step for each in starts for step in (before(each), each.year_before()) if step is not None]
    begin = min(each.start for each in (*starts, near.year_before() or near))
    known = [each for each in sentence.facts.cube.periods(series) if each.kind == near.kind]
    between = [each for each in known if begin <= each.start and each.end <= near.end]
    return list(dict.fromkeys((*starts, *steps, *reversed(between))))[:_MOST_TIMES]


def _subjects(sentence: Sentence, series: str) -> Iterator[Subject]:
    """The whole, and the parts of which every name is said, also within a longer word or by its beginning."""
    yield Subject(series, WHOLE)
    words = [each.word for each in sentence.tokens if each.kind in (Kind.WORD, Kind.PART)]
    exact = {name.name for each in sentence.tokens if each.mention for name in each.mention.names}
    for part in all_parts(sentence.facts, series, sentence.reading.near):
        if all(name in exact or _is_said(name, words) for name in part.names):
            yield Subject(series, part)


def _is_said(name: str, words: Sequence[str]) -> bool:
    bare = name.casefold()
    if len(bare) >= _LONG_NAME and any(each[:-1] == bare[:-1] for each in words):
        return True  # 'snelladen' is at a 'snellader'
    return any(
        (len(bare) >= _LEAST_NAME and each.startswith(bare)) or (len(each) >= _LEAST_NAME and bare.startswith(each))
        for each in words
    )


def all_parts(facts: Facts, series: str, near: TimePeriod) -> Iterator[Part]:
    for dimensions in facts.cube.breakdowns(series):
        yield from facts.parts(series, near, dimensions)[:_MOST_PARTS]
