"""Can the sources hold the figures that rest on them?"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from rapportage.checking.intervals import named, typed
from rapportage.cube.cube import Cube
from rapportage.cube.observation import DataSource
from rapportage.diagnostics import Findings
from rapportage.specs.period import PeriodFile


def check_sources(files: Sequence[PeriodFile], cube: Cube, findings: Findings) -> None:
    """Reports figures over a time after their source came out, and sources that came out after their edition."""
    places = {spec.node.span: spec.date.span for file in files for spec in file.sources.values() if spec.date}
    told: set[DataSource] = set()
    for vintages in cube.observations.values():
        for figure in vintages:
            cell = figure.cells()[0]
            day = _last_day(cell.source)
            until = cell.reference_day or figure.period.end
            if day is None or day >= until or cell.source in told:
                continue
            told.add(cell.source)
            message = f"{named(figure)}, {typed(figure)}, is van na deze bron ({cell.source.date})"
            hint = "noem de bron die dit cijfer geeft, of haar juiste datum"
            place = places.get(cell.source.span, cell.span) if cell.source.span else cell.span
            findings.warning("C307", message, place, hint)
    for file in files:
        for source in file.sources.values():
            if source.date and source.date.day > file.edition.date.day:
                message = f"'{source.title.text}' verscheen na deze uitgave ({file.edition.date.text})"
                findings.warning("C308", message, source.date.span, "verbeter een van de twee datums")


def _last_day(source: DataSource) -> date | None:
    """The last day on which the publication can have come out."""
    if source.date is None:
        return None
    if len(source.date) > 7:
        return date.fromisoformat(source.date)
    year, month = map(int, source.date.split("-"))
    return date(year, month, monthrange(year, month)[1])
