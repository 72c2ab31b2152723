"""Specs from nodes: all faults at once, in Dutch, each at its place."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from msgspec import field

from rapportage.diagnostics import Findings
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.wrong_periods import HOW_TO_WRITE
from rapportage.input.specs.leaves import (
    Day,
    Items,
    Named,
    OneOrMore,
    Period,
    WebAddress,
    Words,
    YesNo,
    one_of,
    whole_number,
)
from rapportage.input.specs.spec import Spec
from rapportage.input.specs.validate import validate
from tests.input.specs.nodes import node_of

Place = Literal["boven", "onder"]


class Caption(Spec, frozen=True):
    text: Words = field(name="tekst")
    place: Annotated[Place, one_of(Place)] = field(default="onder", name="plaats")
    level: Annotated[int, whole_number(1, 6)] = field(default=1, name="niveau")
    numbered: YesNo = field(default=True, name="nummer")
    remarks: Items[Words] = field(default=(), name="opmerkingen")
    sources: OneOrMore[Words] = field(default=(), name="bron")
    names: Named[Words] = field(default_factory=dict, name="namen")
    period: Period | None = field(default=None, name="periode")
    date: Day | None = field(default=None, name="datum")
    url: WebAddress | None = field(default=None, name="url")
    more: Caption | None = field(default=None, name="meer")


def read(text: str) -> tuple[Caption | None, list[str]]:
    findings = Findings()
    caption = validate(node_of(text), Caption, findings)
    return caption, [
        f"{item.span.line}:{item.span.column} {item.code} {item.message} ({item.hint})"
        for item in findings
        if item.span
    ]


def test_a_spec_holds_its_values_with_their_places() -> None:
    caption, faults = read(
        "tekst: Instroom\nplaats: boven\nniveau: 2\nnummer: nee\nopmerkingen: [a, b]\nbron: ind\n"
        "namen: {SY: Syrië, NO: Noorwegen}\nperiode: 2020-05\ndatum: 2020-02\nurl: https://ind.nl/nl\n"
        "meer:\n  tekst: onder\n"
    )
    assert faults == []
    assert caption is not None
    assert (caption.text.text, caption.text.span.line, caption.text.span.column) == ("Instroom", 1, 8)
    assert (caption.place, caption.level, caption.numbered) == ("boven", 2, False)
    assert [remark.text for remark in caption.remarks] == ["a", "b"]
    assert [source.text for source in caption.sources] == ["ind"]
    assert list(caption.names) == ["SY", "NO"]
    assert caption.period == TimePeriod.parse("2020-05")
    assert caption.date is not None
    assert str(caption.date.latest) == "2020-02-29"
    assert caption.more is not None
    assert caption.more.node.span.line == 12


def test_all_faults_come_in_one_go() -> None:
    caption, faults = read(
        "teskt: Instroom\nplaats: bovn\nniveau: 07\nnummer: true\nopmerkingen: a\nbron: []\nnamen: {SY: }\n"
        "periode: mei 2020\ndatum: 2020-02-30\nurl: javascript:alert(1)\nmeer:\n  tekst: ''\n  niveau: 9\n"
    )
    assert caption is None
    assert sorted(faults, key=lambda fault: int(fault.split(":")[0])) == [
        "1:1 S101 onbekende sleutel 'teskt' (bedoelt u 'tekst'?)",
        "2:9 S105 'bovn' kan hier niet (bedoelt u 'boven'?)",
        "3:9 S106 '07' is geen geheel getal (schrijf een getal van 1 tot en met 6)",
        "4:9 S108 'true' is geen 'ja' of 'nee' (schrijf ja)",
        "5:14 S104 hier hoort een lijst (zet '- ' voor elk onderdeel, of schrijf [a, b])",
        "6:7 S103 nog in te vullen (vul het in, of laat 'bron' weg)",
        "7:12 S103 nog in te vullen (vul het in)",
        f"8:10 S110 'mei 2020' is geen periode ({HOW_TO_WRITE})",
        "9:8 S109 '2020-02-30' is geen datum "
        "(schrijf jaar-maand-dag: 2020-06-24, of 2020-06 als de dag niet bekend is, of 2020)",
        "10:6 S111 'javascript:alert(1)' is geen webadres (een adres begint met https://)",
        "12:10 S103 nog in te vullen (vul het in)",
        "13:11 S107 9 is niet 1 tot en met 6 (kies een getal binnen die grenzen)",
    ]


@pytest.mark.parametrize("text", ["tekst: [a]", "tekst: {a: b}", "- tekst", "zomaar tekst", "meer: x\ntekst: a"])
def test_another_shape_than_expected(text: str) -> None:
    caption, faults = read(text)
    assert caption is None
    assert len(faults) == 1
    assert "S104" in faults[0]


def test_a_type_that_says_not_how_it_is_read_is_a_bug_of_ours() -> None:
    class Bounded(Spec, frozen=True):
        level: Annotated[int, "from 1 to 6"] = field(name="niveau")

    with pytest.raises(TypeError, match="from 1 to 6"):
        validate(node_of("niveau: 2"), Bounded, Findings())


def test_a_misspelt_key_is_told_once_and_a_missing_one_all_the_same() -> None:
    assert [fault[:8] for fault in read("teskt: Instroom\n")[1]] == ["1:1 S101"]
    assert [fault[:8] for fault in read("plats: boven\n")[1]] == ["1:1 S101", "1:1 S102"]
    assert read("niveau: 2\n")[1] == ["1:1 S102 de sleutel 'tekst' ontbreekt (schrijf er 'tekst: …' bij)"]


def test_an_empty_key_that_may_go() -> None:
    assert read("tekst: a\nurl:\n")[1] == ["2:5 S103 nog in te vullen (vul het in, of laat 'url' weg)"]
    assert read("tekst:\n")[1] == ["1:7 S103 nog in te vullen (vul het in)"]
