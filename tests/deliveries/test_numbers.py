"""Numbers of files: exact, and read in one way only."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.deliveries.grid import CellKind
from rapportage.deliveries.reading.numbers import dutch, exact, from_text, in_digits, unambiguous, written


@pytest.mark.parametrize(
    ("number", "typed"),
    [(0.1 + 0.2, "0.3"), (0.31, "0.31"), (653.0, "653"), (1e-7, "0.0000001"), (1e20, "1" + "0" * 20)],
)
def test_a_binary_fraction_is_what_was_typed(number: float, typed: str) -> None:
    assert f"{exact(number):f}" == typed


@given(st.decimals(-(10**9), 10**9, places=5, allow_nan=False))
def test_fifteen_digits_come_back(number: Decimal) -> None:
    assert exact(float(number)) == number


def test_no_more_digits_than_a_workbook_keeps() -> None:
    assert in_digits(Decimal("0.30000000000000004")) == Decimal("0.3")
    assert in_digits(Decimal("12.5")) == Decimal("12.5")


@pytest.mark.parametrize(
    ("text", "value", "mark"),
    [
        ("653", "653", ""), ("653*", "653", "*"), ("6**", "6", "**"), ("12 p", "12", "p"), ("66.5 bd", "66.5", "bd"),
        ("12,5", "12.5", ""), ("1.234,5", "1234.5", ""), ("1 234", "1234", ""), ("1\u00a0234", "1234", ""),
        ("-5", "-5", ""), ("−5", "-5", ""), ("31%", "31", ""), ("31,5 %", "31.5", ""), ("12 (1)", "12", "(1)"),
        ("12¹⁾", "12", "¹⁾"), ("12ᵃ", "12", "ᵃ"), (",5", "0.5", ""), ("0", "0", ""), ("-0", "0", ""), ("+3", "3", ""),
    ],
)  # fmt: skip
def test_text_that_is_a_number_in_one_way(text: str, value: str, mark: str) -> None:
    number = unambiguous(text)
    assert number is not None
    assert (str(number.value), number.mark, number.percent) == (value, mark, "%" in text)


@pytest.mark.parametrize(
    "text",
    ["1.234", "1,234", "0363", "(12)", "2020-05", "mei", "1.234,567.8", "5e3", ".", "-", ":", "x", "12,", "1.23.4",
     "12 km", "10-20", "12.345.6", "1 23", "Mar-20", "३"],
)  # fmt: skip
def test_text_that_is_none_or_could_be_two(text: str) -> None:
    assert unambiguous(text) is None


def test_both_readings_of_what_is_ambiguous() -> None:
    found = written("1.234")
    assert found is not None
    readings = [found.read(","), found.read(".")]
    assert [number and number.value for number in readings] == [1234, Decimal("1.234")]


def test_text_in_a_workbook_stays_text() -> None:
    cell = from_text(6, 1, " 653* ")
    assert (cell.kind, cell.text, cell.value, cell.mark) == (CellKind.TEXT, "653*", 653, "*")
    assert from_text(6, 1, "1.234").value is None
    assert from_text(6, 1, "  ").kind is CellKind.BLANK
    assert from_text(6, 1, "Eerste\r\n aanvragen").text == "Eerste aanvragen"


@given(st.decimals(-(10**9), 10**9, places=2, allow_nan=False))
def test_what_is_shown_reads_back(number: Decimal) -> None:
    found = written(dutch(number, grouped=True))
    assert found is not None
    read = found.read(",")
    assert read is not None
    assert read.value == number
