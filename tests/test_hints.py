"""What a hurried user types, and what the hint then says: at its place, with the user's own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.input.loading import load_bytes
from tests.faults import PERIOD, built, project


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: '{{ x['U'] }}'\nb: 1\n", ["1:4 schrijf: \"{{ x['U'] }}\""]),
        ('a: "{{ x["U"] }}"\nb: 1\n', ["1:4 schrijf: \"{{ x['U'] }}\""]),
        ("- {kop: a, waarde: '{{ x['U'] }}'}\n", ["1:20 schrijf: \"{{ x['U'] }}\""]),
        ("a: '{{ x['U'] }}'\nb: '{{ y['V'] }}'\n", ["1:4 schrijf: \"{{ x['U'] }}\"", "2:4 schrijf: \"{{ y['V'] }}\""]),
        ("a: 'foto's van'\n", ['1:4 schrijf: "foto\'s van"']),
        ("a: {b: 1, 's-Hertogenbosch: 12}\n", ['1:11 schrijf: "\'s-Hertogenbosch": …']),
        (
            "a:\n  's-Hertogenbosch: 12\n  c: 3\n  's-Gravenhage: 4\n",
            ['2:3 schrijf: "\'s-Hertogenbosch": …', '4:3 schrijf: "\'s-Gravenhage": …'],
        ),
        ("a: “x: y”\n", ['1:4 schrijf: "x: y"']),
        ("a:\n- tekst: ‘Het: is’\n", ['2:10 schrijf: "Het: is"']),
        ("a:\n  Ede: 1\n  Oss: -\n", ["3:8 schrijf bij een cijfer . als het onbekend of geheim is, of 0"]),
    ],
)
def test_a_slip_in_the_yaml(text: str, places: list[str]) -> None:
    findings = Findings()
    load_bytes(text.encode(), "x.yaml", findings)
    said = [f"{item.span.line}:{item.span.column} {item.hint}" for item in findings if item.span]
    assert len(said) == len(places)
    assert all(one.startswith(place) for one, place in zip(said, places, strict=True)), said


@pytest.mark.parametrize(
    "text", ["a: '''s-Hertogenbosch'\n", '"\'s-Hertogenbosch": 1\n', "a: “x”\n", "a: \"{{ x['U'] }}\"\n"]
)
def test_what_is_right_is_no_slip(text: str) -> None:
    findings = Findings()
    assert load_bytes(text.encode(), "x.yaml", findings) is not None
    assert [*findings] == []


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("1000,00", "bedoelt u 1000?"),
        ("1.000,00", "bedoelt u 1000?"),
        ("1000,-", "bedoelt u 1000?"),
        ("€ 12", "schrijf alleen het getal"),
        ("ca. 100", "afgerond_op"),
        (">100", "zonder >"),
        ("10-20", "Vul één cijfer in"),
        ("12k", "voluit"),
        ("nihil", "bedoelt u 0?"),
        ("–", "schrijf . als het onbekend"),
        ("onbekend", "schrijf . als het onbekend"),
        ("n.b.", "schrijf . als het onbekend"),
    ],
)
def test_a_number_as_it_is_written_elsewhere(tmp_path: Path, typed: str, hint: str) -> None:
    _, findings = built(project(tmp_path, period=PERIOD.replace("totaal: 341", f"totaal: {typed}")))
    [found] = findings
    assert found.span is not None
    assert found.span.line == 10
    assert hint in (found.hint or "")


BLOCK = "titel: Proef\nblokken:\n"


@pytest.mark.parametrize(
    ("layout", "place", "hint"),
    [
        (f"{BLOCK}  - tabel:\n    titel: T\n    rijkop: R\n", "4:5 T401", "zet het twee spaties verder dan 'tabel:'"),
        (f"{BLOCK}  - tekst: Woorden\n    stijl: klein\n", "4:5 T401", "tekst: {inhoud: …, stijl: …}"),
        (f"{BLOCK}  - kop: A\n    tekst: B\n", "4:5 T401", "begin elk blok met een streepje"),
        (f"{BLOCK}  - kop: A\n  - bronvermelding: ja graag\n", "4:21 T401", "schrijf alleen: - bronvermelding"),
        (f"koptekst: X\n{BLOCK}  - kop: A\n", "1:1 S101", "staat vanzelf boven elke pagina"),
        (f"afzender: X\n{BLOCK}  - kop: A\n", "1:1 S101", "hoort bij 'omslag'"),
        (f"nummering: true\n{BLOCK}  - kop: A\n", "1:12 S108", "schrijf ja"),
        (f"inhoudsopgave: false\n{BLOCK}  - kop: A\n", "1:16 S108", "schrijf nee"),
        (f"{BLOCK}  - tekst: 'Woorden[^bron].'\n", "3:", "zet onder 'noten:' de regel: bron: "),
        (f"huisstijl: eigen\n{BLOCK}  - kop: A\n", "1:12 H108", "maak huisstijlen/eigen.yaml"),
        (f"{BLOCK}  - tabel: {{titel: T, rijkop: R, rijen: “{{{{ aanvragen }}}}”, kolommen: []}}\n", "3:", "rechte"),
    ],
)
def test_a_slip_in_a_layout(tmp_path: Path, layout: str, place: str, hint: str) -> None:
    _, findings = built(project(tmp_path, layout=layout))
    found = next(item for item in findings if hint in (item.hint or ""))
    assert f"{found.span.line}:{found.span.column} {found.code}".startswith(place) if found.span else False


CHART = "  - grafiek: {titel: G, soort: liggende staaf, cijfers: '{{ aanvragen | top(2) }}'}\n"


@pytest.mark.parametrize(
    ("blocks", "codes"),
    [
        (f"  - kop: A\n{CHART}  - bronvermelding\n", []),
        (f"  - kop: A\n{CHART}  - kop: B\n  - bronvermelding\n", ["T412"]),
        ("  - kop: A\n  - bronvermelding\n", ["T412"]),
        ("  - kop: A\n  - tekst: Er waren {{ aanvragen }}.\n  - bronvermelding\n", []),
    ],
)
def test_a_line_with_sources_below_what_shows_its_own(tmp_path: Path, blocks: str, codes: list[str]) -> None:
    result, findings = built(project(tmp_path, layout=BLOCK + blocks))
    assert result is not None
    assert [item.code for item in findings] == codes
