"""The parts of a workbook (xlsx): which sheets there are, and where."""

from __future__ import annotations

import posixpath

from msgspec import Struct

from rapportage.deliveries.reading.faults import damaged
from rapportage.deliveries.reading.xml import Parser, local

_RELATION = "/relationships/"


class Relation(Struct, frozen=True):
    kind: str
    """The last word of its type: 'worksheet', 'sharedStrings', 'externalLink'."""
    part: str


class ListedSheet(Struct, frozen=True):
    name: str
    part: str
    hidden: bool


class Book(Struct, frozen=True):
    sheets: tuple[ListedSheet, ...]
    styles: str | None


def book(parts: dict[str, bytes]) -> Book:
    """What the workbook says of itself.

    Raises:
        DeliveryFault: it is no workbook, or one that is damaged.
    """
    main = next((each.part for each in relations(parts, "").values() if each.kind == "officeDocument"), None)
    if main is None or main not in parts:
        raise damaged("hierin staat geen werkmap")
    related = relations(parts, main)
    sheets: list[ListedSheet] = []
    parser = Parser(main)

    def start(name: str, attributes: dict[str, str]) -> None:
        if local(name) != "sheet":
            return
        own = {local(key): value for key, value in attributes.items()}
        relation = related.get(own.get("id", ""))
        if relation is not None and relation.kind == "worksheet":  # not a sheet that is only a chart, or old dialogs
            is_hidden = own.get("state", "visible") != "visible"
            sheets.append(ListedSheet(own.get("name", ""), relation.part, is_hidden))

    parser.expat.StartElementHandler = start
    parser.run(parts[main])
    styles = next((each.part for each in related.values() if each.kind == "styles"), None)
    return Book(tuple(sheets), styles)


def relations(parts: dict[str, bytes], of: str) -> dict[str, Relation]:
    """What belongs to a part, by its id; of the package as a whole for ''."""
    folder, name = posixpath.split(of)
    part = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, Relation] = {}
    parser = Parser(part)

    def start(name: str, attributes: dict[str, str]) -> None:
        if local(name) == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
            kind = attributes.get("Type", "").rpartition(_RELATION)[2]
            found[attributes.get("Id", "")] = Relation(kind, target.lstrip("/"))

    parser.expat.StartElementHandler = start
    if part in parts:
        parser.run(parts[part])
    return found
