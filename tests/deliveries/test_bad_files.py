"""Files that are damaged or meant to do harm: each is told, and none does."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest

from rapportage.deliveries.reading import packages
from rapportage.deliveries.reading.read import SIGNATURE
from tests.deliveries.made import MadeSheet, package, sheet_xml, xlsx
from tests.deliveries.made_ods import ods, row, table, words
from tests.deliveries.made_xls import encrypted, xls
from tests.deliveries.shared import read, refused

SHEET = MadeSheet("Tabel 1", [["Land", "mei"], ["Syrië", 653]])
BOMB = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


def with_sheet(xml: str) -> bytes:
    return xlsx(SHEET, more={"xl/worksheets/sheet1.xml": xml})


@pytest.mark.parametrize(
    "part",
    ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"],
)
def test_entities_are_refused_in_every_part(part: str) -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx(SHEET))) as opened:
        parts: dict[str, bytes | str] = {name: opened.read(name) for name in opened.namelist()}
    parts[part] = BOMB.encode() + bytes(parts[part]).replace(b'<?xml version="1.0"?>', b"")
    assert refused(package(parts)).startswith("I104 x: in het onderdeel")


def test_entities_are_refused_in_the_texts_that_sheets_share() -> None:
    made = xlsx(SHEET, more={"xl/sharedStrings.xml": BOMB + "<sst><si><t>&b;</t></si></sst>"})
    assert refused(made).startswith("I104 x: in het onderdeel xl/sharedStrings.xml")


def test_entities_are_refused_in_ods() -> None:
    made = ods(table("a", row(words("x"))))
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        parts: dict[str, bytes | str] = {name: opened.read(name) for name in opened.namelist()}
    content = bytes(parts["content.xml"]).partition(b"?>")[2]
    assert refused(package({**parts, "content.xml": BOMB.encode() + content})).startswith("I104 x: in het onderdeel")


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MOST_UNPACKED", 1_000_000)
    assert refused(with_sheet(sheet_xml(" " * 2_000_000))).startswith("I103 x: uitgepakt is dit bestand groter dan")


def test_a_bomb_that_lies_of_its_size_is_not_unpacked() -> None:
    content = sheet_xml(" " * 5_000_000).encode()
    made = bytearray(with_sheet(content.decode()))
    true, told = struct.pack("<I", len(content)), struct.pack("<I", 1000)
    assert true in made
    lying = bytes(made).replace(true, told).replace(
        struct.pack("<I", zlib.crc32(content)), struct.pack("<I", zlib.crc32(content[:1000]))
    )  # fmt: skip
    assert refused(lying).startswith("I105 x: het onderdeel xl/worksheets/sheet1.xml is")


def test_a_cell_far_away_makes_no_large_sheet() -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    expected = "I103 x, blad 'Tabel 1', cel XFD1048576: dit blad is te groot om een tabel te zijn"
    assert refused(with_sheet(sheet_xml(cells))) == expected


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (encrypted(), "I102 x: dit bestand is met een wachtwoord beveiligd"),
        (ods(manifest="<x><manifest:encryption-data/></x>"), "I102 x: dit bestand is met een wachtwoord beveiligd"),
        (xlsx(SHEET)[:-30], "I105 x: dit bestand is beschadigd of niet helemaal aangekomen"),
        (b"PK\x03\x04 en dan niets", "I105 x: dit bestand is beschadigd of niet helemaal aangekomen"),
        (xls("a", [["x"]])[:600], "I105 x: dit oude bestand is niet als werkmap te lezen"),
        (package({"word/document.xml": "<x/>"}), "I101 x: dit is geen bestand dat hier gelezen wordt"),
        (b"%PDF-1.7", "I101 x: dit is geen bestand dat hier gelezen wordt"),
        (b"<html><table></table></html>", "I101 x: dit is geen bestand dat hier gelezen wordt"),
        (with_sheet("<worksheet>"), "I105 x: het onderdeel xl/worksheets/sheet1.xml is geen leesbare XML (regel 1)"),
        (with_sheet("<a/>"), "I105 x: het onderdeel xl/worksheets/sheet1.xml is geen blad met cellen"),
        (with_sheet(sheet_xml('<row r="1"><c r="@1"><v>1</v></c></row>')), "I105 x: '@1' is geen cel"),
        (with_sheet(sheet_xml('<row r="0"><c r="A0"><v>1</v></c></row>')), "I105 x: "),
        (with_sheet(sheet_xml('<row r="1"><c r="A2"><v>1</v></c></row>')), "I105 x: de cel A2 staat in een andere rij"),
        (with_sheet(sheet_xml('<row r="1"><c r="ZZZ1"><v>1</v></c></row>')), "I105 x: 'ZZZ1' is geen cel"),
        (with_sheet(sheet_xml('<row r="1"><c r="A1" s="-1"><v>1</v></c></row>')), "I105 x: '-1' kan geen rij"),
        (with_sheet(sheet_xml("")), "I113 x: in dit bestand staat niets"),
        (xlsx(SHEET, more={"xl/workbook.xml": "<workbook/>"}), "I113 x: in dit bestand staat niets"),
        (xlsx(SHEET, more={"_rels/.rels": "<a/>"}), "I105 x: hierin staat geen werkmap"),
        (
            ods(table("a", row('<table:table-cell office:value-type="float" office:value="x"/>'))),
            "I105 x: 'x' kan geen",
        ),
        (ods(table("a", row(words("x"), more=' table:number-rows-repeated="0"'))), "I105 x: '0' kan geen aantal"),
    ],
)
def test_each_is_told(data: bytes, fault: str) -> None:
    assert refused(data).startswith(fault)


@pytest.mark.parametrize("data", [xlsx(SHEET), ods(table("a", row(words("x")))), xls("a", [["x", 1.0]])])
def test_no_damage_is_a_bug_of_ours(data: bytes) -> None:
    """Whatever byte is spoilt, the file is read or refused."""
    step = len(data) // (15 if data.startswith(SIGNATURE) else 150)  # an old file is read by a process of its own
    for place in range(0, len(data), step):
        spoilt = data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]
        delivery, findings = read(spoilt)
        assert delivery is not None or [item for item in findings if item.is_error]
