"""Blocks that are repeated for each figure of a row (`per`): what they say, are called, and refuse."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Chart, Heading, Paragraph, Section, Table, plain_text, walk
from rapportage.pipeline import BuildRequest, BuildResult, build, trace
from tests.faults import lines
from tests.text.test_loops import monitor

HEAD = "titel: Proef\nnoten: {n: Een noot.}\nblokken:\n"
CHAPTERS = """\
  - kop: Inleiding
  - tekst: Zie [](#stand-amsterdam), [](#tafel-s-hertogenbosch), [](#lijn-oss) en [pagina](#stand-oss).
  - per: {gemeente: woningen}
    blokken:
      - kop: {tekst: "{{ gemeente.naam }}", id: stand}
      - tekst: "In {{ gemeente.naam }}[^n] {{ gemeente }} woningen, zie [](#tafel) en [](#lijn)."
      - tabel:
          id: tafel
          titel: Woningen in {{ gemeente.naam }}
          rijkop: Gemeente
          rijen: [{kop: "{{ gemeente.naam }}", cijfer: "{{ gemeente }}"}]
          kolommen: [{kop: aantal, waarde: "{{ rij }}"}, {kop: aandeel, waarde: "{{ rij.aandeel }}"}]
      - grafiek:
          id: lijn
          titel: Woningen in {{ gemeente.naam }}, per kwartaal
          soort: lijn
          perioden: [2025-Q4, 2026-Q1]
          reeksen: [{naam: "{{ gemeente.naam }}", cijfers: "{{ gemeente }}"}]
      - als: "{{ gemeente > 100 }}"
        kader: "Groot: {{ gemeente.naam }}"
      - kerncijfers: [{kop: "{{ gemeente.naam }}", waarde: "{{ gemeente }}"}]
      - opsomming: ["{{ gemeente.naam }}"]
      - bronvermelding
"""


def report(folder: Path, blocks: str) -> tuple[BuildResult | None, Findings]:
    monitor(folder, "x")
    (folder / "layouts" / "proef.yaml").write_text(HEAD + blocks, encoding="utf-8")
    findings = Findings()
    return build(BuildRequest("proef", "2026-Q1", folder), findings), findings


def made(folder: Path, blocks: str) -> BuildResult:
    result, findings = report(folder, blocks)
    assert result is not None, lines(findings)
    return result


def paragraphs(result: BuildResult) -> list[str]:
    blocks = walk(result.document.blocks)
    return [plain_text(each.content).replace("\u00a0", " ") for each in blocks if isinstance(each, Paragraph)]


def test_every_part_has_its_own_blocks(tmp_path: Path) -> None:
    result = made(tmp_path, CHAPTERS)
    blocks = list(walk(result.document.blocks))
    headings = [each.heading for each in blocks if isinstance(each, Section)]
    assert [plain_text(each.content) for each in headings][1:5] == ["Amsterdam", "Utrecht", "'s-Hertogenbosch", "Oss"]
    assert [each.id for each in headings][1:5] == [
        "stand-amsterdam",
        "stand-utrecht",
        "stand-s-hertogenbosch",
        "stand-oss",
    ]
    tables = [each for each in blocks if isinstance(each, Table)]
    assert [each.label for each in tables[:4]] == ["Tabel 1", "Tabel 2", "Tabel 3", "Tabel 4"]
    assert [each.id for each in blocks if isinstance(each, Chart)] == [
        "lijn-amsterdam", "lijn-utrecht", "lijn-s-hertogenbosch", "lijn-oss",
    ]  # fmt: skip
    assert sum("Groot:" in each for each in paragraphs(result)) == 3


def test_references_lead_to_the_block_of_the_same_turn_and_from_elsewhere_to_each(tmp_path: Path) -> None:
    said = paragraphs(made(tmp_path, CHAPTERS))
    assert said[0] == "Zie 'Amsterdam', tabel 3, figuur 4 en pagina van 'Oss'."
    assert "In Utrecht 200 woningen, zie tabel 2 en figuur 2." in said
    assert "In Oss 80 woningen, zie tabel 4 en figuur 4." in said


def test_the_pdf_says_it_all_and_every_figure_is_traced(tmp_path: Path) -> None:
    result = made(tmp_path, CHAPTERS)
    found = trace(result, "2026-Q1")
    assert not found.faults
    assert not found.literals
    assert [note.mark for note in result.document.notes] == ["1"]
    shown = [each.shown for each in found.figures if each.place.kind == "cel"]
    assert shown[:4] == ["400", "40%", "200", "20%"]


def test_rows_of_periods_and_rows_within_rows(tmp_path: Path) -> None:
    blocks = """\
  - per: {kwartaal: "{{ woningen | reeks('2025-Q4') }}"}
    blokken:
      - kop: {tekst: "{{ kwartaal.naam }}", id: tijd}
      - per: {gemeente: "{{ woningen | top(2) }}"}
        blokken:
          - kop: {tekst: "{{ gemeente.naam }}", id: deel, niveau: 2}
          - tekst: "Zie [](#deel), [](#tijd): {{ kwartaal }} en {{ gemeente }}. [](#tijd-2025-q4)"
"""
    result = made(tmp_path, blocks)
    ids = [each.heading.id for each in walk(result.document.blocks) if isinstance(each, Section)]
    assert ids == [
        "tijd-2025-q4", "deel-2025-q4-amsterdam", "deel-2025-q4-utrecht",
        "tijd-2026-q1", "deel-2026-q1-amsterdam", "deel-2026-q1-utrecht",
    ]  # fmt: skip
    assert all(isinstance(each.heading, Heading) for each in walk(result.document.blocks) if isinstance(each, Section))
    assert "Zie 'Utrecht', 'het eerste kwartaal van 2026': 1.000 en 200." in paragraphs(result)[-1]


def test_an_empty_row_says_what_is_there_instead(tmp_path: Path) -> None:
    blocks = '  - per: {deel: "{{ sloop | onderdrukte }}"}\n    blokken: [{tekst: x}]\n'
    result, findings = report(tmp_path, blocks)
    assert result is None
    assert [(item.code, "anders" in (item.hint or "")) for item in findings] == [("T305", True)]
    assert paragraphs(made(tmp_path, blocks + "    anders: [{tekst: Geen enkel deel.}]\n")) == ["Geen enkel deel."]


@pytest.mark.parametrize(
    ("per", "inner", "code", "words"),
    [
        ("{woningen: woningen}", "tekst: x", "T110", "kies een andere naam"),
        ("{Deel: woningen}", "tekst: x", "T110", "kleine letters"),
        ("{deel: wonigen}", "tekst: x", "T105", "bedoelt u 'woningen'"),
        ("{deel: huur}", "tekst: x", "T305", "geen enkel cijfer"),
        ("{deel: \"{{ woningen['Oss'] }}\"}", "tekst: x", "T302", "rij cijfers"),
        ("woningen", "tekst: x", "S104", "hier hoort een naam met een rij cijfers"),
        ("{a: woningen, b: woningen}", "tekst: x", "S104", "hier hoort een naam met een rij cijfers"),
        ("{deel: [woningen]}", "tekst: x", "S104", "hier hoort één waarde"),
        ("{deel: woningen}", "tekst: '{{ del }}'", "T105", "bedoelt u 'deel'"),
        ("{deel: woningen}", "inhoudsopgave: ja", "T425", "één keer"),
        ("{deel: woningen}", "bronnenlijst: ja", "T425", "één keer"),
        ("{deel: woningen}", "{wijzigingen: ja, als: '{{ deel > 1 }}'}", "T425", "één keer"),
        ("{deel: woningen}", "{tekst: x, als: '{{ deel }}'}", "T302", "waar of niet waar"),
    ],
)
def test_a_fault_of_what_is_repeated(per: str, inner: str, code: str, words: str, tmp_path: Path) -> None:
    """Told once, at its place, however many turns there are."""
    result, findings = report(tmp_path, f"  - per: {per}\n    blokken:\n      - {inner}\n")
    assert result is None
    (found,) = findings
    assert found.code == code
    assert found.span is not None
    assert words in f"{found.message} {found.hint}"


def test_a_fault_in_every_turn_is_told_once_and_hides_no_other(tmp_path: Path) -> None:
    blocks = """\
  - per: {deel: woningen}
    blokken:
      - tekst: "{{ deel.vorige.vorige }}[^m]"
      - tekst: "{% for rij in woningen %}{{ rij | pct }}{% endfor %}"
      - kop: {tekst: Kop, niveau: 3}
"""
    result, findings = report(tmp_path, blocks)
    assert result is None
    assert sorted(item.code for item in findings) == ["T302", "T305", "T404", "T411"]


def test_a_chart_that_names_a_table_of_its_own_turn(tmp_path: Path) -> None:
    blocks = (
        CHAPTERS.replace("          id: lijn\n", "          id: lijn\n          tabel: kwartalen\n")
        + """\
      - tabel:
          id: kwartalen
          titel: Kwartalen in {{ gemeente.naam }}
          rijkop: Gemeente
          rijen: [{kop: "{{ gemeente.naam }}", cijfer: "{{ gemeente }}"}]
          vergelijking: {perioden: [2025-Q4, 2026-Q1]}
"""
    )
    result = made(tmp_path, blocks)
    charts = [each for each in walk(result.document.blocks) if isinstance(each, Chart)]
    assert [plain_text(each.caption)[:12] for each in charts][:1] == ["Woningen in "]
    assert not [
        each for each in walk(result.document.blocks) if isinstance(each, Table) and each.id.endswith("-cijfers")
    ]


PARTS = 401


@pytest.mark.parametrize(("count", "code"), [(400, None), (401, "T307")])
def test_how_often_blocks_are_repeated_is_bounded(count: int, code: str | None, tmp_path: Path) -> None:
    blocks = '  - per: {deel: woningen}\n    blokken: [{kop: "{{ deel.naam }}"}, {tekst: "{{ deel }}"}]\n'
    report(tmp_path, blocks)
    path = tmp_path / "data" / "2026-Q1.yaml"
    parts = ", ".join(f"Deel {number}: 1" for number in range(count))
    text = path.read_text(encoding="utf-8").split("naar:", 1)
    path.write_text(f"{text[0]}naar: {{gemeente: {{{parts}}}}}\n", encoding="utf-8")
    findings = Findings()
    started = time.process_time()
    result = build(BuildRequest("proef", "2026-Q1", tmp_path), findings)
    assert (result is None) == (code is not None), lines(findings)
    assert {item.code for item in findings if item.is_error} == ({code} if code else set())
    assert time.process_time() - started < 20


def test_names_that_look_alike_in_an_address_have_addresses_of_their_own(tmp_path: Path) -> None:
    blocks = '  - per: {deel: woningen}\n    blokken: [{kop: {tekst: "{{ deel.naam }}", id: k}}]\n'
    report(tmp_path, blocks)
    path = tmp_path / "data" / "2026-Q1.yaml"
    text = path.read_text(encoding="utf-8").split("naar:", 1)
    path.write_text(f'{text[0]}naar: {{gemeente: {{A-B: 1, "A B": 2, Ά: 3, "Über": 4}}}}\n', encoding="utf-8")
    result = build(BuildRequest("proef", "2026-Q1", tmp_path), Findings())
    assert result is not None
    ids = [each.heading.id for each in walk(result.document.blocks) if isinstance(each, Section)]
    assert ids == ["k-a-b", "k-a-b-2", "k-α", "k-uber"]


def test_a_faulty_block_among_the_repeated_hides_no_other_fault(tmp_path: Path) -> None:
    """A table without its head of rows; the other blocks, and the texts of the table itself, are read all the same."""
    blocks = """\
  - per: {deel: woningen}
    blokken:
      - tekst: "{{ deel['Os'] }} {{ deel.vorige }} {{ woningne }}"
      - tabel: {titel: "{{ deel.naam }} {{ del }}", rijen: "{{ deel }}", kolommen: [{kop: k, waarde: "{{ rij }}"}]}
"""
    result, findings = report(tmp_path, blocks)
    assert result is None
    assert sorted(item.code for item in findings) == ["S102", "T105", "T105", "T303"]
    _, findings = report(tmp_path, blocks.replace("    blokken:", "    blokkn:"))
    assert {item.code for item in findings} == {"S101", "T105"}, lines(findings)
    assert not any("'deel'" in item.message for item in findings)
