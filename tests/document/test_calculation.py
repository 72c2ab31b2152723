"""What a calculation is, and how it is said."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Delivered, Formula, Operand, calculation_words
from rapportage.figures.observation import Operation
from rapportage.pipeline import BuildRequest, check
from tests.faults import ROOT

SYRIA, IRAN = Delivered(0, "Syrië"), Delivered(1, "Iran")


@pytest.mark.parametrize(
    ("calculation", "words"),
    [
        (SYRIA, "Syrië"),
        (Formula(Operation.SHARE, (SYRIA, Formula(Operation.SUM, (SYRIA, IRAN)))), "aandeel(Syrië, som(Syrië, Iran))"),
        (Formula(Operation.DIFFERENCE, (Decimal("1000.5"), SYRIA)), "verschil(1.000,5, Syrië)"),
        (Formula(Operation.DIFFERENCE, (SYRIA, Decimal("1000.5"))), "verschil(Syrië, 1.000,5)"),
        (Formula(Operation.CHANGE, (SYRIA, IRAN)), "verandering in %(Syrië, Iran)"),
        (Formula(Operation.ABSENT, ()), "staat niet in de gegevens"),
    ],
)
def test_words(calculation: Operand, words: str) -> None:
    assert calculation_words(calculation) == words


def test_a_figure_of_the_data_is_no_calculation_whatever_its_name(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    for file in (tmp_path / "data").glob("*.yaml"):
        words = file.read_text("utf-8").replace("titel: Asielinstroom\n", "titel: Asielinstroom (personen)\n")
        file.write_text(words, "utf-8")
    (tmp_path / "layouts").mkdir()
    text = "titel: Proef\nblokken:\n  - tekst: In april kwamen er {{ instroom.vorige.eerst }}.\n"
    (tmp_path / "layouts" / "proef.yaml").write_text(text, "utf-8")
    findings = Findings()
    check([BuildRequest("proef", "2020-05", tmp_path)], tmp_path, findings)
    assert "T509" in {finding.code for finding in findings}
