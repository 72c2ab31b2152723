"""Sums, shares and jumps are looked for where the measure has them: an average with parts is no sum."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.pipeline import check
from tests.proof.checking.test_data import found


def one(unit: str, figures: str, more: str = "") -> str:
    return f"  a:\n    titel: a\n    eenheid: {unit}\n    bron: ind\n    {figures}\n    {more}"


@pytest.mark.parametrize(
    ("unit", "codes"),
    [
        ("woningen", ["C206"]),
        ("euro", ["C206"]),
        ("mln euro", ["C206"]),
        ("hectare", ["C206"]),
        ("woningen\n    maat: saldo", ["C301"]),
        ("euro\n    maat: gemiddelde", []),
        ("dagen", []),
        ("per 1.000 inwoners", []),
        ("index (2020=100)", []),
        ("°C", []),
        ("'%'", ["C301"]),
        ("'%'\n    maat: verhouding", []),
        ("'%'\n    maat: verandering", []),
    ],
)
def test_parts_that_are_more_than_their_total(unit: str, codes: list[str], tmp_path: Path) -> None:
    text = one(unit, "totaal: 40", "naar: {soort: {koop: 38, huur: 42, overig: 15}}")
    assert [each[:4] for each in found(tmp_path, {"2020-01": text})] == codes


@pytest.mark.parametrize(("more", "codes"), [("", ["C304"]), ("maat: verhouding", []), ("maat: verandering", [])])
def test_shares_are_together_no_more_than_100(more: str, codes: list[str], tmp_path: Path) -> None:
    text = one("'%'", f"{more}\n    naar: {{soort: {{koop: 60, huur: 55}}}}")
    assert [each[:4] for each in found(tmp_path, {"2020-01": text})] == codes


@pytest.mark.parametrize(
    ("unit", "codes"),
    [("personen", ["C314"]), ("mln euro", ["C314"]), ("maanden", []), ("index", []), ("personen\n    maat: saldo", [])],
)
def test_a_month_that_is_more_than_its_year(unit: str, codes: list[str], tmp_path: Path) -> None:
    files = {"2020-01": one(unit, "totaal: 900"), "2020": one(unit, "totaal: 400")}
    assert [each[:4] for each in found(tmp_path, files)] == codes


def test_a_balance_of_months_is_that_of_their_quarter(tmp_path: Path) -> None:
    months = {f"2020-0{month}": one("personen\n    maat: saldo", f"totaal: {10 - 20 * month}") for month in (1, 2, 3)}
    for total, codes in ((-90, []), (-80, ["C302"])):
        files = {**months, "2020-Q1": one("personen\n    maat: saldo", f"totaal: {total}")}
        assert [each[:4] for each in found(tmp_path, files)] == codes


@pytest.mark.parametrize(
    ("unit", "value", "codes"),
    [
        ("personen", "9", []),  # few of them jump by chance
        ("per 1.000 inwoners", "43", ["C305"]),  # a point that was left out
        ("maanden", "4.5", []),
        ("mln euro\n    maat: saldo", "-4.3", []),
        ("mln euro\n    maat: saldo", "-430", ["C305"]),
    ],
)
def test_a_jump_is_judged_by_the_measure(unit: str, value: str, codes: list[str], tmp_path: Path) -> None:
    usual = ["4", "5"] * 4 if unit == "personen" else ["4.1", "4.6"] * 4
    files = {f"2020-{month:02}": one(unit, f"totaal: {text}") for month, text in enumerate(usual, 1)}
    files["2020-09"] = one(unit, f"totaal: {value}")
    assert [each[:4] for each in found(tmp_path, files)] == codes


@pytest.mark.parametrize(("unit", "codes"), [("dagen", ["C222"]), ("index", ["C222"]), ("euro", []), ("personen", [])])
def test_a_sum_of_what_does_not_add_up(unit: str, codes: list[str], tmp_path: Path) -> None:
    other = one(unit, "totaal: 10").replace("  a:\n    titel: a", "  b:\n    titel: b")
    text = f"{other}\n{one(unit, 'totaal: 10', 'som_van: [b]')}"
    assert [each[:4] for each in found(tmp_path, {"2020-01": text})] == codes


def test_the_hint_of_a_sum_names_the_measure(tmp_path: Path) -> None:
    """What is a price and not told as one can be said to be one."""
    text = one("euro", "totaal: 400", "naar: {soort: {koop: 380, huur: 420}}")
    found(tmp_path, {"2020-01": text})
    findings = Findings()
    check([], tmp_path, findings)
    assert [each.hint for each in findings] == [
        "verbeter een deel, of het totaal op regel 10; is het een gemiddelde of verhouding, schrijf dan bij de reeks "
        "maat: gemiddelde of maat: verhouding"
    ]
