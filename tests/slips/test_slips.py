"""Slips as people make them are found, each at its line; of the samples as they are nothing is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.slips.judge import ROOT, false_alarms, judge, write
from tests.slips.plant import Slip, Texts, planted, read_samples

TEXTS = read_samples(ROOT)
SLIPS = planted(TEXTS)
MISSED = {("layouts/vreemdelingenketen.yaml", "Jemen")}
"""Two rows of one name: the finding stands at the first."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    write(TEXTS, folder)
    return folder


def is_missed(slip: Slip, texts: Texts) -> bool:
    line = slip.text.split("\n")[slip.line - 1]
    return slip.kind == "verkeerde kop" and any(path == slip.path and word in line for path, word in MISSED)


def test_the_corpus_is_large_enough_and_always_the_same() -> None:
    assert len(SLIPS) >= 60
    assert planted(TEXTS) == SLIPS
    assert all(slip.text != TEXTS.get(slip.path) for slip in SLIPS)
    assert sum(is_missed(slip, TEXTS) for slip in SLIPS) <= len(SLIPS) * 3 // 60


@pytest.mark.parametrize("slip", [pytest.param(slip, id=f"{slip.path}:{slip.line} {slip.kind}") for slip in SLIPS])
def test_a_slip_is_found(slip: Slip, project: Path) -> None:
    assert judge(slip, TEXTS, project).is_caught is not is_missed(slip, TEXTS)


def test_nothing_is_said_of_what_is_right() -> None:
    assert false_alarms(TEXTS) == []
