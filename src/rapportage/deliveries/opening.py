"""Opens a delivered file, which a levering names: it lies in the project, and is no larger than can be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rapportage.deliveries.grid import Delivery
from rapportage.deliveries.reading.numbers import DecimalSign
from rapportage.deliveries.reading.read import read_delivery
from rapportage.diagnostics import Findings
from rapportage.input.files import FileFault, read_inside

MOST_BYTES = 50_000_000


def open_delivery(project: Path) -> Callable[[Path, str, Findings, DecimalSign | None], Delivery | None]:
    """What opens the delivered files of a project; what is wrong with one is reported."""

    def opened(path: Path, shown: str, findings: Findings, decimal: DecimalSign | None) -> Delivery | None:
        try:
            data = read_inside(path, MOST_BYTES, project)
        except FileFault as fault:
            findings.error(
                "I208", f"{shown} {fault.reason.value}", hint="zet het bestand zelf in de map van het project"
            )
            return None
        return read_delivery(data, shown, findings, decimal)

    return opened
