"""Our own check of the structure: silent about a good file, and each defect is found."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

import pikepdf
import pytest

from rapportage.proof.inspection import InspectionError, structural_faults
from tests.full_report import full_report_pdf

GOOD = full_report_pdf()


def elements(pdf: pikepdf.Pdf, role: str) -> list[pikepdf.Object]:
    return [
        item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == role and "/P" in item
    ]


def attributes(element: pikepdf.Object) -> pikepdf.Object:
    return element.A[0] if isinstance(element.A, pikepdf.Array) else element.A


def links(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    return (annotation for page in pdf.pages for annotation in page.obj.get("/Annots", ()))


def append(pdf: pikepdf.Pdf, painting: bytes) -> None:
    page = pdf.pages[1]
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n" + painting)


def wrong_parent(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "/H1")[0].P = pdf.Root.StructTreeRoot


def element_twice(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "/Sect")[1].K.append(elements(pdf, "/H1")[0])


def wrong_parent_tree(pdf: pikepdf.Pdf) -> None:
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[1] = row[1], row[0]


def surplus_in_parent_tree(pdf: pikepdf.Pdf) -> None:
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row.append(row[0])


def page_without_key(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].obj.StructParents


def shared_key(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.StructParents = 0


def key_used_again(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTreeNextKey = 1


def lost_content(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "/P")[3].K = pikepdf.Array([])


def invented_content(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "/H1")[0].K.append(999)


def content_twice_in_tree(pdf: pikepdf.Pdf) -> None:
    kids = elements(pdf, "/H1")[0].K
    kids.append(kids[0])


def content_without_page(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "/H1")[0].Pg


def content_painted_twice(pdf: pikepdf.Pdf) -> None:
    append(pdf, b"/P<</MCID 0>>BDC 0 0 10 10 re f EMC")


def unmarked_content(pdf: pikepdf.Pdf) -> None:
    append(pdf, b"0 0 10 10 re f")


def content_in_a_mere_mark(pdf: pikepdf.Pdf) -> None:
    append(pdf, b"/Span BMC 0 0 10 10 re f EMC")


def content_in_an_artifact(pdf: pikepdf.Pdf) -> None:
    append(pdf, b"/Artifact BMC /P<</MCID 999>>BDC 0 0 10 10 re f EMC EMC")


def unmarked_form(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(b"0 0 10 10 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
    pdf.pages[1].Resources.XObject = pikepdf.Dictionary(X=form)
    append(pdf, b"/X Do")


def nothing_painted(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1]
    emptied = re.sub(rb"(/H1<</MCID \d+>>BDC).*?EMC", rb"\1 EMC", page.Contents.read_bytes(), count=1, flags=re.DOTALL)
    page.Contents = pdf.make_stream(emptied)


def unknown_head(pdf: pikepdf.Pdf) -> None:
    cell = next(cell for cell in elements(pdf, "/TD") if "/A" in cell and "/Headers" in attributes(cell))
    attributes(cell).Headers = pikepdf.Array([pikepdf.String("weg")])


def named_cell_that_is_no_head(pdf: pikepdf.Pdf) -> None:
    next(cell for cell in elements(pdf, "/TH") if cell.ID == "rij-3").S = pikepdf.Name.TD


def head_of_itself(pdf: pikepdf.Pdf) -> None:
    cell = next(cell for cell in elements(pdf, "/TH") if "/Headers" in attributes(cell))
    attributes(cell).Headers = pikepdf.Array([cell.ID])


def uneven_row(pdf: pikepdf.Pdf) -> None:
    row = elements(pdf, "/TR")[-3]
    row.K = pikepdf.Array(list(row.K)[:-1])


def row_too_far(pdf: pikepdf.Pdf) -> None:
    attributes(next(cell for cell in elements(pdf, "/TH") if cell.ID == "land")).RowSpan = 3


def cells_over_each_other(pdf: pikepdf.Pdf) -> None:
    cell = next(cell for cell in elements(pdf, "/TH") if cell.ID == "land")
    head = next(cell for cell in elements(pdf, "/TH") if cell.ID == "aanvragen")
    del attributes(cell).RowSpan
    attributes(head).RowSpan = 2
    second = elements(pdf, "/TR")[1]
    attributes(second.K[0]).ColSpan = 2


def endless_span(pdf: pikepdf.Pdf) -> None:
    attributes(next(cell for cell in elements(pdf, "/TH") if cell.ID == "aanvragen")).ColSpan = 10**9


def no_alternative(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "/Figure")[0].Alt


def replaced_nothing(key: str, role: str) -> Callable[[pikepdf.Pdf], None]:
    def spoil(pdf: pikepdf.Pdf) -> None:
        """The first cell loses its content to an artifact, and keeps words for it."""
        element = elements(pdf, role)[0]
        element[key] = pikepdf.String("geen cijfer")
        element.K = pikepdf.Array([])

    return spoil


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
    del next(links(pdf)).Contents


def wrong_link(pdf: pikepdf.Pdf) -> None:
    first, second, *_ = links(pdf)
    first.StructParent = second.StructParent


def link_outside_the_tree(pdf: pikepdf.Pdf) -> None:
    page = next(page for page in pdf.pages if "/Annots" in page)
    page.Annots.append(pdf.make_indirect(pikepdf.Dictionary(page.Annots[0])))


def link_of_no_page(pdf: pikepdf.Pdf) -> None:
    page = next(page for page in pdf.pages if "/Annots" in page)
    del page.Annots[0]


def link_without_annotation(pdf: pikepdf.Pdf) -> None:
    link = elements(pdf, "/Link")[0]
    link.K = pikepdf.Array(list(link.K)[:-1])


def link_on_another_page(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "/Link")[0].K[-1].Pg = pdf.pages[0].obj


def link_of_a_span(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "/Link")[0].S = pikepdf.Name.Span


def dead_link(pdf: pikepdf.Pdf) -> None:
    next(link for link in links(pdf) if "/Dest" in link).Dest[0] = pikepdf.Dictionary()


def dead_bookmark(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Outlines.First.Dest


def nameless_bookmark(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Outlines.First.Title


def double_id(pdf: pikepdf.Pdf) -> None:
    first, second, *_ = elements(pdf, "/Note")
    second.ID = first.ID


def note_without_id(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "/Note")[0].ID


def no_list_of_ids(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot.IDTree


def unsorted_ids(pdf: pikepdf.Pdf) -> None:
    names = pdf.Root.StructTreeRoot.IDTree.Names
    names[0], names[1], names[2], names[3] = names[2], names[3], names[0], names[1]


def wrong_order(pdf: pikepdf.Pdf) -> None:
    kids = elements(pdf, "/Sect")[0].K
    kids[0], kids[1] = kids[1], kids[0]


def note_as_text(pdf: pikepdf.Pdf) -> None:
    """What is painted at the foot of the page would have to be read in the text."""
    next(note for note in elements(pdf, "/Note") if note.ID == "noot-nareis").S = pikepdf.Name.Div


def no_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (wrong_parent, "als ouder"),
        (element_twice, "H1 staat twee keer in de boom"),
        (wrong_parent_tree, "ParentTree klopt niet met de boom bij inhoud 0, 1"),
        (surplus_in_parent_tree, "ParentTree klopt niet"),
        (page_without_key, "pagina 2: de pagina staat niet in de ParentTree"),
        (shared_key, "sleutel 0 van de ParentTree wordt twee keer gebruikt"),
        (shared_key, "sleutel 1 van de ParentTree hoort nergens bij"),
        (key_used_again, "de volgende sleutel"),
        (lost_content, "getekend maar niet in de boom"),
        (lost_content, "een leeg element P"),
        (invented_content, "in de boom maar niet getekend: 999"),
        (content_twice_in_tree, "twee keer in de boom: "),
        (content_without_page, "op geen pagina"),
        (content_painted_twice, "pagina 2: inhoud twee keer getekend: 0"),
        (unmarked_content, "pagina 2: 1 keer getekend buiten elke markering (f)"),
        (content_in_a_mere_mark, "buiten elke markering (f)"),
        (content_in_an_artifact, "binnen andere inhoud of een artefact: 999"),
        (unmarked_form, "buiten elke markering (f)"),
        (nothing_painted, "pagina 2: een leeg element H1"),
        (unknown_head, "pagina 5: een cel noemt een kop 'weg'"),
        (named_cell_that_is_no_head, "een kop 'rij-3'"),
        (head_of_itself, "noemt zichzelf"),
        (uneven_row, "rijen van 2 tot 3 kolommen"),
        (row_too_far, "voorbij de laatste rij"),
        (cells_over_each_other, "over elkaar"),
        (endless_span, "over 1000000000 kolommen"),
        (no_alternative, "zonder beschrijving (Alt)"),
        (replaced_nothing("/E", "/Span"), "Span heeft een E zonder inhoud"),
        (replaced_nothing("/Alt", "/Span"), "Span heeft een Alt zonder inhoud"),
        (replaced_nothing("/ActualText", "/TD"), "TD heeft een ActualText zonder inhoud"),
        (replaced_nothing("/Alt", "/Figure"), "Figure heeft een Alt zonder inhoud"),
        (no_box, "zonder plaats"),
        (box_outside, "buiten de pagina"),
        (skipped_level, "kop H4 volgt op niveau 1"),
        (no_language, "taal"),
        (no_tab_order, "pagina 1: de tabvolgorde"),
        (silent_link, "zonder beschrijving (Contents)"),
        (wrong_link, "verwijzen niet naar elkaar"),
        (link_outside_the_tree, "staat niet in de boom"),
        (link_of_no_page, "op geen pagina staat"),
        (link_without_annotation, "een element Link zonder link"),
        (link_on_another_page, "op een andere pagina"),
        (link_of_a_span, "hoort bij een element Span"),
        (dead_link, "een link leidt nergens heen"),
        (dead_bookmark, "' leidt nergens heen"),
        (nameless_bookmark, "een bladwijzer zonder naam"),
        (double_id, "keer voor"),
        (note_without_id, "een noot zonder ID"),
        (no_list_of_ids, "IDTree"),
        (unsorted_ids, "IDTree staan niet op volgorde"),
        (wrong_order, "tekenvolgorde"),
        (note_as_text, "pagina 3: de tekenvolgorde"),
        (no_tree, "geen structuurboom"),
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


def test_what_is_no_pdf_or_damaged_is_told() -> None:
    with pytest.raises(InspectionError, match="geen"):
        structural_faults(b"geen pdf")
