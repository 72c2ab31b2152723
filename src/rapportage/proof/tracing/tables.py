"""The passages of a table: summary, caption, cells with their heads, notes and sources."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.document import Cell, CellKind, Row, Table, as_words, caption_words, notes_of, plain_text
from rapportage.proof.tracing.inline import heard, note_passages, numbered_parts, parts_of
from rapportage.proof.tracing.passages import Part, PartKind, Passage, Place
from rapportage.proof.tracing.pictures import trend_passage

_BETWEEN = ", "


def table_passages(table: Table, path: tuple[str, ...]) -> Iterator[Passage]:
    """In the order in which the table is read aloud."""

    def place(kind: str, row: str = "", column: str = "") -> Place:
        return Place(path, kind, table.id, table.label, row, column)

    origin = table.origin
    ours = Part(table.summary.removesuffix(as_words(table.told)), PartKind.MADE)
    yield Passage(place("samenvatting"), (ours, *heard(table.told)), "heard", table.id, origin)
    yield Passage(place("bijschrift"), numbered_parts(caption_words(table)), anchor=table.id, origin=origin)
    for row in table.head:
        yield from (Passage(place("kop van kolom"), parts_of(cell.content), origin=origin) for cell in row.cells)
    heads = _heads(table)
    for row in table.body:
        yield from _row(row, heads, table, path)
    notes, late = notes_of(table)
    for note in notes:
        yield from note_passages(note, place("noot"), origin)
    if table.remark:
        yield Passage(place("opmerking"), parts_of(table.remark), origin=origin)
    if table.source:
        yield Passage(place("bron"), parts_of(table.source, PartKind.SOURCE), origin=origin)
    for note in late:
        yield from note_passages(note, place("noot"), origin)


class _Head:
    """The words of a head, and whether it is one of a row."""

    def __init__(self, cell: Cell, is_of_row: bool) -> None:
        self.words = plain_text(cell.content).replace("\u00a0", " ")
        self.is_of_row = is_of_row
        self.above = cell.headers


def _heads(table: Table) -> dict[str, _Head]:
    rows = [*((row, False) for row in table.head), *((row, True) for row in table.body)]
    return {cell.id: _Head(cell, is_of_row) for row, is_of_row in rows for cell in row.cells if cell.id}


def _row(row: Row, heads: dict[str, _Head], table: Table, path: tuple[str, ...]) -> Iterator[Passage]:
    for cell in row.cells:
        if cell.kind is CellKind.ROW_HEAD:
            place = Place(path, "kop van rij", table.id, table.label)
            yield Passage(place, parts_of(cell.content), origin=table.origin)
            continue
        named = [heads[id] for id in cell.headers if id in heads]
        rows = _BETWEEN.join(head.words for head in named if head.is_of_row)
        over = [each for head in named if not head.is_of_row for each in (*_above(head, heads), head.words) if each]
        columns = _BETWEEN.join(dict.fromkeys(over))
        place = Place(path, "cel", table.id, table.label, rows, columns)
        if cell.trend is not None:
            yield trend_passage(cell.trend, place)
        else:
            is_of_source = cell.kind is CellKind.TEXT and "bron" in columns.casefold()
            kind = PartKind.SOURCE if is_of_source else PartKind.LITERAL
            yield Passage(place, parts_of(cell.content, kind), origin=table.origin)


def _above(head: _Head, heads: dict[str, _Head]) -> list[str]:
    """The heads over a head of a column: 'mei 2020' over 'aantal'."""
    return [heads[id].words for id in head.above if id in heads]
