"""The structure of a table: regular, and heads that cells can name (ISO 14289-1, 7.5; ISO 32000-1, 14.8.4.3.4)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from rapportage.proof.inspection.plain import text_of
from rapportage.proof.inspection.tree import Element

MAX_SPAN = 1000
"""No honest cell spans more columns or rows."""
_SECTIONS = ("THead", "TBody", "TFoot")


class _Cell(Struct, frozen=True):
    element: Element
    across: int
    down: int
    id: str | None
    heads: tuple[str, ...]
    """Those that it names."""


def table_faults(table: Element) -> Iterator[str]:
    """Cells that overlap, rows of unequal width, and cells that name a head which this table does not have."""
    sections = [element for element in table.elements if element.standard in _SECTIONS] or [table]
    widths: set[int] = set()
    cells: list[_Cell] = []
    for section in sections:
        rows = [[_cell(each) for each in row.elements] for row in section.elements if row.standard == "TR"]
        cells += [cell for row in rows for cell in row]
        yield from _grid(rows, widths)
    if len(widths) > 1:
        yield f"een tabel met rijen van {min(widths)} tot {max(widths)} kolommen"
    yield from _heads(cells)


def _cell(element: Element) -> _Cell:
    attributes = element.attributes("/Table")
    across, down = _whole(attributes.get("/ColSpan"), 1), _whole(attributes.get("/RowSpan"), 1)
    named = element.objects.items(attributes.get("/Headers"))
    heads = tuple([text for each in named if (text := text_of(each)) is not None])
    return _Cell(element, across, down, element.text("/ID"), heads)


def _whole(value: object, default: int) -> int:
    return value if isinstance(value, int) else default


def _grid(rows: list[list[_Cell]], widths: set[int]) -> Iterator[str]:
    """Sets the cells of one section out over its columns; adds the width of each row to `widths`."""
    reaching: list[int] = []
    """By column, the rows that a cell above still fills."""
    for row in rows:
        column = 0
        filled = [left > 0 for left in reaching]
        reaching = [max(left - 1, 0) for left in reaching]
        for cell in row:
            across, down = cell.across, cell.down
            if not (1 <= across <= MAX_SPAN and 1 <= down <= MAX_SPAN):
                yield f"een tabel met een cel over {across} kolommen en {down} rijen"
                return
            while column < len(filled) and filled[column]:
                column += 1
            end = column + across
            filled += [False] * (end - len(filled))
            reaching += [0] * (end - len(reaching))
            if any(filled[column:end]):
                yield "een tabel met cellen over elkaar"
            filled[column:end] = [True] * across
            reaching[column:end] = [down - 1] * across
            column = end
        widths.add(sum(filled))
    if any(reaching):
        yield "een tabel met een cel die voorbij de laatste rij reikt"


def _heads(cells: list[_Cell]) -> Iterator[str]:
    heads = {cell.id for cell in cells if cell.element.standard == "TH"}
    for cell in cells:
        for id in cell.heads:
            if id not in heads:
                yield f"een cel noemt een kop '{id}' die er niet is"
            elif id == cell.id:
                yield f"kop '{id}' noemt zichzelf"
