"""Workbooks of before 2007: values, and a warning."""

from __future__ import annotations

from decimal import Decimal

from tests.deliveries.made_xls import xls
from tests.deliveries.shared import read


def test_values_come_with_a_warning() -> None:
    delivery, findings = read(xls("Tabel 1", [["Land", "mei"], ["Syrië", 653.0], ["Overig", 0.1 + 0.2]]))
    assert delivery is not None
    assert [(item.code, item.is_error) for item in findings] == [("I108", False)]
    assert delivery.format == "xls"
    (sheet,) = delivery.sheets
    assert sheet.name == "Tabel 1"
    assert [[cell.text for cell in row] for row in sheet.rows] == [["Land", "mei"], ["Syrië", "653"], ["Overig", "0,3"]]
    assert sheet.cell(2, 1).value == Decimal("0.3")
