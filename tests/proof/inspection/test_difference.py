"""Where two files begin to differ."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest

from rapportage.proof.inspection import first_difference
from tests.full_report import full_report, full_report_pdf
from tests.pages.pdf.test_attachments import DATA

LONG = full_report_pdf()


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, fix_metadata_version=False)
    return out.getvalue()


def nothing(pdf: pikepdf.Pdf) -> None:
    pass


def third_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[2].Contents = pdf.make_stream(pdf.pages[2].Contents.read_bytes() + b"\n")


def one_page_less(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1]


def other_file(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF[0].EF.F.write(b"anders")


def other_title(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes() + b" ")


@pytest.mark.parametrize(
    ("data", "change", "words"),
    [
        (LONG, third_page, "het eerste verschil staat op pagina 3"),
        (LONG, one_page_less, f"het manifest hoort bij {len(pikepdf.open(io.BytesIO(LONG)).pages)} pagina's"),
        (DATA, other_file, "bijlage csvw.json is anders"),
        (LONG, other_title, "de gegevens over het bestand"),
        (LONG, nothing, "het verschil begint bij byte "),
    ],
)
def test_the_first_difference(data: bytes, change: Callable[[pikepdf.Pdf], None], words: str) -> None:
    assert words in first_difference(data, changed(data, change))


def test_the_same_has_none() -> None:
    assert first_difference(LONG, full_report_pdf(full_report())) == ""


def test_what_is_no_pdf_differs_somewhere() -> None:
    assert "byte 1" in first_difference(b"abc", b"axc")
