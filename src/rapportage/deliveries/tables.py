"""Finds the cells of a table by its words: columns by the heads above them, rows by those before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportage.deliveries.extent import Extent
from rapportage.deliveries.grid import Cell, CellKind, Sheet, column_name, column_number, place
from rapportage.deliveries.periods import STAR, named_period
from rapportage.deliveries.sought import Choice, Words, cells_named, says, text_of
from rapportage.diagnostics.suggestion import suggest
from rapportage.document import normal
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.delivery import ANY, DeliveredTable, Hidden
from rapportage.input.specs.faults import SpecFault


class Table(Extent, frozen=True):
    """A table of a sheet as the levering describes it. Each method raises SpecFault where its words lead nowhere."""

    def columns(self, path: Sequence[Scalar]) -> list[tuple[int, str]]:
        """The columns under these heads, each with what stands for '*' in them; of more, the one of a letter."""
        asked = [self.words(each) for each in path]
        width = max((len(self.sheet.rows[row]) for row in self.head_rows if row < len(self.sheet.rows)), default=0)
        found = [(column, said) for column in range(width) if (said := self._fits(column, asked)) is not None]
        if not found and (column := self._lettered(asked[0])) is not None:
            return [(column, self._under_letter(column, path))]
        if not found:
            raise self._no_column(path, self.head_rows)
        return found

    def _lettered(self, words: str) -> int | None:
        """The column that is called so by its letter, where no head is."""
        if not self._is_letter(words):
            return None
        is_head = any(text_of(cell) == words for row in self.head_rows for cell in self.sheet.rows[row])
        return None if is_head else column_number(words)

    def _under_letter(self, column: int, path: Sequence[Scalar]) -> str:
        """What stands for '*' in the heads of a column named by its letter: words have to say that it is the one."""
        letter, *asked = map(self.words, path)
        if asked:
            said = self._fits(column, asked)
            if said is None:
                heads = " > ".join(filter(None, (self.head(row, column) for row in self.head_rows)))
                there = f"staat '{heads[:80]}'" if heads else "staat niets"
                message = f"{self.at()}: boven kolom {letter} {there}, en niet '{' > '.join(asked)}'"
                raise SpecFault("I304", message, path[-1].span, "kijk welke kolom het nu is; de koppen zijn leidend")
            return said
        cells = (cell for row in self.rows for cell in self.sheet.rows[row] if cell.column not in self.row_heads)
        if others := sorted({cell.column for cell in cells if cell.value is not None} - {column}):
            message = (
                f"{self.at()}: kolom {letter} is alleen met haar letter genoemd, en {column_name(others[0])} heeft "
            )
            hint = f"noem ook een kop: [{letter}, …]; een letter alleen kan als er maar één kolom met cijfers is"
            raise SpecFault("I304", f"{message}ook cijfers", path[-1].span, hint)
        return ""

    def column(self, path: Sequence[Scalar]) -> int:
        """The one column under these heads."""
        found = self.columns(path)
        if len(found) > 1:
            heads = [self._lowest(column) for column, _ in found]
            raise self._twice(heads, " > ".join(map(self.words, path)), path[-1])
        return found[0][0]

    def _lowest(self, column: int) -> Cell:
        """The lowest head of a column that says anything."""
        cells = [self.sheet.cell(row, column) for row in reversed(self.head_rows)]
        return next((cell for cell in cells if cell.kind is not CellKind.BLANK), cells[0])

    def _fits(self, column: int, asked: Sequence[str]) -> str | None:
        """What stands for '*' in the heads of a column, or nothing; None where its heads are others."""
        rows, any_word = iter(self.head_rows), ""
        for place_in_path, words in enumerate(asked):
            is_last = place_in_path == len(asked) - 1
            for row in rows:
                said = text_of(self.sheet.cell(row, column)) if is_last else self.head(row, column)
                if words == ANY and said and (place_in_path or row == self._row_of_any(asked)):
                    any_word = said
                    break
                if words != ANY and says(said, words):
                    break
            else:
                return None
        return any_word

    def _row_of_any(self, asked: Sequence[str]) -> int:
        """The row of heads in which '*' is, where it is the first of the path: above the next, or the last of all."""
        if len(asked) == 1:
            return self.head_rows[-1]
        for row in self.head_rows[1:]:
            if any(text_of(cell) == asked[1] for cell in self.sheet.rows[row]):
                return row - 1
        return self.head_rows[0]

    def is_provisional(self, cell: Cell, choices: Choice) -> bool:
        """Whether its row or column is of a period that has the mark of a provisional one: '2020 mei*'.

        What may name the period of a row are its heads, and the columns by which it was chosen.
        """
        above = (self.head(row, cell.column) for row in self.head_rows)
        columns = {*self.row_heads, *(self.one_head(head) for head, _ in choices)}
        beside = (self.row_head(cell.row, column) for column in columns if column != cell.column)
        return any(each.endswith(STAR) and named_period(each) is not None for each in (*above, *beside))

    def rows_where(self, choices: Choice) -> list[int]:
        """The rows of which those columns say that."""
        wanted = [(self.one_head(head), self.words(value)) for head, value in choices]
        return [
            row
            for row in self.rows
            if not self._is_blank(row) and all(says(self.row_head(row, column), value) for column, value in wanted)
        ]

    def row(self, path: Sequence[Scalar], choices: Choice, where: Scalar | None = None) -> int:
        """The one row with these row heads."""
        choices = list(choices)
        rows = self.rows_where(choices)
        asked = [self.words(each) for each in path]
        if len(asked) == 1:
            found = [row for row in rows if self._is_row_head(row, asked[0])]
        else:
            columns = self._heads_for(path)
            found = [
                row
                for row in rows
                if all(says(self.row_head(row, column), words) for column, words in zip(columns, asked, strict=True))
            ]
        span = (path[-1] if path else where or self.spec.node).span
        if not found and path:
            raise self._no_row("I306", path[-1], rows)
        said = ", ".join([*asked, *(f"{head.text} {self.words(value)}" for head, value in choices)])
        if not found:
            hint = "kijk of elke waarde zo in haar kolom staat"
            raise SpecFault("I306", f"{self.at()}: er is geen rij met {said}", span, hint)
        if len(found) > 1:
            cells = [self.sheet.cell(row, self.row_heads[0]) for row in found]
            message = f"{self.at()}: er zijn {len(found)} rijen met {said}, in {cells_named(cells)}"
            raise SpecFault("I307", message, span, "kies er een met 'kiezen' of 'onder', of beperk 'rijen'")
        return found[0]

    def _heads_for(self, path: Sequence[Scalar]) -> tuple[int, ...]:
        """The columns in which these row heads are, each in its own."""
        if len(path) > len(self.row_heads):
            names = [column_name(column) for column in self.row_heads]
            message = f"{self.at()}: 'rij' noemt {len(path)} koppen, en koppen van rijen staan in kolom {names[0]}"
            message += "".join(f" en {name}" for name in names[1:])
            hint = "zeg bij de tabel in welke kolommen zij staan, van links naar rechts: 'rijkop: [A, B]'"
            raise SpecFault("I204", message, path[-1].span, hint)
        return self.row_heads[: len(path)]


def sheets_for(
    path: str, sheets: Sequence[Sheet], spec: DeliveredTable, words: Words, hidden: Hidden | None
) -> Iterator[Sheet]:
    """The sheets in which the table can be: that of its name, or all that are not hidden."""
    if spec.sheet is None:
        yield from (sheet for sheet in sheets if not sheet.hidden)
        return
    asked = words(spec.sheet)
    found = [sheet for sheet in sheets if normal.name(sheet.name) == asked]
    if not found:
        names = [sheet.name for sheet in sheets]
        raise SpecFault("I301", f"{path}: er is geen blad '{asked}'", spec.sheet.span, suggest(asked, names))
    if hidden != "meenemen" and any(sheet.hidden for sheet in found):
        message = f"{place(path, found[0].name)}: dit blad is verborgen"
        hint = "is dit toch het goede blad, schrijf dan 'verborgen: meenemen' bij de tabel"
        raise SpecFault("I401", message, spec.sheet.span, hint)
    yield from found
