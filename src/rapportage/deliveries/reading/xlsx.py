"""Workbooks (xlsx): the values by calamine, and what that leaves out by a pass over each sheet."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

from msgspec.structs import replace

from rapportage.deliveries.grid import Cell, CellKind, Sheet, address
from rapportage.deliveries.reading.dates import shown_date
from rapportage.deliveries.reading.faults import damaged, too_large
from rapportage.deliveries.reading.formats import GENERAL, NumberFormat, Shown, number_format
from rapportage.deliveries.reading.hidden import SheetFacts, sheet_facts
from rapportage.deliveries.reading.limits import MOST_CELLS
from rapportage.deliveries.reading.merged_cells import merged_filled
from rapportage.deliveries.reading.numbers import from_text
from rapportage.deliveries.reading.packages import names_in, packed, unpacked
from rapportage.deliveries.reading.parts import ListedSheet, book
from rapportage.deliveries.reading.raised import with_raised
from rapportage.deliveries.reading.reports import Report
from rapportage.deliveries.reading.styles import cell_formats
from rapportage.deliveries.reading.values import Value
from rapportage.deliveries.reading.xml import Parser, escaped


def is_workbook(names: Sequence[str]) -> bool:
    """Whether a package with these parts is a workbook; xlsb has its sheets in another notation."""
    return "[Content_Types].xml" in names and "xl/workbook.xml" in names


def read_xlsx(data: bytes, report: Report) -> tuple[Sheet, ...]:
    """The sheets of a workbook.

    Raises:
        DeliveryFault: it can't be read.
    """
    names = names_in(data)
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        report.macros()
    parts = {name: with_raised(_without_cdata(part)) for name, part in unpacked(data, _wanted).items()}
    if _TEXTS in parts:
        Parser(_TEXTS).run(parts[_TEXTS])  # only whether it is XML without entities: calamine takes its texts
    described = book(parts)
    formats = [number_format(code) for code in cell_formats("styles", parts.get(described.styles or ""))]
    found = [(sheet, sheet_facts(sheet.part, _part(parts, sheet))) for sheet in described.sheets]
    for sheet, facts in found:
        if (facts.last_row + 1) * (facts.last_column + 1) > MOST_CELLS:
            raise too_large("dit blad is te groot om een tabel te zijn", sheet.name, address(*facts.furthest))
        if facts.other_books:
            report.other_files(sheet.name, [address(*place) for place in facts.other_books])
    values = _values(packed(parts), [sheet.name for sheet in described.sheets])
    return tuple(
        Sheet(sheet.name, _Rows(facts, formats).made(rows), sheet.hidden)
        for (sheet, facts), rows in zip(found, values, strict=True)
    )


def _wanted(name: str) -> bool:
    """The parts in which values can be; no pictures, macros, or what programs keep for themselves."""
    return name == "[Content_Types].xml" or (
        name.endswith((".xml", ".rels")) and name.startswith(("_rels/", "xl/")) and not name.startswith(_USELESS)
    )


_NUMBER = CellKind.NUMBER  # to ask an enumeration each time takes longer than the rest
_MOST_SHOWN = 100_000
"""So many different numbers of a sheet are kept with what is shown of them."""
_TEXTS = "xl/sharedStrings.xml"
_CDATA = re.compile(rb"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_USELESS = ("xl/drawings/", "xl/charts/", "xl/theme/", "xl/media/", "xl/externalLinks/", "xl/pivotCache/",
            "xl/persons/", "xl/threadedComments/", "xl/comments", "xl/printerSettings/", "xl/diagrams/")  # fmt: skip


def _without_cdata(part: bytes) -> bytes:
    """The same part with escaped text instead: what is in such a section, calamine leaves out."""
    return _CDATA.sub(lambda found: escaped(found[1].decode("latin-1")).encode("latin-1"), part)


def _part(parts: dict[str, bytes], sheet: ListedSheet) -> bytes:
    if sheet.part not in parts:
        raise damaged(f"het blad '{sheet.name}' ontbreekt in het bestand")
    return parts[sheet.part]


def _values(package: bytes, names: Sequence[str]) -> list[list[list[Value]]]:
    """The rows of each of these sheets."""
    import python_calamine as calamine

    try:
        opened = calamine.load_workbook(io.BytesIO(package))
        return [opened.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in names]
    except calamine.CalamineError as error:
        raise damaged(f"dit bestand is niet te lezen ({error})") from None


class _Rows:
    """Makes the cells of one sheet."""

    def __init__(self, facts: SheetFacts, formats: Sequence[NumberFormat]) -> None:
        self._facts, self._formats = facts, formats
        self._shown: dict[tuple[int, float], Shown] = {}
        """What was worked out already: in a table the same numbers come back."""

    def made(self, values: Sequence[Sequence[Value]]) -> tuple[tuple[Cell, ...], ...]:
        facts = self._facts
        width = facts.last_column + 1
        hides = [facts.hides_column(column) for column in range(width)]
        rows = []
        for row in range(facts.last_row + 1):
            given = [*(values[row] if row < len(values) else ()), *[""] * width][:width]
            rows.append(self._row(row, given, [True] * width if row in facts.hidden_rows else hides))
        for row, column in facts.without_value:
            rows[row][column] = replace(rows[row][column], formula_without_value=True)
        for (row, column), text in facts.errors.items():
            rows[row][column] = replace(rows[row][column], text=text, kind=CellKind.ERROR)
        return merged_filled(rows, facts.merged)

    def _row(self, row: int, values: Sequence[Value], hides: Sequence[bool]) -> list[Cell]:
        """Here most of the time goes: what most cells are comes first, and is not handed on."""
        styles, known = self._facts.styles.get(row, {}), self._shown
        cells = []
        for column, (value, hidden) in enumerate(zip(values, hides, strict=True)):
            if type(value) is float:
                style = styles.get(column, 0)
                shown = known.get((style, value)) or self._show(style, value)
                cells.append(Cell(row, column, shown.text, _NUMBER, shown.value, shown.stored, shown.mark,
                                  shown.percent, shown.scale, hidden))  # fmt: skip
            elif value == "":
                cells.append(Cell(row, column, hidden=hidden))
            elif type(value) is str:
                cells.append(from_text(row, column, value, hidden))
            else:
                cells.append(self._other(row, column, value, styles.get(column, 0), hidden))
        return cells

    def _show(self, style: int, value: float) -> Shown:
        """What is seen of a number, which is remembered."""
        if len(self._shown) == _MOST_SHOWN:
            self._shown.clear()
        shown = self._format(style).show_float(value)
        self._shown[style, value] = shown
        return shown

    def _other(self, row: int, column: int, value: Value, style: int, hidden: bool) -> Cell:
        match value:
            case bool():
                return Cell(row, column, "WAAR" if value else "ONWAAR", CellKind.BOOLEAN, hidden=hidden)
            case int() | float():
                shown = self._show(style, float(value))
                return Cell(row, column, shown.text, _NUMBER, shown.value, shown.stored, shown.mark, hidden=hidden)
            case str():
                return from_text(row, column, value, hidden)
            case _:
                moment = shown_date(value, self._format(style).code)
                return Cell(row, column, moment, CellKind.DATE, hidden=hidden)

    def _format(self, style: int) -> NumberFormat:
        return self._formats[style] if style < len(self._formats) else number_format(GENERAL)
