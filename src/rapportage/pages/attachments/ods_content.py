"""The sheets of the workbook: contents and explanation first, then a sheet for each table.

Accessible: a title in the first cell, one row of heads marked as such, no merged cells, no empty rows or columns within
the table, notes and sources below it, and a named range for each table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportage.document import marked, source_word
from rapportage.figures.dates import KnownDate
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.words.numbers import MINUS, number
from rapportage.figures.words.periods import date_name
from rapportage.pages.attachments import explained
from rapportage.pages.attachments.attachment import DataTable, DataValue, Field, Item, Publication
from rapportage.pages.attachments.ods_styles import (
    FIGURE_HEAD,
    HEAD,
    NOTE,
    ROW_HEAD,
    TEXT,
    TITLE,
    figure_style,
    figure_styles,
)
from rapportage.pages.attachments.ods_xml import HEADER, NAMESPACES, element, markup

LONGEST_NAME = 31
"""What Excel takes for the name of a sheet."""
_NOT_IN_NAMES = re.compile(r"[\[\]*?:/\\']+")
_CHARACTER, _PADDING = 0.21, 0.5
"""In centimetres."""
_LEAST, _MOST = 2.0, 9.0
_WIDEST_WORDS = 40
"""Of the sheet with contents, in characters."""
_HEAD_ROW = 2


def content(made: Publication) -> str:
    """The part content.xml."""
    names = sheet_names(made.tables)
    widths = [[_width(table, place) for place in range(len(table.fields))] for table in made.tables]
    decimals = {
        item.decimals for table in made.tables for row in table.rows for item in row if isinstance(item, DataValue)
    }
    used = sorted({width for sheet in widths for width in sheet} | {_LEAST, _MOST})
    automatic = [*map(_column_style, used), _SHEET_STYLE, figure_styles(decimals, made.language)]
    sheets = [_contents(made, names)]
    sheets += [_sheet(*each, made.marks) for each in zip(made.tables, names, widths, strict=True)]
    ranges = markup("table:database-ranges", *map(_range, made.tables, names)) if names else ""
    body = markup("office:body", markup("office:spreadsheet", *sheets, ranges))
    styles = markup("office:automatic-styles", *automatic)
    return (
        f'{HEADER}<office:document-content {NAMESPACES} office:version="1.3">{styles}{body}</office:document-content>'
    )


def sheet_names(tables: Sequence[DataTable]) -> tuple[str, ...]:
    """'Tabel 1 Asielinstroom naar soort': as much of the title as fits; each name once, whatever its capitals."""
    given = {spoken_language().data.contents.casefold()}
    names = []
    for number_of, table in enumerate(tables, 1):
        wanted = " ".join(_NOT_IN_NAMES.sub(" ", table.name).split()) or f"{spoken_language().data.table} {number_of}"
        name = _shortened(wanted, LONGEST_NAME)
        if name.casefold() in given:
            name = f"{_shortened(wanted, LONGEST_NAME - 5)} ({number_of})"
        given.add(name.casefold())
        names.append(name)
    return tuple(names)


def _shortened(words: str, longest: int) -> str:
    """As many whole words as fit, and at least a part of the first."""
    if len(words) <= longest:
        return words
    cut = words[: longest + 1].rpartition(" ")[0]
    return (cut or words[:longest]).rstrip(" ,–-")


# --- Sheets -------------------------------------------------------------------------------------------


def _contents(made: Publication, names: Sequence[str]) -> str:
    said = spoken_language().data
    rows = [_row(_words(made.title, TITLE)), *([_row(_words(made.notice, NOTE))] if made.notice else ())]
    rows += [_row(_words(_about(made), NOTE)), _row()]
    rows.append(_row(_words(said.table, HEAD), _words(said.title, HEAD)))
    rows += [
        _row(_link(table.label or name, name), _words(table.title, NOTE))
        for table, name in zip(made.tables, names, strict=True)
    ]
    rows += [_row(), _row(_words(said.how_to_read, HEAD))]
    rows += [_row(_words(text, NOTE)) for text in explained.explanation(exact=made.exact)]
    if made.signs:
        rows += [_row(), _row(_words(said.status, HEAD), _words(said.meaning, HEAD))]
        rows += [_row(_words(status, TEXT), _words(meaning, NOTE)) for status, meaning in made.signs.items()]
    columns = _column(_MOST / 2) + _column(_MOST)
    return markup("table:table", columns, *rows, table_name=said.contents, table_style_name="Blad")


def _about(made: Publication) -> str:
    known = KnownDate.parse(made.date)
    about = ", ".join(part for part in (made.author, date_name(known) if known else "") if part)
    return f"{f'{about}. ' if about else ''}{spoken_language().data.about}"


def _sheet(table: DataTable, name: str, widths: Sequence[float], marks: Sequence[str]) -> str:
    fields = table.fields
    heads = len([*_leading_words(fields)])
    columns = [_column(width) for width in widths]
    before = [_row(_words(marked(marks, table.name), TITLE))]
    head = markup("table:table-header-rows", _row(*(_head(field) for field in fields)))
    rows = [_row(*(_cell(item, is_head=place < heads) for place, item in enumerate(row))) for row in table.rows]
    below = [_row(_words(text, NOTE)) for text in _small_print(table)]
    return markup(
        "table:table",
        markup("table:table-header-columns", *columns[:heads]) if heads else "",
        *columns[heads:],
        *before,
        head,
        *rows,
        *([_row(), *below] if below else ()),
        table_name=name,
        table_style_name="Blad",
    )


def _leading_words(fields: Sequence[Field]) -> Iterator[Field]:
    """The columns that say what a row is about: those of words before the first with figures."""
    for field in fields:
        if field.kind != "text":
            return
        yield field
        if field.title != spoken_language().data.group:
            return


def _small_print(table: DataTable) -> Iterator[str]:
    """Notes, remark and sources, each a line of its own."""
    yield from (f"{spoken_language().places.note(mark)}: {text}" for mark, text in table.notes)
    if table.remark:
        yield table.remark
    if table.source:
        yield f"{source_word(1)}{table.source}"
    yield from table.addresses
    yield from (spoken_language().data.delivered(*each) for each in table.deliveries)


def _range(table: DataTable, name: str) -> str:
    """The table by name, with its heads: what a screen reader is told where the table is."""
    last = f"{_letters(len(table.fields))}{_HEAD_ROW + len(table.rows)}"
    identifier = "_".join(re.findall(r"\w+", table.label or name))
    return markup(
        "table:database-range",
        table_name=identifier,
        table_target_range_address=f"'{name}'.A{_HEAD_ROW}:'{name}'.{last}",
        table_contains_header="true",
        table_display_filter_buttons="false",
    )


def _letters(column: int) -> str:
    """1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


# --- Cells ----------------------------------------------------------------------------------------------


def _row(*cells: str) -> str:
    return markup("table:table-row", *(cells or (markup("table:table-cell"),)))


def _words(text: str, style: str) -> str:
    return markup("table:table-cell", element("text:p", text), office_value_type="string", table_style_name=style)


def _link(text: str, sheet: str) -> str:
    link = element("text:a", text, xlink_type="simple", xlink_href=f"#'{sheet}'.A1")
    return markup("table:table-cell", markup("text:p", link), office_value_type="string", table_style_name=TEXT)


def _head(field: Field) -> str:
    return _words(field.title, FIGURE_HEAD if field.kind == "number" else HEAD)


def _cell(item: Item, *, is_head: bool) -> str:
    match item:
        case DataValue(value=value, decimals=decimals):
            return markup(
                "table:table-cell",
                element("text:p", number(value, decimals).replace(MINUS, "-")),
                office_value_type="float",
                office_value=f"{value:f}",
                table_style_name=figure_style(decimals),
            )
        case str():
            return _words(item, ROW_HEAD if is_head else TEXT)
        case _:
            return markup("table:table-cell", table_style_name=TEXT)


# --- Columns --------------------------------------------------------------------------------------------


def _width(table: DataTable, place: int) -> float:
    """As wide as the widest of its items, within bounds; a head may break between its words."""
    longest = max((len(word) for word in table.fields[place].title.split()), default=0)
    for row in table.rows:
        item = row[place]
        if isinstance(item, DataValue):
            longest = max(longest, len(number(item.value, item.decimals)))
        elif isinstance(item, str):
            longest = max(longest, min(len(item), _WIDEST_WORDS))
    return round(min(max(longest * _CHARACTER + _PADDING, _LEAST), _MOST), 1)


def _column(width: float) -> str:
    return markup("table:table-column", table_style_name=_column_name(width))


def _column_name(width: float) -> str:
    return f"Kolom{round(width * 10)}"


def _column_style(width: float) -> str:
    properties = markup("style:table-column-properties", style_column_width=f"{width:.1f}cm")
    return markup("style:style", properties, style_name=_column_name(width), style_family="table-column")


_SHEET_STYLE = markup(
    "style:style", markup("style:table-properties", table_display="true"), style_name="Blad", style_family="table"
)
