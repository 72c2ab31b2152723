"""The page builder on random documents: what must always hold."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings

from rapportage.document import (
    Cell,
    CellKind,
    Content,
    Document,
    List,
    Note,
    NoteMark,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
    Value,
    walk,
)
from rapportage.pages.fonts import source_sans
from rapportage.pages.layout import lay_out
from rapportage.pages.theme import default_theme
from tests.pages.layout.checks import check_breaks, check_notes, check_pages, text_in_order
from tests.pages.layout.documents import WORDS, document, documents, paragraph, section


def squeezed(text: str) -> str:
    return "".join(text.split())


def words_of(content: Content) -> str:
    parts = [item.text if isinstance(item, Text | Value) else item.mark for item in content if not _is_silent(item)]
    return "".join(parts)


def _is_silent(item: object) -> bool:
    return not isinstance(item, Text | Value | NoteMark)


def expected_text(document: Document) -> str:
    """The words that the pages must hold, as a bag of characters per block: order is checked by the tag tree."""
    parts = [document.title, document.subtitle_words]
    for block in walk(document.blocks):
        match block:
            case Section(heading=heading):
                parts.append(words_of(heading.content))
            case Paragraph(content=content):
                parts.append(words_of(content))
            case List(items=items):
                parts.extend(f"{number}." if block.ordered else "•" for number in range(1, len(items) + 1))
            case Table():
                parts.extend((block.label, words_of(block.caption)))
                parts.extend(words_of(cell.content) for row in (*block.head, *block.body) for cell in row.cells)
                parts.extend(note.mark + words_of(note.content) for note in block.notes)
            case _:
                pass
    parts.extend(note.mark + words_of(note.content) for note in document.notes)
    return "".join(sorted(squeezed("".join(parts))))


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    phases=[
        Phase.explicit,
        Phase.reuse,
        Phase.generate,
    ],  # shrinking a whole document takes minutes
)
@given(documents())
def test_nothing_overlaps_and_nothing_is_lost(document: Document) -> None:
    theme = default_theme()
    pages = lay_out(document, theme, source_sans(), {})
    check_pages(pages, theme)
    check_notes(pages, document)
    check_breaks(pages)
    assert "".join(sorted(squeezed(text_in_order(pages)))) == expected_text(document)


def long_text(words: int) -> str:
    return " ".join(WORDS[index % len(WORDS)] for index in range(words))


def test_a_note_of_a_thousand_words_goes_on_on_the_next_page() -> None:
    note = Note("lang", "1", (Text(long_text(1000)),))
    after = Note("kort", "2", (Text("Een korte noot."),))
    made = document(
        section(
            "Kop",
            *(paragraph(long_text(80)) for _ in range(4)),
            paragraph(long_text(20), NoteMark("lang", "1"), " " + long_text(60)),
            paragraph(long_text(200), NoteMark("kort", "2"), "."),
        ),
        notes=(note, after),
    )
    theme = default_theme()
    pages = lay_out(made, theme, source_sans(), {})
    check_pages(pages, theme)
    check_notes(pages, made)
    assert "".join(sorted(squeezed(text_in_order(pages)))) == expected_text(made)
    assert sum(bool(page.notes) for page in pages.pages) >= 2


def test_a_cell_of_two_thousand_words_is_split_between_its_lines() -> None:
    row = Row(
        (
            Cell(CellKind.ROW_HEAD, (Text("Land"),)),
            Cell(CellKind.TEXT, (Text(long_text(2000)),)),
        )
    )
    head = Row(
        (
            Cell(CellKind.COLUMN_HEAD, (Text("Naam"),)),
            Cell(CellKind.COLUMN_HEAD, (Text("Toelichting"),)),
        )
    )
    made = document(Table("t", "Tabel 1", (Text("Lang"),), 2, (head,), (row, row), "Samenvatting."))
    theme = default_theme()
    pages = lay_out(made, theme, source_sans(), {})
    check_pages(pages, theme)
    assert len(pages.pages) > 3
    assert "".join(sorted(squeezed(text_in_order(pages)))) == expected_text(made)
