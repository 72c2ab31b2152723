"""Right sentences in everyday Dutch: nothing is said of any of them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.claims.corpus import FOLDER, read, said_of_all

RIGHT = yaml.safe_load(Path(__file__).with_name("right.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_sentence_is_left_alone(name: str) -> None:
    corpus = read(FOLDER / f"{name}.yaml")
    for period, sentences in RIGHT[name].items():
        assert said_of_all(corpus, sentences, period) == {}


def test_a_wrong_sentence_among_them_is_told() -> None:
    corpus = read(FOLDER / "zorg.yaml")
    right, wrong = "In week 45 waren er {{ opnames }} opnames.", "In week 44 waren er {{ opnames }} opnames."
    assert list(said_of_all(corpus, [right, wrong], "2024-W45")) == [wrong]
