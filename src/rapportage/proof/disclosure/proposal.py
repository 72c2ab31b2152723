"""Which further cells to suppress so that no protected cell is disclosed: enough of them, few, not proven fewest."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.proof.disclosure.limits import unsafe
from rapportage.proof.disclosure.problem import Constraint, Problem, components, released
from rapportage.proof.disclosure.solver import Bounds

MOST = 60
"""So many candidates are tried for one protected cell."""
MOST_CHOSEN = 40
"""A proposal of more cells is none: the table is better left out."""


def proposal(
    problem: Problem, protected: Sequence[int], candidates: Sequence[Sequence[int]], width: int = 2
) -> tuple[int, ...] | None:
    """Published cells whose suppression leaves every protected cell at least `width` values; None if nothing does.

    `candidates` are groups in order of preference, such as parts and totals: a group is used only when those before it
    are not enough. Within a group the first is the one easiest to leave out. Raises Contradiction.
    """
    allowed: list[int] = []
    for group in candidates:
        allowed.extend(group)
        chosen = _greedy(problem, protected, allowed, width)
        if chosen is not None:
            return _needed(problem, protected, chosen, width)
    return None


def _greedy(problem: Problem, protected: Sequence[int], allowed: Sequence[int], width: int) -> list[int] | None:
    chosen: list[int] = []
    while True:
        now = released(problem, chosen)
        open_cells = unsafe(now, protected, width)
        if not open_cells:
            return chosen
        if len(chosen) == MOST_CHOSEN:
            return None
        best = _best(problem, chosen, next(iter(open_cells)), allowed, width)
        if best is None:
            return None
        chosen.append(best)


def _best(problem: Problem, chosen: list[int], cell: int, allowed: Sequence[int], width: int) -> int | None:
    """The first candidate that makes the cell safe, else the one that leaves it most values.

    Those that are in a relation with the cell itself are tried first.
    """
    now = released(problem, chosen)
    numbers = [number for found in components(now, [cell]) for number in found.constraints]
    reached = [_places(now.constraints[number]) for number in numbers]
    beside = set().union(*(places for places in reached if cell in places))
    near = set().union(*reached)
    tried = sorted(
        (each for each in allowed if each in near and each not in chosen), key=lambda each: each not in beside
    )
    best, most = None, 0
    for candidate in tried[:MOST]:
        left = unsafe(released(problem, [*chosen, candidate]), [cell], width).get(cell)
        if left is None:
            return candidate
        if _count(left) > most:
            best, most = candidate, _count(left)
    return best


def _places(constraint: Constraint) -> set[int]:
    return {*(place for place, _ in constraint.terms), *constraint.rests_on}


def _count(left: Bounds) -> int:
    return left.count or 0


def _needed(problem: Problem, protected: Sequence[int], chosen: list[int], width: int) -> tuple[int, ...]:
    """Without those that turn out to be superfluous; the last chosen are tried first."""
    kept = list(chosen)
    for cell in reversed(chosen):
        fewer = [each for each in kept if each != cell]
        if not unsafe(released(problem, fewer), protected, width):
            kept = fewer
    return tuple(kept)
