"""The process that reads an old workbook (xls) by calamine: from its bytes to sheets, which it says on its output."""

from __future__ import annotations

import io
import sys
from contextlib import suppress
from math import isfinite

import msgspec

from rapportage.deliveries.grid import Cell, CellKind, Sheet
from rapportage.deliveries.reading.dates import shown_date
from rapportage.deliveries.reading.faults import DeliveryFault, damaged, too_large
from rapportage.deliveries.reading.limits import MOST_CELLS
from rapportage.deliveries.reading.merged_cells import Area, merged_filled
from rapportage.deliveries.reading.numbers import dutch, exact, from_text
from rapportage.deliveries.reading.packages import with_password
from rapportage.deliveries.reading.values import Value

_MOST_MEMORY = 6_000_000_000


class Answer(msgspec.Struct, frozen=True):
    sheets: tuple[Sheet, ...] = ()
    fault: tuple[str, str, str, str, str] | None = None
    """What a DeliveryFault is made of."""


def main() -> None:
    """Answers on the standard output."""
    _limit_memory()
    try:
        answer = Answer(_sheets(sys.stdin.buffer.read()))
    except DeliveryFault as fault:
        answer = Answer(fault=(fault.code, fault.message, fault.hint, fault.sheet, fault.cell))
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))


def _limit_memory() -> None:
    """Where the system can: elsewhere the size of the file has to do."""
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def _sheets(data: bytes) -> tuple[Sheet, ...]:
    import python_calamine as calamine

    try:
        opened = calamine.load_workbook(io.BytesIO(data))
        found = [(each, opened.get_sheet_by_name(each.name)) for each in opened.sheets_metadata]
    except calamine.PasswordError:
        raise with_password() from None
    except calamine.CalamineError as error:
        raise damaged(f"dit oude bestand is niet als werkmap te lezen ({error})") from None
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


if __name__ == "__main__":
    main()
