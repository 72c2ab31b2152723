"""Running totals run on: nothing is said where they do, and a window that can't be is told at its place."""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.diagnostics import Findings, SourceFile, Span
from rapportage.figures.measure_kinds import COUNT
from rapportage.figures.observation import Cell, DataSource, Observation, ObservationStatus
from rapportage.figures.parts import WHOLE
from rapportage.figures.period import TimePeriod
from rapportage.input.cube.cube import Cube, Key, Series
from rapportage.proof.checking.figures.running import check_running_totals

SOURCE = DataSource("bron", "Titel", "Uitgever", None, None)
FILE = SourceFile("data/2024.yaml", "\n" * 199)
WEEKS = (900, 1100, 1000, 950, 1050, 980, 1020, 990, 1010, 1000)


def cube_of(weeks: dict[str, int], windows: dict[str, int], rounded: int = 1, title: str = "Instroom") -> Cube:
    """A series of weeks, and one of windows whose figures are rounded down to `rounded`."""
    observations: dict[Key, tuple[Observation, ...]] = {}
    for id, figures, base in (("week", weeks, 1), ("tot_nu", windows, rounded)):
        for line, (code, value) in enumerate(figures.items(), start=len(observations) + 1):
            period = TimePeriod.parse(code)
            assert period is not None
            shown = Decimal(value // base * base)
            cell = Cell(id, period, WHOLE, str(shown), SOURCE, "2024-12-31", Span(FILE, line, 1, 1))
            observations[Key(id, period, WHOLE)] = (
                Observation(shown, shown, shown + base - 1, "personen", ObservationStatus.FINAL, id, period, cell),
            )
    span = Span(FILE, 1, 1, 1)
    titles = {"week": title, "tot_nu": "Instroom in het jaar tot nu"}
    editions = {
        id: (Series(id, title, "personen", "stroom", COUNT, True, (SOURCE,), None, None, "2024-12-31", span),)
        for id, title in titles.items()
    }
    return Cube(editions, observations, {})


def said(cube: Cube) -> list[tuple[str, str]]:
    findings = Findings()
    check_running_totals(cube, findings)
    return [(finding.code, finding.message) for finding in findings]


def weeks_of(figures: tuple[int, ...]) -> dict[str, int]:
    return {f"2024-W{number:02}": value for number, value in enumerate(figures, 1)}


def windows_of(figures: tuple[int, ...]) -> dict[str, int]:
    return {f"2024-W01/2024-W{number:02}": value for number, value in enumerate(accumulate(figures), 1) if number > 1}


@given(st.lists(st.integers(0, 3000), min_size=2, max_size=20), st.sampled_from([1, 10, 100, 1000]))
def test_nothing_is_said_of_what_adds_up(figures: list[int], rounded: int) -> None:
    assert not said(cube_of(weeks_of(tuple(figures)), windows_of(tuple(figures)), rounded))


@pytest.mark.parametrize("rounded", [1, 100, 1000])
def test_a_window_left_from_last_week_is_told(rounded: int) -> None:
    figures = (5000, 5000, 5000, 5000)
    windows = windows_of(figures) | {"2024-W01/2024-W04": 15000}
    ((code, message),) = said(cube_of(weeks_of(figures), windows, rounded))
    assert code == "C302"
    assert "15000 (data/2024.yaml:7)" in message
    assert "week 4 van 2024 is 5000 (data/2024.yaml:4)" in message


@pytest.mark.parametrize("wrong", [10100, 13000])
def test_digits_that_were_swapped_are_told_by_what_is_usual(wrong: int) -> None:
    """Week 10 itself is not given: 9.000 until week 9, and then far more than any week around it."""
    weeks = {code: value for code, value in weeks_of(WEEKS).items() if code != "2024-W10"}
    windows = windows_of(WEEKS) | {"2024-W01/2024-W10": wrong}
    found = said(cube_of(weeks, windows))
    assert [code for code, _ in found] == (["C305"] if wrong > 11000 else [])


@pytest.mark.parametrize(("wrong", "expected"), [(10_000, []), (20_000, ["C305"]), (4_700, ["C305"])])
def test_a_window_of_weeks_later_is_told_by_what_is_usual(wrong: int, expected: list[str]) -> None:
    """Of the weeks between nothing is given, as of a window that was typed at another year."""
    weeks = {code.replace("2024", "2023"): value for code, value in weeks_of(WEEKS).items()}
    windows = {"2024-W01/2024-W04": 4_000, "2024-W01/2024-W10": wrong}
    assert [code for code, _ in said(cube_of(weeks, windows))] == expected


@pytest.mark.parametrize(("wrong", "expected"), [(9_999, ["C302"]), (10_000, []), (10_001, ["C302"])])
def test_a_window_of_weeks_later_is_what_was_counted_in_those(wrong: int, expected: list[str]) -> None:
    windows = {"2024-W01/2024-W04": 3_950, "2024-W01/2024-W10": wrong}
    assert [code for code, _ in said(cube_of(weeks_of(WEEKS), windows))] == expected


def test_some_of_the_weeks_are_never_more_than_what_all_are() -> None:
    weeks = {code: value for code, value in weeks_of(WEEKS).items() if code != "2024-W09"}
    windows = {"2024-W01/2024-W04": 3_950, "2024-W01/2024-W10": 8_900}
    ((code, message),) = said(cube_of(weeks, windows))
    assert code == "C302"
    assert "de 5 perioden in die tijd, vanaf week, week 5 van 2024 is 1050" in message


def test_only_a_series_of_the_same_name_says_what_was_counted_between() -> None:
    windows = windows_of(WEEKS) | {"2024-W01/2024-W10": 9999}
    assert said(cube_of(weeks_of(WEEKS), windows))
    assert not said(cube_of(weeks_of(WEEKS), windows, title="Uitstroom"))
    assert not said(cube_of(weeks_of(WEEKS), windows, title="Instr"))
