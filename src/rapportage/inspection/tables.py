"""The structure of a table: regular, and heads that cells can name (ISO 14289-1, 7.5)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from rapportage.inspection.tree import Element


def table_faults(table: Element) -> Iterator[str]:
    """Rows of unequal width, and cells that name a head that is not there."""
    rows = [element for element in table.walk() if element.standard == "TR"]
    widths = _widths(rows)
    if len(set(widths)) > 1:
        yield f"een tabel met rijen van {min(widths)} tot {max(widths)} kolommen"
    heads = {element.text("/ID") for element in table.walk() if element.standard == "TH"}
    for cell in table.walk():
        named = cell.attribute("/Table", "/Headers")
        for id in named if isinstance(named, pikepdf.Array) else ():
            if str(id) not in heads:
                yield f"een cel noemt een kop '{id}' die er niet is"


def _widths(rows: list[Element]) -> list[int]:
    """How many columns each row fills, cells that reach into it from above included."""
    widths = []
    reaching: list[tuple[int, int]] = []
    for row in rows:
        width = sum(columns for columns, _ in reaching)
        reaching = [(columns, left - 1) for columns, left in reaching if left > 1]
        for cell in row.elements:
            columns = cell.number("/Table", "/ColSpan", 1)
            width += columns
            down = cell.number("/Table", "/RowSpan", 1)
            if down > 1:
                reaching.append((columns, down - 1))
        widths.append(width)
    return widths
