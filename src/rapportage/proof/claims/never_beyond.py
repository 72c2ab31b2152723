"""'Lager dan F is het sinds T niet geweest': at none of the times that are known was it beyond what is said first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapportage.figures.period import TimePeriod
from rapportage.figures.words.numbers import number
from rapportage.figures.words.periods import period_name
from rapportage.proof.claims.lexicon import COMPARISONS, words
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.records import Level, levels_near
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.streaks import border_after
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_NEVER = frozenset(("niet", "nooit"))
_BEEN = frozenset(
    words(
        "geweest gezien voorgekomen gemeten uitgekomen gekomen uitgevallen geworden gedaald gezakt gestegen geklommen"
    )
)
_OPENING = 2
"""So many words begin a sentence up to its 'lager': 'veel lager', 'maar hoger'."""
_FEWEST = 2
_TO_BORDER = 4
_TO_BEEN = 5
"""So many words after 'niet' comes 'geweest': 'niet meer in een kwartaal geweest'."""


def never_beyond(sentence: Sentence) -> Iterator[Verdict]:
    for first in sentence.tokens[:_OPENING]:
        than = sentence.tokens[first.index + 1 : first.index + 2]
        sign = COMPARISONS.get(first.word, 0)
        last = _been(sentence, first)
        if not sign or not than or than[0].word != "dan" or last is None or sentence.is_ahead(first):
            continue
        found = _border(sentence, than[0])
        if found is None:
            continue
        if _has_other_time(sentence, found[0]):
            continue  # 'is het dit jaar niet geweest'
        holds, told = _judged(sentence, *found, sign)
        yield sentence.verdict(ClaimKind.COURSE, first, last, holds, told)


def _has_other_time(sentence: Sentence, level: Level) -> bool:
    """Whether a time is named that is neither since when it was so nor that of what it was never beyond."""
    others = (each for each in sentence.times() if not sentence.is_since(each))
    return any(level.point.time not in sentence.named(each) for each in others)


def _been(sentence: Sentence, first: Token) -> Token | None:
    """The last word of 'niet geweest', which denies what is said first."""
    for each in sentence.tokens[first.index :]:
        if each.text == ";":
            return None
        if each.word in _NEVER:
            behind = sentence.tokens[each.index + 1 :][:_TO_BEEN]
            return next((one for one in behind if one.word in _BEEN), None)
    return None


def _border(sentence: Sentence, than: Token) -> tuple[Level, Decimal] | None:
    """What it was never beyond: a figure, or a number that somebody typed of what the nearest figure is of."""
    following = sentence.tokens[than.index + 1 :][:_TO_BORDER]
    figure = next((each for each in following if each.kind is Kind.FIGURE), None)
    typed = None if figure else border_after(sentence, than)
    near = levels_near(sentence, figure or than)
    if not near or (figure is None and typed is None) or (figure and figure not in sentence.levels):
        return None
    return near[0], typed[0] if typed else near[0].value


def _judged(sentence: Sentence, level: Level, border: Decimal, sign: int) -> tuple[bool | None, str]:
    """Of all times that are known, or those since a time; of that time itself nobody can tell whether it counts."""
    known = sentence.facts.known(level.point.subject, level.kind, sentence.reading.near)
    since = next(
        (named for each in sentence.times() if sentence.is_since(each) for named in sentence.named(each)), None
    )
    within = [each for each in known if since is None or each[0].start >= since.start]
    wrong = [each for each in within if (each[1] - border) * sign > 0]
    plain = [each for each in wrong if since is None or each[0].start > since.end]
    if len(within) < _FEWEST:
        return None, ""
    return (False if plain else None if wrong else True), _told(plain)


def _told(wrong: Sequence[tuple[TimePeriod, Decimal]]) -> str:
    return f"in {period_name(wrong[-1][0])} was het {number(wrong[-1][1])}" if wrong else ""
