"""What a reader knows, as whole numbers: cells within bounds, and linear constraints on them, all exact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor, gcd, lcm

from msgspec import Struct
from msgspec.structs import replace


class IntegerCell(Struct, frozen=True):
    """A count, for all that the reader knows from `lower` to `upper`; None where there is no end.

    A published cell has equal bounds.
    """

    lower: int = 0
    upper: int | None = None

    @property
    def is_fixed(self) -> bool:
        return self.lower == self.upper


class Constraint(Struct, frozen=True):
    """`lower` ≤ the sum of coefficient × cell ≤ `upper`; None where there is no end.

    `rests_on` are the cells that it was computed from: when one of them is suppressed, what was computed goes as well.
    A relation that holds by itself (parts and total) rests on none.
    """

    terms: tuple[tuple[int, int], ...]
    """Pairs of cell and coefficient; each cell once, no coefficient 0."""
    lower: int | None
    upper: int | None
    rests_on: tuple[int, ...] = ()


class Problem(Struct, frozen=True):
    cells: tuple[IntegerCell, ...]
    constraints: tuple[Constraint, ...]


class Limit(Struct, frozen=True):
    """An end of an interval; `is_open` when the value itself is not in it."""

    value: Fraction
    is_open: bool = False


def constraint(
    terms: Mapping[int, Fraction], lower: Limit | None, upper: Limit | None, rests_on: Iterable[int] = ()
) -> Constraint:
    """The constraint in whole numbers: times what makes every coefficient whole, divided by what they share.

    Between whole multiples an open end is the next whole number, so nothing is lost.
    """
    kept = {cell: coefficient for cell, coefficient in terms.items() if coefficient}
    scale = lcm(*(coefficient.denominator for coefficient in kept.values())) if kept else 1
    shared = gcd(*(int(coefficient * scale) for coefficient in kept.values())) if kept else 1
    factor = Fraction(scale, shared or 1)
    low = high = None
    if lower is not None:
        bound = lower.value * factor
        low = floor(bound) + 1 if lower.is_open else ceil(bound)
    if upper is not None:
        bound = upper.value * factor
        high = ceil(bound) - 1 if upper.is_open else floor(bound)
    whole = tuple((cell, int(coefficient * factor)) for cell, coefficient in sorted(kept.items()))
    return Constraint(whole, low, high, tuple(sorted(set(rests_on))))


def released(problem: Problem, cells: Iterable[int]) -> Problem:
    """The problem when these published cells are suppressed: unknown, with all that was computed from them gone."""
    gone = set(cells)
    if not gone:
        return problem
    opened = tuple(IntegerCell() if place in gone else cell for place, cell in enumerate(problem.cells))
    kept = tuple(each for each in problem.constraints if gone.isdisjoint(each.rests_on))
    return Problem(opened, kept)


class Component(Struct, frozen=True):
    """Unknown cells that are connected, and the constraints between them, both in a fixed order."""

    cells: tuple[int, ...]
    constraints: tuple[int, ...]
    """By their place in the problem."""


def components(problem: Problem, cells: Iterable[int]) -> Iterator[Component]:
    """The components with these unknown cells, each once."""
    at: dict[int, list[int]] = {}
    for number, each in enumerate(problem.constraints):
        for place, _ in each.terms:
            if not problem.cells[place].is_fixed:
                at.setdefault(place, []).append(number)
    reached: set[int] = set()
    for cell in cells:
        if cell in reached or problem.cells[cell].is_fixed:
            continue
        found, used, waiting = {cell}, set[int](), [cell]
        while waiting:
            for number in at.get(waiting.pop(), ()):
                if number in used:
                    continue
                used.add(number)
                new = [
                    place
                    for place, _ in problem.constraints[number].terms
                    if place not in found and not problem.cells[place].is_fixed
                ]
                found.update(new)
                waiting.extend(new)
        reached |= found
        yield Component(tuple(sorted(found)), tuple(sorted(used)))


def with_only(problem: Problem, constraints: Sequence[Constraint]) -> Problem:
    """The problem with these constraints only."""
    return replace(problem, constraints=tuple(constraints))
