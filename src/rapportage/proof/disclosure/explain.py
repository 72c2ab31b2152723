"""How a suppressed figure can be computed, in words: as few facts as it takes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rapportage.figures.languages.spoken import in_dutch
from rapportage.figures.words.numbers import number
from rapportage.proof.disclosure.facts import Fact
from rapportage.proof.disclosure.limits import bounds
from rapportage.proof.disclosure.problem import Problem, components, with_only
from rapportage.proof.disclosure.register import Register
from rapportage.proof.disclosure.solver import Bounds

MOST_NAMED = 8
"""More figures than this are given without their names."""


def reasons(problem: Problem, facts: Sequence[Fact], cell: int, found: Bounds) -> list[Fact]:
    """Facts that are enough to find the bounds, and of which none can be left out."""
    kept = [number for each in components(problem, [cell]) for number in each.constraints]
    size = max(1, len(kept) // 2)
    while kept:
        for start in range(0, len(kept), size):
            fewer = kept[:start] + kept[start + size :]
            if len(fewer) < len(kept) and _suffices(problem, facts, fewer, cell, found):
                kept = fewer
                break
        else:
            if size == 1:
                break
            size = max(1, size // 2)
    return [facts[number] for number in kept]


def _suffices(problem: Problem, facts: Sequence[Fact], kept: Sequence[int], cell: int, found: Bounds) -> bool:
    return bounds(with_only(problem, [facts[number].constraint for number in kept]), cell) == found


def explained(problem: Problem, found: Sequence[Fact], cell: int, register: Register) -> str:
    """'273 (aanvragen) − 106 (Syrië) − 19 (Turkije)', or else the facts one after another."""
    if len(found) == 1 and not found[0].words:
        sum_of_known = _as_sum(problem, found[0], cell, register)
        if sum_of_known:
            return sum_of_known
    return "; ".join(dict.fromkeys(fact.words or _as_equation(problem, fact, cell, register) for fact in found))


def _as_sum(problem: Problem, fact: Fact, cell: int, register: Register) -> str | None:
    """What gives the cell when all others are known."""
    terms = dict(fact.constraint.terms)
    factor = terms.pop(cell, 0)
    others = [(place, -each * factor) for place, each in terms.items()]
    is_plain = abs(factor) == 1 and all(abs(each) == 1 for _, each in others)
    if not is_plain or fact.constraint.lower != 0 or not all(problem.cells[place].is_fixed for place, _ in others):
        return None
    ordered = sorted(others, key=lambda pair: (-pair[1], -problem.cells[pair[0]].lower, pair[0]))
    made = ""
    for place, sign in ordered:
        made += (" + " if sign > 0 else " − ") if made else ("" if sign > 0 else "−")
        is_named = len(ordered) <= MOST_NAMED
        made += _named(problem, place, cell, register) if is_named else _counted(problem, place)
    return made


def _as_equation(problem: Problem, fact: Fact, cell: int, register: Register) -> str:
    """'273 (aanvragen) = 106 (Syrië) + ? (dit cijfer)'; of many figures those that are known are taken together."""
    terms = fact.constraint.terms
    sides = [_side(problem, [place for place, each in terms if each * way > 0], cell, register) for way in (-1, 1)]
    return f"{sides[0]} {'=' if fact.constraint.lower is not None else '≥'} {sides[1]}"


def _side(problem: Problem, places: Sequence[int], cell: int, register: Register) -> str:
    known = [place for place in places if problem.cells[place].is_fixed]
    if len(places) <= MOST_NAMED or len(known) < 2:
        return " + ".join(_named(problem, place, cell, register) for place in places)
    together = in_dutch(number, Decimal(sum(problem.cells[place].lower for place in known)))
    others = [_named(problem, place, cell, register) for place in places if place not in known]
    return " + ".join((f"{together} ({len(known)} bekende cijfers)", *others))


def _named(problem: Problem, place: int, cell: int, register: Register) -> str:
    return f"{_counted(problem, place)} ({'dit cijfer' if place == cell else register.name(place, cell)})"


def _counted(problem: Problem, place: int) -> str:
    cell = problem.cells[place]
    if cell.is_fixed:
        return in_dutch(number, Decimal(cell.lower))
    return "?"
