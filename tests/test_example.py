"""VOORBEELD and CONCEPT: wherever a report goes, it says what it is."""

from __future__ import annotations

import json
from pathlib import Path

import odfdo
import pikepdf
import pytest

from rapportage.cli.reproduce import manifest_of
from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, BuildResult, build, build_chart, typeset
from rapportage.proof.comparing import compare, marked
from rapportage.proof.inspection import inspect, read_besides, read_said, structural_faults
from rapportage.proof.manifest import read_manifest
from rapportage.proof.tracing import besides_faults, trace_report
from tests.cli.test_commands import run
from tests.faults import project

LAYOUT = """\
titel: Proef
ondertitel: "{{ periode | naam }}"
{keys}
blokken:
  - kop: Vraag
  - tekst: Er waren {{ aanvragen }}.
  - tabel:
      id: landen
      titel: Landen
      rijkop: Land
      rijen: "{{ aanvragen | bekende }}"
      kolommen: [{kop: aantal, waarde: "{{ rij }}"}]
  - grafiek:
      id: staven
      titel: Landen
      soort: liggende staaf
      tabel: landen
      cijfers: "{{ aanvragen | bekende }}"
  - pagina-einde
  - kop: Slot
  - tekst: Einde.
"""
COVER = "omslag: {afzender: Wij}"
DRAFT_NOTICE = "Concept: nog niet vastgesteld."
EXAMPLE_NOTICE = "Voorbeeld: dit is geen echte publicatie, maar laat zien hoe zo’n rapport eruitziet."
STATES = {
    "gewoon": (False, False),
    "concept": (True, False),
    "voorbeeld": (False, True),
    "concept en voorbeeld": (True, True),
}
EACH_STATE = pytest.mark.parametrize("state", STATES)
EACH_OPENING = pytest.mark.parametrize("cover", ["", COVER], ids=["zonder omslag", "met omslag"])


def marks(state: str) -> list[str]:
    return [word for word, holds in zip(("CONCEPT", "VOORBEELD"), STATES[state], strict=True) if holds]


def request(folder: Path, state: str, cover: str = "") -> BuildRequest:
    draft, example = STATES[state]
    keys = [cover, f"voorbeeld: {'ja' if example else 'nee'}"]
    layout = LAYOUT.replace("{keys}", "\n".join(key for key in keys if key))
    return BuildRequest("proef", "2020-05", project(folder, layout=layout), draft=draft, attachments=True)


def built(folder: Path, state: str, cover: str = "") -> BuildResult:
    findings = Findings()
    result = build(request(folder, state, cover), findings)
    assert result is not None, [item.message for item in findings]
    assert len(findings) == 0
    return result


def pdf_of(result: BuildResult, folder: Path) -> Path:
    path = folder / "uit.pdf"
    path.write_bytes(result.pdf)
    return path


@EACH_OPENING
@EACH_STATE
def test_the_title_and_the_first_line_that_is_heard(state: str, cover: str, tmp_path: Path) -> None:
    result = built(tmp_path, state, cover)
    assert structural_faults(result.pdf) == []
    title = " – ".join([*marks(state), "Proef, mei 2020"])
    with pikepdf.open(pdf_of(result, tmp_path)) as pdf:
        assert str(pdf.docinfo["/Title"]) == title
        with pdf.open_metadata() as xmp:
            assert xmp["dc:title"] == title
    report = trace_report(result.document, result.drawings, read_said(result.pdf), "2020-05", result.logo)
    assert [fault.message for fault in report.faults] == []
    heard = [told.text for told in report.passages]
    draft, example = STATES[state]
    notice = " ".join(text for text, holds in ((DRAFT_NOTICE, draft), (EXAMPLE_NOTICE, example)) if holds)
    assert heard[0] == "Proef"
    assert (heard[1] == notice) is bool(notice)
    assert any("Concept:" in text or "Voorbeeld:" in text for text in heard[2:]) is False
    told = inspect(pdf_of(result, tmp_path))
    assert all(word in told.splitlines()[0] + told.splitlines()[1] for word in marks(state))


FOOTERS = {
    "gewoon": "",
    "concept": "CONCEPT – niet voor publicatie",
    "voorbeeld": "VOORBEELD – geen echte publicatie",
    "concept en voorbeeld": "CONCEPT – VOORBEELD – niet voor publicatie",
}


@EACH_OPENING
@EACH_STATE
def test_every_page_says_it(state: str, cover: str, tmp_path: Path) -> None:
    """In its footer, except on a cover, and letter by letter in the margin."""
    aside = read_said(built(tmp_path, state, cover).pdf).aside
    assert len(aside) == (3 if cover else 2)
    for number, page in enumerate(aside):
        assert "".join(text for text in page if len(text) == 1) == "".join(marks(state))
        if not (cover and number == 0):
            assert [text for text in page if "publicatie" in text] == ([FOOTERS[state]] if FOOTERS[state] else [])


@EACH_STATE
def test_what_goes_with_the_report_says_it(state: str, tmp_path: Path) -> None:
    result = built(tmp_path, state)
    said = marks(state)
    with pikepdf.open(pdf_of(result, tmp_path)) as pdf:
        names = sorted(pdf.attachments)
        described = [str(each.obj["/Desc"]) for name, each in pdf.attachments.items() if name.endswith(".csv")]
        description = json.loads(pdf.attachments["csvw.json"].get_file().read_bytes())
    assert names == sorted(["csvw.json", "-".join([*(word.lower() for word in said), "tabel-1-landen.csv"])])
    assert described == [" – ".join([*said, "Cijfers van tabel 1: Landen (csv)"])]
    assert description["dc:title"] == result.document.marked_title
    assert description["tables"][0]["url"] in names
    notes = [note["dc:description"] for note in description["notes"]]
    assert [note for note in notes if note.startswith(("Concept", "Voorbeeld"))] == notices(result)
    assert result.workbook is not None
    (tmp_path / "uit.ods").write_bytes(result.workbook)
    book = odfdo.Document(tmp_path / "uit.ods")
    assert book.meta.title == result.document.marked_title
    contents, sheet = book.body.tables
    first = [str(contents.get_value((0, row))) for row in range(2)]
    assert first[0] == result.document.marked_title
    assert first[1:] == (notices(result) or [str(contents.get_value((0, 1)))])
    assert sheet.get_value((0, 0)) == " – ".join([*said, "Tabel 1 Landen"])


def notices(result: BuildResult) -> list[str]:
    return [result.document.notice] if result.document.notice else []


@EACH_STATE
def test_the_manifest_says_it(state: str, tmp_path: Path) -> None:
    result = built(tmp_path, state)
    path = tmp_path / "proef.manifest.json"
    path.write_bytes(manifest_of(request(tmp_path, state), result, {}, Findings()))
    text = json.loads(path.read_bytes())
    assert (text["opties"]["concept"], text["voorbeeld"]) == STATES[state]


def test_a_manifest_of_before_the_key_is_read(tmp_path: Path) -> None:
    path, findings = tmp_path / "proef.manifest.json", Findings()
    result = built(tmp_path, "gewoon")
    made = manifest_of(request(tmp_path, "gewoon"), result, {"a.pdf": b""}, findings)
    text = json.loads(made)
    del text["voorbeeld"]
    path.write_text(json.dumps(text), encoding="utf-8")
    read = read_manifest(path, findings)
    assert read is not None
    assert read.example is False


@pytest.mark.parametrize("state", ["gewoon", "voorbeeld"])
def test_a_chart_by_itself_says_it(state: str, tmp_path: Path) -> None:
    findings = Findings()
    made = build_chart(request(tmp_path, state), "staven", findings)
    assert made is not None
    is_example = STATES[state][1]
    assert ("VOORBEELD – Landen" in made.svg) is is_example
    assert ('"VOORBEELD – Landen"' in inspect(pdf_of_bytes(made.pdf, tmp_path))) is is_example
    assert structural_faults(made.pdf) == []


def pdf_of_bytes(data: bytes, folder: Path) -> Path:
    path = folder / "grafiek.pdf"
    path.write_bytes(data)
    return path


def test_a_comparison_says_both(tmp_path: Path) -> None:
    result = built(tmp_path, "voorbeeld")
    report = trace_report(result.document, result.drawings, read_said(result.pdf), "2020-05", result.logo)
    made = typeset(
        marked(result.document, compare(report, report, "oud", "nieuw"), lambda _: ""), result.style, Findings()
    )
    assert made is not None
    assert made.document.marks == ("CONCEPT", "VOORBEELD")
    notice = f"Concept: een vergelijking van twee rapporten, niet voor publicatie. {EXAMPLE_NOTICE}"
    assert made.document.notice == notice
    assert notice in inspect(pdf_of(made, tmp_path))


def test_who_takes_the_mark_off_is_found(tmp_path: Path) -> None:
    """A PDF whose title no longer says VOORBEELD is not the one that was meant."""
    result = built(tmp_path, "voorbeeld")
    with pikepdf.open(pdf_of(result, tmp_path)) as pdf:
        pdf.docinfo["/Title"] = "Proef, mei 2020"
        pdf.save(tmp_path / "anders.pdf")
    found = read_besides((tmp_path / "anders.pdf").read_bytes())
    own = read_besides(result.pdf)
    faults = [fault.message for fault in besides_faults(result.document, found, own)]
    assert any("VOORBEELD – Proef" in message for message in faults)


@pytest.mark.parametrize(("value", "code"), [("misschien", "S108"), ("true", "S108"), ("", "S103")])
def test_yes_or_no_is_asked(value: str, code: str, tmp_path: Path) -> None:
    findings = Findings()
    layout = LAYOUT.replace("{keys}", f"voorbeeld: {value}")
    assert build(BuildRequest("proef", "2020-05", project(tmp_path, layout=layout)), findings) is None
    assert [item.code for item in findings] == [code]


def test_build_tells_it(tmp_path: Path) -> None:
    request(tmp_path, "voorbeeld")
    done = run("build", "proef", "2020-05", "--project", tmp_path)
    assert done.returncode == 0
    assert done.stderr.rstrip().endswith(", gemerkt als voorbeeld")
    request(tmp_path, "gewoon")
    assert "voorbeeld" not in run("build", "proef", "2020-05", "--project", tmp_path).stderr
