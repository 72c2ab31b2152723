"""A delivered file that can't be had: why, and what to do, the same for who imports it and who looks through it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from rapportage.deliveries import opening
from rapportage.deliveries.opening import open_delivery, report_unreadable
from rapportage.deliveries.reading.limits import MOST_BYTES
from rapportage.diagnostics import Findings
from rapportage.input.files import FileFault, Reason


def linked(path: Path) -> None:
    (path.parent.parent / "elders.xlsx").write_bytes(b"x")
    path.symlink_to(path.parent.parent / "elders.xlsx")


def long(path: Path) -> None:
    path.touch()
    os.truncate(path, MOST_BYTES + 1)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: None, "I208 ind.xlsx bestaat niet; noem een bestand dat er is"),
        (Path.mkdir, "I208 ind.xlsx is een map; noem het bestand in die map"),
        (linked, "I208 ind.xlsx ligt buiten het project; zet het bestand zelf in de map van het project"),
        (long, "I103 ind.xlsx is groter dan 100 MB; lever alleen het blad met de cijfers aan, als eigen bestand"),
    ],
)
def test_why_it_can_not_be_read(make: Callable[[Path], None], told: str, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    make(folder / "ind.xlsx")
    findings = Findings()
    assert open_delivery(folder)(folder / "ind.xlsx", "ind.xlsx", findings, None) is None
    assert [f"{item.code} {item.message}; {item.hint}" for item in findings] == [told]


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_something_to_do(reason: Reason) -> None:
    findings = Findings()
    report_unreadable(FileFault(reason), "x", findings)
    assert [bool(item.hint) for item in findings] == [True]


def test_there_is_one_limit() -> None:
    """What may be fetched may be imported."""
    assert opening.MOST_BYTES is MOST_BYTES
