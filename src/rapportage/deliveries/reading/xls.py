"""Workbooks of before 2007 (xls): values only. What their formats show is not read, and that is told.

The library for them can be made to end the process by a damaged file, so it runs in one of its own (`xls_process`).
"""

from __future__ import annotations

import os
import subprocess
import sys

import msgspec

from rapportage.deliveries.grid import Sheet
from rapportage.deliveries.reading.faults import DeliveryFault, damaged, too_large
from rapportage.deliveries.reading.packages import with_password
from rapportage.deliveries.reading.reports import Report
from rapportage.deliveries.reading.xls_process import Answer

_OLD = (
    "dit is een oud bestand (xls): tekens in de opmaak van cijfers, procenten, afrondingen en verborgen rijen zijn er "
    "niet in te zien"
)
_MOST_BYTES = 40_000_000
_PATIENCE = 60
"""Seconds."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MACROS = "_VBA_PROJECT".encode("utf-16-le")


def read_xls(data: bytes, report: Report) -> tuple[Sheet, ...]:
    """The sheets of an old workbook.

    Raises:
        DeliveryFault: it can't be read.
    """
    if _ENCRYPTED in data:
        raise with_password()
    if len(data) > _MOST_BYTES:
        raise too_large(f"dit bestand is groter dan {_MOST_BYTES // 1_000_000} MB")
    answer = _answer(data)
    if answer.fault is not None:
        raise DeliveryFault(*answer.fault)
    report.warn("I108", _OLD, "open het in een rekenprogramma en sla het op als xlsx")
    if _MACROS in data:
        report.macros()
    return answer.sheets


def _answer(data: bytes) -> Answer:
    """What the other process makes of the file.

    Raises:
        DeliveryFault: it ended without an answer, or took too long.
    """
    path = os.pathsep.join(each for each in sys.path if each)
    try:
        done = subprocess.run(  # the module is one of ours
            [sys.executable, "-m", "rapportage.deliveries.reading.xls_process"],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path, "PYTHONSAFEPATH": "1"},
            timeout=_PATIENCE,
            check=True,
        )
        return msgspec.msgpack.decode(done.stdout, type=Answer)
    except (subprocess.SubprocessError, OSError, msgspec.MsgspecError):
        raise damaged("dit oude bestand is te beschadigd om te lezen") from None
