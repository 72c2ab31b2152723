"""Cells that were merged show one text: each of them gets it, so that a head is found over all its columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapportage.deliveries.grid import Cell
from rapportage.deliveries.reading.faults import damaged
from rapportage.deliveries.reading.limits import MOST_CELLS


class Area(Struct, frozen=True):
    """Cells that were made one."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


def merged_filled(rows: Sequence[list[Cell]], areas: Iterable[Area]) -> tuple[tuple[Cell, ...], ...]:
    """The rows with the first cell of each area in all its cells, as far as these are among the rows.

    Raises:
        DeliveryFault: there are more such cells than a sheet has.
    """
    room = MOST_CELLS
    for area in areas:
        last_row = min(area.last_row, len(rows) - 1)
        last_column = min(area.last_column, len(rows[0]) - 1 if rows else -1)
        room -= max(0, last_row - area.first_row + 1) * max(0, last_column - area.first_column + 1)
        if room < 0:
            raise damaged("er zijn meer samengevoegde cellen dan in een blad passen")
        is_more = (area.first_row, area.first_column) != (area.last_row, area.last_column)
        if is_more and area.first_row <= last_row and area.first_column <= last_column:
            first = rows[area.first_row][area.first_column]
            rows[area.first_row][area.first_column] = replace(first, covers=True)
        for row in range(area.first_row, last_row + 1):
            for column in range(area.first_column, last_column + 1):
                if (row, column) != (area.first_row, area.first_column):
                    first, own = rows[area.first_row][area.first_column], rows[row][column]
                    rows[row][column] = replace(
                        first, row=row, column=column, merged=True, covers=False, hidden=own.hidden
                    )
    return tuple(map(tuple, rows))
