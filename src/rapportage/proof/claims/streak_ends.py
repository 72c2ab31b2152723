"""When that ends which happens time after time, where the clause that says so has no figure of its own."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.figures.period import TimePeriod
from rapportage.proof.claims.facts import Meaning, Point
from rapportage.proof.claims.reading import Token
from rapportage.proof.claims.records import Level, level_at
from rapportage.proof.claims.sentence import Sentence


def levels_at_end(sentence: Sentence, token: Token, latest: Level) -> list[Level]:
    """The level with which it ends, the likeliest first: a figure beside it may be only of where it began.

    That is the level of its own clause, or of the time that this clause names; or else the latest of the figures
    beside it, or that of the period of the report: 'voor het derde jaar op rij minder; in 2021 ging het nog om F'.
    """
    own = sentence.clauses.number(token)
    if any(sentence.clauses.number(each) == own for each in sentence.figures):
        return [latest]
    here = [each for each in sentence.times() if sentence.clauses.number(each) == own and sentence.is_at(each)]
    if named := [level for each in here if (level := level_at(sentence, latest, each))]:
        return named[:1]
    beside = [*sentence.earlier, *sentence.meanings, *sentence.following]
    last = max((latest.point.time, *_times(beside, latest)), key=lambda each: each.end)
    times = [last, sentence.reading.near] if sentence.reading.near.end > last.end else [last]
    times = times[::-1] if _is_of_start(sentence) else times
    return [level for each in times if (level := _at(sentence, latest, each))] or [latest]


def _is_of_start(sentence: Sentence) -> bool:
    """Whether the only figure is of where it began: '…; in april waren het er nog F'."""
    return len(sentence.figures) == 1 and sentence.before(sentence.figures[0], 1) == ["nog"]


def _times(meanings: Sequence[Meaning], level: Level) -> list[TimePeriod]:
    """Those of the same thing."""
    points = [each.point or each.later for each in meanings]
    return [each.time for each in points if each and each.subject == level.point.subject and _fits(each.time, level)]


def _fits(time: TimePeriod, level: Level) -> bool:
    return time.kind == level.kind


def _at(sentence: Sentence, level: Level, time: TimePeriod) -> Level | None:
    subject = level.point.subject
    value = sentence.facts.value(subject, time) if _fits(time, level) else None
    return None if value is None else Level(Point(subject, (time,)), value)
