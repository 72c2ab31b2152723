"""The pictures in docs/grafieken are what the tool makes of layouts/grafieken.yaml, and every kind is among them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Chart, Document, walk
from rapportage.document.chart_kinds import KINDS
from rapportage.pipeline import BuildRequest, build_chart, compose
from rapportage.text.charts.alternative import LONGEST
from tests.faults import ROOT
from tests.text.told import untold

PICTURES = ROOT / "docs" / "grafieken"
REQUEST = BuildRequest("grafieken", "2020-05", ROOT)


@pytest.fixture(scope="module")
def document() -> Document:
    findings = Findings()
    made = compose(REQUEST, findings)
    assert made is not None
    assert len(findings) == 0
    return made


def charts(document: Document) -> list[Chart]:
    return [block for block in walk(document.blocks) if isinstance(block, Chart)]


def test_every_kind_is_shown(document: Document) -> None:
    assert {chart.kind for chart in charts(document)} == {kind for kind in KINDS if not kind.is_own}


def test_every_chart_has_words_and_a_table(document: Document) -> None:
    assert charts(document)
    for chart in charts(document):
        assert 20 < len(chart.alternative) <= LONGEST
        assert untold(chart) == []
        assert chart.table_link


def test_the_pictures_are_of_today(document: Document, request: pytest.FixtureRequest) -> None:
    assert charts(document)
    for chart in charts(document):
        made = build_chart(REQUEST, chart.id, Findings())
        assert made is not None
        path = PICTURES / f"{chart.id}.svg"
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(made.svg, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == made.svg
        assert f"grafieken/{chart.id}.svg" in (ROOT / "docs" / "grafieken.md").read_text(encoding="utf-8")


def test_a_build_imports_neither_matplotlib_nor_numpy() -> None:
    code = (
        "import sys; from pathlib import Path; from rapportage.diagnostics import Findings; "
        "from rapportage.pipeline import BuildRequest, build; "
        f"assert build(BuildRequest('grafieken', '2020-05', Path({str(ROOT)!r})), Findings()); "
        "print({'matplotlib', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
