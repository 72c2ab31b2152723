"""What is said stays short however much is wrong, and nothing that matters is hidden behind it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from rapportage.diagnostics import Findings, SourceFile, Span
from rapportage.diagnostics.render import MOST_IN_JSON, OF_KIND, OF_KIND_SHORT, as_json, long, short, summary
from rapportage.diagnostics.selection import IN_ALL

FILES = [SourceFile(f"data/{name}.yaml", "regel\n" * 12_000) for name in "abc"]


def many(count: int, *, files: int = 1, codes: tuple[str, ...] = ("T501",)) -> Findings:
    findings = Findings()
    for line in range(1, count + 1):
        for file in FILES[:files]:
            for code in codes:
                findings.warning(code, f"getal {line}", Span(file, line, 1))
    return findings


@pytest.mark.parametrize(("form", "most"), [(long, OF_KIND), (short, OF_KIND_SHORT)])
def test_of_a_code_the_first_of_each_file_are_shown_and_the_rest_is_counted(
    form: Callable[[Findings], str], most: int
) -> None:
    said = form(many(9_055, files=2))
    for file in FILES[:2]:
        assert said.count(f"{file.path}:") == most // 2
    assert said.count(f"waarschuwing[T501] … en nog 18.{110 - most:03}, alle met --messages json") == 1
    assert f"getal {most // 2}\n" in said + "\n"
    assert f"getal {most // 2 + 1}" not in said
    assert summary(many(9_055, files=2)) == "18110 waarschuwingen"


def test_a_code_of_one_file_takes_no_place_of_another() -> None:
    findings = many(50)
    findings.warning("T501", "dat andere", Span(FILES[2], 7, 1))
    assert "dat andere" in long(findings)


def test_what_is_said_does_not_grow_with_what_is_found() -> None:
    assert len(long(many(10_000))) < len(long(many(100))) + 10


def test_as_many_as_are_shown_are_all_shown() -> None:
    assert "nog" not in long(many(OF_KIND))
    assert "en nog 1, alle met" in long(many(OF_KIND + 1))


def test_a_fault_is_never_hidden_behind_warnings() -> None:
    codes = [f"T{number}" for number in range(501, 511)]
    findings = many(OF_KIND_SHORT, files=3, codes=tuple(codes))
    assert len(findings) > IN_ALL
    findings.error("C103", "de fout", Span(FILES[2], 11_999, 1))
    said = short(findings)
    assert "fout[C103] de fout" in said
    assert len(said.splitlines()) <= IN_ALL + len(codes) + 1
    assert sum("waarschuwing" in line and "… en nog" not in line for line in said.splitlines()) == IN_ALL - 1


def test_a_message_is_never_endless() -> None:
    findings = Findings()
    findings.error("C103", "m" * 100_000, hint="t" * 100_000)
    assert len(long(findings)) < 2_000


def test_json_has_all_up_to_a_large_number_and_says_what_it_leaves_out() -> None:
    findings = many(MOST_IN_JSON + 5)
    findings.error("C103", "de fout", Span(FILES[0], 11_999, 1))
    report = json.loads(as_json(findings))
    assert len(report["meldingen"]) == MOST_IN_JSON
    assert report["weggelaten"] == 6
    assert [each["code"] for each in report["meldingen"]].count("C103") == 1
    assert report["waarschuwingen"] == MOST_IN_JSON + 5
    assert json.loads(as_json(many(3)))["weggelaten"] == 0
