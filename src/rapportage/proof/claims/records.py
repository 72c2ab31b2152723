"""The most or least over time: 'het laagste sinds mei', 'het hoogste in vijf jaar', 'de piek lag in maart'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from rapportage.figures.period import TimePeriod
from rapportage.figures.words.numbers import number
from rapportage.figures.words.periods import period_name
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.facts import Point, Subject
from rapportage.proof.claims.fields import Field, time_field
from rapportage.proof.claims.orders import Order
from rapportage.proof.claims.plainly_named import plainly_named
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.subjects import times_said
from rapportage.proof.claims.titles import alike
from rapportage.proof.claims.verdict import ClaimKind, Verdict
from rapportage.proof.claims.when import fits

_FAR = 8
"""So many words after an extreme a 'sinds' still belongs to it."""
_LEAST_KNOWN = 3
_SINCE = frozenset(("sinds", "vanaf"))
_YEAR = 370
"""So many days before the end of a report its last year begins."""
_UNITS = {
    "dagen": "dag", "weken": "week", "maanden": "maand", "kwartalen": "kwartaal", "halfjaren": "halfjaar",
    "halfjaar": "halfjaar", "jaar": "jaar", "jaren": "jaar",
}  # fmt: skip
_IN_A_YEAR = {"maand": 12, "kwartaal": 4, "halfjaar": 2}
_ABOUT_SO_MANY = frozenset(lexicon.words("ruim meer dan minstens de afgelopen"))
_BACK = frozenset(lexicon.words("dat dit daarmee hiermee"))
"""With which a sentence begins that is about the figure before it; one that names nothing at all is so too."""
_THINGS = re.compile(r"(?!(?:tegen|binnen|tussen|samen|sinds|tijdens)$)\w{3,}(?:en|s)")
"""A noun for several things."""
_ALWAYS = re.compile(r"\b(?:ooit|tot nu toe|tot dusver|van de reeks|van alle \w+)\b|\bsinds (?:het begin|de start)\b")
_START = re.compile(r"\b(?:begin|start|aanvang|invoering|ingang)\b[^.;]{0,24}$", re.IGNORECASE)


class Span(Struct, frozen=True):
    """How far back a record goes: to a time that is said, or so many units; with its last word."""

    last: Token
    since: Token | None = None
    count: int = 0
    unit: str = ""


def window_at(sentence: Sentence, token: Token) -> Span | None:
    """The 'sinds mei' or 'in vijf jaar' that goes with a word."""
    following = sentence.tokens[token.index + 1 :][:_FAR]
    for each in following:
        is_start = _SINCE.isdisjoint(sentence.words(token.index, each.index))  # 'sinds de piek van T'
        if each.kind is Kind.TIME and sentence.is_since(each) and not is_start:
            return Span(each, each)
    return counted_window(following)


def counted_window(tokens: Sequence[Token]) -> Span | None:
    """The first 'in vijf jaar' among them."""
    plain = [each for each in tokens if each.word not in _ABOUT_SO_MANY]
    for one, other, unit in zip(plain, plain[1:], plain[2:], strict=False):
        if one.word == "in" and unit.word in _UNITS and (count := lexicon.CARDINALS.get(other.word, 0) or _int(other)):
            return Span(unit, count=count, unit=_UNITS[unit.word])
    return None


def _int(token: Token) -> int:
    return int(token.text) if token.kind is Kind.NUMBER and token.text.isdigit() else 0


class Level(Struct, frozen=True):
    """How much there was of something at one time."""

    point: Point
    value: Decimal

    @property
    def kind(self) -> str:
        return self.point.time.kind


def levels_near(sentence: Sentence, token: Token) -> list[Level]:
    """The values at one time that a word over time may be about, the nearest first."""
    meanings = (sentence.meaning(each) for each in sentence.nearest(token, sentence.levels))
    found = [Level(each.point, each.value) for each in meanings if each.point and each.value is not None]
    found = found if sentence.figures else [*_beside(sentence), *_of_series_said(sentence)][:1]
    return [each for each in found if each.kind != "venster"]


def _of_series_said(sentence: Sentence) -> Iterator[Level]:
    """Of a sentence without figures what the one series was that it plainly names, at the time that it is about."""
    series = plainly_named(sentence)
    if series is None:
        return
    for time in (sentence.reading.near, *times_said(sentence)):
        value = sentence.facts.value(Subject(series), time)
        if value is not None:
            yield Level(Point(Subject(series), (time,)), value)
            return


def _beside(sentence: Sentence) -> Iterator[Level]:
    """Of a sentence without figures the level of the one before or after it that is of what its words are about."""
    words = [each.word for each in sentence.tokens if each.kind is Kind.WORD]
    names = {name for each in sentence.tokens if each.mention for name in each.mention.names}
    touches = any(sentence.known.series_words.of(word, widely=False) for word in words)
    before = [each for each in reversed(sentence.earlier) if each.is_level][:1]
    after = [each for each in sentence.following if each.is_level][:1]
    for meaning in (*before, *after):
        point, value = meaning.point, meaning.value
        if point is None or value is None:
            continue
        is_pointed_at = meaning in before and (not _BACK.isdisjoint(words[:2]) or not touches)
        own = names & sentence.known.names.get(point.subject.series, frozenset())
        is_named = not own or any(point.subject.part.get(name.dimension) == name.name for name in own)
        if is_named and (is_pointed_at or _is_about(sentence, words, point.subject.series)):
            yield Level(point, value)
            return


def _is_about(sentence: Sentence, words: Sequence[str], series: str) -> bool:
    """Whether words touch a series, and one that they name is touched by no other of them."""
    known = sentence.known.series_words
    own = {word for word in words if series in known.of(word)}
    others = sentence.known.in_full.said_in(words) - {series}
    return bool(own) and all(own.issuperset(word for word in words if id in known.of(word)) for id in others)


def past_of(sentence: Sentence, level: Level) -> list[tuple[TimePeriod, Decimal]]:
    """What is known of before the time of a level."""
    point = level.point
    known = sentence.facts.known(point.subject, point.time.kind, point.time)
    return [(period, value) for period, value in known if period.end < point.time.start]


def record(sentence: Sentence, token: Token, span: Span, sign: int) -> Verdict:
    """'het laagste sinds maart 2024': then it was as low, and in between never; or it is the lowest of all since."""
    first, last = sorted((token, span.last), key=lambda each: each.index)
    found = levels_near(sentence, token)
    if not found:
        return sentence.verdict(ClaimKind.COURSE, first, last, None)
    holds, told = held_since(sentence, found[0], span, sign or 1)
    if not sign and held_since(sentence, found[0], span, -1)[0] is not False:
        holds = None if holds is False else holds  # 'het beste jaar sinds 2021' may be the one with the fewest
    return sentence.verdict(ClaimKind.COURSE, first, last, holds, told)


def held_since(
    sentence: Sentence, level: Level, span: Span, sign: int, *, of_all: bool = False
) -> tuple[bool | None, str]:
    """Whether a value is a record, and what contradicts it; with `of_all` what is said is passed too."""
    value, past = level.value, past_of(sentence, level)
    if not past:
        return None, ""
    if span.count:
        count = span.count * (1 if level.kind == span.unit else _IN_A_YEAR.get(level.kind, 0) * (span.unit == "jaar"))
        if not count:
            return None, ""
        within = past[-count + 1 :] if count > 1 else []
        broken = [each for each in within if (value - each[1]) * sign <= 0]
        is_known = len(past) >= count - 1
        return (False if broken else True if is_known else None), _beaten(broken, value)
    named = sentence.named(span.since) if span.since else []
    named = [each for each in named if each.start < level.point.time.start][:1]  # 'sinds april': the last one
    if not named:
        return None, ""
    end, start = max(each.end for each in named), min(each.start for each in named)
    between = [each for each in past if each[0].start > end]
    then = [each for each in past if any(one.contains(each[0]) for one in named)]
    broken = [each for each in between if (value - each[1]) * sign <= 0]
    if broken:
        return False, _beaten(broken, value)
    beaten = [each for each in then if (value - each[1]) * sign <= 0]
    is_first = past[0][0].end >= start and past[0][0].start <= end
    if of_all:
        return (True if then and not beaten else None), ""
    if beaten or is_first or is_start(sentence, span.since):
        return True, ""
    since = next(((period, one) for period, one in reversed(past) if (value - one) * sign <= 0), None)
    if not then or since is None:
        return None, ""
    told = f"het is {number(value)}, en in {period_name(then[-1][0])} was het {number(then[-1][1])}"
    return False, f"{told}; wel sinds {period_name(since[0])} ({number(since[1])})"


def is_start(sentence: Sentence, since: Token | None) -> bool:
    """Whether it is since something began: 'sinds begin 2022', 'sinds de invoering in 2019'."""
    return since is not None and bool(_START.search(sentence.lead(since)))


def _beaten(broken: Sequence[tuple[TimePeriod, Decimal]], value: Decimal) -> str:
    if not broken:
        return ""
    period, other = broken[-1]
    return f"het is {number(value)}, en in {period_name(period)} was het {number(other)}"


# --- The highest of all times -------------------------------------------------------------------------------


def of_all_times(sentence: Sentence, token: Token, order: Order, point: Point | None = None) -> Verdict:
    """'In T was het met F het hoogst': of all times that the data have, of those named, or of that year."""
    point = point or _point(sentence, token)
    if point is None or not order.sign:
        return sentence.verdict(ClaimKind.COURSE, token, token, None)
    fields = _fields(sentence, point)
    outcomes = [each.holds(order.sign, order.place) for each in fields]
    if not outcomes or (len(outcomes) < _LEAST_KNOWN and not outcomes[0] and len(fields[0].values) < _LEAST_KNOWN):
        return sentence.verdict(ClaimKind.COURSE, token, token, None)
    if order.of_times and sentence.before(token, 1) == ["een"] and _is_turn(sentence, point, order.sign):
        return sentence.verdict(ClaimKind.COURSE, token, token, None)
    holds = True if outcomes[0] else None if any(outcomes) else False
    return sentence.verdict(ClaimKind.COURSE, token, token, holds, fields[0].told(order.sign, order.place))


def _point(sentence: Sentence, token: Token) -> Point | None:
    """What a word over time is about: the time named in its clause, or the figure of a time that is named."""
    if _is_of_others(sentence, token):
        return None
    own = sentence.clauses.number(token)
    near = levels_near(sentence, token)
    here = [each for each in sentence.times() if sentence.clauses.number(each) == own and sentence.is_at(each)]
    shown = [each for each in sentence.figures if sentence.clauses.number(each) == own]
    if near and len(here) == 1 and not shown and (level := level_at(sentence, near[0], here[0])):
        return level.point
    told = [each.point for each in near if _is_said(sentence, each.point)]
    return told[0] if len(told) == 1 or (told and shown) else None


def level_at(sentence: Sentence, level: Level, time: Token) -> Level | None:
    """The same thing at a time that is named."""
    subject = level.point.subject
    for period in sentence.named(time):
        value = sentence.facts.value(subject, period) if period.kind == level.kind else None
        if value is not None:
            return Level(Point(subject, (period,)), value)
    return None


def _is_said(sentence: Sentence, point: Point) -> bool:
    """Whether the sentence names the time of a figure, or says that it is of all times."""
    at = [each for each in sentence.times() if sentence.is_at(each)]
    is_range = any(each.moment and each.moment.last for each in sentence.times())
    said = any(fits(sentence.named(each), point) for each in at)
    return (said and not is_range) or bool(_ALWAYS.search(sentence.reading.text.casefold())) or (is_range and said)


def _fields(sentence: Sentence, point: Point) -> list[Field]:
    """The time of a point among all; among those of a range that is named, or of its own year."""
    near = sentence.reading.near
    until = near if near.end > point.time.end else point.time
    known = [each for each, _ in sentence.facts.known(point.subject, point.time.kind, until)]
    ranges = [
        range for each in sentence.times() if each.moment and each.moment.last for range in sentence.named(each)[:1]
    ]
    groups = [[each for each in known if one.contains(each)] for one in ranges]
    if not ranges:
        if near.contains(point.time) and near != point.time:
            groups.append([each for each in known if near.contains(each)])
        groups.append(known)
        groups.append([each for each in known if each.start.year == point.time.start.year])
        groups.append([each for each in known if (near.end - each.start).days < _YEAR])
    found = (time_field(sentence.facts, point.subject, point.time, each) for each in groups)
    return [each for each in found if each is not None]


def _is_turn(sentence: Sentence, point: Point, sign: int) -> bool:
    """Whether it is higher than just before and just after: 'een piek'."""
    known = sentence.facts.known(point.subject, point.time.kind, sentence.reading.near)
    steps = list(pairwise(known))
    up = [(b[1] - a[1]) * sign > 0 for a, b in steps if b[0] == point.time]
    down = [(a[1] - b[1]) * sign > 0 for a, b in steps if a[0] == point.time]
    return all(up) and all(down)


def _is_of_others(sentence: Sentence, token: Token) -> bool:
    """Whether it goes with what the figures do not count: 'in de grootste gemeenten waren er F'."""
    following = sentence.tokens[token.index + 1 :][:1]
    if not following or following[0].kind is not Kind.WORD or not _THINGS.fullmatch(following[0].word):
        return False
    series = {point.subject.series for each in sentence.levels for point in sentence.meaning(each).points}
    own = {word for id in series for word in sentence.known.own_words(id)}
    return not any(alike(following[0].word, each) for each in own)
