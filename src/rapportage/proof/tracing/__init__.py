"""Tracing: every figure of a report back to the data, and what a PDF says next to what was meant."""

from rapportage.proof.tracing.as_html import as_html
from rapportage.proof.tracing.as_html import page as html_page
from rapportage.proof.tracing.as_html import table as html_table
from rapportage.proof.tracing.as_json import NotATrace, as_json, cell_object, from_json, place_object, spot_object
from rapportage.proof.tracing.as_text import as_text, exact_words, input_words, place_words
from rapportage.proof.tracing.besides import besides_faults
from rapportage.proof.tracing.digits import periods_in
from rapportage.proof.tracing.ledger import trace_report
from rapportage.proof.tracing.on_web import web_trace_report
from rapportage.proof.tracing.passages import Number, Place, Told, TracedFigure, TraceFault, TraceReport
from rapportage.proof.tracing.read_back import language_of_edition, read_back
from rapportage.proof.tracing.strays import report_strays
from rapportage.proof.tracing.wording import sentences

__all__ = [
    "NotATrace",
    "Number",
    "Place",
    "Told",
    "TraceFault",
    "TraceReport",
    "TracedFigure",
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
    "language_of_edition",
    "periods_in",
    "place_object",
    "place_words",
    "read_back",
    "report_strays",
    "sentences",
    "spot_object",
    "trace_report",
    "web_trace_report",
]
