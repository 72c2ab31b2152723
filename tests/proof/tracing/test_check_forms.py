"""`check` makes a report in the forms that are asked and reads it back: what differs from the document is told."""

from __future__ import annotations

import pytest

from rapportage.diagnostics import Findings
from rapportage.html import blocks, inline
from rapportage.html.markup import NOTHING
from rapportage.pipeline import BuildRequest, Form, check
from tests.cli.test_commands import run
from tests.faults import ROOT, lines

REQUEST = BuildRequest("kerncijfers", "2020-05", ROOT)


def found(*forms: Form) -> Findings:
    findings = Findings()
    check([REQUEST], ROOT, findings, forms=forms)
    return findings


def test_a_sound_report_says_what_is_meant_in_both_forms() -> None:
    assert lines(found("pdf", "html")) == []


def test_a_note_that_is_left_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "notes", lambda given, context: NOTHING)
    assert lines(found()) == lines(found("pdf")) == []
    findings = found("html")
    assert {each.code for each in findings} == {"P211"}
    assert any("ontbreekt in de html" in each.message for each in findings)


def test_a_figure_that_is_shown_otherwise_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inline, "machine_number", lambda value: "7" if value.trace else None)
    findings = found("html")
    assert {each.code for each in findings} == {"P211"}
    assert any("staat voor programma's 7" in each.message for each in findings)


def test_the_command() -> None:
    done = run("check", "kerncijfers", "2020-05", "--vorm", "pdf,html")
    assert (done.returncode, "geen fouten" in done.stderr) == (0, True)
    assert run("check", "--vorm", "html").returncode == 2
    assert run("check", "kerncijfers", "2020-05", "--vorm", "html-map").returncode == 2
