"""A fault in one value of a file, on its way from the leaf that finds it to the findings."""

from __future__ import annotations

from rapportage.diagnostics import Findings, Span


class Fault(ValueError):
    """Raised by the reader of a leaf, caught by `validate`. A ValueError, because pydantic collects those."""

    def __init__(self, code: str, message: str, span: Span, hint: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.span = span
        self.hint = hint

    def report(self, findings: Findings) -> None:
        findings.error(self.code, self.message, self.span, self.hint)
