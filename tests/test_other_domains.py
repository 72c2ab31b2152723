"""The sample projects of other domains: nothing is said of them, and each figure is traced to a publication."""

from __future__ import annotations

import re
from functools import cache

import page
import pytest

from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, BuildResult, build, check, trace
from rapportage.proof.inspection import structural_faults
from tests.conftest import Compare
from tests.dump import dump
from tests.validation.samples import OTHER_DOMAINS, PROJECTS

FIGURES = {
    "woningbouw": ("494.449", "330.620", "3.090", "18.686", "630.621", "23", "−11.800", "2,9"),
    "onderwijs": ("1.474.521", "6.582", "1.367.485", "22,9", "17,7", "929.671", "30.200", "11,8"),
    "begroting": ("−0,4%", "45,1%", "−3,8"),
}
"""Some of the figures as their sources give them, of each kind that the report has."""
each_sample = pytest.mark.parametrize(("folder", "layout", "period"), OTHER_DOMAINS)


def request_for(folder: str, layout: str, period: str) -> BuildRequest:
    return BuildRequest(layout, period, PROJECTS / folder)


@cache
def made(folder: str, layout: str, period: str) -> BuildResult:
    findings = Findings()
    result = build(request_for(folder, layout, period), findings)
    assert [str(each) for each in findings] == []
    assert result is not None
    return result


@each_sample
def test_nothing_is_said_of_the_project(folder: str, layout: str, period: str) -> None:
    findings = Findings()
    check([], PROJECTS / folder, findings)
    check([request_for(folder, layout, period)], PROJECTS / folder, findings)
    assert [str(each) for each in findings] == []


@each_sample
def test_it_conforms(folder: str, layout: str, period: str) -> None:
    result = made(folder, layout, period)
    assert structural_faults(result.pdf) == []
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert page.validate_pdf_bytes(result.pdf, profile=profile).failures == []
    again = build(request_for(folder, layout, period), Findings())
    assert again is not None
    assert again.pdf == result.pdf
    assert 4 <= result.pages <= 12


@each_sample
def test_every_figure_is_traced(folder: str, layout: str, period: str) -> None:
    assert trace(made(folder, layout, period), period).faults == ()


@each_sample
def test_every_source_has_its_publisher_and_address(folder: str, layout: str, period: str) -> None:
    for path in (PROJECTS / folder / "data").iterdir():
        sources = path.read_text(encoding="utf-8").split("\nbronnen:\n")[1].split("\ncijfers:\n")[0]
        told = re.findall(r"^  [\w-]+:\n((?:    .*\n?)+)", sources, re.MULTILINE)
        assert told
        for source in told:
            assert re.findall(r"^    (titel|uitgever|url):", source, re.MULTILINE) == ["titel", "uitgever", "url"], path


@each_sample
def test_what_it_says(folder: str, layout: str, period: str, golden: Compare) -> None:
    said, _, traced = dump(made(folder, layout, period).document).partition("\nfigures:")
    assert traced
    for figure in FIGURES[folder]:
        assert figure in said
    golden(f"{folder}.document.txt", f"{said}\n")
