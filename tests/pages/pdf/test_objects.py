"""How values and files are written."""

from __future__ import annotations

import io
from threading import active_count

import pikepdf
import pytest

from rapportage.pages.pdf import objects
from rapportage.pages.pdf.objects import PdfFile, number, ref, shown_string, text_string


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.0, "1"), (0.125, "0.12"), (-0.001, "0"), (-2.5, "-2.5"), (100, "100")],
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


def test_strings_are_escaped() -> None:
    assert text_string(r"a(b)\c") == r"(a\(b\)\\c)"
    assert text_string("ë") == "<FEFF00EB>"
    assert shown_string("(") == "(\x00\\()"


def test_every_stream_ends_so_that_its_length_can_be_counted() -> None:
    """Also that of the references: its last byte may be a carriage return (ISO 19005-2, 6.1.7.1)."""
    file = PdfFile()
    catalog = file.add(f"<</Type/Catalog/Pages {ref(file.add('<</Type/Pages/Count 0/Kids[]>>'))}>>")
    file.add_stream("", b"q Q")
    data = file.write(catalog, file.add("<<>>"))
    assert data.count(b"endstream") == data.count(b"\r\nendstream") == 3


@pytest.mark.parametrize("large", [1, 100, 10**9], ids=["all", "some", "none"])
def test_what_is_compressed_beside_makes_the_same_file(large: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def written() -> bytes:
        file = PdfFile()
        tree = file.add("<</Type/Pages/Count 0/Kids[]>>")
        for size in (3, 500, 20, 4_000):
            file.add_stream("", b"q Q " * size)
        return file.write(file.add(f"<</Type/Catalog/Pages {ref(tree)}>>"), file.add("<<>>"))

    usual = written()
    monkeypatch.setattr(objects, "LARGE", large)
    assert written() == usual
    assert active_count() == 1  # so that a copy of the process can be made


def test_a_file_holds_its_objects() -> None:
    file = PdfFile()
    page, tree = file.reserve(), file.reserve()
    stream = file.add_stream("", b"q Q " * 50)
    file.put(
        page,
        f"<</Type/Page/Parent {ref(tree)}/MediaBox[0 0 10 10]/Resources<<>>/Contents {ref(stream)}>>",
    )
    file.put(tree, f"<</Type/Pages/Count 1/Kids[{ref(page)}]>>")
    info = file.add(f"<</Title {text_string('Tekst (é)')}>>")
    many = [file.add(f"[{index}]") for index in range(500)]
    catalog = file.add(f"<</Type/Catalog/Pages {ref(tree)}/Many[{' '.join(map(ref, many))}]>>")
    data = file.write(catalog, info)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert not pdf.check_pdf_syntax()
        assert str(pdf.docinfo.Title) == "Tekst (é)"
        assert pdf.pages[0].Contents.read_bytes() == b"q Q " * 50
        assert [int(item[0]) for item in pdf.Root.Many] == list(range(500))
