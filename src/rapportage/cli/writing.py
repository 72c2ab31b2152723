"""Writing what a command made, unless it was interrupted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from rapportage.cli.interrupts import end_if_interrupted
from rapportage.diagnostics import Findings
from rapportage.input import files


def deliver(
    made: Mapping[Path, bytes], where: files.Destination, read: Iterable[Path], findings: Findings, *, strict: bool
) -> Findings:
    end_if_interrupted()
    return files.deliver(made, where, read, findings, strict=strict)
