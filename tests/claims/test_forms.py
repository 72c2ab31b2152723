"""Forms of sentences: the right one is silent, and what is wrong in that form is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, check
from tests.faults import project

PERIOD = """\
periode: 2020-0{month}
uitgave: {{datum: 2020-0{next}-24}}
bronnen: {{b: {{titel: Bron, uitgever: IND, datum: 2020-0{next}-24}}}}
cijfers:
  woningen:
    titel: Woningen
    eenheid: woningen
    bron: b
    totaal: {total}
    naar: {{stad: {{Breda: {first}, Tilburg: {second}}}}}
"""
NOW = "woningen['2020-05']"
BEFORE = "woningen['2020-04']"
FIRST = "woningen['2020-03']"


def told(root: Path, text: str) -> list[str]:
    """In March there were 900, in April 300 (100 in Breda), in May 700 (240 and 460)."""
    project(root, text=text, period=PERIOD.format(month=5, next=6, total=700, first=240, second=460))
    for month, total, first in ((3, 900, 500), (4, 300, 100)):
        made = PERIOD.format(month=month, next=month + 1, total=total, first=first, second=total - first)
        (root / "data" / f"2020-0{month}.yaml").write_text(made, encoding="utf-8")
    findings = Findings()
    check([BuildRequest("proef", "2020-05", root)], root, findings)
    return [each.code for each in findings if each.span is not None and each.span.path.startswith("layouts/")]


@pytest.mark.parametrize(
    "text",
    [
        f"Na Tilburg ({{{{ {NOW}['Tilburg'] }}}}) was Breda met {{{{ {NOW}['Breda'] }}}} de grootste.",
        f"De daling in Tilburg, van {{{{ {FIRST}['Tilburg'] }}}} naar {{{{ {BEFORE}['Tilburg'] }}}}, woog niet op "
        "tegen de daling in Breda.",
        f"In Breda verdubbelde het aantal ruimschoots, van {{{{ {BEFORE}['Breda'] }}}} naar {{{{ {NOW}['Breda'] }}}}.",
        f"Het aantal verdubbelde ruimschoots van {{{{ {BEFORE} }}}} naar {{{{ {NOW} }}}}.",
        f"Het aantal daalde tot {{{{ {BEFORE} }}}} in april, en steeg daarna weer tot {{{{ {NOW} }}}} in mei.",
        f"Het aantal daalde naar {{{{ {BEFORE} }}}} in april en nam toen toe naar {{{{ {NOW} }}}} in mei.",
    ],
)
def test_a_right_sentence_is_silent(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"Eerder dan Tilburg was Breda met {{{{ {NOW}['Breda'] }}}} de grootste.", "T513"),
        (f"De daling in Breda, van {{{{ {FIRST}['Tilburg'] }}}} naar {{{{ {BEFORE}['Tilburg'] }}}}, viel op.", "T505"),
        (f"Het aantal verdubbelde bijna, van {{{{ {BEFORE} }}}} naar {{{{ {NOW} }}}}.", "T502"),
        (f"Het aantal verdubbelde van {{{{ {BEFORE} }}}} naar {{{{ {NOW} }}}}.", "T502"),
        (f"Het aantal daalde tot {{{{ {BEFORE} }}}} in april, en daalde daarna tot {{{{ {NOW} }}}} in mei.", "T503"),
        (f"Het aantal daalde van {{{{ {BEFORE} }}}} naar {{{{ {NOW} }}}}.", "T503"),
    ],
)
def test_a_slip_in_that_form_is_told(tmp_path: Path, text: str, code: str) -> None:
    assert code in told(tmp_path, text)
