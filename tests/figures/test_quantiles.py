"""The median and the quartiles: by the inclusive method, exactly, with the bounds of rounded figures."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product
from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapportage.figures.measure_kinds import AMOUNT, COUNT
from rapportage.figures.observation import Observation, ObservationStatus, Operation
from rapportage.figures.quantiles import PARTS, at_part, quantile
from rapportage.figures.results import MeasureError
from tests.figures.test_measured import of_kind

MEDIAN, FIRST, THIRD = Operation.MEDIAN, Operation.FIRST_QUARTILE, Operation.THIRD_QUARTILE


def figure(value: int | str) -> Observation:
    return of_kind(COUNT, str(value))


VALUES = st.decimals(-10_000, 10_000, places=2)


def of(how: Operation, *values: int | str) -> Observation:
    return quantile(how, [figure(value) for value in values], "q")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((7,), ("7", "7", "7")),
        ((1, 2), ("1.25", "1.5", "1.75")),
        ((3, 1, 2), ("1.5", "2", "2.5")),
        ((1, 2, 3, 4), ("1.75", "2.5", "3.25")),
        ((5, 4, 3, 2, 1), ("2", "3", "4")),
        ((-4, 0, 4), ("-2", "0", "2")),
    ],
)
def test_it_is_between_its_neighbours(values: tuple[int, ...], expected: tuple[str, ...]) -> None:
    assert [of(how, *values).value for how in (FIRST, MEDIAN, THIRD)] == list(map(Decimal, expected))


@given(st.lists(VALUES, min_size=2, max_size=40))
def test_it_is_what_the_standard_library_gives(values: list[Decimal]) -> None:
    expected = quantiles(map(Fraction, values), n=4, method="inclusive")
    assert [Fraction(at_part(values, PARTS[how])) for how in (FIRST, MEDIAN, THIRD)] == expected


@given(st.lists(st.tuples(VALUES, st.decimals(0, 50, places=1), st.decimals(0, 50, places=1)), min_size=1, max_size=4))
def test_its_bounds_are_the_least_and_the_most_that_the_true_values_give(
    found: list[tuple[Decimal, Decimal, Decimal]],
) -> None:
    figures = [
        replace(figure("1"), value=value, low=value - below, high=value + above) for value, below, above in found
    ]
    ends = [(value - below, value + above) for value, below, above in found]
    for how in [FIRST, MEDIAN, THIRD]:
        made = quantile(how, figures, "q")
        possible = [at_part(each, PARTS[how]) for each in product(*ends)]
        assert (made.low, made.high) == (min(possible), max(possible))


def test_it_rests_on_all_of_them_in_order_and_is_provisional_with_one() -> None:
    figures = [figure(3), replace(figure(1), status=ObservationStatus.PROVISIONAL), figure(2)]
    made = quantile(MEDIAN, figures, "q")
    assert [each.value for each in figures] == [3, 1, 2]
    assert [each.value for each in made.provenance.inputs] == [1, 2, 3]  # type: ignore[union-attr]
    assert made.status is ObservationStatus.PROVISIONAL


def test_it_is_of_known_figures_of_one_thing() -> None:
    with pytest.raises(ValueError, match="known"):
        quantile(MEDIAN, [], "q")
    with pytest.raises(ValueError, match="known"):
        quantile(MEDIAN, [replace(figure(1), value=None)], "q")
    with pytest.raises(MeasureError):
        quantile(MEDIAN, [figure(1), of_kind(AMOUNT)], "q")
