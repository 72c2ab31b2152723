"""The kinds of file of a project, each with its schema: the file that holds it, and the line that names that."""

from __future__ import annotations

import json

from msgspec import Struct

from rapportage import __version__
from rapportage.input.schema.made import DIALECT, Definitions, Schema
from rapportage.input.specs.delivery import DeliverySpec
from rapportage.input.specs.layout import LayoutSpec
from rapportage.input.specs.parts.part_list import PartListSpec
from rapportage.input.specs.period import PeriodSpec
from rapportage.input.specs.provenance import ProvenanceSpec
from rapportage.input.specs.settings import SETTINGS, SettingsSpec
from rapportage.input.specs.spec import Spec
from rapportage.input.specs.theme import ThemeSpec
from rapportage.input.specs.words import WORDS, WordsSpec

FOLDER = "schema"
"""Of a project: where its files look for their schemas."""
MARK = "# yaml-language-server: $schema="
"""How the line begins by which editors know the schema of a file."""
NOTE = f"Gemaakt met rapportage {__version__}; maak het opnieuw met: rapportage schema --output {FOLDER}"


class FileKind(Struct, frozen=True):
    """`place` is where such files are in a project: 'data/….yaml'."""

    title: str
    name: str
    place: str
    model: type[Spec]

    @property
    def folder(self) -> str:
        """'data'; nothing for the one file that is in no folder."""
        return self.place.rpartition("/")[0]

    @property
    def line(self) -> str:
        """The first line of such a file; the path is one from the file itself."""
        return f"{MARK}{'../' if self.folder else ''}{FOLDER}/{self.name}\n"

    def schema(self) -> Schema:
        definitions = Definitions()
        root = definitions.of(self.model)
        return _document(self.title, {"allOf": [root]}, definitions)


PERIOD = FileKind("Periodebestand van rapportage", "periode.schema.json", "data/….yaml", PeriodSpec)
LAYOUT = FileKind("Lay-out van rapportage", "layout.schema.json", "layouts/….yaml", LayoutSpec)
STYLE = FileKind("Huisstijl van rapportage", "huisstijl.schema.json", "huisstijlen/….yaml", ThemeSpec)
LIST = FileKind("Lijst van rapportage", "lijst.schema.json", "lijsten/….yaml", PartListSpec)
DELIVERY = FileKind("Levering van rapportage", "levering.schema.json", "leveringen/….yaml", DeliverySpec)
PROVENANCE = FileKind("Herkomst van rapportage", "herkomst.schema.json", "data/….herkomst.yaml", ProvenanceSpec)
OWN_WORDS = FileKind("Woorden van rapportage", "woorden.schema.json", WORDS, WordsSpec)
OWN_SETTINGS = FileKind("Instellingen van rapportage", "instellingen.schema.json", SETTINGS, SettingsSpec)
FILE_KINDS = (PERIOD, LAYOUT, STYLE, LIST, DELIVERY, PROVENANCE, OWN_WORDS, OWN_SETTINGS)

_TOLD_BY = {WordsSpec: ("reeksen", "getallen"), SettingsSpec: ("code",)}
"""Keys of kinds without one that must be there. A list of parts has 'onderdelen' too, as the words have."""


def schema_files() -> dict[str, bytes]:
    """The schemas of all kinds, by the name of their file."""
    return {kind.name: as_text(kind.schema()).encode() for kind in FILE_KINDS}


def one_schema() -> Schema:
    """One schema for a file of any kind, which is told by a key that only that kind has; a house style has none."""
    definitions = Definitions()
    references = {kind: definitions.of(kind.model) for kind in FILE_KINDS}
    root: Schema = {"allOf": [references[STYLE]]}
    for kind in (LAYOUT, PERIOD, LIST, DELIVERY, PROVENANCE, OWN_WORDS, OWN_SETTINGS):
        name = kind.model.__name__.removesuffix("Spec")
        told_by = definitions.made[name]["required"] or _TOLD_BY[kind.model]
        is_one = {"anyOf": [{"required": [key]} for key in told_by]}
        root = {"if": is_one, "then": references[kind], "else": root}
    return _document("Bestand van rapportage", root, definitions)


def as_text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _document(title: str, root: Schema, definitions: Definitions) -> Schema:
    return {"$schema": DIALECT, "title": title, "$comment": NOTE, **root, "definitions": definitions.made}
