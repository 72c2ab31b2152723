"""Which numbers in words are names from the data, however many names there are."""

from __future__ import annotations

import re

import pytest

from rapportage.proof.tracing.digits import explain
from rapportage.proof.tracing.no_figures import DATE, NAME

NAMES = (*(f"Land {number}" for number in range(2_000)), "Land 7b", "2e fase", "m²", "art. 5 (nieuw)")


@pytest.mark.parametrize("name", ["Land 7", "Land 7b", "Land 1999", "2e fase", "art. 5 (nieuw)"])
def test_a_name_is_found_among_many(name: str) -> None:
    found = [(each.shown, each.what) for each in explain(f"In {name} waren het er 12 meer.", NAMES)]
    assert found[0] == (name, NAME)
    assert found[-1] == ("12", None)


def test_a_text_is_compared_with_the_names_that_it_can_hold_only(monkeypatch: pytest.MonkeyPatch) -> None:
    escaped: list[str] = []
    real = re.escape

    def counted(name: str) -> str:
        escaped.append(name)
        return real(name)

    monkeypatch.setattr(re, "escape", counted)
    for number in range(100):
        list(explain(f"Land {number} had er meer.", NAMES))
    assert 100 <= len(escaped) <= 500


def test_a_month_that_is_a_name_is_a_part_of_a_day() -> None:
    found = [(each.shown, each.what) for each in explain("Op 1 juni 2020, en in heel juni 2020.", ("juni 2020",))]
    assert found == [("1 juni 2020", DATE), ("juni 2020", NAME)]
