"""Right sentences in everyday Dutch: nothing is said of any of them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.claims.corpus import FOLDER, read, said_of_all

FILES = [Path(__file__).with_name(name) for name in ("right.yaml", "aimed_right.yaml")]
RIGHT = {
    (path.stem, name): periods for path in FILES for name, periods in yaml.safe_load(path.read_text("utf-8")).items()
}


@pytest.mark.parametrize(("file", "name"), RIGHT)
def test_a_right_sentence_is_left_alone(file: str, name: str) -> None:
    corpus = read(FOLDER / f"{name}.yaml")
    for period, sentences in RIGHT[file, name].items():
        assert said_of_all(corpus, sentences, str(period)) == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_corpus_is_named_twice(path: Path) -> None:
    """Of a key that is there twice YAML keeps the last, and the sentences below the first would be read by nobody."""
    names = [line for line in path.read_text("utf-8").splitlines() if line[:1].isalpha()]
    assert len(names) == len(set(names))


def test_a_wrong_sentence_among_them_is_told() -> None:
    corpus = read(FOLDER / "zorg.yaml")
    right, wrong = "In week 45 waren er {{ opnames }} opnames.", "In week 44 waren er {{ opnames }} opnames."
    assert list(said_of_all(corpus, [right, wrong], "2024-W45")) == [wrong]
