"""A table as a plain grid: cells that span are laid out, heads above one another are joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from rapportage.document import Cell, Row, Table
from rapportage.figures.languages.spoken import spoken_language
from rapportage.pages.attachments.dimensions import dimensions_of_rows
from rapportage.pages.attachments.figures import Reading, marks_of, read_content, words

JOINT = ", "
_NOTHING = Reading("")


class Head(Struct, frozen=True):
    text: str
    marks: tuple[str, ...] = ()


class Grid(Struct, frozen=True):
    """One head per column, and rows of as many readings."""

    heads: tuple[Head, ...]
    rows: tuple[tuple[Reading, ...], ...]


def grid_of(table: Table) -> Grid:
    """The grid: the head of a group of rows is a column before the others, a total is marked in a column after them.

    A crossed part has a column for each of its dimensions.

    Adding up a column must be possible without the totals.
    """
    said = spoken_language().data
    heads = _heads(table.head, table.columns)
    rows, groups, kinds = [], [], []
    group = _NOTHING
    for row in table.body:
        if row.role == "group":
            group = read_content(row.cells[0].content)
            continue
        group = _NOTHING if row.role == "total" else group
        rows.append(_row(row, table.columns))
        groups.append(group)
        kinds.append(Reading(said.total if row.role == "total" else said.subtotal if row.role == "subtotal" else ""))
    dimensions = dimensions_of_rows([row for row in table.body if row.role != "group"])
    for place, (dimension, names) in enumerate(dimensions.items(), 1):
        heads = (*heads[:place], Head(dimension), *heads[place:])
        rows = [(*row[:place], Reading(name), *row[place:]) for name, row in zip(names, rows, strict=True)]
    if any(each.text for each in groups):
        heads = (Head(said.group), *heads)
        rows = [(each, *row) for each, row in zip(groups, rows, strict=True)]
    if any(each.text for each in kinds):
        heads = (*heads, Head(said.kind))
        rows = [(*row, each) for each, row in zip(kinds, rows, strict=True)]
    return Grid(heads, tuple(rows))


def _row(row: Row, columns: int) -> tuple[Reading, ...]:
    """The readings of a row, each in the first of the columns of its cell."""
    made = [_NOTHING] * columns
    place = 0
    for cell in row.cells:
        if place < columns:
            made[place] = Reading(cell.trend.alternative) if cell.trend else read_content(cell.content)
        place += cell.columns
    return tuple(made)


def _heads(rows: Sequence[Row], columns: int) -> tuple[Head, ...]:
    """For each column the heads above it, from top to bottom: 'mei 2020, aantal'."""
    above: list[list[Cell]] = [[] for _ in range(columns)]
    taken: dict[int, set[int]] = {}
    for number, row in enumerate(rows):
        place = 0
        for cell in row.cells:
            while place in taken.get(number, ()):
                place += 1
            for column in range(place, min(place + cell.columns, columns)):
                above[column].append(cell)
                for below in range(number + 1, number + cell.rows):
                    taken.setdefault(below, set()).add(column)
            place += cell.columns
    return tuple(_joined(cells, number) for number, cells in enumerate(above, 1))


def _joined(cells: Iterable[Cell], number: int) -> Head:
    cells = list(cells)
    text = JOINT.join(dict.fromkeys(found for cell in cells if (found := words(cell.content))))
    return Head(
        text or spoken_language().data.column(number), tuple(mark for cell in cells for mark in marks_of(cell.content))
    )
