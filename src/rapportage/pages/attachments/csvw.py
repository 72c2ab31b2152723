"""The description of the CSV files for computers: W3C, Metadata Vocabulary for Tabular Data (CSVW)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from rapportage.figures.languages.spoken import spoken_language
from rapportage.pages.attachments import explained
from rapportage.pages.attachments.attachment import DataTable, Field, Publication
from rapportage.pages.attachments.csv_file import DECIMAL, DELIMITER, LINE_END, neutral

NAME = "csvw.json"
MEDIA_TYPE = "application/csvm+json"
_DIALECT = {
    "delimiter": DELIMITER,
    "encoding": "utf-8",
    "header": True,
    "lineTerminators": [LINE_END],
    "quoteChar": '"',
    "doubleQuote": True,
}
_DATES = {10: "xsd:date", 7: "xsd:gYearMonth", 4: "xsd:gYear"}
"""By the length of a date that is as precise as it is known."""
_DECIMAL = {"base": "decimal", "format": {"decimalChar": DECIMAL}}


def csvw(made: Publication, names: Sequence[str]) -> bytes:
    """The table group (5.3 of the recommendation): what holds for all tables, and each with its columns.

    `names` are the files of the tables. Keys are in the order in which one would read them.
    """
    language = made.language.split("-")[0]
    group: dict[str, object] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": language}],
        "dc:title": made.title,
        "dc:creator": made.author,
        "dc:description": made.subject,
        "dc:issued": {"@value": made.date, "@type": _DATES[len(made.date)]} if made.date else "",
        "dc:language": made.language,
        "notes": [*_explained(made)],
        "lang": language,
        "dialect": _DIALECT,
        "tables": [_table(table, name, made) for table, name in zip(made.tables, names, strict=True)],
    }
    return (json.dumps(_filled(group), ensure_ascii=False, indent=2) + "\n").encode()


def _explained(made: Publication) -> Iterator[dict[str, str]]:
    for text in (
        *((made.notice,) if made.notice else ()),
        *explained.explanation(exact=made.exact),
        spoken_language().data.neutralised,
    ):
        yield {"dc:description": text}
    for status, meaning in made.signs.items():
        yield {"dc:identifier": status, "dc:description": meaning}


def _table(table: DataTable, name: str, made: Publication) -> dict[str, object]:
    return _filled(
        {
            "url": name,
            "dc:identifier": table.label,
            "dc:title": table.title,
            "dc:description": table.remark,
            "dc:source": table.source,
            "dc:provenance": [spoken_language().data.delivered(*each) for each in table.deliveries],
            "dc:references": [{"@id": address} for address in table.addresses],
            "dc:language": made.language,
            "notes": [{"dc:identifier": mark, "dc:description": text} for mark, text in table.notes],
            "tableSchema": {"columns": [_column(field) for field in table.fields]},
        }
    )


def _column(field: Field) -> dict[str, object]:
    return _filled(
        {
            "name": field.name,
            "titles": neutral(field.title),
            "datatype": _DECIMAL if field.kind == "number" else "string",
            "null": "",
            "schema:unitText": field.unit,
            "dc:description": " ".join(field.notes),
        },
        keep=("null",),
    )


def _filled(entries: dict[str, object], keep: Sequence[str] = ()) -> dict[str, object]:
    """The entries that say something."""
    return {key: value for key, value in entries.items() if key in keep or value not in ("", [])}
