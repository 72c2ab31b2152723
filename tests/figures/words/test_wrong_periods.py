"""What is said of a code that looks like a period and is none."""

from __future__ import annotations

import pytest

from rapportage.figures.period import TimePeriod
from rapportage.figures.words.wrong_periods import perhaps_a_school_year, why_no_period

SCHOOL = "schrijf SJ2024-25 voor het schooljaar 2024/2025"
FISCAL = "; een boekjaar dat in juli begint is BJ2024-07"


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("2026-Q9", "kwartaal 9 bestaat niet: schrijf 2026-Q1 tot en met 2026-Q4"),
        ("2026-K1", "schrijf 2026-Q1"),
        ("2026-KW1", "schrijf 2026-Q1"),
        ("2026Q1", "schrijf 2026-Q1"),
        ("2026-q1", "schrijf 2026-Q1"),
        ("2026-5", "schrijf 2026-05"),
        ("2026-W5", "schrijf 2026-W05"),
        ("2026-H3", "halfjaar 3 bestaat niet: schrijf 2026-H1 tot en met 2026-H2"),
        ("2026-02-30", "die dag bestaat niet: 2026-02 heeft 28 dagen"),
        ("2024-02-30", "die dag bestaat niet: 2024-02 heeft 29 dagen"),
        ("2026-3-1", "schrijf 2026-03-01"),
        ("1799", "een periode ligt in 1800 tot en met 2099"),
        ("2024-2025", SCHOOL + FISCAL),
        ("2024/25", SCHOOL + FISCAL),
        ("2024-25", SCHOOL + FISCAL),
        ("schooljaar 2024/2025", SCHOOL + FISCAL),
        ("SJ2024", SCHOOL),
        ("SJ2024-2025", SCHOOL),
        ("BJ2024", "schrijf de maand waarin het boekjaar begint: BJ2024-07 begint in juli 2024"),
        ("mei", None),
        ("2026-X1", None),
    ],
)
def test_why_it_is_none(code: str, hint: str | None) -> None:
    assert TimePeriod.parse(code) is None
    assert why_no_period(code) == hint


@pytest.mark.parametrize(("code", "is_told"), [("2024/2025", True), ("2024", False), ("2023/2025", False)])
def test_two_years_may_be_meant_as_a_school_year(code: str, *, is_told: bool) -> None:
    period = TimePeriod.parse(code)
    assert period is not None
    assert (perhaps_a_school_year(period) is not None) is is_told
