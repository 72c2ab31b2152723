"""Whether the parts in a table are all of its total, and whether another period may have others: as far as is seen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from rapportage.deliveries.exploring.seen import SeenTable, seen_tables
from rapportage.deliveries.grid import Cell, Delivery
from rapportage.figures.words.lists import names_nothing

_FEWEST = 3
"""So many figures from large to small are no accident."""
_BELOW = re.compile(r"<\s?(\d{1,6})", re.ASCII)
_REST = re.compile(r"overig|onbekend|other|unknown", re.IGNORECASE)
"""How a part begins that takes together what has no name, and stands last however large it is."""
SORTED = "de onderdelen zijn niet samen het totaal, en staan van groot naar klein: een volgende keer zijn het andere"
OTHERS = "in {} staan andere onderdelen"


def is_incomplete(table: SeenTable, column: int, total: str) -> bool:
    """Whether the parts in a column can't be together the total, whatever a '<5' among them is."""
    cells = dict(_rows(table, column))
    whole = cells[total].value if total in cells else None
    parts = [_most(cell) for name, cell in cells.items() if name != total]
    if whole is None or cells[total].percent or len(parts) < 2:
        return False
    known = [each for each in parts if each is not None]
    return len(known) == len(parts) and sum(known, Decimal(0)) < whole


class Seen(Struct, frozen=True):
    """A delivery with the tables that are seen in it, by the name of their sheet."""

    path: str
    tables: Mapping[str, tuple[SeenTable, ...]]


def seen_in(delivery: Delivery) -> Seen:
    """What is seen in it: looked for once, for all that is asked of it."""
    found: dict[str, tuple[SeenTable, ...]] = {}
    for sheet in delivery.sheets:
        found[sheet.name] = (*found.get(sheet.name, ()), *seen_tables(sheet))
    return Seen(delivery.path, found)


def why_it_changes(table: SeenTable, columns: Sequence[int], total: str, own: Seen, others: Sequence[Seen]) -> str:
    """Why another period has other parts; '' where nothing says so.

    `own` is the delivery that it is in, `others` are what was delivered for other periods, each with the same tables.
    """
    names = _parts(table, total)
    for each in others:
        same = _same_table(table, own, each)
        if same is not None and _parts(same, total) != names:
            return OTHERS.format(each.path)
    return SORTED if any(_is_top_list(table, each, total) for each in columns) else ""


def _is_top_list(table: SeenTable, column: int, total: str) -> bool:
    """Whether a column has the largest parts only, in their order."""
    if not is_incomplete(table, column, total):
        return False
    named = [(name, cell) for name, cell in _rows(table, column) if name != total]
    figures = [_most(cell) for name, cell in named if not (_REST.match(name) or names_nothing(name))]
    known = [each for each in figures if each is not None]
    return len(known) >= _FEWEST and all(one >= two for one, two in pairwise(known)) and known[0] > known[-1]


def _rows(table: SeenTable, column: int) -> Iterator[tuple[str, Cell]]:
    """The names of rows with what they have in a column."""
    for row in range(table.first_row, table.last_row + 1):
        name, cell = table.sheet.cell(row, table.names).text, table.sheet.cell(row, column)
        if name and (cell.value is not None or cell.text):
            yield name, cell


def _most(cell: Cell) -> Decimal | None:
    """The largest that its figure can be: 4 of '<5'; None where that is not known."""
    below = _BELOW.fullmatch(cell.text)
    return Decimal(below[1]) - 1 if below else cell.value


def _parts(table: SeenTable, total: str) -> frozenset[str]:
    return frozenset(table.row_names()) - {total}


def _same_table(table: SeenTable, own: Seen, other: Seen) -> SeenTable | None:
    """The table at that place among those of a sheet of that name, where there are as many of them."""
    mine, found = (each.tables.get(table.sheet.name, ()) for each in (own, other))
    if len(found) != len(mine):
        return None
    place = next((number for number, each in enumerate(mine) if each.first_row == table.first_row), None)
    return found[place] if place is not None else None
