"""What is seen in a delivered file, in Dutch: sheets and tables, with heads, signs, formats and hidden parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rapportage.deliveries.exploring.seen import SeenTable, is_sign, seen_tables, signs_in
from rapportage.deliveries.grid import Cell, CellKind, Delivery, Sheet, column_name
from rapportage.deliveries.reading.numbers import dutch
from rapportage.diagnostics.render import counted
from rapportage.figures.words.lists import listed

_MOST_NAMES = 6
_MOST_COLUMNS = 12
_MOST_CELLS = 4
LONG = ("cbs-odata", "sdmx-csv", "eurostat-tsv", "json-stat")
"""Kinds of files of which a sheet has an observation on each row."""


def told(delivery: Delivery) -> str:
    """The lines for the screen."""
    return "\n".join(_lines(delivery)) + "\n"


def _lines(delivery: Delivery) -> Iterator[str]:
    many = len(delivery.sheets) > 1 or bool(delivery.sheets[0].name)
    sheets = f", {counted(len(delivery.sheets), 'blad', 'bladen')}" if many else ""
    yield f"{delivery.path}: {delivery.format}{sheets}"
    if delivery.told:
        yield f"gelezen als: {', '.join(delivery.told)}"
    for sheet in delivery.sheets:
        yield ""
        if sheet.name:
            yield f"blad '{sheet.name}'{' (verborgen)' if sheet.hidden else ''}: {_size(sheet)}"
        if delivery.format in LONG:
            yield from _dimensions(sheet)
        else:
            yield from _tables(sheet)


def _size(sheet: Sheet) -> str:
    if not sheet.rows:
        return "leeg"
    return f"{counted(len(sheet.rows), 'rij', 'rijen')}, {counted(len(sheet.rows[0]), 'kolom', 'kolommen')}"


def _dimensions(sheet: Sheet) -> Iterator[str]:
    """Of a table with an observation on each row: what each column can be."""
    yield f"  {counted(len(sheet.rows) - 1, 'cijfer', 'cijfers')}, elk op een eigen rij"
    for head in sheet.rows[0]:
        texts = [row[head.column].text for row in sheet.rows[1:]]
        values = list(dict.fromkeys(text for text in texts if text))
        yield f"  {column_name(head.column)} {head.text}: {listed(values, _MOST_NAMES) or 'leeg'}"


def _tables(sheet: Sheet) -> Iterator[str]:
    tables = seen_tables(sheet)
    if not tables and sheet.rows:
        yield "  geen tabel met cijfers"
    for table in tables:
        yield f"  tabel {table.area}{f': {table.title}' if table.title else ''}"
        yield from (f"    {line}" for line in _table(table))


def _table(table: SeenTable) -> Iterator[str]:
    if table.heads:
        rows = [str(row + 1) for row in table.heads]
        on = "; een bovenste kop geldt ook voor de kolommen rechts ervan" if table.goes_on else ""
        yield f"koppen in {'rij' if len(rows) == 1 else 'rijen'} {listed(rows, _MOST_NAMES)}{on}"
        if (row := table.unsure) is not None:
            yield f"  niet elke kolom heeft een kop in rij {row + 1}: loopt die door, zeg dan 'koppen_doorlopend: ja'"
    for column in table.columns[:_MOST_COLUMNS]:
        yield f"  {column_name(column)}: {' > '.join(table.head(column)) or 'zonder kop'}"
    if len(table.columns) > _MOST_COLUMNS:
        yield f"  en nog {len(table.columns) - _MOST_COLUMNS} kolommen"
    names = table.row_names()
    first, last = names[0], next((name for name in reversed(names) if name), "")
    between = f" (van '{first}' tot en met '{last}')" if len(names) > 1 else f" ('{first}')"
    ends = f", daarna '{table.after()}'" if table.after() else ""
    second = f" en {column_name(table.second_names)}" if table.second_names is not None else ""
    yield f"namen van rijen in kolom {column_name(table.names)}{second}: {len(names)}{between}{ends}"
    yield from _particulars(table)


_ROUNDED = "afgerond getoond"
_KINDS: tuple[tuple[str, Callable[[Cell], bool]], ...] = (
    ("leeg", lambda cell: cell.kind is CellKind.BLANK and not cell.formula_without_value),
    ("als percentage getoond", lambda cell: cell.percent),
    (_ROUNDED, lambda cell: cell.value is not None and cell.stored is not None),
    ("in duizendtallen of meer getoond", lambda cell: cell.scale > 0),
    ("getal als tekst opgeslagen", lambda cell: cell.kind is CellKind.TEXT and cell.value is not None),
    ("tekst tussen de cijfers", lambda cell: cell.kind is CellKind.TEXT and cell.value is None and not is_sign(cell)),
    ("datum tussen de cijfers", lambda cell: cell.kind is CellKind.DATE),
    ("formule zonder uitkomst", lambda cell: cell.formula_without_value),
    ("fout in het blad", lambda cell: cell.kind is CellKind.ERROR),
    ("verborgen", lambda cell: cell.hidden),
)
"""What there can be to know of cells among the figures."""


def _particulars(table: SeenTable) -> Iterator[str]:
    cells = list(table.figures())
    for sign, places in sorted(signs_in(cells).items()):
        yield f"teken '{sign}': {_places(places)}"
    for words, fits in _KINDS:
        if found := [cell for cell in cells if fits(cell)]:
            yield f"{words}: {_places(found)}{_rounding(found[0]) if words == _ROUNDED else ''}"


def _rounding(cell: Cell) -> str:
    return "" if cell.stored is None else f"; {cell.address} toont {cell.text} en bewaart {dutch(cell.stored)}"


def _places(cells: Iterable[Cell]) -> str:
    found = [cell.address for cell in cells]
    return f"{counted(len(found), 'cel', 'cellen')} ({listed(found, _MOST_CELLS)})"
