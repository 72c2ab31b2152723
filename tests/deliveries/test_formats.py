"""What a workbook shows of a number, by its format."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.deliveries.reading.dates import shown_date
from rapportage.deliveries.reading.formats import number_format
from rapportage.deliveries.reading.numbers import exact, written

SHOWN = [
    # format, stored, text, value, kept, mark
    ("General", "653", "653", "653", None, ""),
    ("General", "0.31", "0,31", "0.31", None, ""),
    ("General", "0.333333333333333", "0,333333333", "0.333333333", "0.333333333333333", ""),
    ("General", "12345678901.5", "12345678902", "12345678902", "12345678901.5", ""),
    ("General", "1234567890123", "1234567890123", "1234567890123", None, ""),
    ("General", "-12.5", "-12,5", "-12.5", None, ""),
    ("0", "652.6", "653", "653", "652.6", ""),
    ("0.0", "2.25", "2,3", "2.3", "2.25", ""),
    ("0.0", "-0.04", "0,0", "0.0", "-0.04", ""),
    ("0.00", "2.5", "2,50", "2.50", None, ""),
    ("0.0##", "1.25", "1,25", "1.250", None, ""),
    ("#,##0", "1234567", "1.234.567", "1234567", None, ""),
    ("#,##0.0", "1234.56", "1.234,6", "1234.6", "1234.56", ""),
    ("00000", "363", "00363", "363", None, ""),
    ("0%", "0.31", "31%", "31", None, ""),
    ("0.0%", "0.30769", "30,8%", "30.8", "30.769", ""),
    ("0%", "3", "300%", "300", None, ""),
    ('0"*"', "653", "653*", "653", None, "*"),
    ('0.0" %"', "31", "31,0 %", "31.0", None, ""),
    ("0.0;@", "-12.5", "-12,5", "-12.5", None, ""),
    ('0;-0;"-"@', "0", "0", "0", None, ""),
    ('0" p"', "12", "12 p", "12", None, "p"),
    ("0\\*\\*", "12", "12**", "12", None, "**"),
    ('"ca. "0', "12", "ca. 12", "12", None, "ca."),
    ('0 "mln"', "12", "12 mln", "12", None, "mln"),
    ("[$€-413] #,##0.00", "12.5", "€ 12,50", "12.50", None, ""),
    ('"€" #,##0', "12", "€ 12", "12", None, ""),
    ("#,##0_);(#,##0)", "-5", "(5)", "-5", None, ""),
    ("0;[Red]0", "-5", "5", "-5", None, ""),
    ("0.00E+00", "123456", "123000", "123000", "123456", ""),
    ("# ?/?", "0.5", "0,5", "0.5", None, ""),
    ("@", "653", "653", "653", None, ""),
    ("[<5]0;#,##0", "1234", "1.234", "1234", None, ""),
]
NOTHING = [
    # what shows no number: the sign, and what is stored
    ('#,##0;-#,##0;"-"', "0", "-"),
    ('_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "0", "-"),
    ('[<5]"<5";0', "3", "<5"),
    (";;;", "653", ""),
    ("#", "0", ""),
    ('0;-0;"x"', "0", "x"),
]


@pytest.mark.parametrize(("code", "stored", "text", "value", "kept", "mark"), SHOWN)
def test_the_number_is_the_one_that_is_shown(
    code: str, stored: str, text: str, value: str, kept: str | None, mark: str
) -> None:
    shown = number_format(code).show(Decimal(stored))
    assert (shown.text, str(shown.value), shown.mark) == (text, value, mark)
    assert shown.stored == (None if kept is None else Decimal(kept))
    assert shown.percent is ("%" in code)


NUMBERS = st.one_of(st.integers(-(10**16), 10**16), st.decimals(-(10**9), 10**9, places=3), st.floats(-1e12, 1e12))
DIGITS_ONLY = [
    "General",
    "0",
    "#,##0",
    "0.0",
    "0.00",
    "#,##0.00",
    "0%",
    "0.0%",
    "0.0##",
    "00000",
    "#,##0;-#,##0",
    "0;-0;0;@",
]


@given(st.sampled_from(DIGITS_ONLY), NUMBERS)
def test_the_text_and_the_value_are_one_number(code: str, number: float | Decimal) -> None:
    """However a number is shown: who reads the text reads the value, and it is what is stored, rounded."""
    kept = exact(float(number))
    shown = number_format(code).show(kept)
    assert shown.value is not None
    read = written(shown.text.lstrip("-0") if code == "00000" and kept else shown.text)
    if read is not None and (value := read.read(",")) is not None:
        assert abs(value.value) == abs(shown.value)
    decimals = max(0, -int(shown.value.as_tuple().exponent))
    stored = shown.value if shown.stored is None else shown.stored
    assert abs(stored - shown.value) <= Decimal(1).scaleb(-decimals) / 2 or code == "General"
    assert stored == kept * (100 if "%" in code else 1)


@given(st.sampled_from(DIGITS_ONLY), NUMBERS)
def test_the_shorter_way_gives_the_same(code: str, number: float | Decimal) -> None:
    shape, as_float = number_format(code), float(number)
    assert shape.show_float(as_float) == shape.show(exact(as_float))


@pytest.mark.parametrize("number", [float("inf"), float("-inf"), float("nan")])
def test_what_is_no_number_has_no_value(number: float) -> None:
    assert number_format("General").show_float(number).value is None


@pytest.mark.parametrize(("code", "stored", "text"), NOTHING)
def test_a_format_may_show_a_sign_or_nothing(code: str, stored: str, text: str) -> None:
    shown = number_format(code).show(Decimal(stored))
    assert (shown.text, shown.value, shown.stored) == (text, None, Decimal(stored))


def test_thousands_that_a_format_hides_are_told() -> None:
    shown = number_format("#,##0,").show(Decimal(1234567))
    assert (shown.text, shown.value, shown.stored, shown.scale) == ("1.235", 1235, Decimal("1234.567"), 3)
    assert number_format("0,,").show(Decimal(2_000_000)).scale == 6


@pytest.mark.parametrize(
    ("moment", "code", "text"),
    [
        (date(2020, 5, 1), "mmm-yy", "mei-20"),
        (date(2020, 3, 1), "mmmm yyyy", "maart 2020"),
        (date(2020, 5, 31), "dd-mm-yyyy", "31-05-2020"),
        (date(2020, 5, 1), "d/m/yy", "1/5/20"),
        (date(2020, 5, 1), '"week van" d mmmm', "week van 1 mei"),
        (date(2020, 5, 1), "[$-413]dddd d mmmm", "vrijdag 1 mei"),
        (datetime(2020, 5, 1, 9, 5), "dd-mm-yyyy hh:mm", "01-05-2020 09:05"),
        (time(9, 5, 7), "h:mm:ss", "9:05:07"),
        (timedelta(hours=30), "[h]:mm", "1 day, 6:00:00"),
        (date(2020, 5, 1), ";;;", "2020-05-01"),
    ],
)
def test_a_date_is_as_its_format_shows_it(moment: date | time | timedelta, code: str, text: str) -> None:
    assert shown_date(moment, code) == text
