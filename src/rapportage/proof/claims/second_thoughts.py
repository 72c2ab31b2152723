"""Before a number is called wrong: whether another reading of the sentence makes it right.

Which figures an amount is worked out of is found by the words around it, and a writer can always put them otherwise. An
amount that one calculation on the figures of its own sentence gives is then no slip that we know of, but a number that
somebody has to sign for.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from rapportage.figures.unit_text import is_percent
from rapportage.proof.claims.amounts import Amount, Form, amounts
from rapportage.proof.claims.changed_by import word_of_change
from rapportage.proof.claims.changed_since import since_named
from rapportage.proof.claims.doubts import is_doubtful
from rapportage.proof.claims.qualifiers import Qualifier
from rapportage.proof.claims.reading import Kind
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.usual_changes import sign_of
from rapportage.proof.claims.verdict import ClaimKind, Outcome, Verdict
from rapportage.proof.claims.worked_out import worked_out

_OF_AMOUNTS = (ClaimKind.NUMBER, ClaimKind.PORTION)
_NEAR = Decimal("0.1")
"""What is so near to a figure of the sentence, as a part of it, is that figure rounded: 'bijna 200.000 (F)'."""
_HUNDRED = Decimal(100)
_OF_A_CHANGE = 2
_TO_FIGURE = 12
"""So many words after a share comes the figure in brackets that says it."""
_DIGITS = re.compile(r"\d(?:[\d.,]*\d)?")
_MOST = 12
"""A sentence with more numbers is a list: there one of them is always some part of another."""


def second_thoughts(sentence: Sentence, verdicts: Sequence[Verdict]) -> Iterator[Verdict]:
    """The verdicts; false amounts that are right by another reading are open."""
    false = [each for each in verdicts if each.outcome is Outcome.FALSE]
    if not false:
        yield from verdicts
        return
    doubtful = [each for each in false if each.kind in _OF_AMOUNTS]
    found = list(amounts(sentence))
    right = [(each.start, each.end) for each in worked_out(sentence)]
    for each in verdicts:
        is_right = each in doubtful and not _is_swapped(each, doubtful) and _is_right(sentence, each, found, right)
        is_right = is_right or (each in false and is_doubtful(sentence, each, verdicts))
        yield replace(each, outcome=Outcome.OPEN, truth="") if is_right else each


def _is_swapped(verdict: Verdict, doubtful: Sequence[Verdict]) -> bool:
    """Whether one of two wrong numbers is what the other should be: both are figures of the sentence, and not there."""
    others = (each for each in doubtful if each is not verdict)
    return any(other.words in verdict.truth or verdict.words in other.truth for other in others)


def _is_right(sentence: Sentence, verdict: Verdict, found: Sequence[Amount], right: Sequence[tuple[int, int]]) -> bool:
    """Of a range ('tussen 3 en 7 procent') never: each of its ends may be right of something."""
    within = [each for each in found if verdict.start < each.last.end and each.first.start < verdict.end]
    if len(within) != 1:
        return False
    (amount,) = within
    if verdict.kind is ClaimKind.NUMBER and amount.form is Form.COUNT and not _is_said_elsewhere(sentence, verdict):
        return False
    if amount.form in (Form.PERCENT, Form.PART) and _is_shown_behind(sentence, amount):
        return False
    if amount.form is Form.PERCENT and (_is_copied(sentence, amount) or _has_its_base(sentence, amount)):
        return False
    if amount.form is Form.PERCENT and word_of_change(sentence, amount) and _are_percentages(sentence):
        return False
    if amount.qualifier is not Qualifier.NONE and _rounds_a_figure(sentence, amount):
        return False
    if any(verdict.start < end and start < verdict.end for start, end in right):
        return True
    return any(_says(amount, value) for value in (*_values(sentence, amount, found), *since_named(sentence, amount)))


def _is_copied(sentence: Sentence, amount: Amount) -> bool:
    """Whether another figure of the sentence has the same digits: that of the part beside it, which was copied."""
    tokens = (each for each in sentence.tokens if each.kind in (Kind.NUMBER, Kind.FIGURE))
    others = (each for each in tokens if not amount.first.start <= each.start < amount.last.end)
    return amount.is_typed and any(amount.first.text in _DIGITS.findall(each.text) for each in others)


def _has_its_base(sentence: Sentence, amount: Amount) -> bool:
    """Whether it is of a change, among more figures than that can be of: another pair of them is no other reading."""
    levels = [each for each in sentence.meanings if each.is_level]
    return word_of_change(sentence, amount) is not None and len(levels) > _OF_A_CHANGE


def _are_percentages(sentence: Sentence) -> bool:
    """Whether all figures are: of 'F, 12 procent hoger dan in april' so many points are no other reading."""
    shown = sentence.meanings or sentence.earlier[-1:]
    return bool(shown) and all(is_percent(each.unit) for each in shown)


def _is_shown_behind(sentence: Sentence, amount: Amount) -> bool:
    """Whether one figure in brackets behind it says how many they are: '67 procent is van een eigenaar (F)'."""
    following = sentence.tokens[amount.last.index + 1 :][:_TO_FIGURE]
    opened = next((each.index for each in following if each.text == "("), None)
    is_plain = opened is not None and not any(each.kind is Kind.MARK for each in following if each.index < opened)
    behind = sentence.tokens[opened + 1 :][:2] if is_plain and opened is not None else []
    return len(behind) > 1 and behind[0].kind is Kind.FIGURE and behind[1].text == ")"


def _is_said_elsewhere(sentence: Sentence, verdict: Verdict) -> bool:
    """Whether the sentence has the number that this one should be as well: then this is another figure."""
    tokens = (each for each in sentence.tokens if each.kind in (Kind.NUMBER, Kind.FIGURE))
    others = {each.text for each in tokens if not verdict.start <= each.start < verdict.end}
    return not others.isdisjoint(_DIGITS.findall(verdict.truth))


def _says(amount: Amount, value: Decimal) -> bool:
    """'meer dan' and 'nog geen' of what is near: everything is more than something."""
    is_border = amount.qualifier in (Qualifier.MORE, Qualifier.LESS, Qualifier.LEAST, Qualifier.MOST)
    is_near = abs(value - amount.value) <= _NEAR * abs(amount.value)
    return amount.fits(value) and (is_near or not is_border)


def _rounds_a_figure(sentence: Sentence, amount: Amount) -> bool:
    return any(abs(each - amount.value) <= _NEAR * abs(each) for each in _shown(sentence, amount.form))


def _shown(sentence: Sentence, form: Form) -> Iterator[Decimal]:
    """The figures of the sentence that may be in that form: percentages as parts of one."""
    for each in sentence.meanings:
        if each.value is not None:
            yield each.value / _HUNDRED if form in (Form.PERCENT, Form.PART) else each.value


def _values(sentence: Sentence, amount: Amount, found: Sequence[Amount]) -> Iterator[Decimal]:
    """What the numbers of the sentence, shown or typed, may be to one another."""
    others = [each.value for each in found if each is not amount and each.form is Form.COUNT and each.is_typed]
    levels = [each.value for each in sentence.meanings if each.value is not None and each.is_level]
    numbers = list(dict.fromkeys([*levels, *others]))
    if len(numbers) > _MOST:
        return
    ordered = list(itertools.permutations([each for each in numbers if each > 0], 2))
    match amount.form:
        case Form.PERCENT | Form.PART:
            word = word_of_change(sentence, amount)
            if word or sentence.before(amount.start, 1) == ["met"]:
                way = sign_of(sentence, word) if word else 0
                yield from (abs(one - other) / other for one, other in ordered if way * (one - other) >= 0)
                return
            yield from (one / other for one, other in ordered if one < other)
            yield from (each.value / _HUNDRED for each in sentence.meanings if each.whole and each.value is not None)
            largest = max(numbers, default=Decimal(0))
            yield from ((one + other) / largest for one, other in ordered if one + other < largest)
        case Form.TIMES:
            yield from (one / other for one, other in ordered if one > other)
        case Form.COUNT | Form.POINTS:
            yield from (one + other for one, other in ordered)
            yield from (one - other for one, other in ordered if one > other)
