"""Typed changes since a time that is not said: 'groeide met 22 duizend', 'zakte tot F: 3 procent goedkoper'."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rapportage.figures.unit_text import is_percent
from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.amounts import Amount, Form
from rapportage.proof.claims.evidence import Change, Side, looked_up, side_of_meaning
from rapportage.proof.claims.facts import Meaning, Point
from rapportage.proof.claims.lookups import usual_bases
from rapportage.proof.claims.moves import direction_words
from rapportage.proof.claims.reading import Token
from rapportage.proof.claims.sentence import Sentence

_NEAREST = 2
"""So many figures around it a number may be the change of."""
_INDEX = Decimal(100)
_CENTS = Decimal(100)


def usual_changes(sentence: Sentence, amount: Amount, word: Token) -> list[Change]:
    """Those of the figures around it since the period or year before that are just so large and go the way of `word`.

    Of an index also since its base year. Another number may be of a time that nobody says: of that nothing is known.
    """
    sign = sign_of(sentence, word)
    found = _found(sentence, amount) if sign else iter(())
    return [each for each in found if each.amount * sign > 0 and _is_so_large(sentence, amount, each)]


def sign_of(sentence: Sentence, word: Token) -> int:
    """Which way a word of change or comparison goes: up is 1, down is -1, and 0 is neither."""
    by_word = {token.index: sign for token, sign in direction_words(sentence)}
    return by_word.get(word.index) or lexicon.COMPARISONS.get(word.word) or change_words.SIDES.get(word.word, 0)


def _found(sentence: Sentence, amount: Amount) -> Iterator[Change]:
    bases = [each for each in sentence.times() if sentence.is_base(each) or sentence.is_since(each)]
    for meaning in _meanings(sentence, amount):
        point, side = meaning.point, side_of_meaning(sentence.facts, meaning)
        if point is None or side is None or (amount.form is Form.POINTS) != is_percent(meaning.unit):
            continue
        year = sentence.facts.base_year(point.subject.series)
        if year is not None and (not bases or any(year in each.text for each in bases)):
            yield Change.between(_INDEX, side.value)
        if not bases:
            yield from (Change.of(each, side) for each in _before(sentence, point))


def _meanings(sentence: Sentence, amount: Amount) -> list[Meaning]:
    """Of the figures around a number; of a sentence without any of the last before it."""
    near = [sentence.meaning(each) for each in sentence.nearest(amount.first, sentence.levels)]
    return (near or [each for each in reversed(sentence.earlier) if each.is_level])[:_NEAREST]


def _before(sentence: Sentence, point: Point) -> Iterator[Side]:
    sides = (looked_up(sentence.facts, point.subject, each) for each in usual_bases(sentence, point.time))
    return (each for each in sides if each is not None)


def _is_so_large(sentence: Sentence, amount: Amount, change: Change) -> bool:
    if amount.form is Form.PERCENT:
        size = None if change.percent is None else abs(change.percent) / 100
    else:
        size = size_of(sentence, amount, change)
    return size is not None and amount.fits(size)


def size_of(sentence: Sentence, amount: Amount, change: Change) -> Decimal:
    """How much a change is in what a number counts: of euros in cents, where it says so."""
    return abs(change.amount) * (_CENTS if sentence.after(amount.last, 1) == ["cent"] else 1)
