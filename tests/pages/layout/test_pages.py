"""Pages: what stands where."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from rapportage.document import (
    Cell,
    CellKind,
    Contents,
    Cover,
    CrossReference,
    Document,
    List,
    ListItem,
    Note,
    NoteMark,
    PageBreak,
    PageReference,
    Row,
    Table,
    Text,
)
from rapportage.pages.fonts import source_sans
from rapportage.pages.layout import DoesNotFit, Pages, lay_out
from rapportage.pages.theme import default_theme
from tests.pages.layout.checks import check_breaks, check_notes, check_pages, glyphs
from tests.pages.layout.documents import document, paragraph, section, simple_table
from tests.pages.layout.dump import dump


def laid_out(made: Document) -> Pages:
    pages = lay_out(made, default_theme(), source_sans(), {})
    inner = pages.pages[1:] if made.cover else pages.pages  # a cover has its own measures
    check_pages(replace(pages, pages=inner), default_theme())
    check_notes(pages, made)
    check_breaks(pages)
    return pages


def test_a_report(golden: Callable[[str, str], None]) -> None:
    text = "De instroom van asielzoekers daalde in het voorjaar door de maatregelen aan de grenzen. "
    made = document(
        Contents("Inhoudsopgave"),
        section(
            "Instroom",
            paragraph(
                text * 3,
                NoteMark("n", "1"),
                " Zie ",
                CrossReference("tabel 1", "tabel"),
                " op pagina ",
                PageReference("tabel"),
                ".",
            ),
            List(
                True,
                (
                    ListItem((paragraph(text), paragraph("Nog een alinea."))),
                    ListItem((paragraph("Kort."),)),
                ),
            ),
            section("Landen", paragraph(text * 2), simple_table(4), level=2),
        ),
        section("Vertrek", paragraph("Zie pagina ", PageReference("tabel"), ".")),
        notes=(
            Note(
                "n",
                "1",
                (Text("Eerste aanvragen, zonder herhaalde aanvragen en nareizigers."),),
            ),
        ),
        cover=Cover("januari–juni 2020", "Ministerie", "oktober 2020"),
    )
    golden("layout-report.txt", dump(laid_out(made)))


def pages_of_words(pages: Pages, word: str) -> list[int]:
    return [page.number for page in pages.pages if any(word in piece.text for _, piece in glyphs(page))]


def test_a_long_table_repeats_its_head() -> None:
    pages = laid_out(document(simple_table(90)))
    assert pages_of_words(pages, "Aantal") == [1, 2, 3]
    assert pages_of_words(pages, "vervolg") == [2, 3]
    heads = [piece for page in pages.pages for _, piece in glyphs(page) if piece.text == "Aantal"]
    assert [piece.leaf is not None for piece in heads] == [True, False, False]


def test_a_short_table_is_not_split() -> None:
    pages = laid_out(document(*(paragraph("woord " * 100) for _ in range(7)), simple_table(10)))
    assert pages_of_words(pages, "Land 0") == pages_of_words(pages, "Land 9") == [2]


def test_a_table_that_can_not_fit() -> None:
    word = "x" * 90
    cells = tuple(Cell(CellKind.COLUMN_HEAD, (Text(word),)) for _ in range(4))
    table = Table("t", "Tabel 1", (Text("Breed"),), 4, (Row(cells),), (Row(cells),), "")
    with pytest.raises(DoesNotFit) as raised:
        laid_out(document(table, simple_table(3), table))
    assert [misfit.code for misfit in raised.value.misfits] == ["D101", "D101"], "each is told, and only those"


def test_a_page_break_makes_one_new_page() -> None:
    pages = laid_out(document(paragraph("een"), PageBreak(), PageBreak(), paragraph("twee")))
    assert (pages_of_words(pages, "een"), pages_of_words(pages, "twee")) == ([1], [2])


def test_a_page_break_at_the_end_makes_no_blank_page() -> None:
    assert len(laid_out(document(paragraph("een"), PageBreak())).pages) == 1


def test_figures_stand_in_line_on_their_last_digit() -> None:
    row = Row(
        (
            Cell(CellKind.ROW_HEAD, (Text("A"),)),
            Cell(CellKind.FIGURE, (Text("1.234"), NoteMark("t-a", "a"))),
        )
    )
    table = simple_table(1, notes=(Note("t-a", "a", (Text("Noot."),)),))
    pages = laid_out(document(replace(table, body=(*table.body, row))))
    ends = [
        round(placed.x + piece.x + piece.width, 1)
        for placed, piece in glyphs(pages.pages[0])
        if piece.text in {"0", "1.234"}
    ]
    assert len(set(ends)) == 1


def test_a_table_made_of_a_chart_is_turned_where_it_is_too_wide() -> None:
    """Nobody wrote how it stands, so nobody could turn it; its notes lead back from where they are marked."""
    words = tuple(Cell(CellKind.COLUMN_HEAD, (Text("Onverdeelbaarheid"), NoteMark("n", "a"))) for _ in range(8))
    notes = (Note("n", "a", (Text("Noot."),)),)
    table = Table("t", "Tabel 1", (Text("Breed"),), 8, (Row(words),), (Row(words),), "", notes, is_made=True)
    made = laid_out(document(paragraph("x"), table, paragraph("y")))
    assert [page.width > page.height for page in made.pages] == [False, True, False]
    assert len([element for element in made.root.walk() if element.role == "Table"]) == 1
    with pytest.raises(DoesNotFit):
        laid_out(document(replace(table, is_made=False)))


@pytest.mark.parametrize(("words", "pages"), [(150, 1), (600, 2)])
def test_a_note_is_split_when_it_takes_more_than_a_third_of_a_page(words: int, pages: int) -> None:
    """A shorter one moves to the next page with its line; with a longer one that page would be left half empty."""
    note = Note("lang", "1", (Text("aanvraag " * words),))
    blocks = [*(paragraph("tekst " * 14) for _ in range(24)), paragraph("woord", NoteMark("lang", "1"))]
    made = laid_out(document(section("Kop", *blocks), notes=(note,)))
    holding = [page.number for page in made.pages if page.notes]
    assert len(holding) == pages
    marked = next(page for page in made.pages if any(piece.text == "woord" for _, piece in glyphs(page)))
    assert marked.number == holding[0] == (1 if pages == 2 else 2)
