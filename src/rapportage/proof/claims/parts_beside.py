"""A part in words beside what says it in digits: 'ruim een kwart van hen (27%)', 'van elke 1.000 F, 1 op de 44'."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rapportage.proof.claims.amounts import Amount, Form
from rapportage.proof.claims.per import rates_of
from rapportage.proof.claims.qualifiers import holds
from rapportage.proof.claims.reading import Kind
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_TO_BRACKETS = 4
"""So many words after a part in words comes the percentage in brackets that says it exactly."""


def rates_shown(sentence: Sentence, amount: Amount) -> list[Decimal]:
    """Of 'van elke 1.000 woningen F, ongeveer 1 op de 44' what part so many of every so many are."""
    if "op" not in sentence.words(amount.first.index, amount.last.index):
        return []
    shown = ((sentence.meaning(each).value, rates_of(sentence, each)) for each in sentence.levels)
    return [value / many for value, rates in shown if value is not None for many, _ in rates if many > 1]


def is_apposition(sentence: Sentence, amount: Amount) -> bool:
    """Whether a part is all that is said between commas or after the last: it says the same in other words."""
    number = sentence.clauses.number(amount.first)
    words = [each for each in sentence.clauses.at(number) if each.kind is not Kind.MARK]
    return words[0] is amount.start and words[-1] is amount.last


def part_ahead(sentence: Sentence, amount: Amount, said: Sequence[Amount]) -> Amount | None:
    """The part in words that a percentage in brackets says exactly: 'ruim een kwart van hen (27%)'."""
    if not amount.is_typed or sentence.before(amount.start, 1) != ["("] or sentence.after(amount.last, 1) != [")"]:
        return None
    ahead = [each for each in said if each.form is Form.PART and each.last.index < amount.first.index]
    between = sentence.tokens[ahead[-1].last.index + 1 : amount.first.index - 1] if ahead else []
    is_near = len(between) <= _TO_BRACKETS and all(each.kind is Kind.WORD for each in between)
    return ahead[-1] if ahead and is_near else None


def beside_part(sentence: Sentence, amount: Amount, part: Amount) -> Verdict:
    """Open where it can be that part, which the data do not have; false where it can't."""
    if holds(part.value, amount.value, part.qualifier, part.leeway):
        return sentence.verdict(ClaimKind.NUMBER, amount.first, amount.last, None)
    words = " ".join(sentence.words(part.start.index, part.last.index + 1))
    return sentence.verdict(ClaimKind.PORTION, amount.start, amount.last, False, f"ervoor staat '{words}'")
