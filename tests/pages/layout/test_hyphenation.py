"""Our reading of the patterns against pyphen's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyphen import Pyphen

from rapportage.pages.layout.paragraphs.hyphenation import LEFT, RIGHT, break_points, cut_points

HANDBOOK = Path(__file__).parents[3] / "docs/handleiding.md"
DIFFICULT = ("coördinatie", "reünie", "asielaanvragen", "tewerkstellingsvergunningen", "aaaaaa", "bovenaan", "eenheid")


def test_words_break_where_pyphen_breaks_them() -> None:
    words = {*DIFFICULT, *re.findall(r"\b[a-zà-öø-ÿ]{6,}\b", HANDBOOK.read_text(encoding="utf-8"))}
    pyphen = Pyphen(lang="nl_NL", left=LEFT, right=RIGHT)
    assert len(words) > 200
    for word in words:
        kept = [place for place in pyphen.positions(word) if word[place] not in "äëïöü"]
        assert [place for place, _ in break_points(word, hyphenate=True)] == kept, word


def parts(word: str) -> str:
    """The word with '=' where a hyphen may come and '|' where it may be broken without."""
    points = dict(break_points(word, hyphenate=True))
    return "".join({True: "=", False: "|", None: ""}[points.get(place)] + char for place, char in enumerate(word))


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("beëindiging", "beëin=di=ging"),
        ("tweeëntwintig", "tweeën=twin=tig"),
        ("patiënten", "pa=tiën=ten"),
        ("coördinatie", "coör=di=na=tie"),
        ("reünieverslagen", "reü=nie=ver=sla=gen"),
        ("geïnteresseerd", "geïn=te=res=seerd"),
        ("autootje", "au=tootje"),
        ("parapluutjes", "pa=ra=pluutjes"),
        ("organisatie's", "or=ga=ni=sa=tie's"),
        ("auto's", "auto's"),
        ("zee-egels", "zee-|egels"),
        ("'s-Gravenhage", "'s-|Gravenhage"),
    ],
)
def test_no_break_that_changes_the_spelling(word: str, broken: str) -> None:
    """A trema goes at a break, and a diminutive loses a vowel: the word would be spelled otherwise than it is."""
    assert parts(word) == broken


@pytest.mark.parametrize(
    "word",
    [
        "(https://voorbeeld.nl/verantwoordelijkheid/samenwerkingsverbanden)",
        "zie:https://voorbeeld.nl/verantwoordelijkheid",
        "www.verantwoordelijkheid.nl,",
        "verantwoordelijkheid.voorbeeld.nl/samenwerking",
        "inlichtingen.samenwerking@voorbeeld.nl",
        "verantwoordelijkheid_samenwerking.csv",
    ],
)
def test_an_address_is_never_broken_with_a_hyphen(word: str) -> None:
    assert not any(hyphen for _, hyphen in (*break_points(word, hyphenate=True), *cut_points(word)))


@pytest.mark.parametrize(
    "number", ["17.475.415", "12,5", "<5", "−3", "2018-2019", "1\u202f000", "50%", "14:30", "12.5*"]
)
def test_a_number_is_cut_nowhere(number: str) -> None:
    assert list(cut_points(number)) == []
    offsets = {offset for offset, _ in cut_points(f"a{number}b")}
    assert not offsets & set(range(2, len(number) + 1))


def test_a_number_in_an_address_is_not_broken() -> None:
    word = "https://x.nl/1.234.567/id=12,5"
    shown = parts(word)
    assert "1.234.567" in shown
    assert "12,5" in shown


def test_a_cut_has_a_hyphen_between_letters_alone() -> None:
    assert list(cut_points("aë-b1")) == [(2, False), (3, False), (4, False)]
    assert list(cut_points("ab")) == [(1, True)]
