"""A build of typed figures loads nothing of deliveries; of imported ones only what reads where they are from."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.deliveries.imports import delivered_project
from tests.deliveries.test_tracing import run
from tests.faults import ROOT, project

BUILD = """\
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, build
assert build(BuildRequest('proef', '2020-05', Path(sys.argv[2])), Findings()) is not None
print(*sorted(name for name in sys.modules if 'deliver' in name or 'provenance' in name or 'calamine' in name))
"""
ALWAYS = {"rapportage.document.deliveries", "rapportage.input.files.delivery"}


def loaded(folder: Path) -> set[str]:
    command = [sys.executable, "-c", BUILD, str(ROOT / "src"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split()) - ALWAYS


def test_a_build_of_typed_figures_loads_nothing_of_it(tmp_path: Path) -> None:
    assert loaded(project(tmp_path)) == set()


@pytest.mark.parametrize("is_there", [True, False])
def test_a_build_of_imported_figures_loads_only_the_reader_of_their_origin(tmp_path: Path, is_there: bool) -> None:
    folder = delivered_project(tmp_path)
    assert run(folder, "import", "ind", "2020-05", "--datum", "2020-06-24").exit_code == 0
    if not is_there:
        (folder / "leveringen" / "ind-2020-05.xlsx").unlink()
    assert loaded(folder) == {"rapportage.input.specs.provenance"}
