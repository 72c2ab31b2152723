"""No PDF leaves the pipeline that our own check of its structure finds fault with."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from click.testing import CliRunner

from rapportage import pipeline
from rapportage.cli.main import cli
from rapportage.diagnostics import Findings
from rapportage.pages.pdf import write
from rapportage.pipeline import BuildRequest, build, build_chart, typeset
from tests.faults import built, project

CHART = """\
titel: Proef
blokken:
  - grafiek: {id: landen, titel: Aanvragen, soort: liggende staaf, cijfers: "{{ aanvragen | top(2) }}"}
"""


def untagged(*arguments: Any) -> bytes:
    """What `write` makes, without its structure tree."""
    out = BytesIO()
    with pikepdf.open(BytesIO(write(*arguments))) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(out)
    return out.getvalue()


@pytest.fixture
def unsound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    project(tmp_path, layout=CHART)
    monkeypatch.setattr(pipeline, "write", untagged)
    yield tmp_path
    gc.enable()  # a command turns it off


def codes(findings: Findings) -> list[str]:
    return sorted({item.code for item in findings})


def test_an_unsound_report_or_chart_is_not_given(unsound: Path) -> None:
    result, findings = built(unsound)
    assert (result, codes(findings)) == (None, ["P201"])
    findings = Findings()
    assert build_chart(BuildRequest("proef", "2020-05", unsound), "landen", findings) is None
    assert codes(findings) == ["P201"]


def test_nor_is_one_that_was_set_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result, _ = built(project(tmp_path, layout=CHART))
    assert result is not None
    monkeypatch.setattr(pipeline, "write", untagged)
    findings = Findings()
    assert typeset(result.document, result.style, findings) is None
    assert codes(findings) == ["P201"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "proef", "2020-05", "-o", "uit.pdf"],
        ["chart", "proef", "2020-05", "landen", "-o", "uit.svg"],
        ["trace", "proef", "2020-05", "-o", "uit.txt"],
        ["diff", "proef", "2020-05", "2020-05", "-o", "uit.txt"],
    ],
)
def test_every_command_says_so_by_its_exit_code(
    arguments: list[str], unsound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(unsound)
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == 3
    assert "fout[P201]" in done.stderr
    assert list(unsound.glob("uit.*")) == []


def test_a_sound_one_is_given(tmp_path: Path) -> None:
    findings = Findings()
    assert build(BuildRequest("proef", "2020-05", project(tmp_path, layout=CHART)), findings) is not None
    assert codes(findings) == []
