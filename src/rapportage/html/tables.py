"""Tables: a caption with a summary, heads that name their cells, a body for each group, notes and sources below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rapportage.document import Cell, CellKind, Row, Table, caption_words, notes_of, plain_text
from rapportage.html.context import PLACE, Context, anchor
from rapportage.html.downloads import download
from rapportage.html.drawings import trend
from rapportage.html.inline import inline, repeated
from rapportage.html.markup import NOTHING, Markup, block, element, joined
from rapportage.html.notes import notes

NARROW = 26
"""So many letters are side by side on a telephone, also where a reader has set them wider. What is wider than that may
not be broken within its words: it is in a frame that scrolls, also by keyboard."""
GAP, TREND = 2, 10
"""How wide the room between two columns is, and a trend, in letters."""


def table(given: Table, context: Context) -> Markup:
    """The table with all that is below it. Where it is wide it may be scrolled, and what is below it may not."""
    caption = context.own_id()
    shown = _table(given, caption, context)
    if _least_width(given) > NARROW:
        frame = {"class": "wide", "role": "region", "tabindex": "0", "aria-labelledby": caption}
        shown = block("div", frame, shown)
    first, late = notes_of(given)
    below = (
        notes(first, context),
        element("p", {"class": "small"}, inline(given.remark, context)) if given.remark else NOTHING,
        element("p", {"class": "source"}, inline(given.source, context)) if given.source else NOTHING,
        notes(late, context),
        download(given.id, given.label, context),
    )
    name = "table landscape" if given.landscape else "table"
    return block("div", {"class": name}, shown, *below)


def repeated_table(given: Table, context: Context) -> Markup:
    """The same figures once more, beside the chart that they are of: without ids and notes, which are unique."""
    caption = element("caption", None, repeated(given.caption))
    plain = _Rows(given, context, is_repeated=True)
    return block("table", None, caption, *plain.parts())


def _table(given: Table, caption_id: str, context: Context) -> Markup:
    words = caption_words(given)
    label = element("b", None, words.number) if words.number else NOTHING
    summary = element("span", {"class": "summary"}, given.summary) if given.summary else NOTHING
    said = joined((label, " " if words.number else "", inline(words.words, context)))
    caption = element("caption", {"id": caption_id}, said, " " if given.summary else "", summary)
    attributes = {"id": anchor(given.id), PLACE: context.place(given.origin, words.text)}
    return block("table", attributes, caption, *_Rows(given, context).parts())


class _Rows:
    """The rows of a table, in a head and as many bodies as there are groups.

    Heads are named only where a cell has to name them: where `scope` can't say which heads are its own.
    """

    def __init__(self, given: Table, context: Context, *, is_repeated: bool = False) -> None:
        self._table = given
        self._context = context
        self._is_repeated = is_repeated
        self._figures = figure_columns(given)
        rows = (*given.head, *given.body)
        self._is_scoped = is_scoped(given)
        is_named = not is_repeated and not self._is_scoped
        heads = [cell.id for row in rows for cell in row.cells if cell.id is not None] if is_named else []
        self._ids = {id: context.own_id() for id in heads}
        self._above = {cell.id: cell.headers for row in rows for cell in row.cells if cell.id in self._ids}

    def parts(self) -> Iterator[Markup]:
        if self._is_scoped:
            yield joined(_column_groups(self._table.head))
        if self._table.head:
            yield block("thead", None, *self._rows(self._table.head))
        for rows in bodies(self._table.body):
            yield block("tbody", None, *self._rows(rows))

    def _rows(self, rows: Sequence[Row]) -> Iterator[Markup]:
        for row, cells in zip(rows, placed(rows), strict=True):
            name = None if row.role == "body" else row.role
            yield element("tr", {"class": name}, *(self._cell(cell, column, row) for column, cell in cells))

    def _cell(self, cell: Cell, column: int, row: Row) -> Markup:
        is_head = cell.kind in (CellKind.COLUMN_HEAD, CellKind.ROW_HEAD) and bool(plain_text(cell.content).strip())
        attributes = {
            "id": self._ids.get(cell.id or ""),
            "scope": _scope(cell, row) if is_head else None,
            "class": self._side(cell, column),
            "colspan": cell.columns if cell.columns > 1 else None,
            "rowspan": cell.rows if cell.rows > 1 else None,
            "headers": " ".join(self._ids[id] for id in dict.fromkeys(self._heads(cell.headers))) or None,
        }
        return element("th" if is_head else "td", attributes, self._content(cell))

    def _heads(self, headers: Iterable[str]) -> Iterator[str]:
        """The heads that are named, each after its own: `headers` has to say them all."""
        for id in headers:
            if id in self._ids:
                yield from self._heads(self._above[id])
                yield id

    def _content(self, cell: Cell) -> Markup:
        if self._is_repeated:
            return repeated(cell.content)
        return trend(cell.trend, self._context) if cell.trend else inline(cell.content, self._context)

    def _side(self, cell: Cell, column: int) -> str | None:
        """Figures are flush right, and so are the heads right above them; what is otherwise than most says so."""
        if cell.kind is CellKind.COLUMN_HEAD and cell.columns == 1 and column in self._figures:
            return "n"
        return "t" if cell.kind is CellKind.TEXT else None


def is_scoped(given: Table) -> bool:
    """Whether `scope` says of every cell which heads are its own (HTML, 4.9.12.2): where they are in one row, or in two
    of which the first has those of groups of columns.
    """
    return len(given.head) < 3 and all(cell.columns == 1 for row in given.head[1:] for cell in row.cells)


def _column_groups(head: Sequence[Row]) -> Iterator[Markup]:
    """The columns of each head that is of a group of columns, and those between."""
    cells = head[0].cells if len(head) > 1 else ()
    for is_single, run in groupby(cells, key=lambda cell: cell.columns == 1):
        widths = [cell.columns for cell in run]
        for width in [len(widths)] if is_single else widths:
            yield element("colgroup", {"span": width if width > 1 else None})


def _scope(cell: Cell, row: Row) -> str:
    if cell.kind is CellKind.COLUMN_HEAD:
        return "colgroup" if cell.columns > 1 else "col"
    return "rowgroup" if row.role == "group" else "row"


def bodies(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows with those of a group together, after its head; a total of the whole is in none of them."""
    number, numbered = 0, []
    within = False
    for row in rows:
        if row.role == "group" or (within and row.role == "total"):
            number += 1
            within = row.role == "group"
        numbered.append((number, row))
    return [[row for _, row in group] for _, group in groupby(numbered, key=lambda each: each[0])]


def placed(rows: Sequence[Row]) -> Iterator[list[tuple[int, Cell]]]:
    """The cells of each row with the column in which they begin: what a cell above reaches into is skipped."""
    taken: dict[int, int] = {}
    for row in rows:
        cells, column = [], 0
        for cell in row.cells:
            column = _free(taken, column)
            cells.append((column, cell))
            taken |= dict.fromkeys(range(column, column + cell.columns), cell.rows - 1)
            column += cell.columns
        _free(taken, column)
        yield cells


def _free(taken: dict[int, int], column: int) -> int:
    """The next column from `column` on that no cell from above is in; those are counted down on the way."""
    while taken.get(column, 0) > 0:
        taken[column] -= 1
        column += 1
    return column


def _least_width(given: Table) -> int:
    """Of the table, in letters, where every line of a cell has one word."""
    widths = [0] * given.columns
    for cells in (cells for part in (given.head, given.body) for cells in placed(part)):
        for column, cell in cells:
            longest = TREND if cell.trend else max(map(len, plain_text(cell.content).split()), default=0)
            for each in range(column, min(column + cell.columns, given.columns)):
                widths[each] = max(widths[each], longest // cell.columns)
    return sum(widths) + GAP * (given.columns - 1)


def figure_columns(given: Table) -> set[int]:
    """The columns of figures, by the first row: their heads are flush right as well."""
    first = next((row for row in given.body if row.role != "group"), None)
    cells = next(placed([first])) if first else []
    return {column for column, cell in cells if cell.kind is CellKind.FIGURE}
