"""Tables with an observation on each row: which columns say what a figure is of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from rapportage.deliveries.grid import Cell, Sheet
from rapportage.deliveries.periods import named_period
from rapportage.deliveries.reading.long import CODE, FLAG, VALUE


class LongTable(Struct, frozen=True):
    sheet: Sheet
    value: str
    """The head of the column with figures."""
    choices: Mapping[str, tuple[str, ...]]
    """What each other column can say, by its head; of words and their codes the words."""
    period: str
    """The head of the column with periods; '' where there is none."""

    def figures(self) -> Iterator[Cell]:
        column = next(cell.column for cell in self.sheet.rows[0] if cell.text == self.value)
        return (row[column] for row in self.sheet.rows[1:])


def long_table(sheet: Sheet) -> LongTable:
    """What the reader of such a table made."""
    heads = [cell.text for cell in sheet.rows[0]]
    choices = {
        head: tuple(dict.fromkeys(row[column].text for row in sheet.rows[1:]))
        for column, head in enumerate(heads)
        if head not in (VALUE, FLAG) and not head.endswith(CODE)
    }
    periods = (name for name, values in choices.items() if all(named_period(value) is not None for value in values))
    return LongTable(sheet, VALUE, choices, next(periods, ""))
