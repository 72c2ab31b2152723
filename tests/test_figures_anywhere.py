"""A figure is known as one wherever a text may hold it: counted, traced, and kept secret; elsewhere it is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from rapportage.diagnostics import Findings
from rapportage.document import Document, FlowDiagram, Point, Value, figures, plain_text, walk
from rapportage.pipeline import BuildRequest, BuildResult, compose
from rapportage.proof.inspection import read_said
from rapportage.proof.tracing import TraceReport, trace_report
from tests.faults import ROOT, built, lines, project
from tests.full_report import full_report
from tests.input.images.files import png
from tests.proof.disclosure.test_check import compose_report, series

FIGURE = "{{ aanvragen }}"
PICTURE = "bestand: k.png, titel: K, alternatief: Iets"
STEPS = "stappen: [{een: Aanvragen}, {twee: Besluit}]"
PLACES = {
    "subtitle": (f"ondertitel: Van {FIGURE}\n", ""),
    "heading": ("", f"  - kop: Wat {FIGURE} vroegen\n"),
    "list": ("", f"  - opsomming: ['Er waren {FIGURE}.']\n"),
    "box": ("", f"  - kader: {{titel: 'Van {FIGURE}', inhoud: Woorden.}}\n"),
    "quotation": ("", f"  - citaat: {{inhoud: 'Het waren er {FIGURE}.', bron: IND}}\n"),
    "colophon": ("", f"  - colofon: {{regels: {{Omvang: 'Van {FIGURE}'}}}}\n"),
    "glossary": (f"begrippen: {{aanvraag: 'Een van {FIGURE}.'}}\n", "  - begrippenlijst\n"),
    "note": (f"noten: {{n: 'Een van {FIGURE}.'}}\n", "  - tekst: Woorden[^n].\n"),
    "link": ("", f"  - tekst: Zie [{FIGURE}](https://ind.nl/).\n"),
    "caption of a picture": ("", f"  - afbeelding: {{bestand: k.png, titel: 'De {FIGURE}', alternatief: Een vlak}}\n"),
    "picture told": ("", f"  - afbeelding: {{bestand: k.png, titel: Kaart, alternatief: 'Een vlak: {FIGURE}'}}\n"),
    "source of a picture": (
        "",
        f"  - afbeelding: {{{PICTURE}, bron: 'A {FIGURE}'}}\n",
    ),
    "step": ("", f"  - stroomschema: {{titel: S, stappen: [{{een: 'Er zijn er {FIGURE}.'}}, {{twee: Besluit}}]}}\n"),
    "arrow": (
        "",
        "  - stroomschema: {titel: S, stappen: [{een: A, naar: [{twee: 'alle {{ aanvragen }}'}]}, {twee: B}]}\n",
    ),
    "caption of a diagram": ("", f"  - stroomschema: {{titel: 'De {FIGURE}', {STEPS}}}\n"),
    "diagram told": ("", f"  - stroomschema: {{titel: S, alternatief: 'Eerst {FIGURE}', {STEPS}}}\n"),
    "chart": (
        "",
        "  - grafiek: {titel: 'Van {{ aanvragen }}', soort: liggende staaf, cijfers: \"{{ andere | top(2) }}\"}\n",
    ),
    "chart told": (
        "",
        "  - grafiek: {titel: G, alternatief: 'Van {{ aanvragen }}', soort: liggende staaf,"
        ' cijfers: "{{ andere | top(2) }}"}\n',
    ),
    "remark": (
        "",
        "  - tabel: {titel: T, rijkop: Land, toelichting: 'Van {{ aanvragen }}', rijen: \"{{ andere }}\","
        ' kolommen: [{kop: aantal, waarde: "{{ rij }}"}]}\n',
    ),
    "card": ("", "  - kerncijfers: {kaarten: [{kop: Aanvragen, waarde: '{{ aanvragen }}'}, {kop: A, waarde: a}]}\n"),
}
DATA = series("aanvragen", 273, Syrië=251, Turkije=19, Iran=3) + series("andere", None, Syrië=10, Turkije=9)
SHOWN = """\
  - tabel:
      titel: Landen
      rijkop: Land
      kolommen:
        - {kop: aantal, waarde: "{{ rij }}"}
      rijen: "{{ aanvragen }}"
"""


def reported(folder: Path, head: str, block: str) -> tuple[Document | None, Findings]:
    (folder / "k.png").write_bytes(png(60, 30))
    blocks = SHOWN + block
    return compose_report(folder, blocks, secrecy=f"{{drempel: 5, marge: 3}}\n{head}".rstrip(), m2020_05=DATA)


@pytest.mark.parametrize(("head", "block"), PLACES.values(), ids=PLACES)
def test_a_total_anywhere_gives_a_suppressed_count_away(tmp_path: Path, head: str, block: str) -> None:
    _, findings = reported(tmp_path, head, block)
    assert [item.code for item in findings] == ["G101"], lines(findings)


def test_without_the_total_nothing_is_given_away(tmp_path: Path) -> None:
    _, findings = reported(tmp_path, "ondertitel: Woorden\n", "  - tekst: Woorden.\n")
    assert lines(findings) == []


def made(folder: Path, head: str, block: str) -> BuildResult:
    root = project(folder, layout=f"titel: Proef\n{head}blokken:\n  - kop: Kop\n{block}")
    (root / "k.png").write_bytes(png(60, 30))
    result, findings = built(root)
    assert result is not None, lines(findings)
    return result


def traced(result: BuildResult) -> TraceReport:
    return trace_report(result.document, result.drawings, read_said(result.pdf), "2020-05")


@pytest.mark.parametrize(
    ("head", "block"),
    [pair for pair in PLACES.values() if "andere" not in pair[1]],
    ids=[name for name, pair in PLACES.items() if "andere" not in pair[1]],
)
def test_it_is_counted_and_traced_and_no_literal(tmp_path: Path, head: str, block: str) -> None:
    result = made(tmp_path, head, block)
    report = traced(result)
    assert result.figures == 1
    assert {(figure.shown, figure.trace.exact) for figure in report.figures} == {("341", 341)}
    assert report.literals == ()
    assert report.faults == ()


def test_a_step_is_told_with_its_figures_and_numbered(tmp_path: Path) -> None:
    steps = "{een: 'Er zijn er {{ aanvragen }}.', naar: [{drie: 'bij {{ leeg }}'}, {twee: anders}]}, "
    steps += "{twee: Nog 5}, {drie: Einde}"
    result = made(tmp_path, "", f"  - stroomschema: {{titel: S, stappen: [{steps}]}}\n")
    (diagram,) = (block for block in walk(result.document.blocks) if isinstance(block, FlowDiagram))
    assert diagram.alternative == (
        "Stroomschema in 3 stappen. 1. Er zijn er 341; bij 'bij 0' verder met stap 3 en bij 'anders' verder met stap 2."
        " 2. Nog 5. 3. Einde: einde."
    )
    assert plain_text(diagram.told) == diagram.alternative
    report = traced(result)
    assert [(each.shown, each.place.kind) for each in report.figures] == [
        ("341", "alternatieve tekst"),
        ("0", "alternatieve tekst"),
        ("0", "in het schema"),
        ("341", "in het schema"),
    ]
    assert report.figures[0].context.endswith("bij 'anders' verder met stap 2.")
    assert {each.shown for each in report.literals} == {"5"}
    assert report.faults == ()


# --- Where no figure can stand --------------------------------------------------------------------

LINE = 'grafiek: {titel: G, soort: lijn, vanaf: 2020-05, reeksen: [{naam: N, cijfers: "{{ aanvragen }}"}]}'
NAMED = "naam: 'De {{ aanvragen }}'"
LANED = "{een: A, baan: '341'}, {twee: B, baan: '341'}"


@pytest.mark.parametrize(
    ("head", "block"),
    [
        ("auteur: De {{ aanvragen }}\n", ""),
        ("onderwerp: De {{ aanvragen }}\n", ""),
        ("trefwoorden: ['{{ aanvragen }}']\n", ""),
        ("omslag: {afzender: 'De {{ aanvragen }}'}\n", ""),
        ("inhoudsopgave: {titel: 'De {{ aanvragen }}'}\n", ""),
        ("", f"  - {LINE.replace('naam: N', NAMED)}\n"),
        ("", f"  - {LINE[:-1]}, bijschriften: {{2020-05: 'De {{{{ aanvragen }}}}'}}}}\n"),
        ("", f"  - stroomschema: {{titel: S, banen: ['{FIGURE}'], stappen: [{LANED}]}}\n"),
        ("", "  - tekst: Zie [de {{ aanvragen }}](#t).\n" + SHOWN.replace("      titel", "      id: t\n      titel")),
        ("", SHOWN.replace("{kop: aantal,", "{kop: aantal, groep: 'De {{ aanvragen }}',")),
        ("", SHOWN.replace("rijkop: Land", "rijkop: 'De {{ aanvragen }}'")),
    ],
)  # fmt: skip
def test_a_figure_in_a_name_is_refused(tmp_path: Path, head: str, block: str) -> None:
    layout = f"titel: Proef\n{head}blokken:\n  - kop: Kop\n{block}"
    result, findings = built(project(tmp_path, layout=layout))
    assert result is None
    assert {item.code for item in findings} == {"T113"}, lines(findings)
    assert all(item.span is not None and item.hint for item in findings)


def test_a_figure_in_the_title_is_refused(tmp_path: Path) -> None:
    _, findings = built(project(tmp_path, layout="titel: De {{ aanvragen }}\nblokken:\n  - kop: Kop\n"))
    (line,) = lines(findings)
    assert line == "1:14 T113 hier kan geen cijfer uit de gegevens staan, en dit is er een: 341"


# --- The walk itself ------------------------------------------------------------------------------


def everything(item: object) -> Iterator[Value | Point]:
    """Every figure in any field of the document: slow, and sure to miss nothing."""
    if isinstance(item, Value | Point):
        yield from [item] if item.trace is not None else []
    elif isinstance(item, tuple):
        for each in item:
            yield from everything(each)
    elif isinstance(item, Struct):
        for name in item.__struct_fields__:
            yield from everything(getattr(item, name))


@pytest.mark.parametrize(
    ("layout", "period"),
    [("kerncijfers", "2020-05"), ("grafieken", "2020-05"), ("vreemdelingenketen", "2020-H1")],
)
def test_the_walk_misses_no_figure_of_the_reports(layout: str, period: str) -> None:
    document = compose(BuildRequest(layout, period, ROOT), Findings())
    assert document is not None
    assert {id(each) for each in figures(document)} == {id(each) for each in everything(document)}


@pytest.mark.parametrize("name", PLACES)
def test_the_walk_misses_no_figure_of_any_place(tmp_path: Path, name: str) -> None:
    head, block = PLACES[name]
    if "andere" in block:
        block = block.replace("andere", "aanvragen")
    document = made(tmp_path, head, block).document
    found = {id(each) for each in everything(document)}
    assert found
    assert {id(each) for each in figures(document)} == found


def test_the_walk_misses_no_figure_of_what_the_layout_knows() -> None:
    document = full_report()
    assert {id(each) for each in figures(document)} == {id(each) for each in everything(document)}
