"""Tables: cells, rows and heads as boxes, in time linear in the number of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import fsum

from msgspec import Struct
from msgspec.structs import replace

from rapportage.document import Cell, CellKind, Row, RowRole, Table
from rapportage.document.drawing import Drawing
from rapportage.pages.layout.boxes import KEEP, Box, Glyphs, Penalty, Picture, Piece, Rectangle, VerticalItem
from rapportage.pages.layout.columns import Need, column_widths
from rapportage.pages.layout.continued import continued
from rapportage.pages.layout.groups import Group, kept_below, unbroken
from rapportage.pages.layout.paragraphs.inline import InlineContext, runs
from rapportage.pages.layout.paragraphs.lines import Line, Word
from rapportage.pages.layout.paragraphs.pieces import line_pieces
from rapportage.pages.layout.paragraphs.setting import Setting
from rapportage.pages.layout.room import NoRoom, TooHigh
from rapportage.pages.layout.structure import Element, Scope, TableAttributes
from rapportage.pages.theme import TextStyle

PAD_X, PAD_Y = 5.0, 2.5
RULE, HAIRLINE = 0.8, 0.4
HEAD_LINES = 3
"""The head of a column takes so many lines before the words at the head of a row must take more than one."""
SHORT_TABLE = 1 / 2
"""A table with rows of at most this part of the page together stays on one page."""
TALL_ROW = 1 / 3
"""A row taller than this part of the page may be split between its lines."""

_SCOPES: dict[CellKind, Scope] = {CellKind.COLUMN_HEAD: "Column", CellKind.ROW_HEAD: "Row"}


class _SetCell(Struct, frozen=True):
    """A cell with its words, and where it is."""

    cell: Cell
    column: int
    style: TextStyle
    words: list[Word]
    picture: Picture | None = None
    """In place of words."""


class TableTooWide(NoRoom):
    """The longest words of the columns together are wider than the page."""

    def __init__(self, table: Table) -> None:
        message = f"{table.label.lower()} is breder dan de pagina, ook met afgebroken woorden"
        hint = "laat kolommen weg, of kort de koppen en woorden in"
        if table.is_made:
            message = f"de cijfers bij de figuur passen niet in een tabel: {message}"
            hint = "toon minder reeksen of perioden, kort hun namen in, of noem met 'tabel' een tabel met deze cijfers"
        elif not table.landscape:
            hint = f"zet de tabel op een liggende pagina met 'liggend: ja', of {hint}"
        super().__init__("D101", message, hint)


def table_group(
    table: Table, parent: Element, setting: Setting, inline: InlineContext, drawings: Mapping[str, Drawing]
) -> Group:
    """The boxes of `table`: caption, head, rows, and notes and sources below; its element becomes a child of `parent`.

    Raises:
        NoRoom: the columns or the head can't be made to fit the page.
    """
    return _TableSetter(table, setting, inline, drawings).group(parent)


class _TableSetter:
    def __init__(self, table: Table, setting: Setting, inline: InlineContext, drawings: Mapping[str, Drawing]) -> None:
        self._table = table
        self._drawings = drawings
        self._setting = setting
        self._inline = inline
        self._lefts: list[float] = []
        self._page = setting.theme.page
        self._figure_columns = _figure_columns(table)

    def group(self, parent: Element) -> Group:
        table, setting = self._table, self._setting
        element = parent.add("Table", table=TableAttributes(summary=table.summary), block=table.id)
        caption = setting.caption_boxes(table, element.add("Caption"), self._inline)
        head = self._section(table.head, element.add("THead"))
        body = self._section(table.body, element.add("TBody"))
        self._set_widths([*head, *body])
        head_box = self._head_box(head)
        rows = [self._row_boxes(cells, row.role) for cells, row in zip(body, table.body, strict=True)]
        below = self._below(element)
        repeat = (continued(table.label, setting), self._as_artifact(head_box))
        self._check_height(rows, repeat)
        items = (
            *unbroken([*caption, head_box]),
            KEEP,
            *self._rows(rows, repeat),
            *kept_below(below),
        )
        return Group(items, before=setting.theme.caption.before, after=setting.theme.float_after)

    def _check_height(self, rows: list[list[Box]], repeat: tuple[Box, ...]) -> None:
        """Every page of the table must have room for its head and a row, or a part of one."""
        tallest = max((box.height for boxes in rows for box in boxes), default=0.0)
        if fsum(box.height for box in repeat) + tallest > self._page.body_height:
            name = f"de kop van {self._table.label.lower()} met een rij eronder"
            raise TooHigh(name, "kort de koppen van de kolommen in, of gebruik minder kolommen")

    def _section(self, rows: Sequence[Row], element: Element) -> list[list[_SetCell]]:
        """The cells of `rows` with their columns: those that a cell above reaches into are skipped."""
        taken: dict[int, int] = {}
        section = []
        for row in rows:
            row_element = element.add("TR")
            cells, column = [], 0
            for cell in row.cells:
                while taken.get(column, 0) > 0:
                    taken[column] -= 1
                    column += 1
                cells.append(self._cell(cell, column, row, row_element))
                for covered in range(column, column + cell.columns):
                    taken[covered] = cell.rows - 1
                column += cell.columns
            while taken.get(column, 0) > 0:
                taken[column] -= 1
                column += 1
            section.append(cells)
        return section

    def _cell(self, cell: Cell, column: int, row: Row, row_element: Element) -> _SetCell:
        theme = self._setting.theme
        scope = _SCOPES.get(cell.kind)
        attributes = TableAttributes(scope, cell.columns, cell.rows, cell.headers)
        element = row_element.add("TH" if scope else "TD", id=cell.id, table=attributes)
        style = theme.table_head if cell.kind is CellKind.COLUMN_HEAD else theme.table
        if row.role != "body" and style is theme.table:
            style = replace(style, role="semibold")
        if cell.trend is not None:
            leaf = element.add("Figure", alternative=cell.trend.alternative).leaf()
            return _SetCell(cell, column, style, [], Picture(0, 0, self._drawings[cell.trend.id], leaf))
        words = self._setting.breaker.words(runs(cell.content, style, element, self._inline))
        return _SetCell(cell, column, style, words)

    def _set_widths(self, rows: list[list[_SetCell]]) -> None:
        """Widths that keep words whole, or when the page is too narrow for that, widths that break them."""
        wanted, limit = self._setting.theme.text_width, self._page.body_width
        breaker, columns = self._setting.breaker, self._table.columns
        widths = column_widths(self._needs(rows, breaker.extent), columns, wanted, limit) or column_widths(
            self._needs(
                rows,
                lambda words: (breaker.least_width(words), breaker.extent(words)[1]),
            ),
            columns,
            wanted,
            limit,
        )
        if widths is None:
            raise TableTooWide(self._table)
        self._lefts = [fsum(widths[:column]) for column in range(columns + 1)]

    @staticmethod
    def _needs(rows: list[list[_SetCell]], extent: Callable[[list[Word]], tuple[float, float]]) -> list[Need]:
        """What the cells need, by the columns that they span."""
        found: dict[tuple[int, int], list[tuple[float, float, float]]] = {}
        for cells in rows:
            for cell in cells:
                lines = HEAD_LINES if cell.cell.kind is CellKind.COLUMN_HEAD else 1
                least, natural = (cell.picture.drawing.width,) * 2 if cell.picture else extent(cell.words)
                found.setdefault((cell.column, cell.cell.columns), []).append((least, natural, natural / lines))
        return [
            Need(column, columns, least + 2 * PAD_X, natural + 2 * PAD_X, body + 2 * PAD_X if columns == 1 else 0.0)
            for (column, columns), needs in found.items()
            for least, natural, body in [map(max, zip(*needs, strict=True))]
        ]

    def _lines(self, cell: _SetCell) -> tuple[Line, ...]:
        left, right = (
            self._lefts[cell.column],
            self._lefts[cell.column + cell.cell.columns],
        )
        return self._setting.breaker.lines(cell.words, right - left - 2 * PAD_X)

    def _pieces(self, cell: _SetCell, line: Line, top: float) -> list[Piece]:
        """The line within its column: figures flush right on their last digit, a note mark beyond it if it can."""
        left, right = (
            self._lefts[cell.column],
            self._lefts[cell.column + cell.cell.columns],
        )
        x = left + PAD_X
        if self._flush_right(cell):
            hanging = fsum([fragment.width for fragment in line.fragments if fragment.run.note is not None])
            x = right - PAD_X - (line.width - min(hanging, PAD_X))
        return line_pieces(line, x, top + self._setting.baseline(cell.style))

    def _placed(self, cell: _SetCell, picture: Picture, height: float) -> Picture:
        """The picture flush right in its column, halfway up the row."""
        x = self._lefts[cell.column + cell.cell.columns] - PAD_X - picture.drawing.width
        return replace(picture, x=x, y=(height - picture.drawing.height) / 2)

    def _flush_right(self, cell: _SetCell) -> bool:
        if cell.cell.kind is CellKind.FIGURE:
            return True
        return cell.cell.kind is CellKind.COLUMN_HEAD and cell.cell.columns == 1 and cell.column in self._figure_columns

    def _head_box(self, rows: list[list[_SetCell]]) -> Box:
        """All rows of the head as one box: a head is never split. A cell over two rows is set at their bottom."""
        colours = self._setting.theme.colours
        leading = self._setting.theme.table_head.leading
        lines = [[self._lines(cell) for cell in cells] for cells in rows]
        heights = [
            2 * PAD_Y
            + leading
            * max(
                (len(text) for cell, text in zip(cells, texts, strict=True) if cell.cell.rows == 1),
                default=1,
            )
            for cells, texts in zip(rows, lines, strict=True)
        ]
        total = max(
            fsum(heights),
            2 * PAD_Y + leading * max(len(text) for texts in lines for text in texts),
        )
        heights[-1] += total - fsum(heights)
        pieces: list[Piece] = [Rectangle(0, 0, self._lefts[-1], RULE, colours.rule)]
        for index, (cells, texts) in enumerate(zip(rows, lines, strict=True)):
            for cell, text in zip(cells, texts, strict=True):
                bottom = fsum(heights[: index + cell.cell.rows])
                top = bottom - PAD_Y - leading * len(text)
                for number, line in enumerate(text):
                    pieces.extend(self._pieces(cell, line, top + number * leading))
                if cell.cell.columns > 1:
                    left, right = (
                        self._lefts[cell.column],
                        self._lefts[cell.column + cell.cell.columns],
                    )
                    pieces.append(
                        Rectangle(
                            left + PAD_X,
                            bottom - HAIRLINE,
                            right - left - 2 * PAD_X,
                            HAIRLINE,
                            colours.rule,
                        )
                    )
        pieces.append(Rectangle(0, total - HAIRLINE, self._lefts[-1], HAIRLINE, colours.rule))
        return Box(total, tuple(pieces))

    def _row_boxes(self, cells: list[_SetCell], role: RowRole) -> list[Box]:
        """A row as one box, or as one box per line when it is too tall to be kept whole."""
        colours = self._setting.theme.colours
        leading = self._setting.theme.table.leading
        lines = [self._lines(cell) for cell in cells]
        count = max((len(text) for text in lines), default=1)
        height = 2 * PAD_Y + leading * count
        rule = Rectangle(0, height - HAIRLINE, self._lefts[-1], HAIRLINE, colours.hairline)
        above = {"total": (RULE, colours.rule), "subtotal": (HAIRLINE, colours.rule)}.get(role)
        total = [Rectangle(0, 0, self._lefts[-1], *above)] if above else []
        if height <= self._page.body_height * TALL_ROW:
            pieces: list[Piece] = [*total]
            for cell, text in zip(cells, lines, strict=True):
                for number, line in enumerate(text):
                    pieces.extend(self._pieces(cell, line, PAD_Y + number * leading))
                if cell.picture:
                    pieces.append(self._placed(cell, cell.picture, height))
            return [Box(height, (*pieces, rule))]
        boxes = []
        for number in range(count):
            parts = [
                piece
                for cell, text in zip(cells, lines, strict=True)
                if number < len(text)
                for piece in self._pieces(cell, text[number], 0)
            ]
            boxes.append(Box(leading, tuple(parts)))
        rule = replace(rule, y=PAD_Y - HAIRLINE)
        return [Box(PAD_Y, (*total,)), *boxes, Box(PAD_Y, (rule,))]

    def _rows(self, rows: list[list[Box]], repeat: tuple[Box, ...]) -> Iterator[VerticalItem]:
        """The rows with the places where a page may break: not after the first row or before the last."""
        between = Penalty(repeat=repeat)
        roles = [row.role for row in self._table.body]
        is_short = fsum(box.height for boxes in rows for box in boxes) <= self._page.body_height * SHORT_TABLE
        for index, boxes in enumerate(rows):
            if index:
                is_kept = is_short or index in (1, len(rows) - 1) or roles[index - 1] == "group"
                yield (KEEP if is_kept and all(len(row) == 1 for row in rows[index - 1 : index + 1]) else between)
            for number, box in enumerate(boxes):
                if number:
                    yield (KEEP if number in (1, 2, len(boxes) - 2, len(boxes) - 1) else between)
                yield box

    def _below(self, element: Element) -> list[list[Box]]:
        """Notes and sources, as the foot of the table: one cell over all columns."""
        if not (self._table.notes or self._table.remark or self._table.source):
            return []
        foot = element.add("TFoot").add("TR").add("TD", table=TableAttributes(columns=self._table.columns))
        table = self._table
        return self._setting.small_print(table.notes, table.source, foot, self._inline, table.remark)

    @staticmethod
    def _as_artifact(box: Box) -> Box:
        """A repeated head is drawn again but read only once."""
        pieces = (replace(piece, leaf=None) if isinstance(piece, Glyphs) else piece for piece in box.pieces)
        return Box(
            box.height,
            tuple(piece for piece in pieces if isinstance(piece, Glyphs | Rectangle)),
        )


def _figure_columns(table: Table) -> set[int]:
    """The columns of figures, by the first row: their heads are flush right as well."""
    columns: set[int] = set()
    for row in [row for row in table.body if row.role != "group"][:1]:
        column = 0
        for cell in row.cells:
            if cell.kind is CellKind.FIGURE:
                columns.add(column)
            column += cell.columns
    return columns
