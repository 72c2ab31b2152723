"""Every figure back to the data; a PDF that says something else, and figures without data, are found."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Table, walk
from rapportage.pipeline import BuildRequest, BuildResult, build
from rapportage.proof.inspection import read_said
from rapportage.proof.tracing import TraceReport, as_html, as_json, as_text, from_json, trace_report
from rapportage.proof.tracing.rounding import agrees
from tests.faults import PERIOD, ROOT, project
from tests.full_report import _drawing, full_report, full_report_pdf
from tests.input.images.test_block import whole as pictures
from tests.second_style import styled

REPORTS = [
    ("kerncijfers", "2020-05"),
    ("asieltrends", "2020-05"),
    ("grafieken", "2020-05"),
    ("instroom-week", "2024-W05"),
    ("vreemdelingenketen", "2020-H1"),
]


def built(folder: Path, layout: str = "proef", period: str = "2020-05") -> BuildResult:
    findings = Findings()
    result = build(BuildRequest(layout, period, folder), findings)
    assert result is not None, list(findings)
    return result


def ledger(result: BuildResult, pdf: bytes | None = None) -> TraceReport:
    said = read_said(result.pdf if pdf is None else pdf)
    return trace_report(result.document, result.drawings, said, "2020-05", result.logo)


def traced(folder: Path, **parts: str) -> TraceReport:
    return ledger(built(project(folder, **parts)))


def rewritten(pdf: bytes, old: str, new: str) -> bytes:
    """The file with other words at the first place in its pages; a character is there a code of two bytes."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        changed = False
        for page in opened.pages:
            found = page.Contents.read_bytes()
            if not changed and old.encode("utf-16-be") in found:
                changed = True
                page.Contents.write(found.replace(old.encode("utf-16-be"), new.encode("utf-16-be"), 1))
        assert changed
        out = BytesIO()
        opened.save(out)
    return out.getvalue()


# --- Whole reports --------------------------------------------------------------------------------


@pytest.mark.parametrize(("layout", "period"), REPORTS)
def test_every_figure_of_a_report_is_traced(layout: str, period: str) -> None:
    result = built(ROOT, layout, period)
    report = ledger(result)
    assert report.faults == ()
    assert report.literals == ()
    assert len(report.figures) >= result.figures
    for figure in report.figures:
        assert figure.page >= 1
        assert figure.trace.exact is None or figure.trace.inputs, figure
        assert all(cell.span is not None and cell.source for cell in figure.trace.inputs)


def test_pages_and_places_are_those_of_the_pdf() -> None:
    report = ledger(built(ROOT, "vreemdelingenketen", "2020-H1"))
    first = report.figures[0]
    assert (first.page, first.shown, first.place.headings, first.place.kind) == (4, "5.767", ("Samenvatting",), "zin")
    assert first.context.startswith("In de eerste helft van 2020 dienden 5.767 mensen")
    cells = [each for each in report.figures if each.place.block == "vergunningen-doel" and each.place.kind == "cel"]
    where = (cells[5].page, cells[5].place.label, cells[5].place.row, cells[5].place.column)
    row = "Asiel, Vluchteling of subsidiair beschermde"
    assert where == (11, "Tabel 5", row, "t.o.v. 2013, verschil")
    assert cells[5].shown == "+4.505"
    pages = [each.page for each in report.figures if each.place.kind != "noot"]
    assert pages == sorted(pages)


def test_a_figure_over_the_page_is_on_the_page_where_it_stands(tmp_path: Path) -> None:
    words = "Woorden vullen de regel en de bladzijde tot er niets meer bij kan. " * 75
    report = traced(tmp_path, text=f"Eerst {{{{ aanvragen }}}}. {words} Dan {{{{ aanvragen }}}}.")
    assert [figure.page for figure in report.figures] == [1, 2]


def test_everything_that_the_layout_knows_is_read_back() -> None:
    """Made by hand, without traces: only that its figures have none is then wrong."""
    document = full_report()
    report = trace_report(document, {"figuur-1": _drawing()}, read_said(full_report_pdf(document)), "2020-05")
    assert {fault.code for fault in report.faults} == {"P212"}
    assert len(report.passages) > 200


def test_pictures_and_another_house_style_are_read_back(tmp_path: Path) -> None:
    report = ledger(pictures(tmp_path / "afbeeldingen"))
    assert (report.faults, len(report.figures)) == ((), 6)
    report = ledger(built(styled(tmp_path / "stijl", "A5", "kerncijfers"), "kerncijfers"))
    assert (report.faults, report.literals) == ((), ())


def test_a_draft_is_traced_with_its_gaps(tmp_path: Path) -> None:
    root = project(tmp_path, period=PERIOD.replace("totaal: 341", "totaal:"))
    findings = Findings()
    result = build(BuildRequest("proef", "2020-05", root, draft=True), findings)
    assert result is not None
    report = ledger(result)
    assert report.faults == ()
    assert [(each.shown, each.trace.exact) for each in report.figures] == [("[nog in te vullen]", None)]


def test_the_label_of_what_a_draft_can_not_show_yet_is_numbering(tmp_path: Path) -> None:
    table = "  - tabel: {titel: T, rijkop: Land, rijen: '{{ aanvragen }}', kolommen: [{kop: a, waarde: '{{ rij }}'}]}\n"
    chart = "  - grafiek: {titel: G, soort: liggende staaf, cijfers: '{{ aanvragen | top(2) }}'}\n"
    layout = f"titel: Proef\nblokken:\n  - kop: Kop\n{chart}{table}"
    empty = "      nationaliteit: {Syrië: , onbekend: , Turkije: , Nigeria: }"
    period = "\n".join(empty if "Turkije" in line else line for line in PERIOD.splitlines())
    root = project(tmp_path, layout=layout, period=period)
    findings = Findings()
    result = build(BuildRequest("proef", "2020-05", root, draft=True), findings)
    assert result is not None, list(findings)
    report = ledger(result)
    assert any(told.text.startswith("[Figuur 1: nog") for told in report.passages)
    assert (report.literals, report.faults) == ((), ())


# --- Forms ----------------------------------------------------------------------------------------


def test_the_text_of_a_small_report(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    layout = (
        "titel: Proef\nblokken:\n  - kop: Hoeveel?\n"
        "  - tekst: \"Er waren {{ aanvragen }} aanvragen, waarvan {{ aanvragen['Syrië'].aandeel }} uit Syrië.\"\n"
        '  - tabel:\n      titel: Landen\n      rijen: "{{ aanvragen | alle | top(2) }}"\n      rijkop: Land\n'
        '      kolommen: [{kop: aantal, waarde: "{{ rij }}"}]\n      rest: overige\n'
        '  - grafiek: {id: g, titel: Landen, soort: liggende staaf, cijfers: "{{ aanvragen | alle | top(2) }}"}\n'
    )
    golden("trace-proef.txt", as_text(traced(tmp_path, layout=layout)))


def test_the_text_of_the_key_figures(golden: Callable[[str, str], None]) -> None:
    text = as_text(ledger(built(ROOT, "kerncijfers", "2020-05")))
    golden("trace-kerncijfers-2020-05.txt", "\n".join(text.split("\n")[:60]) + "\n")


def test_json_can_be_read_back_and_holds_all(tmp_path: Path) -> None:
    report = ledger(built(ROOT, "kerncijfers", "2020-05"))
    text = as_json(report)
    read = json.loads(text)
    share = next(each for each in read["cijfers"] if each["getoond"] == "31%")
    assert (share["pagina"], share["exact"][:6]) == (1, "31.085")
    assert share["berekening"] == "aandeel(Syrië, Eerste asielaanvragen)"
    assert share["invoer"][0] == {
        "reeks": "eerste_aanvragen",
        "periode": "2020-05",
        "categorie": "Syrië",
        "verdeling": {"nationaliteit": "Syrië"},
        "getypt": "106",
        "bestand": "data/2020-05.yaml",
        "regel": 37,
        "teken": share["invoer"][0]["teken"],
        "bron": "IND, Asielinstroom in mei 2020 (24 juni 2020)",
    }
    assert as_json(from_json(text)) == text


def test_html_is_one_accessible_page(tmp_path: Path) -> None:
    page = as_html(traced(tmp_path, text="Er waren {{ aanvragen }} & 12 <b>.".replace("<b>", "meer")))
    assert page.startswith('<!DOCTYPE html>\n<html lang="nl">')
    assert page.count("<h1>") == 1
    assert "<caption>" in page
    assert 'scope="col"' in page
    assert 'scope="row"' in page
    assert "&amp; 12 meer" in page
    assert not re.search(r"<script|src=|href=|url\(|@import", page)


# --- Planted defects ------------------------------------------------------------------------------


def test_a_digit_that_was_changed_in_the_pdf_is_found(tmp_path: Path) -> None:
    result = built(project(tmp_path))
    (fault,) = ledger(result, rewritten(result.pdf, "341", "314")).faults
    assert fault.code == "P211"
    assert fault.message == "pagina 1, zin: er staat 'Er waren 314.', bedoeld was 'Er waren 341.'"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("106", "160", "er staat"),  # a cell, a label in the chart
        ("Pagina 2 van 4", "Pagina 3 van 4", "de voetregel 'Pagina 2 van 4' ontbreekt"),
        ("gezinsleden", "gezinsledem", "er staat"),
    ],
)
def test_other_changes_to_the_pdf_are_found(old: str, new: str, said: str) -> None:
    result = built(ROOT, "kerncijfers", "2020-05")
    faults = ledger(result, rewritten(result.pdf, old, new)).faults
    assert [fault.code for fault in faults][:1] == ["P211"]
    assert said in faults[0].message


def test_a_changed_alternative_text_is_found() -> None:
    result = built(ROOT, "kerncijfers", "2020-05")
    with pikepdf.open(BytesIO(result.pdf)) as opened:
        figure = next(
            each
            for each in opened.objects
            if isinstance(each, pikepdf.Dictionary) and "/Alt" in each and "Syrië 106" in str(each.Alt)
        )
        figure.Alt = pikepdf.String(str(figure.Alt).replace("106", "601"))
        out = BytesIO()
        opened.save(out)
    (fault,) = ledger(result, out.getvalue()).faults
    assert "alternatieve tekst: Figuur 1" in fault.message
    assert "Syrië 601" in fault.message


def test_a_missing_page_is_found() -> None:
    result = built(ROOT, "kerncijfers", "2020-05")
    with pikepdf.open(BytesIO(result.pdf)) as opened:
        del opened.pages[3]
        out = BytesIO()
        opened.save(out)
    assert any("ontbreekt in de pdf" in fault.message for fault in ledger(result, out.getvalue()).faults)


def test_a_literal_is_listed_with_its_place(tmp_path: Path) -> None:
    report = traced(tmp_path, text="Er waren {{ aanvragen }}, van wie 29 kind, in 2020, volgens artikel 64.")
    (literal,) = report.literals
    assert (literal.shown, literal.context) == (
        "29",
        "Er waren 341, van wie 29 kind, in 2020, volgens artikel 64.",
    )
    assert literal.origin is not None
    assert (literal.origin.path.endswith("proef.yaml"), literal.origin.line) == (True, 7)
    assert dict(report.explained)["jaar, datum of periode"] == 1
    assert dict(report.explained)["nummer van een wet, artikel of Kamerstuk"] == 1
    assert report.faults == ()


def test_a_name_that_looks_like_a_number_is_a_name(tmp_path: Path) -> None:
    """Ages, numbers of rooms and classes are names of parts: in a row, a chart, a sentence and a summary."""
    period = PERIOD.replace("Syrië: 106, onbekend: 26, Turkije: 19", "'18': 106, '50%': 26, '0 tot 5 jaar': 19")
    layout = (
        'titel: Proef\nblokken:\n  - kop: Vraag\n  - tekst: "De meeste zijn {{ (aanvragen | hoogste) | naam }}."\n'
        '  - tabel:\n      titel: Leeftijd\n      rijkop: Van 18 tot 25\n      rijen: "{{ aanvragen | top(3) }}"\n'
        '      kolommen: [{kop: "50%", waarde: "{{ rij }}"}]\n'
        '  - grafiek: {titel: Leeftijd, soort: liggende staaf, cijfers: "{{ aanvragen | top(3) }}"}\n'
    )
    report = traced(tmp_path, layout=layout, period=period)
    assert report.faults == ()
    assert [number.shown for number in report.literals] == ["18", "25", "18", "25"]  # what the layout says itself


@pytest.mark.parametrize("written", ["{{ 29 }}", "{{ 14 + 15 }}"])
def test_a_number_without_data_in_an_expression_is_a_fault(written: str, tmp_path: Path) -> None:
    (fault,) = traced(tmp_path, text=f"Er waren {written}.").faults
    assert (fault.code, "is niet te herleiden" in fault.message) == ("P212", True)
    assert fault.origin is not None


@pytest.mark.parametrize(
    ("shown", "exact", "expected"),
    [
        ("341", "341", True),
        ("314", "341", False),
        ("31%", "31.085", True),
        ("32%", "31.085", False),
        ("−605", "-605", True),
        ("605", "-605", False),
        ("+12", "12", True),
        ("6,1", "6.149", True),
        ("6,2", "6.149", False),
        ("−4.820", "-4823", True),
        ("−4.820", "-4832", False),
        ("1.025", "1027.4", True),
        ("1.025", "1027.6", False),
        ("−1.025", "-1022.6", True),
        ("150", "174", True),
        ("150", "176", False),
        ("1.030", "1034", True),
        ("1.030", "1036", False),
        ("0,15", "0.154", True),
        ("0,15", "0.156", False),
        ("ongeveer 7.350", "7326", True),
        ("ongeveer 7.350", "73260", False),
        ("0", "0.4", True),
        ("minder dan 5", None, True),
        (".", None, True),
    ],
)
def test_what_is_shown_is_a_rounding_of_the_exact_value(shown: str, exact: str | None, expected: bool) -> None:
    assert agrees(shown, None if exact is None else Decimal(exact)) is expected


def test_a_figure_that_is_shown_wrongly_is_a_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("rapportage.text.language.showing.plain", lambda *_, **__: "314")
    (fault,) = traced(tmp_path).faults
    assert (fault.code, "'314' is geen afronding van 341" in fault.message) == ("P213", True)
    assert fault.origin is not None


def test_a_number_in_an_alternative_text_that_is_no_point_is_listed(tmp_path: Path) -> None:
    figures = 'soort: liggende staaf, cijfers: "{{ aanvragen | top(2) }}"'
    alternative = "\"Syrië {{ aanvragen['Syrië'] }}, en nog 77.\""
    layout = (
        "titel: Proef\nblokken:\n  - kop: Vraag\n"
        f"  - grafiek: {{id: g, titel: Landen, {figures}, alternatief: {alternative}}}\n"
    )
    report = traced(tmp_path, layout=layout)
    assert [each.shown for each in report.literals] == ["77"]
    told = [each for each in report.figures if each.place.kind == "alternatieve tekst"]
    assert [(each.shown, each.trace.inputs[0].category) for each in told] == [("106", "Syrië")]


@pytest.mark.parametrize("count", [4, 12])
def test_a_chart_of_many_panels_has_a_table_with_room_and_scales_that_are_known(tmp_path: Path, count: int) -> None:
    """Many series are the rows of its table; and in each row of panels the same ticks come again."""
    names = [f"Gemeente {letter}" for letter in "abcdefghijkl"[:count]]
    parts = ", ".join(f"{name}: {100 * place}" for place, name in enumerate(names, 1))
    whole = 100 * count * (count + 1) // 2
    figures = f"totaal: {whole}\n    naar:\n      gemeente: {{{parts}}}\n"
    period = PERIOD[: PERIOD.index("totaal: 341")] + figures
    keys = f"soort: kleine veelvouden, vanaf: 2020-04, reeksen: '{{{{ aanvragen | top({count}) }}}}'"
    layout = f"titel: Proef\nblokken:\n  - grafiek: {{id: g, titel: Naar gemeente, {keys}}}\n"
    folder = project(tmp_path, layout=layout, period=period)
    (folder / "data" / "2020-04.yaml").write_text(period.replace("2020-05", "2020-04"), encoding="utf-8")
    result = built(folder)
    (table,) = [block for block in walk(result.document.blocks) if isinstance(block, Table)]
    assert (table.columns, len(table.body)) == ((3, 12) if count > 8 else (5, 2))
    assert not ledger(result).faults
