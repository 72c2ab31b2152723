"""Series that begin long ago: Statistics Netherlands counts since 1899 and earlier."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.cli.main import _run
from rapportage.document import plain_text
from tests.faults import built, lines, project

YEAR = """\
periode: {code}
uitgave: {{datum: 1903-06-24}}
bronnen:
  cbs: {{titel: Bevolking, uitgever: CBS, datum: 1903-06-01}}
cijfers:
  bevolking:
    titel: Inwoners
    eenheid: inwoners
    bron: cbs
    totaal: {figure}
"""
LAYOUT = """\
titel: Proef
auteur: Wij
blokken:
  - tekst: |
      In {{ periode | naam }} waren er {{ bevolking }} inwoners; {{ bevolking.vorige }} in
      {{ periode.vorige | naam }}, en {{ bevolking['1896'] }} in 1896.
  - grafiek:
      titel: Inwoners sinds 1896
      soort: lijn
      vanaf: 1896
      reeksen: [{naam: Inwoners, cijfers: bevolking}]
"""


def written(folder: Path) -> Path:
    project(folder, layout=LAYOUT, period=YEAR.format(code="2020-05", figure=1))
    (folder / "data" / "2020-05.yaml").unlink()
    for year in range(1896, 1901):
        text = YEAR.format(code=year, figure=5_000_000 + year)
        (folder / "data" / f"{year}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_report_over_years_before_1900(tmp_path: Path) -> None:
    result, findings = built(written(tmp_path), period="1900")
    assert result is not None
    assert list(findings) == []
    said = plain_text(result.document.blocks[0].content).replace("\u00a0", " ")  # type: ignore[union-attr]
    assert said == "In 1900 waren er 5.001.900 inwoners; 5.001.899 in 1899, en 5.001.896 in 1896."


def test_its_trace_explains_every_year(tmp_path: Path) -> None:
    folder = written(tmp_path)
    assert _run(["trace", "proef", "1900", "--project", str(folder), "-o", str(tmp_path / "x.json")]) == 0
    assert _run(["new", "1901", "--project", str(folder)]) == 0
    assert "periode: 1901" in (folder / "data" / "1901.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", ["1799", "1799-05", "2100-Q1"])
def test_what_lies_outside_is_told_so(tmp_path: Path, code: str) -> None:
    folder = project(tmp_path, period=YEAR.format(code=code, figure=1))
    _, findings = built(folder)
    (found, *_) = [each for each in findings if each.code == "S110"]
    assert found.hint == "een periode ligt in 1800 tot en met 2099"


def test_too_many_steps_back_are_a_fault_at_their_place(tmp_path: Path) -> None:
    text = "{{ aanvragen['1800/2099']" + ".vorige" * 9 + " }}"
    _, findings = built(project(tmp_path, text=text))
    assert any("T304" in line and "jaartelling" in line for line in lines(findings))
