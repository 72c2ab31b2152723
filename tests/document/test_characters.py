"""What characters are to type: numbers stay whole, what is not seen is not drawn, what can't be set is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.diagnostics import Findings
from rapportage.document.characters import is_within_number, seen, unsettable, words
from rapportage.input.loading import load_bytes
from rapportage.input.loading.glyphs import check_glyphs
from rapportage.pages.charts.canvas import Canvas
from rapportage.pages.charts.style import SIZE, cut, wrapped
from rapportage.pages.fonts import source_sans

NUMBERS = ("1.234.567", "12,5%", "<5", "−3", "1 000 000", "1\u202f000", "2018-2019", "€50", "12.5*")


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_is_one_word(number: str) -> None:
    """Whatever space stands in it; and every place in it is within it."""
    (word,) = words(number)
    assert all(is_within_number(word, offset) for offset in range(1, len(word)))
    assert not is_within_number(f"x {word}", 2)
    assert not is_within_number(f"{word}.", len(word)), "the full stop after it"
    assert not is_within_number("COVID-19", 6), "a hyphen is no minus"


@given(
    st.lists(st.sampled_from([*NUMBERS, "Syrië", "aanvragen", "(", "-"]), min_size=1).map(" ".join), st.floats(5, 90)
)
def test_names_in_charts_are_never_cut_within_a_number(text: str, width: float) -> None:
    canvas = Canvas(400, 100, source_sans())
    whole = " ".join(words(text))
    for line in (cut(text, width, canvas), *wrapped(text, width, canvas)):
        kept = line.removesuffix("…").replace("\u00a0", " ")
        ends = [at + len(kept) for at in range(len(whole)) if whole.replace("\u00a0", " ").startswith(kept, at)]
        assert any(not is_within_number(whole, end) for end in ends), line
        assert canvas.text_width(line, SIZE) <= max(width, canvas.text_width("…", SIZE))


def test_what_is_not_seen_is_not_drawn_in_a_chart() -> None:
    canvas = Canvas(400, 100, source_sans())
    assert canvas.text_width("woning\u00adnood\u200d", SIZE) == canvas.text_width("woningnood", SIZE)
    canvas.text(10, 10, "woning\u00adnood\ufe0f", SIZE, "#000000")
    (run,) = canvas.drawing().items
    assert run.text == "woningnood"  # type: ignore[union-attr]  # that it is no run fails the test as well
    assert seen("a\u00ad\u200b\u2060b") == "ab"


@pytest.mark.parametrize(
    "text", ["m\u0302", "bli\u0301j\u0301ft", "שלום", "سلام", "नमस्ते", "สวัสดี", "\U0001d7d9", "x\u20e3"]
)
def test_what_needs_more_than_one_glyph_after_another_is_refused_at_its_place(text: str) -> None:
    """Also when the font has glyphs for them: those would be drawn unjoined, reversed or beside their letter."""
    findings = Findings()
    node = load_bytes(f"tekst: Een {text}.\n".encode(), "proef.yaml", findings)
    assert node is not None
    check_glyphs(node, lambda _: "", findings)
    found = list(findings)
    assert found
    assert {each.code for each in found} == {"L109"}
    assert all(each.span is not None and each.span.line == 1 and each.span.column > 7 for each in found)


@pytest.mark.parametrize(
    "text", ["Kraków Syrië coördinatie", "Ελλάδα", "Україна", "½ × 5 ≤ 7", "woning\u00adnood", "日本"]
)
def test_what_can_be_set_is_let_through(text: str) -> None:
    assert unsettable(text) == {}


def test_decomposed_text_is_composed_where_it_can_be() -> None:
    findings = Findings()
    node = load_bytes("tekst: Krako\u0301w, Syrie\u0308\n".encode(), "proef.yaml", findings)
    assert node is not None
    check_glyphs(node, source_sans().missing, findings)
    assert list(findings) == []
