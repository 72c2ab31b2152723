"""What a period file says of the source that a levering is of."""

from __future__ import annotations

from rapportage.deliveries.imported import Levering
from rapportage.deliveries.words import filled
from rapportage.diagnostics import Findings
from rapportage.figures.period import TimePeriod
from rapportage.input.specs.faults import SpecFault

NAME = ""
"""The key of the name of a source, among what is said of it."""


def source_of(levering: Levering, period: TimePeriod, date: str | None, findings: Findings) -> dict[str, str] | None:
    """What the period file says of the source, with its name under NAME; None where words can't be filled in."""
    spec = levering.spec.source
    made = {NAME: levering.name, **({"datum": date} if date else {})}
    words = {NAME: spec.name, "titel": spec.title, "uitgever": spec.publisher, "datum": spec.date, "url": spec.url}
    is_whole = True
    for key, each in {**words, "licentie": spec.licence}.items():
        try:
            made |= {key: filled(each, period)} if each is not None else {}
        except SpecFault as fault:
            fault.report(findings)
            is_whole = False
    order = (NAME, "titel", "uitgever", "datum", "url", "licentie")
    return {key: made[key] for key in order if key in made} if is_whole else None
