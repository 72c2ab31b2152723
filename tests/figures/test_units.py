"""What holds for periods of every unit: reading and writing, neighbours, a year before, counting in another unit."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from rapportage.figures.period import TimePeriod
from rapportage.figures.units import MONTHS, SPLIT, Unit
from rapportage.figures.words.comparing import column_name
from rapportage.figures.words.periods import period_name, short_period_name

UNITS: tuple[Unit, ...] = get_args(Unit)
DAY = timedelta(days=1)
days = st.dates(date(1801, 1, 8), date(2098, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> TimePeriod:
    """One unit, or a window of up to forty, of any kind."""
    unit = draw(st.sampled_from(UNITS))
    begins = draw(st.integers(1, 11)) if unit == "boekjaar" else 7 if unit == "schooljaar" else 0
    first = TimePeriod.at(unit, draw(st.dates(date(1860, 1, 1), date(2050, 12, 31))), begins)
    last = first
    for _ in range(draw(st.integers(0, 40))):
        last = TimePeriod.at(unit, last.end + DAY, begins)
    found = first.through(last)
    assert found is not None
    return found


@given(periods())
def test_what_is_written_is_read_as_it_was(period: TimePeriod) -> None:
    read = TimePeriod.parse(period.code)
    assert read is not None
    assert (read, read.unit, read.first, read.last, read.begins) == (
        period, period.unit, period.first, period.last, period.begins,
    )  # fmt: skip


@given(periods())
def test_the_parts_of_a_period_are_its_days(period: TimePeriod) -> None:
    parts = period.parts()
    assert (parts[0].start, parts[-1].end) == (period.start, period.end)
    assert all(one.end + DAY == other.start for one, other in pairwise(parts))
    assert all(period.contains(part) and part.kind == period.unit for part in parts)
    assert TimePeriod.joined(reversed(parts)) == period


@given(periods())
def test_the_previous_ends_the_day_before_and_is_as_long(period: TimePeriod) -> None:
    before = period.previous()
    assert before.end + DAY == period.start
    assert before.length == period.length
    assert TimePeriod.parse(before.code) == before
    if period.kind != "venster":
        assert TimePeriod.at(period.unit, before.end + DAY, period.begins) == period


@given(periods())
def test_a_year_before_is_as_long_and_within_two_days_of_a_year(period: TimePeriod) -> None:
    before = period.year_before()
    event("a year before" if before else "none")
    if before is None:
        names = {(each.month, each.day) for each in (period.start, period.end)} if period.unit == "dag" else set()
        assert period.unit == "week" or (2, 29) in names
        return
    assert before.unit == period.unit
    assert 358 <= (period.start - before.start).days <= 371 if period.unit == "week" else True
    if period.unit != "week":
        assert 365 <= (period.start - before.start).days <= 366
        assert before.length == period.length or period.unit == "dag"


@given(periods(), st.sampled_from(UNITS))
def test_counted_in_another_unit_it_is_the_same_days(period: TimePeriod, unit: Unit) -> None:
    divided = period.divided(unit)
    if divided is None:
        assert unit != "dag"
    else:
        assert (divided, divided.unit) == (period, unit)


@given(periods())
def test_the_year_so_far_ends_with_the_period(period: TimePeriod) -> None:
    so_far = period.year_to_date()
    assert so_far.end == period.end
    assert so_far.unit == period.unit
    assert so_far.start <= period.parts()[-1].start


@given(periods())
def test_twelve_months_end_with_the_period(period: TimePeriod) -> None:
    year = period.last_twelve_months()
    event(period.unit)
    if period.unit == "week":
        assert year is None
        return
    assert year is not None
    assert year.end == period.end
    assert 365 <= (year.end - year.start).days + 1 <= 366
    assert year.start.day == (period.end + DAY).day or period.end.month == 2


@given(days)
def test_a_day_is_in_one_period_of_each_unit(day: date) -> None:
    event(f"in {len(UNITS)} units")
    for unit in UNITS:
        found = TimePeriod.at(unit, day, 3 if unit == "boekjaar" else 0)
        assert found.start <= day <= found.end
        assert found.until(found.end) == found
        assert found.until(found.start) == (found if unit == "dag" else None)


@given(periods())
def test_names_are_of_one_period(period: TimePeriod) -> None:
    """Another period of the same kind never has the same name."""
    other = period.previous()
    for name in (period_name, short_period_name, column_name):
        assert name(period) != name(other)


@pytest.mark.parametrize(
    ("code", "name", "short"),
    [
        ("2026-03-01", "1 maart 2026", "1 maart 2026"),
        ("2026-03-01/2026-03-07", "1 t/m 7 maart 2026", "1 mrt 2026–7 mrt 2026"),
        ("2026-02-27/2026-03-05", "27 februari t/m 5 maart 2026", "27 feb 2026–5 mrt 2026"),
        ("2025-12-31/2026-01-01", "31 december 2025 t/m 1 januari 2026", "31 dec 2025–1 jan 2026"),
        ("SJ2024-25", "schooljaar 2024/2025", "schooljaar 2024/2025"),
        ("SJ2020-21/SJ2024-25", "schooljaar 2020/2021 t/m schooljaar 2024/2025", None),
        ("BJ2024-07", "boekjaar 2024/2025", "boekjaar 2024/2025"),
    ],
)
def test_names(code: str, name: str, short: str | None) -> None:
    period = TimePeriod.parse(code)
    assert period is not None
    assert period_name(period).replace("\u00a0", " ") == name
    assert short is None or short_period_name(period).replace("\u00a0", " ") == short


@pytest.mark.parametrize(
    ("code", "previous", "year_before", "twelve_months"),
    [
        ("2024-02-29", "2024-02-28", None, "2023-03/2024-02"),
        ("2024-02-28", "2024-02-27", "2023-02-28", "2023-03-01/2024-02-28"),
        ("2026-03-15", "2026-03-14", "2025-03-15", "2025-03-16/2026-03-15"),
        ("2024-03-01/2024-03-31", "2024-02-01/2024-02-29", "2023-03-01/2023-03-31", "2023-04/2024-03"),
        ("2024-02-01/2024-02-29", "2024-01-01/2024-01-31", "2023-02-01/2023-02-28", "2023-03/2024-02"),
        ("SJ2024-25", "SJ2023-24", "SJ2023-24", "2024-08/2025-07"),
        ("BJ2024-07", "BJ2023-07", "BJ2023-07", "2024-07/2025-06"),
    ],
)
def test_days_and_split_years(code: str, previous: str, year_before: str | None, twelve_months: str) -> None:
    period = TimePeriod.parse(code)
    assert period is not None
    before, twelve = period.year_before(), period.last_twelve_months()
    assert (period.previous().code, before and before.code, twelve and twelve.code) == (
        previous, year_before, twelve_months,
    )  # fmt: skip


def test_a_split_year_is_the_window_of_its_months() -> None:
    assert TimePeriod.parse("SJ2024-25") == TimePeriod.parse("2024-08/2025-07")
    assert TimePeriod.parse("BJ2024-07") == TimePeriod.parse("2024-07/2025-06")
    assert TimePeriod.parse("2024/2025") == TimePeriod.parse("2024-01/2025-12")
    assert all(MONTHS[unit] == 12 for unit in SPLIT)
