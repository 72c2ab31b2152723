"""Parts of which a later file restates some: they make the total with the others as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.pipeline import check

FILE = """\
periode: {period}
uitgave: {{datum: {day}}}
bronnen: {{b: {{titel: Tabel, uitgever: Bureau, datum: {day}}}}}
cijfers:
  zaken:
    titel: Zaken
    eenheid: zaken
    bron: b
    totaal: {total}
    naar: {{land: {{Aa: {one}, Bee: {two}, Cee: {three}}}}}
"""
APRIL = FILE.format(period="2020-04", day="2020-05-10", total=299, one=100, two=80, three=119)
MARCH = FILE.format(period="2020-03", day="2020-04-10", total=289, one=90, two=80, three=119)
FEBRUARY = FILE.format(period="2020-02", day="2020-03-10", total=279, one=90, two=70, three=119)
MAY = FILE.format(period="2020-05", day="2020-06-10", total=300, one=100, two=81, three=119)
RESTATED = "herzien: {{2020-04: {{zaken: {{bron: b, {}}}}}}}\n"


@pytest.mark.parametrize(
    ("restated", "told"),
    [
        ("totaal: 300, naar: {land: {Bee: 81}}", ""),
        ("totaal: 301, naar: {land: {Bee: 81, Cee: 120}}", ""),
        ("totaal: 300, naar: {land: {Aa: 100, Bee: 81, Cee: 119}}", ""),
        ("totaal: 300, naar: {land: {Bee: 181, Cee: 119}}", ""),  # fewer parts, which make the total by themselves
        ("totaal: 301, naar: {land: {Bee: 81}}",
         "de delen van Zaken, april 2020 zijn, met wat niet is herzien, samen 300, en het totaal is 301 "
         "(data/2020-05.yaml:11)"),
        ("totaal: 300, naar: {land: {Aa: 100, Bee: 81, Cee: 109}}",
         "de delen van Zaken, april 2020 zijn samen 290, en het totaal is 300 (data/2020-05.yaml:11)"),
    ],
)  # fmt: skip
def test_what_was_not_restated_is_a_part_as_well(restated: str, told: str, tmp_path: Path) -> None:
    for name in ("data", "layouts"):
        (tmp_path / name).mkdir()
    for text in (FEBRUARY, MARCH, APRIL, MAY + RESTATED.format(restated)):
        (tmp_path / "data" / f"{text[9:16]}.yaml").write_text(text, encoding="utf-8")
    findings = Findings()
    check((), tmp_path, findings)
    assert [item.message for item in findings if item.code in ("C301", "C206")] == ([told] if told else [])
