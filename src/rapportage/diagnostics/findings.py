"""What is wrong or doubtful in one run, gathered by every stage."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from rapportage.diagnostics import render
from rapportage.diagnostics.as_html import as_html
from rapportage.diagnostics.codes import CODES
from rapportage.diagnostics.finding import Finding, Severity
from rapportage.diagnostics.span import Span


class Findings(Struct, eq=False):
    """The findings of one run, in the order in which they were made. Every stage adds to it; none stops at the first.

    A finding that is made twice counts once. A code that is not in the catalogue is a bug of ours: KeyError.
    """

    items: list[Finding] = field(default_factory=list)
    _seen: set[Finding] = field(default_factory=set)

    def error(self, code: str, message: str, span: Span | None = None, hint: str | None = None) -> None:
        self.add(Finding(code, Severity.ERROR, message, span, hint))

    def warning(self, code: str, message: str, span: Span | None = None, hint: str | None = None) -> None:
        self.add(Finding(code, Severity.WARNING, message, span, hint))

    def extend(self, others: Findings) -> None:
        """Takes over what was found apart from these."""
        for each in others:
            self.add(each)

    def add(self, finding: Finding) -> None:
        if finding.code not in CODES:
            raise KeyError(f"code {finding.code} is not in the catalogue (diagnostics/codes.py)")
        if finding not in self._seen:
            self._seen.add(finding)
            self.items.append(finding)

    def drop(self, known: Collection[Finding]) -> None:
        """Takes those out again that the author knows of."""
        self.items[:] = [item for item in self.items if item not in known]

    def strict(self) -> Findings:
        """The same findings with every warning made an error (`--strict`)."""
        return Findings([replace(item, severity=Severity.ERROR) for item in self.items])

    def count(self, severity: Severity) -> int:
        return sum(item.severity is severity for item in self.items)

    @property
    def has_errors(self) -> bool:
        return any(item.is_error for item in self.items)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.items)

    def __contains__(self, finding: object) -> bool:
        return finding in self.items

    def __len__(self) -> int:
        return len(self.items)

    def __repr__(self) -> str:
        """As the command line shows them: each with its line, in Dutch, and the counts at the end."""
        return render.long(self.items)

    def _repr_html_(self) -> str:
        """The same in a notebook."""
        return as_html(self.items)
