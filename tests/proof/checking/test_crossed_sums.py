"""Crossed breakdowns and what they are parts of: rows, columns and the total, in one file and over all."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.pipeline import check
from tests.text.language_of import project

GOOD = (
    "totaal: 20, restposten: [elders], naar: {plaats: {Aa: 12, elders: 8}, bezit: {huur: 13, koop: 7}, "
    "plaats × bezit: {Aa: {huur: 7, koop: 5}, elders: {huur: 6, koop: 2}}}"
)
BOTH = "C206 de delen naar plaats × bezit"
HUUR = "C206 de delen van huur naar plaats × bezit zijn samen minstens 15"


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("", "", []),
        ("Aa: {huur: 7", "Aa: {huur: 9", ["C206 de delen van Aa naar plaats × bezit zijn samen minstens 14", HUUR]),
        ("huur: 13", "huur: 12", ["C206 de delen van huur naar plaats × bezit zijn samen minstens 13"]),
        (
            "totaal: 20",
            "totaal: 19",
            ["C206 de delen naar plaats", "C206 de delen naar bezit", BOTH],
        ),
        ("elders: 8", "elders: 9", ["C206 de delen naar plaats zijn samen minstens 21"]),
        ("elders: {huur: 6", "elders: {huur: 5", ["C301 de delen van huur"]),
        (", koop: 5}", ", koop: <5}", ["C301 de delen van koop"]),
        (", koop: 5}", ", koop: .}", []),
        (", koop: 5}", "}", []),
    ],
)
def test_cells_and_their_margins(tmp_path: Path, was: str, now: str, expected: list[str]) -> None:
    """What is too little is told where a part takes the rest together; what is left out is no fault."""
    findings = Findings()
    check((), project(tmp_path, huizen=GOOD.replace(was, now, 1) if was else GOOD), findings)
    told = [f"{item.code} {item.message}" for item in findings if item.code in ("C206", "C301")]
    assert len(told) == len(expected), told
    assert all(any(each.startswith(start) for each in told) for start in expected), told
