"""Where a sentence begins, and which article or preposition goes before words that bring their own."""

from __future__ import annotations

import pytest

from rapportage.figures.words.sentences import begins_sentence, without_leading


@pytest.mark.parametrize(
    "said",
    ["", " ", "(", "“", "'", "Het was zo. ", "Was het zo? ", "Kijk! ", "Het was zo.\u00a0", "Het was zo. (",
     "Hij zei: “Ja.” ",
     "(Zie bijlage A.) ", "Eerst. (Dit gaat over 2020.) ", "Zo was het in 2020. ", "Het waren er 1.234. ",
     "Zie tabel 3. ", "Dat is 31%. "],
)  # fmt: skip
def test_a_sentence_begins(said: str) -> None:
    assert begins_sentence(said)


@pytest.mark.parametrize(
    "said",
    ["In ", "Let op: ", "Dit; ", "Dit, ", "Dit – ", "volgens art. ", "onder nr. ", "o.a. ", "t.o.v. ", "bijv. ", "ca. ",
     "d.w.z. ", "Zie blz. ", "In Bergen (NH.) ", "Wacht… ", "Wacht... ", "Dit (", "Het was zo.",
     "in jan. ", "(zie art. ", "(art. "],
)  # fmt: skip
def test_a_sentence_goes_on(said: str) -> None:
    assert not begins_sentence(said)


@pytest.mark.parametrize(
    ("before", "words", "left"),
    [
        ("In het ", "het eerste kwartaal van 2026", "In "),
        ("In de ", "het eerste kwartaal van 2026", "In "),
        ("Het ", "de eerste helft van 2026", ""),
        ("Van het\n", "het eerste kwartaal", "Van "),
        ("het\u00a0", "het kwartaal", ""),
        ("In ", "in mei 2026", ""),
        ("In het ", "in het eerste kwartaal van 2026", ""),
        ("Dat was op ", "op 1 maart 2026", "Dat was "),
        ("Cijfers over ", "het eerste kwartaal", "Cijfers over "),
        ("In het ", "mei 2026", "In het "),
        ("In het ", "schooljaar 2024/2025", "In het "),
        ("Heet ", "het kwartaal", "Heet "),
        ("Doet ", "de helft", "Doet "),
        ("Waarin ", "in mei", "Waarin "),
        ("het ", "gestegen van 3", "het "),
        ("", "het kwartaal", ""),
        ("het (", "het kwartaal", "het ("),
    ],
)
def test_what_words_bring_is_not_said_twice(before: str, words: str, left: str) -> None:
    assert without_leading(before, words) == left
