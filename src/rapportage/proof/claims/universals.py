"""What went so every time: 'neemt elk jaar toe', 'in geen enkele maand minder dan de maand ervoor'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rapportage.figures.words.periods import period_name
from rapportage.proof.claims.moves import direction_words
from rapportage.proof.claims.ranges import every_time, times_meant
from rapportage.proof.claims.reading import Token
from rapportage.proof.claims.records import Level, levels_near
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.streaks import Event, border_said, events, settled
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_BEFORE = re.compile(r"\b(?:ervoor|daarvoor|eerder|vorige?|voorgaande)\b")
_SINCE_THEN = re.compile(r"\b(?:daarna|sindsdien|nadien|vanaf dat moment|vervolgens)\b", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:na|sinds|vanaf)\s+(?:(?:een|de|het|die)\s+(?:\w+\s+){1,3}(?:in|van|op)\s+)?$", re.IGNORECASE)
_SHOWN = 3
"""So many times at which it was otherwise are told."""


def universals(sentence: Sentence) -> Iterator[Verdict]:
    for token in sentence.tokens:
        never = None if token.is_own else every_time(sentence, token)
        if never is None or border_said(sentence) is not None or not _says_change(sentence):
            continue
        found = levels_near(sentence, token)[:1]
        yield from (_judged(sentence, token, each, never=never) for each in found if events(sentence, each, token))


def _says_change(sentence: Sentence) -> bool:
    """Whether it is about what changed each time, and no comparison with one time or one number."""
    changes = any(sign for _, sign in direction_words(sentence))
    return changes or bool(_BEFORE.search(sentence.reading.text))


def _after(sentence: Sentence) -> date | None:
    """The end of the time after which it was so: 'daarna elk jaar', 'na (een dip in) 2021 elk jaar', or no time."""
    said = [each for each in sentence.times() if _AFTER.search(sentence.lead(each))]
    named = [period.end for each in said for period in sentence.named(each)[:1]]
    if named:
        return named[0]
    if not _SINCE_THEN.search(sentence.reading.text):
        return None
    earlier = [point.time.end for each in reversed(sentence.earlier) for point in each.points if point.periods]
    return earlier[0] if earlier else date.max


def _judged(sentence: Sentence, token: Token, level: Level, *, never: bool) -> Verdict:
    """Whether it was so at all times that are meant, as far as is known what came before them."""
    last = sentence.tokens[token.index + 1]
    told, outcomes = "", []
    for event in events(sentence, level, token):
        known, wrong = _otherwise(sentence, level, event, token, never=never)
        outcomes.append(not wrong if known else None)
        told = told or (f"niet in {', '.join(wrong[:_SHOWN])}" if wrong and not never else ", ".join(wrong[:_SHOWN]))
    holds = None if sentence.is_ahead(token) else settled(outcomes)
    return sentence.verdict(ClaimKind.COURSE, token, last, holds, told)


def _within(sentence: Sentence, level: Level, token: Token) -> list[tuple[date, date]]:
    """The only time of its clause, where that is longer: 'anders dan in 2023 steeg het dit jaar elk kwartaal'."""
    number = sentence.clauses.number(token)
    own = [each for each in sentence.times() if sentence.clauses.number(each) == number and each.moment]
    named = sentence.named(own[0]) if len(own) == 1 and sentence.is_at(own[0]) else []
    is_longer = bool(named) and named[0].length != level.point.periods[0].length
    return [(named[0].start, named[0].end)] if is_longer else []


def _otherwise(sentence: Sentence, level: Level, event: Event, token: Token, *, never: bool) -> tuple[int, list[str]]:
    """Of how many times it is known whether it was so, and at which it was not; or (of `never`) was."""
    periods = [each for each, _ in sentence.facts.known(level.point.subject, level.kind, sentence.reading.near)]
    meant = _within(sentence, level, token) or list(times_meant(sentence, level.point))[:1]
    if (after := _after(sentence)) is not None:
        periods = [each for each in periods if each.start > after]
    elif meant:
        start, end = meant[0]
        periods = [each for each in periods if start <= each.start and each.end <= end]
    known = {each: outcome for each in periods if (outcome := event(each)) is not None}
    return len(known), [period_name(each) for each, outcome in known.items() if outcome is never]
