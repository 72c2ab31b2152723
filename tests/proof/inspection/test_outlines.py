"""A page of ours is read without its outlines: what is left is all that the check looks at, whatever is around them."""

from __future__ import annotations

import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from rapportage.document.drawing import Drawing, Path, TextRun
from rapportage.pages.fonts import source_sans
from rapportage.pages.pdf.drawings import drawing_operators
from rapportage.pages.pdf.fonts import FontUse
from rapportage.pages.pdf.means import Means, Stock
from rapportage.pages.pdf.objects import shown_string
from rapportage.proof.inspection.content import MARKS, parse, without_outlines
from rapportage.proof.inspection.structure.places import PLACES

PLACE = st.tuples(st.floats(-999, 999), st.floats(-999, 999))
LETTERS = st.text("0123456789. mlh-c", min_size=1, max_size=120)
PATH = st.builds(
    lambda places, is_line: Path(
        (("M", places[0]), ("L", tuple(each for place in places[1:] for each in place)), ("Z", ())),
        None if is_line else "#154273",
        "#1a1a1a" if is_line else None,
        hatch=() if is_line or len(places) % 2 else (45,),
    ),
    st.lists(PLACE, min_size=2, max_size=40),
    st.booleans(),
)
TEXT = st.builds(TextRun, st.floats(0, 500), st.floats(0, 500), LETTERS, st.just(8.0))


def page_of(content: str) -> tuple[pikepdf.Page, pikepdf.Pdf]:
    """The page, and the file that has to be there as long as it is."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    page.obj.Contents = pdf.make_stream(content.encode("latin-1"))
    return page, pdf


def read(stream: pikepdf.Object) -> list[str]:
    return [f"{each.operands} {operator}" for operator, each in parse(stream, MARKS | PLACES)]


@given(st.lists(st.one_of(PATH, TEXT), max_size=6), LETTERS)
def test_all_but_the_outlines_is_the_same(items: list[Path | TextRun], words: str) -> None:
    drawn = drawing_operators(Drawing(500.0, 500.0, tuple(items)), 70.5, 300.25, Means(Stock(FontUse(source_sans()))))
    head = ["/P<</MCID 0>>BDC", "BT", f"100 200 Td {shown_string(words)}Tj", "ET", "EMC", "/Figure<</MCID 1>>BDC", "q"]
    page, pdf = page_of("\n".join([*head, *drawn, "Q", "EMC"]))
    assert read(without_outlines(page, pdf)) == read(page.obj)


def test_of_an_outline_nothing_is_left() -> None:
    outline = " ".join(["12.5 -3 m", *["1.5 2.25 l"] * 9, "h", "1 2 m", *["3 4 l"] * 9, "h"])
    page, pdf = page_of(f"0 0 1 rg\n{outline}\nf*\n")
    assert without_outlines(page, pdf).read_bytes().split() == [b"0", b"0", b"1", b"rg", b"f*"]


def test_a_page_of_several_streams_is_left_as_it_is() -> None:
    page, pdf = page_of("0 0 m")
    page.obj.Contents = pikepdf.Array([page.obj.Contents])
    assert without_outlines(page, pdf).objgen == page.obj.objgen
