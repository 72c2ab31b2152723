"""Workbooks of LibreOffice (ods): a file that holds both what is stored and what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from msgspec import Struct, field
from msgspec.structs import replace

from rapportage.deliveries.grid import Cell, CellKind, Sheet, address
from rapportage.deliveries.reading.displayed import displayed
from rapportage.deliveries.reading.faults import damaged, too_large
from rapportage.deliveries.reading.limits import MOST_CELLS
from rapportage.deliveries.reading.merged_cells import Area, merged_filled
from rapportage.deliveries.reading.numbers import from_text
from rapportage.deliveries.reading.packages import names_in, unpacked, with_password
from rapportage.deliveries.reading.raised import raised
from rapportage.deliveries.reading.reports import Report
from rapportage.deliveries.reading.xml import Parser

_MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_NUMBERS = ("float", "percentage", "currency")
_UNSEEN = ("collapse", "filter")
_MOST_REPEATS = 1_000_000
"""So many cells of a sheet may be there because another is repeated."""
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384


def is_ods(data: bytes, names: Sequence[str]) -> bool:
    """Whether a package with these parts says that it is a workbook.

    Raises:
        DeliveryFault: it is damaged.
    """
    if "mimetype" not in names or "content.xml" not in names:
        return False
    return unpacked(data, lambda name: name == "mimetype")["mimetype"].startswith(_MIMETYPE)


def read_ods(data: bytes, report: Report) -> tuple[Sheet, ...]:
    """The sheets of a workbook.

    Raises:
        DeliveryFault: it can't be read.
    """
    parts = unpacked(data, lambda name: name in ("content.xml", "META-INF/manifest.xml"))
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise with_password()
    if "content.xml" not in parts:
        raise damaged("in dit bestand ontbreekt content.xml, waarin de cijfers staan")
    if any(name.startswith(("Basic/", "Scripts/")) for name in names_in(data)):
        report.macros()
    reader = _Reader()
    reader.over(parts["content.xml"])
    for name, cells in reader.other_files.items():
        report.other_files(name, cells)
    return tuple(reader.sheets)


class _Open(Struct):
    """A cell while it is read."""

    attributes: dict[str, str]
    repeated: int
    paragraphs: list[str] = field(default_factory=list)


class _Reader:
    """Over content.xml: `table:table` has `table:table-row`, and that `table:table-cell`; what is repeated says so."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self.other_files: dict[str, list[str]] = {}
        self._unseen_styles: set[str] = set()
        self._raised_styles: set[str] = set()
        self._spans: list[bool] = []
        """Of each stretch of text within another, whether it is small and raised."""
        self._style = ""
        self._parser = Parser("content.xml")
        self._depth = 0
        """Of what is in a cell and is no text of it: a remark, a drawing, a table in a cell."""
        self._cell: _Open | None = None
        self._text: list[str] | None = None
        self._new_sheet("", False)

    def over(self, data: bytes) -> None:
        expat = self._parser.expat
        expat.StartElementHandler, expat.EndElementHandler = self._start, self._end
        expat.CharacterDataHandler = self._characters
        self._parser.run(data)

    def _new_sheet(self, name: str, hidden: bool) -> None:
        self._name, self._is_hidden = name, hidden
        self._rows: dict[int, dict[int, Cell]] = {}
        self._areas: list[Area] = []
        self._hidden_columns: list[tuple[int, int]] = []
        self._hidden_rows: list[tuple[int, int]] = []
        self._row = self._column = self._columns = 0
        self._row_repeated = 1
        self._repeats = 0

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._depth:
            self._depth += 1
            return
        match name:
            case "style:style":
                self._style = attributes.get("style:name", "")
            case "style:text-properties" if attributes.get("style:text-position", "").startswith("super"):
                self._raised_styles.add(self._style)
            case "text:span":
                self._spans.append(attributes.get("text:style-name", "") in self._raised_styles)
            case "style:table-properties" if attributes.get("table:display") == "false":
                self._unseen_styles.add(self._style)
            case "table:table":
                is_hidden = attributes.get("table:style-name") in self._unseen_styles
                self._new_sheet(attributes.get("table:name", ""), is_hidden)
            case "table:table-column":
                count = self._count_of(attributes, "columns", _MOST_COLUMNS)
                if attributes.get("table:visibility") in _UNSEEN:
                    self._hidden_columns.append((self._columns, self._columns + count - 1))
                self._columns += count
            case "table:table-row":
                self._column = 0
                self._row_repeated = self._count_of(attributes, "rows", _MOST_ROWS)
                if attributes.get("table:visibility") in _UNSEEN:
                    self._hidden_rows.append((self._row, self._row + self._row_repeated - 1))
            case "table:table-cell" | "table:covered-table-cell":
                self._cell = _Open(attributes, self._count_of(attributes, "columns", _MOST_COLUMNS))
            case "text:p" if self._cell is not None:
                self._text = []
            case "text:s" if self._text is not None:
                self._text.append(" ")
            case "text:tab" | "text:line-break" if self._text is not None:
                self._text.append(" ")
            case "office:annotation" | "draw:frame" | "table:shapes" | "table:tracked-changes" | "text:note":
                self._depth = 1

    def _end(self, name: str) -> None:
        if self._depth:
            self._depth -= 1
            return
        match name:
            case "text:span" if self._spans:
                self._spans.pop()
            case "text:p" if self._cell is not None and self._text is not None:
                self._cell.paragraphs.append("".join(self._text))
                self._text = None
            case "table:table-cell" | "table:covered-table-cell" if self._cell is not None:
                self._settle(self._cell, name == "table:covered-table-cell")
                self._cell = None
            case "table:table-row":
                self._row += self._row_repeated
            case "table:table":
                self.sheets.append(self._made())

    def _characters(self, text: str) -> None:
        if self._text is not None and not self._depth:
            self._text.append(raised(text) if any(self._spans) else text)

    def _settle(self, opened: _Open, is_covered: bool) -> None:
        attributes = opened.attributes
        row, column = self._row, self._column
        self._column += opened.repeated
        made = Cell(row, column) if is_covered else _cell(row, column, attributes, opened.paragraphs)
        if made.kind is not CellKind.BLANK or made.formula_without_value:
            self._repeats += opened.repeated * self._row_repeated - 1
            if self._repeats > _MOST_REPEATS:
                raise too_large("dit blad is te groot om een tabel te zijn", self._name, address(row, column))
            for each in range(row, row + self._row_repeated):
                kept = self._rows.setdefault(each, {})
                for other in range(column, column + opened.repeated):
                    kept[other] = made
            if "file:" in attributes.get("table:formula", ""):
                self.other_files.setdefault(self._name, []).append(address(row, column))
        down = _number(attributes.get("table:number-rows-spanned", "1"), _MOST_ROWS)
        across = _number(attributes.get("table:number-columns-spanned", "1"), _MOST_COLUMNS)
        if down > 1 or across > 1:
            self._areas.append(Area(row, column, row + down - 1, column + across - 1))

    def _made(self) -> Sheet:
        height = max(self._rows, default=-1) + 1
        width = max((max(kept) for kept in self._rows.values()), default=-1) + 1
        if height * width > MOST_CELLS:
            last = address(height - 1, max(self._rows[height - 1]))
            raise too_large("dit blad is te groot om een tabel te zijn", self._name, last)
        unseen = [_within(self._hidden_columns, column) for column in range(width)]
        rows = []
        for row in range(height):
            kept, in_hidden = self._rows.get(row, {}), _within(self._hidden_rows, row)
            rows.append([
                replace(kept[column], row=row, column=column, hidden=in_hidden or unseen[column])
                if column in kept else Cell(row, column, hidden=in_hidden or unseen[column])
                for column in range(width)
            ])  # fmt: skip
        return Sheet(self._name, merged_filled(rows, self._areas), self._is_hidden)

    def _count_of(self, attributes: dict[str, str], what: str, most: int) -> int:
        return _number(attributes.get(f"table:number-{what}-repeated", "1"), most)


def _number(text: str, most: int) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 8 and 1 <= int(text) <= most:
        return int(text)
    raise damaged(f"'{text}' kan geen aantal rijen of kolommen zijn (content.xml)")


def _within(ranges: list[tuple[int, int]], number: int) -> bool:
    return any(first <= number <= last for first, last in ranges)


def _cell(row: int, column: int, attributes: dict[str, str], paragraphs: Sequence[str]) -> Cell:
    kind = attributes.get("office:value-type", "")
    shown = " ".join(" ".join(paragraphs).split())
    if attributes.get("calcext:value-type") == "error":
        return Cell(row, column, shown, CellKind.ERROR)
    if kind in _NUMBERS:
        stored = _stored(attributes.get("office:value", ""))
        return displayed(row, column, shown if paragraphs else None, stored, percent=kind == "percentage")
    match kind:
        case "date":
            return Cell(row, column, shown or attributes.get("office:date-value", ""), CellKind.DATE)
        case "time":
            return Cell(row, column, shown or attributes.get("office:time-value", ""), CellKind.DATE)
        case "boolean":
            is_true = attributes.get("office:boolean-value") == "true"
            return Cell(row, column, shown or ("WAAR" if is_true else "ONWAAR"), CellKind.BOOLEAN)
        case "string":
            return from_text(row, column, shown or attributes.get("office:string-value", ""))
    if "table:formula" in attributes:
        return Cell(row, column, shown, formula_without_value=True)
    return from_text(row, column, shown)


def _stored(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > 300:
        raise damaged(f"'{text}' kan geen getal zijn (content.xml)")
    return number
