"""Whether words around figures name another period than the one that is asked: that must never be taken silently."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from msgspec import Struct

from rapportage.deliveries.grid import Cell, CellKind
from rapportage.deliveries.periods import month_named, named_period
from rapportage.deliveries.sought import Choice, says, text_of
from rapportage.deliveries.tables import Table
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.periods import MONTHS
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.delivery import ANY
from rapportage.input.specs.faults import SpecFault

HINT = "schrijf in de levering {maandnaam}, {jaar} of {periode} waar de periode staat, of vraag die andere periode"
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)", re.ASCII)
_IN_NAME = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?:-(?:Q[1-4]|H[12]|W?\d\d)|MM\d\d|KW0[1-4])(?![-\d])", re.ASCII)
"""A period in the name of a file; 2025-03-10 is the day of something."""
_MONTH_AND_YEAR = re.compile(rf"\b(?:{'|'.join(MONTHS)}) (?:18|19|20)\d\d\b", re.IGNORECASE | re.ASCII)
_SOURCE_LINES = 4


class Said(Struct, frozen=True):
    """Words around a figure, and where they are."""

    cell: Cell
    text: str


def is_other(text: str, period: TimePeriod) -> bool:
    """Whether a text names a period that figures of `period` are not of: 'april', 'mei 2019', '2019'."""
    named = named_period(text)
    if named is not None:
        return not (named.contains(period) or period.contains(named))
    month = month_named(text)
    return month is not None and month not in _months(period)


def around(table: Table, cell: Cell, path: Sequence[Scalar], row_heads: Iterable[int], choices: Choice) -> list[Said]:
    """What is above the figure, from the last head that was asked up to where the table begins, and beside it."""
    beside = [*row_heads, *(table.one_head(head) for head, _ in choices)]
    found = [Said(table.sheet.cell(cell.row, each), table.row_head(cell.row, each)) for each in dict.fromkeys(beside)]
    return [*_above(table, cell.column, [table.words(each) for each in path]), *(each for each in found if each.text)]


def _above(table: Table, column: int, asked: Sequence[str]) -> Iterator[Said]:
    texts = {row: text_of(table.sheet.cell(row, column)) for row in table.head_rows}
    lowest = max(
        (row for row, text in texts.items() if text and (asked[-1] == ANY or says(text, asked[-1]))), default=-1
    )
    for row in range(lowest, table.top - 1, -1):
        if all(cell.kind is CellKind.BLANK for cell in table.sheet.rows[row]):
            break
        own = table.sheet.cell(row, column)
        head = table.head_cell(row, column) if row in table.head_rows else own
        text = text_of(head)
        if row != lowest and own.kind is CellKind.NUMBER and named_period(text) is None:
            break  # a figure of another table
        if text:
            yield Said(head, text)
    if lowest >= 0:
        yield from (Said(table.sheet.cell(lowest, column), each) for each in asked[:-1] if each != ANY)


def refuse_other(table: Table, said: Iterable[Said], period: TimePeriod, asked: Sequence[Scalar]) -> None:
    """Raises SpecFault where any of these words names another period."""
    for each in said:
        if is_other(each.text, period):
            own = next((word for word in asked if table.words(word) == each.text), asked[-1])
            message = f"{table.at(each.cell)}: '{each.text[:40]}' is een andere periode dan {period.code}"
            raise SpecFault("I316", message, own.span, HINT)


def other_in_name(path: str, period: TimePeriod) -> str:
    """The period that the name of a file says, where it says none that is the one that is asked; '' otherwise."""
    stem = PurePath(path).stem
    named = _IN_NAME.findall(stem) + [each for each in re.findall(r"[a-z]+", stem.lower()) if each in MONTHS]
    return named[0] if named and all(is_other(each, period) for each in named) else ""


def holds_year(said: Iterable[Said], period: TimePeriod) -> bool:
    """Whether any of these words says the year."""
    return any(
        _years_in(each.text) & _years(period)
        or (named_period(each.text) is not None and not is_other(each.text, period))
        for each in said
    )


def holds_month(said: Iterable[Said]) -> bool:
    """Whether any of these words says which part of the year it is."""
    return any(
        month_named(each.text) is not None or ((named := named_period(each.text)) is not None and named.kind != "jaar")
        for each in said
    )


def other_in_title(table: Table, period: TimePeriod, *, months: bool) -> tuple[Cell, str] | None:
    """Where the title or the source of a table names another year and not this one; with `months` a month too."""
    above = [cell for row in range(max(table.top - 1, 0), table.rows.start) for cell in table.sheet.rows[row]]
    below = [cell for row in table.sheet.rows[table.rows.stop : table.rows.stop + _SOURCE_LINES] for cell in row]
    titles = [cell for cell in above if cell.kind is CellKind.TEXT]
    named = [(cell, each) for cell in titles for each in _MONTH_AND_YEAR.findall(text_of(cell))]
    if months and named and all(is_other(each, period) for _, each in named):
        return named[0]
    years = [(cell, each) for cell in titles for each in _years_in(text_of(cell))]
    room = _years(period)
    if not years:
        years = [(cell, each) for cell in below if cell.kind is CellKind.TEXT for each in _years_in(text_of(cell))]
        room = room | {max(room) + 1}  # who writes of December does so in January
    if years and not any(each in room for _, each in years):
        return years[0][0], str(years[0][1])
    return None


def _years_in(text: str) -> set[int]:
    return {int(each) for each in _YEAR.findall(text)}


def _years(period: TimePeriod) -> set[int]:
    return {period.start.year, period.end.year}


def _months(period: TimePeriod) -> set[int]:
    first = period.start.year * 12 + period.start.month - 1
    last = period.end.year * 12 + period.end.month - 1
    return {number % 12 + 1 for number in range(first, last + 1)}
