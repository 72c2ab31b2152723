"""When it was last so: 'minder waren er voor het laatst in T', 'voor een lager aantal moeten we terug naar T'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportage.figures.words.numbers import number
from rapportage.figures.words.periods import period_name
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.facts import Point
from rapportage.proof.claims.orders import ADJECTIVES, comparative
from rapportage.proof.claims.reading import Token
from rapportage.proof.claims.records import Level, levels_near, past_of
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Verdict
from rapportage.proof.claims.when import fits

_FAR = 14
"""So many words after 'minder' its 'dan' may come."""


def last_times(sentence: Sentence) -> Iterator[Verdict]:
    for time in sentence.times():
        said = _said(sentence) if sentence.is_last(time) and not time.is_own else None
        if said is None:
            continue
        word, sign, is_as_much = said
        first, last = sorted((word, time), key=lambda each: each.index)
        level = _level(sentence, word, time)
        is_open = level is None or sentence.is_denied(word)
        holds, told = (None, "") if is_open or level is None else _judged(sentence, time, level, sign, is_as_much)
        yield sentence.verdict(ClaimKind.COURSE, first, last, holds, told)


def _said(sentence: Sentence) -> tuple[Token, int, bool] | None:
    """The one word that says what was so: 'minder', or 'zo veel', which as much is too."""
    found = []
    for token in sentence.tokens:
        following = sentence.after(token, 1)
        is_name = " ".join([token.word, *following]) in lexicon.NO_COMPARISONS  # 'hoger onderwijs'
        if not is_name and (sign := comparative(token.word)):
            found.append((token, sign, False))
        elif token.word == "zo" and following and (sign := ADJECTIVES.get(following[0], 0)):
            found.append((token, sign, True))
        elif token.word == "zoveel":
            found.append((token, 1, True))
    return found[0] if len(found) == 1 else None


def _level(sentence: Sentence, word: Token, time: Token) -> Level | None:
    """What is compared with: the figure after 'dan', or of now; else what a figure of then is now.

    A sentence without figures compares with that of the sentence before it.
    """
    if not sentence.figures:
        return next(iter(levels_near(sentence, word)), None)
    than = next((each for each in sentence.tokens[word.index :][:_FAR] if each.word in ("dan", "als")), word)
    named = sentence.named(time)
    shown = [(each, sentence.meaning(each)) for each in sentence.levels]
    known = [
        (each, Level(meaning.point, meaning.value))
        for each, meaning in shown
        if meaning.point is not None and meaning.value is not None
    ]
    others = [(each, level) for each, level in known if not fits(named, level.point)]
    after_than = [level for each, level in others if each.index > than.index]
    if others:
        return (after_than or [others[0][1]])[0] if _is_one(known) else None
    if not known or not _is_one(known):
        return None
    point = Point(known[0][1].point.subject, (sentence.reading.near,))
    value = sentence.facts.value(point.subject, sentence.reading.near)
    return None if value is None else Level(point, value)


def _is_one(known: Sequence[tuple[Token, Level]]) -> bool:
    return len({level.point.subject for _, level in known}) == 1


def _judged(sentence: Sentence, time: Token, level: Level, sign: int, is_as_much: bool) -> tuple[bool | None, str]:
    past, named = past_of(sentence, level), sentence.named(time)
    beyond = [
        (period, value)
        for period, value in past
        if (value - level.value) * sign > 0 or (is_as_much and value == level.value)
    ]
    known = [period for period, _ in past if any(each.contains(period) for each in named)]
    if not beyond:
        return (False if known else None), f"zo was het in {period_name(known[-1])} niet" if known else ""
    period, value = beyond[-1]
    told = f"het was voor het laatst zo in {period_name(period)}, met {number(value)}"
    if fits(named, Point(level.point.subject, (period,))):
        return True, ""
    return (False if named else None), told
