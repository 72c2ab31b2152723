"""Typed numbers that one calculation on the data gives: a change, a sum, a share of what the sentence is about.

That is no proof, since the words do not tell which calculation it is; but nothing shows that it is wrong. So no alarm
is made of it: somebody has to sign for it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from rapportage.figures.parts import WHOLE
from rapportage.figures.period import TimePeriod
from rapportage.figures.unit_text import is_percent
from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.amounts import Amount, Form, amounts
from rapportage.proof.claims.changed_by import word_of_change
from rapportage.proof.claims.evidence import Change
from rapportage.proof.claims.facts import Subject, before
from rapportage.proof.claims.lookups import clause_tokens, times_back
from rapportage.proof.claims.qualifiers import holds
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_words import is_general
from rapportage.proof.claims.steps_back import is_so_long_ago
from rapportage.proof.claims.targets import part_in
from rapportage.proof.claims.usual_changes import sign_of
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_MOST_SERIES = 6
_MOST_TIMES = 8
_REMEMBERED = 2
"""So many figures of the sentences before may be what a number is worked out of."""
_TO_THAN = 6
_OF_CHANGE = frozenset(lexicon.words("verschil scheelt scheelde scheelden toename afname groei daling stijging bij af"))
_CENTS = Decimal(100)
_HUNDRED = Decimal(100)


class _Known(Struct, frozen=True):
    """A value of the data that a number may be worked out of; `is_meant` says that the sentence is about that time."""

    subject: Subject
    time: TimePeriod
    value: Decimal
    is_meant: bool


def worked_out(sentence: Sentence) -> Iterator[Verdict]:
    """The typed numbers that may be so, each left to a person."""
    typed = [each for each in amounts(sentence) if each.is_typed]
    for amount in typed:
        if _is_one_of(amount, _values(sentence, amount, list(_known(sentence)))):
            yield sentence.verdict(ClaimKind.NUMBER, amount.first, amount.last, None)


def may_be_change(sentence: Sentence, amount: Amount) -> bool:
    """Whether one of the things that a sentence is about went up or down by so much."""
    words = [each.word for each in clause_tokens(sentence, amount.first)]
    is_said = not _OF_CHANGE.isdisjoint(words) or any(each in lexicon.COMPARISONS for each in words)
    if amount.form is not Form.COUNT or not is_said:
        return False
    changes = _changes(sentence, list(_known(sentence)))
    return _is_one_of(amount, (_size(each.amount, _way(sentence, amount)) for each in changes))


def _is_one_of(amount: Amount, values: Iterable[Decimal]) -> bool:
    return any(holds(amount.value, each, amount.qualifier, amount.leeway) for each in values)


# --- What there is to calculate with ---------------------------------------------------------------------


def _known(sentence: Sentence) -> Iterator[_Known]:
    meant = _times(sentence)
    steps = ((before(each), each.year_before()) for each in meant)
    times = dict.fromkeys([*meant, *(each for pair in steps for each in pair if each is not None)])
    for subject in _subjects(sentence):
        for time in times:
            value = sentence.facts.value(subject, time)
            if value is not None:
                yield _Known(subject, time, value, time in meant)


def _subjects(sentence: Sentence) -> list[Subject]:
    """What the figures are of, and what the words name; of a part also the whole."""
    shown = [*sentence.meanings, *sentence.earlier[-_REMEMBERED:]]
    own = [each.subject for meaning in shown for each in meaning.points if each.subject.series]
    mentions = [each.mention for each in sentence.tokens if each.mention is not None]
    found = dict.fromkeys(own)
    for id in dict.fromkeys([*(each.series for each in own), *_named(sentence)[:_MOST_SERIES]]):
        parts = [part_in(sentence, id, some) for some in (*([each] for each in mentions), mentions)]
        found.update(dict.fromkeys(Subject(id, each) for each in (*parts, WHOLE) if each is not None))
    return list(found)


def _named(sentence: Sentence) -> list[str]:
    """The series of which the sentence has a word, those with most of their title first."""
    words = {each.word for each in sentence.tokens if each.kind is Kind.WORD and not is_general(each.word)}
    full = sentence.known.in_full.said_in(sorted(words))
    by_word = (sentence.known.series_words.of(each, widely=False) for each in sorted(words))
    return [*sorted(full), *sorted({id for each in by_word for id in each} - full)]


def _times(sentence: Sentence) -> list[TimePeriod]:
    """Those of the figures and those that are named; where there are none, that of the report."""
    own = [point.time for meaning in sentence.meanings for point in meaning.points if point.periods]
    named = [time for each in sentence.times() for time in sentence.named(each)]
    return list(dict.fromkeys([*named, *own] or [sentence.reading.near]))[:_MOST_TIMES]


# --- What it gives -----------------------------------------------------------------------------------------


def _values(sentence: Sentence, amount: Amount, known: Sequence[_Known]) -> Iterator[Decimal]:
    """How large it may be; beside a word of change only how much something changed that way, or differs."""
    word, way = word_of_change(sentence, amount), _way(sentence, amount)
    shown = {point.subject.series for meaning in sentence.meanings for point in meaning.points}
    known = [each for each in known if each.subject.series in shown] if word and shown else known
    meant = [] if word else [each for each in known if each.is_meant]
    percents = [each for each in known if is_percent(sentence.facts.unit(each.subject.series))]
    match amount.form:
        case Form.COUNT:
            yield from _counts(sentence, amount, meant)
            cents = _CENTS if sentence.after(amount.last, 1) == ["cent"] else Decimal(1)
            yield from (_size(change.amount, way) * cents for change in _changes(sentence, known))
            if not any(each.word in lexicon.TOGETHER for each in sentence.tokens):
                yield from (abs(one.value - other.value) for one, other in _beside(known))
        case Form.PERCENT:
            shares = [each.value / _HUNDRED for each in meant if each in percents]
            yield from (*shares, *(1 - each for each in shares))
            yield from (one.value / other.value for one, other in _beside(meant) if other.value)
            changes = [*_changes(sentence, known), *_since_base(sentence, known)]
            yield from (_size(each.percent, way) / _HUNDRED for each in changes if each.percent is not None)
        case Form.POINTS:
            yield from (_size(change.amount, way) for change in _changes(sentence, percents))
            yield from (abs(one.value - other.value) for one, other in _beside(percents))
        case Form.TIMES:
            pairs = itertools.permutations(known, 2)
            alike = ((one, other) for one, other in pairs if one.subject.series == other.subject.series)
            yield from (one.value / other.value for one, other in alike if other.value)


def _way(sentence: Sentence, amount: Amount) -> int:
    """Which way a change is said to go: up is 1, down is -1; 0 where a word says neither, or not of what it is so.

    'In mei nog 200 meer' is of what was, 'F, 200 meer dan in mei' of what is.
    """
    word = word_of_change(sentence, amount)
    if word is None:
        return 0
    has_time = any(each.kind is Kind.TIME for each in clause_tokens(sentence, amount.first))
    is_of_then = has_time and word.word in lexicon.COMPARISONS and "dan" not in sentence.after(word, _TO_THAN)
    return 0 if is_of_then else sign_of(sentence, word)


def _size(change: Decimal, way: int) -> Decimal:
    return change * way if way else abs(change)


def _counts(sentence: Sentence, amount: Amount, meant: Sequence[_Known]) -> Iterator[Decimal]:
    """What there was of one thing, or of two together; of what is called a shortage or surplus which way."""
    way = change_words.SIGNS.get((sentence.before(amount.start, 2) or [""])[0])
    yield from (each.value * way if way else abs(each.value) for each in meant)
    yield from (one.value + other.value for one, other in _beside(meant) if one.subject != other.subject)


def _changes(sentence: Sentence, known: Sequence[_Known]) -> Iterator[Change]:
    """Of one thing from one time to another; from those that are named as a start, where any is."""
    bases = _bases(sentence)
    starts = {time for each in bases for time in sentence.named(each)}
    back_from = [each.moment for each in bases if each.moment and each.moment.is_relative and not sentence.named(each)]
    for one, other in itertools.permutations(known, 2):
        if one.subject != other.subject or one.time.end >= other.time.end:
            continue
        if any(not is_so_long_ago(each, other.time, one.time) for each in back_from):
            continue
        back, is_said = times_back(sentence, other.time)
        if one.time in (starts or back) or not (starts or is_said):
            yield Change.between(one.value, other.value)


def _since_base(sentence: Sentence, known: Sequence[_Known]) -> Iterator[Change]:
    """Of an index since its base year, where no other time is named as a start."""
    bases = _bases(sentence)
    for each in known:
        year = sentence.facts.base_year(each.subject.series)
        if each.is_meant and year and (not bases or any(year in base.text for base in bases)):
            yield Change.between(_HUNDRED, each.value)


def _bases(sentence: Sentence) -> list[Token]:
    return [each for each in sentence.times() if sentence.is_base(each) or sentence.is_since(each)]


def _beside(known: Sequence[_Known]) -> Iterator[tuple[_Known, _Known]]:
    """Two of one series at one time."""
    for one, other in itertools.permutations(known, 2):
        if one.subject.series == other.subject.series and one.time == other.time:
            yield one, other
