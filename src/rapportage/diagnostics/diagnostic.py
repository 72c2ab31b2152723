"""A fault or warning about a user's file, as a value."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import Enum

from msgspec import Struct, field
from msgspec.structs import replace

from rapportage.diagnostics.codes import CODES
from rapportage.diagnostics.span import Span


class Severity(Enum):
    """How bad it is; the value is the Dutch word that the user sees."""

    ERROR = "fout"
    WARNING = "waarschuwing"


class Diagnostic(Struct, frozen=True):
    """One finding: a code from the catalogue, where, what is wrong and how to fix it (in Dutch)."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    hint: str | None = None


class Findings(Struct, eq=False):
    """The findings of one run, in the order in which they were made. Every stage adds to it; none stops at the first.

    A finding that is made twice counts once. A code that is not in the catalogue is a bug of ours: KeyError.
    """

    items: list[Diagnostic] = field(default_factory=list)
    _seen: set[Diagnostic] = field(default_factory=set)

    def error(self, code: str, message: str, span: Span | None = None, hint: str | None = None) -> None:
        self.add(Diagnostic(code, Severity.ERROR, message, span, hint))

    def warning(self, code: str, message: str, span: Span | None = None, hint: str | None = None) -> None:
        self.add(Diagnostic(code, Severity.WARNING, message, span, hint))

    def extend(self, others: Findings) -> None:
        """Takes over what was found apart from these."""
        for each in others:
            self.add(each)

    def add(self, diagnostic: Diagnostic) -> None:
        if diagnostic.code not in CODES:
            raise KeyError(f"code {diagnostic.code} is not in the catalogue (diagnostics/codes.py)")
        if diagnostic not in self._seen:
            self._seen.add(diagnostic)
            self.items.append(diagnostic)

    def drop(self, known: Collection[Diagnostic]) -> None:
        """Takes those out again that the author knows of."""
        self.items[:] = [item for item in self.items if item not in known]

    def strict(self) -> Findings:
        """The same findings with every warning made an error (`--strict`)."""
        return Findings([replace(item, severity=Severity.ERROR) for item in self.items])

    def count(self, severity: Severity) -> int:
        return sum(item.severity is severity for item in self.items)

    @property
    def has_errors(self) -> bool:
        return any(item.severity is Severity.ERROR for item in self.items)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)
