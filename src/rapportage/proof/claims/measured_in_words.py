"""How much a figure is in words of another unit: 'ruim een uur (F minuten)', 'F dagen, bijna vier maanden'."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rapportage.figures.unit_text import unit_of
from rapportage.figures.words.numbers import number
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.amounts import of_times
from rapportage.proof.claims.measures import Measure, measure_in, measure_of
from rapportage.proof.claims.numerals import cardinal
from rapportage.proof.claims.qualifiers import holds, qualifier_of
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_LOOK_BACK = 5
_UNIT = 2
"""So many words after a figure are its unit: 'F dagen,'."""
_TO_BRACKET = 4
"""So many words after a unit its figure may come: 'een uur geduld hebben (F minuten)'."""
_MORE = frozenset(lexicon.words("eerder later geleden extra erbij eraf sneller trager vroeger op af toe"))
_HALF = Decimal("0.5")


def measured_in_words(sentence: Sentence) -> Iterator[Verdict]:
    for unit in sentence.tokens:
        said = measure_of([unit.word]) if unit.kind is Kind.WORD and not unit.is_own else None
        counted = _counted(sentence, unit) if said else None
        if said is None or counted is None:
            continue
        start, value = counted
        qualifier, length = qualifier_of(sentence.words(start.index - _LOOK_BACK, start.index))
        first = sentence.tokens[start.index - length]
        figure = _beside(sentence, first, unit)
        actual = _value(sentence, figure) if figure else None
        if actual is None or actual.kind != said.kind or sentence.is_denied(first) or _is_difference(sentence, unit):
            continue
        size = actual.size / said.size
        told = f"het is {number(size, 1)} {unit.word}"
        is_so = holds(value, size, qualifier, of_times(value))
        yield sentence.verdict(ClaimKind.PORTION, first, unit, is_so, told)


def _is_difference(sentence: Sentence, unit: Token) -> bool:
    """'F weken, een week langer dan in 2023', 'drie maanden eerder'."""
    following = sentence.after(unit, _UNIT)
    return not _MORE.isdisjoint(following) or any(word in lexicon.COMPARISONS for word in following)


def _counted(sentence: Sentence, unit: Token) -> tuple[Token, Decimal] | None:
    """The number right before a unit, with its word: 'anderhalf jaar', 'een half jaar', 'vier weken'."""
    before = sentence.tokens[max(0, unit.index - 2) : unit.index]
    if before and before[-1].word in ("half", "halve"):
        is_one = len(before) > 1 and before[0].word in ("een", "één")
        return (before[0] if is_one else before[-1], _HALF)
    value = cardinal(before[-1].word) if before and before[-1].kind is Kind.WORD else None
    return (before[-1], value) if value is not None else None


def _beside(sentence: Sentence, first: Token, last: Token) -> Token | None:
    """The figure that says it exactly: in brackets right behind it, or before a comma right in front."""
    behind = sentence.tokens[last.index + 1 :][:_TO_BRACKET]
    opened = next((each.index for each in behind if each.kind is not Kind.WORD), None)
    inside = [] if opened is None else sentence.tokens[opened : opened + 2]
    if len(inside) > 1 and inside[0].text == "(" and inside[1] in sentence.levels:
        return inside[1]
    ahead = sentence.tokens[max(0, first.index - _UNIT - 2) : first.index]
    if not ahead or ahead[-1].text != "," or any(each.kind is Kind.MARK for each in ahead[:-1]):
        return None
    figure = next((each for each in ahead if each in sentence.levels), None)
    words = [each for each in ahead if figure and figure.index < each.index < ahead[-1].index]
    return figure if len(words) == 1 and measure_of([words[0].word]) else None


def _value(sentence: Sentence, figure: Token) -> Measure | None:
    """How much of what it is, in the smallest unit of that."""
    meaning = sentence.meaning(figure)
    own = measure_in(unit_of(meaning.unit).thing)
    return None if own is None or meaning.value is None else Measure(own.kind, own.size * meaning.value)
