"""What the user's files may hold, as JSON Schema for editors."""

from rapportage.input.schema.kinds import (
    DELIVERY,
    FILE_KINDS,
    FOLDER,
    LAYOUT,
    MARK,
    OWN_SETTINGS,
    OWN_WORDS,
    PERIOD,
    PROVENANCE,
    STYLE,
    as_text,
    one_schema,
    schema_files,
)

__all__ = [
    "DELIVERY",
    "FILE_KINDS",
    "FOLDER",
    "LAYOUT",
    "MARK",
    "OWN_SETTINGS",
    "OWN_WORDS",
    "PERIOD",
    "PROVENANCE",
    "STYLE",
    "as_text",
    "one_schema",
    "schema_files",
]
