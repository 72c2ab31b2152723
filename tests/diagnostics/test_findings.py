"""Findings collect; the catalogue keeps their codes honest."""

from __future__ import annotations

import re

import pytest

from rapportage.diagnostics import CODES, Findings, Severity, SourceFile, Span

PLACE = Span(SourceFile("a.yaml", "a: 1\nb: 2\n"), 2, 1)


def test_a_code_that_is_not_in_the_catalogue_is_our_bug() -> None:
    with pytest.raises(KeyError, match="X999"):
        Findings().error("X999", "iets")


def test_the_same_finding_counts_once() -> None:
    findings = Findings()
    findings.error("L301", "dubbel", PLACE)
    findings.error("L301", "dubbel", PLACE)
    assert len(findings) == 1


def test_strict_makes_errors_of_warnings() -> None:
    findings = Findings()
    findings.warning("L301", "dubbel", PLACE, hint="tip")
    assert not findings.has_errors
    assert [(item.severity, item.hint) for item in findings.strict()] == [(Severity.ERROR, "tip")]


def test_the_catalogue_is_sorted_within_its_sections() -> None:
    assert all(re.fullmatch(r"[LSCITDGHMPU][1-9][0-9]{2}", code) for code in CODES)
    for section in "LSCITDGHMPU":
        codes = [code for code in CODES if code.startswith(section)]
        assert codes == sorted(codes)


@pytest.mark.parametrize(
    ("offset", "length", "expected"),
    [(0, 1, (1, 1, 1)), (3, 9, (1, 4, 1)), (4, 1, (1, 5, 1)), (5, 4, (2, 1, 4)), (10, 1, (3, 1, 1))],
)
def test_a_place_stays_on_its_line(offset: int, length: int, expected: tuple[int, int, int]) -> None:
    span = PLACE.file.place(offset, length)
    assert (span.line, span.column, span.length) == expected
