"""Findings about the user's files: values with a place, a code and a hint, never exceptions."""

from rapportage.diagnostics.diagnostic import Diagnostic, Findings, Severity
from rapportage.diagnostics.span import SourceFile, Span

__all__ = ["Diagnostic", "Findings", "Severity", "SourceFile", "Span"]
