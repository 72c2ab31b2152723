"""Days at which a stock is counted ('op 1 april'), and those that a time is said to have ('week 45 (4–10 mei)')."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from rapportage.figures.period import TimePeriod
from rapportage.figures.words.periods import MONTHS, period_name
from rapportage.proof.claims.reading import Token
from rapportage.proof.claims.sentence import Sentence, times_told
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_ON_DAY = re.compile(r"\b(?:op|per|peildatum:?|stand)\s+$", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})\s+\D")
_YEARS = 2
"""Where no year is said, it may be this one or the last."""
_MONTH = "|".join(MONTHS)
_FROM_TO = re.compile(rf"(\d{{1,2}})(?:\s+({_MONTH}))?\b\D*?(\d{{1,2}})\s+({_MONTH})\b.*", re.IGNORECASE)


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


def days_beside(sentence: Sentence) -> Iterator[Verdict]:
    """'week 45 (4 tot en met 10 november)': the time right before a bracket has any of the days in it."""
    for token in sentence.times():
        ahead = sentence.tokens[max(0, token.index - 2) : token.index]
        if token.is_own or len(ahead) < 2 or ahead[1].text != "(" or ahead[0].moment is None:
            continue
        spans, times = list(_spans(sentence, token)), sentence.named(ahead[0])[:_YEARS]
        if spans and times:
            holds = any(time.start <= last and first <= time.end for time in times for first, last in spans)
            first, last = (f"{each.day} {MONTHS[each.month - 1]}" for each in (times[0].start, times[0].end))
            told = f"{period_name(times[0])} is {first} tot en met {last}"
            yield sentence.verdict(ClaimKind.TIME, token, token, holds, told)


def _spans(sentence: Sentence, token: Token) -> Iterator[tuple[date, date]]:
    """The first and last of the days that a token names, in every year that may be meant; no 31 April."""
    found = _FROM_TO.fullmatch(token.text)
    if found is None:
        return
    until = MONTHS.index(found[4].casefold()) + 1
    start = MONTHS.index((found[2] or found[4]).casefold()) + 1
    for year in dict.fromkeys(each.end.year for each in sentence.named(token)[:_YEARS]):
        with suppress(ValueError):
            yield date(year - (start > until), start, int(found[1])), date(year, until, int(found[3]))


def _on(month: TimePeriod, day: int) -> date | None:
    return month.start.replace(day=day) if month.kind == "maand" and 1 <= day <= month.end.day else None
