"""Deliveries and projects for tests: sheets are written as text, as who opens the file sees them."""

from __future__ import annotations

import re
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from rapportage.deliveries.grid import Cell, CellKind, Delivery, Sheet
from rapportage.deliveries.importing import ImportRequest, ImportResult, import_delivery
from rapportage.diagnostics import Findings
from tests.deliveries.made import MadeSheet, xlsx

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

MONTH = """\
Asielaanvragen in mei 2020
;april;april;mei;mei
Nationaliteit;Eerste;Herhaald;Eerste;Herhaald
Totaal;300;20;341;22
Syrië;100;5;106;8
Turkije;80;x;119;x
onbekend;120;-;116;-
Bron: IND, 24 juni 2020
"""

LEVERING = """\
bestand: leveringen/ind-{periode}.xlsx
bron: {naam: ind, titel: "Asielinstroom in {maandnaam} {jaar}", uitgever: IND, datum: 2020-06-24}
blad: Tabel 1
koppen: [2, 3]
rijen: {vanaf: Totaal, tot: "Bron:"}
tekens: {"-": 0, x: "."}
reeksen:
  eerste_aanvragen:
    titel: Eerste aanvragen
    eenheid: aanvragen
    totaal: {rij: Totaal, kolom: ["{maandnaam}", Eerste]}
    naar: {nationaliteit: {rijkop: A, kolom: ["{maandnaam}", Eerste]}}
"""

CHANGING = LEVERING.replace("Eerste]}}", "Eerste], wisselt: ja}}")
"""The same, where every month may have other nationalities."""


def cell(row: int, column: int, text: str) -> Cell:
    """A cell with that text: a number where it is one."""
    text = text.strip()
    if not text:
        return Cell(row, column)
    if _NUMBER.fullmatch(text):
        return Cell(row, column, text, CellKind.NUMBER, Decimal(text))
    return Cell(row, column, text, CellKind.TEXT)


def sheet(text: str, name: str = "Tabel 1") -> Sheet:
    """A sheet of lines with ';' between the cells."""
    lines = [line.split(";") for line in text.splitlines()]
    width = max(map(len, lines))
    rows = [[*line, *[""] * (width - len(line))] for line in lines]
    return Sheet(name, tuple(tuple(cell(r, c, words) for c, words in enumerate(row)) for r, row in enumerate(rows)))


def delivery(*sheets: Sheet, path: str = "leveringen/ind-2020-05.xlsx") -> Delivery:
    return Delivery(path, sha256(repr(sheets).encode()).hexdigest(), "xlsx", sheets)


def project(folder: Path, levering: str = CHANGING, period: str | None = None) -> Path:
    """A project with a levering, the name of a delivered file, and perhaps a period file."""
    for name in ("leveringen", "data", "layouts"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "leveringen" / "ind.yaml").write_text(levering, encoding="utf-8")
    (folder / "leveringen" / "ind-2020-05.xlsx").write_bytes(b"")
    if period is not None:
        (folder / "data" / "2020-05.yaml").write_text(period, encoding="utf-8")
    return folder


def imported(
    folder: Path, given: Delivery, *, write: bool = True, **asked: object
) -> tuple[ImportResult | None, Findings]:
    """What an import of that delivery makes; written, as the command does."""
    findings = Findings()
    request = ImportRequest("ind", "2020-05", folder, **asked)  # type: ignore[arg-type]  # as the test asks
    result = import_delivery(request, lambda path, shown, found, decimal: given, findings)
    if result is not None and write:
        for path, data in result.made.items():
            path.write_bytes(data)
    return result, findings


GIVEN_LAYOUT = """\
titel: Proef
blokken:
  - kop: Aanvragen
  - tekst: |
      Er waren {{ eerste_aanvragen }} eerste aanvragen, waarvan {{ eerste_aanvragen['Syrië'] }} uit Syrië.
  - tabel:
      id: landen
      titel: Eerste aanvragen naar nationaliteit
      rijkop: Nationaliteit
      rijen: "{{ eerste_aanvragen | alle }}"
      kolommen: [{kop: Aanvragen, waarde: "{{ rij }}"}]
  - bronvermelding
"""


def workbook(text: str = MONTH) -> bytes:
    """The sheet as a workbook, which says that it is made."""
    rows = [[int(each) if each.isdecimal() else each or None for each in line.split(";")] for line in text.splitlines()]
    return xlsx(MadeSheet("Tabel 1", rows))


def delivered_project(folder: Path) -> Path:
    """A project with a levering, a delivered workbook and a layout; nothing is imported yet."""
    project(folder)
    (folder / "leveringen" / "ind-2020-05.xlsx").write_bytes(workbook())
    (folder / "layouts" / "proef.yaml").write_text(GIVEN_LAYOUT, encoding="utf-8")
    return folder
