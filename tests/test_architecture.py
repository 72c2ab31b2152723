"""The layers hold, and the contracts can fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import ROOT


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(folder / "src")}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_layers_hold() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("package", "planted", "contract"),
    [
        ("layout", "rapportage.specs.read", "who may know specs"),
        (
            "document",
            "rapportage.words.numbers",
            "who may know words",
        ),
        ("layout", "rapportage.attachments", "who may know attachments"),
        ("words", "rapportage.cube.build", "each stage knows only those before it"),
        ("diagnostics", "yaml", "PyYAML is at home in loading"),
        ("layout", "reportlab", "ReportLab is at home in fonts"),
        ("pdf", "pikepdf", "pikepdf is at home in inspection"),
    ],
)
def test_a_planted_import_is_found(package: str, planted: str, contract: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "src" / "rapportage" / package / "planted.py").write_text(f"import {planted}\n")
    done = lint_imports(tmp_path)
    assert done.returncode == 1
    assert any(contract in line and line.endswith("BROKEN") for line in done.stdout.splitlines())
