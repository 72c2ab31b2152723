"""A figure that another series gives with two digits the other way round is told; what only resembles it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.proof.checking.test_data import found, series


@pytest.mark.parametrize(
    ("title", "own", "period", "is_told"),
    [
        ("Vertrek volgens het jaarverslag", 15210, "2017", True),
        ("Vertrek volgens het jaarverslag", 51120, "2017", True),
        ("Vertrek volgens het jaarverslag", 15120, "2017", False),
        ("Vertrek volgens het jaarverslag", 15130, "2017", False),
        ("Vertrek volgens het jaarverslag", 15210, "2018", False),  # of another year
        ("Aankomst volgens het jaarverslag", 15210, "2017", False),  # of something else
    ],
)
def test_two_digits_the_other_way_round(title: str, own: int, period: str, is_told: bool, tmp_path: Path) -> None:
    one = series("a", f"    reeks: {{{period}: {own}}}").replace("titel: a", f"titel: {title}")
    other = series("b", "    reeks: {2017: 15120}").replace("titel: b", "titel: Vertrek via de dienst")
    codes = [each for each in found(tmp_path, {"2018": one, "2019": other}) if each.startswith("C310")]
    assert codes == (["C310 2018:10"] if is_told else [])


@pytest.mark.parametrize("value", [143, 1340])
def test_figures_of_few_digits_are_by_chance_so_near(value: int, tmp_path: Path) -> None:
    one = series("a", f"    totaal: {value}").replace("titel: a", "titel: Vertrek hier")
    swapped = {143: 134, 1340: 1430}[value]
    other = series("b", f"    totaal: {swapped}").replace("titel: b", "titel: Vertrek daar")
    assert [each for each in found(tmp_path, {"2019": f"{one}\n{other}"}) if "C310" in each] == []
