"""The dimensions of crossed parts as columns of their own: 'Utrecht, koop' is 'Utrecht' and 'koop' for who computes."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.document import Row, Value
from rapportage.figures.parts import Part
from rapportage.pages.attachments.figures import words


def dimensions_of_rows(rows: Sequence[Row]) -> dict[str, list[str]]:
    """By dimension what each row is in it; nothing for a table in which no row is of a crossed part."""
    parts = [_crossed(row) for row in rows]
    dimensions = dict.fromkeys(dimension for part in parts if part for dimension in part.dimensions)
    return {each: [(part.get(each) if part else None) or "" for part in parts] for each in dimensions}


def _crossed(row: Row) -> Part | None:
    """The crossed part after which a row is called, by the origin of its figures."""
    head = _plain(words(row.cells[0].content))
    for cell in row.cells[1:]:
        for item in cell.content:
            trace = item.trace if isinstance(item, Value) else None
            for each in trace.inputs if trace else ():
                if len(each.part.names) > 1 and _plain(each.part.label) == head:
                    return each.part
    return None


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")
