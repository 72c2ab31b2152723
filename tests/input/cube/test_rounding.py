"""Rounding: half away from zero, and only what the interval of a figure supports."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rapportage.figures.observation import Calculation, Observation, ObservationStatus, Operation
from rapportage.figures.period import TimePeriod
from rapportage.figures.rounding import CONTEXT, round_half_away, round_to, supported

FIGURES = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=6)
BASES = st.sampled_from([Decimal(base) for base in ("0.01", "0.1", "1", "5", "10", "100", "1000")])


def between(low: str, value: str, high: str) -> Observation:
    period = TimePeriod.parse("2020-05")
    assert period is not None
    bounds = Decimal(value), Decimal(low), Decimal(high)
    return Observation(
        *bounds, "aanvragen", ObservationStatus.FINAL, "Instroom", period, Calculation(Operation.SUM, ())
    )


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [("2.5", 0, "3"), ("-2.5", 0, "-3"), ("2.4999", 0, "2"), ("-0.4", 0, "0"), ("0.125", 2, "0.13"), ("7", 2, "7.00")],
)
def test_half_goes_away_from_zero(value: str, decimals: int, rounded: str) -> None:
    assert str(round_half_away(Decimal(value), decimals)) == rounded


@given(FIGURES, BASES)
def test_rounding_is_the_nearest_multiple_and_the_outer_one_in_a_tie(value: Decimal, base: Decimal) -> None:
    steps = Fraction(value) / Fraction(base)
    inner = abs(steps) // 1
    outer = inner + 1 if abs(steps) - inner >= Fraction(1, 2) else inner
    assert Fraction(round_to(value, base)) == (outer if steps >= 0 else -outer) * Fraction(base)


@given(st.integers(0, 10**12), st.integers(1, 10**12), st.integers(0, 6))
def test_a_quotient_rounds_as_the_exact_fraction_does(part: int, whole: int, decimals: int) -> None:
    exact = Fraction(part, whole) * 10**decimals
    expected = (exact + Fraction(1, 2)) // 1
    quotient = CONTEXT.divide(Decimal(part), Decimal(whole))
    assert Fraction(round_half_away(quotient, decimals)) * 10**decimals == expected


@pytest.mark.parametrize(
    ("low", "value", "high", "base", "expected"),
    [
        ("7345", "7350", "7355", "10", True),
        ("7345", "7350", "7355", "100", False),
        ("7362", "7367", "7372", "100", True),
        ("4.5", "5", "5.5", "1", True),
        ("44.4", "45", "45.6", "1", False),
        ("-7355", "-7350", "-7345", "10", True),
        ("50", "50", "50", "100", True),
    ],
)
def test_digits_that_the_interval_supports(low: str, value: str, high: str, base: str, expected: bool) -> None:
    assert supported(between(low, value, high), Decimal(base)) is expected


@given(FIGURES, FIGURES, FIGURES, BASES)
@example(Decimal(11), Decimal(12), Decimal(14), Decimal(10))  # of three at random the interval is wide
def test_what_is_supported_does_not_depend_on_where_in_the_interval_the_truth_lies(
    one: Decimal, two: Decimal, three: Decimal, base: Decimal
) -> None:
    low, value, high = sorted((one, two, three))
    if low < value < high and supported(between(str(low), str(value), str(high)), base):
        nearly = (high - low) / 10**9
        assert round_to(value, base) == round_to(low + nearly, base) == round_to(high - nearly, base)
