"""Real files of statistical offices feed period files and a report; every figure is again what its cell shows."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, build, check, trace
from rapportage.proof.tracing import as_text
from tests.deliveries.origins import compared_origins
from tests.deliveries.shared import SAMPLES
from tests.deliveries.test_tracing import run

PROJECT = Path(__file__).parent / "project"
YEARS = ("1950", "1960", "1970", "1980", "1990", "2000", "2010")
IMPORTS = (
    *(("bevolking", year) for year in YEARS),
    ("deelname", "2021"),
    ("deelname", "2022"),
    ("bezoek", "2018-01"),
    ("werkloosheid", "2012"),
    ("werkloosheid", "2014"),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with all that was imported."""
    folder = tmp_path_factory.mktemp("echt") / "project"
    shutil.copytree(PROJECT, folder)
    (folder / "data").mkdir()
    for path in SAMPLES.iterdir():
        shutil.copy(path, folder / "leveringen" / path.name)
    for levering, period in IMPORTS:
        done = run(
            folder, "import", levering, period, "--datum", "2017-10-10" if levering == "bevolking" else "2026-06-11"
        )
        assert done.exit_code == 0, done.output
    return folder


def test_every_figure_is_again_what_its_cell_shows(made: Path) -> None:
    assert compared_origins(made) > 80


def test_the_figures_are_those_of_the_publications(made: Path) -> None:
    text = {path.stem: path.read_text(encoding="utf-8") for path in (made / "data").glob("*.yaml")}
    assert "80 jaar of ouder: 99599\n" in text["1950"]
    assert "totaal: 66.5\n" in text["2021"]
    assert "totaal: 2734\n" in text["2018-01"]
    assert "Australia: 5.462866231*\n" in text["2014"]


def test_a_report_is_made_of_them_and_leads_back(made: Path) -> None:
    findings = Findings()
    built = build(BuildRequest("bevolking", "2010", made), findings)
    assert [str(item) for item in findings] == []
    assert built is not None
    text = as_text(trace(built, "2010"))
    assert "leveringen/cbs-37296ned-statweb.csv, cel F12: 647994 (sha256 " in text
    assert "leveringen/cbs-37296ned-statweb.csv, cel F6: 99599 (sha256 " in text


def test_check_says_that_all_is_as_it_was(made: Path) -> None:
    findings = Findings()
    check([], made, findings)
    assert [item.message for item in findings if item.code.startswith("I")] == []


@pytest.mark.parametrize("gone", ["leveringen/*.*[!l]", "leveringen/*"])
def test_without_the_files_every_raw_text_can_give_its_figure(made: Path, tmp_path: Path, gone: str) -> None:
    """Also where the leveringen are gone, and nothing is known of factors and signs."""
    folder = tmp_path / "project"
    shutil.copytree(made, folder)
    for path in folder.glob(gone):
        path.unlink()
    findings = Findings()
    check([], folder, findings)
    assert [item.message for item in findings if item.code.startswith("I")] == []
