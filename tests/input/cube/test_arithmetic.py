"""Computing with figures: exact values, honest statuses, intervals that hold the truth, provenance."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.figures.arithmetic import (
    FigureError,
    add,
    change_percent,
    divide,
    index,
    mean,
    multiply,
    rest,
    share,
    subtract,
    sum_of,
)
from rapportage.figures.observation import Calculation, Observation, ObservationStatus, Operation
from rapportage.figures.rounding import round_half_away
from tests.input.cube.figures import figure, period

UNKNOWN, SUPPRESSED = ObservationStatus.UNKNOWN, ObservationStatus.SUPPRESSED
IMPOSSIBLE, PROVISIONAL = ObservationStatus.IMPOSSIBLE, ObservationStatus.PROVISIONAL

PAIRS: list[Callable[[Observation, Observation], Observation]] = [
    add, subtract, multiply, divide, share, change_percent, index,
    lambda one, other: sum_of([one, other]),
    lambda one, other: mean([one, other]),
    lambda one, other: rest(one, [other]),
]  # fmt: skip

OFF = st.integers(-500, 500)
UNCERTAIN = st.tuples(st.integers(501, 10**9), st.just(500), OFF)
"""A figure, how far off it may be, and how far off it is."""


@pytest.mark.parametrize(
    ("part", "whole", "shown"), [(106, 341, "31"), (26, 341, "8"), (19, 341, "6"), (18, 341, "5"), (29, 51, "57")]
)
def test_shares_of_may_2020(part: int, whole: int, shown: str) -> None:
    result = share(figure(part), figure(whole))
    assert str(round_half_away(result.value or Decimal(0), 0)) == shown
    assert result.unit == "%"


def test_sums_and_changes() -> None:
    months = [figure(445, month="2020-04"), figure(413, month="2020-05")]
    total = sum_of(months, "Instroom")
    assert (total.value, total.label, total.period) == (858, "Instroom", period("2020-04/2020-05"))
    assert mean(months).value == 429
    assert change_percent(figure(50), figure(40)).value == 25
    assert index(figure(50), figure(40)).value == 125
    assert rest(figure(341), [figure(106), figure(26)]).value == 209
    assert rest(figure(341), []).value == 341


def test_numbers_take_part_with_their_value_in_the_calculation() -> None:
    half = divide(figure(413), Decimal(2))
    assert (half.value, half.unit) == (Decimal("206.5"), "aanvragen")
    assert half.provenance == Calculation(Operation.QUOTIENT, (figure(413), Decimal(2)))
    assert subtract(Decimal(1000), figure(413)).value == 587


def test_units() -> None:
    percent = figure(31, unit="%")
    assert subtract(percent, figure(26, unit="%")).unit == "procentpunt"
    assert subtract(percent, Decimal(1)).unit == "%"
    assert divide(figure(4), figure(2)).unit == ""
    assert add(figure(1), figure(2, unit="personen")).unit == "aanvragen"
    with pytest.raises(FigureError, match="% en aanvragen"):
        add(percent, figure(1))


@pytest.mark.parametrize("compute", [divide, share, change_percent, index])
def test_dividing_by_zero_is_a_fault_of_the_user(compute: Callable[[Observation, Observation], Observation]) -> None:
    with pytest.raises(FigureError):
        compute(figure(3), figure(0))


def test_parts_beyond_the_total_have_no_rest() -> None:
    with pytest.raises(FigureError):
        rest(figure(3), [figure(4)])


def test_a_result_without_bound_is_a_fault_of_the_user() -> None:
    huge = figure(10**20)
    with pytest.raises(FigureError, match="cijfers"):
        multiply(huge, huge)


@pytest.mark.parametrize("compute", PAIRS)
@pytest.mark.parametrize("status", [UNKNOWN, SUPPRESSED])
def test_what_is_computed_from_an_unknown_figure_is_unknown(
    compute: Callable[[Observation, Observation], Observation], status: ObservationStatus
) -> None:
    for one, other in ((figure(3, status=status), figure(5)), (figure(5), figure(3, status=status))):
        result = compute(one, other)
        assert (result.value, result.low, result.high, result.status) == (None, None, None, UNKNOWN)


@pytest.mark.parametrize("compute", PAIRS)
def test_provisional_is_carried_through(compute: Callable[[Observation, Observation], Observation]) -> None:
    assert compute(figure(5), figure(3, status=PROVISIONAL)).status is PROVISIONAL


def test_what_is_impossible_adds_nothing_but_has_no_share() -> None:
    nothing = figure(0, status=IMPOSSIBLE)
    assert sum_of([figure(3), nothing]).value == 3
    assert mean([figure(3), nothing]).value == 3
    assert rest(figure(5), [figure(3), nothing]).value == 2
    assert sum_of([nothing]).status is share(nothing, figure(3)).status is IMPOSSIBLE


@given(UNCERTAIN, UNCERTAIN, st.sampled_from(PAIRS))
def test_the_interval_holds_the_value_and_every_truth(
    one: tuple[int, int, int], other: tuple[int, int, int], compute: Callable[[Observation, Observation], Observation]
) -> None:
    (larger, large_margin, large_off), (smaller, small_margin, small_off) = one, other
    first, second = figure(larger + smaller + 1000, margin=large_margin), figure(smaller, margin=small_margin)
    result = compute(first, second)
    truth = compute(figure(larger + smaller + 1000 + large_off), figure(smaller + small_off))
    assert result.value is not None
    assert truth.value is not None
    assert result.low is not None
    assert result.high is not None
    assert result.low <= result.value <= result.high
    assert result.low <= truth.value <= result.high


def test_the_interval_of_an_exact_figure_is_the_figure() -> None:
    result = share(figure(1), figure(3))
    assert result.low == result.value == result.high


def test_a_divisor_that_may_be_zero_leaves_the_result_without_bounds() -> None:
    for divisor in (figure(3, margin=5), figure(3, margin=3), figure(-3, margin=3)):
        result = divide(figure(10), divisor)
        assert result.known
        assert (result.low, result.high) == (None, None)


def test_a_part_of_a_sum_that_may_be_zero_has_a_share_without_bounds() -> None:
    part, balance = figure(10, margin=1), figure(-9, margin=3, label="saldo")
    made = share(part, sum_of([part, balance]))
    assert made.value == 1000
    assert (made.low, made.high) == (None, None)


def test_what_is_impossible_weighs_more_than_what_is_provisional() -> None:
    impossible, provisional = (
        figure(3, status=status) for status in (ObservationStatus.IMPOSSIBLE, ObservationStatus.PROVISIONAL)
    )
    assert add(impossible, provisional).status is ObservationStatus.IMPOSSIBLE
    assert add(provisional, impossible).status is ObservationStatus.IMPOSSIBLE


def test_every_cell_is_kept_once() -> None:
    april, may = figure(445, month="2020-04"), figure(413, month="2020-05")
    assert change_percent(may, april).cells() == (may.provenance, april.provenance)
    assert add(may, may).cells() == (may.provenance,)


def test_a_part_and_the_sum_that_holds_it_are_off_together() -> None:
    part, other = figure(1685, margin="2.5"), figure(415, margin="2.5", label="Iran")
    made = share(part, sum_of([part, other]))
    assert made.low is not None
    assert made.high is not None
    assert [round_half_away(each, 2) for each in (made.low, made.high)] == [Decimal("80.12"), Decimal("80.36")]
    apart = share(part, figure(2100, margin=5))
    assert apart.low is not None
    assert apart.low < made.low


def test_a_part_and_a_rest_that_may_both_be_zero_leave_a_share_that_can_be_anything() -> None:
    """Their sum may then be 0, of which there is no share: nobody divides by it."""
    part, other = figure(2, margin=2), figure(3, margin=3, label="Iran")
    made = share(part, sum_of([part, other]))
    assert (made.value, made.low, made.high) == (40, None, None)
    assert share(figure(0), sum_of([figure(0), other])).value == 0
