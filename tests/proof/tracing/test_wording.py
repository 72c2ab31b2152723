"""A number is told with its sentence; of a very long one what is near, so that a ledger is no square."""

from __future__ import annotations

import pytest

from rapportage.proof.tracing.wording import sentence_around

TEXT = "Er waren er 12. Volgens art. 5 niet 7, maar 8! Nu 9."


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("12", "Er waren er 12."),
        ("5", "Volgens art. 5 niet 7, maar 8!"),
        ("8", "Volgens art. 5 niet 7, maar 8!"),
        ("9", "Nu 9."),
    ],
)
def test_a_number_is_told_with_its_sentence(number: str, expected: str) -> None:
    at = TEXT.index(number)
    assert sentence_around(TEXT, at, at + len(number)) == expected


def test_a_stretch_over_sentences_is_told_with_all_of_them() -> None:
    assert sentence_around(TEXT, TEXT.index("12"), TEXT.index("7") + 1) == TEXT[: TEXT.index(" Nu")]


@pytest.mark.parametrize("word", [" ", " zaken ", "x", "lange" * 300])
@pytest.mark.parametrize("at", [0, 1, 500, 999])
def test_of_a_very_long_sentence_what_is_near_a_number_is_told(word: str, at: int) -> None:
    numbers = [f"{number}7" for number in range(1_000)]
    text = "Kop. " + word.join(numbers)
    begin = len("Kop. ") + sum(len(number) + len(word) for number in numbers[:at])
    told = sentence_around(text, begin, begin + len(numbers[at]))
    assert numbers[at] in told
    assert len(told) <= 1_020
    assert told.startswith("… ") == (at > 0 and begin > 505)
    assert told.strip("… ") in text
