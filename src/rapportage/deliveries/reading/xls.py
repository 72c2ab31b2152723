"""Workbooks of before 2007 (xls): values only, by calamine. What their formats show is not read, and that is told."""

from __future__ import annotations

import io
from math import isfinite

from rapportage.deliveries.grid import Cell, CellKind, Sheet
from rapportage.deliveries.reading.dates import shown_date
from rapportage.deliveries.reading.faults import DeliveryFault, damaged, too_large
from rapportage.deliveries.reading.limits import MOST_CELLS
from rapportage.deliveries.reading.merged_cells import Area, merged_filled
from rapportage.deliveries.reading.numbers import dutch, exact, from_text
from rapportage.deliveries.reading.packages import with_password
from rapportage.deliveries.reading.reports import Report
from rapportage.deliveries.reading.values import Value

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Of every file in the notation of before 2007, and of a newer one with a password."""
_OLD = (
    "dit is een oud bestand (xls): tekens in de opmaak van cijfers, procenten, afrondingen en verborgen rijen zijn er "
    "niet in te zien"
)
_MOST_BYTES = 40_000_000
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MACROS = "_VBA_PROJECT".encode("utf-16-le")


def read_xls(data: bytes, report: Report) -> tuple[Sheet, ...]:
    """The sheets of an old workbook.

    Raises:
        DeliveryFault: it can't be read.
    """
    import python_calamine as calamine

    if _ENCRYPTED in data:
        raise with_password()
    if len(data) > _MOST_BYTES:
        raise too_large(f"dit bestand is groter dan {_MOST_BYTES // 1_000_000} MB")
    try:
        opened = calamine.load_workbook(io.BytesIO(data))
        found = [(each, opened.get_sheet_by_name(each.name)) for each in opened.sheets_metadata]
    except calamine.PasswordError:
        raise with_password() from None
    except calamine.CalamineError as error:
        raise _no_workbook(str(error)) from None
    report.warn("I108", _OLD, "open het in een rekenprogramma en sla het op als xlsx")
    if _MACROS in data:
        report.macros()
    sheets = []
    for described, sheet in found:
        if sheet.total_height * sheet.total_width > MOST_CELLS:
            raise too_large("dit blad is te groot om een tabel te zijn", described.name)
        rows = [
            [_cell(row, column, value) for column, value in enumerate(values)]
            for row, values in enumerate(sheet.to_python(skip_empty_area=False))
        ]
        areas = [Area(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
        is_hidden = described.visible != calamine.SheetVisibleEnum.Visible
        sheets.append(Sheet(described.name, merged_filled(rows, areas), is_hidden))
    return tuple(sheets)


def _no_workbook(why: str) -> DeliveryFault:
    return damaged(f"dit oude bestand is niet als werkmap te lezen ({why})")


def _cell(row: int, column: int, value: Value) -> Cell:
    match value:
        case str():
            return from_text(row, column, value)
        case bool():
            return Cell(row, column, "WAAR" if value else "ONWAAR", CellKind.BOOLEAN)
        case int() | float():
            if not isfinite(value):
                return Cell(row, column, str(value), CellKind.ERROR)
            number = exact(value)
            return Cell(row, column, dutch(number), CellKind.NUMBER, number)
        case _:
            return Cell(row, column, shown_date(value, "dd-mm-yyyy"), CellKind.DATE)
