"""What a sentence says in a way that no rule knows is not guessed about; a slip that is sure is told all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.claims.corpus import FOLDER, read, said_of_all

TABLE: dict[str, dict[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("not_guessed.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("named", TABLE)
def test_a_right_sentence_gets_no_message(named: str) -> None:
    name, period = named.split()
    assert said_of_all(read(FOLDER / f"{name}.yaml"), TABLE[named]["right"], period) == {}


@pytest.mark.parametrize("named", TABLE)
def test_every_slip_gets_one(named: str) -> None:
    name, period = named.split()
    slips = TABLE[named]["slips"]
    said = said_of_all(read(FOLDER / f"{name}.yaml"), slips, period)
    assert [each for each in slips if each not in said] == []
