"""Where a table is: from where to where its rows go, in which rows and columns its heads are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from rapportage.deliveries.grid import Cell, CellKind, Sheet, column_number, place
from rapportage.deliveries.heads import begins_a_group, continued, going_on
from rapportage.deliveries.sought import Words, cells_named, says, text_of
from rapportage.diagnostics.suggestion import suggest
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.delivery import ANY, DeliveredTable
from rapportage.input.specs.faults import SpecFault

_COLUMN = re.compile(r"[A-Z]{1,3}")


class Extent(Struct, frozen=True, dict=True):
    """Where a table of a sheet is, as the levering describes it, and what its heads say.

    Each method raises SpecFault where its words lead nowhere.
    """

    path: str
    sheet: Sheet
    spec: DeliveredTable
    words: Words
    tops: Sequence[Scalar] = ()
    """The last words of columns that are asked: where no row is said to be the first, heads are found by these."""

    def at(self, cell: Cell | str = "") -> str:
        """The place of a cell, for a message."""
        return place(self.path, self.sheet.name, cell)

    # --- Where it is ------------------------------------------------------------------------------

    @cached_property
    def top(self) -> int:
        """The first row that can belong to it."""
        if self.spec.under is None:
            return 0
        asked = self.words(self.spec.under)
        cells = [cell for row in self.sheet.rows for cell in row if not cell.merged]
        same = [cell for cell in cells if text_of(cell) == asked]
        begin = re.compile(rf"{re.escape(asked)}(?!\w)")
        found = same or [cell for cell in cells if begin.match(text_of(cell))]
        if not found:
            texts = [text_of(cell) for cell in cells if cell.kind is CellKind.TEXT]
            raise SpecFault(
                "I302", f"{self.at()}: '{asked}' staat er niet", self.spec.under.span, suggest(asked, texts)
            )
        if len(found) > 1:
            hint = "neem er meer woorden bij, zodat het er één is"
            message = f"{self.at()}: '{asked}' staat er {len(found)} keer, in {cells_named(found)}"
            raise SpecFault("I303", message, self.spec.under.span, hint)
        return found[0].row + 1

    @cached_property
    def rows(self) -> range:
        """The rows with figures."""
        first = self._first_row
        return range(first, self._end(first))

    @property
    def is_found(self) -> bool:
        """Whether its words lead to any rows."""
        try:
            return bool(self.rows)
        except SpecFault:
            return False

    @cached_property
    def _first_row(self) -> int:
        begin = self.head_rows.stop if self.spec.heads else self.top
        asked = self.spec.rows.first if self.spec.rows else None
        if asked is None:
            return begin if self.spec.heads else max(self.head_rows, default=self.top - 1) + 1
        words = self.words(asked)
        found = [row for row in range(begin, len(self.sheet.rows)) if self._begins(row, words)]
        if not found:
            raise self._no_row("I305", asked, range(begin, len(self.sheet.rows)))
        if self.spec.under is not None:  # tables further down may each have such a row
            found = [row for row in found if row < self._next_table(found[0])]
        if len(found) > 1:
            cells = [self.sheet.cell(row, self.row_heads[0]) for row in found]
            message = f"{self.at()}: de rij '{self.words(asked)}' staat er {len(found)} keer, in {cells_named(cells)}"
            hint = "noem met 'onder' de woorden boven de tabel die u bedoelt"
            if self.spec.under is not None:
                hint = (
                    "noem een eerste rij die er één keer staat, of de rijen met koppen: 'koppen: [3, 4]' zonder 'vanaf'"
                )
            raise SpecFault("I303", message, asked.span, hint)
        return found[0]

    def _end(self, first: int) -> int:
        """The row after the last."""
        asked = self.spec.rows
        rows = range(first, len(self.sheet.rows))
        if asked and asked.last:
            words = self.words(asked.last)
            found = [row for row in rows if self._begins(row, words)]
            if not found:
                raise self._no_row("I305", asked.last, rows)
            own = [row for row in found if row < self._next_table(found[0])]
            if len(own) > 1:
                cells = [self.sheet.cell(row, self.row_heads[0]) for row in own]
                message = f"{self.at()}: de laatste rij '{words}' staat er {len(own)} keer, in {cells_named(cells)}"
                hint = "noem met 'tot' de woorden onder de tabel, of een laatste rij die er één keer staat"
                raise SpecFault("I303", message, asked.last.span, hint)
            end = own[0] + 1
            while end < len(self.sheet.rows) and self._is_row_head(end, words):  # that head goes on over this row
                end += 1
            return end
        if asked and asked.before:
            words, texts = self.words(asked.before), self.sheet.texts
            for row in rows[1:]:
                if any([text.startswith(words) for text in texts[row]]):
                    return row
            message = f"{self.at()}: onder de tabel staat geen '{words}'"
            raise SpecFault("I305", message, asked.before.span, "noem woorden die er wel staan, of laat 'tot' weg")
        return next((row for row in rows if self._is_blank(row)), len(self.sheet.rows))

    def _next_table(self, row: int) -> int:
        """The row with the heads of another table below that row: after a blank one, words over figures, no numbers."""
        was_blank = False
        for number in range(row + 1, len(self.sheet.rows)):
            was_blank = was_blank or self._is_blank(number)
            cells = self.sheet.rows[number]
            words = [cell for cell in cells if cell.kind is CellKind.TEXT and len(cell.text) > 1 and not cell.merged]
            is_head = len(words) > 1 or any(cell.column not in self.row_heads for cell in words)
            if was_blank and is_head and not any(cell.kind is CellKind.NUMBER for cell in cells):
                return number
        return len(self.sheet.rows)

    def lost(self, column: int) -> Cell | None:
        """A number of that column below the table, where only a blank row ended it."""
        if self.spec.rows and (self.spec.rows.last or self.spec.rows.before):
            return None
        end = self.rows.stop
        cells = (self.sheet.cell(row, column) for row in range(end, self._next_table(end - 1)))
        return next((cell for cell in cells if cell.value is not None), None)

    def _is_blank(self, row: int) -> bool:
        return row in self.sheet.blank_rows

    def _is_row_head(self, row: int, words: str) -> bool:
        return any([says(self.row_head(row, column), words) for column in self.row_heads])

    def _begins(self, row: int, words: str) -> bool:
        """Whether a row has those words as a head of its own: not as the one above, in a merged cell or a blank one."""
        cells, texts = self.sheet.rows[row], self.sheet.texts[row]
        own = [column for column in self.row_heads if column < len(cells) and not cells[column].merged]
        return any([says(texts[column], words) for column in own])

    # --- Heads ------------------------------------------------------------------------------------

    @cached_property
    def head_rows(self) -> range:
        """The rows in which the heads of columns are."""
        if self.spec.heads:
            self._check_heads(max(self.spec.heads))
            return range(min(self.spec.heads) - 1, max(self.spec.heads))
        if self.spec.rows and self.spec.rows.first:
            return range(self.top, self._first_row)
        asked = [self.words(each) for each in self.tops]
        for row in range(self.top, len(self.sheet.rows)):
            if any(says(text_of(cell), each) for cell in self.sheet.rows[row] for each in asked):
                return range(self.top, row + 1)
        if asked and all(map(self._is_letter, asked)):  # columns by their letter: there need be no heads
            return range(self.top, self.top)
        if not self.tops:
            message = f"{self.at()}: waar de koppen ophouden, is niet te vinden"
            raise SpecFault(
                "I304", message, self.spec.node.span, "noem de rijen ('koppen: [3, 4]'), of 'rijen: {vanaf: …}'"
            )
        raise self._no_column(self.tops[:1], range(self.top, len(self.sheet.rows)))

    def _check_heads(self, last: int) -> None:
        if last > len(self.sheet.rows):
            message = f"{self.at()}: 'koppen' noemt rij {last}, en er zijn {len(self.sheet.rows)} rijen"
            node = self.spec.node.get("koppen") or self.spec.node
            raise SpecFault("I304", message, node.span, "noem de rijen waarin de koppen staan, geteld vanaf 1")

    @cached_property
    def row_heads(self) -> tuple[int, ...]:
        """The columns in which the heads of rows are: the first that has any text, where the levering names none."""
        return self.columns_of_row_heads(self.spec.row_heads)

    def columns_of_row_heads(self, named: Sequence[Scalar]) -> tuple[int, ...]:
        """The columns with those heads, or those letters."""
        if named:
            return tuple(map(self.one_head, named))
        width = max(map(len, self.sheet.rows), default=0)
        kinds = ((column, (row[column].kind for row in self.sheet.rows[self.top :])) for column in range(width))
        return (next((column for column, each in kinds if any(kind is not CellKind.BLANK for kind in each)), 0),)

    def one_head(self, named: Scalar) -> int:
        """The column that has those words as its only head, or that letter."""
        words = self.words(named)
        if self.spec.heads or not (self.spec.rows and self.spec.rows.first):
            rows = self.head_rows
        else:  # the first row is found by its row head
            rows = range(self.top, len(self.sheet.rows))
        texts = self.sheet.texts
        found = [row for row in rows if row < len(texts) and words in texts[row]]
        cells = [cell for row in found for cell in self.sheet.rows[row] if text_of(cell) == words]
        columns = sorted({cell.column for cell in cells})
        if not columns and _COLUMN.fullmatch(words):
            return column_number(words)
        if not columns:
            raise self._no_column((named,), rows)
        if len(columns) > 1:
            raise self._twice(cells, words, named)
        return columns[0]

    def head(self, row: int, column: int) -> str:
        """What is above a column in that row of heads; where heads go on, that of the column to its left."""
        return text_of(self.head_cell(row, column))

    def head_cell(self, row: int, column: int) -> Cell:
        """The cell in which that head is."""
        own = self.sheet.cell(row, column)
        if self.goes_on and own.kind is CellKind.BLANK:
            on = self._continued.get(row, ())
            return self.sheet.cell(row, on[column] if column < len(on) else column)
        while own.merged and own.column > 0:
            before = self.sheet.cell(row, own.column - 1)
            if not (before.merged or before.covers) or before.text != own.text:
                break
            own = before
        return own

    @cached_property
    def _continued(self) -> Mapping[int, tuple[int, ...]]:
        """By row of heads, the column of which the head goes on over each."""
        rows = range(self.head_rows.start, min(self.head_rows.stop, len(self.sheet.rows)))
        return {row: continued(self.sheet, row, self.figure_columns) for row in rows}

    @cached_property
    def goes_on(self) -> bool:
        """Whether heads go on over the columns to their right: as the levering says, or as can't be otherwise."""
        if self.spec.filled is not None:
            return self.spec.filled
        return going_on(self.sheet, self.head_rows, self.figure_columns)

    @cached_property
    def figure_columns(self) -> tuple[int, ...]:
        """The columns beside the heads of rows, up to the last that has a head."""
        rows = self.sheet.rows[self.head_rows.start : self.head_rows.stop]
        width = max((cell.column + 1 for row in rows for cell in row if cell.kind is not CellKind.BLANK), default=0)
        return tuple(column for column in range(width) if column not in self.row_heads)

    def row_head(self, row: int, column: int) -> str:
        """What is before a row in that column; where heads go on, that of the row above."""
        if self.spec.filled and column != self.row_heads_last:
            while row > self.top and self.sheet.cell(row, column).kind is CellKind.BLANK:
                row -= 1
        texts = self.sheet.texts
        return texts[row][column] if row < len(texts) and column < len(texts[row]) else ""

    @cached_property
    def row_heads_last(self) -> int:
        """The column whose heads are of one row each."""
        return self.row_heads[-1]

    def _is_letter(self, words: str) -> bool:
        """Whether a column of the sheet is called so by its letter."""
        is_one = _COLUMN.fullmatch(words) is not None
        return is_one and column_number(words) < max(map(len, self.sheet.rows), default=0)

    # --- Faults -----------------------------------------------------------------------------------

    def _no_row(self, code: str, asked: Scalar, rows: Iterable[int]) -> SpecFault:
        heads = [self.row_head(row, column) for row in rows for column in self.row_heads]
        words = self.words(asked)
        return SpecFault(
            code, f"{self.at()}: er is geen rij '{words}'", asked.span, suggest(words, filter(None, heads))
        )

    def _no_column(self, path: Sequence[Scalar], rows: Iterable[int]) -> SpecFault:
        """Says of which of these heads there is none, or that there are none below each other."""
        heads = list(dict.fromkeys(text for row in rows for cell in self.sheet.rows[row] if (text := text_of(cell))))
        missing = [each for each in path if self.words(each) not in (*heads, ANY)]
        if missing:
            words = self.words(missing[0])
            message = f"{self.at()}: er is geen kolom met de kop '{words}'"
            return SpecFault("I304", message, missing[0].span, suggest(words, heads))
        said = " > ".join(map(self.words, path))
        hint = "noem koppen van boven naar beneden, zoals zij boven één kolom staan"
        if self.spec.filled is None and begins_a_group(self.sheet, self.head_rows, self.figure_columns) is not None:
            hint += "; geldt een bovenste kop ook voor de kolommen rechts ervan, schrijf dan 'koppen_doorlopend: ja'"
        return SpecFault("I304", f"{self.at()}: geen kolom heeft de koppen {said} onder elkaar", path[-1].span, hint)

    def _twice(self, cells: Sequence[Cell], words: str, asked: Scalar) -> SpecFault:
        message = f"{self.at()}: de kop '{words}' staat boven {len(cells)} kolommen, in {cells_named(cells)}"
        return SpecFault("I308", message, asked.span, "noem ook de kop erboven: [bovenste, onderste]")
