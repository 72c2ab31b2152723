"""Commas in a figure and missing spaces within { … }, which YAML reads as something else."""

from __future__ import annotations

import pytest

from rapportage.diagnostics import Findings
from rapportage.input.loading import load_bytes

COMMA = "heeft een komma, en tussen { } begint na een komma iets nieuws"
SPACE = "zet een spatie na de dubbelepunt"


def found(text: str) -> list[tuple[int, str, str, str | None]]:
    findings = Findings()
    assert load_bytes(text.encode(), "proef.yaml", findings) is not None
    return [(item.span.column if item.span else 0, item.code, item.message, item.hint) for item in findings]


@pytest.mark.parametrize(
    ("text", "column", "written", "tip"),
    [
        ("a: {Syrië: 106, Turkije: 1,019, Jemen: 5}", 26, "1,019", "bedoelt u 1019? Schrijf duizendtallen"),
        ("a: {totaal: 7,350}", 13, "7,350", "bedoelt u 7350? Schrijf duizendtallen aan elkaar, en decimalen"),
        ("a: {totaal: 1,234,567 }", 13, "1,234,567", "bedoelt u 1234567?"),
        ("a: {totaal: 7, 350}", 13, "7, 350", "bedoelt u 7350?"),
        ("a: {totaal: 12,5}", 13, "12,5", "bedoelt u 12.5? Schrijf decimalen met een punt."),
    ],
)
def test_a_comma_in_a_figure(text: str, column: int, written: str, tip: str) -> None:
    ((place, code, message, hint),) = found(text)
    assert (place, code, message) == (column, "C104", f"'{written}' {COMMA}")
    assert (hint or "").startswith(tip)


@pytest.mark.parametrize(
    ("text", "column", "key"),
    [
        ("a: {Syrië: 106, Turkije:19}", 17, "Turkije"),
        ("a: {Turkije:19, Syrië: 106}", 5, "Turkije"),
        ("a: {b: 26, Turkije:1,019, c: 1}", 12, "Turkije"),
        ("a: {Nigeria:<5}", 5, "Nigeria"),
    ],
)
def test_a_missing_space_within_braces(text: str, column: int, key: str) -> None:
    assert found(text) == [(column, "L201", f"na '{key}:' ontbreekt een spatie", SPACE)]


@pytest.mark.parametrize(
    "text",
    [
        "a: {Syrië: , Turkije: 19}",
        "a: {2018-01: 1560, 2019: 1200}",
        "a: {b: 1, 019: 2}",
        "a: {b: 1, '019': }",
        "a: {b: 1, c}",
        "a: {b: 2019, 2020}",
        'a: {b: "1,019", c: 2}',
        "a: {url: https://ind.nl, b: 1}",
        "a: [1,019]",
    ],
)
def test_what_is_something_else(text: str) -> None:
    assert found(text) == []
