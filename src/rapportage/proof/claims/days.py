"""Days at which a stock is counted: 'op 1 april 2022' is in the time of the figure, or the day after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from rapportage.figures.period import TimePeriod
from rapportage.proof.claims.sentence import Sentence, times_told
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_ON_DAY = re.compile(r"\b(?:op|per|peildatum:?|stand)\s+$", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})\s+\D")


def days_of_stocks(sentence: Sentence) -> Iterator[Verdict]:
    """'op 1 april 2022' at a stock: the day is in the time of the figure, or the one after it."""
    for token in sentence.times():
        day = _DAY.match(token.text)
        if not day or token.is_own or not _ON_DAY.search(sentence.lead(token)) or not token.moment:
            continue
        near = [each for each in sentence.levels if sentence.clauses.number(each) == sentence.clauses.number(token)]
        if len(near) != 1:
            continue
        point = sentence.meaning(near[0]).point
        if point is None or not sentence.facts.is_stock(point.subject.series):
            continue
        days = [found for each in sentence.named(token) if (found := _on(each, int(day[1])))]
        holds = any(point.time.start <= each <= point.time.end + timedelta(days=1) for each in days)
        told = f"het cijfer is van {times_told(sentence.meaning(near[0]))}"
        yield sentence.verdict(ClaimKind.TIME, token, token, holds if days else None, told)


def _on(month: TimePeriod, day: int) -> date | None:
    return month.start.replace(day=day) if month.kind == "maand" and 1 <= day <= month.end.day else None
