"""Workbooks made for tests, by writing the parts of the package; each says of itself that it is made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

from rapportage.deliveries.grid import address

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MADE = "Gemaakt voor een test; de cijfers zijn van niemand."


class Styled(Struct, frozen=True):
    """A number with a format: Styled(0.31, '0%')."""

    value: float | Decimal
    format: str


class Formula(Struct, frozen=True):
    """A formula, and what was worked out of it; nothing where `value` is None."""

    text: str
    value: float | None = None


class Error(Struct, frozen=True):
    text: str


Content = str | int | float | Decimal | bool | None | Styled | Formula | Error


class MadeSheet(Struct, frozen=True):
    """Rows and columns that are hidden count from 0; merged areas are 'B1:C1'."""

    name: str
    rows: Sequence[Sequence[Content]]
    merged: Sequence[str] = ()
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()
    state: str = "visible"


def xlsx(*sheets: MadeSheet, more: Mapping[str, bytes | str] | None = None) -> bytes:
    """A workbook with these sheets; `more` are parts of the package by name, also instead of those it would have."""
    formats = list(dict.fromkeys(cell.format for sheet in sheets for row in sheet.rows for cell in row
                                 if isinstance(cell, Styled)))  # fmt: skip
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "docProps/core.xml": _described(),
        "xl/workbook.xml": _workbook(sheets),
        "xl/_rels/workbook.xml.rels": _relations(
            [*(("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)), ("styles", "styles.xml")]
        ),
        "xl/styles.xml": _styles(formats),
    }
    for number, sheet in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = _sheet(sheet, formats)
    return package({**parts, **(more or {})})


def package(parts: Mapping[str, bytes | str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in parts.items():
            opened.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def sheet_xml(cells: str) -> str:
    """A sheet with these rows, as they are written in the file."""
    return f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'


def _sheet(sheet: MadeSheet, formats: Sequence[str]) -> str:
    columns = "".join(f'<col min="{n + 1}" max="{n + 1}" hidden="1"/>' for n in sheet.hidden_columns)
    rows = "".join(
        f'<row r="{number + 1}"{" hidden=" + quoteattr("1") if number in sheet.hidden_rows else ""}>'
        + "".join(_cell(address(number, column), cell, formats) for column, cell in enumerate(row))
        + "</row>"
        for number, row in enumerate(sheet.rows)
    )
    merged = "".join(f'<mergeCell ref="{area}"/>' for area in sheet.merged)
    merged = f"<mergeCells>{merged}</mergeCells>" if merged else ""
    cols = f"<cols>{columns}</cols>" if columns else ""
    return f'<worksheet xmlns="{MAIN}">{cols}<sheetData>{rows}</sheetData>{merged}</worksheet>'


def _cell(place: str, cell: Content, formats: Sequence[str]) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return f'<c r="{place}" t="b"><v>{int(cell)}</v></c>'
        case str():
            return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
        case Styled():
            return f'<c r="{place}" s="{formats.index(cell.format) + 1}"><v>{cell.value!s}</v></c>'
        case Formula():
            value = "" if cell.value is None else f"<v>{cell.value!r}</v>"
            return f'<c r="{place}"><f>{escape(cell.text)}</f>{value}</c>'
        case Error():
            return f'<c r="{place}" t="e"><v>{cell.text}</v></c>'
        case _:
            return f'<c r="{place}"><v>{cell!s}</v></c>'


def _styles(formats: Sequence[str]) -> str:
    numbered = "".join(f'<numFmt numFmtId="{164 + n}" formatCode={quoteattr(code)}/>' for n, code in enumerate(formats))
    used = "".join(f'<xf numFmtId="{164 + n}" applyNumberFormat="1"/>' for n in range(len(formats)))
    listed = f'<numFmts count="{len(formats)}">{numbered}</numFmts>' if formats else ""
    return (
        f'<styleSheet xmlns="{MAIN}">{listed}<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0"/>{used}</cellXfs></styleSheet>'
    )


def _workbook(sheets: Sequence[MadeSheet]) -> str:
    listed = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{n}" state="{sheet.state}" r:id="rId{n}"/>'
        for n, sheet in enumerate(sheets, 1)
    )
    return f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{listed}</sheets></workbook>'


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def _content_types(count: int) -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kind}.worksheet+xml"/>'
        for n in range(1, count + 1)
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>{sheets}'
        f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        "</Types>"
    )


def _described() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:description>{MADE}</dc:description></cp:coreProperties>"
    )
