"""What is sought in a table, and when a cell says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from rapportage.deliveries.grid import Cell, address, as_compared
from rapportage.deliveries.periods import named_period
from rapportage.figures.period import TimePeriod
from rapportage.input.loading.nodes import Scalar

Words = Callable[[Scalar], str]
"""What words of the levering are for the period of which cells are sought."""
Choice = Iterable[tuple[Scalar, Scalar]]
TOTAL = re.compile(r"(?:eind|sub)?totaal(?: generaal)?|(?:grand |sub)?total", re.IGNORECASE)
"""What the row or column of a total is called."""
_SHOWN = 6


def says(text: str, asked: str) -> bool:
    """Whether a text says what is asked: a period may be named as the file does ('2020MM05', '2020 mei*')."""
    if text == asked:
        return True
    period = TimePeriod.parse(asked)
    return period is not None and named_period(text) == period


def text_of(cell: Cell) -> str:
    """What a cell says, as it is compared."""
    return as_compared(cell.text)


def cells_named(cells: Iterable[Cell]) -> str:
    """'B3, B17'."""
    names = [address(cell.row, cell.column) for cell in cells]
    return ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
