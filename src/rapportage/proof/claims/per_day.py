"""How many that is per day or week: '700 mensen per jaar; dat zijn er bijna twee per dag'."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rapportage.figures.words.numbers import number
from rapportage.proof.claims.amounts import of_count, step_of
from rapportage.proof.claims.numerals import cardinal
from rapportage.proof.claims.qualifiers import holds, qualifier_of
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_DAYS = {
    "dag": Decimal(1), "week": Decimal(7), "maand": Decimal("30.44"), "kwartaal": Decimal("91.31"),
    "jaar": Decimal("365.25"),
}  # fmt: skip
_OPENINGS = (["dat", "zijn", "er"], ["dat", "is", "er"], ["dat", "waren", "er"])
_LOOK_BACK = 5
_CLOSE = Decimal("0.04")
"""What the number of working days or weeks that somebody reckons with makes."""


def per_days(sentence: Sentence) -> Iterator[Verdict]:
    """Of the only level of the sentence, that is counted over a longer time."""
    if "per" not in sentence.words(0, len(sentence.tokens)):
        return
    levels = [sentence.meaning(each) for each in sentence.levels]
    points = [each.point for each in levels]
    if len(levels) != 1 or len(sentence.figures) != 1 or points[0] is None or levels[0].value is None:
        return
    over = _DAYS.get(points[0].periods[0].kind)
    if over is None or not sentence.facts.is_counted_over_time(points[0].subject.series):
        return
    for per in sentence.tokens:
        days = _DAYS.get((sentence.after(per, 1) or [""])[0]) if per.word == "per" else None
        count = sentence.tokens[per.index - 1] if per.index else per
        said = _value(count)
        if days is None or said is None or days >= over or not _is_said(sentence, count):
            continue
        qualifier, length = qualifier_of(sentence.before(count, _LOOK_BACK))
        times = 1 if points[0].time.kind == points[0].periods[0].kind else len(points[0].periods)
        actual = levels[0].value * days / over / (1 if _is_mean(sentence) else times)
        near = (actual, actual * (1 + _CLOSE), actual * (1 - _CLOSE))
        is_so = any(holds(said, each, qualifier, of_count(said, step_of(str(said)))) for each in near)
        first = sentence.tokens[count.index - length]
        told = f"het zijn er {number(actual, 1)}"
        yield sentence.verdict(ClaimKind.PORTION, first, sentence.tokens[per.index + 1], is_so, told)


def _is_mean(sentence: Sentence) -> bool:
    return "gemiddeld" in sentence.words(0, len(sentence.tokens))


def _value(token: Token) -> Decimal | None:
    if token.is_own:
        return None
    return Decimal(token.text) if token.kind is Kind.NUMBER and token.text.isdigit() else cardinal(token.word)


def _is_said(sentence: Sentence, count: Token) -> bool:
    """Whether nothing but 'dat zijn er' and 'bijna' is before it, after a comma or semicolon."""
    _, length = qualifier_of(sentence.before(count, _LOOK_BACK))
    start = count.index - length
    return sentence.words(start - 3, start) in _OPENINGS or sentence.words(start - 1, start) in (["oftewel"], ["ofwel"])
