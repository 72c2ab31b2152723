"""What opens a sentence has a capital by itself, in every place for words; names of the data never change."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Chart, Document, KeyFigures, List, Paragraph, Section, Table, plain_text, walk
from rapportage.pipeline import BuildRequest, compose
from tests.faults import lines

DATA = """\
periode: {code}
uitgave: {{datum: {date}}}
bronnen: {{b: {{titel: Cijfers, uitgever: CBS, datum: {date}}}}}
cijfers:
  woningen:
    titel: iPhones
    eenheid: woningen
    bron: b
    totaal: {total}
    naar: {{plaats: {{"'s-Hertogenbosch": 30, d'Ancona: 20, iStad: 10}}}}
"""
NAME = "{{ periode | naam }}"
TABLE = (
    "  - tabel:\n      id: t\n      titel: T\n      rijkop: R\n      rijen: '{{ woningen }}'\n"
    "      kolommen: [{kop: a, waarde: '{{ rij }}'}]\n"
)


def made(folder: Path, blocks: str, more: str = "", period: str = "2026-Q1") -> Document:
    for name in ("data", "layouts"):
        (folder / name).mkdir()
    for code, date, total in (
        ("2025-Q4", "2026-02-01", 90),
        ("2026-Q1", "2026-05-01", 100),
        ("2026-H1", "2026-08-01", 9),
    ):
        text = DATA.format(code=code, date=date, total=total if code != "2026-H1" else 200)
        (folder / "data" / f"{code}.yaml").write_text(text, encoding="utf-8")
    (folder / "layouts" / "p.yaml").write_text(f"titel: P\n{more}blokken:\n{blocks}", encoding="utf-8")
    findings = Findings()
    document = compose(BuildRequest("p", period, folder), findings)
    assert document is not None, lines(findings)
    return document


def said(folder: Path, text: str, period: str = "2026-Q1") -> str:
    indented = text.replace("\n", "\n      ")
    document = made(folder, f"  - tekst: |\n      {indented}\n{TABLE}", period=period)
    first = next(block for block in walk(document.blocks) if isinstance(block, Paragraph | List))
    paragraphs = [first] if isinstance(first, Paragraph) else [b for i in first.items for b in i.blocks]
    texts = [plain_text(each.content) for each in paragraphs if isinstance(each, Paragraph)]
    return " | ".join(texts).replace("\u00a0", " ")


CHANGE = "{{ woningen | verandering(woningen.vorige) }}"
FULL = "het eerste kwartaal van 2026"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{NAME} was goed.", "Het eerste kwartaal van 2026 was goed."),
        (f"Goed. {NAME} was beter.", "Goed. Het eerste kwartaal van 2026 was beter."),
        (f"Goed? {NAME} was beter.", "Goed? Het eerste kwartaal van 2026 was beter."),
        (f"Goed: {NAME} was beter.", f"Goed: {FULL} was beter."),
        (f"Volgens art. {NAME}.", f"Volgens art. {FULL}."),
        (f"**{NAME}** was goed.", "Het eerste kwartaal van 2026 was goed."),
        (f"Goed. *{NAME}* was beter.", "Goed. Het eerste kwartaal van 2026 was beter."),
        (f"In het {NAME} was dat zo.", f"In {FULL} was dat zo."),
        (f"In\n{NAME} was dat zo.", f"In {FULL} was dat zo."),
        (f"Het {NAME} was goed.", "Het eerste kwartaal van 2026 was goed."),
        (f"{{% if woningen > 1 %}}Goed. {{% endif %}}{NAME} is dat.", "Goed. Het eerste kwartaal van 2026 is dat."),
        (f"- {NAME} was goed\n- beter: {NAME}", f"Het eerste kwartaal van 2026 was goed | beter: {FULL}"),
        (f"{CHANGE}.", "Gestegen van 90 naar 100."),
        (f"Het aantal is {CHANGE}.", "Het aantal is gestegen van 90 naar 100."),
        (f"Zo.[^n] {NAME} was goed.", "Zo. Het eerste kwartaal van 2026 was goed."),
        ("[](#t) toont het. [](#t) niet. Zie [](#t).", "Tabel 1 toont het. Tabel 1 niet. Zie tabel 1."),
        ("Zo (zie [](#t)). ([](#t) toont het.)", "Zo (zie tabel 1). (Tabel 1 toont het.)"),
        ("Zo. [pagina](#t) toont het, zie [pagina](#t).", "Zo. Pagina van tabel 1 toont het, zie pagina van tabel 1."),
        ("{{ woningen.titel }} is iets. {{ woningen | naam }} ook.", "iPhones is iets. iPhones ook."),
        ("{{ woningen[\"'s-Hertogenbosch\"] | naam }} is een stad.", "'s-Hertogenbosch is een stad."),
        ('{{ woningen["d\'Ancona"] | naam }} ook.', "d'Ancona ook."),
        ("{{ woningen | opsomming }}.", "'s-Hertogenbosch (30), d'Ancona (20) en iStad (10)."),
        ("{{ woningen | top(3) | namen }}.", "'s-Hertogenbosch, d'Ancona en iStad."),
        ("{{ woningen['iStad'] | naam }}. {{ woningen['iStad'] | rangorde }} is zij.", "iStad. Derde is zij."),
        ("{{ woningen | ongeveer(10) }} woningen.", "Ongeveer 100 woningen."),
        ("{{ uitgave | op_datum }} was dat bekend.", "Op 1 mei 2026 was dat bekend."),
        ("Dat was op {{ uitgave | op_datum }} bekend.", "Dat was op 1 mei 2026 bekend."),
        ("{{ 'stad' }} is getypt.", "stad is getypt."),
    ],
)  # fmt: skip
def test_in_a_text(tmp_path: Path, text: str, expected: str) -> None:
    more = "noten: {n: Noot}\n" if "[^n]" in text else ""
    if more:
        document = made(tmp_path, f"  - tekst: '{text}'\n", more)
        first = next(block for block in walk(document.blocks) if isinstance(block, Paragraph))
        assert plain_text(first.content) == expected
    else:
        assert said(tmp_path, text) == expected


def test_another_unit_brings_another_article(tmp_path: Path) -> None:
    assert (
        said(tmp_path, f"In het {NAME}. Het {NAME}.", "2026-H1")
        == "In de eerste helft van 2026. De eerste helft van 2026."
    )


def test_in_every_other_place(tmp_path: Path) -> None:
    blocks = f"""\
  - kop: "{NAME} in het kort"
  - kerncijfers:
      - {{kop: "{NAME}", waarde: "{{{{ woningen }}}}", toelichting: "{CHANGE}"}}
  - tabel:
      titel: "{NAME}, naar plaats"
      rijkop: Plaats
      rijen: [{{kop: "{NAME}", cellen: ["{CHANGE}", "{{{{ woningen | ongeveer(10) }}}}"]}}]
      kolommen: [{{groep: "{NAME}", kop: a}}, {{groep: "{NAME}", kop: b}}]
  - grafiek:
      titel: "{NAME}, naar plaats"
      soort: liggende staaf
      cijfers: "{{{{ woningen }}}}"
      reeksen: [{{naam: "{NAME}", waarde: "{{{{ rij }}}}"}}]
"""
    document = made(tmp_path, blocks, f'ondertitel: "{NAME}"\n')
    opened = "Het eerste kwartaal van 2026"
    found = list(walk(document.blocks))
    section = next(block for block in found if isinstance(block, Section))
    cards = next(block for block in found if isinstance(block, KeyFigures)).cards
    assert plain_text(section.heading.content) == f"{opened} in het kort"
    assert [plain_text(each) for each in (cards[0].label, cards[0].detail)] == [
        opened,
        "Gestegen van 90 naar 100",
    ]
    table = next(block for block in found if isinstance(block, Table))
    assert plain_text(table.caption) == f"{opened}, naar plaats"
    assert [plain_text(cell.content) for cell in table.body[0].cells] == [
        opened,
        "Gestegen van 90 naar 100",
        "ongeveer 100",
    ]
    assert plain_text(table.head[0].cells[1].content) == opened
    assert table.summary == f"1 rij, met per plaats: {FULL} a en {FULL} b."
    chart = next(block for block in found if isinstance(block, Chart))
    assert plain_text(chart.caption) == f"{opened}, naar plaats"
    assert chart.series[0].name == FULL
    assert plain_text(document.subtitle) == opened
    assert document.marked_title == f"P, {FULL}"
