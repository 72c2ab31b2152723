"""Periods: reading, naming, neighbours and windows."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.figures.period import FIRST_YEAR, LAST_YEAR, YEAR, BeforeTheCalendar, TimePeriod


def period(code: str) -> TimePeriod:
    parsed = TimePeriod.parse(code)
    assert parsed is not None, code
    return parsed


CODES = ["2020-05", "2020-W23", "2020-Q2", "2020-H1", "2020", "2019-06/2020-05", "2020-W01/2020-W53", "2018/2020",
         "1899", "1829-11", "1895-Q4", "1800-W01", "1899/2020", "2020-02-29", "2020-02-29/2021-03-01", "SJ2024-25",
         "SJ1999-00", "SJ2020-21/SJ2024-25", "BJ2024-07", "BJ2020-04/BJ2024-04"]  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_a_period_is_written_as_it_was_read(code: str) -> None:
    assert period(code).code == code


@pytest.mark.parametrize(
    "code",
    ["", "2020-5", "2020-13", "2020-00", "2020-Q5", "2020-H3", "2019-W53", "2020-W00", "1799", "2100", "20201",
     "mei 2020", "٢٠٢٠", "2020-05/2019-06", "2019-Q1/2020-05", "2019/2020/2021", "2020-05/", "/", "2020-05\n",
     "2020-02-30", "2019-02-29", "2020-05-00", "2020-5-1", "SJ2024", "SJ2024-26", "SJ2024/2025", "SJ2024-2025",
     "BJ2024", "BJ2024-25", "BJ2024-01", "BJ2024-13", "SJ2024-25/BJ2025-08", "BJ2024-07/BJ2025-08", "2024/25"],
)  # fmt: skip
def test_anything_else_is_no_period(code: str) -> None:
    assert TimePeriod.parse(code) is None


@pytest.mark.parametrize(
    ("code", "kind", "start", "end"),
    [
        ("2020-02", "maand", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-W01", "week", date(2019, 12, 30), date(2020, 1, 5)),
        ("2020-W53", "week", date(2020, 12, 28), date(2021, 1, 3)),
        ("2020-Q3", "kwartaal", date(2020, 7, 1), date(2020, 9, 30)),
        ("2020-H2", "halfjaar", date(2020, 7, 1), date(2020, 12, 31)),
        ("2020", "jaar", date(2020, 1, 1), date(2020, 12, 31)),
        ("2019-06/2020-05", "venster", date(2019, 6, 1), date(2020, 5, 31)),
    ],
)
def test_a_period_covers_its_days(code: str, kind: str, start: date, end: date) -> None:
    assert (period(code).kind, period(code).start, period(code).end) == (kind, start, end)


@pytest.mark.parametrize(
    ("code", "previous", "year_before"),
    [
        ("2020-01", "2019-12", "2019-01"),
        ("2020-W01", "2019-W52", "2019-W01"),
        ("2020-Q1", "2019-Q4", "2019-Q1"),
        ("2020-H1", "2019-H2", "2019-H1"),
        ("2020", "2019", "2019"),
        ("2019-06/2020-05", "2018-06/2019-05", "2018-06/2019-05"),
        ("2020-01/2020-05", "2019-08/2019-12", "2019-01/2019-05"),
    ],
)
def test_neighbours(code: str, previous: str, year_before: str) -> None:
    assert period(code).previous().code == previous
    assert period(code).year_before() == period(year_before)


def test_week_53_has_no_year_before() -> None:
    assert period("2020-W53").year_before() is None
    assert period("2020-W01/2020-W53").year_before() is None


def test_windows_of_a_period() -> None:
    assert period("2020-05").last_twelve_months() == period("2019-06/2020-05")
    assert period("2020-Q2").last_twelve_months() == period("2019-07/2020-06")
    assert period("2020-W23").last_twelve_months() is None
    assert period("2020-05").year_to_date().code == "2020-01/2020-05"
    assert period("2020-Q2").year_to_date().code == "2020-Q1/2020-Q2"
    assert period("2021-W02").year_to_date().code == "2021-W01/2021-W02"
    assert period("2020-01").year_to_date() == period("2020-01")


def test_parts_and_months() -> None:
    assert [month.code for month in period("2020-Q2").months()] == ["2020-04", "2020-05", "2020-06"]
    assert [part.code for part in period("2019-Q4/2020-Q1").parts()] == ["2019-Q4", "2020-Q1"]
    assert period("2020-W23").months() == ()


def test_contains() -> None:
    assert period("2020-H1").contains(period("2020-05"))
    assert period("2020-05").contains(period("2020-05"))
    assert not period("2020-05").contains(period("2020-W23"))


def test_joined() -> None:
    assert TimePeriod.joined(map(period, ("2020-05", "2020-04", "2020-06"))) == period("2020-Q2")
    assert TimePeriod.joined([period("2020-05")]) == period("2020-05")
    for apart in ((), ("2020-03", "2020-05"), ("2020-05", "2020-Q3"), ("2020-01/2020-05", "2020-05")):
        assert TimePeriod.joined(map(period, apart)) is None


def test_the_same_days_are_the_same_period() -> None:
    assert period("2020-01/2020-06") == period("2020-H1")
    assert {period("2020-H1"): "rapport"}[period("2020-01/2020-06")] == "rapport"


def test_order_is_by_start_then_end() -> None:
    codes = ["2020-02", "2020", "2019-12", "2020-01", "2020-Q1"]
    assert [item.code for item in sorted(map(period, codes))] == ["2019-12", "2020-01", "2020-Q1", "2020", "2020-02"]


@given(st.integers(1970, 2090), st.integers(1, 52))
def test_weeks_follow_each_other_without_a_gap(year: int, week: int) -> None:
    this = period(f"{year}-W{week:02}")
    assert (this.start - this.previous().end).days == 1
    assert this.start.weekday() == 0
    assert TimePeriod.parse(this.previous().code) == this.previous()


def test_the_first_and_the_last_year_are_those_of_the_pattern() -> None:
    years = [year for year in range(1000, 3000) if re.fullmatch(YEAR, str(year))]
    assert years == list(range(FIRST_YEAR, LAST_YEAR + 1))


@given(st.integers(FIRST_YEAR, LAST_YEAR), st.integers(1, 53), st.sampled_from(["W", "", "Q", "H"]))
def test_every_year_has_its_periods(year: int, part: int, kind: str) -> None:
    code = f"{year}-{kind}{part if kind in ('Q', 'H') else f'{part:02}'}"
    found = TimePeriod.parse(code)
    most = {"": 12, "Q": 4, "H": 2, "W": date(year, 12, 28).isocalendar().week}[kind]
    assert (found is not None) == (part <= most)
    if found is not None:
        assert found.code == code
        assert found.previous().through(found) is not None
        assert found.previous().end < found.start


def test_steps_back_end_where_the_calendar_begins() -> None:
    earliest = period("1800/2099")
    for _ in range(5):
        earliest = earliest.previous()
    assert earliest.start == date(300, 1, 1)
    with pytest.raises(BeforeTheCalendar):
        earliest.previous()
