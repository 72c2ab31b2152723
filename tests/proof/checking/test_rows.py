"""Figures at the name of another, left from last time, or with a zero too many: held against those beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.proof.checking.test_data import found, series

Months = dict[str, dict[str, str]]
JOBS = {"zorg": "410", "bouw": "97", "handel": "233", "horeca": "58"}


def codes(folder: Path, files: dict[str, str], *wanted: str) -> list[str]:
    return [each for each in found(folder, files) if each[:4] in wanted]


def rows(*months: dict[str, str], total: int | None = None) -> dict[str, str]:
    """The files of months, each with a breakdown."""
    return {
        f"2020-{number:02}": series(
            "a",
            (f"    totaal: {total}\n" if total else "")
            + "    naar:\n      tak:\n"
            + "\n".join(f"        {name}: {figure}" for name, figure in month.items()),
        )
        for number, month in enumerate(months, 1)
    }


def grown(row: dict[str, str], times: float) -> dict[str, str]:
    return {name: str(round(int(figure) * times) + place) for place, (name, figure) in enumerate(row.items())}


def test_a_row_that_was_shifted_by_one(tmp_path: Path) -> None:
    again = grown(JOBS, 1.1)
    figures = list(again.values())
    for step in (1, -1):
        shifted = dict(zip(again, figures[step:] + figures[:step], strict=True))
        for months in ((JOBS, shifted), (JOBS, shifted, grown(JOBS, 1.2)), (grown(JOBS, 0.9), JOBS, shifted)):
            folder = tmp_path / f"{step} {len(months)} {months.index(shifted)}"
            folder.mkdir()
            place = f"C316 2020-{months.index(shifted) + 1:02}:12"
            assert codes(folder, rows(*months), "C316") == [place]
        folder = tmp_path / f"{step} first"
        folder.mkdir()
        assert codes(folder, rows(shifted, JOBS, grown(JOBS, 1.2)), "C316") == ["C316 2020-01:12"]


@pytest.mark.parametrize("times", [0.4, 0.9, 1.0, 1.3, 3.0])
def test_a_row_that_grew_or_shrank_is_left_alone(times: float, tmp_path: Path) -> None:
    assert codes(tmp_path, rows(JOBS, grown(JOBS, times), grown(JOBS, times**2)), "C316") == []


def test_two_parts_that_were_swapped(tmp_path: Path) -> None:
    again = grown(JOBS, 1.1)
    swapped = {**again, "zorg": again["bouw"], "bouw": again["zorg"]}
    assert codes(tmp_path, rows(JOBS, swapped, grown(JOBS, 1.2)), "C316") == ["C316 2020-02:12"]


def test_rows_from_large_to_small(tmp_path: Path) -> None:
    lists = [
        {"Syrië": "90", "Irak": "50", "Iran": "20"},
        {"Irak": "70", "Syrië": "60", "Iran": "30"},
        {"Syrië": "80", "Iran": "40", "Irak": "35"},
        {"Syrië": "61", "Irak": "42", "Iran": "21"},
        {"Irak": "75", "Syrië": "62", "Iran": "28"},
        {"Syrië": "91", "Irak": "53", "Iran": "22"},
        {"Irak": "77", "Syrië": "64", "Iran": "31"},
        {"Syrië": "86", "Iran": "47", "Irak": "37"},
        {"Syrië": "68", "Irak": "43", "Iran": "23"},
    ]
    wrong = {"Syrië": "52", "Irak": "66", "Iran": "24"}
    from_small = dict(sorted(wrong.items(), key=lambda each: int(each[1])))
    assert codes(tmp_path, rows(*lists, from_small), "C316") == []
    assert codes(tmp_path, rows(*lists, wrong), "C316") == ["C316 2020-10:13"]
    by_name = [dict(sorted(each.items())) for each in lists]
    assert codes(tmp_path, rows(*by_name, wrong), "C316") == []


# --- Left from last time --------------------------------------------------------------------------


def test_one_part_of_many_is_the_same_by_chance_and_a_whole_row_is_not(tmp_path: Path) -> None:
    towns = {f"Stad {number}": str(40 + 7 * number) for number in range(40)}
    moved = {name: str(int(figure) + 3) for name, figure in towns.items()}
    assert codes(tmp_path, rows(towns, {**moved, "Stad 7": towns["Stad 7"], "Stad 30": towns["Stad 30"]}), "C306") == []
    assert codes(tmp_path, rows(towns, towns), "C306") == ["C306 2020-02:12"]


def test_a_small_row_that_was_left(tmp_path: Path) -> None:
    assert codes(tmp_path, rows(JOBS, JOBS), "C306") == ["C306 2020-02:12"]
    few = {"zorg": "3", "bouw": "2"}
    assert codes(tmp_path, rows(few, few), "C306") == []


def test_a_window_that_was_left(tmp_path: Path) -> None:
    def month(last: str, figure: int, total: int) -> str:
        return series("a", f"    totaal: {total}\n    vensters:\n      tot en met {last}: {{totaal: {figure}}}")

    april = month("april", 5213, 910)
    assert codes(tmp_path, {"2020-04": april, "2020-05": month("mei", 6230, 1020)}, "C306") == []
    assert codes(tmp_path, {"2020-04": april, "2020-05": month("mei", 5213, 1020)}, "C306") == ["C306 2020-05:12"]


def test_a_total_that_its_parts_make_anew_was_not_left(tmp_path: Path) -> None:
    moved = {"zorg": "420", "bouw": "91", "handel": "227", "horeca": "60"}
    assert codes(tmp_path, rows(JOBS, moved, total=798), "C306") == []
    less = {**moved, "zorg": "390", "handel": "213"}
    assert codes(tmp_path, rows(JOBS, less, total=798), "C306") == ["C306 2020-02:10"]


def test_what_is_rounded_is_the_same_sooner(tmp_path: Path) -> None:
    exact = {f"2020-0{month}": series("a", "    totaal: 3400") for month in (1, 2)}
    rounded = {f"2020-0{month}": series("a", "    totaal: 3400", "    afgerond_op: 100") for month in (1, 2)}
    assert codes(tmp_path, rounded, "C306") == []
    odd = {name: text.replace("3400", "3417") for name, text in exact.items()}
    assert codes(tmp_path, odd, "C306") == ["C306 2020-02:10"]


# --- A zero too many or too few -------------------------------------------------------------------


@pytest.mark.parametrize(("figure", "expected"), [("9100", True), ("91", True), ("1500", False), ("450", False)])
@pytest.mark.parametrize("past", ["{2018: 860}", "{2017: 1010, 2018: 860}"])
def test_a_zero_where_few_earlier_figures_are_known(figure: str, expected: bool, past: str, tmp_path: Path) -> None:
    files = {"2019": series("a", f"    totaal: {figure}\n    reeks: {past}")}
    assert codes(tmp_path, files, "C305") == (["C305 2019:10"] if expected else [])


def test_a_part_that_grows_as_its_whole_is_left_alone(tmp_path: Path) -> None:
    both = {name: str(int(figure) * 10) for name, figure in JOBS.items()}
    files = {**rows(JOBS, total=798), "2020-02": rows(JOBS, both, total=7980)["2020-02"]}
    assert codes(tmp_path, files, "C305") == ["C305 2020-02:10"]
    one = {**JOBS, "bouw": "970"}
    files = {**rows(JOBS, total=1800), "2020-02": rows(JOBS, one, total=1800)["2020-02"]}
    assert codes(tmp_path, files, "C305") == ["C305 2020-02:14"]


def test_a_series_that_jumps_by_itself_is_left_alone(tmp_path: Path) -> None:
    jumping = [
        {
            name: str(int(figure) * (9 if (place + month) % 3 == 0 else 1))
            for place, (name, figure) in enumerate(JOBS.items())
        }
        for month in range(6)
    ]
    assert codes(tmp_path, rows(*jumping), "C305") == []
    calm = [grown(JOBS, 1 + month / 20) for month in range(6)]
    calm[2]["bouw"] = "1070"
    assert codes(tmp_path, rows(*calm), "C305") == ["C305 2020-03:13"]


def test_a_month_is_not_held_against_its_year(tmp_path: Path) -> None:
    year = {"2019": series("a", "    totaal: 300")}
    assert codes(tmp_path, {"2020-05": series("a", "    totaal: 290"), **year}, "C305") == []
    assert codes(tmp_path, {"2020-05": series("a", "    totaal: 290"), "2020": year["2019"]}, "C305") == []
    assert codes(tmp_path, {"2020-H1": series("a", "    totaal: 1500"), **year}, "C305") == ["C305 2020-H1:10"]


@pytest.mark.parametrize("length", [6, 14])
@pytest.mark.parametrize("place", [1, 3])
def test_two_digits_the_wrong_way_round_are_told_once(length: int, place: int, tmp_path: Path) -> None:
    calm = [1830 + 11 * month for month in range(length)]
    right = ", ".join(f"{2000 + month}: {figure}" for month, figure in enumerate(calm))
    wrong = right.replace(f"{2000 + place}: 18", f"{2000 + place}: 81")
    for text, expected in ((right, []), (wrong, ["C305 2020:10"])):
        assert codes(tmp_path, {"2020": series("a", f"    reeks: {{{text}}}")}, "C305") == expected


def test_a_peak_that_no_two_digits_explain_or_a_series_that_jumps_is_left_alone(tmp_path: Path) -> None:
    for figures in ((1830, 1841, 2952, 1863, 1874, 1885), (1830, 3300, 1840, 8100, 2500, 5100)):
        text = ", ".join(f"{2000 + month}: {figure}" for month, figure in enumerate(figures))
        assert codes(tmp_path, {"2020": series("a", f"    reeks: {{{text}}}")}, "C305") == []


# --- Percentages ----------------------------------------------------------------------------------


def shares(row: str, total: str = "", period: str = "2020-01") -> dict[str, str]:
    text = series("a", f"{total}    naar:\n      soort: {{{row}}}").replace("aanvragen", "'%'")
    return {period: text}


def test_shares_of_one_whole_and_percentages_by_group(tmp_path: Path) -> None:
    assert codes(tmp_path, shares("x: 55, y: 55"), "C304") == ["C304 2020-01:11"]
    assert codes(tmp_path, shares("x: 55, y: 45"), "C304") == []
    assert codes(tmp_path, shares("vrouwen: 55, mannen: 61", "    totaal: 58\n"), "C304") == []
    several = {f"2020-{number:02}": shares(f"vrouwen: {60 + number}, mannen: 71")["2020-01"] for number in range(1, 6)}
    assert codes(tmp_path, several, "C304") == []


def test_shares_that_are_all_of_a_whole_elsewhere(tmp_path: Path) -> None:
    right = shares("koop: 62, huur: 38")
    assert codes(tmp_path, {**right, **shares("koop: 26, huur: 38", period="2020-02")}, "C304") == ["C304 2020-02:11"]
    assert codes(tmp_path, {**right, **shares("koop: 63, sociaal: 30", period="2020-02")}, "C304") == []
