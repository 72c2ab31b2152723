"""What is said to have risen, fallen or be more than something else: the right sentence is silent, the slip is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.claims.corpus import Corpus, Pair, corpora, judged

_EXPRESSION = re.compile(r"(\{\{.*?\}\})")


def read() -> dict[str, Any]:
    text = (Path(__file__).parent / "changes.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return found


def pairs() -> Iterator[tuple[Corpus, Pair]]:
    """The sentences of 'changes.yaml' with the data of their domain."""
    domains = read()
    for corpus in corpora():
        told = domains.get(corpus.name, {"zinnen": [], "periode": ""})
        for number, each in enumerate(told["zinnen"], 1):
            slip = exchanged(each["goed"], each["woord"], each["slip"])
            yield corpus, Pair(f"{corpus.name} {number}", told["periode"], "richting", each["goed"], slip)


def exchanged(sentence: str, word: str, other: str) -> str:
    """A sentence with another word for one that is in it, the first time that it is not in an expression."""
    pieces = _EXPRESSION.split(sentence)
    place = next(place for place, each in enumerate(pieces) if place % 2 == 0 and word in each)
    return "".join([*pieces[:place], pieces[place].replace(word, other, 1), *pieces[place + 1 :]])


@pytest.mark.parametrize(("corpus", "pair"), [pytest.param(*each, id=each[1].id) for each in pairs()])
def test_a_change_is_told_when_it_is_wrong_and_only_then(corpus: Corpus, pair: Pair) -> None:
    (verdict,) = judged(corpus._replace(pairs=[pair]))
    assert verdict.of_right == []
    assert any(said.startswith("T503") for said in verdict.of_slip), pair.slip


@pytest.mark.parametrize(("domain", "period", "sentence"), [pytest.param(*each, id=each[2]) for each in read()["stil"]])
def test_what_nobody_can_tell_is_no_alarm(domain: str, period: str, sentence: str) -> None:
    """A fall of something else, what is expected, a deficit that is no balance, figures of the sentence before."""
    corpus = next(each for each in corpora() if each.name == domain)
    (verdict,) = judged(corpus._replace(pairs=[Pair("stil", period, "richting", sentence, sentence)]))
    assert [said for said in verdict.of_right if not said.startswith("T501")] == []
