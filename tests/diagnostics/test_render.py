"""The three forms of the same findings."""

from __future__ import annotations

import json

import pytest

from rapportage.diagnostics import Findings, SourceFile, Span
from rapportage.diagnostics.render import as_json, long, short, summary

DATA = SourceFile("data/2020-05.yaml", "\n" * 13 + "  totaal: 7.350\n")


def found() -> Findings:
    findings = Findings()
    findings.error("U101", "geen plaats bekend")
    findings.warning("L301", "sleutel staat er al", Span(SourceFile("layouts/a.yaml", "a: 1\na: 2"), 2, 1))
    findings.error("L201", "7.350 is hier 7,35", Span(DATA, 14, 11, 5), hint="bedoelt u 7350?")
    return findings


def test_long_quotes_the_line_and_sorts_by_place() -> None:
    assert long(found()) == (
        "data/2020-05.yaml:14:11: fout[L201] 7.350 is hier 7,35\n"
        "   14 |   totaal: 7.350\n"
        "      |           ^^^^^\n"
        "   tip: bedoelt u 7350?\n"
        "\n"
        "layouts/a.yaml:2:1: waarschuwing[L301] sleutel staat er al\n"
        "    2 | a: 2\n"
        "      | ^\n"
        "\n"
        "fout[U101] geen plaats bekend\n"
        "\n"
        "2 fouten, 1 waarschuwing"
    )


def test_short_gives_one_line_each() -> None:
    assert short(found()).splitlines() == [
        "data/2020-05.yaml:14:11: fout[L201] 7.350 is hier 7,35 (bedoelt u 7350?)",
        "layouts/a.yaml:2:1: waarschuwing[L301] sleutel staat er al",
        "fout[U101] geen plaats bekend",
    ]


def test_json_says_it_all() -> None:
    report = json.loads(as_json(found()))
    assert (report["versie"], report["fouten"], report["waarschuwingen"]) == (1, 2, 1)
    assert report["meldingen"][0] == {
        "pad": "data/2020-05.yaml",
        "regel": 14,
        "kolom": 11,
        "lengte": 5,
        "ernst": "fout",
        "code": "L201",
        "titel": "fout in de YAML",
        "melding": "7.350 is hier 7,35",
        "tip": "bedoelt u 7350?",
        "ook": [],
        "rustend": 0,
    }
    assert report["meldingen"][2]["pad"] is None


@pytest.mark.parametrize(
    ("line", "column", "length", "quoted", "carets"),
    [
        ("\ttotaal: x", 10, 1, "    totaal: x", "            ^"),
        ("日本: x", 5, 1, "日本: x", "      ^"),
        ("日本: x", 1, 2, "日本: x", "^^^^"),
        ("e\u0301e: x", 6, 1, "e\u0301e: x", "    ^"),
        ("a:", 3, 1, "a:", "  ^"),
    ],
    ids=["tab", "wide before", "wide under", "combining", "past the end"],
)
def test_carets_stand_under_the_fault(line: str, column: int, length: int, quoted: str, carets: str) -> None:
    findings = Findings()
    findings.error("L201", "fout", Span(SourceFile("a.yaml", line), 1, column, length))
    assert long(findings).splitlines()[1:3] == [f"    1 | {quoted}", f"      | {carets}"]


def test_of_a_long_line_the_part_around_the_fault_is_shown() -> None:
    findings = Findings()
    findings.error("L201", "fout", Span(SourceFile("a.yaml", "x" * 500 + "HIER" + "x" * 500), 1, 501, 4))
    _, quoted, carets, *_ = long(findings).splitlines()
    assert quoted[carets.index("^") :].startswith("HIER")
    assert carets.endswith(" ^^^^")
    assert len(quoted) < 130
    assert quoted.count("…") == 2


def test_a_fault_of_a_whole_file_quotes_nothing() -> None:
    findings = Findings()
    findings.error("L101", "bestand bestaat niet", Span(SourceFile("weg.yaml", ""), 1, 1))
    assert long(findings) == "weg.yaml:1:1: fout[L101] bestand bestaat niet\n\n1 fout"


def test_colour_only_when_asked() -> None:
    assert "\x1b[1;31mfout[L201]\x1b[0m" in long(found(), colour=True)
    assert "\x1b" not in long(found())


def test_nothing_found() -> None:
    assert summary(Findings()) == long(Findings()) == "geen fouten"
    assert short(Findings()) == ""
