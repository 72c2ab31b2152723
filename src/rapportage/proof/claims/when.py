"""The times that words name at a figure, or from and to which a change is said to be: are they its own?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from rapportage.figures.observation import Operation
from rapportage.figures.period import TimePeriod
from rapportage.figures.units import MONTHS
from rapportage.figures.words.numbers import number
from rapportage.figures.words.periods import period_name
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.against_base import against_base
from rapportage.proof.claims.bases import compared_with, is_beyond, may_be_of_report
from rapportage.proof.claims.binding import bound
from rapportage.proof.claims.days import days_beside, days_of_stocks
from rapportage.proof.claims.durations import RANGE, durations, is_duration, is_over_time, since_begin
from rapportage.proof.claims.elsewhere import is_of_another
from rapportage.proof.claims.facts import Meaning, Point
from rapportage.proof.claims.held_against import is_held_against
from rapportage.proof.claims.moment import UNITS, Moment
from rapportage.proof.claims.moves import direction_words
from rapportage.proof.claims.pairing import runs
from rapportage.proof.claims.per import is_rate_base
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence, times_told
from rapportage.proof.claims.steps_back import counts_back_to, is_so_long_ago
from rapportage.proof.claims.time_spans import spans
from rapportage.proof.claims.two_times import is_apposition, is_narrower
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_PART_OF_YEAR = re.compile(
    r"\b(begin|eind|einde|voorjaar|lente|zomer|najaar|herfst|winter)\s+(?:van\s+)?$", re.IGNORECASE
)
_SEASONS = {
    "begin": (1, 6), "eind": (7, 12), "einde": (7, 12), "voorjaar": (3, 6), "lente": (3, 6), "zomer": (6, 9),
    "najaar": (9, 12), "herfst": (9, 12), "winter": (11, 3),
}  # fmt: skip
"""From which month up to and with which, taken widely."""
_PART_OF_YEAR = re.compile(rf"\b({'|'.join(_SEASONS)})\s+(?:van\s+)?$", re.IGNORECASE)
_SIZES: dict[str, float] = {"week": 0.25, **{str(unit): months for unit, months in MONTHS.items()}}
_START = re.compile(r"\b(?:begin|op|per)\s+(?:van\s+)?$", re.IGNORECASE)
_AT_END = re.compile(r"\beinde?\s+(?:van\s+)?$", re.IGNORECASE)
_ALL = frozenset(lexicon.words("heel hele geheel gehele"))
_TO_NOW = frozenset(lexicon.words("totaal cumulatief opgeteld samen lopende tussenstand"))
_ONE_OF = frozenset(
    lexicon.words(
        "gemiddeld gemiddelde per maandelijks hoogtepunt dieptepunt piek piekte uitschieter tussen uiteen schommelde "
        "schommelden schommelt varieerde varieerden varieert bewoog bewogen elke elk ieder iedere steeds altijd nooit"
    )
)
_TIME_NOUNS = frozenset(
    [*UNITS, *_SEASONS, *lexicon.words("maanden kwartalen loop helft cijfer cijfers aantal niveau dat die het stand")]
)
_CALLED = re.compile(r"\d|.*(?:cijfers?|totaal|stand|meting|aantal(?:len)?)$")


def times_named(sentence: Sentence) -> Iterator[Verdict]:
    ends = list(spans(sentence))
    in_spans = {token.index for first, last in ends for token in (first, last)}
    for first, last in ends:
        yield from _from_to(sentence, first, last)
    yield from _at_figures(sentence, in_spans)
    for token in (each for each in sentence.times() if each.index not in in_spans):
        if sentence.is_base(token) and not sentence.has_own_figure(token):
            yield from _base(sentence, token)
            yield from against_base(sentence, token)
        elif sentence.is_since(token):
            yield from _start(sentence, token)
        yield from _then(sentence, token)
    yield from days_of_stocks(sentence)
    yield from days_beside(sentence)
    yield from durations(sentence)
    yield from since_begin(sentence)


def fits(named: Sequence[TimePeriod], point: Point) -> bool:
    """Whether a point is of one of the periods, or within it."""
    if not point.periods:
        return False
    start, end = min(each.start for each in point.periods), max(each.end for each in point.periods)
    if len(point.periods) == 1 and point.periods[0].kind == "week":  # a week may be of two months
        return any(each.start <= end and start <= each.end for each in named)
    within = [each for each in named if each.start <= start and end <= each.end]
    if len(point.periods) == 1:
        return bool(within)
    return any(each.kind == "jaar" or (each.start, each.end) == (start, end) for each in within)


# --- At a figure ------------------------------------------------------------------------------------------


def _at_figures(sentence: Sentence, in_spans: set[int]) -> Iterator[Verdict]:
    at = [
        token
        for token in sentence.times()
        if (sentence.is_at(token) or sentence.is_until(token) or sentence.has_own_figure(token))
        and token.index not in in_spans
        and not is_duration(sentence, token)
        and not _is_of_noun(sentence, token)
        and not is_of_another(sentence, token)
    ]
    lists = runs(at, sentence.tokens)
    found = [
        (at[place], figure, holds)
        for place, figures in bound(at, _anchors(sentence), sentence.clauses).items()
        for figure in _own_of(sentence, at[place], figures)
        if (holds := _is_of_time(sentence, at[place], figure, lists)) is not None
        if holds or not is_held_against(sentence, at[place], figure)
    ]
    right = [token for token, _, holds in found if holds]
    wrong = [each for each in found if not each[2]]
    apart = [each for each in wrong if any(is_apposition(sentence, each[0], one) for one in right)]
    apart += [each for each in wrong if each not in apart and _is_end_of_sum(sentence, *each[:2])]
    apart += [each for each in found if not each[2] and is_narrower(sentence, each, found)]
    for token, figure, holds in dict.fromkeys((*not_beside_right(found), *apart)):
        yield sentence.verdict(ClaimKind.TIME, token, token, holds, _told(sentence, figure, token))


def _anchors(sentence: Sentence) -> list[Token]:
    """The figures, and the numbers that somebody typed in their place: 'stond in 2022 op 127,4 en nu op F'."""
    typed = (each for each in sentence.tokens if each.kind is Kind.NUMBER and not each.is_own)
    counted = [each for each in typed if sentence.before(each, 1)[:1] != ["per"] and not is_rate_base(sentence, each)]
    return sorted((*sentence.figures, *counted), key=lambda each: each.index)


def _is_of_noun(sentence: Sentence, token: Token) -> bool:
    """'de crisis van 2013', 'de norm uit 2000': the year of something that is not counted."""
    before = sentence.tokens[max(0, token.index - 2) : token.index]
    if len(before) < 2 or before[1].word not in ("van", "uit") or not (token.moment and token.moment.is_bare):
        return False
    noun = before[0]
    if noun.index and sentence.tokens[noun.index - 1].kind is Kind.FIGURE:
        return False  # 'de F TWh van 2024'
    is_time = before[1].word == "van" and noun.word in _TIME_NOUNS
    if noun.kind is not Kind.WORD or is_time or noun.word in lexicon.PREPOSITIONS:
        return False
    series = {point.subject.series for each in sentence.meanings for point in each.points}
    return series.isdisjoint(sentence.known.naming_words.of(noun.word)) and not _CALLED.match(noun.word)


def _told(sentence: Sentence, figure: Token, token: Token) -> str:
    """When the figure is of, and what it is at the time that is named."""
    meaning = sentence.meaning(figure)
    told = f"het cijfer is van {times_told(meaning)}"
    if meaning.point and meaning.is_level:
        for period in sentence.named(token, figure):
            value = sentence.facts.value(meaning.point.subject, period)
            if value is not None:
                return f"{told}; van {period_name(period)} is het {number(value)}"
    return told


def _is_end_of_sum(sentence: Sentence, token: Token, figure: Token) -> bool:
    """Whether it says up to when a sum is, which 'dit jaar' beside it says not: 'tot en met mei zijn er dit jaar F'."""
    meaning = sentence.meaning(figure)
    return sentence.is_until(token) and meaning.is_level and sum(len(each.periods) for each in meaning.points) > 1


def not_beside_right(named: Iterable[tuple[Token, Token, bool]]) -> Iterator[tuple[Token, Token, bool]]:
    """Names of figures, but for a wrong one beside a right one of the same figure: it is of something else."""
    found = list(named)
    right = {figure.index for _, figure, holds in found if holds}
    return (each for each in found if each[2] or each[1].index not in right)


def _where_it_went(sentence: Sentence, figure: Token) -> Token:
    """Of 'in T liep het op, van F naar F' the last."""
    following = [each for each in sentence.figures if each.index > figure.index][:1]
    is_start = sentence.before(figure, 1) == ["van"] and following
    if not is_start or sentence.before(following[0], 1) not in (["naar"], ["tot"]):
        return figure
    between = sentence.tokens[figure.index : following[0].index]
    return figure if any(each.kind is Kind.TIME for each in between) else following[0]


def _own_of(sentence: Sentence, token: Token, figures: Sequence[Token]) -> Sequence[Token]:
    """Of figures after one time those that it is of: 'in T steeg het van F naar F' is of the last."""
    if len(figures) == 1 and token.index < figures[0].index and figures[0].kind is Kind.FIGURE:
        return [_where_it_went(sentence, figures[0])]
    if len(figures) < 2:
        return [each for each in figures if each.kind is Kind.FIGURE]
    if "naar" in sentence.words(figures[0].index, figures[-1].index):
        return [each for each in figures[-1:] if each.kind is Kind.FIGURE]
    if any(each.kind is not Kind.FIGURE for each in figures):
        return [each for each in figures[:1] if each.kind is Kind.FIGURE]
    subjects = [sentence.meaning(each).subject for each in figures]
    return figures[:1] if len(set(subjects)) < len(subjects) else figures  # two of one thing are of two times


def _is_of_time(sentence: Sentence, token: Token, figure: Token, lists: Sequence[Sequence[Token]]) -> bool | None:
    meaning, named, moment = sentence.meaning(figure), sentence.named(token, figure), token.moment
    together = next((each for each in lists if token in each), [token])
    if len(together) > 1 and meaning.is_level and not RANGE.isdisjoint(sentence.words(0, len(sentence.tokens))):
        windows = [period for each in together for period in sentence.named(each, figure)]
        return any(fits(windows, each) for each in meaning.points) or None  # 'van 2023 en 2024 schommelde het'
    if moment is not None and _is_of_other_length(sentence, moment, meaning, is_known=bool(named)):
        return False
    if not named and meaning.is_level:
        return counts_back_to(sentence, token, figure)
    if not named or not meaning.has_times or moment is None:
        return None
    if sentence.is_until(token):
        ends = [point.time.end for point in meaning.points]
        return any(each.start <= max(ends) <= each.end for each in named)
    is_counted = moment.is_relative and not moment.is_from_now
    if is_counted and not meaning.is_change and not sentence.has_start(token, figure):
        return fits(named, meaning.points[0]) or None
    if moment.last and meaning.is_change and is_over_time(meaning):
        start, end = sorted(point.time for point in meaning.points)
        return any(_begins_in(each, start) and _ends_in(each, end) for each in named)
    if meaning.operation is Operation.CHANGE:
        is_base = moment.is_relative or is_beyond(sentence, token, figure)
        return fits(named, meaning.points[0]) or (is_base and fits(named, meaning.points[1]))
    if meaning.operation in (Operation.DIFFERENCE, Operation.INDEX):
        return any(fits(named, each) or _is_day_of_stock(sentence, token, named, each) for each in meaning.points)
    if any(
        sentence.is_base(each) and fits(sentence.named(each, figure), meaning.points[0]) for each in sentence.times()
    ):
        return None  # 'in juni meer dan in mei (F)': the figure is of May
    if may_be_of_report(sentence, token, meaning):
        return None
    periods = tuple(period for point in meaning.points for period in point.periods)
    if len(periods) > 1 and any(each in periods for each in named):
        return _is_of_sum(sentence, token, figure, together)
    whole = Point(meaning.points[0].subject, periods)
    if _AT_END.search(sentence.lead(token)) and any(each.end == whole.time.end for each in named):
        return True
    if fits(named, whole):
        return _fits_so(sentence, token, figure, named, whole)
    return _is_day_of_stock(sentence, token, named, whole)


def _is_of_other_length(sentence: Sentence, moment: Moment, meaning: Meaning, *, is_known: bool) -> bool:
    """Whether a figure is counted over more or less than what is said: 'het afgelopen kwartaal' beside that of a year.

    Of a longer time that is known, as that is of another year, it may be a part.
    """
    point = meaning.point
    if not (moment.is_from_now and moment.steps == 1 and meaning.is_level and point and moment.unit in _SIZES):
        return False
    if not sentence.facts.is_counted_over_time(point.subject.series) or len(point.periods) != 1:
        return False
    size, said = _SIZES.get(point.time.kind, 0), _SIZES[moment.unit]
    is_one_of = not _ONE_OF.isdisjoint(sentence.words(0, len(sentence.tokens))) or bool(direction_words(sentence))
    return size > said or (0 < size < said and moment.may_be_now and not is_known and not is_one_of)


def _begins_in(window: TimePeriod, time: TimePeriod) -> bool:
    """Whether a window begins with the unit that a time is in."""
    return window.start <= time.start <= TimePeriod.at(window.unit, window.start, window.begins).end


def _ends_in(window: TimePeriod, time: TimePeriod) -> bool:
    """Whether a window ends with the unit that a time is in."""
    return TimePeriod.at(window.unit, window.end, window.begins).start <= time.end <= window.end


def _is_of_sum(sentence: Sentence, token: Token, figure: Token, together: Sequence[Token]) -> bool | None:
    """'in juni, juli en augustus': all times of a sum are named, or 'in juni … in totaal F' may be up to then."""
    meaning = sentence.meaning(figure)
    periods = {period for point in meaning.points for period in point.periods}
    said = {period for each in together for period in sentence.named(each, figure) if period in periods}
    if said == periods:
        return True
    if len(together) == 1 and max(periods) in said and not _TO_NOW.isdisjoint(sentence.words(0, len(sentence.tokens))):
        return None
    return False if token is together[-1] and not sentence.is_ahead(token) else None


def _fits_so(sentence: Sentence, token: Token, figure: Token, named: Sequence[TimePeriod], point: Point) -> bool | None:
    """Of a figure that is of a named time or within it whether it is of all that is named."""
    time, moment = point.time, token.moment
    is_less = all((each.start, each.end) != (time.start, time.end) for each in named if each.contains(time))
    words = set(sentence.words(0, len(sentence.tokens)))
    is_flow = not sentence.facts.is_stock(point.subject.series) and sentence.meaning(figure).is_level
    is_one_of = not words.isdisjoint(_ONE_OF) or any(word in lexicon.EXTREMES for word in words)
    if is_less and is_flow and not is_one_of and moment:
        before = sentence.before(token, 1)
        if moment.count or (moment.is_bare and not _ALL.isdisjoint(before)):
            return False
    if (found := _PART_OF_YEAR.search(sentence.lead(token))) and moment and moment.is_bare:
        return _is_in_season(found[1].casefold(), named, time)
    return True


def _is_in_season(word: str, named: Sequence[TimePeriod], time: TimePeriod) -> bool | None:
    """Whether a time has a month of that part of a year; of a whole year that is not told."""
    if MONTHS.get(time.unit, 12) >= 12:
        return True
    first, last = _SEASONS[word]
    months = [*range(first, last + 1)] if first <= last else [*range(first, 13), *range(1, last + 1)]
    own = {month.start.month for month in time.months()}
    return not own.isdisjoint(months) if own else None


def _is_day_of_stock(sentence: Sentence, token: Token, named: Sequence[TimePeriod], point: Point) -> bool:
    """Whether a stock is of the end of a time that is named, or of the start of one: 'op 1 juli', 'begin 2024'."""
    if not sentence.facts.is_stock(point.subject.series):
        return False
    end = point.time.end
    lead = sentence.lead(token)
    is_start = not _AT_END.search(lead)
    is_year_start = bool(_START.search(lead))
    after = end + timedelta(days=1)
    return any(
        each.start <= end <= each.end or (is_start and each.start == after and (each.kind != "jaar" or is_year_start))
        for each in named
    )


# --- From and to -------------------------------------------------------------------------------------------


def _from_to(sentence: Sentence, first: Token, last: Token) -> Iterator[Verdict]:
    """Both ends of a change or sum."""
    near = [each for each in sentence.nearest(first, sentence.figures) if sentence.clauses.together(first, each)]
    for figure in near[:1]:
        meaning = sentence.meaning(figure)
        if not meaning.has_times:
            continue
        times = [point.time for point in meaning.points]
        start, end = min(times), max(times)
        if not meaning.is_change or start == end:
            continue
        told = f"het cijfer is van {times_told(meaning)}"
        for token, time in ((first, start), (last, end)):
            named = sentence.named(token, figure)
            if named:
                holds = fits(named, Point(meaning.points[0].subject, (time,)))
                yield sentence.verdict(ClaimKind.TIME, token, token, holds, told)


def _base(sentence: Sentence, token: Token) -> Iterator[Verdict]:
    """'dan in T': when a change is from."""
    changes = [each for each in sentence.figures if sentence.meaning(each).is_change]
    if not changes:
        return
    figure = compared_with(sentence, token, changes)
    meaning = sentence.meaning(figure) if figure else None
    if figure is None or meaning is None or not is_over_time(meaning):
        return
    moment = token.moment
    later = meaning.later
    if moment is None or later is None:
        return
    named = moment.periods(later.time) if moment.is_relative else sentence.named(token)
    bases = meaning.points[1:] if meaning.operation is Operation.CHANGE else meaning.points
    if not named and moment.is_relative:
        holds = any(is_so_long_ago(moment, later.time, each.time) for each in bases if each != later)
        yield sentence.verdict(ClaimKind.TIME, token, token, holds, f"het cijfer is van {times_told(meaning)}")
    if not named:
        return
    told = f"het cijfer is van {times_told(meaning)}"
    holds = any(fits(named, each) or _is_day_of_stock(sentence, token, named, each) for each in bases)
    yield sentence.verdict(ClaimKind.TIME, token, token, holds, told)


def _then(sentence: Sentence, token: Token) -> Iterator[Verdict]:
    """'dan in 2020, toen het er F waren': the one figure of that clause is of that time."""
    following = sentence.tokens[token.index + 1 : token.index + 3]
    if [each.word for each in following] != [",", "toen"] or not token.moment or token.moment.is_relative:
        return
    own = [each for each in sentence.levels if sentence.clauses.number(each) == sentence.clauses.number(following[1])]
    point = sentence.meaning(own[0]).point if len(own) == 1 else None
    named = sentence.named(token)
    if point and named and not sentence.is_at(token):
        yield sentence.verdict(ClaimKind.TIME, token, token, fits(named, point), _told(sentence, own[0], token))


def _start(sentence: Sentence, token: Token) -> Iterator[Verdict]:
    """'sinds T', 'vanaf T': the first time of a change in the same clause."""
    own = sentence.clauses.number(token)
    changes = [each for each in sentence.figures if sentence.clauses.number(each) == own]
    changes = [each for each in changes if sentence.meaning(each).is_change and is_over_time(sentence.meaning(each))]
    if len(changes) != 1 or token.moment is None or token.moment.is_relative:
        return
    meaning = sentence.meaning(changes[0])
    earlier = min(meaning.points, key=lambda each: each.time.end)
    named = sentence.named(token)
    if named:
        told = f"het cijfer is van {times_told(meaning)}"
        yield sentence.verdict(ClaimKind.TIME, token, token, fits(named, earlier), told)
