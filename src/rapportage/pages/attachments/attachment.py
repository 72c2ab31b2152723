"""What is attached: tables of data, apart from the form (CSV, CSVW, ODS) in which they are given."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from msgspec import Struct

FieldKind = Literal["text", "number", "status", "unit"]
"""Words; a figure; what is to be said of the figures in the column before it; their unit, where it differs by row."""
Relationship = Literal["Source", "Data", "Alternative", "Supplement", "Unspecified"]
"""What a file is to the document that it is attached to (ISO 19005-3, 6.8)."""


class DataValue(Struct, frozen=True):
    """The exact value, and with how many decimals the report shows it."""

    value: Decimal
    decimals: int = 0


Item = str | DataValue | None
"""What is in one cell of data; None is nothing."""


class Field(Struct, frozen=True):
    """A column of data; `name` is an identifier of its own within the table, `title` what is above the column."""

    kind: FieldKind
    name: str
    title: str
    unit: str = ""
    """That of all its figures, where the report shows one with each ('%')."""
    notes: tuple[str, ...] = ()
    """The notes on its head."""


class DataTable(Struct, frozen=True):
    """The figures behind a table or chart: one row of heads, and in each row an item per field."""

    id: str
    label: str
    """'Tabel 1'."""
    title: str
    name: str
    """Both: 'Tabel 1 Asielinstroom naar soort'."""
    fields: tuple[Field, ...]
    rows: tuple[tuple[Item, ...], ...]
    notes: tuple[tuple[str, str], ...] = ()
    """The mark and the words of each note."""
    remark: str = ""
    source: str = ""
    addresses: tuple[str, ...] = ()
    """Of the sources, on the web."""
    deliveries: tuple[tuple[str, str], ...] = ()
    """The path and the hash of each delivered file that the figures come from."""
    about: tuple[str, ...] = ()
    """The ids of the blocks of the document that show these figures."""
    named_after: tuple[str, str] | None = None
    """Label and id of the chart that the table was made for: a reader looks for the figures of a chart by its name."""


class Publication(Struct, frozen=True):
    """What the data say of themselves as a whole. `date` is the report's own, as precise as it is known, or empty."""

    title: str
    author: str
    subject: str
    date: str
    file_day: str
    """The day that a file says it was made: 'YYYY-MM-DD'."""
    language: str
    tables: tuple[DataTable, ...]
    signs: Mapping[str, str]
    """The statuses that occur in the tables, and what they mean."""
    marks: tuple[str, ...] = ()
    """What the report is, in capitals: CONCEPT, VOORBEELD."""
    notice: str = ""
    """The same as a sentence."""
    exact: bool = True
    """Whether figures are as precise as they are known, or as the report shows them."""


class Attachment(Struct, frozen=True):
    """A file to be embedded. `description` is for people, in Dutch."""

    name: str
    media_type: str
    description: str
    relationship: Relationship
    data: bytes
    about: tuple[str, ...] = ()
    """The ids of the blocks of the document that it belongs to; none means the document as a whole."""
