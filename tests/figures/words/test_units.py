"""How a unit is said beside a name and on an axis, in the language of the report."""

from __future__ import annotations

import pytest

from rapportage.figures.languages.spoken import speaking
from rapportage.figures.words.units import scale_word, unit_beside, unit_name, unit_words


@pytest.mark.parametrize(
    ("name", "unit", "words"),
    [
        ("Prijsindex", "index (2020=100)", "2020=100"),
        ("Prijzen", "index (2020=100)", "index, 2020=100"),
        ("Uitgaven", "euro (x 1.000)", "euro, x 1.000"),
        ("Uitgaven", "mln euro", "mln euro"),
        ("Nareis", "personen", "personen"),
    ],
)
def test_brackets_stand_in_no_brackets(name: str, unit: str, words: str) -> None:
    assert unit_beside(name, unit) == words


@pytest.mark.parametrize(
    ("language", "on_axis", "heard", "size"),
    [
        ("nl", "mln euro", "in miljoenen euro", "miljoen"),
        ("en", "million euros", "in millions of euros", "million"),
        ("fy", "miljoen euro", "yn miljoenen euro", "miljoen"),
    ],
)
def test_a_size_is_said_in_the_language_of_the_report(language: str, on_axis: str, heard: str, size: str) -> None:
    with speaking(language):
        assert unit_name("mln euro") == on_axis
        assert unit_words("mln euro") == heard
        assert scale_word("mln euro") == size
        assert scale_word("euro") == ""
