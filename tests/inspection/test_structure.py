"""Our own check of the structure: silent about a good file, and each defect is found."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest

from rapportage.inspection import structural_faults
from tests.full_report import full_report_pdf

GOOD = full_report_pdf()


def elements(pdf: pikepdf.Pdf, role: str) -> list[pikepdf.Object]:
    return [
        item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == role and "/P" in item
    ]


def attributes(element: pikepdf.Object) -> pikepdf.Object:
    return element.A[0] if isinstance(element.A, pikepdf.Array) else element.A


def wrong_parent(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "/H1")[0].P = pdf.Root.StructTreeRoot


def wrong_parent_tree(pdf: pikepdf.Pdf) -> None:
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[1] = row[1], row[0]


def lost_content(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "/P")[3].K = pikepdf.Array([])


def unmarked_content(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1]
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n0 0 10 10 re f")


def unknown_head(pdf: pikepdf.Pdf) -> None:
    cell = next(cell for cell in elements(pdf, "/TD") if "/A" in cell and "/Headers" in attributes(cell))
    attributes(cell).Headers = pikepdf.Array([pikepdf.String("weg")])


def uneven_row(pdf: pikepdf.Pdf) -> None:
    row = elements(pdf, "/TR")[-3]
    row.K = pikepdf.Array(list(row.K)[:-1])


def no_alternative(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "/Figure")[0].Alt


def no_box(pdf: pikepdf.Pdf) -> None:
    del attributes(elements(pdf, "/Figure")[0]).BBox


def box_outside(pdf: pikepdf.Pdf) -> None:
    attributes(elements(pdf, "/Figure")[0]).BBox = pikepdf.Array([0, 0, 5000, 10])


def skipped_level(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "/H2")[0].S = pikepdf.Name.H4


def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def no_tab_order(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Tabs


def silent_link(pdf: pikepdf.Pdf) -> None:
    annotation = next(page.Annots[0] for page in pdf.pages if "/Annots" in page)
    del annotation.Contents


def wrong_link(pdf: pikepdf.Pdf) -> None:
    page = next(page for page in pdf.pages if "/Annots" in page and len(page.Annots) > 1)
    page.Annots[0].StructParent = page.Annots[1].StructParent + 1


def double_id(pdf: pikepdf.Pdf) -> None:
    first, second, *_ = elements(pdf, "/Note")
    second.ID = first.ID


def wrong_order(pdf: pikepdf.Pdf) -> None:
    kids = elements(pdf, "/Sect")[0].K
    kids[0], kids[1] = kids[1], kids[0]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (wrong_parent, "als ouder"),
        (wrong_parent_tree, "ParentTree"),
        (lost_content, "verschilt"),
        (unmarked_content, "buiten elke markering"),
        (unknown_head, "een kop 'weg'"),
        (uneven_row, "kolommen"),
        (no_alternative, "zonder beschrijving (Alt)"),
        (no_box, "zonder plaats"),
        (box_outside, "buiten de pagina"),
        (skipped_level, "volgt op niveau"),
        (no_language, "taal"),
        (no_tab_order, "tabvolgorde"),
        (silent_link, "zonder beschrijving (Contents)"),
        (wrong_link, "verwijzen niet naar elkaar"),
        (double_id, "keer voor"),
        (wrong_order, "tekenvolgorde"),
    ],
)
def test_a_planted_defect_is_found(spoil: Callable[[pikepdf.Pdf], None], words: str) -> None:
    with pikepdf.open(io.BytesIO(GOOD)) as pdf:
        spoil(pdf)
        out = io.BytesIO()
        pdf.save(out)
    assert words in "\n".join(structural_faults(out.getvalue()))


def test_a_good_file_has_no_faults() -> None:
    assert structural_faults(GOOD) == []
