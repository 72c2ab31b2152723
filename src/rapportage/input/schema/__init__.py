"""What the user's files may hold, as JSON Schema for editors."""

from rapportage.input.schema.kinds import (
    FILE_KINDS,
    FOLDER,
    LAYOUT,
    MARK,
    OWN_SETTINGS,
    OWN_WORDS,
    PERIOD,
    STYLE,
    as_text,
    one_schema,
    schema_files,
)

__all__ = [
    "FILE_KINDS",
    "FOLDER",
    "LAYOUT",
    "MARK",
    "OWN_SETTINGS",
    "OWN_WORDS",
    "PERIOD",
    "STYLE",
    "as_text",
    "one_schema",
    "schema_files",
]
