"""Tracing: every figure of a report back to the data, and what a PDF says next to what was meant."""

from rapportage.tracing.as_html import as_html
from rapportage.tracing.as_html import page as html_page
from rapportage.tracing.as_html import table as html_table
from rapportage.tracing.as_json import NotATrace, as_json, cell_object, from_json, place_object
from rapportage.tracing.as_text import as_text, exact_words, input_words, place_words
from rapportage.tracing.besides import besides_faults
from rapportage.tracing.digits import periods_in
from rapportage.tracing.ledger import trace_report
from rapportage.tracing.model import Fault, Figure, Number, Place, Told, TraceReport
from rapportage.tracing.wording import sentences

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
    "besides_faults",
    "cell_object",
    "exact_words",
    "from_json",
    "html_page",
    "html_table",
    "input_words",
    "periods_in",
    "place_object",
    "place_words",
    "sentences",
    "trace_report",
]
