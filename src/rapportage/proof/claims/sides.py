"""The two sides of 'so many times as many as': what is compared, and with what; shown, or looked up by their names."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations

from rapportage.figures.observation import Operation
from rapportage.figures.parts import WHOLE, Part
from rapportage.figures.period import TimePeriod
from rapportage.proof.claims.changes import change_at
from rapportage.proof.claims.facts import Meaning, Point, Subject
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.targets import part_in
from rapportage.proof.claims.when import fits

_AS = frozenset(("als", "dan", "van"))
_NAMELY = frozenset((":", "namelijk"))
"""After which the figure is what the sentence begins with: 'half zoveel als in april, namelijk F'."""
_NEAR = 16
"""So many words after 'keer zo' comes 'als'."""
_LEAST_BEGIN = 4
_TO_TIME = 3


def ratios(sentence: Sentence, token: Token) -> list[Decimal]:
    """How many times as much the one side may be as the other; nothing where a side can't be told."""
    base = _base_word(sentence, token)
    figures = [each for each in sentence.figures if _is_compared(sentence.meaning(each))]
    together = [each for each in figures if sentence.clauses.together(token, each)]
    figures = together if len(together) > 1 else figures
    if base is None:
        return _of_figures(sentence, token, figures)
    own = [each for each in figures if each.index < base.index]
    other = [each for each in figures if each.index > base.index]
    if own and other:
        one = _value(sentence, min(own, key=lambda each: abs(each.index - token.index)))
        return _divided(one, _value(sentence, other[0]))
    has_time = any(each.kind is Kind.TIME for each in sentence.tokens[base.index + 1 :][:_TO_TIME])
    if own and has_time and (known := _with_looked_up(sentence, own[-1], base)):
        return known  # 'van F naar F, het dubbele van een jaar geleden'
    if len(figures) > 1:
        return _of_figures(sentence, token, figures)
    for figure in figures:
        return _with_looked_up(sentence, figure, base)
    return []


def _is_compared(meaning: Meaning) -> bool:
    return meaning.value is not None and (meaning.is_level or meaning.operation is Operation.SHARE)


def _value(sentence: Sentence, figure: Token) -> Decimal:
    return sentence.meaning(figure).value or Decimal(0)


def _divided(one: Decimal, other: Decimal) -> list[Decimal]:
    return [one / other] if other else []


def _base_word(sentence: Sentence, token: Token) -> Token | None:
    """The 'als' after 'drie keer zo veel'."""
    for each in sentence.tokens[token.index + 1 :][:_NEAR]:
        if each.text == ";":
            return None
        if each.kind is Kind.WORD and each.word in _AS and (each.word != "van" or each.index == token.index + 1):
            return each
    return None


def _of_figures(sentence: Sentence, token: Token, figures: Sequence[Token]) -> list[Decimal]:
    """Of two figures side by side: the larger by the smaller; of one thing at two times the later by the earlier."""
    near = sentence.nearest(token, figures)[:2]
    if len(near) < 2:
        change = change_at(sentence, token)
        return [1 + change.percent / 100] if change and change.percent is not None else []
    one, other = (sentence.meaning(each) for each in near)
    if one.point and other.point and one.subject == other.subject:
        if _is_said_first(sentence, token, one.point, other.point):
            return _divided(one.value or Decimal(0), other.value or Decimal(0))
        if _is_said_first(sentence, token, other.point, one.point):
            return _divided(other.value or Decimal(0), one.value or Decimal(0))
        early, late = (one, other) if one.point.time.end <= other.point.time.end else (other, one)
        return _divided(late.value or Decimal(0), early.value or Decimal(0))
    values = [each.value or Decimal(0) for each in (one, other)]
    return [large / small for large, small in permutations(values) if small and large >= small][:1]


def _is_said_first(sentence: Sentence, token: Token, one: Point, other: Point) -> bool:
    """Whether the one's time, and not the other's, is named before 'keer zo veel': 'in mei drie keer zo veel als'."""
    ahead = [sentence.named(each) for each in sentence.times() if each.index < token.index and sentence.is_at(each)]
    return any(fits(each, one) and not fits(each, other) for each in ahead)


# --- Looking up ------------------------------------------------------------------------------------------------


def _with_looked_up(sentence: Sentence, figure: Token, base: Token) -> list[Decimal]:
    """One figure and the other side: the part or time that the figure is not of."""
    point, value = sentence.meaning(figure).point, _value(sentence, figure)
    if point is None:
        return []
    if sentence.meaning(figure).operation is Operation.SHARE:  # held against numbers, so as a number itself
        value = sentence.facts.value(point.subject, point.time) or Decimal(0)
    is_told_after = not _NAMELY.isdisjoint(sentence.words(base.index + 1, figure.index))
    after = _named(sentence, point, sentence.tokens[base.index + 1 : figure.index if is_told_after else None])
    before = _named(sentence, point, sentence.tokens[: base.index])
    is_of_base = figure.index > base.index and not is_told_after
    if is_of_base or (after is not None and after == (point.subject, point.time)):
        one = before or (point.subject, sentence.reading.near)
        known = sentence.facts.value(*one)
        return [] if known is None or one == (point.subject, point.time) else _divided(known, value)
    if after is None:
        return []
    known = sentence.facts.value(*after)
    return [] if known is None else _divided(value, known)


def _named(sentence: Sentence, point: Point, tokens: Sequence[Token]) -> tuple[Subject, TimePeriod] | None:
    """What of the same series the words are about: another part, another time; None where they name neither."""
    series, subject, time = point.subject.series, point.subject, point.time
    mentions = [each.mention for each in tokens if each.kind is Kind.PART and each.mention]
    parts = [part for each in mentions if (part := part_in(sentence, series, [each])) is not None and part != WHOLE]
    parts += [part for each in tokens if each.kind is Kind.WORD and (part := _begins(sentence, series, each.word))]
    periods = [
        period
        for each in tokens
        if each.kind is Kind.TIME and each.moment
        for named in (each.moment.periods(time) if each.moment.is_relative else sentence.named(each))
        for period in (named, *sentence.facts.ending_with(subject.series, named))
        if sentence.facts.value(subject, period) is not None
    ]
    if not parts and not periods:
        return None
    return Subject(series, parts[0]) if parts else subject, periods[0] if periods else time


def _begins(sentence: Sentence, series: str, word: str) -> Part | None:
    """The part whose name a word begins with: 'natuurmusea' for 'natuur'."""
    for dimensions, parts in sentence.facts.cube.breakdowns(series).items():
        for part in parts if len(dimensions) == 1 else ():
            name = part.names[0].casefold()
            if len(name) >= _LEAST_BEGIN and word != name and word.startswith(name):
                return part
    return None
