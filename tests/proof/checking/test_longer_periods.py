"""A part of a period is never more than the whole: found whatever the figures are, and said once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportage.diagnostics import Findings, SourceFile, Span
from rapportage.figures.measure_kinds import COUNT
from rapportage.figures.observation import Cell, DataSource, Observation, ObservationStatus
from rapportage.figures.parts import part_of
from rapportage.figures.period import TimePeriod
from rapportage.input.cube.cube import Cube, Key, Series
from rapportage.pipeline import check
from rapportage.proof.checking.figures.longer_periods import check_longer_periods
from tests.proof.checking.test_data import found, series

FILE = SourceFile("data/2020.yaml", "\n" * 99)
SOURCE = DataSource("bron", "Titel", "Uitgever", None, None)


def period(code: str) -> TimePeriod:
    found = TimePeriod.parse(code)
    assert found is not None
    return found


def cube_of(figures: dict[str, int], rounded: int = 1, category: str | None = None) -> Cube:
    """A flow with these figures, each rounded to `rounded`."""
    observations = {}
    for line, (code, value) in enumerate(figures.items(), start=1):
        shown, slack = Decimal(value // rounded * rounded), Decimal(rounded - 1)
        span = Span(FILE, line, 1, 1)
        cell = Cell("a", period(code), part_of("land", category), str(shown), SOURCE, "2020-12-31", span)
        observation = Observation(
            shown, shown, shown + slack, "personen", ObservationStatus.FINAL, "A", period(code), cell
        )
        key = Key("a", period(code), part_of("land", category))
        observations[key] = (observation,)
    span = Span(FILE, 1, 1, 1)
    edition = Series("a", "A", "personen", "stroom", COUNT, True, (SOURCE,), None, None, "2020-12-31", span)
    return Cube({"a": (edition,)}, observations, {})


def said(cube: Cube) -> list[tuple[str, int]]:
    """The codes, each with the line of the period of which it is said."""
    findings = Findings()
    check_longer_periods("a", ("a",), cube, findings)
    return [(finding.code, finding.span.line) for finding in findings if finding.span]


MONTHS = [f"2020-{month:02}" for month in range(1, 13)]
LONGER = [*(f"2020-Q{number}" for number in (1, 2, 3, 4)), "2020-H1", "2020-H2", "2020", "2020-01/2020-05"]


def whole_of(months: dict[str, int], code: str) -> int:
    return sum(value for month, value in months.items() if period(code).contains(period(month)))


COUNTS = st.lists(st.integers(0, 5000), min_size=12, max_size=12)
CHOSEN = st.sets(st.sampled_from([*MONTHS, *LONGER]))
ROUNDED = st.sampled_from([1, 5, 10, 100])


WITHIN = [(month, longer) for month in MONTHS for longer in LONGER if period(longer).contains(period(month))]


@settings(max_examples=150, deadline=None)
@given(COUNTS, CHOSEN, ROUNDED)
def test_of_figures_that_agree_nothing_is_said(counts: list[int], chosen: set[str], rounded: int) -> None:
    months = dict(zip(MONTHS, counts, strict=True))
    figures = {code: whole_of(months, code) for code in sorted(chosen)}
    assert said(cube_of(figures, rounded)) == []


@settings(max_examples=150, deadline=None)
@given(COUNTS, CHOSEN, ROUNDED, st.sampled_from(WITHIN))
def test_a_month_that_is_more_than_its_whole_is_always_found(
    counts: list[int], chosen: set[str], rounded: int, pair: tuple[str, str]
) -> None:
    month, longer = pair
    months = dict(zip(MONTHS, counts, strict=True))
    figures = {code: whole_of(months, code) for code in sorted(chosen | {longer})}
    figures[month] = figures[longer] + 2 * rounded
    codes = said(cube_of(figures, rounded))
    assert "C314" in [code for code, _ in codes]
    assert len(codes) == len(set(codes)), "of each longer period one thing is said"


@settings(max_examples=150, deadline=None)
@given(COUNTS, st.sets(st.sampled_from(MONTHS), min_size=2, max_size=11), ROUNDED)
def test_months_that_are_together_more_are_found(counts: list[int], chosen: set[str], rounded: int) -> None:
    """Also where not every month is known, and each by itself is not too large."""
    figures = {code: counts[MONTHS.index(code)] for code in sorted(chosen)}
    lows = sum(value // rounded * rounded for value in figures.values())
    whole = max(figures.values())
    is_more = lows > whole // rounded * rounded + rounded - 1
    assert said(cube_of({**figures, "2020": whole}, rounded)) == ([("C314", len(chosen) + 1)] if is_more else [])


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"2020-05": 90, "2020-H1": 80, "2020": 200}, [("C314", 2)]),  # once, of the shortest that is too small
        ({"2020-05": 300, "2020-H1": 80, "2020": 200}, [("C314", 2)]),  # and not of the year as well
        ({"2020-H1": 90, "2020": 80}, [("C314", 2)]),
        ({"2020-01/2020-05": 90, "2020-H1": 80}, [("C314", 2)]),
        ({"2020-Q1": 50, "2020-04": 20, "2020-05": 20, "2020-06": 20, "2020-H1": 100}, [("C314", 5)]),
        ({"2020-W02": 50, "2020-01": 40}, [("C314", 2)]),
        ({"2020-W05": 50, "2020-01": 40}, []),  # that week ends in February
        ({"2020-H1": 60, "2020-H2": 60, "2020": 100}, [("C302", 3)]),
        ({"2020-H1": 60, "2020-Q2": 50, "2020-Q1": 10}, []),
    ],
)
def test_of_each_longer_period_one_thing_is_said(figures: dict[str, int], expected: list[tuple[str, int]]) -> None:
    assert said(cube_of(figures)) == expected
    assert said(cube_of(figures, category="Syrië")) == expected


def test_both_places_are_in_the_message() -> None:
    findings = Findings()
    check_longer_periods("a", ("a",), cube_of({"2020-05": 90, "2020-H1": 80}), findings)
    (finding,) = findings
    assert "90 (data/2020.yaml:1)" in finding.message
    assert "80 (data/2020.yaml:2)" in finding.message
    assert finding.message.startswith("A, mei 2020 is 90")


def test_a_stock_and_what_is_provisional_are_left_alone(tmp_path: Path) -> None:
    year = {"2020": series("a", "    totaal: 80")}
    assert found(tmp_path, {"2020-05": series("a", "    totaal: 90"), **year}) == ["C314 2020:10"]
    for more in ("    soort: stand", "    status: voorlopig"):
        figures = series("a", "    totaal: 90", more)
        files = {"2020-05": figures, "2020": series("a", "    totaal: 80", more.replace("voorlopig", "definitief"))}
        path = tmp_path / more.strip().split(" ")[1]
        path.mkdir()
        assert [each for each in found_apart(path, files) if "C314" in each or "C302" in each] == []


def test_a_percentage_of_a_month_may_be_more_than_that_of_its_year(tmp_path: Path) -> None:
    month, year = (series("a", f"    totaal: {value}").replace("aanvragen", "'%'") for value in (90, 80))
    assert found(tmp_path, {"2020-05": month, "2020": year}) == []


def found_apart(folder: Path, files: dict[str, str]) -> list[str]:
    """With the month published half a year before the year."""
    found(folder, {"2020-05": files["2020-05"]}, date=date(2020, 6, 30).isoformat())
    return found(folder, {"2020": files["2020"]})


def test_two_provisional_figures_of_one_day_are_held_against_each_other(tmp_path: Path) -> None:
    figures = series("a", "    totaal: 80\n    reeks: {2020-05: 90}", "    status: voorlopig")
    assert [each[:4] for each in found(tmp_path, {"2020": figures})] == ["C314"]


BALANCE = "    eenheid: mln euro\n    maat: saldo\n    bron: ind\n"
QUARTERS = "    reeks: {2020-Q1: 2793, 2020-Q2: -52, 2020-Q3: -5797, 2020-Q4: -764}\n"


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (f"    totaal: -3820\n{QUARTERS}", []),
        (f"    totaal: -3830\n{QUARTERS}", ["C302 2020:11"]),
        ("    totaal: -3820\n    reeks: {2020-Q1: 2793, 2020-Q3: -5797}\n", []),  # one quarter is more than its year
        ("    totaal: -5\n    naar: {sector: {rijk: -2, fondsen: 7}}\n", []),  # what is not given may undo it
        ("    totaal: -5\n    naar: {sector: {rijk: -12, fondsen: 7, overige: 9}}\n", ["C301 2020:12"]),
    ],
)
def test_a_balance_may_be_less_than_a_part_of_it(figures: str, expected: list[str], tmp_path: Path) -> None:
    assert found(tmp_path, {"2020": f"  a:\n    titel: Saldo\n{BALANCE}{figures}"}) == expected


def test_a_balance_in_percent_of_something_does_not_add_up_over_quarters(tmp_path: Path) -> None:
    of_quarters = "    totaal: -0.4\n    reeks: {2020-Q1: 2.7, 2020-Q2: -0.1, 2020-Q3: -5.6, 2020-Q4: -0.7}\n"
    head = "  a:\n    titel: Saldo\n    eenheid: '% van het bbp'\n    maat: saldo\n    bron: ind\n"
    assert found(tmp_path, {"2020": head + of_quarters}) == []


HALF = "    totaal: {}  # erkend C302: zij tellen anders"
"""What one publisher says of half a year; others say it of its quarters and months, and count a little otherwise."""


@pytest.mark.parametrize(
    ("half", "others", "expected"),
    [
        (10590, ["2020-Q1: 5380", "2020-Q2: 5190"], []),
        (5190, ["2020-Q1: 5380", "2020-Q2: 5190"], ["C322"]),
        (105900, ["2020-Q1: 5380", "2020-Q2: 5190"], ["C322"]),
        (5190, ["2020-01: 1800", "2020-02: 1790", "2020-03: 1790", "2020-Q2: 5190"], ["C322"]),  # not all months
        (5190, ["2020-01: 1800", "2020-Q2: 3500"], []),
    ],
)
def test_who_counts_a_little_otherwise_is_not_far_apart(
    half: int, others: list[str], expected: list[str], tmp_path: Path
) -> None:
    """An acknowledgement of the little is no reason for a lot."""
    one = series("a", HALF.format(half)).replace("titel: a", "titel: Aanvragen")
    other = series("b", f"    reeks: {{{', '.join(others)}}}").replace("titel: b", "titel: Aanvragen")
    codes = [each[:4] for each in found(tmp_path, {"2020-H1": f"{one}\n{other}"})]
    assert [each for each in codes if each not in ("C401", "C312", "C305")] == expected


@pytest.mark.parametrize(("value", "code"), [(1050, "C310"), (1500, "C322")])
def test_one_fact_of_two_sources_far_apart_has_a_code_of_its_own(value: int, code: str, tmp_path: Path) -> None:
    one, other = (series(name, f"    totaal: {total}") for name, total in (("a", 1000), ("b", value)))
    both = f"{one}\n{other.replace('bron: ind', 'bron: cbs')}".replace("titel: a", "titel: X").replace(
        "titel: b", "titel: X"
    )
    found(tmp_path, {"2020-H1": both})
    path = tmp_path / "data" / "2020-H1.yaml"
    sources = "bronnen:\n  cbs: {titel: T, uitgever: CBS, datum: 2021-12-31}"
    path.write_text(path.read_text("utf-8").replace("bronnen:", sources), "utf-8")
    findings = Findings()
    check([], tmp_path, findings)
    assert [each.code for each in findings if each.code in ("C310", "C322")] == [code]
