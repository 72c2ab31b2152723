"""What is wrong with a file of boundaries, on its way to the findings. The caller knows its place in the layout."""

from __future__ import annotations

from rapportage.diagnostics import Findings, Span

SHOWN = 100
"""Of a longer path or name so many characters are shown."""
MOST_NAMED = 6


class BoundaryFault(Exception):
    """The boundaries can't be used: what is wrong, and how to mend it (in Dutch)."""

    def __init__(self, message: str, hint: str | None = None, code: str = "T481") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code

    def report(self, span: Span, findings: Findings) -> None:
        """Adds it to `findings`, at the place where the boundaries were asked."""
        findings.error(self.code, self.message, span, self.hint)


def some(names: list[str]) -> str:
    """The first of many names, and how many there are besides."""
    shown = ", ".join(f"'{name[:40]}'" for name in names[:MOST_NAMED])
    return f"{shown} en nog {len(names) - MOST_NAMED}" if len(names) > MOST_NAMED else shown
