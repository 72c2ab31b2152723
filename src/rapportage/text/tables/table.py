"""Tables: rows of figures and columns of expressions become cells, with heads that a listener can follow."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from rapportage.document import Cell, CellKind, Content, Row, Table, Text, Value, as_words, plain_text
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.lists import enumeration
from rapportage.figures.words.signs import UNKNOWN_SIGN
from rapportage.input.specs.blocks.table import TableSpec
from rapportage.text.anchors import BlockNotes
from rapportage.text.language.allowed import HEAD
from rapportage.text.language.outcome import WAITING, Waiting
from rapportage.text.language.sources import source_content
from rapportage.text.language.text import TextResolver
from rapportage.text.tables.column import Column, Made
from rapportage.text.tables.columns import ColumnReader
from rapportage.text.tables.head import head_rows
from rapportage.text.tables.lines import Line, LineReader
from rapportage.text.tables.note_order import in_reading_order
from rapportage.text.tables.rounding import RowSums
from rapportage.text.tables.sorting import Sorting
from rapportage.text.tables.summary import heads_told


class TableResolver(Struct, frozen=True):
    spec: TableSpec
    id: str
    label: str
    text: TextResolver
    """Resolves in a table, with the notes of this table."""
    notes: BlockNotes
    edition: TimePeriod

    def table(self) -> Table | Waiting | None:
        """The table, or None when it is faulty, which was then reported.

        What is right of a faulty table is made all the same, so that all its faults are reported.
        """
        caption, corner = self.text.required(self.spec.title), self.text.required(self.spec.row_head, HEAD)
        lines = list(LineReader(self.spec, self.text, self.edition).lines())
        rows = [line for line in lines if isinstance(line, Line)]
        columns = list(ColumnReader(self.spec, self.id, self.text, self.edition).columns(rows))
        shown = [column for column in columns if isinstance(column, Column)]
        table = self._table(caption or (), corner or (), rows, shown) if rows and shown else WAITING
        if None in (caption, corner, table) or None in lines or None in columns:
            return None
        return in_reading_order(table) if isinstance(table, Table) and self.spec.sorting else table

    def _table(self, caption: Content, corner: Content, lines: list[Line], columns: list[Column]) -> Table | None:
        self.text.used.take()
        made = [
            [column.make(line, number) for column in columns] if line.role != "group" else []
            for number, line in enumerate(lines)
        ]
        grid = [[cell or Made() for cell in cells] for cells in made]
        kept = [place for place in range(len(columns)) if _has_known([cells[place] for cells in grid if cells])]
        caption += self._left_out([column for place, column in enumerate(columns) if place not in kept])
        order = self._order(corner, columns, lines, grid)
        if order is None:
            return None
        lines, grid = [lines[place] for place in order], [grid[place] for place in order]
        columns = [columns[place] for place in kept]
        head = head_rows(self.id, corner, columns)
        body = tuple(
            self._body(lines, [[cells[place] for place in kept] if cells else [] for cells in grid], len(kept))
        )
        remark = self.text.optional(self.spec.remark)
        if remark is None or any(None in cells for cells in made):
            return None
        told = heads_told(corner, [column.told for column in columns])
        return Table(
            id=self.id,
            label=self.label,
            caption=caption,
            columns=len(columns) + 1,
            head=head,
            body=body,
            summary=spoken_language().tables.rows(len(body), as_words(told)),
            notes=tuple(self.notes.notes.values()),  # once all texts are resolved: any may have marked one
            remark=remark,
            source=source_content(self.text.used.take()),
            landscape=self.spec.landscape,
            origin=self.spec.node.span,
            told=told,
        )

    def _order(
        self, corner: Content, columns: list[Column], lines: list[Line], grid: list[list[Made]]
    ) -> list[int] | None:
        """The places of the rows as they are shown; None for a fault in the sorting, which was reported."""
        if self.spec.sorting is None:
            return list(range(len(lines)))
        return Sorting(self.spec.sorting, self.text, lines).order(corner, columns, grid)

    def _body(self, lines: list[Line], grid: list[list[Made]], count: int) -> Iterator[Row]:
        """The rows; a head of a group is a head of every row up to the next, or up to a total."""
        group: tuple[str, ...] = ()
        sums = RowSums()
        for number, (line, cells) in enumerate(zip(lines, grid, strict=True)):
            head = f"{self.id}-r{number}"
            if line.role == "group":
                group = (head,)
                sums.head()
                yield Row((Cell(CellKind.ROW_HEAD, line.head, columns=count + 1, id=head),), "group")
                continue
            group = () if line.role == "total" else group
            is_off = sums.is_off(line.role, [cell.content for cell in cells])
            name = (
                (*line.head, self.notes.own("afronding", (Text(spoken_language().tables.rounding),)))
                if is_off
                else line.head
            )
            kind = CellKind.TEXT if line.cells else CellKind.FIGURE
            made = tuple(
                Cell(kind, self._marked(cell), headers=(*group, head, f"{self.id}-k{place}"), trend=cell.trend)
                for place, cell in enumerate(cells)
            )
            yield Row((Cell(CellKind.ROW_HEAD, name, id=head, headers=group), *made), line.role)

    def _marked(self, cell: Made) -> Content:
        """The content with the marks of notes on its remarks: marks follow the order in which cells are read."""
        return (*cell.content, *(self.notes.own(plain_text(remark), remark) for remark in cell.remarks))

    def _left_out(self, columns: list[Column]) -> Content:
        """The mark of a note on columns without any known figure."""
        if not columns:
            return ()
        names = [column.name for column in columns]
        words = spoken_language().tables.left_out(len(names), enumeration(names))
        return (self.notes.own("weggelaten", (Text(words),)),)


def _has_known(cells: list[Made]) -> bool:
    """Whether a column has anything to show; a column of text always has."""
    if any(cell.trend for cell in cells):
        return any(point for cell in cells if cell.trend for point in cell.trend.points)
    values = [item for cell in cells for item in cell.content if isinstance(item, Value)]
    words = any(isinstance(item, Text) and item.text.strip() for cell in cells for item in cell.content)
    return words or not values or any(value.text not in ("", UNKNOWN_SIGN) for value in values)
