"""A small project of one series, and what an expression in it gives."""

from __future__ import annotations

from pathlib import Path

from rapportage.diagnostics import Findings
from rapportage.document import Cell, Document, Paragraph, Table, plain_text, walk
from rapportage.pipeline import BuildRequest, compose

HEAD = "periode: {period}\nuitgave: {{datum: {period}}}\nbronnen: {{b: {{titel: Titel, uitgever: CBS}}}}\ncijfers:\n"


def project(folder: Path, **series: str) -> Path:
    """A project with these series over March 2026: each what comes after its title, unit and source."""
    return with_periods(folder, {"2026-03": series})


def with_periods(folder: Path, periods: dict[str, dict[str, str]]) -> Path:
    for name in ("data", "layouts"):
        (folder / name).mkdir(exist_ok=True)
    for period, series in periods.items():
        body = "".join(
            f"  {name}: {{titel: {name.title()}, eenheid: huizen, bron: b, {rest}}}\n" for name, rest in series.items()
        )
        (folder / "data" / f"{period}.yaml").write_text(HEAD.format(period=period) + body, encoding="utf-8")
    return folder


def composed(folder: Path, blocks: str, period: str = "2026-03") -> tuple[Document | None, Findings]:
    (folder / "layouts" / "proef.yaml").write_text(f"titel: Proef\nblokken:\n{blocks}", encoding="utf-8")
    findings = Findings()
    return compose(BuildRequest("proef", period, folder), findings), findings


def said(folder: Path, text: str, period: str = "2026-03") -> str:
    """What the text says, or its faults."""
    document, findings = composed(folder, f"  - tekst: |\n      {text}\n", period)
    if document is None or findings:
        told = (f"{item.code} {item.message}" + (f" | {item.hint}" if item.hint else "") for item in findings)
        return "; ".join(told).replace("\u00a0", " ")
    paragraphs = [block for block in walk(document.blocks) if isinstance(block, Paragraph)]
    return plain_text(paragraphs[0].content).replace("\u00a0", " ")


def rows(folder: Path, table: str) -> list[list[str]]:
    """What the rows of a table with these keys show."""
    lines = f"titel: T, rijkop: R, {table}"
    document, findings = composed(folder, f"  - tabel: {{{lines}}}\n")
    assert document is not None, [f"{item.code} {item.message}" for item in findings]
    (found,) = (block for block in walk(document.blocks) if isinstance(block, Table))

    def shown(cell: Cell) -> str:
        return plain_text(cell.content).replace("\u00a0", " ")

    return [[shown(cell) for cell in row.cells] for row in found.body]
