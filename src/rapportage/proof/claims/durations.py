"""'in vijf jaar tijd', 'binnen twee weken', 'de afgelopen negen jaar': how long what is shown took."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from rapportage.figures.observation import Operation
from rapportage.figures.period import TimePeriod
from rapportage.figures.units import MONTHS
from rapportage.figures.words.periods import period_name
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.facts import Meaning
from rapportage.proof.claims.moment import UNITS
from rapportage.proof.claims.moves import direction_words
from rapportage.proof.claims.numerals import cardinal
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_IN_DAYS = ("dag", "dagen")
_DAYS = {
    **dict.fromkeys(_IN_DAYS, Decimal(1)),
    "week": Decimal(7),
    "maand": Decimal("30.44"),
    "kwartaal": Decimal("91.3"),
    "jaar": Decimal("365.25"),
}
_CLOSE = Decimal("0.2")
"""So much weeks may differ from months or years that are said: four weeks are a month."""
_LENGTHS = {
    **{word: Decimal(MONTHS[unit]) for word, unit in UNITS.items() if unit in MONTHS},
    "decennium": Decimal(120),
}
"""Of what is not counted in weeks its months."""
_IN = frozenset(("in", "binnen", "over", "na"))
_TO = frozenset(("naar", "tot", "op"))
RANGE = frozenset(
    lexicon.words("band bandbreedte bereik bewoog bewogen schommelde schommelden varieerde varieerden uiteen tussen")
)
"""'een band van F tot F' is between which, and no step from one to the other."""


_SAYS_MORE = _TO | lexicon.NEGATIONS | frozenset(lexicon.EXTREMES)
"""With which 'in zes jaar tijd' is not how long was counted."""


_IN_A_ROW = (["op", "rij"], ["achter", "elkaar"], ["na", "elkaar"], ["achtereen"])
_BEGIN = re.compile(
    r"\b(?:sinds|vanaf) (?:het begin|de start|begin) van (?:het|dit|de|deze) (jaar|halfjaar|kwartaal|maand)\b",
    re.IGNORECASE,
)
_TO_TIME = 3
"""So many words after a figure comes when that was."""


class Duration(Struct, frozen=True):
    """`is_most` where less is as well: 'binnen'."""

    first: Token
    last: Token
    count: Decimal
    unit: str
    is_most: bool = False
    is_exact: bool = False
    """'in drie weken tijd' is from one to the third after it; 'in drie weken' may be those three."""


def since_begin(sentence: Sentence) -> Iterator[Verdict]:
    """'sinds het begin van het jaar': a sum begins with that."""
    sums = [each for each in sentence.figures if sentence.meaning(each).operation is Operation.SUM]
    found = _BEGIN.search(sentence.reading.text)
    point = sentence.meaning(sums[0]).point if len(sums) == 1 else None
    if found is None or point is None or len(point.periods) < 2:
        return
    start = min(each.start for each in point.periods)
    of = TimePeriod.at(UNITS[found[1].casefold()], point.time.end, point.time.begins)
    told = f"het cijfer is van {period_name(min(point.periods))} tot en met {period_name(max(point.periods))}"
    first, last = (_at(sentence, place) for place in (found.start(), found.end() - 1))
    yield sentence.verdict(ClaimKind.TIME, first, last, start == of.start, told)


def _at(sentence: Sentence, place: int) -> Token:
    return next(each for each in sentence.tokens if each.end > place)


def durations(sentence: Sentence) -> Iterator[Verdict]:
    for said in _said(sentence):
        step = _step(sentence, said)
        counted = None if step else _counted_over(sentence, said)
        if step:
            holds, told = _took(said, *step), f"het cijfer is van {period_name(step[1])} en {period_name(step[0])}"
        elif counted:
            holds, told = _is_as_long(said, counted), f"het cijfer is van {period_name(counted)}"
        else:
            continue
        if holds is not None:
            yield sentence.verdict(ClaimKind.TIME, said.first, said.last, holds, told)


def is_duration(sentence: Sentence, token: Token) -> bool:
    """Whether 'de afgelopen vijf jaar' says how long it took from one figure to another, and not when one was."""
    said = _of_moment(sentence, token)
    return said is not None and _step(sentence, said) is not None


def is_over_time(meaning: Meaning) -> bool:
    return meaning.has_times and len(meaning.points) == 2 and meaning.points[0].time != meaning.points[1].time


# --- What is said ---------------------------------------------------------------------------------------------


def _said(sentence: Sentence) -> Iterator[Duration]:
    for token in sentence.tokens:
        if token.is_own:
            continue
        is_unit = token.word in UNITS or token.word in _IN_DAYS
        if (found := _of_moment(sentence, token)) or (is_unit and (found := _counted(sentence, token))):
            yield found


def _of_moment(sentence: Sentence, token: Token) -> Duration | None:
    """'de afgelopen vijf jaar', 'het afgelopen jaar'."""
    moment = token.moment
    if moment is None or not moment.unit or not (moment.ends_now or moment.may_be_now):
        return None
    if moment.may_be_now and _is_of_last(sentence, token):
        return None
    return Duration(token, token, Decimal(moment.count or 1), moment.unit)


def _is_of_last(sentence: Sentence, token: Token) -> bool:
    """Whether it is when it got so far: 'van F in week 41 tot F in de afgelopen week'."""
    ahead = [each for each in sentence.figures if 0 < token.index - each.index <= _TO_TIME][-1:]
    is_end = any(sentence.before(each, 1) in (["tot"], ["naar"]) for each in ahead)
    return is_end and any(each.index < ahead[0].index for each in sentence.times())


def _counted(sentence: Sentence, unit: Token) -> Duration | None:
    """'in vijf jaar (tijd)', 'binnen een half jaar', 'over een periode van vier jaar'."""
    words = sentence.before(unit, 3)
    is_half = words[-1:] == ["half"]
    number = words[-2:-1] if is_half else words[-1:]
    count = _number(number[0]) if number else None
    before = sentence.before(unit, 2 + is_half)[:1]
    is_period = before == ["van"] and "periode" in sentence.before(unit, 3 + is_half)
    has_time = sentence.after(unit, 1) == ["tijd"]
    if count is None or _is_of_more(sentence, unit) or not (is_period or has_time or (before and before[0] in _IN)):
        return None
    if before and before[0] in lexicon.QUALIFIERS:
        return None
    first = sentence.tokens[unit.index - 1 - is_half]
    last = sentence.tokens[unit.index + has_time]
    count = count / 2 if is_half else count
    return Duration(first, last, count, unit.word, is_most=before == ["binnen"], is_exact=has_time)


def _is_of_more(sentence: Sentence, unit: Token) -> bool:
    """'in drie kwartalen van dit jaar', 'na vier kwartalen op rij'."""
    following = sentence.tokens[unit.index + 1 : unit.index + 3]
    if [each.word for each in following] in _IN_A_ROW or [each.word for each in following[:1]] in _IN_A_ROW:
        return True
    return len(following) > 1 and following[0].word == "van" and following[1].kind is not Kind.FIGURE


def _number(word: str) -> Decimal | None:
    return Decimal(word) if word.isdecimal() else cardinal(word)


# --- How long was counted -------------------------------------------------------------------------------------


def _counted_over(sentence: Sentence, said: Duration) -> TimePeriod | None:
    """Of 'in een week tijd overleden er F' the time over which F is counted; None where something rose or fell."""
    points = [point for each in sentence.levels if (point := sentence.meaning(each).point)]
    are_of_one = sentence.figures == sentence.levels and len({each.time for each in points}) == 1
    words = sentence.words(0, len(sentence.tokens))
    if not (are_of_one and said.is_exact) or direction_words(sentence) or not _SAYS_MORE.isdisjoint(words):
        return None
    are_counted = all(sentence.facts.is_counted_over_time(each.subject.series) for each in points)
    return points[0].time if are_counted else None


def _is_as_long(said: Duration, time: TimePeriod) -> bool | None:
    """Whether a time is as long as is said; None where it is not counted in that."""
    unit: str = UNITS.get(said.unit, said.unit)
    parts = Decimal(len(time.parts()))
    if time.unit in MONTHS and said.unit in _LENGTHS:
        return parts * MONTHS[time.unit] == said.count * _LENGTHS[said.unit]
    if unit in _IN_DAYS or ("week" in (time.unit, unit) and {time.unit, unit} <= {"week", *MONTHS}):
        days = Decimal((time.end - time.start).days + 1)
        said_days = said.count * _DAYS.get(unit, Decimal(0))
        return abs(days - said_days) <= said_days * _CLOSE if said_days else None
    return None


# --- What it took ---------------------------------------------------------------------------------------------


def _step(sentence: Sentence, said: Duration) -> tuple[TimePeriod, TimePeriod] | None:
    """The times of the change that is nearest, or of 'van F naar F'."""
    pair = _from_to(sentence, said)
    changes = [each for each in sentence.nearest(said.first, sentence.figures) if sentence.meaning(each).is_change]
    if pair is None and (since := _since_base(sentence, said)) is not None:
        return since
    if pair is not None or said.last.word != "tijd" or not changes:
        return pair
    meaning = sentence.meaning(changes[0])
    if not is_over_time(meaning):
        return None
    one, other = sorted(point.time for point in meaning.points)
    return one, other


def _since_base(sentence: Sentence, said: Duration) -> tuple[TimePeriod, TimePeriod] | None:
    """Of 'F, minder dan in 2015, een krimp van 9 procent in negen jaar' from when to when it went so."""
    number = sentence.clauses.number(said.first)
    moved = [each for each, sign in direction_words(sentence) if sign and sentence.clauses.number(each) == number]
    ahead = [each for each in sentence.times() if each.index < said.first.index and each.moment]
    bases = [each for each in ahead if sentence.is_base(each) and each.moment and not each.moment.is_relative]
    bases = [each for each in bases if sentence.clauses.together(each, said.first)]
    times = {point.time for each in sentence.levels if (point := sentence.meaning(each).point)}
    named = sentence.named(bases[0])[:1] if len(bases) == 1 else []
    is_plain = bool(moved) and len(times) == 1 and len(named) == 1 and len(list(sentence.times())) <= 2
    later = next(iter(times)) if is_plain else None
    return (named[0], later) if later and named[0].end < later.end else None


def _from_to(sentence: Sentence, said: Duration) -> tuple[TimePeriod, TimePeriod] | None:
    """The times of 'van F naar F': in its own clause, or where the sentence names no other time."""
    number = sentence.clauses.number(said.first)
    others = [each for each in sentence.times() if each is not said.first]
    for one, other in zip(sentence.figures, sentence.figures[1:], strict=False):
        if one not in sentence.levels or other not in sentence.levels:
            continue
        meanings = sentence.meaning(one), sentence.meaning(other)
        points = [each.point for each in meanings if each.point]
        is_range = sentence.before(other, 1) == ["tot"] and not RANGE.isdisjoint(sentence.words(0, one.index))
        is_step = not is_range and _TO.intersection(sentence.before(other, 2)) and "van" in sentence.before(one, 3)
        is_near = sentence.clauses.number(one) == number == sentence.clauses.number(other)
        if is_step and meanings[0].subject == meanings[1].subject and (is_near or not others):
            times = points[0].time, points[1].time
            return times if times[0].end < times[1].end else None
    return None


def _took(said: Duration, one: TimePeriod, other: TimePeriod) -> bool | None:
    """Whether it took as long as is said; None where that can't be told."""
    if one.unit != other.unit:
        return None
    unit = UNITS.get(said.unit, said.unit)
    if one.unit in MONTHS and said.unit in _LENGTHS:
        size = _LENGTHS[said.unit]
        step, close = Decimal(MONTHS[one.unit]), Decimal(0)
        took = Decimal(other.first - one.first) * step
    elif one.unit == "week" and unit in _DAYS:
        size = _DAYS[unit]
        step, took = _DAYS["week"], Decimal((other.start - one.start).days)
        close = Decimal(0) if unit == "week" else said.count * size * _CLOSE
    elif one.unit in MONTHS and unit in _DAYS:
        size = _DAYS[unit]
        step, took = Decimal(0), Decimal((other.start - one.start).days)
        close = said.count * size * _CLOSE
    else:
        return None
    told = said.count * size
    if abs(took - told) <= close or (said.is_most and took < told):
        return True
    return None if not said.is_exact and took + step == told else False
