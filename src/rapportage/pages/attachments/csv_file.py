"""A table of data as CSV for Dutch spreadsheets: semicolons, UTF-8 with a byte order mark, decimal commas."""

from __future__ import annotations

import csv
from io import StringIO

from rapportage.pages.attachments.attachment import DataTable, DataValue, Item

MEDIA_TYPE = "text/csv"
DELIMITER, DECIMAL, LINE_END = ";", ",", "\r\n"
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_file(table: DataTable) -> bytes:
    """One row of heads, then the rows (RFC 4180, but for the delimiter)."""
    text = StringIO()
    writer = csv.writer(text, delimiter=DELIMITER, lineterminator=LINE_END)
    writer.writerow([neutral(field.title) for field in table.fields])
    writer.writerows([[_written(item) for item in row] for row in table.rows])
    return text.getvalue().encode("utf-8-sig")


def neutral(text: str) -> str:
    """Words that no spreadsheet takes for a formula (OWASP, CSV Injection): an apostrophe before what may start one."""
    return f"'{text}" if text.startswith(_ACTIVE) else text


def _written(item: Item) -> str:
    match item:
        case DataValue(value=value):
            return f"{value:f}".replace(".", DECIMAL)
        case str():
            return neutral(item)
        case _:
            return ""
