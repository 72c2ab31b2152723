"""The sample project of which every figure was imported: its cells, its reports, and that an import makes it again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rapportage.deliveries.opening import open_delivery
from rapportage.diagnostics import Findings
from rapportage.input.loading import load
from rapportage.input.specs.provenance import FiguresByKey, read_provenance
from rapportage.pipeline import BuildRequest, build, check, trace
from rapportage.proof.tracing import as_text
from tests.deliveries.origins import compared_origins
from tests.deliveries.test_tracing import run
from tests.validation.samples import IMPORTED, PROJECTS, ROOT

PROJECT = PROJECTS / "leveringen"
WITH_ORIGINS = sorted({path.parents[1] for path in PROJECTS.glob("*/data/*.herkomst.yaml")})
IMPORTS = (
    *(("bevolking", str(year), "2017-10-10") for year in range(1950, 2020, 10)),
    ("asielinstroom", "2020-05", "2020-06-24"),
    ("asielinstroom", "2020-06", "2020-07-23"),
)
MADE = "Gemaakt voor een voorbeeld van rapportage"


def text_of(folder: Path, name: str) -> str:
    return (folder / "data" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", WITH_ORIGINS, ids=lambda folder: folder.name)
def test_every_figure_is_again_what_its_cell_shows(folder: Path) -> None:
    assert compared_origins(folder) > 80


@pytest.mark.parametrize(("layout", "period"), IMPORTED)
def test_nothing_is_said_of_it_and_every_figure_leads_to_a_cell(layout: str, period: str) -> None:
    findings = Findings()
    request = BuildRequest(layout, period, PROJECT)
    check([], PROJECT, findings)
    check([request], PROJECT, findings)
    built = build(request, findings)
    assert [str(item) for item in findings] == []
    assert built is not None
    report = trace(built, period)
    inputs = [cell for figure in report.figures for cell in figure.trace.inputs]
    assert inputs
    assert all(cell.delivered is not None and cell.delivered.was is None for cell in inputs)
    assert "leveringen/" in as_text(report)


def test_an_import_makes_it_again(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    shutil.copytree(PROJECT, folder)
    for levering, period, _ in IMPORTS:
        done = run(folder, "import", levering, period)
        assert done.exit_code == 0, done.output
        assert "alles stond er al" in done.output
    shutil.rmtree(folder / "data")
    (folder / "data").mkdir()
    for levering, period, date in IMPORTS:
        done = run(folder, "import", levering, period, "--datum", date, "--herzien")
        assert done.exit_code == 0, done.output
    for path in sorted((PROJECT / "data").iterdir()):
        again = [line for line in text_of(folder, path.name).splitlines() if "# nagaan: " not in line]
        assert again == [line.partition("  # erkend")[0] for line in text_of(PROJECT, path.name).splitlines()]


@pytest.mark.parametrize("period", ["2020-05", "2020-06"])
def test_the_made_workbook_says_that_it_is_made_and_has_published_figures(period: str) -> None:
    path = PROJECT / "leveringen" / f"asielinstroom-{period}.xlsx"
    delivery = open_delivery(PROJECT)(path, path.name, Findings(), None)
    assert delivery is not None
    assert [sheet.rows[0][0].text.startswith(MADE) for sheet in delivery.sheets] == [True, True]
    published = load(ROOT / "data" / f"{period}.yaml", period, Findings())
    provenance = read_provenance(load(PROJECT / "data" / f"{period}.herkomst.yaml", period, Findings()), Findings())
    assert published is not None
    assert provenance is not None
    figures = FiguresByKey(published)
    for key, origin in provenance.origins.items():
        known = figures.at(key)
        assert known is not None
        assert known.text == origin.figure.text
