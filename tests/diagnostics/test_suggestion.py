"""The name that is meant is found among many names without comparing all of them."""

from __future__ import annotations

import difflib

import pytest

from rapportage.diagnostics.suggestion import SIDE, nearest, suggest

MANY = tuple(f"{place}_{kind}" for place in (f"plaats{number}" for number in range(500)) for kind in ("in", "uit"))
LAND = (*MANY, "eerste_aanvragen", "herhaalde_aanvragen", "nareizigers")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("erste_aanvragen", "eerste_aanvragen"),
        ("xeerste_aanvragen", "eerste_aanvragen"),
        ("eerste_aanvraegn", "eerste_aanvragen"),
        ("herhaaldeaanvragen", "herhaalde_aanvragen"),
        ("Nareizigers", "nareizigers"),
        ("mareizigers", "nareizigers"),
    ],
)
def test_a_slip_anywhere_in_a_word_is_found_among_many_names(word: str, meant: str) -> None:
    assert nearest(word, LAND) == meant
    assert suggest(word, LAND) == f"bedoelt u '{meant}'?"


def test_of_many_names_only_a_few_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []
    real = difflib.get_close_matches

    def counted(word: str, possibilities: list[str], n: int) -> list[str]:
        compared.append(len(possibilities))
        return real(word, possibilities, n=n)

    monkeypatch.setattr(difflib, "get_close_matches", counted)
    for number in range(100):
        nearest(f"plats{number}_in", LAND)
    assert len(compared) == 100
    assert max(compared) <= 4 * SIDE
