"""What a period file says happened in a period, by the id of a chart."""

from __future__ import annotations

from collections.abc import Collection

from rapportage.diagnostics import Findings
from rapportage.diagnostics.suggestion import nearest
from rapportage.input.specs.period import PeriodFile


def check_annotations(edition: PeriodFile, charts: Collection[str], findings: Findings) -> None:
    """A name in the period file that is nearly that of a chart is a slip; any other belongs to another layout."""
    for id, texts in edition.annotations.items():
        near = nearest(id, charts) if id not in charts else None
        for scalar in list(texts.values())[:1] if near else ():
            message = f"deze lay-out heeft geen grafiek '{id}'"
            findings.warning("T422", message, scalar.span, f"bedoelt u '{near}'?")
