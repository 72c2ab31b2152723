"""The three kinds of file of a project, each with its schema: the file that holds it, and the line that names that."""

from __future__ import annotations

import json

from msgspec import Struct

from rapportage import __version__
from rapportage.input.schema.made import DIALECT, Definitions, Schema
from rapportage.input.specs.layout import LayoutSpec
from rapportage.input.specs.period import PeriodSpec
from rapportage.input.specs.spec import Spec
from rapportage.input.specs.theme import ThemeSpec

FOLDER = "schema"
"""Of a project: where its files look for their schemas."""
MARK = "# yaml-language-server: $schema="
"""How the line begins by which editors know the schema of a file."""
NOTE = f"Gemaakt met rapportage {__version__}; maak het opnieuw met: rapportage schema --output {FOLDER}"


class FileKind(Struct, frozen=True):
    """`folder` is where such files are in a project."""

    title: str
    name: str
    folder: str
    model: type[Spec]

    @property
    def line(self) -> str:
        """The first line of such a file; the path is one from the file itself."""
        return f"{MARK}../{FOLDER}/{self.name}\n"

    def schema(self) -> Schema:
        definitions = Definitions()
        root = definitions.of(self.model)
        return _document(self.title, {"allOf": [root]}, definitions)


PERIOD = FileKind("Periodebestand van rapportage", "periode.schema.json", "data", PeriodSpec)
LAYOUT = FileKind("Lay-out van rapportage", "layout.schema.json", "layouts", LayoutSpec)
STYLE = FileKind("Huisstijl van rapportage", "huisstijl.schema.json", "huisstijlen", ThemeSpec)
FILE_KINDS = (PERIOD, LAYOUT, STYLE)


def schema_files() -> dict[str, bytes]:
    """The schemas of all kinds, by the name of their file."""
    return {kind.name: as_text(kind.schema()).encode() for kind in FILE_KINDS}


def one_schema() -> Schema:
    """One schema for a file of any kind, which is told by a key that the kind must have; a house style has none."""
    definitions = Definitions()
    references = {kind: definitions.of(kind.model) for kind in FILE_KINDS}
    root: Schema = {"allOf": [references[STYLE]]}
    for kind in (LAYOUT, PERIOD):
        name = kind.model.__name__.removesuffix("Spec")
        asked = definitions.made[name]["required"]
        is_one = {"anyOf": [{"required": [key]} for key in asked]}
        root = {"if": is_one, "then": references[kind], "else": root}
    return _document("Bestand van rapportage", root, definitions)


def as_text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _document(title: str, root: Schema, definitions: Definitions) -> Schema:
    return {"$schema": DIALECT, "title": title, "$comment": NOTE, **root, "definitions": definitions.made}
