"""Reading in tests: a delivery, and the codes of what was told."""

from __future__ import annotations

from pathlib import Path

from rapportage.deliveries.grid import Cell, Delivery
from rapportage.deliveries.reading import read_delivery
from rapportage.diagnostics import Findings

SAMPLES = Path(__file__).parent / "samples"


def read(data: bytes, path: str = "levering.bin") -> tuple[Delivery | None, Findings]:
    findings = Findings()
    return read_delivery(data, path, findings), findings


def whole(data: bytes) -> Delivery:
    """The delivery, of which nothing is told."""
    delivery, findings = read(data)
    assert [*findings] == []
    assert delivery is not None
    return delivery


def refused(data: bytes) -> str:
    """The one fault of a file that gives nothing: code and message."""
    delivery, findings = read(data, "x")
    assert delivery is None
    (fault,) = findings
    assert fault.is_error
    assert fault.hint
    return f"{fault.code} {fault.message}"


def sample(name: str) -> Delivery:
    return whole((SAMPLES / name).read_bytes())


def texts(delivery: Delivery, sheet: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row] for row in delivery.sheets[sheet].rows]


def at(delivery: Delivery, address: str, sheet: int = 0) -> Cell:
    """The cell with that name."""
    return next(cell for row in delivery.sheets[sheet].rows for cell in row if cell.address == address)
