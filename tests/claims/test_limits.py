"""A sentence without end is not read, and said to be open."""

from __future__ import annotations

from pathlib import Path

import pytest

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


@pytest.mark.parametrize(
    "text", ["¹ Voorlopige cijfers.", "Er is 10² km weg en {{ aanvragen }}¹ aanvragen.", "½ is ²/₄."]
)
def test_what_looks_like_a_digit_and_is_none_ends_no_check(text: str, tmp_path: Path) -> None:
    project(tmp_path, text=text)
    check([BuildRequest("proef", "2020-05", tmp_path)], tmp_path, Findings())
