"""The least and the most that a cell can be, by HiGHS: the only module that uses highspy, which is loaded at the call.

HiGHS computes in floating point. So no answer of it is taken as it is: a value counts as possible only with a
whole solution that satisfies every constraint in exact arithmetic, and an end of an interval only when the solver finds
nothing beyond it. A doubt makes an interval narrower, never wider: a false alarm is better than a missed one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from msgspec import Struct

from rapportage.proof.disclosure.problem import Component, Constraint, Problem

FAR = 1_000_000
"""So far above the least value a cell without an upper bound is looked for; one that can be more has no end."""

_TOLERANCE = 1e-9
NODES = 20_000
"""A bound on the work for one question, counted in steps and not in time: the same on every machine."""


class Bounds(Struct, frozen=True):
    """All that a cell can be is between these, and it can be both; `upper` is None where there is no end."""

    lower: int
    upper: int | None

    @property
    def count(self) -> int | None:
        """Between how many values the reader has to choose."""
        return None if self.upper is None else self.upper - self.lower + 1


class Unanswered(Exception):
    """The solver can't say what `cell` may be."""

    def __init__(self, cell: int) -> None:
        super().__init__(cell)
        self.cell = cell


class Contradiction(Unanswered):
    """The constraints have no solution at all."""


class Undecided(Unanswered):
    """The solver would need more than `NODES` steps."""


class Model:
    """Unknown cells that are connected, as the solver has them."""

    def __init__(self, problem: Problem, component: Component) -> None:
        self._cells = component.cells
        self._place = {each: place for place, each in enumerate(self._cells)}
        self._lower = [problem.cells[each].lower for each in self._cells]
        self._upper = [problem.cells[each].upper for each in self._cells]
        self._rows = [
            self._row(problem, each) for each in (problem.constraints[number] for number in component.constraints)
        ]
        self._highs: Any = None
        self.seen: dict[int, tuple[int, int]] = {}
        """By cell, the least and the most that any solution so far gave it."""

    @property
    def cells(self) -> Sequence[int]:
        return self._cells

    def bounds(self, cell: int) -> Bounds:
        """The least and the most that the cell can be.

        Raises:
            Contradiction: it can be nothing.
        """
        place = self._place[cell]
        if self.seen.get(cell) is None and self._any(place, self._lower[place], self._upper[place]) is None:
            raise Contradiction(cell)
        lower = self._end(cell, "min")
        upper = self._end(cell, "max")
        return Bounds(lower, None if self._upper[place] is None and upper >= lower + FAR else upper)

    def _row(self, problem: Problem, each: Constraint) -> tuple[list[tuple[int, int]], int | None, int | None]:
        """The constraint on the unknown cells, with the known ones brought to the other side."""
        known = sum(factor * problem.cells[cell].lower for cell, factor in each.terms if cell not in self._place)
        terms = [(self._place[cell], factor) for cell, factor in each.terms if cell in self._place]
        return (
            terms,
            None if each.lower is None else each.lower - known,
            None if each.upper is None else each.upper - known,
        )

    def _end(self, cell: int, way: Literal["min", "max"]) -> int:
        """Goes on from the best solution so far until nothing is beyond it."""
        place, which, step = self._place[cell], *((0, -1) if way == "min" else (1, 1))
        while True:
            best = self.seen[cell][which]
            if way == "min":
                low, high = self._lower[place], best - 1
            else:
                limit = self._upper[place]
                low, high = best + 1, self.seen[cell][0] + FAR if limit is None else limit
            if low > high or self._any(place, low, high, -step) is None:
                return best

    def _any(self, place: int, low: int, high: int | None, direction: int = 0) -> list[int] | None:
        """A whole, exact solution with the cell at `place` from `low` to `high`, as far as `direction` goes."""
        solution = self._solve(place, low, high, direction)
        if solution is None:
            return None
        if self._holds(solution):
            return self._remember(solution)
        for value in range(low, min(low + 20, high if high is not None else low) + 1):
            solution = self._solve(place, value, value, 0)
            if solution is not None and self._holds(solution):
                return self._remember(solution)
        return None

    def _remember(self, solution: list[int]) -> list[int]:
        for cell, value in zip(self._cells, solution, strict=True):
            least, most = self.seen.get(cell, (value, value))
            self.seen[cell] = (min(least, value), max(most, value))
        return solution

    def _holds(self, solution: list[int]) -> bool:
        """Whether all is satisfied, in exact arithmetic."""
        for value, lower, upper in zip(solution, self._lower, self._upper, strict=True):
            if value < lower or (upper is not None and value > upper):
                return False
        for terms, low, high in self._rows:
            total = sum(factor * solution[place] for place, factor in terms)
            if (low is not None and total < low) or (high is not None and total > high):
                return False
        return True

    def _solve(self, place: int, low: int, high: int | None, direction: int) -> list[int] | None:
        """What the solver finds, rounded to whole numbers; None where it finds nothing."""
        highs = self._loaded()
        infinity = highs.getInfinity()
        highs.changeColBounds(place, low, infinity if high is None else high)
        highs.changeColCost(place, direction)
        highs.run()
        status = highs.getModelStatus()
        found = None
        if status.name in ("kOptimal", "kObjectiveBound", "kObjectiveTarget"):
            found = [round(value) for value in highs.getSolution().col_value]
        elif status.name == "kSolutionLimit":
            raise Undecided(self._cells[place])
        elif status.name not in ("kInfeasible", "kUnboundedOrInfeasible"):
            raise RuntimeError(f"the solver ended with {status.name}")
        highs.changeColCost(place, 0)
        upper = self._upper[place]
        highs.changeColBounds(place, self._lower[place], infinity if upper is None else upper)
        return found

    def _loaded(self) -> Any:
        if self._highs is None:
            self._highs = self._load()
        return self._highs

    def _load(self) -> Any:
        import highspy
        import numpy

        class Quiet(highspy.Highs):
            def enableCallbacks(self) -> None:  # noqa: N802  # the name is highspy's
                """Comes first of all, and would greet the user on the standard output."""
                self.setOptionValue("output_flag", False)
                super().enableCallbacks()  # type: ignore[no-untyped-call]  # highspy has no types

        highs: Any = Quiet()  # type: ignore[no-untyped-call]  # as above
        options = {
            "threads": 1,
            "mip_rel_gap": 0.0,
            "mip_abs_gap": 0.0,
            "mip_max_nodes": NODES,
            "mip_feasibility_tolerance": _TOLERANCE,
            "primal_feasibility_tolerance": _TOLERANCE,
        }
        for name, value in options.items():
            highs.setOptionValue(name, value)
        infinity = highs.getInfinity()
        model = highspy.HighsLp()
        count = len(self._cells)
        model.num_col_, model.num_row_ = count, len(self._rows)
        model.col_cost_ = numpy.zeros(count)
        model.col_lower_ = numpy.array(self._lower, dtype=float)
        model.col_upper_ = numpy.array([infinity if each is None else each for each in self._upper], dtype=float)
        model.integrality_ = [highspy.HighsVarType.kInteger] * count
        model.row_lower_ = numpy.array([-infinity if low is None else low for _, low, _ in self._rows], dtype=float)
        model.row_upper_ = numpy.array([infinity if high is None else high for _, _, high in self._rows], dtype=float)
        starts, places, factors = [0], list[int](), list[float]()
        for terms, _, _ in self._rows:
            places.extend(place for place, _ in terms)
            factors.extend(factor for _, factor in terms)
            starts.append(len(places))
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = numpy.array(starts, dtype=numpy.int32)
        model.a_matrix_.index_ = numpy.array(places, dtype=numpy.int32)
        model.a_matrix_.value_ = numpy.array(factors, dtype=float)
        highs.passModel(model)
        return highs
