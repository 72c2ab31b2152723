"""When the record before it was: 'het oude record, F, dateerde van 2022', 'stamde uit april (F)'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.figures.words.numbers import number
from rapportage.figures.words.periods import period_name
from rapportage.proof.claims.facts import Point
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.records import Level, levels_near, past_of
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Verdict
from rapportage.proof.claims.when import fits

_OLD = frozenset(("oude", "vorige", "vorig", "oud", "eerdere"))
_RECORD = re.compile(r"(?P<low>laagte|diepte)?(?:record|hoogtepunt|punt|piek)")
_STEMS = re.compile(r"(?:dateer(?:de|t)|stam(?:de|t))")
_FROM = frozenset(("van", "uit"))
_TO_TIME = 3


def old_records(sentence: Sentence) -> Iterator[Verdict]:
    if _OLD.isdisjoint(sentence.words(0, len(sentence.tokens))):
        return
    for token in sentence.tokens:
        found = _RECORD.fullmatch(token.word)
        if found is None or token.is_own or _OLD.isdisjoint(sentence.before(token, 1)):
            continue
        time, now = _time(sentence, token), _now(sentence, token)
        if time is not None and now is not None:
            yield from _judged(sentence, (token, time), now, -1 if found["low"] else 1)


def _time(sentence: Sentence, record: Token) -> Token | None:
    """The time after 'dateerde van' or 'stamde uit', in the same part of the sentence."""
    for verb in sentence.tokens[record.index + 1 :]:
        if not sentence.clauses.together(verb, record):
            return None
        if _STEMS.fullmatch(verb.word) and not _FROM.isdisjoint(sentence.after(verb, 1)):
            behind = sentence.tokens[verb.index + 1 :][:_TO_TIME]
            return next((each for each in behind if each.kind is Kind.TIME), None)
    return None


def _now(sentence: Sentence, record: Token) -> Level | None:
    """What the figures are of in the period of the report."""
    subjects = {each.point.subject for each in levels_near(sentence, record)}
    near = sentence.reading.near
    value = sentence.facts.value(next(iter(subjects)), near) if len(subjects) == 1 else None
    return None if value is None else Level(Point(next(iter(subjects)), (near,)), value)


def _judged(sentence: Sentence, ends: tuple[Token, Token], now: Level, sign: int) -> Iterator[Verdict]:
    """Whether that time has the most before now, and the figure behind the record is of then."""
    record, time = ends
    past = past_of(sentence, now)
    if "dit jaar" in " ".join(sentence.after(record, 3)):
        past = [each for each in past if each[0].start.year == now.point.time.start.year]
    named = sentence.named(time)
    known = [each for each, _ in past if fits(named, Point(now.point.subject, (each,)))]
    if not past or not known:
        yield sentence.verdict(ClaimKind.COURSE, record, time, None)
        return
    period, value = max(past, key=lambda each: each[1] * sign)
    told = f"dat was in {period_name(period)}, met {number(value)}"
    yield sentence.verdict(ClaimKind.COURSE, record, time, period in known, told)
    for figure in sentence.levels:
        point = sentence.meaning(figure).point
        if point and point.subject == now.point.subject and record.index < figure.index <= time.index + _TO_TIME:
            told = f"het cijfer is van {period_name(point.time)}"
            yield sentence.verdict(ClaimKind.TIME, time, time, fits(named, point), told)
