"""The form of text and names: what looks the same is the same, and every place still leads to the file."""

from __future__ import annotations

import sys
from unicodedata import category, decomposition, normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportage.diagnostics import Findings
from rapportage.document import normal
from rapportage.input.loading import load_bytes
from rapportage.input.loading.nodes import Mapping, Scalar

CHARACTERS = st.sampled_from(
    "aeéçÅ C’'-  \u00a0\u2009\u3000\t\u00ad\u200b\u200d\u034f\u0301\u0308\u0327각각한\u2126{})"
)
WRITTEN = st.text(CHARACTERS, max_size=12) | st.text(max_size=12)


def read(text: str) -> tuple[Mapping, Findings]:
    findings = Findings()
    root = load_bytes(text.encode(), "proef.yaml", findings)
    assert root is not None
    return root, findings


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Syrië", "Syrië"),
        ("Syrie\u0308", "Syrië"),
        ("Verenigd\u00a0Koninkrijk", "Verenigd Koninkrijk"),
        ("Verenigd \u2009\n Koninkrijk", "Verenigd Koninkrijk"),
        ("  Turkije\u200b\ufe0f ", "Turkije"),
        ("verblijfs\u00advergunning", "verblijfsvergunning"),
        ("e\u200d\u0308", "ë"),
        ("\u00ad \u200b", ""),
        ("C’est", "C’est"),
        ("\u212b", "Å"),
    ],
)
def test_a_name_is_what_is_seen(written: str, name: str) -> None:
    assert normal.name(written) == name


@given(WRITTEN)
def test_forms_are_final_and_do_not_depend_on_composition(written: str) -> None:
    for form in (normal.text, normal.name):
        assert form(form(written)) == form(written)
        assert form(normalize("NFD", written)) == form(normalize("NFC", written)) == form(written)
    assert normal.name(normal.text(written)) == normal.name(written)


@given(WRITTEN)
def test_every_character_of_a_text_or_name_has_its_place(written: str) -> None:
    for form in (normal.text, normal.name):
        shown, end = form(written), 0
        for at, char in enumerate(shown):
            start, stop = normal.stretch(written, shown, at, 1)
            assert 0 <= start < stop <= len(written)
            assert start >= end or (start, stop) == normal.stretch(written, shown, at - 1, 1)
            assert char in form(written[start:stop]) or (char == " " and written[start].isspace())
            end = stop
        assert normal.stretch(written, shown, 0, len(shown))[1] <= len(written) or not shown


def test_only_marks_and_hangul_become_one_with_what_stands_before() -> None:
    """On this the division into clusters rests."""
    for code in range(sys.maxunicode + 1):
        parts = decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<") and normalize("NFC", chr(code)) == chr(code):
            assert category(chr(int(parts[1], 16))).startswith("M"), hex(code)


@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_what_follows_a_composed_character_keeps_its_place_in_the_file(quote: str) -> None:
    root, _ = read(f"a: {quote}Syrie\u0308 en Irak{quote}\n")
    value = root.get("a")
    assert isinstance(value, Scalar)
    assert value.text == "Syrië en Irak"
    span = value.span_at(value.text.index("Irak"), 4)
    assert span.file.line(1)[span.column - 1 :][:4] == "Irak"
    accent = value.span_at(4)
    assert (accent.column, accent.length) == (8 + len(quote), 2)


@pytest.mark.parametrize("header", ["|", ">-"])
def test_the_same_in_a_block(header: str) -> None:
    root, _ = read(f"a: {header}\n  Syrie\u0308 en\n  coo\u0308rdinatie in Irak\n")
    value = root.get("a")
    assert isinstance(value, Scalar)
    span = value.span_at(value.text.index("Irak"), 4)
    assert (span.line, span.file.line(3)[span.column - 1 :][:4]) == (3, "Irak")


@settings(max_examples=50)
@given(st.text(CHARACTERS.filter(lambda char: char not in "{}\t\u3000"), max_size=8))
def test_places_of_a_quoted_value_lead_to_its_word(before: str) -> None:
    root, _ = read(f"a: 'x{before.replace(chr(39), '')}x woord'\n")
    value = root.get("a")
    assert isinstance(value, Scalar)
    for each in (value, value.named()):
        span = each.span_at(each.text.index("woord"), 5)
        assert span.file.line(1)[span.column - 1 :][: span.length] == "woord"


@pytest.mark.parametrize("second", ["Syrie\u0308", "Syri\u00ad\u00eb", '" Syrië"', "Syrië\u00a0"])
def test_keys_that_look_the_same_are_a_double_key(second: str) -> None:
    _, findings = read(f"Syrië: 1\n{second}: 2\n")
    (found,) = findings
    assert (found.code, str(found.span)) == ("L301", "proef.yaml:2:1")
    assert found.hint is not None
    assert "regel 1, met andere tekens" in found.hint


@pytest.mark.parametrize("key", ['""', "'  '", '"\\u200b"', "\u00ad\u00a0"])
def test_a_key_without_a_name_is_a_fault(key: str) -> None:
    _, findings = read(f"a: 1\n{key}: 2\n")
    assert [(found.code, found.span and found.span.line) for found in findings] == [("L302", 2)]
