"""Numbers in a user's own charts that are none of their figures: told when a report is made, not only in a trace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rapportage.diagnostics import Findings
from rapportage.document import Chart, Document, walk
from rapportage.document.drawing import Drawing
from rapportage.proof.tracing.digits import explain
from rapportage.proof.tracing.known import known_names
from rapportage.proof.tracing.passages import PartKind
from rapportage.proof.tracing.pictures import chart_passages


def report_strays(document: Document, drawings: Mapping[str, Drawing], findings: Findings) -> None:
    """Warns of each such number: no check of data or disclosure knows of it."""
    names = known_names(document)
    for chart in walk(document.blocks):
        if isinstance(chart, Chart) and chart.code is not None and chart.id in drawings:
            for number in dict.fromkeys(_strays(chart, drawings[chart.id], names)):
                place = chart.label.lower() or "de grafiek"
                message = f"in {place} staat {number}, en dat is geen cijfer van die grafiek"
                hint = "toon cijfers zoals het rapport ze schrijft: series.shown"
                findings.warning("T476", message, chart.code.origin, hint)


def _strays(chart: Chart, drawing: Drawing, names: tuple[str, ...]) -> Iterator[str]:
    for passage in chart_passages(chart, drawing, ()):
        if passage.form == "picture":
            for part in passage.parts:
                if part.kind is PartKind.MADE:
                    found = explain(part.text, names, is_made=True)
                    yield from (number.shown for number in found if number.what is None)
