"""The solver is loaded only when there is something that it could find."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.faults import ROOT

SCRIPT = """
import sys
from pathlib import Path
from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, compose
findings = Findings()
assert compose(BuildRequest(sys.argv[1], sys.argv[2], Path()), findings) is not None
assert not len(findings), list(findings)
print(*sorted({"highspy", "numpy"} & set(sys.modules)))
"""


@pytest.mark.parametrize(("layout", "period"), [("asieltrends", "2020-05"), ("kerncijfers", "2020-05")])
def test_counts_of_one_source_need_no_solver(layout: str, period: str) -> None:
    """In the samples the source itself suppressed, and nothing is set beside its figures: no alarm and no solver."""
    command = [sys.executable, "-c", SCRIPT, layout, period]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr
