"""Parts, qualifiers, multiples, sums and typed numbers: right sentences are left alone and slips are told."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from rapportage.proof.claims.amounts import of_part, of_times, step_of, typed_value
from rapportage.proof.claims.numerals import cardinal
from rapportage.proof.claims.qualifiers import Qualifier, holds, qualifier_of
from tests.claims.corpus import FOLDER, Corpus, Pair, judged, read
from tests.claims.test_placing import SIDES

TABLES = [Path(__file__).with_name(name) for name in ("portions.yaml", "typed.yaml")]
MISSED = 0
"""So many of its slips pass; who mends some writes the new number."""


def table(path: Path) -> Iterator[Corpus]:
    for named, kinds in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        domain, _, period = named.rpartition(" ")
        pairs = [
            Pair(f"{kind} {number}", period, kind, SIDES.sub(r"\1", text), SIDES.sub(r"\2", text))
            for kind, texts in kinds.items()
            for number, text in enumerate(texts, 1)
        ]
        yield Corpus(domain, read(FOLDER / f"{domain}.yaml").data, pairs)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_no_right_sentence_is_contradicted_and_slips_are_told(path: Path) -> None:
    verdicts = [(corpus.name, each) for corpus in table(path) for each in judged(corpus)]
    assert [(name, each.pair.right, each.of_right) for name, each in verdicts if each.of_right] == []
    missed = [(name, each.pair.slip) for name, each in verdicts if not each.is_caught]
    assert len(missed) == MISSED, missed


@pytest.mark.parametrize(
    ("word", "number"),
    [("vijfentwintig", "25"), ("drieëntachtig", "83"), ("drieënhalf", "3.5"), ("anderhalf", "1.5"),
     ("vierhonderd", "400"), ("tweeduizend", "2000"), ("zestienhonderd", "1600"), ("honderdtwintig", "120")],
)  # fmt: skip
def test_a_number_in_words_is_read_by_its_form(word: str, number: str) -> None:
    assert str(cardinal(word)) == number


@pytest.mark.parametrize("word", ["jaar", "zevende", "honderdjarige", "tigers", "een-op-een", "en", "aantwintig"])
def test_what_is_no_number_is_none(word: str) -> None:
    assert cardinal(word) is None


@pytest.mark.parametrize(
    ("words", "said"),
    [("was bijna de", Qualifier.BELOW), ("iets meer dan", Qualifier.ABOVE), ("meer dan", Qualifier.MORE),
     ("nog geen", Qualifier.LESS), ("net geen", Qualifier.BELOW), ("een kleine", Qualifier.BELOW),
     ("zo'n", Qualifier.ABOUT), ("ten minste", Qualifier.LEAST), ("hooguit een", Qualifier.MOST),
     ("in de", Qualifier.NONE)],
)  # fmt: skip
def test_what_is_said_with_a_number_is_known(words: str, said: Qualifier) -> None:
    assert qualifier_of(words.split())[0] is said


@pytest.mark.parametrize(
    ("part", "qualifier", "right", "wrong"),
    [("0.25", Qualifier.NONE, "0.26", "0.31"), ("0.25", Qualifier.ABOVE, "0.27", "0.24"),
     ("0.5", Qualifier.BELOW, "0.48", "0.51"), ("0.5", Qualifier.MORE, "0.7", "0.5"),
     ("0.1", Qualifier.NONE, "0.1", "0.13")],
)  # fmt: skip
def test_how_far_a_share_may_be_from_the_part_that_is_said(
    part: str, qualifier: Qualifier, right: str, wrong: str
) -> None:
    said = Decimal(part)
    assert holds(said, Decimal(right), qualifier, of_part(said))
    assert not holds(said, Decimal(wrong), qualifier, of_part(said))


def test_how_far_a_ratio_may_be_from_the_multiple_that_is_said() -> None:
    three = Decimal(3)
    assert holds(three, Decimal("3.2"), Qualifier.NONE, of_times(three))
    assert not holds(three, Decimal("3.6"), Qualifier.NONE, of_times(three))


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [("20.300", "20300", "100"), ("1,4", "1.4", "0.1"), ("375", "375", "1"), ("60", "60", "1.2")],
)
def test_a_typed_number_is_read_with_what_it_is_rounded_to(text: str, value: str, step: str) -> None:
    assert (str(typed_value(text)), Decimal(step)) == (value, step_of(text))


@pytest.mark.parametrize("text", ["10.30", "45/55", "1.2.3", "1,a"])
def test_what_only_looks_like_a_number_has_no_value(text: str) -> None:
    assert typed_value(text) is None


RIGHT = Corpus(
    "bekend",
    {
        "2024.yaml": """\
verschenen: 2025-02-01
bronnen: {s: {titel: Statistiek, uitgever: Bureau}}
cijfers:
  index: {titel: Prijsindex, eenheid: 'index (2020=100)', bron: s, totaal: 121.5}
  huisartsen: {titel: Huisartsen, eenheid: per 1.000 inwoners, bron: s, totaal: 0.8}
  wachtenden: {titel: Woningzoekenden, eenheid: x 1.000 personen, bron: s, totaal: 375}
  klas: {titel: Gemiddelde groepsgrootte, eenheid: leerlingen, bron: s, totaal: 22.6}
  verhuisd:
    titel: Verhuisde personen
    eenheid: personen
    bron: s
    totaal: 10000
    naar: {gemeente: {Utrecht: 1200, Zwolle: 900, Delft: 612, elders: 7288}}
"""
    },
    [
        Pair(str(number), "2024", "bekend", text, text)
        for number, text in enumerate(
            [
                "De prijsindex kwam uit op {{ index }} (2020 = 100).",
                "Er waren {{ huisartsen | decimalen(1) }} huisartsen per 1.000 inwoners.",
                "Er stonden 375 duizend woningzoekenden ingeschreven.",
                "De gemiddelde groepsgrootte was 22,6 leerlingen.",
                "Het streven is dat 80 procent een woning vindt, en de norm is 25 leerlingen.",
                "Van elke 100 personen zijn er {{ verhuisd['Utrecht'].aandeel | decimalen(0) }} Utrechter.",
                "Utrecht, Zwolle en Delft vormen een top drie van {{ som(verhuisd['Utrecht'], verhuisd['Zwolle'],"
                " verhuisd['Delft']) }}, ruim een kwart van alle verhuisde personen.",
            ],
            1,
        )
    ],
)


def test_of_what_was_told_wrongly_nothing_is_told_any_more() -> None:
    assert [each.of_right for each in judged(RIGHT)] == [[]] * len(RIGHT.pairs)
