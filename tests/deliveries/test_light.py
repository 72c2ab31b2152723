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


IMPORT = """\
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from rapportage.deliveries.importing import ImportRequest, import_delivery
from rapportage.deliveries.opening import open_delivery
from rapportage.diagnostics import Findings
folder = Path(sys.argv[2])
assert import_delivery(ImportRequest('ind', '2020-05', folder), open_delivery(folder), Findings()) is not None
print(*sorted(name for name in sys.modules if 'deliveries.reading' in name or 'images' in name or '.pages' in name))
"""
OTHERS = ("ods", "xls", "as_text", "cbs", "jsonstat")
"""What reads other kinds of files than an xlsx."""


def test_an_import_loads_what_reads_its_kind_of_file_and_no_pictures(tmp_path: Path) -> None:
    command = [sys.executable, "-c", IMPORT, str(ROOT / "src"), str(delivered_project(tmp_path))]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    names = done.stdout.split()
    assert "rapportage.deliveries.reading.xlsx" in names
    assert not {f"rapportage.deliveries.reading.{each}" for each in OTHERS} & set(names)
    assert [name for name in names if "deliveries" not in name] == []
