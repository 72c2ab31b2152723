"""Tables with an observation on each row: a head with the dimensions, and the figure in the column 'Waarde'."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from rapportage.deliveries.grid import Cell, CellKind
from rapportage.deliveries.reading.faults import too_large
from rapportage.deliveries.reading.limits import MOST_CELLS
from rapportage.deliveries.reading.numbers import in_digits, without_zeros

VALUE, FLAG = "Waarde", "Kenmerk"
"""The heads of the columns with the figure and with what is said of it, in every such table."""


class Figure(Struct, frozen=True, gc=False):
    """`number` is None where the file has a sign or nothing instead; `flag` is what it says of it."""

    number: Decimal | None
    text: str
    flag: str = ""


def figure_of(number: object, flag: str = "") -> Figure:
    """The figure of a value in JSON: a number (653.0 is 653), a text such as '.', or null."""
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        text = "" if number is None else str(number).strip()
        return Figure(None, text or flag, flag)
    found = Decimal(number)
    return Figure(without_zeros(found), f"{found:f}", flag)


def long_rows(dimensions: Sequence[str], rows: Iterable[tuple[Sequence[str], Figure]]) -> tuple[tuple[Cell, ...], ...]:
    """The head and the rows; the column with flags is there where any figure has one.

    Raises:
        DeliveryFault: there are too many.
    """
    listed = list(rows)
    with_flags = any(figure.flag for _, figure in listed)
    heads = [*dimensions, VALUE, *([FLAG] if with_flags else [])]
    if (len(listed) + 1) * len(heads) > MOST_CELLS:
        raise too_large("deze tabel heeft te veel cijfers")
    made = [tuple(_words(0, column, head) for column, head in enumerate(heads))]
    for row, (names, figure) in enumerate(listed, 1):
        cells = [_words(row, column, name) for column, name in enumerate(names)]
        cells.append(figure_cell(row, len(names), figure))
        if with_flags:
            cells.append(_words(row, len(names) + 1, figure.flag))
        made.append(tuple(cells))
    return tuple(made)


def figure_cell(row: int, column: int, figure: Figure) -> Cell:
    if figure.number is None:
        return replace(_words(row, column, figure.text), mark=figure.flag)
    value = in_digits(figure.number)
    stored = figure.number if figure.number != value else None
    return Cell(row, column, figure.text, CellKind.NUMBER, value, stored, figure.flag)


def _words(row: int, column: int, text: str) -> Cell:
    return Cell(row, column, text, CellKind.TEXT) if text else Cell(row, column)
