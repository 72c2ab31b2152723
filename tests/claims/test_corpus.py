"""Sentences of fifty-eight domains, by who had not seen the checks: no slip that is found may get lost again."""

from __future__ import annotations

import pytest

from tests.claims.corpus import Corpus, corpora, judged

TYPED = ("T501 het getal", "T511")
"""Of right sentences too: a number that somebody typed, and two numbers side by side, are to be told."""
FOUND = {
    "afval": 15,
    "arbeid": 12,
    "arbeidsmarkt": 20,
    "asiel": 12,
    "asielketen": 20,
    "belastingdienst": 23,
    "bevolking": 22,
    "bibliotheken-en-sport": 14,
    "bloeddonatie": 31,
    "brandweer": 14,
    "criminaliteit": 24,
    "cultuur_toerisme": 22,
    "defensie": 25,
    "donorregister": 23,
    "drinkwater-en-natuur": 14,
    "economie": 24,
    "elektrisch-rijden": 10,
    "energie": 22,
    "faillissementen": 18,
    "gemeentefinancien": 20,
    "gevangenissen": 23,
    "gezondheid": 23,
    "hoger-onderwijs": 19,
    "horeca": 14,
    "huisdieren": 25,
    "huurtoeslag": 15,
    "inburgering-en-naturalisatie": 15,
    "innovatie": 20,
    "jeugdzorg": 18,
    "kansspelen": 23,
    "kinderopvang": 19,
    "landbouw": 21,
    "landbouwexport": 13,
    "luchtvaart": 20,
    "musea-en-theaters": 14,
    "natuursubsidies": 24,
    "ov": 20,
    "politie": 15,
    "post": 21,
    "rechtspraak": 24,
    "rijexamens": 14,
    "scheepvaart": 15,
    "schulden": 14,
    "sociale-huur": 14,
    "sociale_zekerheid": 22,
    "telecom": 24,
    "telecom-internet": 18,
    "verkeer": 23,
    "verkeersveiligheid": 23,
    "verkiezingen": 21,
    "vijf-domeinen": 1002,
    "visserij": 19,
    "waterschappen": 25,
    "wonen-en-onderwijs": 24,
    "woningmarkt": 19,
    "ziekenhuizen": 14,
    "zorg": 12,
    "zuivel-en-akkerbouw": 9,
}
"""How many slips of each are told; who mends more of them writes the new number."""
ALARMS = frozenset(
    (
        "xm34",
        *("jt10", "jt18", "jt43", "jt50", "jt59"),
        *("jv41", "jv44", "jv59"),
        *("xo14", "xo21", "xo23", "xo26", "xo31", "xo37", "xo47", "xo48"),
        *("xq01", "xq11", "xq17", "xq32", "xq33", "xq35"),
    )
)
"""Right sentences of which something wrong is said; who mends one takes it out."""


@pytest.mark.parametrize("corpus", corpora(), ids=[each.name for each in corpora()])
def test_what_is_found_stays_found_and_what_is_right_is_left_alone(corpus: Corpus) -> None:
    verdicts = list(judged(corpus))
    alarms = {each.pair.id for each in verdicts if any(not said.startswith(TYPED) for said in each.of_right)}
    assert alarms <= ALARMS
    assert sum(each.is_caught for each in verdicts) >= FOUND[corpus.name]
