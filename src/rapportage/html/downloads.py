"""The figures of a table as a file: in the page itself, or beside it where there are more pages."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

from rapportage.document import Document
from rapportage.figures.languages.spoken import spoken_language
from rapportage.html.context import Context, Download
from rapportage.html.markup import NOTHING, Markup, element


def downloads(document: Document, *, exact: bool) -> Mapping[str, Download]:
    """The data of each table, by its id; as precise as they are known, or not `exact` as the report shows them."""
    from rapportage.pages.attachments.csv_file import MEDIA_TYPE, csv_file
    from rapportage.pages.attachments.files import file_names, publication

    made = publication(document, exact=exact)
    names = file_names(made.tables, made.marks)
    return {each.id: Download(name, MEDIA_TYPE, csv_file(each)) for name, each in zip(names, made.tables, strict=True)}


def download(id: str, label: str, context: Context) -> Markup:
    """A link that saves the figures: 'Tabel 3 als csv'; nothing where there are none."""
    file = context.files.get(id)
    if file is None:
        return NOTHING
    inside = f"data:{file.media_type};charset=utf-8;base64,{b64encode(file.data).decode('ascii')}"
    address = file.name if context.page else inside
    words = spoken_language().web.as_file(label or spoken_language().data.table)
    return element("p", {"class": "file"}, element("a", {"download": file.name, "href": address}, words))
