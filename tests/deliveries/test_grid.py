"""Cells, and how they are named."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapportage.deliveries.grid import Cell, CellKind, Sheet, address, column_name, place


@pytest.mark.parametrize(
    ("column", "name"),
    [(0, "A"), (1, "B"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA"), (16383, "XFD")],
)
def test_columns_are_named_as_a_workbook_does(column: int, name: str) -> None:
    assert column_name(column) == name
    assert address(6, column) == f"{name}7"


def test_outside_the_sheet_is_blank() -> None:
    sheet = Sheet("Tabel 1", ((Cell(0, 0, "653", CellKind.NUMBER, Decimal(653)),),))
    assert sheet.cell(0, 0).value == 653
    assert sheet.cell(4, 2) == Cell(4, 2)
    assert sheet.cell(-1, 0).kind is CellKind.BLANK


def test_a_message_begins_with_file_sheet_and_cell() -> None:
    assert place("mei.xlsx", "Tabel 1", Cell(6, 1)) == "mei.xlsx, blad 'Tabel 1', cel B7"
    assert place("mei.csv", cell="C2") == "mei.csv, cel C2"
    assert place("mei.xlsx") == "mei.xlsx"
