"""What a reader can find out, against trying everything on random small tables."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from rapportage.proof.disclosure import solver
from rapportage.proof.disclosure.limits import bounds, unsafe
from rapportage.proof.disclosure.problem import Constraint, IntegerCell, Limit, Problem, constraint, released
from rapportage.proof.disclosure.proposal import proposal
from rapportage.proof.disclosure.solver import Bounds, Contradiction, Undecided
from tests.proof.disclosure.tables import ALL, Place, Table, random_table, ranges, said

TABLES, RUNS = 500, 5
"""In several runs, so that they can go side by side."""
WIDTH = 3


def as_problem(table: Table) -> tuple[Problem, dict[Place, int]]:
    """The table as the tool sees it: every sum is a cell that is the sum of others, published or not."""
    cells, at = list[IntegerCell](), dict[Place, int]()
    for place, count in table.counts.items():
        low, high = table.hidden.get(place, (count, count))
        at[place] = len(cells)
        cells.append(IntegerCell(low, high))
    found = list[Constraint]()
    for place, base in table.sums.items():
        shown = said(table.counts, place, base)
        at[place] = len(cells)
        cells.append(IntegerCell(0, None) if base else IntegerCell(shown, shown))
        parts = [each for each in table.counts if all(w in (ALL, e) for w, e in zip(place, each, strict=True))]
        terms = {at[each]: Fraction(1) for each in parts} | {at[place]: Fraction(-1)}
        found.append(constraint(terms, Limit(Fraction(0)), Limit(Fraction(0))))
        if base:
            half = Fraction(base, 2)
            found.append(constraint({at[place]: Fraction(1)}, Limit(shown - half), Limit(shown + half, is_open=True)))
    for group, shown in table.subtotals.items():
        found.append(constraint({at[e]: Fraction(1) for e in group}, Limit(Fraction(shown)), Limit(Fraction(shown))))
    for (part, whole), shown in table.shares.items():
        parts = [each for each in table.counts if all(w in (ALL, e) for w, e in zip(whole, each, strict=True))]
        for end, sign in ((Fraction(2 * shown - 1, 200), 1), (Fraction(2 * shown + 1, 200), -1)):
            terms = {at[each]: -sign * end for each in parts}
            terms[at[part]] += sign
            found.append(constraint(terms, Limit(Fraction(0), is_open=sign < 0), None))
        among = {at[each]: Fraction(1) for each in parts}
        found.append(constraint(among, Limit(Fraction(1)), None))
    return Problem(tuple(cells), tuple(found)), at


@pytest.mark.parametrize("run", range(RUNS))
def test_no_disagreement_with_trying_everything(run: int) -> None:
    chance = random.Random(20200624 + run)
    disagreements, hidden, found_out, three = [], 0, 0, 0
    for number in range(TABLES // RUNS):
        table = random_table(chance)
        expected = ranges(table)
        problem, at = as_problem(table)
        protected = [at[place] for place in table.hidden]
        for place, (low, high) in expected.items():
            hidden += 1
            found = bounds(problem, at[place])
            if found != Bounds(low, high):
                disagreements.append((number, place, found, (low, high)))
        one_left = [at[place] for place, (low, high) in expected.items() if low == high]
        few_left = [at[place] for place, (low, high) in expected.items() if 1 < high - low + 1 < WIDTH]
        found_few = [cell for cell, each in unsafe(problem, protected, WIDTH).items() if each.count != 1]
        if list(unsafe(problem, protected, 2)) != one_left or found_few != few_left:
            disagreements.append((number, "one or few left"))
        found_out += len(one_left)
        three += len(table.shape) == 3
    assert disagreements == []
    assert hidden > 250
    assert 50 < found_out < hidden - 50, "tables in which all or nothing is found out show little"
    assert three > 20


def test_a_proposal_suffices_and_nothing_in_it_is_superfluous() -> None:
    chance = random.Random(5)
    proposed = 0
    for _ in range(60):
        table = random_table(chance)
        problem, at = as_problem(table)
        protected = [at[place] for place in table.hidden]
        open_before = unsafe(problem, protected, WIDTH)
        parts = [at[place] for place in table.counts if place not in table.hidden]
        totals = [at[place] for place in table.sums if problem.cells[at[place]].is_fixed]
        chosen = proposal(problem, protected, [parts, totals], WIDTH)
        if chosen is None:
            continue
        assert bool(chosen) == bool(open_before)
        assert not unsafe(released(problem, chosen), protected, WIDTH)
        for each in chosen:
            fewer = [one for one in chosen if one != each]
            assert unsafe(released(problem, fewer), protected, WIDTH)
        proposed += bool(chosen)
    assert proposed > 10


def row(total: int | None, *cells: IntegerCell) -> Problem:
    """Cells, and last their total."""
    last = IntegerCell() if total is None else IntegerCell(total, total)
    terms = {place: Fraction(1) for place in range(len(cells))} | {len(cells): Fraction(-1)}
    return Problem((*cells, last), (constraint(terms, Limit(Fraction(0)), Limit(Fraction(0))),))


SMALL = IntegerCell(1, 4)


def test_parts_go_before_totals_in_a_proposal() -> None:
    problem = row(30, SMALL, IntegerCell(10, 10), IntegerCell(17, 17))
    assert list(unsafe(problem, [0], 2)) == [0]
    assert proposal(problem, [0], [[1, 2], [3]]) == (1,)
    assert proposal(problem, [0], [[], [3]]) == (3,)
    assert proposal(problem, [0], [[], []]) is None


def test_what_was_computed_from_a_released_cell_goes_with_it() -> None:
    """A share that is published of a cell tells nothing any more once the cell is suppressed."""
    plain = row(30, SMALL, IntegerCell(10, 10), IntegerCell(17, 17))
    told = constraint({0: Fraction(1), 1: Fraction(1)}, Limit(Fraction(13)), Limit(Fraction(13)), [1])
    problem = Problem(plain.cells, (*plain.constraints, told))
    assert list(unsafe(released(problem, [2]), [0], 2)) == [0]
    assert not unsafe(released(problem, [1]), [0], 2)


def test_no_upper_bound_is_no_end() -> None:
    assert bounds(row(None, SMALL, IntegerCell()), 1) == Bounds(0, None)
    assert bounds(row(None, SMALL, IntegerCell()), 2) == Bounds(1, None)


def test_whole_numbers_count_and_not_only_what_lies_between() -> None:
    """2a + 2b = 2c + 1 has fractions as a solution, and no whole numbers."""
    odd = constraint({0: Fraction(2), 1: Fraction(2), 2: Fraction(-2)}, Limit(Fraction(1)), Limit(Fraction(1)))
    assert (odd.lower, odd.upper) == (1, 0)
    problem = Problem((SMALL, SMALL, SMALL), (Constraint(((0, 2), (1, 2), (2, -3)), 1, 1),))
    assert bounds(problem, 2) == Bounds(1, 3)
    with pytest.raises(Contradiction):
        bounds(Problem((SMALL,), (Constraint(((0, 2),), 3, 3),)), 0)


def test_too_much_work_is_said_and_not_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which of forty numbers add up to a given one: more than one step."""
    monkeypatch.setattr(solver, "NODES", 1)
    chance = random.Random(1)
    terms = tuple((place, chance.randint(10**6, 2 * 10**6)) for place in range(40))
    wanted = sum(factor for _, factor in terms) // 2
    problem = Problem((IntegerCell(0, 1),) * 40, (Constraint(terms, wanted, wanted),))
    with pytest.raises(Undecided):
        bounds(problem, 3)


def test_open_ends_are_exact() -> None:
    """A share of 31% of 200 is 61 (30.5%, rounded up) to 62 (31.4%), and not 63 (31.5%)."""
    terms = {0: Fraction(1, 2)}
    told = constraint(terms, Limit(Fraction(61, 2)), Limit(Fraction(63, 2), is_open=True))
    assert bounds(Problem((IntegerCell(),), (told,)), 0) == Bounds(61, 62)
