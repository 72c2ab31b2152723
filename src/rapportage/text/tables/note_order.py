"""The notes of a table whose rows were put in another order: a, b, c as they are read."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from rapportage.document import Content, NoteMark, Row, Table


def in_reading_order(table: Table) -> Table:
    """The table with the same marks, given to its notes anew: the first that is read has the first."""
    notes = {note.id: note for note in table.notes}
    read = dict.fromkeys(id for content in _contents(table) for id in _marked(content) if id in notes)
    ordered = [notes[id] for id in (*read, *(id for id in notes if id not in read))]
    marks = {note.id: old.mark for note, old in zip(ordered, table.notes, strict=True)}
    return replace(
        table,
        caption=_with(table.caption, marks),
        head=tuple(_row(row, marks) for row in table.head),
        body=tuple(_row(row, marks) for row in table.body),
        remark=_with(table.remark, marks),
        notes=tuple(replace(note, mark=marks[note.id]) for note in ordered),
    )


def _contents(table: Table) -> Iterator[Content]:
    yield table.caption
    yield from (cell.content for row in (*table.head, *table.body) for cell in row.cells)
    yield table.remark


def _marked(content: Content) -> Iterator[str]:
    yield from (item.note for item in content if isinstance(item, NoteMark))


def _row(row: Row, marks: dict[str, str]) -> Row:
    return replace(row, cells=tuple(replace(cell, content=_with(cell.content, marks)) for cell in row.cells))


def _with(content: Content, marks: dict[str, str]) -> Content:
    return tuple(
        NoteMark(item.note, marks[item.note]) if isinstance(item, NoteMark) and item.note in marks else item
        for item in content
    )
