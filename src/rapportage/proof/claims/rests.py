"""What is left: of '21.900 van de 27.400 zaten op het mbo, de overige 5.500 op het vo' the last number."""

from __future__ import annotations

import itertools
from decimal import Decimal

from rapportage.figures.parts import WHOLE
from rapportage.figures.unit_text import scale_of
from rapportage.figures.words.numbers import number
from rapportage.proof.claims.amounts import Amount, Form
from rapportage.proof.claims.facts import Meaning
from rapportage.proof.claims.sentence import Sentence

_REST = (["de", "overige"], ["de", "resterende"], ["de", "andere"])


def rest_said(sentence: Sentence, amount: Amount) -> tuple[bool, str] | None:
    """Whether 'de overige' are so many as the parts before it leave of their whole, and how many that are."""
    if amount.form is not Form.COUNT or sentence.before(amount.start, 2) not in _REST:
        return None
    ahead = [sentence.meaning(each) for each in sentence.levels if each.index < amount.first.index]
    wholes = [each for each in ahead if each.subject and each.subject.part == WHOLE]
    parts = [each for each in ahead if each not in wholes]
    if len(wholes) != 1 or not parts or not all(_is_part(each, wholes[0]) for each in parts):
        return None
    values = [each.value for each in (*wholes, *parts) if each.value is not None]
    left = values[0] - sum(values[1:], Decimal(0))
    known = [left, *(one - other for one, other in itertools.combinations(values, 2))]
    is_so = any(amount.fits(abs(each)) for each in known)
    return is_so, f"er blijven er {number(left / scale_of(wholes[0].unit))} over"


def _is_part(part: Meaning, whole: Meaning) -> bool:
    one, other = part.point, whole.point
    if one is None or other is None or part.value is None or whole.value is None:
        return False
    return one.subject.series == other.subject.series and one.time == other.time
