"""A balance that is elsewhere the difference of two series has to be that, whichever of the three was mistyped."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.proof.checking.test_data import found, series

IN = {2017: 79000, 2018: 74000, 2019: 98000, 2020: 81000}
OUT = {2017: 45500, 2018: 44000, 2019: 56000, 2020: 49000}
BALANCE = {year: IN[year] - OUT[year] for year in IN}


def said(folder: Path, *figures: dict[int, int]) -> list[str]:
    more = ("", "", "    maat: saldo")
    texts = []
    for name, known, lines in zip("abc", figures, more, strict=True):
        reeks = ", ".join(f"{year}: {value}" for year, value in known.items())
        texts.append(series(name, f"    reeks: {{{reeks}}}", lines).replace(f"titel: {name}", f"titel: Reeks {name}"))
    return [each for each in found(folder, {"2020": "\n".join(texts)}) if each.startswith("C303")]


def test_nothing_is_said_where_all_are_differences(tmp_path: Path) -> None:
    assert said(tmp_path, IN, OUT, BALANCE) == []


@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_of_the_three_that_was_mistyped(place: int, tmp_path: Path) -> None:
    figures = [IN, OUT, BALANCE]
    figures[place] = figures[place] | {2018: figures[place][2018] + 900}
    assert said(tmp_path, *figures) == ["C303 2020:21"]


def test_a_balance_of_the_wrong_sign(tmp_path: Path) -> None:
    assert said(tmp_path, IN, OUT, BALANCE | {2018: -30000}) == ["C303 2020:21"]


def test_what_is_as_often_not_the_difference_is_not_it(tmp_path: Path) -> None:
    assert said(tmp_path, IN, OUT, BALANCE | {2018: 30900, 2019: 40100}) == []
    assert said(tmp_path, IN, {year: OUT[year] for year in (2017, 2018)}, BALANCE | {2018: 30900}) == []
