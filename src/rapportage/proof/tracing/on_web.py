"""The ledger of a report by its edition for the web: what that says, next to what was meant."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from rapportage.document import Document
from rapportage.document.drawing import Drawing
from rapportage.proof.inspection import Said
from rapportage.proof.inspection.web import WebBesides, read_web
from rapportage.proof.tracing.besides_on_web import web_besides_faults
from rapportage.proof.tracing.ledger import trace_report
from rapportage.proof.tracing.passages import TraceReport


def web_trace_report(
    document: Document,
    drawings: Mapping[str, Drawing],
    made: bytes,
    period: str,
    logo: str | None = None,
    other: tuple[Said, WebBesides] | None = None,
) -> TraceReport:
    """Every figure with the id of what it is under; `made` is the edition of that document, or there is an `other`."""
    own = read_web(made)
    said, besides = other or own
    ledger = trace_report(document, drawings, said, period, logo, on_web=True)
    return replace(ledger, faults=(*ledger.faults, *web_besides_faults(document, besides, own[1])))
