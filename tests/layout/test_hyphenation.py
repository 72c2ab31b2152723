"""Our reading of the patterns against pyphen's own."""

from __future__ import annotations

import re
from pathlib import Path

from pyphen import Pyphen

from rapportage.layout.hyphenation import LEFT, RIGHT, break_points

HANDBOOK = Path(__file__).parents[2] / "docs/handleiding.md"
DIFFICULT = ("coördinatie", "reünie", "asielaanvragen", "tewerkstellingsvergunningen", "aaaaaa", "bovenaan", "eenheid")


def test_words_break_where_pyphen_breaks_them() -> None:
    words = {*DIFFICULT, *re.findall(r"\b[a-zà-öø-ÿ]{6,}\b", HANDBOOK.read_text(encoding="utf-8"))}
    pyphen = Pyphen(lang="nl_NL", left=LEFT, right=RIGHT)
    assert len(words) > 200
    for word in words:
        assert [place for place, _ in break_points(word, hyphenate=True)] == pyphen.positions(word), word
