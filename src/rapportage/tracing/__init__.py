"""Tracing: every figure of a report back to the data, and what a PDF says beside what was meant."""

from rapportage.tracing.as_html import as_html
from rapportage.tracing.as_json import NotATrace, as_json, from_json
from rapportage.tracing.as_text import as_text
from rapportage.tracing.ledger import trace_report
from rapportage.tracing.model import Fault, Figure, Number, Place, Told, TraceReport

__all__ = [
    "Fault",
    "Figure",
    "NotATrace",
    "Number",
    "Place",
    "Told",
    "TraceReport",
    "as_html",
    "as_json",
    "as_text",
    "from_json",
    "trace_report",
]
