"""A fault or warning about a user's file, as a value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from rapportage.diagnostics.span import Span


class Severity(Enum):
    """How bad it is; the value is the Dutch word that the user sees."""

    ERROR = "fout"
    WARNING = "waarschuwing"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a code from the catalogue, where, what is wrong and how to mend it (in Dutch)."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    hint: str | None = None


@dataclass(slots=True)
class Findings:
    """The findings of one run, in the order in which they were made. Every stage adds to it; none stops at the first."""

    items: list[Diagnostic] = field(default_factory=list)

    def error(self, code: str, message: str, span: Span | None = None, hint: str | None = None) -> None:
        self._add(Diagnostic(code, Severity.ERROR, message, span, hint))

    def warning(self, code: str, message: str, span: Span | None = None, hint: str | None = None) -> None:
        self._add(Diagnostic(code, Severity.WARNING, message, span, hint))

    def _add(self, diagnostic: Diagnostic) -> None:
        if diagnostic not in self.items:
            self.items.append(diagnostic)

    @property
    def has_errors(self) -> bool:
        return any(item.severity is Severity.ERROR for item in self.items)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)
