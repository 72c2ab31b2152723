"""Findings about the user's files: values with a place, a code and a hint, never exceptions."""

from rapportage.diagnostics.codes import CODES, INVALID_RESULTS, UNSOUND
from rapportage.diagnostics.diagnostic import Diagnostic, Findings, Severity
from rapportage.diagnostics.exit_codes import ExitCode
from rapportage.diagnostics.span import SourceFile, Span

__all__ = [
    "CODES",
    "INVALID_RESULTS",
    "UNSOUND",
    "Diagnostic",
    "ExitCode",
    "Findings",
    "Severity",
    "SourceFile",
    "Span",
]
