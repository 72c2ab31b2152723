"""What every reader of delivered files makes of them: sheets of cells, as who opens the file sees them."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from functools import cached_property, lru_cache

from msgspec import Struct

from rapportage.document import normal


class CellKind(Enum):
    """What a cell holds in the file. In a file of plain text a cell that can be read as a number is one."""

    NUMBER = "getal"
    TEXT = "tekst"
    BLANK = "leeg"
    DATE = "datum"
    BOOLEAN = "ja of nee"
    ERROR = "fout"


class Cell(Struct, frozen=True, gc=False):
    """One cell; `row` and `column` count from 0.

    `value` is the number as shown: 31 for '31%', 12 for '12*'. Text of a workbook that can be read as a number in one
    way only has a value too, and is TEXT all the same. A number whose format shows no number (0 as '-', or nothing at
    all) has `text` for that, no `value`, and is NUMBER: it has `stored`.
    """

    row: int
    column: int
    text: str = ""
    """What the reader of the file sees, stripped; a number of a workbook is written the Dutch way: '1.234,5'."""
    kind: CellKind = CellKind.BLANK
    value: Decimal | None = None
    stored: Decimal | None = None
    """The number as stored, where that is not what is shown; in the unit of what is shown: a percentage as one."""
    mark: str = ""
    """A sign or flag that stands with the number: 'p', '*', 'b'."""
    percent: bool = False
    scale: int = 0
    """The power of ten that the format hides, or the unit of its topic says: 3 where 1.234.000 is shown as 1.234."""
    hidden: bool = False
    """In a hidden row or column."""
    merged: bool = False
    """Filled in from the first cell of those that were merged."""
    covers: bool = False
    """The first cell of those that were merged."""
    formula_without_value: bool = False
    """A formula that was never worked out: the file has no value for it."""

    @property
    def address(self) -> str:
        """As a workbook names it: 'B7'."""
        return address(self.row, self.column)


class Sheet(Struct, frozen=True, dict=True):
    """Rows of cells, all equally long; what is outside them is blank."""

    name: str
    """'' in a file that has no sheets."""
    rows: tuple[tuple[Cell, ...], ...] = ()
    hidden: bool = False

    def cell(self, row: int, column: int) -> Cell:
        """The cell there; a blank one outside of what the sheet holds."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return Cell(row, column)

    def named(self, name: str) -> Cell | None:
        """The cell with that name: 'B7'; None for what is no name of a cell."""
        letters = name.rstrip("0123456789")
        digits = name.removeprefix(letters)
        is_name = letters.isascii() and letters.isalpha() and letters.isupper() and digits
        return self.cell(int(digits) - 1, column_number(letters)) if is_name else None

    @cached_property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """What each cell says, as it is compared: worked out once, for whoever seeks something in it."""
        return tuple([tuple([as_compared(cell.text) for cell in row]) for row in self.rows])

    @cached_property
    def blank_rows(self) -> frozenset[int]:
        """The rows without anything in them."""
        return frozenset(row for row, cells in enumerate(self.rows) if all([each.kind is _BLANK for each in cells]))


_BLANK = CellKind.BLANK


@lru_cache(maxsize=100_000)
def as_compared(text: str) -> str:
    """A text of a cell as it is compared."""
    return normal.name(text.replace("\N{SOFT HYPHEN}", ""))


class Delivery(Struct, frozen=True):
    """A file as it was read. `path` is as shown to the user; `sha256` is of the bytes that were read."""

    path: str
    sha256: str
    format: str
    """'xlsx', 'ods', 'csv' … : what the file is, whatever its name says."""
    sheets: tuple[Sheet, ...]
    told: tuple[str, ...] = ()
    """How it was read, in Dutch: 'kolommen gescheiden door een puntkomma', 'UTF-8'."""


def address(row: int, column: int) -> str:
    """The name of a cell: row 6, column 1 is 'B7'."""
    return f"{column_name(column)}{row + 1}"


def column_name(column: int) -> str:
    """The letters of a column: 0 is 'A', 26 is 'AA'."""
    letters = ""
    number = column + 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def column_number(letters: str) -> int:
    """The column with those letters: 'A' is 0, 'AA' is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def place(path: str, sheet: str = "", cell: Cell | str = "") -> str:
    """The opening of a message: "leveringen/mei.xlsx, blad 'Tabel 1', cel B7"."""
    parts = [path]
    if sheet:
        parts.append(f"blad '{sheet}'")
    if cell:
        parts.append(f"cel {cell.address if isinstance(cell, Cell) else cell}")
    return ", ".join(parts)
