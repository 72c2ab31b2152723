"""Nouns that a rate is only per, and verbs that are denied: neither names another series than that of the figure."""

from __future__ import annotations

import pytest

from tests.claims.corpus import Corpus, said_of_all

_PERIOD = "2025-05"
_DATA = """
periode: 2025-05
uitgave: {datum: 2025-06-12, status: definitief}
bronnen:
  havens: {titel: "Storingen in de havens (gemaakte cijfers)", uitgever: Voorbeeldbureau, datum: 2025-06-10}
cijfers:
  storingen: {titel: Gemelde storingen, eenheid: storingen, bron: havens, totaal: 412}
  storingsgraad:
    {titel: Storingen per 1.000 sluizen, eenheid: per 1.000 sluizen, bron: havens, decimalen: 1, totaal: 31.6}
  verholpen: {titel: Verholpen storingen, eenheid: storingen, bron: havens, totaal: 377}
  open: {titel: Openstaande storingen, eenheid: storingen, soort: stand, bron: havens, totaal: 983}
"""
_HAVENS = Corpus("havens", {f"{_PERIOD}.yaml": _DATA}, [])


@pytest.mark.parametrize(
    "sentence",
    [
        "In mei stonden {{ storingen }} sluizen stil door storingen.",
        "Aan het eind van de maand waren er {{ open }} storingen die nog niet waren verholpen.",
        "Er werden {{ verholpen }} storingen verholpen.",
        "Van elke 1.000 sluizen hadden er {{ storingsgraad }} een storing.",
    ],
)
def test_a_right_sentence_is_left_alone(sentence: str) -> None:
    assert said_of_all(_HAVENS, [sentence], _PERIOD) == {}


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Aan het eind van de maand waren er {{ open }} storingen die waren verholpen.", "T510"),
        ("Er werden {{ open }} storingen verholpen.", "T510"),
        ("Per 100 sluizen waren er {{ storingsgraad }} storingen.", "T506"),
    ],
)
def test_another_is_told(sentence: str, code: str) -> None:
    said = said_of_all(_HAVENS, [sentence], _PERIOD)
    assert [each.split()[0] for each in said.get(sentence, [])] == [code]
