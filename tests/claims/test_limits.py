"""A sentence without end is not read, and said to be open."""

from __future__ import annotations

from pathlib import Path

from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, check
from rapportage.proof.claims.judge import MOST_TOKENS
from rapportage.proof.claims.verdict import Outcome
from tests.faults import project


def test_an_endless_sentence_is_open(tmp_path: Path) -> None:
    words = "steeg en daalde " * MOST_TOKENS
    project(tmp_path, text=f"Het aantal van {{{{ aanvragen }}}} {words}weer.")
    findings = Findings()
    account = check([BuildRequest("proef", "2020-05", tmp_path)], tmp_path, findings)
    assert [str(each) for each in findings] == []
    assert [each.outcome for each in account.claims] == [Outcome.OPEN]
