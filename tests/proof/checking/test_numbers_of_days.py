"""The numbers of a day, and of more days in a row, are no figures, in every way that they are written."""

from __future__ import annotations

import pytest

from rapportage.figures.languages.spoken import speaking
from rapportage.proof.checking.words.literals import no_figures
from rapportage.proof.vocabulary.spoken import patterns

DUTCH = (
    "4 tot en met 10 november",
    "4 t/m 10 nov.",
    "4 tot 10 november",
    "4-10 november",
    "4 – 10 november 2024",
    "4, 5 en 6 november",
    "4 of 5 mei",
    "maandag 4 tot en met zondag 10 november",
    "ma 4 t/m zo 10 nov",
    "4e tot en met 10e november",
    "4 november tot en met 10 november",
    "10 sept.",
    "4-11-2024 t/m 10-11-2024",
    "2024-11-04 tot 2024-11-10",
    "4/11 t/m 10/11",
)
ENGLISH = ("4 to 10 November", "4–10 November", "Monday 4 to Sunday 10 November", "4th to 10th of May", "4 and 6 May")
FRISIAN = ("4 oant en mei 10 novimber", "4 o/m 10 nov", "4–10 novimber", "moandei 4 oant snein 10 novimber")
FIGURES = ("4 tot 10 mensen", "41 tot 10 november", "4 en 10", "4/11 mensen", "55/45 verdeeld", "4 keer mei")


TEXTS = [(tag, text) for tag, texts in (("nl", DUTCH), ("en", ENGLISH), ("fy", FRISIAN)) for text in texts]


def left(text: str) -> list[str]:
    """The numbers in a text that are taken for figures."""
    none = no_figures(text, frozenset())
    numbers = (each for each in patterns().literals.number.finditer(text) if each.start() not in none)
    return [each[0] for each in numbers]


@pytest.mark.parametrize(("tag", "text"), TEXTS)
def test_no_number_of_a_day_is_a_figure(tag: str, text: str) -> None:
    with speaking(tag):
        assert left(f"({text})") == []


@pytest.mark.parametrize("text", FIGURES)
def test_other_numbers_are(text: str) -> None:
    assert left(f"({text})")
