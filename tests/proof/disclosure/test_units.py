"""What days, quarters and school years give away of one another."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.proof.disclosure.test_check import compose_report, series, text

WEEK = {f"m2020_05_{day:02}": series("aanvragen", 10 + day) for day in range(4, 11)}
SMALL = {**WEEK, "m2020_05_10": series("aanvragen", 3)}
DAYS = ", ".join(f"{{{{ aanvragen['2020-05-{day:02}'] }}}}" for day in range(4, 10))
QUARTERS = {f"m2019_Q{number}": series("aanvragen", 20 + number) for number in (1, 2, 3)}


@pytest.mark.parametrize(
    ("shown", "codes"),
    [
        (f"In de week {{{{ aanvragen['2020-W19'] }}}}, en per dag {DAYS}.", ["G101"]),
        (f"Per dag {DAYS}.", []),
        ("In de week {{ aanvragen['2020-W19'] }}.", []),
    ],
)
def test_a_day_from_its_week(tmp_path: Path, shown: str, codes: list[str]) -> None:
    files = {**SMALL, "m2020_W19": series("aanvragen", sum(range(14, 20)) + 3)}
    _, findings = compose_report(tmp_path, text(shown), period="2020-05-10", **files)
    assert [each.code for each in findings if each.code.startswith("G")] == codes


@pytest.mark.parametrize("year", ["{{ aanvragen['2019'] }}", "{{ aanvragen['2019-01/2019-12'] }}"])
def test_a_quarter_from_its_year(tmp_path: Path, year: str) -> None:
    files = {**QUARTERS, "m2019_Q4": series("aanvragen", 2), "m2019": series("aanvragen", 68)}
    quarters = ", ".join(f"{{{{ aanvragen['2019-Q{number}'] }}}}" for number in (1, 2, 3))
    _, findings = compose_report(tmp_path, text(f"Het jaar {year}: {quarters}."), period="2019", **files)
    assert [each.code for each in findings if each.code.startswith("G")] == ["G101"]


def test_a_month_from_its_school_year(tmp_path: Path) -> None:
    months = {f"m2019_{month:02}": series("aanvragen", 30) for month in range(8, 13)}
    months |= {f"m2020_{month:02}": series("aanvragen", 30) for month in range(1, 7)}
    files = {**months, "m2020_07": series("aanvragen", 4), "mSJ2019_20": series("aanvragen", 334)}
    shown = "Het schooljaar {{ aanvragen }}, waarvan {{ aanvragen['2019-08/2020-06'] }} voor de zomer."
    _, findings = compose_report(tmp_path, text(shown), period="SJ2019-20", **files)
    assert [each.code for each in findings if each.code.startswith("G")] == ["G101"]
