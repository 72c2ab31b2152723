"""Where all that is shown was written: on the pages and in the edition for the web of real reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from msgspec import Struct

from rapportage.composing import compose_report
from rapportage.diagnostics import Findings, SourceFile, Span
from rapportage.document import Document, Paragraph, values, walk
from rapportage.document.contents import contents
from rapportage.html import edition
from rapportage.input.project import Project
from rapportage.pages.areas import Area, areas
from rapportage.pages.layout import Pages
from rapportage.pages.typesetting import on_pages
from rapportage.pipeline import BuildRequest
from rapportage.preview.places import Place, Places, Rectangle
from rapportage.preview.written import written_at
from tests.faults import ROOT
from tests.html.reading import read

SAMPLES = [("kerncijfers", "2020-05"), ("vreemdelingenketen", "2020-H1"), ("grafieken", "2020-05")]
_FIRST_WORD = re.compile(r"\s*([^\W\d_]{5,})\s")


class Shown(Struct, frozen=True):
    document: Document
    pages: Pages
    places: list[Place]
    rectangles: list[Rectangle]
    page: bytes
    plain: bytes


@cache
def shown(layout: str, period: str) -> Shown:
    findings = Findings()
    composed = compose_report(BuildRequest(layout, period, ROOT), Project(ROOT, findings))
    assert composed is not None
    with composed.document.spoken():
        laid_out = on_pages(composed.document, composed.style, findings)
        assert laid_out is not None
        places = Places(laid_out.document)
        rectangles = places.on_pages(laid_out.pages)
        page = edition(laid_out.document, laid_out.drawings, composed.style, places=places)
        plain = edition(laid_out.document, laid_out.drawings, composed.style)
    return Shown(laid_out.document, laid_out.pages, places.found, rectangles, page, plain)


@cache
def line_of(file: str, line: int) -> str:
    text = (ROOT / file if not Path(file).is_absolute() else Path(file)).read_text(encoding="utf-8")
    return text.split("\n")[line - 1]


@pytest.fixture(params=SAMPLES, ids=lambda each: each[0])
def report(request: pytest.FixtureRequest) -> Shown:
    return shown(*request.param)


def test_every_place_is_on_a_line_of_a_file(report: Shown) -> None:
    for place in report.places:
        assert 1 <= place.column <= len(line_of(place.file, place.line)) + 1
        for each in place.origin:
            if each.line:
                assert each.value.split()[0].strip("'\"") in line_of(each.file, each.line)


def test_words_lead_to_the_line_that_they_were_typed_on(report: Shown) -> None:
    """Of a stretch that begins with a word that only one line of its paragraph has, the place is on that line."""
    numbers = {(page, round(x, 3), round(y, 3)): number for page, x, y, _, _, number in report.rectangles}
    paragraphs = {block.origin for block in walk(report.document.blocks) if isinstance(block, Paragraph)}
    right = []
    for area in areas(report.pages):
        first = _FIRST_WORD.match(area.text)
        number = numbers.get((area.page, round(area.x, 3), round(area.y, 3)))
        if area.origin in paragraphs and area.value is None and first and number is not None:
            having = [line for line, text in _paragraph(area) if first[1] in text]
            if len(having) == 1:
                right.append(report.places[number].line == having[0])
    assert sum(right) >= 0.95 * len(right)  # words of an expression may be typed elsewhere in the paragraph as well


def _paragraph(area: Area) -> Iterator[tuple[int, str]]:
    lines = area.origin.file.text.split("\n")
    for number in range(area.origin.line, len(lines) + 1):
        if not lines[number - 1].strip():
            return
        yield number, lines[number - 1]


def test_every_figure_of_a_page_leads_to_its_expression_and_its_data(report: Shown) -> None:
    found = [area for area in areas(report.pages) if area.value is not None and area.value.trace is not None]
    assert len(found) > 20
    numbers = {(page, round(x, 3), round(y, 3)): number for page, x, y, _, _, number in report.rectangles}
    for area in found:
        number = numbers.get((area.page, round(area.x, 3), round(area.y, 3)))
        if number is None:  # it goes on where another of the same place ended
            continue
        place = report.places[number]
        value = area.value
        assert value is not None
        assert place.text == value.text
        if value.origin is not None:
            assert (place.file, place.line, place.column) == (value.origin.path, value.origin.line, value.origin.column)
        assert value.trace is not None
        assert {each.value for each in place.origin} <= {cell.text for cell in value.trace.inputs}


def test_every_figure_of_the_web_edition_has_a_place(report: Shown) -> None:
    tree = read(report.page)
    figures = [node for node in tree.walk() if node.name == "data"]
    assert len(figures) > 20
    known = {value.text for content in contents(report.document) for value in values(content[1]) if value.trace}
    for node in figures:
        place = report.places[int(node.get("data-plek") or -1)] if node.get("data-plek") else None
        if place is not None:
            assert place.text == node.text
        else:
            assert node.text in known  # of a figure that rests on no data


def test_every_block_of_the_web_edition_has_a_place(report: Shown) -> None:
    tree = read(report.page)
    main = next(iter(tree.all("main")))
    for name in ("figure", "h2", "h3"):
        lone = [node.text[:40] for node in main.all(name) if node.get("data-plek") is None]
        assert len(lone) <= 1, lone  # of a table of contents


def test_only_a_preview_has_places(report: Shown) -> None:
    assert b"data-plek" not in report.plain
    assert read(report.page).all("body")[0].words == read(report.plain).all("body")[0].words


def test_rectangles_are_on_their_page(report: Shown) -> None:
    sizes = {page.number: (page.width, page.height) for page in report.pages.pages}
    for page, x, y, width, height, number in report.rectangles:
        assert 0 <= x <= x + width <= sizes[page][0] + 1
        assert 0 <= y <= y + height <= sizes[page][1] + 1
        assert 0 <= number < len(report.places)


PARAGRAPH = """\
blokken:
  - tekst: |
      In {{ maand }} kwamen er {{ n }} mensen.[^noot]
      Dat zijn er **meer** dan
      een jaar eerder.

      Een andere alinea.
  - tekst: Kort en op
      twee regels gezet.
"""


@pytest.mark.parametrize(
    ("line", "column", "words", "lines"),
    [
        (3, 7, "In mei kwamen er 5 mensen. 1 Dat zijn er meer dan een jaar eerder.", "3 3 3 3 3 3 3 4 4 4 4 4 5 5 5"),
        (7, 7, "Een andere alinea.", "7 7 7"),
        (8, 12, "Kort en op twee regels gezet.", "8 8 8 9 9 9"),
        (3, 7, "", ""),
        (3, 7, "niets daarvan", "3 3"),
    ],
)
def test_words_have_the_line_that_they_were_typed_on(line: int, column: int, words: str, lines: str) -> None:
    origin = Span(SourceFile("x.yaml", PARAGRAPH), line, column)
    assert [each.line for each in written_at(words.split(), origin)] == [int(each) for each in lines.split()]


def test_words_of_a_note_lead_to_the_note() -> None:
    report = shown("kerncijfers", "2020-05")
    begins = {"Nareizigers zijn gezinsleden": False, "Bij herplaatsing neemt": False, "Een veilig land van": False}
    for place in report.places:
        for begin in begins:
            if place.text.startswith(begin):
                begins[begin] = begin in line_of(place.file, place.line)
    assert all(begins.values()), begins


def test_what_we_word_ourselves_leads_to_its_block() -> None:
    """The lists at the end of a report lead to where the layout asks for them, not to what is above."""
    report = shown("vreemdelingenketen", "2020-H1")
    asked = {line_of(place.file, place.line).strip() for place in report.places}
    assert {"- bronnenlijst", "- begrippenlijst", "- afkortingenlijst", "- wijzigingen"} <= asked
