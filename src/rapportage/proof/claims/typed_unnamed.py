"""Typed numbers that no word says what they are of, and one series is so large: '375 duizend mensen zonder werk'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportage.figures.period import TimePeriod
from rapportage.figures.unit_text import unit_of
from rapportage.proof.claims.amounts import Amount
from rapportage.proof.claims.reading import Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.targets import named_parts, times_at

_SAYING, _TELLING = 2, 3
"""So many digits are not the same by chance: of what is counted in the unit that is said, and of what has none."""
_UNIT_WITHIN = 3
"""So many words after a number is its unit."""


def same_as_one(sentence: Sentence, amount: Amount, anchors: Sequence[Token]) -> bool:
    """Whether a number with 'duizend' or 'miljoen' is what just one series is at that time, as it is rounded.

    It may be that one, which is no proof: the number comes from the data, and somebody has to say of what it is.
    """
    if amount.first is amount.last or named_parts(sentence, amount.first, anchors):
        return False
    times = times_at(sentence, amount.first, anchors)[:1]
    return len([id for time in times for id in _so_much(sentence, amount, time)]) == 1


def _so_much(sentence: Sentence, amount: Amount, time: TimePeriod) -> Iterator[str]:
    """The series that are so much then, of which the unit is said behind the number or says only the scale."""
    digits = len(amount.first.text.replace(".", "").replace(",", "").strip("0"))
    words = sentence.after(amount.last, _UNIT_WITHIN)
    for id, value in sentence.facts.wholes_at(time):
        unit = unit_of(sentence.facts.unit(id))
        least = _SAYING if unit.same in words else _TELLING
        may_be = unit.same in words or not unit.thing
        if may_be and digits >= least and amount.fits(value):
            yield id
