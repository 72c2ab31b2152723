"""Empty figures of a file are one finding, that says where they all are."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings, Severity
from rapportage.diagnostics.render import long, missing, short
from rapportage.pipeline import BuildRequest, build, check
from tests.faults import LAYOUT, project

PERIOD = """\
periode: 2020-05
uitgave: {datum: 2020-06-24}
bronnen:
  ind: {titel: Instroom, uitgever: IND}
cijfers:
  aanvragen:
    titel: Aanvragen
    eenheid: aanvragen
    bron: ind
    totaal:
    naar:
      land:
"""


def folder(tmp_path: Path, lines: str) -> Path:
    return project(tmp_path, layout=LAYOUT.replace("{text}", "Er waren {{ aanvragen }}."), period=PERIOD + lines)


def told(tmp_path: Path, lines: str, how: str) -> Findings:
    findings, there = Findings(), folder(tmp_path, lines)
    if how == "check":
        check([BuildRequest("proef", "2020-05", there)], there, findings)
    else:
        build(BuildRequest("proef", "2020-05", there, draft=how == "draft"), findings)
    return findings


@pytest.mark.parametrize("how", ["build", "check", "draft"])
@pytest.mark.parametrize("count", [1, 3, 45, 2000])
def test_one_finding_of_a_bounded_length_names_them_all(tmp_path: Path, how: str, count: int) -> None:
    lines = "".join(f"        land {place}:\n" for place in range(count))
    findings = told(tmp_path, lines, how)
    [gap] = [item for item in findings if item.code == "C101"]
    assert gap.severity is (Severity.WARNING if how == "draft" else Severity.ERROR)
    assert gap.span is not None
    assert [gap.span.line, *(place.line for place in gap.also)] == [10, *range(13, 13 + count)]
    assert gap.message.startswith(f"{count + 1} cijfers nog in te vullen: regel 10")
    assert missing(findings) == count + 1
    assert f"{count + 1} cijfers nog in te vullen" in long(findings).splitlines()[-1]
    assert len(short(findings)) < 3000
    if how != "draft":
        assert {item.code for item in findings} == {"C101"}, "what rests on an empty figure is no fault itself"
        assert gap.resting == 1


def test_of_scattered_lines_the_first_stretches_are_named(tmp_path: Path) -> None:
    lines = "".join(f"        land {place}:{' 1' if place % 2 else ''}\n" for place in range(100))
    [gap] = [item for item in told(tmp_path, lines, "build") if item.code == "C101"]
    assert gap.message.startswith("51 cijfers nog in te vullen: regel 10, 13, 15, 17")
    assert gap.message.endswith("33 en nog 39 regels")
    assert len(gap.also) == 50


def test_the_findings_of_figures_on_one_line_name_it_once(tmp_path: Path) -> None:
    [gap] = [item for item in told(tmp_path, "        {a: , b: , c: 1}\n", "build") if item.code == "C101"]
    assert gap.message == "3 cijfers nog in te vullen: regel 10 en 13"
