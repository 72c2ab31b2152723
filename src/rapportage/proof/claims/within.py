"""A part of what a figure counts: 'van de F aanvragers was precies de helft Syrisch' is half of F."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rapportage.figures.measure_kinds import COUNT
from rapportage.figures.unit_text import unit_of
from rapportage.proof.claims.amounts import Amount
from rapportage.proof.claims.facts import Subject
from rapportage.proof.claims.names import Mention
from rapportage.proof.claims.reading import Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.targets import part_in

_OF = ("van", "onder")
_ARTICLES = frozenset(("de", "deze", "die", "alle", "al"))


def is_whole(sentence: Sentence, figure: Token, amount: Amount) -> bool:
    """Whether a part is said after 'van de F', with F a count: F is what it is a part of, and no part itself."""
    before = sentence.before(figure, 2)
    opened = before[-1:] if before[-1:] and before[-1] in _OF else before[:1] if _ARTICLES & set(before[-1:]) else []
    is_count = unit_of(sentence.meaning(figure).unit).kind is COUNT and sentence.meaning(figure).is_level
    return bool(opened) and opened[0] in _OF and is_count and figure.index < amount.first.index


def shares_within(sentence: Sentence, figure: Token, mentions: Sequence[Mention]) -> list[Decimal]:
    """What part the smaller figures beside it are of it, or else what is named of its own series."""
    meaning = sentence.meaning(figure)
    point, whole = meaning.point, meaning.value
    if not whole or point is None:
        return []
    smaller = [each for each in sentence.levels if each is not figure]
    if any(unit_of(sentence.meaning(each).unit).kind is not COUNT for each in smaller):
        return []  # 'van de F honden is een kwart verzekerd (F%)'
    values = [value for each in smaller if (value := sentence.meaning(each).value) and 0 < value <= whole]
    part = part_in(sentence, point.subject.series, mentions) if mentions else None
    named = sentence.facts.value(Subject(point.subject.series, part), point.time) if part else None
    return [each / whole for each in ([named] if named is not None else values)]
