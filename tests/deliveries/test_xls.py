"""Workbooks of before 2007: values, and a warning."""

from __future__ import annotations

from decimal import Decimal

from tests.deliveries.made_xls import xls
from tests.deliveries.shared import read, refused


def test_values_come_with_a_warning() -> None:
    delivery, findings = read(xls("Tabel 1", [["Land", "mei"], ["Syrië", 653.0], ["Overig", 0.1 + 0.2]]))
    assert delivery is not None
    assert [(item.code, item.is_error) for item in findings] == [("I108", False)]
    assert delivery.format == "xls"
    (sheet,) = delivery.sheets
    assert sheet.name == "Tabel 1"
    assert [[cell.text for cell in row] for row in sheet.rows] == [["Land", "mei"], ["Syrië", "653"], ["Overig", "0,3"]]
    assert sheet.cell(2, 1).value == Decimal("0.3")


def test_a_file_that_ends_the_process_of_its_reader_is_told() -> None:
    """The first record of its stream says to be of one byte."""
    spoilt = bytearray(xls("Tabel 1", [["Land", "mei"]]))
    opening = spoilt.index(b"\x09\x08\x10\x00")
    spoilt[opening + 2] = 1
    assert refused(bytes(spoilt)) == "I105 x: dit oude bestand is te beschadigd om te lezen"
