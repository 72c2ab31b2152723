"""A number that another reading of its sentence makes right is not called wrong, and a slip still is."""

from __future__ import annotations

import pytest

from tests.claims.corpus import FOLDER, read, said_of_all

RIGHT = [
    # What a share is of, and what it is a share in, may be anywhere in the sentence.
    (
        "2024",
        "Vier op de vijf voortijdig schoolverlaters (21.900 van de 27.400) zaten op het mbo, de overige 5.500 niet.",
    ),
    ("2024-Q3", "Van de jongeren was 8,9% werkloos, ruim vier keer zo veel als van de 45-plussers (2,2%)."),
    ("2024-W45", "In week 45 waren er 412 opnames, 51 meer dan in week 44 (+14 procent); 38 mensen kwamen op de ic."),
    (
        "2024-W45",
        "De sterfte lag met 3.310 overledenen 270 hoger dan de verwachte 3.040: een oversterfte van bijna 9 procent.",
    ),
]
WRONG = [
    ("2024", "Vier op de vijf voortijdig schoolverlaters (12.900 van de 27.400) zaten op het mbo.", "12.900"),
    ("2024-Q3", "Van de jongeren was {{ werkloosheid['15 tot 25 jaar'] }} werkloos, ruim zes keer zo veel als van "
     "de 45-plussers ({{ werkloosheid['45 tot 75 jaar'] }}).", "ruim zes keer"),
    ("2024-W45", "In week 45 waren er {{ opnames }} opnames, ruim 24 procent meer dan in week 44.", "24 procent"),
    # Of two numbers in each other's place each is a figure of the sentence.
    ("2024-Q3", "Van de jongeren was 2,2% werkloos en van de 45-plussers 8,9%.", "2,2"),
    # The figure of the part beside it, copied.
    ("2023", "Op het vmbo slaagde {{ slagen['vmbo'] }} en op het vwo 94,1%.", "94,1%"),
    ("2023", "Op het vmbo slaagde 94,1% en op de havo 94,1%.", "94,1%"),
    ("2023", "Op de havo slaagde 90,2% en op het vwo {{ slagen['vwo'] }}.", "90,2%"),
    # A change says between which figures it is.
    ("2023", "Het aantal verkochte woningen daalde van {{ verkochte_woningen['2022'] }} naar {{ verkochte_woningen }}, "
     "23 procent minder; in 2020 waren het er {{ verkochte_woningen['2020'] }}.", "23 procent"),
    ("2024-W45", "Bijna 400 mensen werden opgenomen ({{ opnames }}).", "400"),
]  # fmt: skip


@pytest.mark.parametrize(("period", "sentence"), RIGHT)
def test_a_number_that_is_right_by_another_reading_is_left_alone(period: str, sentence: str) -> None:
    said = said_of_all(read(FOLDER / "vijf-domeinen.yaml"), [sentence], period).get(sentence, [])
    assert not [each for each in said if "klopt niet" in each]


@pytest.mark.parametrize(("period", "sentence", "words"), WRONG)
def test_a_number_that_is_right_by_none_is_told(period: str, sentence: str, words: str) -> None:
    said = said_of_all(read(FOLDER / "vijf-domeinen.yaml"), [sentence], period).get(sentence, [])
    assert any(words in each for each in said)
