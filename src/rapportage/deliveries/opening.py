"""Opens a delivered file, which a levering names: it lies in the project, and is no larger than can be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rapportage.deliveries.grid import Delivery
from rapportage.deliveries.reading.faults import too_large
from rapportage.deliveries.reading.limits import MOST_BYTES
from rapportage.deliveries.reading.numbers import DecimalSign
from rapportage.deliveries.reading.read import read_delivery
from rapportage.diagnostics import Findings
from rapportage.input.files import FileFault, Reason, read_inside

_HINTS = {
    Reason.MISSING: "noem een bestand dat er is",
    Reason.FOLDER: "noem het bestand in die map",
    Reason.SPECIAL: "zet er een gewoon bestand neer",
    Reason.OUTSIDE: "zet het bestand zelf in de map van het project",
    Reason.CHANGED: "lees het opnieuw in als het er helemaal is",
    Reason.UNREADABLE: "kijk of u het mag lezen, of sla het opnieuw op",
}


def report_unreadable(fault: FileFault, shown: str, findings: Findings) -> None:
    """Says of a file why it can't be had, and what to do about that."""
    if fault.reason is Reason.TOO_LARGE:
        large = too_large(f"{shown} is groter dan {MOST_BYTES // 1_000_000} MB")
        findings.error(large.code, large.message, hint=large.hint)
        return
    detail = f" ({fault.detail})" if fault.detail else ""
    findings.error("I208", f"{shown} {fault.reason.value}{detail}", hint=_HINTS[fault.reason])


def open_delivery(project: Path) -> Callable[[Path, str, Findings, DecimalSign | None], Delivery | None]:
    """What opens the delivered files of a project; what is wrong with one is reported."""

    def opened(path: Path, shown: str, findings: Findings, decimal: DecimalSign | None) -> Delivery | None:
        try:
            data = read_inside(path, MOST_BYTES, project)
        except FileFault as fault:
            report_unreadable(fault, shown, findings)
            return None
        return read_delivery(data, shown, findings, decimal)

    return opened
