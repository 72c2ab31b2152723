"""A fault or warning about a user's file, as a value."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from rapportage.diagnostics.span import Span


class Severity(Enum):
    """How bad it is; the value is the Dutch word that the user sees."""

    ERROR = "fout"
    WARNING = "waarschuwing"


class Finding(Struct, frozen=True):
    """One finding: a code from the catalogue, where, what is wrong and how to fix it (in Dutch)."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    hint: str | None = None
    also: tuple[Span, ...] = ()
    """The other places of which the same is said: this one finding is of all of them."""
    resting: int = 0
    """In how many other places of the user's files nothing could be looked at because of it."""

    @property
    def is_error(self) -> bool:
        """Whether nothing can be made before it is mended; a warning is to be looked at."""
        return self.severity is Severity.ERROR
