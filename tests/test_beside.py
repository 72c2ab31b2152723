"""Work beside the main work: the same result, wherever it is done."""

from __future__ import annotations

import os

import pytest

from rapportage.beside import BesideFault, beside


def failing() -> int:
    raise ValueError("a fault of ours")


def test_its_result_comes_back() -> None:
    waiting = [beside(lambda number=number: [number] * 100_000) for number in range(3)]  # more than a pipe holds
    assert [wait()[0] for wait in waiting] == [0, 1, 2]


def test_what_it_changes_is_lost() -> None:
    changed: list[int] = []
    assert beside(lambda: changed.append(1) or os.getpid())() != os.getpid()
    assert changed == []


def test_a_fault_is_told_where_it_happened(capfd: pytest.CaptureFixture[str]) -> None:
    wait = beside(failing)
    with pytest.raises(BesideFault):
        wait()
    assert "a fault of ours" in capfd.readouterr().err


def test_without_a_second_processor_it_is_done_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert beside(os.getpid)() == os.getpid()
    with pytest.raises(ValueError, match="a fault of ours"):
        beside(failing)()
