"""Words that give something a place: the most of all, the fourth, 'gevolgd door'; and over time a record, a streak."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.proof.claims.extremes import extremes
from rapportage.proof.claims.first_times import first_times
from rapportage.proof.claims.last_time import last_times
from rapportage.proof.claims.matchless import matchless
from rapportage.proof.claims.never_beyond import never_beyond
from rapportage.proof.claims.old_records import old_records
from rapportage.proof.claims.only_these import only_these
from rapportage.proof.claims.positions import positions
from rapportage.proof.claims.ranges import ranges
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.streaks import streaks
from rapportage.proof.claims.universals import universals
from rapportage.proof.claims.verdict import Verdict


def ranked(sentence: Sentence) -> Iterator[Verdict]:
    yield from extremes(sentence)
    yield from last_times(sentence)
    yield from matchless(sentence)
    yield from never_beyond(sentence)
    yield from old_records(sentence)
    yield from only_these(sentence)
    yield from positions(sentence)
    yield from streaks(sentence)
    yield from first_times(sentence)
    yield from ranges(sentence)
    yield from universals(sentence)
