"""Files in the PDF: whole, described, tied to what they belong to, and allowed there."""

from __future__ import annotations

import io
from collections.abc import Callable
from hashlib import md5

import page
import pikepdf
import pytest

from rapportage.document import Document
from rapportage.pages.attachments import attachments, publication
from rapportage.pages.fonts import source_sans
from rapportage.pages.layout import lay_out
from rapportage.pages.pdf import write
from rapportage.pages.theme import default_theme
from rapportage.proof.inspection import structural_faults
from tests.pages.attachments.documents import everything
from tests.pages.pdf.test_write import DRAWING

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)
FILES = attachments(publication(everything()))


def written(made: Document) -> bytes:
    pages = lay_out(made, default_theme(), source_sans(), {"figuur": DRAWING, "in-tabel": DRAWING})
    return write(pages, made, source_sans(), FILES)


DATA = written(everything())


def test_the_file_is_valid() -> None:
    for profile in PROFILES:
        report = page.validate_pdf_bytes(DATA, profile=profile, limits=page.SafetyLimits.unlimited())
        assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    assert structural_faults(DATA) == []


def test_it_claims_what_it_is() -> None:
    with pikepdf.open(io.BytesIO(DATA)) as pdf, pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert metadata["pdfuaid:part"] == "1"


def test_every_file_is_in_it_whole_and_described() -> None:
    with pikepdf.open(io.BytesIO(DATA)) as pdf:
        specifications = dict(pikepdf.NameTree(pdf.Root.Names.EmbeddedFiles).items())
        assert sorted(specifications) == sorted(each.name for each in FILES)
        assert {each.objgen for each in pdf.Root.AF} == {each.objgen for each in specifications.values()}
        for each in FILES:
            found = specifications[each.name]
            assert str(found.F) == str(found.UF) == each.name
            assert str(found.Desc) == each.description
            assert str(found.AFRelationship) == f"/{each.relationship}"
            stream = found.EF.F
            assert stream.read_bytes() == each.data
            assert str(stream.Subtype) == f"/{each.media_type}"
            assert bytes(stream.Params.CheckSum) == md5(each.data, usedforsecurity=False).digest()
            assert str(stream.Params.ModDate) == "D:20200624000000+00'00'"  # that of the report, not of today


def test_a_table_and_its_chart_name_the_same_file() -> None:
    with pikepdf.open(io.BytesIO(DATA)) as pdf:
        named = [
            (str(item.S), [str(each.UF) for each in item.AF])
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and "/AF" in item and "/S" in item
        ]
    assert sorted(named) == [
        ("/Figure", ["figuur-1-figuur.csv"]),
        ("/Figure", ["tabel-1-landen.csv"]),
        ("/Table", ["tabel-1-landen.csv"]),
        ("/Table", ["tabel-2.csv"]),
    ]


def test_the_same_bytes_each_time() -> None:
    assert written(everything()) == DATA


def first_file(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.Root.AF[0]


def without(key: str) -> Callable[[pikepdf.Pdf], None]:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del first_file(pdf)[key]

    return spoil


def another_relationship(pdf: pikepdf.Pdf) -> None:
    first_file(pdf).AFRelationship = pikepdf.Name.Schema


def damaged(pdf: pikepdf.Pdf) -> None:
    first_file(pdf).EF.F.write(first_file(pdf).EF.F.read_bytes().replace(b"Landen", b"Banden"))


def longer(pdf: pikepdf.Pdf) -> None:
    first_file(pdf).EF.F.write(b"een\n")


def without_kind(pdf: pikepdf.Pdf) -> None:
    del first_file(pdf).EF.F.Subtype


def without_date(pdf: pikepdf.Pdf) -> None:
    del first_file(pdf).EF.F.Params.ModDate


def not_associated(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AF[0]


def not_embedded(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Names.EmbeddedFiles


def claims_part_2(pdf: pikepdf.Pdf) -> None:
    metadata = pdf.Root.Metadata.read_bytes().replace(b"<pdfaid:part>3", b"<pdfaid:part>2")
    pdf.Root.Metadata.write(metadata)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (without("/UF"), "bijlage csvw.json heeft geen naam in Unicode (UF)"),
        (without("/F"), "heeft geen naam (F)"),
        (without("/Desc"), "heeft geen beschrijving (Desc)"),
        (without("/EF"), "heeft geen inhoud"),
        (without("/AFRelationship"), "zegt niet wat zij voor het document is"),
        (another_relationship, "zegt niet wat zij voor het document is"),
        (damaged, "is beschadigd (CheckSum)"),
        (longer, "is niet zo groot als zij zegt (Size)"),
        (without_kind, "noemt haar soort niet"),
        (without_date, "heeft geen datum"),
        (not_associated, "bijlage csvw.json is niet met het document verbonden (AF)"),
        (not_embedded, "het document is verbonden met een bestand dat er niet in zit"),
        (not_embedded, "pagina 1: een element Table is verbonden met een bestand dat er niet in zit"),
        (claims_part_2, "dat mag alleen in PDF/A-3 (dit is PDF/A-2)"),
    ],
)
def test_a_planted_defect_is_found(spoil: Callable[[pikepdf.Pdf], None], words: str) -> None:
    with pikepdf.open(io.BytesIO(DATA)) as pdf:
        spoil(pdf)
        out = io.BytesIO()
        pdf.save(out)
    assert words in "\n".join(structural_faults(out.getvalue()))
