"""The head of a table: one row of heads, or two where columns have groups."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rapportage.document import Cell, CellKind, Content, Row, plain_text
from rapportage.text.tables.column import Column


def head_rows(id: str, corner: Content, columns: Sequence[Column]) -> tuple[Row, ...]:
    """The rows; a cell names the heads above it."""
    groups = [plain_text(column.group) for column in columns]
    if not any(groups):
        heads = tuple(_head_cell(id, column, place, ()) for place, column in enumerate(columns))
        return (Row((Cell(CellKind.COLUMN_HEAD, corner, id=f"{id}-k"), *heads)),)
    upper = [Cell(CellKind.COLUMN_HEAD, corner, rows=2, id=f"{id}-k")]
    lower: list[Cell] = []
    for name, members in groupby(enumerate(columns), key=lambda pair: groups[pair[0]]):
        places = list(members)
        above = f"{id}-g{places[0][0]}"
        if name:
            upper.append(Cell(CellKind.COLUMN_HEAD, places[0][1].group, columns=len(places), id=above))
        for place, column in places:
            cell = _head_cell(id, column, place, (above,) if name else ())
            (lower if name else upper).append(cell if name else _over_two_rows(cell))
    return (Row(tuple(upper)), Row(tuple(lower)))


def _head_cell(id: str, column: Column, place: int, above: tuple[str, ...]) -> Cell:
    return Cell(CellKind.COLUMN_HEAD, column.head, id=f"{id}-k{place}", headers=above)


def _over_two_rows(cell: Cell) -> Cell:
    return Cell(cell.kind, cell.content, rows=2, id=cell.id)
