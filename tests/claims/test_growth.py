"""The work of the checks grows as what there is to check: counted in calls, since seconds depend on the machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from benchmarks.growing import Grown
from benchmarks.said import claims, figures, figures_of_one_file
from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, check

ALLOWED = 2.15
"""Twice as much again costs twice as much again; n log n a little more, and n² four times as much."""


def calls(make: Callable[[int], Grown], count: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many calls `check` makes, of our own functions and of those in C; all in this process."""
    project = folder / str(count)
    make(count).write(project)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    requests = [BuildRequest("werk", "2020-05", project)] if make is claims else []
    made = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        check(requests, project, Findings())
    finally:
        sys.setprofile(None)
    return made


@pytest.mark.parametrize(
    ("make", "count"),
    [(claims, 60), (figures, 1_440), (figures_of_one_file, 900)],
    ids=["sentences", "figures of many files", "figures of one file"],
)
def test_work_is_linear(
    make: Callable[[int], Grown], count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls(make, count // 2, tmp_path, monkeypatch)  # what is made once is not counted
    one, two, four = (calls(make, count * times, tmp_path, monkeypatch) for times in (1, 2, 4))
    assert four - two <= (two - one) * ALLOWED, (one, two, four)


A_SENTENCE = 6_500
"""Of the composing, the setting and the checking of one together; who needs more of them looks what is done twice."""


def test_a_sentence_costs_so_many_calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, some, more = (calls(claims, count, tmp_path, monkeypatch) for count in (30, 60, 120))
    assert (more - some) / 60 <= A_SENTENCE
