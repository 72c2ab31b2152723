"""Which protected cells a reader can compute, and which are nearly so."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.proof.disclosure.problem import Problem, components
from rapportage.proof.disclosure.solver import Bounds, Model


def bounds(problem: Problem, cell: int) -> Bounds:
    """The least and the most that a cell can be for what is known; raises Contradiction where it can be nothing."""
    for component in components(problem, [cell]):
        return Model(problem, component).bounds(cell)
    return Bounds(problem.cells[cell].lower, problem.cells[cell].upper)


def unsafe(problem: Problem, protected: Sequence[int], width: int) -> dict[int, Bounds]:
    """The protected cells of which fewer than `width` values are left, with their bounds; raises Contradiction.

    A cell that solutions for others already showed to have that many values is not looked at again.
    """
    models: dict[int, Model] = {}
    for component in components(problem, protected):
        models.update(dict.fromkeys(component.cells, Model(problem, component)))
    found: dict[int, Bounds] = {}
    for cell in protected:
        model = models.get(cell)
        if model is None:
            left = Bounds(problem.cells[cell].lower, problem.cells[cell].upper)
        elif cell in model.seen and model.seen[cell][1] - model.seen[cell][0] + 1 >= width:
            continue
        else:
            left = model.bounds(cell)
        if left.count is not None and left.count < width:
            found[cell] = left
    return found
