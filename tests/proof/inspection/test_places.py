"""Text outside the margins and a number on two lines are found in a file, wherever they came from."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from rapportage.document import Value
from rapportage.pages.fonts import source_sans
from rapportage.pages.layout import Glyphs, Pages, lay_out
from rapportage.pages.layout.boxes import Box, Piece
from rapportage.pages.pdf import write
from rapportage.pages.theme import default_theme
from rapportage.proof.inspection import structural_faults
from rapportage.proof.inspection.opening import InspectionError
from tests.pages.layout.documents import document, paragraph

DOCUMENT = document(paragraph("Het waren er ", Value("122.533"), " in mei."))


def spoilt(change: Callable[[Glyphs], list[Piece]], text: str, *, running: bool = False) -> bytes:
    """The report in which `change` was made to what shows `text`."""
    pages = lay_out(DOCUMENT, default_theme(), source_sans(), {})

    def changed(box: Box) -> Box:
        found: list[Piece] = []
        for piece in box.pieces:
            found += change(piece) if isinstance(piece, Glyphs) and text in piece.text else [piece]
        return replace(box, pieces=tuple(found))

    page = pages.pages[0]
    body = tuple(replace(each, box=changed(each.box)) for each in page.body)
    under = tuple(replace(each, box=changed(each.box)) for each in page.running)
    made: Pages = replace(pages, pages=(replace(page, body=body, running=under),))
    return write(made, DOCUMENT, source_sans())


def moved(dx: float, dy: float, glyphs: Glyphs) -> list[Piece]:
    return [replace(glyphs, x=glyphs.x + dx, y=glyphs.y + dy)]


def broken(at: int, glyphs: Glyphs) -> list[Piece]:
    """The text with its end on the next line."""
    head, tail = glyphs.text[:at], glyphs.text[at:]
    return [replace(glyphs, text=head), replace(glyphs, text=tail, x=0.0, y=glyphs.y + 14)]


def test_a_report_as_it_is_has_no_fault() -> None:
    assert structural_faults(spoilt(partial(moved, 0.0, 0.0), "Het")) == []


@pytest.mark.parametrize(("dx", "dy"), [(-3.0, 0.0), (450.0, 0.0), (0.0, -120.0), (0.0, 690.0)])
def test_text_outside_the_margins_is_found(dx: float, dy: float) -> None:
    (fault,) = structural_faults(spoilt(partial(moved, dx, dy), "Het"))
    assert "buiten de marges" in fault
    assert "Het waren er" in fault


def test_a_footer_off_the_page_is_found() -> None:
    (fault,) = structural_faults(spoilt(partial(moved, 70.0, 0.0), "Pagina"))
    assert "buiten de pagina" in fault


@pytest.mark.parametrize("at", [1, 3, 4, 6])
def test_a_number_on_two_lines_is_found(at: int) -> None:
    (fault,) = structural_faults(spoilt(partial(broken, at), "122.533"))
    assert "een getal staat op twee regels" in fault


def test_words_on_two_lines_are_no_fault() -> None:
    assert structural_faults(spoilt(partial(broken, 10), "Het")) == []


def test_a_file_that_only_says_it_is_ours_is_no_crash(tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(spoilt(partial(moved, 0.0, 0.0), "Het"))) as pdf:
        pdf.pages[0].obj.Contents = pdf.make_stream(b"Q Q /F9 1 Tf BT (x) Tj ET")
        pdf.pages[0].obj.Resources = pikepdf.Dictionary()
        pdf.save(tmp_path / "a.pdf")
    with pytest.raises(InspectionError):
        structural_faults(tmp_path / "a.pdf")
    with pytest.raises(IndexError):  # of our own making it would be a fault of ours
        structural_faults((tmp_path / "a.pdf").read_bytes())
