"""No finding leaves its reader without a way on."""

from __future__ import annotations

import ast
from pathlib import Path

from rapportage.diagnostics import CODES, Findings, SourceFile, Span
from rapportage.diagnostics.general_hints import GENERAL_HINTS
from tests.faults import ROOT

MADE_BY = {"error": 3, "warning": 3, "SpecFault": 3, "ExpressionFault": 2}
"""What makes a finding, with how many arguments it has without a hint."""
OF_RESULTS = ("P201", "P211", "P212", "P213")
"""Faults of the tool itself, which a user can't mend."""


def without_hint(folder: Path) -> set[str]:
    """The codes with which somewhere a finding is made that has no hint of its own."""
    found = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args or node.keywords:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            code = node.args[0]
            if len(node.args) == MADE_BY.get(name) and isinstance(code, ast.Constant) and code.value in CODES:
                found.add(code.value)
    return found


def test_every_code_has_a_hint() -> None:
    assert without_hint(ROOT / "src") - {*GENERAL_HINTS, *OF_RESULTS} == set()
    assert set(GENERAL_HINTS) <= set(CODES)
    assert list(GENERAL_HINTS) == sorted(GENERAL_HINTS)


def test_a_call_without_a_hint_is_found(tmp_path: Path) -> None:
    (tmp_path / "planted.py").write_text('findings.error("T401", "x", span)\nraise SpecFault("S101", "x", span)\n')
    assert without_hint(tmp_path) == {"T401", "S101"}


def test_the_hint_of_the_place_goes_before_that_of_the_code() -> None:
    findings, place = Findings(), Span(SourceFile("a.yaml", "x"), 1, 1)
    findings.error("T414", "geen kolom", place)
    findings.error("T414", "geen kolom", place, "doe dit")
    assert [item.hint for item in findings] == [GENERAL_HINTS["T414"], "doe dit"]
