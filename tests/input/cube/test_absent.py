"""Missing period files are told once, with how much rests on them, and not by everything that follows from them."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings, Severity
from rapportage.pipeline import BuildRequest, build

FILE = """\
periode: {code}
uitgave: {{datum: {date}, status: definitief}}
bronnen: {{b: {{titel: Cijfers, uitgever: IND, datum: {date}}}}}
cijfers:
  {name}: {{titel: Titel van {name}, eenheid: zaken, bron: b, totaal: 100, naar: {{land: {{A: 60, B: 40}}}}}}
"""
TEXT = (
    "  - tekst: In dit halfjaar waren het er {{ zaken }}, en daarvoor {{ zaken.vorige }}.\n"
    "  - tekst: Het aantal is {{ zaken | verandering(zaken.vorige) }}.\n"
    "  - tekst: 'Het hoogste was {{ zaken | maanden | hoogste }}; uit A {{ zaken.laatste_maand[\"A\"] }}.'\n"
    "  - kerncijfers: [{kop: Zaken, waarde: '{{ zaken }}'}]\n"
    "  - grafiek: {titel: G, soort: staaf, vanaf: 2020-07, reeksen: [{naam: Zaken, cijfers: zaken}]}\n"
    "  - bronvermelding\n"
)


def built(folder: Path, layout: str, months: list[str], *, draft: bool = False, edition: str = "2020-H2") -> Findings:
    for name in ("data", "layouts"):
        (folder / name).mkdir()
    for code in (*months, edition):
        name = "zaken" if code in months else "andere"
        text = FILE.format(code=code, date="2021-02-01", name=name)
        (folder / "data" / f"{code}.yaml").write_text(text, encoding="utf-8")
    (folder / "layouts" / "p.yaml").write_text(f"titel: P\nblokken:\n{layout}", encoding="utf-8")
    findings = Findings()
    build(BuildRequest("p", edition, folder, draft=draft), findings)
    return findings


FIRST_HALF = [f"2020-{month:02}" for month in range(1, 7)]
ALL = [f"2020-{month:02}" for month in range(1, 13)]


def errors(findings: Findings) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in findings if each.severity is Severity.ERROR]


def test_nothing_is_missing(tmp_path: Path) -> None:
    assert errors(built(tmp_path, TEXT, ALL)) == []


def test_the_files_of_the_edition(tmp_path: Path) -> None:
    findings = built(tmp_path, TEXT, FIRST_HALF)
    ((code, message),) = errors(findings)
    assert code == "C217"
    assert message.startswith("ontbreekt: data/2020-07.yaml tot en met data/2020-12.yaml (6 bestanden); ")
    assert "op 6 plaatsen" in message
    assert [each.code for each in findings if each.code == "T412"] == []
    (hint,) = (each.hint for each in findings if each.code == "C217")
    assert hint is not None
    assert "rapportage new 2020-07" in hint


def test_a_gap_between_files(tmp_path: Path) -> None:
    months = [each for each in ALL if each not in ("2020-08", "2020-11", "2020-12")]
    ((_, message),) = errors(built(tmp_path, TEXT, months))
    assert message.startswith("ontbreekt: data/2020-08.yaml, data/2020-11.yaml en data/2020-12.yaml; ")


def test_earlier_files_are_told_apart(tmp_path: Path) -> None:
    months = [each for each in ALL if each not in ("2020-02", "2020-09")]
    found = errors(built(tmp_path, TEXT, months))
    assert [message.split(";")[0].split(" ")[1] for _, message in found] == [
        "data/2020-09.yaml",
        "data/2020-02.yaml",
    ]


def test_one_place_tells_it_itself(tmp_path: Path) -> None:
    text = "  - tekst: Het waren er {{ zaken }}{% if bekend(zaken.vorige) %}, ook dit halfjaar{% endif %}.\n"
    findings = built(tmp_path, text, FIRST_HALF)
    ((code, _),) = errors(findings)
    (hint,) = (each.hint or "" for each in findings)
    assert code == "T305"
    assert hint.startswith("maak data/2020-07.yaml tot en met data/2020-12.yaml (6 bestanden) (rapportage new 2020-07)")


def test_in_a_draft_it_is_a_warning(tmp_path: Path) -> None:
    findings = built(tmp_path, TEXT, FIRST_HALF, draft=True)
    assert errors(findings) == []
    assert [each.code for each in findings if each.code in ("C217", "T305", "T408")] == ["C217"]


@pytest.mark.parametrize("file", ["zaken: definitief", "concept"])
def test_a_file_that_is_there_is_not_missing(tmp_path: Path, file: str) -> None:
    """It has no such series, or is not finished: then what is unknown is told at its place."""
    months = [each for each in ALL if each != "2020-09"]
    (tmp_path / "data").mkdir()
    text = FILE.format(code="2020-09", date="2021-02-01", name="derde")
    text = text if file != "concept" else text.replace("status: definitief", "status: concept")
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "2020-09.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "data").rmdir()
    folder = tmp_path / "p"
    folder.mkdir()
    findings = Findings()
    built(folder, TEXT, months)
    (tmp_path / "x" / "2020-09.yaml").rename(folder / "data" / "2020-09.yaml")
    build(BuildRequest("p", "2020-H2", folder), findings)
    codes = {code for code, _ in errors(findings)}
    assert "T305" in codes
    assert "C217" not in codes
