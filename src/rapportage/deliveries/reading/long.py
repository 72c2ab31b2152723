"""Tables with an observation on each row: a head with the dimensions, and the figure in the column 'Waarde'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from rapportage.deliveries.grid import Cell, CellKind
from rapportage.deliveries.reading.faults import too_large
from rapportage.deliveries.reading.limits import MOST_CELLS
from rapportage.deliveries.reading.numbers import in_digits, without_zeros
from rapportage.figures.unit_text import scale_of

VALUE, FLAG = "Waarde", "Kenmerk"
"""The heads of the columns with the figure and with what is said of it, in every such table."""
CODE = " (code)"
"""Behind the name of a dimension: the column with its codes, where that of its name has words."""
_UNITS = ("unit", "unit_measure", "unit of measure", "eenheid")
_POWERS = ("unit_mult", "unit_multiplier", "unit multiplier")
_CODED = re.compile(r"(?P<K>THS|THOUSANDS?)|(?P<M>MIO|MILLIONS?)|(?P<G>BN|BLN|MRD|BILLIONS?)", re.IGNORECASE)
"""How codes and names of units begin: 'THS_PER', 'Thousand persons', 'MIO_EUR'."""
_POWER = {"K": 3, "M": 6, "G": 9}


class Figure(Struct, frozen=True, gc=False):
    """`number` is None where the file has a sign or nothing instead; `flag` is what it says of it."""

    number: Decimal | None
    text: str
    flag: str = ""
    scale: int = 0
    """The power of ten that it is in, where its topic says so."""


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
    listed = [(names, _scaled(figure, dimensions, names)) for names, figure in rows]
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
    return Cell(row, column, figure.text, CellKind.NUMBER, value, stored, figure.flag, scale=figure.scale)


def scale_in(unit: str) -> int:
    """The power of ten of a unit: 3 for 'x 1 000', 'THS_PER' and 'Thousand persons', 6 for 'mln euro'."""
    found = _CODED.match(unit)
    if found and not unit[found.end() : found.end() + 1].isalnum():
        return next(power for name, power in _POWER.items() if found[name])
    return scale_of(unit).adjusted()


def _scaled(figure: Figure, dimensions: Sequence[str], names: Sequence[str]) -> Figure:
    """The figure in the scale of its unit, where that is one of the dimensions."""
    said = list(zip((each.removesuffix(CODE).casefold() for each in dimensions), names, strict=True))
    powers = [int(found[0]) for head, name in said if head in _POWERS and (found := re.match(r"\d{1,2}(?!\d)", name))]
    scale = max([*powers, *(scale_in(name) for head, name in said if head in _UNITS)], default=0)
    return replace(figure, scale=scale) if scale and not figure.scale else figure


def _words(row: int, column: int, text: str) -> Cell:
    return Cell(row, column, text, CellKind.TEXT) if text else Cell(row, column)
