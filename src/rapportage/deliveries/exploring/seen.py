"""The tables that seem to be in a sheet: where their figures are, with the heads above and before them.

A guess to begin with, for who looks through a file: nothing is imported by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from rapportage.deliveries.grid import Cell, CellKind, Sheet, address
from rapportage.deliveries.heads import begins_a_group, continued, going_on
from rapportage.figures.period import FIRST_YEAR, LAST_YEAR

_LONGEST_SIGN = 3
"""A text among figures that is no longer is a sign: '-', 'x', ':', 'n.b' is none."""
_MOST_HEADS = 6


class SeenTable(Struct, frozen=True, dict=True):
    """Rows and columns count from 0; the last is one of the table."""

    sheet: Sheet
    title: str
    heads: tuple[int, ...]
    """The rows of heads, from above."""
    first_row: int
    last_row: int
    names: int
    """The column with the names of rows."""
    columns: tuple[int, ...]
    """Those with figures."""
    goes_on: bool = False
    """Whether a head holds for the columns to its right as well, as one that was merged."""

    @property
    def area(self) -> str:
        first = self.heads[0] if self.heads else self.first_row
        return f"{address(first, self.names)}:{address(self.last_row, self.columns[-1])}"

    def figures(self) -> Iterator[Cell]:
        """Its cells with figures, signs or nothing, row by row."""
        for row in range(self.first_row, self.last_row + 1):
            for column in self.columns:
                yield self.sheet.cell(row, column)

    def head(self, column: int) -> tuple[str, ...]:
        """The words over a column, from above, each once."""
        on = self._continued
        texts = [self.sheet.cell(row, on[row][column] if row in on else column).text for row in self.heads]
        return tuple(dict.fromkeys(text for text in texts if text))

    @cached_property
    def _continued(self) -> dict[int, tuple[int, ...]]:
        """By row of heads above the lowest, the column of which the head goes on over each."""
        rows = self.heads[:-1] if self.goes_on else ()
        return {row: continued(self.sheet, row, self.columns) for row in rows}

    @property
    def unsure(self) -> int | None:
        """The row of heads that may hold for the columns to their right, which was not taken to be so."""
        return None if self.goes_on else begins_a_group(self.sheet, self.heads, self.columns)

    @property
    def second_names(self) -> int | None:
        """The column with names within those of the rows, where these hold for more rows: Land, and then Geslacht.

        Then each pair of names is of one row, and a name of the first column of more.
        """
        column = self.names + 1
        if column in self.columns or column >= min(self.columns):
            return None
        pairs: list[tuple[str, str]] = []
        for row in range(self.first_row, self.last_row + 1):
            first, second = self.sheet.cell(row, self.names).text, self.sheet.cell(row, column).text
            if any(_is_figure(self.sheet.cell(row, each)) for each in self.columns):
                pairs.append((first or (pairs[-1][0] if pairs else ""), second))
        firsts = [first for first, second in pairs if second]
        is_one = len(set(pairs)) == len(pairs) and len(set(firsts)) < len(firsts)
        return column if is_one and 2 * len(firsts) > len(pairs) else None

    def row_names(self) -> tuple[str, ...]:
        """Of the rows that have figures."""
        return tuple(
            self.sheet.cell(row, self.names).text
            for row in range(self.first_row, self.last_row + 1)
            if any(_is_figure(cell) or _is_bare_sign(cell) for cell in self._over(row))
        )

    def _over(self, row: int) -> Iterator[Cell]:
        """The cells of a row under its heads."""
        yield from (self.sheet.cell(row, column) for column in self.columns)

    def after(self) -> str:
        """The first words below it in the column of names, where the table ends."""
        below = (self.sheet.cell(row, self.names).text for row in range(self.last_row + 1, len(self.sheet.rows)))
        return next((text for text in below if text), "")


def seen_tables(sheet: Sheet) -> tuple[SeenTable, ...]:
    """The tables of a sheet, from above."""
    figured: list[tuple[int, ...]] = []
    for row in sheet.rows:
        found = _figure_columns(row)
        figured.append(found or (_sign_columns(row, figured[-1]) if figured else ()))
    figured = [() if _is_year_head(sheet, figured, row) else columns for row, columns in enumerate(figured)]
    return tuple(table for first, last in _runs(sheet, figured) if (table := _table(sheet, figured, first, last)))


def is_sign(cell: Cell) -> bool:
    """Whether there is a sign where a figure could be."""
    return cell.kind is not CellKind.BLANK and cell.value is None and 0 < len(cell.text) <= _LONGEST_SIGN


def signs_in(cells: Iterable[Cell]) -> dict[str, list[Cell]]:
    """The signs instead of figures and beside them, with where they are."""
    found: dict[str, list[Cell]] = {}
    for cell in cells:
        if is_sign(cell) and cell.kind is not CellKind.ERROR:
            found.setdefault(cell.text, []).append(cell)
        elif cell.mark:
            found.setdefault(cell.mark, []).append(cell)
    return found


def _is_figure(cell: Cell) -> bool:
    return cell.kind in (CellKind.NUMBER, CellKind.ERROR) or cell.value is not None or cell.formula_without_value


def _is_year(cell: Cell) -> bool:
    value = cell.value
    return value is not None and not cell.mark and value == value.to_integral() and _in_calendar(value)


def _in_calendar(value: Decimal) -> bool:
    return FIRST_YEAR <= value <= LAST_YEAR


def _figure_columns(row: Sequence[Cell]) -> tuple[int, ...]:
    """Where a row has figures; a row with nothing but years is one of heads."""
    found = [cell for cell in row if _is_figure(cell)]
    named = [cell for cell in row if cell.kind is CellKind.TEXT and cell.value is None and not is_sign(cell)]
    if not found or (all(_is_year(cell) for cell in found) and (len(found) > 1 or not named)):
        return ()
    if found[0].column == 0 and len(found) == 1:  # the number of a note or of a table
        return ()
    return tuple(cell.column for cell in found)


def _is_year_head(sheet: Sheet, figured: Sequence[tuple[int, ...]], row: int) -> bool:
    """Whether a row of words and one year is that of the heads: 'Land', '2025', with figures below and no head above.

    A figure that could be a year, below a head or below other figures, is a figure.
    """
    if len(figured[row]) != 1 or any(figured[max(row - 2, 0) : row]) or row + 1 == len(figured):
        return False
    (column,) = figured[row]
    has_head = row > 0 and bool(sheet.cell(row - 1, column).text)
    return _is_year(sheet.cell(row, column)) and column in figured[row + 1] and not has_head


def _sign_columns(row: Sequence[Cell], above: Sequence[int]) -> tuple[int, ...]:
    """Where a row below one with figures has signs instead, and nothing but a name before them: 'Cuba', '<5'."""
    signs = tuple(cell.column for cell in row if _is_bare_sign(cell))
    if not above or not signs or not set(signs) <= set(above):
        return ()
    others = [cell for cell in row if cell.kind is not CellKind.BLANK and cell.column not in signs]
    is_named = bool(others) and all(cell.kind is CellKind.TEXT and cell.column < min(above) for cell in others)
    return signs if is_named else ()


def _is_bare_sign(cell: Cell) -> bool:
    """Whether a cell has a sign that is no short word, such as a head can be: 'M' and 'V'."""
    return is_sign(cell) and (not cell.text.isalpha() or cell.text in ("x", "X"))


def _runs(sheet: Sheet, figured: Sequence[tuple[int, ...]]) -> Iterator[tuple[int, int]]:
    """The first and the last row of each stretch of rows with figures; one row without may come between."""
    first = last = -1
    for row, columns in enumerate(figured):
        if not columns:
            continue
        if first >= 0 and not _goes_on(sheet, last, row):
            yield first, last
            first = -1
        first, last = (row if first < 0 else first), row
    if first >= 0:
        yield first, last


def _goes_on(sheet: Sheet, last: int, row: int) -> bool:
    """Whether what is between two rows with figures is at most a row that is blank, or has a name alone."""
    between = sheet.rows[last + 1 : row]
    if not between:
        return True
    texts = [sum(cell.kind is not CellKind.BLANK and not cell.merged for cell in cells) for cells in between]
    return len(between) == 1 and texts[0] <= 1


def _table(sheet: Sheet, figured: Sequence[tuple[int, ...]], first: int, last: int) -> SeenTable | None:
    rows = range(first, last + 1)
    counts: dict[int, int] = {}
    for row in rows:
        for column in figured[row]:
            counts[column] = counts.get(column, 0) + 1
    names = _names_column(sheet, rows, counts)
    columns = tuple(sorted(column for column in counts if column > names))
    if not columns:
        return None
    heads = _heads(sheet, first, columns)
    title = _title(sheet, heads[0] if heads else first)
    goes_on = going_on(sheet, heads, columns) or _is_one_group(sheet, heads, columns)
    return SeenTable(sheet, title, heads, first, last, names, columns, goes_on)


def _is_one_group(sheet: Sheet, heads: Sequence[int], columns: Sequence[int]) -> bool:
    """Whether one head is above the first of more columns, which all have their own below it."""
    if len(heads) < 2 or not all(sheet.cell(heads[-1], column).text for column in columns):
        return False
    broken = [row for row in heads[:-1] if not all(sheet.cell(row, column).text for column in columns)]
    firsts = [[column for column in columns if sheet.cell(row, column).text] for row in broken]
    return bool(broken) and all(found == [columns[0]] for found in firsts)


def _names_column(sheet: Sheet, rows: range, counts: dict[int, int]) -> int:
    """The column before the figures in which most rows have a name; the first of equal ones."""
    width = min(len(sheet.rows[0]), max(counts) + 1)
    named = [sum(_is_name(sheet.cell(row, column)) for row in rows) for column in range(width)]
    first = next((column for column in sorted(counts) if not named[column]), 0)
    return max(range(first), key=lambda column: (named[column], -column), default=0)


def _is_name(cell: Cell) -> bool:
    return (cell.kind in (CellKind.TEXT, CellKind.DATE) and cell.value is None and not is_sign(cell)) or _is_year(cell)


def _heads(sheet: Sheet, first: int, columns: Sequence[int]) -> tuple[int, ...]:
    """The rows above the figures that have words over them, with no more than one blank row between."""
    heads: list[int] = []
    blank = 0
    for row in range(first - 1, -1, -1):
        over = [sheet.cell(row, column) for column in columns]
        if not any(cell.text for cell in over):
            blank += 1
            if blank > 1:
                break
            continue
        if len(heads) == _MOST_HEADS or any(_is_figure(cell) and not _is_year(cell) for cell in over):
            break
        heads.append(row)
    return tuple(reversed(heads))


_NO_TITLE = re.compile(r"(?:bron|noot|source|©|\*)", re.IGNORECASE)
"""How what is under the table before begins."""


def _title(sheet: Sheet, before: int) -> str:
    """The last words above, in a row that has no more of them."""
    for row in range(before - 1, -1, -1):
        texts = list(dict.fromkeys(cell.text for cell in sheet.rows[row] if cell.kind is CellKind.TEXT))
        if texts:
            return "" if _NO_TITLE.match(texts[0]) else texts[0]
    return ""
