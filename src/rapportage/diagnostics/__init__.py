"""Findings about the user's files: values with a place, a code and a hint, never exceptions."""

from rapportage.diagnostics.codes import CODES, INVALID_RESULTS, UNSOUND
from rapportage.diagnostics.exit_codes import ExitCode
from rapportage.diagnostics.finding import Finding, Severity
from rapportage.diagnostics.findings import Findings
from rapportage.diagnostics.span import SourceFile, Span

__all__ = [
    "CODES",
    "INVALID_RESULTS",
    "UNSOUND",
    "ExitCode",
    "Finding",
    "Findings",
    "Severity",
    "SourceFile",
    "Span",
]
