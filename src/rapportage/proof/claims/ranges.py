"""Between what values something stays: 'schommelde tussen F en F', 'nooit onder de F', 'steeds boven N'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from rapportage.figures.words.numbers import number
from rapportage.figures.words.periods import period_name
from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.facts import Meaning, Point
from rapportage.proof.claims.fields import part_fields
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.streaks import border_after
from rapportage.proof.claims.subjects import apart, counted_out, is_of_dimension, is_part, labels_of
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_MOVES = re.compile(
    r"\b(?:schommel\w*|varie\w*|gevarieerd|beweegt|bewegen|bewoog|bewogen|bewegend|uiteen\w*|fluctue\w*|wissel\w*|"
    r"bandbreedte|band|steeds|telkens|altijd|jaarlijks|maandelijks|nooit|marge|loopt|lopen|liep|liepen)\b"
)
_ADVERBS = frozenset(lexicon.words("steeds telkens altijd voortdurend continu overal"))
_EACH = frozenset(lexicon.words("elke elk iedere ieder alle"))
_TIMES = r"(?:jaar|jaren|maand(?:en)?|kwarta(?:al|len)|week|weken|halfja(?:ar|ren)|dag(?:en)?)"
_NEVER = frozenset(lexicon.words("nooit nergens"))
_OF_PARTS = frozenset(lexicon.words("overal nergens"))
_BETWEEN = 8
_REACH = 10
"""So many words before 'boven' comes 'steeds'."""


def ranges(sentence: Sentence) -> Iterator[Verdict]:
    for first, one, other in _pairs(sentence):
        yield _within(sentence, first, one, other)
    yield from _borders(sentence)


def is_moving(sentence: Sentence) -> bool:
    """Whether a word says that it went up and down, or was many things."""
    return bool(_MOVES.search(sentence.reading.text.casefold()))


def _pairs(sentence: Sentence) -> Iterator[tuple[Token, Token, Token]]:
    """'tussen (de) F en F', and with a word of movement 'van F tot F': the first word and both figures."""
    moves = is_moving(sentence)
    for token in sentence.tokens:
        if token.word not in ("tussen", "van") or token.is_own:
            continue
        following = sentence.tokens[token.index + 1 :][:_BETWEEN]
        figures = [each for each in following if each.kind is Kind.FIGURE][:2]
        if len(figures) < 2 or any(each.word in change_words.DIRECTIONS for each in following):
            continue
        between = sentence.words(figures[0].index + 1, figures[1].index)
        is_range = token.word == "tussen" and "en" in between
        if is_range or (token.word == "van" and "tot" in between and moves):
            lead = sentence.words(token.index + 1, figures[0].index)
            if all(word in ("de", "een", "het", "minimaal", "ongeveer", "minimum", "van", "laagste") for word in lead):
                yield token, figures[0], figures[1]


def _within(sentence: Sentence, first: Token, one: Token, other: Token) -> Verdict:
    """Whether two figures are the least and the most: of the parts that they are of, or of a time."""
    low, high = sentence.meaning(one), sentence.meaning(other)
    readings = list(_readings(sentence, low, high))
    if low.value is None or high.value is None or not readings:
        return sentence.verdict(ClaimKind.COURSE, first, other, None)
    borders = sorted((low.value, high.value))
    outcomes = [(min(each.values()), max(each.values())) == tuple(borders) for each in readings]
    best = readings[0]
    least, most = min(best, key=lambda name: best[name]), max(best, key=lambda name: best[name])
    told = f"van {number(best[least])} ({least}) tot {number(best[most])} ({most})"
    holds = True if outcomes[0] else None if any(outcomes) else False
    return sentence.verdict(ClaimKind.COURSE, first, other, holds, told)


def _readings(sentence: Sentence, low: Meaning, high: Meaning) -> Iterator[dict[str, Decimal]]:
    """The values that the borders may be of, by name."""
    one, other = low.point, high.point
    if one is None or other is None or one.subject.series != other.subject.series:
        return
    if one.subject != other.subject:
        if is_part(low) and is_part(high) and one.time == other.time:
            yield from (dict(each.values) for each in part_fields(sentence.facts, one, low))
        return
    yield from (each for each in _all_of(sentence, low, of_parts=False) if len(each) > 1)


def _is_of_border(sentence: Sentence, time: Token) -> bool:
    """'van F in april tot F in mei': when it was so, and not from when to when it stayed between those."""
    ahead = sentence.tokens[max(0, time.index - 2) : time.index]
    return len(ahead) == 2 and ahead[0].kind is Kind.FIGURE and ahead[1].word == "in"


def times_meant(sentence: Sentence, point: Point) -> Iterator[tuple[date, date]]:
    """From when to when a sentence says that it was so: a range, 'sinds T', 'tussen T en T', a year."""
    now = sentence.reading.near.end
    times = [each for each in sentence.times() if each.moment and not each.moment.is_relative]
    times = [each for each in times if not _is_of_border(sentence, each)]
    wide = [each for each in times if each.moment and (each.moment.last or each.moment.count)]
    for each in wide:
        yield from ((period.start, period.end) for period in sentence.named(each))
    if wide:
        return
    plain = [(each, named[0]) for each in times if (named := sentence.named(each))]
    since = [named for each, named in plain if sentence.is_since(each)]
    if since:
        until = [named.end for each, named in plain if sentence.is_until(each)]
        yield since[0].start, until[0] if until else now
    elif len(plain) > 1 and plain[0][1].start < plain[-1][1].start:
        yield plain[0][1].start, plain[-1][1].end
        yield plain[0][1].start, min(now, plain[-1][1].end)
    elif len(plain) == 1 and plain[0][1].length != point.periods[0].length:
        yield plain[0][1].start, plain[0][1].end


# --- Above and below ------------------------------------------------------------------------------------------


def _borders(sentence: Sentence) -> Iterator[Verdict]:
    """'nooit onder de F', 'steeds boven de 1.000', 'overal minder dan F'."""
    for token in sentence.tokens:
        sign = change_words.SIDES.get(token.word) or (
            lexicon.COMPARISONS.get(token.word, 0) if sentence.after(token, 1) == ["dan"] else 0
        )
        if not sign or token.is_own:
            continue
        every = _every(sentence, token)
        figure = next((e for e in sentence.tokens[token.index + 1 :][:4] if e.kind is Kind.FIGURE), None)
        typed = border_after(sentence, token)
        border = sentence.meaning(figure).value if figure else typed[0] if typed else None
        if border is None or every is None or sentence.is_ahead(token):
            continue
        never, of_parts = every
        near = [figure] if figure else sentence.nearest(token, sentence.levels)[:1]
        readings = [values for each in near for values in _all_of(sentence, sentence.meaning(each), of_parts)]
        outcomes, told, left_out = [], "", counted_out(sentence, token) if of_parts else 0
        for values in readings:
            wrong = [name for name, each in values.items() if not _is_beside(each, border, -sign if never else sign)]
            outcomes.append(len(wrong) == left_out)
            told = told or "; ".join(f"{name}: {number(values[name])}" for name in wrong[: 3 + left_out])
        holds = None if not outcomes else True if outcomes[0] else None if any(outcomes) else False
        last = figure or (typed[1] if typed else token)
        yield sentence.verdict(ClaimKind.COURSE, token, last, holds, told)


def every_time(sentence: Sentence, token: Token) -> bool | None:
    """Of 'elk jaar' False, of 'geen enkel jaar' True; None of any other word."""
    if token.word not in _EACH and token.word != "geen":
        return None
    nouns = [word for word in sentence.after(token, 2) if word not in ("enkel", "enkele")][:1]
    return token.word == "geen" if nouns and re.fullmatch(_TIMES, nouns[0]) else None


def _every(sentence: Sentence, token: Token) -> tuple[bool, bool] | None:
    """Before 'boven': whether it is of none, and of parts and not of times; None where it is not of all or none."""
    for each in reversed(sentence.tokens[max(0, token.index - _REACH) : token.index]):
        if each.word in _NEVER or each.word in _ADVERBS:
            return each.word in _NEVER, each.word in _OF_PARTS
        if each.word in _EACH or each.word == "geen":
            nouns = [word for word in sentence.after(each, 2) if word not in ("enkel", "enkele", "van", "de")][:1]
            if nouns and re.fullmatch(_TIMES, nouns[0]):
                return each.word == "geen", False
            series = {point.subject.series for one in sentence.meanings for point in one.points}
            if nouns and any(is_of_dimension(sentence, nouns[0], one) for one in series):
                return each.word == "geen", True
    return None


def _is_beside(value: Decimal, border: Decimal, sign: int) -> bool:
    return (value - border) * sign >= 0


def _all_of(sentence: Sentence, meaning: Meaning, of_parts: bool) -> Iterator[dict[str, Decimal]]:
    point = meaning.point
    if point is None:
        return
    if of_parts:
        if is_part(meaning):
            left_out = labels_of(apart(sentence).without)
            for each in part_fields(sentence.facts, point, meaning):
                yield {name: value for name, value in each.values.items() if name not in left_out}
        return
    for start, end in times_meant(sentence, point):
        known = sentence.facts.known(point.subject, point.periods[0].kind, sentence.reading.near)
        values = {period_name(period): value for period, value in known if start <= period.start and period.end <= end}
        if values:
            yield values
