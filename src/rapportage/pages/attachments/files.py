"""The data of a document as files: a CSV for each table and a description of them all, or one workbook."""

from __future__ import annotations

import re

from rapportage.document import Document, marked
from rapportage.figures.languages.spoken import spoken_language
from rapportage.pages.attachments.attachment import Attachment, DataTable, Publication
from rapportage.pages.attachments.csv_file import MEDIA_TYPE, csv_file
from rapportage.pages.attachments.csvw import MEDIA_TYPE as CSVW_TYPE
from rapportage.pages.attachments.csvw import NAME, csvw
from rapportage.pages.attachments.data_tables import as_shown, data_tables, slug
from rapportage.pages.attachments.explained import statuses

_NUMBERED = re.compile(r"(?:tabel|figuur)-\d+")
"""An id that the tool gave where there is no other."""


def publication(document: Document, *, exact: bool = True) -> Publication:
    """The data of `document`, with what it says of itself; not `exact` where they may be no more precise than it is.

    Of a report that leaves small counts out, a share to twelve decimals could give one of them away.
    """
    tables = data_tables(document)
    tables = tables if exact else tuple(map(as_shown, tables))
    return Publication(
        title=document.marked_title,
        marks=document.marks,
        notice=document.notice,
        author=document.author,
        subject=document.subject,
        date=document.date if document.is_dated else "",
        file_day=document.file_day,
        language=document.language,
        tables=tables,
        signs=statuses(tables),
        exact=exact,
    )


def attachments(made: Publication) -> tuple[Attachment, ...]:
    """The files to embed: first the description, then the tables in the order of the document; none without tables."""
    if not made.tables:
        return ()
    names = file_names(made.tables, made.marks)
    description = Attachment(
        NAME,
        CSVW_TYPE,
        spoken_language().data.description,
        "Supplement",
        csvw(made, names),
    )
    files = (
        Attachment(
            name,
            MEDIA_TYPE,
            marked(made.marks, spoken_language().data.file(_called(table))),
            "Data",
            csv_file(table),
            table.about,
        )
        for name, table in zip(names, made.tables, strict=True)
    )
    return (description, *files)


def file_names(tables: tuple[DataTable, ...], marks: tuple[str, ...] = ()) -> tuple[str, ...]:
    """'tabel-1-landen.csv': the name of the table, and its id where the layout gives one; each name once.

    A table that was made for a chart is called after that: 'figuur-2.csv'. Before it stands what the report is
    ('voorbeeld-tabel-1.csv'): there is no other place in such a file to say so.
    """
    names: dict[str, None] = {}
    for table in tables:
        label, id = (slug(each, "-") for each in table.named_after or (table.label, table.id))
        base = "-".join(part for part in (label, "" if _NUMBERED.fullmatch(id) else id) if part)
        base = "-".join((*(mark.lower() for mark in marks), base or spoken_language().data.table.lower()))
        candidates = (base, *(f"{base}-{number}" for number in range(2, len(tables) + 2)))
        names.setdefault(next(f"{name}.csv" for name in candidates if f"{name}.csv" not in names))
    return tuple(names)


def _called(table: DataTable) -> str:
    label = table.label[:1].lower() + table.label[1:]
    return f"{label}: {table.title}" if label and table.title else label or table.title
