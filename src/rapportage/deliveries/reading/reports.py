"""What is wrong or doubtful in one delivered file: told with the file, the sheet and the cell."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from rapportage.deliveries.grid import place
from rapportage.deliveries.reading.faults import DeliveryFault
from rapportage.deliveries.reading.numbers import DecimalSign
from rapportage.diagnostics.findings import Findings


class Report(Struct, eq=False):
    """Of the file at `path`, which is as shown to the user."""

    path: str
    findings: Findings
    decimal: DecimalSign | None = None
    """What the user says of numbers that can be read in two ways: '1.234'."""
    told: list[str] = field(default_factory=list)
    """How it is read: what one has to know to check it."""

    def fault(self, fault: DeliveryFault) -> None:
        message = f"{place(self.path, fault.sheet, fault.cell)}: {fault.message}"
        self.findings.error(fault.code, message, None, fault.hint)

    def warn(self, code: str, message: str, hint: str, sheet: str = "", cell: str = "") -> None:
        self.findings.warning(code, f"{place(self.path, sheet, cell)}: {message}", None, hint)

    def tell(self, fact: str) -> None:
        self.told.append(fact)

    def macros(self) -> None:
        message = "dit bestand heeft macro's; die zijn niet uitgevoerd, en cijfers die zij maken kunnen oud zijn"
        self.warn("I106", message, "vraag het bestand zonder macro's op")

    def other_files(self, sheet: str, cells: Sequence[str]) -> None:
        """Tells of the cells whose formula takes from another file."""
        others = f" (en in nog {len(cells) - 1})" if len(cells) > 1 else ""
        message = f"hier{others} komt de waarde uit een ander bestand, en kan zij oud zijn"
        self.warn("I107", message, "vraag het bestand op met waarden in plaats van koppelingen", sheet, cells[0])
