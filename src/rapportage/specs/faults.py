"""Faults in the values of a file, on their way from the leaf that finds them to the findings."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.diagnostics import Findings, Span
from rapportage.loading.nodes import Kind, Node, Scalar


class Fault(Exception):
    """Raised by the reader of a value, caught by `validate`."""

    def __init__(self, code: str, message: str, span: Span, hint: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.span = span
        self.hint = hint

    def report(self, findings: Findings) -> None:
        findings.error(self.code, self.message, self.span, self.hint)


class Faults(Exception):
    """All that is wrong with a value that consists of others."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = tuple(faults)


def refuse_empty(node: Node) -> None:
    """Raises the fault of a value that is still to be filled in."""
    if isinstance(node, Scalar) and (node.kind is Kind.EMPTY or not node.text.strip()):
        raise Fault("S103", "nog in te vullen", node.span)
