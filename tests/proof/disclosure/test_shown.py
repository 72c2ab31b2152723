"""What a figure as it is shown says of the true one."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from rapportage.proof.disclosure.problem import Limit
from rapportage.proof.disclosure.shown import interval


def half_open(low: str, high: str) -> tuple[Limit, Limit]:
    return Limit(Fraction(low)), Limit(Fraction(high), is_open=True)


@pytest.mark.parametrize(
    ("text", "exact", "expected"),
    [
        ("341", "341", half_open("340.5", "341.5")),
        ("7.345*", "7345", half_open("7344.5", "7345.5")),
        ("31%", "31.2", half_open("30.5", "31.5")),
        ("31,2%", "31.1877", half_open("31.15", "31.25")),
        ("0%", "0.3", (Limit(Fraction(-1, 2), is_open=True), Limit(Fraction(1, 2), is_open=True))),
        ("−12%", "-11.5", (Limit(Fraction("-12.5"), is_open=True), Limit(Fraction("-11.5")))),
        ("+46", "46.1", half_open("45.5", "46.5")),
        ("ongeveer 7.350", "7347", half_open("7345", "7355")),
        ("ongeveer 7.350", "7348", half_open("7347.5", "7352.5")),
        ("ongeveer 7.000", "6720", half_open("6500", "7500")),
        ("veel", "17", (Limit(Fraction(17)), Limit(Fraction(17)))),
    ],
)
def test_a_shown_figure_gives_an_interval(text: str, exact: str, expected: tuple[Limit, Limit]) -> None:
    assert interval(text, Decimal(exact)) == expected
