"""How far it is from what it is to be: '47% … De streefwaarde van 60% is daarmee nog 13 procentpunt weg'."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rapportage.figures.unit_text import is_percent
from rapportage.figures.words.numbers import number
from rapportage.proof.claims.amounts import Form, amounts
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.typed import is_aim
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_AWAY = frozenset(("weg", "verwijderd", "vandaan", "gaan", "tekort"))
_MOST = 3
"""So many of the figures before may be what is so far from it."""


def to_target(sentence: Sentence) -> Iterator[Verdict]:
    """Of 'nog N procentpunt weg' whether a figure said before, or here, is so far from the percentage aimed at."""
    if _AWAY.isdisjoint(sentence.words(0, len(sentence.tokens))):
        return
    said = list(amounts(sentence))
    aims = [each for each in said if each.form is Form.PERCENT and each.is_typed and is_aim(sentence, each)]
    for amount in said:
        is_away = not _AWAY.isdisjoint(sentence.after(amount.last, 2)) and "nog" in sentence.before(amount.start, 2)
        if amount.form is not Form.POINTS or not is_away or len(aims) != 1:
            continue
        shown = sentence.meanings or list(sentence.earlier[-_MOST:])
        levels = [each for each in shown if each.point and each.is_level and is_percent(each.unit)]
        last = max(levels, key=lambda each: each.point.time.end if each.point else date.min, default=None)
        if last is not None and last.value is not None:
            size = abs(100 * aims[0].value - last.value)
            told = f"het verschil is {number(size, 1)} procentpunt"
            is_so = amount.fits(size)
            yield sentence.verdict(ClaimKind.PORTION, amount.start, amount.last, is_so, told)
