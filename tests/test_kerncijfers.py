"""The sample briefing: what it says and how it reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import page

from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, build, compose
from rapportage.proof.inspection import inspect, structural_faults
from tests.dump import dump
from tests.faults import ROOT
from tests.full_report import full_report_pdf

REQUEST = BuildRequest("kerncijfers", "2020-05", ROOT)


def test_what_it_says(golden: Callable[[str, str], None]) -> None:
    findings = Findings()
    document = compose(REQUEST, findings)
    assert not findings.items
    assert document is not None
    text = dump(document)
    golden("kerncijfers-2020-05.document.txt", text)
    for figure in (
        "{31%}",
        "{8%}",
        "{6%}",
        "{57%}",
        "{24%}",
        "{10%}",
        "{413}",
        "{441}",
        "{ongeveer 7.350}",
        "{ongeveer 420}",
    ):
        assert figure in text


def test_how_it_reads(golden: Callable[[str, str], None], tmp_path: Path) -> None:
    result = build(REQUEST, Findings())
    assert result is not None
    path = tmp_path / "uit.pdf"
    path.write_bytes(result.pdf)
    golden("kerncijfers-2020-05.tags.txt", inspect(path))
    assert structural_faults(result.pdf) == []
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert page.validate_pdf_bytes(result.pdf, profile=profile).failures == []


def test_how_a_report_with_cover_and_contents_reads(golden: Callable[[str, str], None], tmp_path: Path) -> None:
    path = tmp_path / "uit.pdf"
    path.write_bytes(full_report_pdf())
    golden("full-report.tags.txt", inspect(path))
    assert structural_faults(path) == []
