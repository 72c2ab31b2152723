"""A report of one layout over two periods, made in this process, and all that can be read from it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from rapportage import pipeline
from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, BuildResult, build
from tests.input.images.files import png

PERIODS = {
    "2020-04": """\
periode: 2020-04
uitgave: {datum: 2020-05-24}
bronnen:
  ind-april: {titel: Asielinstroom in april 2020, uitgever: IND, datum: 2020-05-24}
cijfers:
  aanvragen:
    titel: Aanvragen
    eenheid: aanvragen
    bron: ind-april
    totaal: 273
    naar:
      nationaliteit: {Syrië: 69, onbekend: 31, Turkije: 20, Nigeria: 8, Marokko: 7, Iran: 6, Eritrea: 12}
    reeks: {2020-01: 1967, 2020-02: 1512, 2020-03: 1022}
  leeg:
    titel: Andere
    eenheid: aanvragen
    bron: ind-april
    totaal: 14
    naar: {nationaliteit: {Syrië: 13}}
  aanvragen_rond: {titel: Rond, eenheid: aanvragen, bron: ind-april, afgerond_op: 10, totaal: 20}
""",
    "2020-05": """\
periode: 2020-05
uitgave: {datum: 2020-06-24}
bronnen:
  ind-mei: {titel: Asielinstroom in mei 2020, uitgever: IND, datum: 2020-06-24}
cijfers:
  aanvragen:
    titel: Aanvragen
    eenheid: aanvragen
    bron: ind-mei
    totaal: 341
    naar:
      nationaliteit: {Syrië: 106, onbekend: 26, Turkije: 19, Nigeria: <5, Marokko: ., Iran: n.v.t., Eritrea: 17*}
    reeks: {2020-01: 1967, 2020-02: 1512, 2020-03: 1022}
  leeg:
    titel: Andere
    eenheid: aanvragen
    bron: ind-mei
    totaal: 15
    naar: {nationaliteit: {Syrië: 15}}
  aanvragen_rond: {titel: Rond, eenheid: aanvragen, bron: ind-mei, afgerond_op: 10, totaal: ~0}
""",
}
NEW, OLD = "2020-05", "2020-04"
NOTES = {"uitleg": "Een noot die uitlegt.", "tweede": "Een noot die volgt."}


class Reports:
    """A project of which the layout is written anew for each report."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "data").mkdir()
        (folder / "layouts").mkdir()
        (folder / "k.png").write_bytes(png(60, 30))

    def write(self, layout: dict[str, Any], period_text: str | None = None) -> list[str]:
        """The lines of the file in which the text under test stands."""
        # JSON is YAML, and has each text on a line of its own.
        words = json.dumps(layout, ensure_ascii=False, indent=1)
        (self.folder / "layouts" / "proef.yaml").write_text(words, encoding="utf-8")
        text = json.dumps(period_text, ensure_ascii=False)
        own = f"teksten:\n  duiding: {text}\nbijschriften:\n  verloop:\n    2020-03: {text}\n" if period_text else ""
        for period, data in PERIODS.items():
            (self.folder / "data" / f"{period}.yaml").write_text(data + own, encoding="utf-8")
        return (PERIODS[NEW] + own if own else words).split("\n")

    def built(self, period: str = NEW, *, attachments: bool = False) -> tuple[BuildResult | None, Findings]:
        findings = Findings()
        return build(BuildRequest("proef", period, self.folder, attachments=attachments), findings), findings


@contextmanager
def at_once(work: Callable[[], Any]) -> Iterator[Callable[[], Any]]:
    """Instead of `beside`: a copy of the process for each of many reports takes longer than the work itself."""
    yield work


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reports:
    monkeypatch.setattr(pipeline, "in_parallel", at_once)
    return Reports(tmp_path)
