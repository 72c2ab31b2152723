"""How much a figure is in words of another unit: 'ruim een uur (F minuten)', 'F dagen, bijna vier maanden'."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rapportage.figures.unit_text import unit_of
from rapportage.figures.words.numbers import number
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.amounts import of_times
from rapportage.proof.claims.measures import Measure, measure_in, measure_of
from rapportage.proof.claims.moves import direction_words
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
_MORE = frozenset(
    lexicon.words(
        "eerder later geleden terug extra erbij eraf sneller trager vroeger op af toe boven onder te binnen over "
        "achter voor vóór na verschil vertraging uitloop winst lang rij achtereen aaneen omhoog omlaag beter slechter"
    )
)
"""Behind a unit: it is a difference, or when or how long something was."""
_WHEN = frozenset(
    lexicon.words(
        "na sinds sedert in binnen over al elke elk iedere ieder om per tijdens gedurende eerste laatste afgelopen "
        "voorbije komende volgende vorige"
    )
)
"""Before a number: 'na ruim een jaar'."""
_LIMITS = frozenset(
    lexicon.words(
        "norm treeknorm grens maximum minimum termijn streefwaarde doel doelstelling mag mogen mocht hoort behoort "
        "verschil scheelt"
    )
)
"""Before a number: it is what may be, or a difference."""
_GOES_ON = frozenset(lexicon.words("dus oftewel ofwel en maar terwijl"))
"""So a clause may go on after a measure that says how much the figure before it is: 'F dagen, ruim een week dus'."""
_JOINS = frozenset(lexicon.words("of à tot en"))
_HALF = Decimal("0.5")
_DAY = Decimal(86400)
"""How many seconds are in one: of hours a day may be a working day."""


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
        own = _unit_of(sentence, figure) if figure else None
        amount = sentence.meaning(figure).value if figure else None
        if figure is None or own is None or amount is None or not _are_comparable(said, own):
            continue
        is_other = _is_difference(sentence, first, unit) or _is_when(sentence, first, unit)
        if is_other or _is_loose(sentence, start, unit) or sentence.is_denied(first):
            continue
        if figure.index < first.index and (own == said or not _is_ended(sentence, unit)):
            continue  # 'F weken, vier weken is de norm'
        size = amount * own.size / said.size
        told = f"het is {number(size, 1)} {unit.word}"
        is_so = holds(value, size, qualifier, of_times(value))
        yield sentence.verdict(ClaimKind.PORTION, first, unit, is_so, told)


def _are_comparable(one: Measure, other: Measure) -> bool:
    """Not days with hours: 'vier dagen (31 uur) per week' are working days."""
    is_work = one.kind == "tijd" and (one.size < _DAY) != (other.size < _DAY)
    return one.kind == other.kind and not is_work


def _is_difference(sentence: Sentence, first: Token, unit: Token) -> bool:
    """'F weken, een week langer dan in 2023', 'drie maanden eerder', 'met een week gestegen (F weken)'."""
    following = sentence.after(unit, _UNIT)
    words = [each for each, _ in direction_words(sentence)]
    is_by = sentence.before(first, 1) == ["met"] and bool(words)
    is_by = is_by or any(0 < each.index - unit.index <= _TO_BRACKET for each in words)
    return is_by or not _MORE.isdisjoint(following) or any(word in lexicon.COMPARISONS for word in following)


def _is_ended(sentence: Sentence, unit: Token) -> bool:
    following = sentence.tokens[unit.index + 1 :][:1]
    return not following or following[0].kind is Kind.MARK or following[0].word in _GOES_ON


def _is_when(sentence: Sentence, first: Token, unit: Token) -> bool:
    """'Sinds een jaar (F weken) daalt het', 'drie maanden in 2024', 'boven de norm van zes weken (F weken)'."""
    is_with_time = any(each.kind is Kind.TIME for each in sentence.tokens[unit.index + 1 :][:_UNIT])
    before = sentence.before(first, _UNIT)
    return is_with_time or not _WHEN.isdisjoint(before[-1:]) or not _LIMITS.isdisjoint(before)


def _is_loose(sentence: Sentence, start: Token, unit: Token) -> bool:
    """'een week of vijf', 'vier of vijf weken', 'vier dagen van acht uur'."""
    before, following = sentence.before(start, 2), sentence.after(unit, 2)
    is_of_more = before[-1:] == ["van"] and measure_of(before[:1]) is not None
    is_range = len(before) > 1 and before[-1] in _JOINS and cardinal(before[0]) is not None
    is_about = len(following) > 1 and following[0] == "of" and cardinal(following[1]) is not None
    return is_of_more or is_range or is_about or (following[:1] == ["van"] and measure_of(following[1:]) is not None)


def _counted(sentence: Sentence, unit: Token) -> tuple[Token, Decimal] | None:
    """The number right before a unit, with its word: 'anderhalf jaar', 'een half jaar', 'vier weken'."""
    before = sentence.tokens[max(0, unit.index - 2) : unit.index]
    if before and before[-1].word in ("half", "halve"):
        is_one = len(before) > 1 and before[0].word in ("een", "één")
        return (before[0] if is_one else before[-1], _HALF)
    value = cardinal(before[-1].word) if before and before[-1].kind is Kind.WORD else None
    return (before[-1], value) if value is not None else None


def _beside(sentence: Sentence, first: Token, last: Token) -> Token | None:
    """The figure that says it exactly: alone in brackets right behind it, or before a comma right in front."""
    behind = sentence.tokens[last.index + 1 :][:_TO_BRACKET]
    opened = next((each.index for each in behind if each.kind is not Kind.WORD), None)
    inside = [] if opened is None else sentence.tokens[opened : opened + 4]
    is_alone = ")" in (each.text for each in inside[2:])
    if is_alone and inside[0].text == "(" and inside[1] in sentence.levels:
        return inside[1]
    ahead = sentence.tokens[max(0, first.index - _UNIT - 2) : first.index]
    if not ahead or ahead[-1].text != "," or any(each.kind is Kind.MARK for each in ahead[:-1]):
        return None
    figure = next((each for each in ahead if each in sentence.levels), None)
    words = [each for each in ahead if figure and figure.index < each.index < ahead[-1].index]
    return figure if len(words) == 1 and measure_of([words[0].word]) else None


def _unit_of(sentence: Sentence, figure: Token) -> Measure | None:
    unit = unit_of(sentence.meaning(figure).unit)
    own = measure_in(unit.thing)
    return own and Measure(own.kind, own.size * unit.scale.ones)
