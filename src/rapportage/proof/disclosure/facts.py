"""A fact that a reader knows of several figures: a linear relation, with the words for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from rapportage.proof.disclosure.problem import Constraint, Limit, constraint
from rapportage.proof.disclosure.register import Register

ZERO = Limit(Fraction(0))


class Fact(Struct, frozen=True):
    """`words` give a fact that was shown; one without is a sum, which the figures themselves give."""

    constraint: Constraint
    words: str = ""


def adds_up(register: Register, parts: Iterable[int], total: int) -> Fact | None:
    """That the parts are the total, or are at most the total; None when neither can be, because one was restated.

    Whether the parts are all is not said anywhere. What we know of the figures decides: where the total can be the sum
    of the parts a reader may take it to be so, and so do we.
    """
    terms = {part: Fraction(1) for part in parts}
    if total in terms or not terms:
        return None
    terms[total] = Fraction(-1)
    match fits(register, terms):
        case "equal":
            return Fact(constraint(terms, ZERO, ZERO))
        case "less":
            return Fact(constraint(terms, None, ZERO))
    return None


def fits(register: Register, terms: Mapping[int, Fraction] | Mapping[int, int]) -> Literal["equal", "less", "more"]:
    """Whether the sum can be 0 for what is true of the figures; or else is less or more."""
    least: Fraction | None = Fraction(0)
    most: Fraction | None = Fraction(0)
    for number, factor in terms.items():
        low, high = register.truth(number)
        far = None if high is None else factor * high
        down, up = (far, factor * low) if factor < 0 else (factor * low, far)
        least = None if least is None or down is None else least + down
        most = None if most is None or up is None else most + up
    if least is not None and least > 0:
        return "more"
    return "less" if most is not None and most < 0 else "equal"
