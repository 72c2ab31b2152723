"""The written file: valid, complete and the same every time."""

from __future__ import annotations

import io

import page
import pikepdf
import pytest
from msgspec.structs import replace

from rapportage.document import Chart, Contents, Document, Link, Note, NoteMark, PageReference, Text, Value
from rapportage.document.chart_kinds import LINES
from rapportage.document.drawing import Drawing, Path, TextRun
from rapportage.pages.fonts import source_sans
from rapportage.pages.layout import Element, lay_out
from rapportage.pages.pdf import write
from rapportage.pages.pdf.objects import PdfFile, text_string
from rapportage.pages.pdf.structure import StructureWriter
from rapportage.pages.theme import default_theme
from rapportage.proof.inspection import structural_faults
from tests.pages.layout.documents import document, paragraph, section, simple_table

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)


def written(made: Document, drawings: dict[str, Drawing] | None = None) -> bytes:
    return write(
        lay_out(made, default_theme(), source_sans(), drawings or {}),
        made,
        source_sans(),
    )


def faults(data: bytes) -> list[str]:
    reports = (
        page.validate_pdf_bytes(data, profile=profile, limits=page.SafetyLimits.unlimited()) for profile in PROFILES
    )
    return [f"{failure.rule_id}: {failure.message}" for report in reports for failure in report.failures]


def a_bit_of_everything() -> Document:
    chart = Chart(
        "figuur",
        "Figuur 1",
        (Text("Aanvragen"),),
        LINES,
        (),
        (),
        "aanvragen",
        "Een lijngrafiek.",
    )
    return document(
        Contents("Inhoudsopgave"),
        section(
            "Landen",
            paragraph(
                "Zie ",
                Value("31%"),
                NoteMark("n", "1"),
                " (",
                Value(".", spoken="onbekend"),
                ").",
            ),
            simple_table(80),
            chart,
            section(
                "Dieper",
                paragraph("Tekst (met haakjes) en \\ en een lange – streep."),
                level=2,
            ),
        ),
        notes=(Note("n", "1", (Text("Zie "), Link((Text("de IND"),), "https://ind.nl/"))),),
    )


DRAWING = Drawing(
    200,
    80,
    (
        Path((("M", (0, 0)), ("L", (200, 80))), stroke="#154273"),
        TextRun(5, 5, "mei", 9, angle=90),
    ),
)


def test_a_bit_of_everything_is_valid() -> None:
    assert faults(written(a_bit_of_everything(), {"figuur": DRAWING})) == []


def test_the_same_document_gives_the_same_bytes() -> None:
    drawings = {"figuur": DRAWING}
    assert written(a_bit_of_everything(), drawings) == written(a_bit_of_everything(), drawings)


def test_other_words_give_another_identifier() -> None:
    first, second = (pikepdf.open(io.BytesIO(written(document(paragraph(text))))) for text in ("een", "twee"))
    assert first.trailer.ID[0] != second.trailer.ID[0]


def test_the_claims_and_the_title() -> None:
    with (
        pikepdf.open(io.BytesIO(written(document(paragraph("x"))))) as pdf,
        pdf.open_metadata() as metadata,
    ):
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["dc:title"] == "Kerncijfers, mei 2020" == str(pdf.docinfo.Title)
        assert str(pdf.docinfo.CreationDate) == "D:20200624000000+00'00'"


def test_the_number_of_a_page_named_in_text() -> None:
    far = section("Ver", paragraph("Hier."))
    made = document(
        section("Kop", paragraph("Zie pagina ", PageReference("kop-Ver"), ".")),
        *(section(f"Vul {index}", *(paragraph("woord " * 200) for _ in range(3))) for index in range(8)),
        far,
    )
    pages = lay_out(made, default_theme(), source_sans(), {})
    last = pages.pages[-1].number
    text = [piece.text for placed in pages.pages[0].body for piece in placed.box.pieces if hasattr(piece, "text")]
    assert str(last) in text
    assert last > 3


def test_a_character_without_a_glyph_is_our_own_fault() -> None:
    with pytest.raises(ValueError, match="no glyph"):
        written(document(paragraph("漢")))


def test_what_is_painted_on_a_page_follows_the_tree_in_whatever_order_it_was_placed() -> None:
    made = document(section("Kop", *(paragraph(f"Alinea {number}.") for number in "abcdef"), simple_table(5)))
    pages = lay_out(made, default_theme(), source_sans(), {})
    (first,) = pages.pages
    backwards = replace(pages, pages=(replace(first, body=first.body[::-1]),))
    assert len(first.body) > 8
    pdf = write(backwards, made, source_sans())
    assert structural_faults(pdf) == []


def test_the_names_of_elements_are_in_the_order_of_their_bytes() -> None:
    """A name with an accent is in another code, whose bytes come after all of ASCII (ISO 32000-1, 7.9.6)."""
    names = ["zee", "appel", "a\u00e9rogel", "b", "\u00e9cole", "Z", "\U0001f600", "\ufb01"]
    made = document(section("Kop", *(simple_table(2, id=name) for name in names)))
    root = Element("Document")
    for name in names:
        root.add("Div", id=name)
    tree = StructureWriter(PdfFile(), root, {})._id_tree()
    places = {name: tree.index(text_string(name)) for name in names}
    assert sorted(names, key=places.__getitem__) == [
        "Z", "appel", "b", "zee", "a\u00e9rogel", "\u00e9cole", "\U0001f600", "\ufb01",
    ]  # fmt: skip
    assert structural_faults(write(lay_out(made, default_theme(), source_sans(), {}), made, source_sans())) == []
