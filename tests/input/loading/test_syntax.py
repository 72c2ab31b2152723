"""What YAML itself refuses is told in Dutch, at the place where it went wrong."""

from __future__ import annotations

import pytest

from rapportage.diagnostics import Findings
from rapportage.input.loading import load_bytes


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("titel: foto's: mooi\n", (1, 14), "dubbelepunt met een spatie"),
        ("a: 1\n   b: 2\n", (2, 5), "dubbelepunt met een spatie"),
        ("a: 's avonds\nb: 1\n", (1, 4), "nergens gesloten"),
        ('a: "x\n---\nb: 1\n', (1, 4), "nergens gesloten"),
        ("a: 'x' y\n", (1, 8), "past hier niet"),
        ("a:\n  b: 1\n c: 2\n", (3, 2), "begint na 1 spatie, en regel 2 na 2 spaties"),
        ("- a: 1\n-b: 1\n", (2, 1), "na het streepje ontbreekt een spatie"),
        ("a: 1\nb 2\nc: 3\n", (2, 1), "ontbreekt een dubbelepunt"),
        ("- a\nb: 1\n", (2, 1), "streepje van de lijst verwacht"),
        ("a: - b\n", (1, 4), "streepje"),
        ("a: `x`\n", (1, 4), "met dit teken beginnen"),
        ("a: *\n", (1, 4), "naam van een anker"),
        ("a: {b: 1\n", (1, 4), "{ … }"),
        ("a: [1 2\nb: 3\n", (2, 2), "[ … ]"),
        ("a: ]\n", (1, 4), "ontbreekt een waarde"),
        ("a: |x\n  b\n", (1, 5), "op de volgende regel"),
        ("a: 1\n...\nb: 2\n", (3, 1), "al afgelopen"),
        ("a: {{ x }} y\n", (1, 4), "aanhalingstekens"),
        ("b:\n  x: 1\n  totaal:341\nc: 2\n", (3, 3), "na 'totaal:' ontbreekt een spatie"),
        ("titel:Aanvragen\neenheid: aanvragen\n", (1, 1), "na 'titel:' ontbreekt een spatie"),
        ("%YAML 9.9\n---\na: 1\n", (1, 1), "niet te lezen"),
    ],
)
def test_a_problem_and_its_place(text: str, place: tuple[int, int], words: str) -> None:
    findings = Findings()
    root = load_bytes(text.encode(), "proef.yaml", findings)
    assert root is None or not root.is_whole
    (item,) = findings
    assert item.span is not None
    assert (item.code, item.span.line, item.span.column) == ("L201", *place)
    assert words in item.message
    assert item.hint is not None


@pytest.mark.parametrize(
    "text", ["a: [#154273, '#e17000']\n", "a: {b: #154273}\n", "a: ['#e17000',\n  #154273]\nb: 1\n"]
)
def test_a_colour_without_quotes(text: str) -> None:
    findings = Findings()
    assert load_bytes(text.encode(), "proef.yaml", findings) is None
    (item,) = findings
    assert item.hint == "na # begint een opmerking; zet de kleur tussen aanhalingstekens: '#154273'"
