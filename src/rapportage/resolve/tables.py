"""Tables: rows of figures and columns of expressions become cells, with heads that a listener can follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from rapportage.cube.period import TimePeriod
from rapportage.diagnostics import Span
from rapportage.document import Cell, CellKind, Content, Row, RowRole, Table, Text, Trend, Value, plain_text
from rapportage.loading.nodes import Scalar
from rapportage.resolve.anchors import BlockNotes
from rapportage.resolve.comparison import ComparedColumn, compared
from rapportage.resolve.faults import Fault
from rapportage.resolve.moving import Moving, moving
from rapportage.resolve.rounding import ROUNDING, RowSums
from rapportage.resolve.sources import source_content
from rapportage.resolve.text import TextResolver
from rapportage.resolve.trends import trend
from rapportage.resolve.views import Ranking, RestView, SeriesView, TotalView
from rapportage.specs.places import at_key
from rapportage.specs.table import ColumnSpec, RowSpec, TableSpec
from rapportage.words.lists import enumeration
from rapportage.words.periods import HARD_SPACE
from rapportage.words.signs import UNKNOWN_SIGN

_ROLES: dict[str, RowRole] = {"gewoon": "body", "groep": "group", "subtotaal": "subtotal", "totaal": "total"}


class _Line(Struct, frozen=True):
    """A row before its cells are made: what stands at its head, and what `rij` is in its columns."""

    head: Content
    role: RowRole
    row: object = None
    cells: tuple[Scalar, ...] = ()
    is_chosen: bool = False
    """Whether the row is one of a row of figures: it may have been chosen from another period."""
    moving: Moving | None = None
    """How it goes through the periods of a comparison."""


class _Column(Struct, frozen=True):
    """A column with its head; `make` gives the cell of a line, at that place in the table."""

    head: Content
    group: str
    make: Callable[[_Line, int], _Made]

    @property
    def name(self) -> str:
        words = " ".join(part for part in (self.group, plain_text(self.head)) if part)
        return words.replace(HARD_SPACE, " ")


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

    def table(self) -> Table | None:
        """The table, or None when the rows are faulty, which was then reported."""
        caption = self.text.required(self.spec.title)
        lines = list(self._lines())
        columns = list(self._columns())
        if not (self.spec.columns or self.spec.comparison):
            self.text.findings.error("T414", "een tabel heeft minstens één kolom", self.spec.node.span)
        if not lines or not columns:
            return None
        self.text.used.take()
        grid = [
            [column.make(line, number) for column in columns] if line.role != "group" else []
            for number, line in enumerate(lines)
        ]
        kept = [place for place in range(len(columns)) if _has_known([cells[place] for cells in grid if cells])]
        caption += self._left_out([column for place, column in enumerate(columns) if place not in kept])
        columns = [columns[place] for place in kept]
        head = self._head(columns)
        body = tuple(
            self._body(lines, [[cells[place] for place in kept] if cells else [] for cells in grid], len(kept))
        )
        return Table(
            id=self.id,
            label=self.label,
            caption=caption,
            columns=len(columns) + 1,
            head=head,
            body=body,
            summary=self._summary(columns, body),
            notes=tuple(self.notes.notes.values()),
            remark=self.text.required(self.spec.remark) if self.spec.remark else (),
            source=source_content(self.text.used.take()),
            landscape=self.spec.landscape,
            origin=self.spec.node.span,
        )

    # --- Rows -----------------------------------------------------------------------------------------

    def _lines(self) -> Iterator[_Line]:
        rows = self.spec.rows
        if isinstance(rows, tuple):
            self._refuse("rest", "totaal")
            before = len(self.text.findings)
            kept = [row for row in rows if row.condition is None or self.text.holds(row.condition)]
            if not kept and len(self.text.findings) == before:
                self._no_rows(at_key(self.spec.node, "rijen"))
            for row in kept:
                yield from self._by_hand(row)
            return
        if not isinstance(rows, Scalar):
            raise TypeError("rows are an expression or a list")
        ranking = self._ranking(rows)
        if ranking is None:
            return
        yield from self._chosen(ranking, rows)
        for label, role, row in self._closing(ranking, rows):
            yield from self._with_course(_Line(self.text.content(label), role, row, is_chosen=True), rows.span)

    def _ranked(self, written: Scalar) -> Iterator[_Line]:
        """A line for each figure of a row of figures."""
        ranking = self._ranking(written)
        yield from self._chosen(ranking, written) if ranking else ()

    def _chosen(self, ranking: Ranking, written: Scalar) -> Iterator[_Line]:
        for figure in ranking.items:
            head = (Value(figure.label, origin=written.span),)
            line = _Line(head, "body", figure, is_chosen=ranking.series is not None)
            made = list(self._with_course(line, written.span))
            yield from made
            if not made:  # the others are of the same kind
                return

    def _with_course(self, line: _Line, span: Span) -> Iterator[_Line]:
        """The line, that in a comparison must be one that goes through periods; else that is reported."""
        if self.spec.comparison is None:
            yield line
            return
        try:
            yield replace(line, moving=moving(line.row, self.edition, is_chosen=line.is_chosen))
        except Fault as fault:
            self.text.fault(fault, span)

    def _ranking(self, written: Scalar) -> Ranking | None:
        """The row of figures that an expression gives; None when it gives none, which was then reported."""
        value = self.text.value(written)
        if value is None:
            return None
        ranking = Ranking(value.parts(), value) if isinstance(value, SeriesView) else value
        if not isinstance(ranking, Ranking):
            hint = 'bijvoorbeeld: rijen: "{{ eerste_aanvragen | top(5) }}"'
            self.text.findings.error("T302", "hier hoort een rij cijfers", written.span, hint)
            return None
        if not ranking.items:
            self._no_rows(written.span)
            return None
        return ranking

    def _refuse(self, *keys: str) -> None:
        """Keys that do nothing where the layout names each row itself."""
        for key in (key for key, _ in self.spec.node.entries if key.text in keys):
            message = f"'{key.text}' doet niets als elke rij zelf onder 'rijen' staat"
            hint = "geef onder 'rijen' een rij met 'soort: totaal' en een 'cijfer', of één uitdrukking met top(5)"
            self.text.findings.error("T406", message, key.span, hint)

    def _no_rows(self, span: Span) -> None:
        self.text.waits("T415", "deze tabel heeft geen rijen", span, "er is geen bekend cijfer om te tonen")

    def _by_hand(self, row: RowSpec) -> Iterator[_Line]:
        """A row of the layout: the head of a group, a row with its own cells, or one with a figure."""
        role = _ROLES[row.kind]
        if row.parts is not None and row.kind != "groep":
            span = at_key(row.node, "delen")
            self.text.findings.error("T406", "'delen' hoort bij een rij van de soort 'groep'", span, "soort: groep")
        if row.kind == "groep":
            if row.cells or row.figure:
                message = "een rij van de soort 'groep' heeft een kop, en misschien 'delen'"
                self.text.findings.error("T406", message, row.node.span)
            yield _Line(self.text.required(row.head), role)
            yield from self._ranked(row.parts) if row.parts else ()
        elif row.figure is not None:
            if row.cells:
                message = "een rij heeft 'cellen' of 'cijfer', niet allebei"
                self.text.findings.error("T406", message, row.node.span)
            value = self.text.value(row.figure)
            if value is not None:
                yield from self._with_course(_Line(self.text.content(row.head), role, value), row.figure.span)
        elif self.spec.comparison or len(row.cells) != len(self.spec.columns):
            message = f"deze rij heeft {len(row.cells)} cellen, en er zijn {len(self.spec.columns)} kolommen"
            if self.spec.comparison:
                message = "een rij van een tabel met een vergelijking heeft een 'cijfer'"
            self.text.findings.error("T406", message, row.node.span, 'bijvoorbeeld: cijfer: "{{ eerste_aanvragen }}"')
        else:
            yield _Line(self.text.content(row.head), role, cells=row.cells)

    def _closing(self, ranking: Ranking, rows: Scalar) -> Iterator[tuple[Scalar, RowRole, object]]:
        """The rows for the rest and the total."""
        if (self.spec.rest or self.spec.total) and ranking.series is None:
            self.text.findings.error("T302", "'rest' en 'totaal' vragen de rijen van één reeks", rows.span)
            return
        if (self.spec.rest or self.spec.total) and any(figure.steps for figure in ranking.items):
            hint = "zet het aandeel in een kolom: {{ rij.aandeel | pct }}"
            self.text.findings.error("T302", "'rest' en 'totaal' vragen aantallen, geen aandelen", rows.span, hint)
            return
        if self.spec.rest and ranking.series:
            label = self.spec.rest
            yield label, "body", RestView(ranking.series.whole_of_parts(), ranking.items, label.text)
        if self.spec.total and ranking.series:
            yield self.spec.total, "total", TotalView(ranking.series)

    # --- Columns --------------------------------------------------------------------------------------

    def _columns(self) -> Iterator[_Column]:
        """First those that compare periods, then those of the layout."""
        if self.spec.comparison is not None:
            for column in compared(self.spec.comparison, self.text, self.edition):
                yield _Column((Text(column.head),), column.group, partial(self._compared, column))
        for place, spec in enumerate(self.spec.columns):
            if spec.value is not None and spec.trend is not None:
                span = at_key(spec.node, "trend")
                self.text.findings.error("S102", "een kolom heeft 'waarde' of 'trend', niet allebei", span)
            above = self.text.without_figures(self.text.content(spec.group), spec.group) if spec.group else ()
            yield _Column(self.text.required(spec.head), plain_text(above), partial(self._cell, spec, place))

    def _compared(self, column: ComparedColumn, line: _Line, number: int) -> _Made:
        content = column.content(line.moving) if line.moving else ()
        return _Made(content, self.text.used.take_remarks())

    def _cell(self, column: ColumnSpec, place: int, line: _Line, number: int) -> _Made:
        if line.cells:
            return _Made(self.text.content(line.cells[place]))
        if column.trend is not None:
            id = f"{self.id}-r{number}-trend{place}"
            return _Made(trend=trend(column.trend, id, "", self.text, self.edition, line.row, is_chosen=line.is_chosen))
        if column.value is None:
            self.text.findings.error("S102", "de sleutel 'waarde' ontbreekt", column.node.span)
            return _Made()
        content = self.text.naming(rij=line.row).content(column.value)
        return _Made(content, self.text.used.take_remarks())

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

    def _head(self, columns: list[_Column]) -> tuple[Row, ...]:
        """One row of heads, or two where columns have groups; a cell names the heads above it."""
        corner = self.text.required(self.spec.row_head)
        groups = [column.group for column in columns]
        if not any(groups):
            heads = tuple(self._head_cell(column, place, ()) for place, column in enumerate(columns))
            return (Row((Cell(CellKind.COLUMN_HEAD, corner, id=f"{self.id}-k"), *heads)),)
        upper = [Cell(CellKind.COLUMN_HEAD, corner, rows=2, id=f"{self.id}-k")]
        lower: list[Cell] = []
        for name, members in groupby(enumerate(columns), key=lambda pair: groups[pair[0]]):
            places = list(members)
            above = f"{self.id}-g{places[0][0]}"
            if name:
                upper.append(Cell(CellKind.COLUMN_HEAD, (Text(name),), columns=len(places), id=above))
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
        verb = "is weggelaten: daarvan zijn" if len(names) == 1 else "zijn weggelaten: daarvan zijn"
        noun = "Kolom" if len(names) == 1 else "De kolommen"
        return (self.notes.own("weggelaten", (Text(f"{noun} {enumeration(names)} {verb} geen cijfers bekend."),)),)

    def _summary(self, columns: list[_Column], body: tuple[Row, ...]) -> str:
        """What a listener hears before the table: how many rows and which columns."""
        names = [column.name for column in columns]
        rows = "1 rij" if len(body) == 1 else f"{len(body)} rijen"
        return f"{rows}, met per {self.text.words(self.spec.row_head).casefold()}: {enumeration(names)}."


def _over_two_rows(cell: Cell) -> Cell:
    return Cell(cell.kind, cell.content, rows=2, id=cell.id)


def _has_known(cells: list[_Made]) -> bool:
    """Whether a column has anything to show; a column of text always has."""
    if any(cell.trend for cell in cells):
        return any(point for cell in cells if cell.trend for point in cell.trend.points)
    values = [item for cell in cells for item in cell.content if isinstance(item, Value)]
    return not values or any(value.text != UNKNOWN_SIGN for value in values)
