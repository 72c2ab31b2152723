"""The pass over a sheet (xlsx) for what a library for values leaves out: styles, hidden parts, empty formulas."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct, field

from rapportage.deliveries.reading.faults import damaged
from rapportage.deliveries.reading.merged_cells import Area
from rapportage.deliveries.reading.xml import Parser

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})", re.ASCII)
_OTHER_BOOK = re.compile(r"\[\d+\]")
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
_YES = ("1", "true")
_NUMERIC = (None, "n", "d")
"""What type of cell is a number or a date; no type is a number."""
Place = tuple[int, int]


class SheetFacts(Struct):
    """What a sheet says besides its values. Rows and columns count from 0."""

    styles: dict[int, dict[int, int]] = field(default_factory=dict)
    """By row and column, of the cells with a number and a style that is not the first."""
    errors: dict[Place, str] = field(default_factory=dict)
    without_value: list[Place] = field(default_factory=list)
    other_books: list[Place] = field(default_factory=list)
    """Whose formula takes from another file."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    last_row: int = -1
    last_column: int = -1
    furthest: Place = (0, 0)
    """The cell with a value that makes the sheet as large as it is."""

    def reach(self, place: Place) -> None:
        """Notes that there is something in that cell."""
        row, column = place
        if row > self.last_row or column > self.last_column:
            self.last_row, self.last_column = max(row, self.last_row), max(column, self.last_column)
            self.furthest = place

    def hides_column(self, column: int) -> bool:
        return any(first <= column <= last for first, last in self.hidden_columns)


def sheet_facts(part: str, data: bytes) -> SheetFacts:
    """Goes over a sheet.

    Raises:
        DeliveryFault: it is no XML, or not that of a sheet.
    """
    return _Pass(part).over(data)


class _Pass:
    """Only what begins an element is looked at: that is half the work. Text is kept of formulas and errors alone."""

    def __init__(self, part: str) -> None:
        self._facts = SheetFacts()
        self._parser = Parser(part)
        self._row = self._column = -1
        self._digits = ""
        """The number of the row, as it ends the name of each cell in it."""
        self._styles: dict[int, int] = {}
        self._kind: str | None = None
        self._style: str | None = None
        self._has_value = False
        self._formula: str | None = None
        self._kept: list[str] | None = None
        self._cell, self._value = "c", "v"
        self._starts = {
            "is": self._on_value,
            "f": self._on_formula,
            "row": self._on_row,
            "col": self._on_column,
            "mergeCell": self._on_merged,
        }

    def over(self, data: bytes) -> SheetFacts:
        self._parser.expat.StartElementHandler = self._on_root
        self._parser.run(data)
        self._settle()
        return self._facts

    def _on_root(self, name: str, _attributes: dict[str, str]) -> None:
        prefix, _, word = name.rpartition(":")
        if word != "worksheet":
            raise damaged(f"het onderdeel {self._parser.part} is geen blad met cellen")
        if prefix:
            self._starts = {f"{prefix}:{each}": handler for each, handler in self._starts.items()}
            self._cell, self._value = f"{prefix}:c", f"{prefix}:v"
        self._parser.expat.StartElementHandler = self._on_start

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        """Here most of the time goes: what most elements are comes first, and is not handed on."""
        if name == self._value:
            if self._kept is not None or self._kind == "e":
                self._on_value(attributes)
                return
            self._has_value = True
            if self._style is not None and self._kind in _NUMERIC:
                self._styles[self._column] = _style(self._style, self._parser.part)
            facts = self._facts
            if self._column > facts.last_column or self._row > facts.last_row:
                facts.reach((self._row, self._column))
        elif name == self._cell:
            if self._kept is not None:
                self._settle()
            read = attributes.get
            if (reference := read("r")) is None:
                self._column += 1
            else:
                column = _column(reference.removesuffix(self._digits))
                self._column = column if column >= 0 else self._column_of(reference)
            self._kind, self._style, self._has_value = read("t"), read("s"), False
        elif (handler := self._starts.get(name)) is not None:
            handler(attributes)

    def _on_row(self, attributes: dict[str, str]) -> None:
        self._settle()
        self._row = self._number(attributes["r"], MOST_ROWS) - 1 if "r" in attributes else self._row + 1
        self._column = -1
        self._digits = str(self._row + 1)
        self._styles = self._facts.styles.setdefault(self._row, {})
        if attributes.get("hidden") in _YES or attributes.get("ht") == "0":
            self._facts.hidden_rows.add(self._row)

    def _on_value(self, _attributes: dict[str, str]) -> None:
        self._has_value = True
        if self._kept is not None:
            self._formula = "".join(self._kept)
            self._kept.clear()
        if self._kind == "e":
            self._keep()
        elif self._style is not None and self._kind in _NUMERIC:
            self._styles[self._column] = _style(self._style, self._parser.part)
        facts = self._facts
        if self._row > facts.last_row or self._column > facts.last_column:
            facts.reach((self._row, self._column))

    def _on_formula(self, _attributes: dict[str, str]) -> None:
        self._keep()

    def _keep(self) -> None:
        self._kept = []
        self._parser.expat.CharacterDataHandler = self._kept.append

    def _settle(self) -> None:
        """What can be said of a formula or an error when all of it was seen."""
        if self._kept is None:
            return
        facts, place = self._facts, (self._row, self._column)
        text = "".join(self._kept).strip()
        if self._kind == "e" and self._has_value:
            facts.errors[place] = text or "#N/A"
        formula = self._formula if self._has_value else text
        if not self._has_value or not (text or self._kind == "str"):
            facts.without_value.append(place)
            facts.reach(place)
        if formula and _OTHER_BOOK.search(formula):
            facts.other_books.append(place)
        self._parser.expat.CharacterDataHandler = None
        self._kept = self._formula = None

    def _on_column(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in _YES or attributes.get("width") == "0":
            first, last = (self._number(attributes.get(each, "1"), MOST_COLUMNS) for each in ("min", "max"))
            self._facts.hidden_columns.append((first - 1, last - 1))

    def _on_merged(self, attributes: dict[str, str]) -> None:
        self._settle()
        first, _, last = attributes.get("ref", "").partition(":")
        self._facts.merged.append(Area(*self._place(first), *self._place(last or first)))

    def _column_of(self, reference: str) -> int:
        """The column of a cell that is in the row that is being read.

        Raises:
            DeliveryFault: it is in another one.
        """
        row, column = self._place(reference)
        if row != self._row:
            raise damaged(f"de cel {reference} staat in een andere rij ({self._parser.part})")
        return column

    def _place(self, reference: str) -> Place:
        found = _ADDRESS.fullmatch(reference)
        if found is None or _column(found[1]) < 0:
            raise damaged(f"'{reference}' is geen cel ({self._parser.part})")
        return self._number(found[2], MOST_ROWS) - 1, _column(found[1])

    def _number(self, text: str, most: int) -> int:
        return _number(text, most, self._parser.part)


def _number(text: str, most: int, part: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 8 and 0 <= int(text) <= most:
        return int(text)
    raise damaged(f"'{text}' kan geen rij, kolom of opmaak zijn ({part})")


@lru_cache(maxsize=MOST_COLUMNS)
def _column(letters: str) -> int:
    """The number of a column; below 0 where there is none of that name."""
    number = 0
    for letter in letters:
        if not "A" <= letter <= "Z":
            return -1
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1 if number <= MOST_COLUMNS else -1


@lru_cache(maxsize=4096)
def _style(text: str, part: str) -> int:
    return _number(text, MOST_ROWS, part)
