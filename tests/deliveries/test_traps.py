"""Traps in delivered files: each is told at its cell, and no figure is written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from rapportage.deliveries.importing import ImportRequest, ImportResult, import_delivery
from rapportage.deliveries.opening import open_delivery
from rapportage.diagnostics import Findings
from tests.deliveries.imports import LEVERING, MONTH, project
from tests.deliveries.made import Content, Error, Formula, MadeSheet, Styled, package, xlsx
from tests.deliveries.made_xls import encrypted
from tests.deliveries.test_bad_files import BOMB
from tests.deliveries.test_importing import FILE

CORPUS = yaml.safe_load((Path(__file__).parent / "traps" / "corpus.yaml").read_text(encoding="utf-8"))
_CELL = re.compile(r"([A-Z])(\d+)")


def content(words: Any) -> Content:
    """What a cell of a workbook holds: as a corpus says it, or as text that may be a number."""
    match words:
        case {"getal": number, "opmaak": code} | {"datum": number, "opmaak": code}:
            return Styled(number, code)
        case {"formule": formula}:
            return Formula(formula)
        case {"fout": text}:
            return Error(text)
        case str() if words.startswith("'"):
            return words[1:]
    return words


def rows(trap: dict[str, Any]) -> list[list[Content]]:
    """The sheet without a trap, and then with it."""
    made: list[list[Content]] = [
        [int(cell) if cell.isdecimal() else cell or None for cell in line.split(";")] for line in MONTH.splitlines()
    ]
    made = [[*line, *[None] * (5 - len(line))] for line in made]
    for place, words in trap.get("cel", {}).items():
        found = _CELL.fullmatch(place)
        assert found is not None
        row, column = int(found[2]) - 1, ord(found[1]) - ord("A")
        made += [[None] * 5 for _ in range(row + 1 - len(made))]
        made[row][column] = content(words)
    return made


def planted(trap: dict[str, Any], folder: Path) -> tuple[ImportResult | None, Findings]:
    """What the import of a workbook with that trap gives."""
    levering = trap.get("hele_levering", LEVERING)
    for old, new in trap.get("levering", {}).items():
        assert old in levering
        levering = levering.replace(old, new)
    period = FILE.replace("{Syrië: 106, Turkije: }", trap["periode"]) if "periode" in trap else None
    project(folder, levering, period)
    if "heel_bestand" in trap:
        return run(folder, trap["heel_bestand"].encode())
    sheet = MadeSheet(
        "Tabel 1",
        rows(trap),
        merged=[trap["samengevoegd"]] if "samengevoegd" in trap else [],
        state=trap.get("verborgen_blad", "visible"),
        hidden_rows=[trap["verborgen_rij"] - 1] if "verborgen_rij" in trap else [],
        hidden_columns=[ord(trap["verborgen_kolom"]) - ord("A")] if "verborgen_kolom" in trap else [],
    )
    others = [MadeSheet(trap["nog_een_blad"], rows({}))] if "nog_een_blad" in trap else []
    return run(folder, xlsx(sheet, *others))


def run(folder: Path, data: bytes) -> tuple[ImportResult | None, Findings]:
    (folder / "leveringen" / "ind-2020-05.xlsx").write_bytes(data)
    findings = Findings()
    request = ImportRequest("ind", "2020-05", folder)
    return import_delivery(request, open_delivery(folder), findings), findings


def test_without_a_trap_all_is_imported(tmp_path: Path) -> None:
    result, findings = planted({}, tmp_path)
    assert [str(item) for item in findings] == []
    assert result is not None
    assert result.figures == 4


def test_there_are_enough_traps() -> None:
    assert len(CORPUS) >= 30
    assert len({trap["wat"] for trap in CORPUS}) == len(CORPUS)


@pytest.mark.parametrize("trap", CORPUS, ids=[trap["wat"].replace(" ", "-") for trap in CORPUS])
def test_a_trap_is_told_at_its_cell(trap: dict[str, Any], tmp_path: Path) -> None:
    result, findings = planted(trap, tmp_path)
    assert result is None
    code, words = trap["gemeld"]
    told = [f"{item.code} {item.message}" for item in findings if item.is_error]
    assert any(each.startswith(code) and words in each for each in told), told
    assert any("leveringen/ind-2020-05.xlsx" in each for each in told)
    assert all(item.hint for item in findings if item.is_error)


def test_all_traps_of_a_file_are_told_in_one_run(tmp_path: Path) -> None:
    trap = {"cel": {"D5": "geen", "D6": {"fout": "#N/A"}, "D7": None}}
    _, findings = planted(trap, tmp_path)
    assert [item.code for item in findings] == ["I411", "I403", "I410"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (encrypted(), "I102"),
        (xlsx(MadeSheet("Tabel 1", [[]])), "I113"),
        (b"", "I113"),
        (package({"word/document.xml": "<x/>"}), "I101"),
        (xlsx(MadeSheet("Tabel 1", [["x"]]), more={"xl/worksheets/sheet1.xml": BOMB + "<worksheet/>"}), "I104"),
    ],
)
def test_a_file_that_can_not_be_read_is_told(data: bytes, code: str, tmp_path: Path) -> None:
    result, findings = run(project(tmp_path), data)
    assert result is None
    assert [item.code for item in findings] == [code]
    assert not list((tmp_path / "data").iterdir())


def test_a_long_file_is_read_whole(tmp_path: Path) -> None:
    """Two hundred thousand rows, of which the levering takes one."""
    levering = """\
bestand: leveringen/ind-{periode}.xlsx
bron: {naam: ind, titel: Lang, uitgever: IND}
kolom: Waarde
reeksen:
  lang: {titel: Lang, eenheid: stuks, totaal: {rij: r199999}}
"""
    lines = "".join(f"r{number};{number}\n" for number in range(200_000))
    result, findings = run(project(tmp_path, levering), f"Naam;Waarde\n{lines}".encode())
    assert [str(item) for item in findings] == []
    assert result is not None
    assert "totaal: 199999" in next(iter(result.made.values())).decode()
