"""Projects with a fault in them, and what is said of it."""

from __future__ import annotations

import shutil
from pathlib import Path

from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, BuildResult, build

ROOT = Path(__file__).parents[1]

PERIOD = """\
periode: 2020-05
uitgave: {datum: 2020-06-24}
bronnen:
  ind: {titel: Asielinstroom in mei 2020, uitgever: IND, datum: 2020-06-24, url: "https://ind.nl/"}
cijfers:
  aanvragen:
    titel: Aanvragen
    eenheid: aanvragen
    bron: ind
    totaal: 341
    naar:
      nationaliteit: {Syrië: 106, onbekend: 26, Turkije: 19, Nigeria: <5}
  leeg:
    titel: Niets
    eenheid: aanvragen
    bron: ind
    totaal: 0
    naar:
      nationaliteit: {Syrië: 0}
  aantal_onbekend:
    titel: Onbekende reeks
    eenheid: aanvragen
    bron: ind
    totaal: .
"""

LAYOUT = """\
titel: Proef
noten:
  uitleg: Een noot.
blokken:
  - kop: Vraag
  - tekst: |
      {text}
"""


def project(
    folder: Path, *, text: str = "Er waren {{ aanvragen }}.", layout: str | None = None, period: str = PERIOD
) -> Path:
    """A project with one layout ('proef') and one period (2020-05)."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "layouts").mkdir(exist_ok=True)
    (folder / "data" / "2020-05.yaml").write_text(period, encoding="utf-8")
    made = layout if layout is not None else LAYOUT.replace("{text}", text.replace("\n", "\n      "))
    (folder / "layouts" / "proef.yaml").write_text(made, encoding="utf-8")
    return folder


def samples(folder: Path) -> Path:
    """A copy of the real data and layouts, to spoil."""
    for name in ("data", "layouts"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def built(
    folder: Path, layout: str = "proef", period: str = "2020-05", as_of: str | None = None
) -> tuple[BuildResult | None, Findings]:
    findings = Findings()
    return build(BuildRequest(layout, period, folder, as_of), findings), findings


def lines(findings: Findings) -> list[str]:
    """Each finding as 'line:column code message', for comparing."""
    return [
        f"{item.span.line}:{item.span.column} {item.code} {item.message}"
        if item.span
        else f"{item.code} {item.message}"
        for item in findings
    ]
