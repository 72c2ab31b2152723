"""What a levering asks that can't be: told at its own line, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.deliveries.importing import ImportRequest, import_delivery
from rapportage.deliveries.opening import open_delivery
from rapportage.diagnostics import Findings
from tests.deliveries.imports import LEVERING, delivered_project

TOTAL = 'rij: Totaal, kolom: ["{maandnaam}", Eerste]'


@pytest.mark.parametrize(
    ("old", "new", "asked", "code", "words"),
    [
        (TOTAL, TOTAL.replace("Totaal", "[Totaal, Man]"), "2020-05", "I204", "in kolom A"),
        ("koppen: [2, 3]", "koppen: [9, 10]", "2020-05", "I304", "noemt rij 10, en er zijn 8 rijen"),
        ("koppen: [2, 3]", "koppen: [2, 3]\nonder: Nergens", "2020-05", "I302", "'Nergens' staat er niet"),
        ("{periode}.xlsx", "{per iode}.xlsx", None, "I202", "{per iode} bestaat niet"),
        ("{periode}.xlsx", "{}.xlsx", None, "I202", "{} bestaat niet"),
        ("{periode}.xlsx", "{1}-*.xlsx", "2020-05", "I202", "{1} bestaat niet"),
        ("{periode}.xlsx", "{jaar}-H{halfjaar}.xlsx", "2020-05", "I202", "2020-05 heeft geen {halfjaar}"),
    ],
)
def test_it_is_told_at_its_line(tmp_path: Path, old: str, new: str, asked: str | None, code: str, words: str) -> None:
    delivered_project(tmp_path)
    assert old in LEVERING
    (tmp_path / "leveringen" / "ind.yaml").write_text(LEVERING.replace(old, new), encoding="utf-8")
    findings = Findings()
    assert import_delivery(ImportRequest("ind", asked, tmp_path), open_delivery(tmp_path), findings) is None
    item = next(iter(findings))
    assert item.code == code
    assert words in item.message
    assert item.hint
    assert item.span is not None
    assert item.span.path.endswith("ind.yaml")
