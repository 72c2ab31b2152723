"""Tables: rows of figures and columns of expressions become cells, with heads that a listener can follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics import Span
from rapportage.document import (
    Cell,
    CellKind,
    Content,
    Row,
    RowRole,
    Table,
    Text,
    Trend,
    Value,
    as_words,
    plain_text,
    spoken,
)
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.lists import enumeration
from rapportage.figures.words.signs import UNKNOWN_SIGN
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.blocks.table import ColumnSpec, RowSpec, TableSpec
from rapportage.input.specs.places import at_key
from rapportage.text.anchors import BlockNotes
from rapportage.text.language.allowed import HEAD
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.outcome import WAITING, Waiting, is_nothing
from rapportage.text.language.sources import source_content
from rapportage.text.language.text import TextResolver
from rapportage.text.language.views import Ranking, RestView, TotalView
from rapportage.text.series.comparison import ComparedColumn, compared
from rapportage.text.series.moving import Moving, moving
from rapportage.text.series.rankings import ranking_of
from rapportage.text.series.trends import trend
from rapportage.text.tables.rounding import ROUNDING, RowSums
from rapportage.text.tables.summary import heads_told

_ROLES: dict[str, RowRole] = {"gewoon": "body", "groep": "group", "subtotaal": "subtotal", "totaal": "total"}


class _Line(Struct, frozen=True):
    """A row before its cells are made: what is at its head, and what `rij` is in its columns."""

    head: Content
    role: RowRole
    row: object = None
    cells: tuple[Scalar, ...] = ()
    is_chosen: bool = False
    """Whether the row is one of a row of figures: it may have been chosen from another period."""
    moving: Moving | None = None
    """How it goes through the periods of a comparison."""


class _Column(Struct, frozen=True):
    """A column with its head; `make` gives the cell of a line, at that place in the table, or None for a faulty one."""

    head: Content
    group: Content
    make: Callable[[_Line, int], _Made | None]
    period: str = ""
    """What a column that compares is called in a sentence: 'mei 2019', under a head of 'mei'."""

    @property
    def name(self) -> str:
        return self.period or as_words(self.told)

    @property
    def told(self) -> Content:
        """Its words with their figures, as a summary says them."""
        gap = (Text(" "),) if self.group else ()
        return spoken((*self.group, *gap, *self.head))


class _Made(Struct, frozen=True):
    """What a cell shows, and the remarks that its figures bring: that one was restated."""

    content: Content = ()
    remarks: tuple[Content, ...] = ()
    trend: Trend | None = None


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
        lines, columns = list(self._lines()), list(self._columns())
        rows = [line for line in lines if isinstance(line, _Line)]
        shown = [column for column in columns if isinstance(column, _Column)]
        table = self._table(caption or (), corner or (), rows, shown) if rows and shown else WAITING
        return None if None in (caption, corner, table) or None in lines or None in columns else table

    def _table(self, caption: Content, corner: Content, lines: list[_Line], columns: list[_Column]) -> Table | None:
        self.text.used.take()
        made = [
            [column.make(line, number) for column in columns] if line.role != "group" else []
            for number, line in enumerate(lines)
        ]
        grid = [[cell or _Made() for cell in cells] for cells in made]
        kept = [place for place in range(len(columns)) if _has_known([cells[place] for cells in grid if cells])]
        caption += self._left_out([column for place, column in enumerate(columns) if place not in kept])
        columns = [columns[place] for place in kept]
        head = self._head(corner, columns)
        body = tuple(
            self._body(lines, [[cells[place] for place in kept] if cells else [] for cells in grid], len(kept))
        )
        remark = self.text.optional(self.spec.remark)
        if remark is None or any(None in cells for cells in made):
            return None
        told = heads_told(corner, [column.told for column in columns])
        rows = "1 rij" if len(body) == 1 else f"{len(body)} rijen"
        return Table(
            id=self.id,
            label=self.label,
            caption=caption,
            columns=len(columns) + 1,
            head=head,
            body=body,
            summary=f"{rows}, met per {as_words(told)}",
            notes=tuple(self.notes.notes.values()),  # once all texts are resolved: any may have marked one
            remark=remark,
            source=source_content(self.text.used.take()),
            landscape=self.spec.landscape,
            origin=self.spec.node.span,
            told=told,
        )

    # --- Rows -----------------------------------------------------------------------------------------

    def _lines(self) -> Iterator[_Line | Waiting | None]:
        """The rows; and None for each fault in them, which was reported."""
        rows = self.spec.rows
        if isinstance(rows, tuple):
            yield from self._refused("rest", "totaal")
            chosen = [(row, True if row.condition is None else self.text.holds(row.condition)) for row in rows]
            if not any(holds is not False for _, holds in chosen):
                yield self._no_rows(at_key(self.spec.node, "rijen"))
            for row, holds in chosen:
                if holds is None:
                    yield None
                if holds:
                    yield from self._by_hand(row)
            return
        if not isinstance(rows, Scalar):
            raise TypeError("rows are an expression or a list")
        ranking = self._ranking(rows, "rijen")
        if not isinstance(ranking, Ranking):
            yield ranking
            return
        yield from self._chosen(ranking, rows)
        yield from self._closing(ranking, rows)

    def _ranked(self, written: Scalar) -> Iterator[_Line | Waiting | None]:
        """A line for each figure of a row of figures."""
        ranking = self._ranking(written, "delen")
        if isinstance(ranking, Ranking):
            yield from self._chosen(ranking, written)
        else:
            yield ranking

    def _chosen(self, ranking: Ranking, written: Scalar) -> Iterator[_Line | Waiting | None]:
        for figure in ranking.items:
            head = (Value(figure.label, origin=written.span, is_name=True),)
            made = self._with_course(_Line(head, "body", figure, is_chosen=ranking.series is not None), written.span)
            yield made
            if not isinstance(made, _Line):  # the others are of the same kind
                return

    def _with_course(self, line: _Line, span: Span) -> _Line | Waiting | None:
        """The line, that in a comparison must be one that goes through periods; else that is reported."""
        if self.spec.comparison is None:
            return line
        try:
            return replace(line, moving=moving(line.row, self.edition, is_chosen=line.is_chosen))
        except ExpressionFault as fault:
            return self.text.fault(fault, span)

    def _ranking(self, written: Scalar, key: str) -> Ranking | Waiting | None:
        """The row of figures that an expression gives; None when it gives none, which was then reported."""
        found = ranking_of(written, key, self.text)
        return self._no_rows(written.span) if isinstance(found, Ranking) and not found.items else found

    def _refused(self, *keys: str) -> Iterator[None]:
        """A fault for each key that does nothing where the layout names each row itself."""
        for key in (key for key, _ in self.spec.node.entries if key.text in keys):
            message = f"'{key.text}' doet niets als elke rij zelf onder 'rijen' staat"
            hint = "geef onder 'rijen' een rij met 'soort: totaal' en een 'cijfer', of één uitdrukking met top(5)"
            self.text.findings.error("T406", message, key.span, hint)
            yield None

    def _no_rows(self, span: Span) -> Waiting | None:
        return self.text.waits("T415", "deze tabel heeft geen rijen", span, "er is geen bekend cijfer om te tonen")

    def _by_hand(self, row: RowSpec) -> Iterator[_Line | Waiting | None]:
        """A row of the layout: the head of a group, a row with its own cells, or one with a figure."""
        role = _ROLES[row.kind]
        if row.parts is not None and row.kind != "groep":
            span = at_key(row.node, "delen")
            self.text.findings.error("T406", "'delen' hoort bij een rij van de soort 'groep'", span, "soort: groep")
            yield None
        if row.kind == "groep":
            if row.cells or row.figure:
                message = "een rij van de soort 'groep' heeft een kop, en misschien 'delen'"
                self.text.findings.error("T406", message, row.node.span)
                yield None
            yield from self._headed(self.text.required(row.head), _Line((), role))
            yield from self._ranked(row.parts) if row.parts else ()
        elif row.figure is not None:
            if row.cells:
                message = "een rij heeft 'cellen' of 'cijfer', niet allebei"
                self.text.findings.error("T406", message, row.node.span)
                yield None
            value = self.text.value(row.figure)
            if is_nothing(value):
                yield value
                return
            for line in self._headed(self.text.content(row.head), _Line((), role, value)):
                yield self._with_course(line, row.figure.span) if line else None
        elif self.spec.comparison or len(row.cells) != len(self.spec.columns):
            message = f"deze rij heeft {len(row.cells)} cellen, en er zijn {len(self.spec.columns)} kolommen"
            if self.spec.comparison:
                message = "een rij van een tabel met een vergelijking heeft een 'cijfer'"
            hint = 'bijvoorbeeld: cijfer: "{{ eerste_aanvragen }}"'
            self.text.findings.error("T406", message, row.node.span, hint)
            yield None
        else:
            yield from self._headed(self.text.content(row.head), _Line((), role, cells=row.cells))

    def _headed(self, head: Content | None, line: _Line) -> Iterator[_Line | None]:
        """The line with its head; beside None where that is faulty, because its cells may be too."""
        if head is None:
            yield None
        yield replace(line, head=head or ())

    def _closing(self, ranking: Ranking, rows: Scalar) -> Iterator[_Line | Waiting | None]:
        """The rows for the rest and the total."""
        series = ranking.series
        if not (self.spec.rest or self.spec.total):
            return
        if series is None:
            self.text.findings.error("T302", "'rest' en 'totaal' vragen de rijen van één reeks", rows.span)
            yield None
            return
        if any(figure.steps for figure in ranking.items):
            hint = "zet het aandeel in een kolom: {{ rij.aandeel | pct }}"
            message = "'rest' en 'totaal' vragen aantallen, geen aandelen"
            self.text.findings.error("T302", message, rows.span, hint)
            yield None
            return
        if self.spec.rest:
            rest = RestView(series.whole_of_parts(), ranking.items, self.spec.rest.text)
            yield from self._closed(self.spec.rest, _Line((), "body", rest, is_chosen=True), rows)
        if self.spec.total:
            yield from self._closed(self.spec.total, _Line((), "total", TotalView(series), is_chosen=True), rows)

    def _closed(self, label: Scalar, line: _Line, rows: Scalar) -> Iterator[_Line | Waiting | None]:
        for headed in self._headed(self.text.content(label), line):
            yield self._with_course(headed, rows.span) if headed else None

    # --- Columns --------------------------------------------------------------------------------------

    def _columns(self) -> Iterator[_Column | Waiting | None]:
        """First those that compare periods, then those of the layout; and None for each fault, which was reported."""
        if not (self.spec.columns or self.spec.comparison):
            self.text.findings.error("T414", "een tabel heeft minstens één kolom", self.spec.node.span)
            yield None
        if self.spec.comparison is not None:
            found = compared(self.spec.comparison, self.text, self.edition)
            for column in found if isinstance(found, tuple) else ():
                group = (Text(column.group),) if column.group else ()
                yield _Column((Text(column.head),), group, partial(self._compared, column), column.name)
            if not isinstance(found, tuple):
                yield found
        for place, spec in enumerate(self.spec.columns):
            if spec.value is not None and spec.trend is not None:
                span = at_key(spec.node, "trend")
                self.text.findings.error("S102", "een kolom heeft 'waarde' of 'trend', niet allebei", span)
                yield None
            above = self.text.content(spec.group, HEAD) if spec.group else ()
            head = self.text.required(spec.head)
            if above is None or head is None:
                yield None
            yield _Column(head or (), above or (), partial(self._cell, spec, place))

    def _compared(self, column: ComparedColumn, line: _Line, number: int) -> _Made | None:
        content = column.content(line.moving) if line.moving else ()
        return self._made(content)

    def _cell(self, column: ColumnSpec, place: int, line: _Line, number: int) -> _Made | None:
        if line.cells:
            return self._made(self.text.content(line.cells[place]))
        if column.trend is not None:
            id = f"{self.id}-r{number}-trend{place}"
            made = trend(column.trend, id, "", self.text, self.edition, line.row, is_chosen=line.is_chosen)
            return None if made is None else _Made(trend=made if isinstance(made, Trend) else None)
        if column.value is None:
            self.text.findings.error("S102", "de sleutel 'waarde' ontbreekt", column.node.span)
            return None
        return self._made(self.text.naming(rij=line.row).content(column.value))

    def _made(self, content: Content | None) -> _Made | None:
        remarks = self.text.used.take_remarks()
        return None if content is None else _Made(content, remarks)

    # --- Cells ----------------------------------------------------------------------------------------

    def _body(self, lines: list[_Line], grid: list[list[_Made]], count: int) -> Iterator[Row]:
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
            name = (*line.head, self.notes.own(ROUNDING, (Text(ROUNDING),))) if is_off else line.head
            kind = CellKind.TEXT if line.cells else CellKind.FIGURE
            made = tuple(
                Cell(kind, self._marked(cell), headers=(*group, head, f"{self.id}-k{place}"), trend=cell.trend)
                for place, cell in enumerate(cells)
            )
            yield Row((Cell(CellKind.ROW_HEAD, name, id=head, headers=group), *made), line.role)

    def _marked(self, cell: _Made) -> Content:
        """The content with the marks of notes on its remarks: marks follow the order in which cells are read."""
        return (*cell.content, *(self.notes.own(plain_text(remark), remark) for remark in cell.remarks))

    # --- Head -----------------------------------------------------------------------------------------

    def _head(self, corner: Content, columns: list[_Column]) -> tuple[Row, ...]:
        """One row of heads, or two where columns have groups; a cell names the heads above it."""
        groups = [plain_text(column.group) for column in columns]
        if not any(groups):
            heads = tuple(self._head_cell(column, place, ()) for place, column in enumerate(columns))
            return (Row((Cell(CellKind.COLUMN_HEAD, corner, id=f"{self.id}-k"), *heads)),)
        upper = [Cell(CellKind.COLUMN_HEAD, corner, rows=2, id=f"{self.id}-k")]
        lower: list[Cell] = []
        for name, members in groupby(enumerate(columns), key=lambda pair: groups[pair[0]]):
            places = list(members)
            above = f"{self.id}-g{places[0][0]}"
            if name:
                upper.append(Cell(CellKind.COLUMN_HEAD, places[0][1].group, columns=len(places), id=above))
            for place, column in places:
                cell = self._head_cell(column, place, (above,) if name else ())
                (lower if name else upper).append(cell if name else _over_two_rows(cell))
        return (Row(tuple(upper)), Row(tuple(lower)))

    def _head_cell(self, column: _Column, place: int, above: tuple[str, ...]) -> Cell:
        return Cell(CellKind.COLUMN_HEAD, column.head, id=f"{self.id}-k{place}", headers=above)

    # --- Words ----------------------------------------------------------------------------------------

    def _left_out(self, columns: list[_Column]) -> Content:
        """The mark of a note on columns without any known figure."""
        if not columns:
            return ()
        names = [column.name for column in columns]
        noun, verb = ("kolom", "ontbreekt") if len(names) == 1 else ("kolommen", "ontbreken")
        words = f"De {noun} {enumeration(names)} {verb}: daarvan zijn geen cijfers bekend."
        return (self.notes.own("weggelaten", (Text(words),)),)


def _over_two_rows(cell: Cell) -> Cell:
    return Cell(cell.kind, cell.content, rows=2, id=cell.id)


def _has_known(cells: list[_Made]) -> bool:
    """Whether a column has anything to show; a column of text always has."""
    if any(cell.trend for cell in cells):
        return any(point for cell in cells if cell.trend for point in cell.trend.points)
    values = [item for cell in cells for item in cell.content if isinstance(item, Value)]
    words = any(isinstance(item, Text) and item.text.strip() for cell in cells for item in cell.content)
    return words or not values or any(value.text not in ("", UNKNOWN_SIGN) for value in values)
