"""What is left of a whole without one of its parts: 'zonder de stakingen', 'exclusief wie korter wacht'."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rapportage.figures.parts import WHOLE
from rapportage.figures.period import TimePeriod
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.facts import Facts, Subject, before
from rapportage.proof.claims.nearby_values import all_parts, nearby_series
from rapportage.proof.claims.sentence import Sentence

_WITHOUT = frozenset(lexicon.words("zonder exclusief behalve uitgezonderd buiten afgezien los naast resteren overige"))


def left_over(sentence: Sentence) -> Iterator[Decimal]:
    """What a whole is without one of its parts: 'exclusief degenen die korter wachten zijn het er 51.300'."""
    if not any(each.word in _WITHOUT for each in sentence.tokens):
        return
    facts, near = sentence.facts, sentence.reading.near
    for series in nearby_series(sentence):
        whole = facts.value(Subject(series, WHOLE), near)
        values = (facts.value(Subject(series, each), near) for each in all_parts(facts, series, near))
        yield from (whole - each for each in values if whole is not None and each is not None)
        if (then := before(near)) is not None:  # 'zonder de stakingen waren het er 120 meer dan in mei'
            yield from _rest_changed(facts, series, near, then)


def _rest_changed(facts: Facts, series: str, now: TimePeriod, then: TimePeriod) -> Iterator[Decimal]:
    """How much what is left without each part changed."""
    for part in all_parts(facts, series, now):
        values = [facts.value(Subject(series, each), time) for time in (now, then) for each in (WHOLE, part)]
        known = [each for each in values if each is not None]
        if len(known) == len(values):
            yield abs(known[0] - known[1] - known[2] + known[3])
