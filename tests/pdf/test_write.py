"""The written file: valid, complete and the same every time."""

from __future__ import annotations

import io

import page
import pikepdf
import pytest

from rapportage.document import (
    Chart,
    Contents,
    Document,
    Link,
    Note,
    NoteMark,
    PageReference,
    Text,
    Value,
)
from rapportage.drawing import Drawing, Path, TextRun
from rapportage.fonts import source_sans
from rapportage.layout import lay_out
from rapportage.pdf import write
from rapportage.theme import default_theme
from tests.layout.documents import document, paragraph, section, simple_table

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
        "lijn",
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
