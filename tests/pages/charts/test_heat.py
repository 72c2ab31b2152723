"""Heat maps with more rows than a page, and figures that have no room."""

from __future__ import annotations

from pathlib import Path

from rapportage import BuildRequest
from rapportage.diagnostics import Findings
from rapportage.document.drawing import texts
from rapportage.pipeline import build, trace

ROWS, YEARS = 56, range(2015, 2027)
LAYOUT = """\
titel: Hitte
blokken:
  - grafiek:
      id: z
      titel: Saldo per gemeente
      soort: hittekaart
      perioden: [{years}]
      reeksen: "{{{{ a | top(60) }}}}"
"""
DATA = """\
periode: {year}
uitgave: {{datum: {after}-06-30, status: definitief}}
bronnen:
  b: {{titel: Verzonnen cijfers, uitgever: Niemand, datum: {after}-06-30}}
cijfers:
  a: {{titel: Saldo, eenheid: woningen, maat: saldo, bron: b, totaal: {total}, naar: {{gemeente: {{{parts}}}}}}}
"""


def test_it_goes_on_on_the_next_page_and_tells_what_is_below_zero(tmp_path: Path) -> None:
    values = {f"Gemeente {row}": (-1) ** row * row * 1_234_567 for row in range(1, ROWS + 1)}
    parts = ", ".join(f"{name}: {value}" for name, value in values.items())
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "hitte.yaml").write_text(LAYOUT.format(years=", ".join(map(str, YEARS))), encoding="utf-8")
    (tmp_path / "data").mkdir()
    for year in YEARS:
        data = DATA.format(year=year, after=year + 1, total=sum(values.values()), parts=parts)
        (tmp_path / "data" / f"{year}.yaml").write_text(data, encoding="utf-8")
    findings = Findings()
    result = build(BuildRequest("hitte", "2026", tmp_path), findings)
    assert result is not None, str(findings)
    assert not trace(result, "2026").faults
    shown = [run.text for run in texts(result.drawings["z"])]
    assert shown.count("\N{MINUS SIGN}") == ROWS // 2 * len(YEARS)
