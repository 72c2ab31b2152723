"""Words beside figures that say that these are in thousands or more, held against what the levering makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from decimal import Decimal

from msgspec import Struct

from rapportage.deliveries.grid import Cell, CellKind
from rapportage.deliveries.imported import ImportedFigure
from rapportage.deliveries.sought import text_of
from rapportage.deliveries.tables import Table
from rapportage.deliveries.values import Reading, scale_hint
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.faults import SpecFault

_TIMES = r"[x×]\s?(?P<zeros>1(?:[.,\s]?000)+)(?![.,\s]?\d)"
_WORD = (
    r"(?P<thousand>duizend(?:en|tallen)?|thousands?)|(?P<million>mln|mio|miljoen(?:en)?|millions?)"
    r"|(?P<billion>mld|mrd|miljard(?:en)?|billions?)"
)
_ABOVE = re.compile(rf"{_TIMES}|(?<!\bper )\b(?:{_WORD})\b", re.IGNORECASE)
"""In a title, a head or a line below."""
_BESIDE = re.compile(rf"{_TIMES}|(?:^|\(|\bin |, )(?:in )?(?:{_WORD})(?!\w)(?=[^()]*(?:\)|$))", re.IGNORECASE)
"""In the row of a figure, where 'tot 2 miljoen euro' is the name of a part, and '(mln euro)' a unit."""
_ONES = {"thousand": Decimal(10) ** 3, "million": Decimal(10) ** 6, "billion": Decimal(10) ** 9}


class _Said(Struct, frozen=True):
    cell: Cell
    words: str
    ones: Decimal


def other_scales(figures: Sequence[ImportedFigure], reading: Reading, table: Table, key: Scalar) -> Iterator[SpecFault]:
    """The first words that say another scale than the unit and the factor make of the figures.

    Nearest words hold: those in the row of a figure, then those above its column, above the table, and below it. With
    'maal: 1' the levering says that the words are of something else.
    """
    if not figures or reading.factor == 1 or reading.is_percentage:
        return
    yield from _mixed(figures, table, key)
    above = list(_above(figures, table))
    below = list(_below(figures, table))
    for figure in figures:
        beside = _said(table.sheet.rows[figure.cell.row], _BESIDE) if figure.cell.row < len(table.sheet.rows) else []
        own = [each for each in above if each.cell.column == figure.cell.column][-1:]
        said = beside or own or above or below
        if said and all(each.ones != reading.ones for each in said):
            first = said[0]
            how = f" en 'maal: {reading.factor:f}'" if reading.factor is not None else ""
            message = f"{table.at(first.cell)}: '{first.words}' bij de cijfers, en de eenheid is '{reading.unit[:40]}'"
            hint = f"{scale_hint(first.ones, reading)}; gaat dit niet over deze cijfers, dan 'maal: 1'"
            yield SpecFault("I409", message + how, key.span, hint)
            return


def _mixed(figures: Sequence[ImportedFigure], table: Table, key: Scalar) -> Iterator[SpecFault]:
    """A plain number among those whose format hides thousands is most likely a whole one."""
    cells = [each.cell for each in figures if each.cell.kind is CellKind.NUMBER and each.cell.value]
    plain = next((cell for cell in cells if not cell.scale), None)
    if plain is not None and any(cell.scale for cell in cells):
        message = f"{table.at(plain)}: '{plain.text[:40]}' staat tussen cijfers die de opmaak in duizendtallen toont"
        yield SpecFault("I409", message, key.span, "herstel de opmaak in het bestand, zodat alle cijfers eender zijn")


def _above(figures: Sequence[ImportedFigure], table: Table) -> Iterator[_Said]:
    """From the line that the table is under, to its first row."""
    first = min(each.cell.row for each in figures)
    with suppress(SpecFault):  # where its rows are not said, those of the figures are
        first = min(first, table.rows.start)
    for row in table.sheet.rows[max(0, table.top - 1) : first]:
        yield from _said(row, _ABOVE)


def _below(figures: Sequence[ImportedFigure], table: Table) -> Iterator[_Said]:
    """The lines after the last figure: those that follow on each other and have no numbers."""
    has_said = False
    last = max(each.cell.row for each in figures)
    for row in table.sheet.rows[last + 1 :]:
        is_blank = all(cell.kind is CellKind.BLANK for cell in row)
        if is_blank and has_said:
            return
        if any(cell.kind is CellKind.NUMBER for cell in row):
            continue
        has_said = has_said or not is_blank
        yield from _said(row, _ABOVE)


def _said(row: Iterable[Cell], pattern: re.Pattern[str]) -> list[_Said]:
    cells = (cell for cell in row if cell.kind is CellKind.TEXT)
    return [
        _Said(cell, found[0].strip(" ,("), _ones(found)) for cell in cells if (found := pattern.search(text_of(cell)))
    ]


def _ones(found: re.Match[str]) -> Decimal:
    if found["zeros"]:
        return Decimal(re.sub(r"\D", "", found["zeros"]))
    return next(ones for name, ones in _ONES.items() if found[name])
