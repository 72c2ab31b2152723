"""A restated figure that an older file gave keeps that file, also where a newer one has its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.pipeline import check
from tests.deliveries.imports import LEVERING, MONTH, project, workbook
from tests.deliveries.test_importing import FILE
from tests.deliveries.test_tracing import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project(tmp_path, LEVERING.replace("rijkop: A,", "rijkop: A, wisselt: ja,") + "herzien: 1\n", FILE)
    april = FILE.replace("2020-05", "2020-04").replace("2020-06-24", "2020-05-20").replace("Turkije: ", "Turkije: 81")
    april = april.replace("totaal:    #", "totaal: 300 #").replace("106", "100")
    (tmp_path / "data" / "2020-04.yaml").write_text(april, encoding="utf-8")
    (tmp_path / "leveringen" / "ind-2020-05.xlsx").write_bytes(workbook())
    done = run(tmp_path, "import", "ind", "2020-05", "--herzien")
    assert done.exit_code == 0, done.output
    return tmp_path


def origins(folder: Path) -> str:
    return (folder / "data" / "2020-05.herkomst.yaml").read_text(encoding="utf-8")


def told(folder: Path) -> list[str]:
    findings = Findings()
    check([], folder, findings)
    return [item.message for item in findings if item.code.startswith("I6")]


def test_it_keeps_its_file(folder: Path) -> None:
    before = origins(folder)
    assert before.count("sha256") == 1
    (folder / "leveringen" / "ind-2020-05.xlsx").write_bytes(workbook(MONTH.replace("Bron: IND", "Bron: de IND")))
    for _ in range(2):
        done = run(folder, "import", "ind", "2020-05")
        assert done.exit_code == 0, done.output
        after = origins(folder)
        assert after.count("sha256") == 2
        (old,) = (line for line in after.splitlines() if "2020-04" in line)
        assert 'levering: "ind@' in old or "levering: ind@" in old or "levering: 'ind@" in old
        assert before[before.index("sha256: ") :][:70] in after
    assert told(folder) == []


def test_check_looks_at_restated_figures_too(folder: Path) -> None:
    assert told(folder) == []
    path = folder / "leveringen" / "ind.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("herzien: 1", "herzien: 0"), encoding="utf-8")
    (message,) = told(folder)
    assert "Turkije: de levering vindt nu geen cijfer, en vond 80" in message
