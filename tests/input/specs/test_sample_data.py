"""The period files of this repository: readable without a fault, and what they say of April, May and the CBS series."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.figures.parts import part_of
from rapportage.figures.period import TimePeriod
from rapportage.figures.rounding import supported
from rapportage.input.cube.build import build_cube
from rapportage.input.cube.cube import Cube
from rapportage.input.specs.read import read_period_file
from tests.input.cube.figures import period
from tests.input.specs.nodes import node_of

DATA = Path(__file__).parents[3] / "data"


@pytest.fixture(scope="module")
def cube() -> Cube:
    findings = Findings()
    read = [read_period_file(node_of(path.read_text("utf-8"), path.name), findings) for path in DATA.glob("*.yaml")]
    files = [file for file in read if file and file.is_sound]
    cube = build_cube(files, findings)
    assert list(findings) == []
    assert {file.period.code for file in files} >= {"2020-03", "2020-04", "2020-05"}
    return cube


@pytest.mark.parametrize(
    ("series", "may", "april", "april_restated"),
    [
        ("instroom", 413, 445, 441),
        ("eerste_aanvragen", 341, 273, 270),
        ("herhaalde_aanvragen", 21, 23, 22),
        ("nareizigers", 51, 149, 149),
        ("amv", 24, 11, 11),
    ],
)
def test_totals_of_may_and_april(cube: Cube, series: str, may: int, april: int, april_restated: int) -> None:
    dates = [("2020-05", "2020-06-24"), ("2020-04", "2020-06-04"), ("2020-04", "2020-06-24")]
    found = [cube.observe(series, period(month), as_of=day) for month, day in dates]
    assert [item and item.value for item in found] == [may, april, april_restated]


@pytest.mark.parametrize("month", ["2020-03", "2020-04", "2020-05"])
def test_the_inflow_is_the_sum_of_its_three_parts(cube: Cube, month: str) -> None:
    parts = ["eerste_aanvragen", "herhaalde_aanvragen", "nareizigers"]
    total, *found = [cube.observe(series, period(month), as_of="2020-06-24") for series in ("instroom", *parts)]
    assert total is not None
    assert total.value == sum(part.value for part in found if part and part.value)


def test_what_is_known_of_2020_so_far_is_not_given_for_the_month(cube: Cube) -> None:
    so_far = cube.observe("vertrek", period("2020-01/2020-05"))
    assert so_far is not None
    assert (so_far.value, so_far.low, so_far.high) == (7350, 7345, 7355)
    assert cube.observe("vertrek", period("2020-05")) is None


def test_about_fifteen_percent_does_not_support_a_whole_percent(cube: Cube) -> None:
    about = cube.observe("aandeel_veilig_land", period("2020-05"))
    exactly = cube.observe("aandeel_eerste_aanvragen", period("2020-05"), part_of("nationaliteit", "Iran"))
    assert about is not None
    assert exactly is not None
    assert not supported(about, Decimal(1))
    assert supported(exactly, Decimal(1))


def test_the_monthly_series_is_whole_from_2018_on(cube: Cube) -> None:
    window = TimePeriod.parse("2018-01/2020-05")
    assert window is not None
    for spliced in (["eerste_aanvragen_cbs", "eerste_aanvragen"], ["nareizigers_cbs", "nareizigers"]):
        given = [[one for one in spliced if cube.observe(one, month, as_of="2020-06-24")] for month in window.months()]
        assert all(given)
        assert [names[0] for names in given] == [spliced[0]] * 27 + [spliced[1]] * 2
