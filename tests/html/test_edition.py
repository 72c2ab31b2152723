"""What becomes of each kind of block, and of each thing in a line of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

import pytest
from msgspec.structs import replace

from rapportage.diagnostics import Findings
from rapportage.document import (
    Aside,
    Block,
    Cell,
    CellKind,
    Content,
    Contents,
    CrossReference,
    Delivered,
    Document,
    FlowArrow,
    FlowDiagram,
    FlowStep,
    Heading,
    Image,
    ImageWidth,
    KeyFigure,
    KeyFigures,
    LineBreak,
    Link,
    List,
    ListItem,
    Note,
    NoteMark,
    PageReference,
    Paragraph,
    QrCode,
    Row,
    Section,
    Table,
    Term,
    Terms,
    Text,
    Trace,
    Value,
    flow_words,
)
from rapportage.document.drawing import Drawing, Path, Raster
from rapportage.html import edition
from rapportage.pages.house_style import built_in
from rapportage.pipeline import BuildRequest, editions
from tests.conftest import Compare
from tests.faults import ROOT
from tests.html.reading import Node, faults, read

SQUARE = Drawing(10, 10, (Path((("M", (0, 0)), ("L", (10, 0)), ("L", (10, 10)), ("Z", ())), "#154273"),))
PICTURE = Raster(1, 1, "rgb", b"\xff\x00\x00")


def words(text: str) -> Content:
    return (Text(text),)


def paragraph(*content: Text | Value | Link | CrossReference | PageReference | NoteMark | LineBreak) -> Paragraph:
    return Paragraph(tuple(content))


def document(*blocks: Block, notes: Sequence[Note] = ()) -> Document:
    return Document("Proef", (), "", "", (), "2020-05-01", "nl-NL", blocks, tuple(notes))


def main(*blocks: Block, notes: Sequence[Note] = (), drawings: dict[str, Drawing] | None = None) -> Node:
    """What stands in the page of these blocks, every link of which leads somewhere."""
    made = document(*blocks, notes=notes)
    with made.spoken():
        tree = read(edition(made, drawings or {}, built_in()))
    assert faults(tree) == []
    (found,) = tree.all("main")
    return found


def inner(node: Node) -> str:
    """The elements in it as text, without what tells them apart."""
    return "".join(
        child if isinstance(child, str) else f"<{child.name}>{inner(child)}</{child.name}>" for child in node.children
    ).strip()


def figure(text: str, spoken: str | None = None, exact: str = "0.3149") -> Value:
    return Value(text, Trace(Decimal(exact), Delivered(0, "x"), ()), spoken=spoken)


# --- In a line of text ---------------------------------------------------------------------------------------


def test_words_have_their_form_and_language() -> None:
    found = main(
        paragraph(
            Text("vet", bold=True),
            Text("schuin", italic=True),
            LineBreak(),
            Text("both", bold=True, italic=True, language="en"),
            Link((Text("hier & daar"),), "https://example.org/?a=1&b=2"),
        )
    )
    assert inner(found) == (
        "<p><strong>vet</strong><em>schuin</em><br></br>"
        "<span><em><strong>both</strong></em></span><a>hier & daar</a></p>"
    )
    assert [node.get("lang") for node in found.all("span")] == ["en"]
    assert [node.get("href") for node in found.all("a")] == ["https://example.org/?a=1&b=2"]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (figure("1.560"), "1560"),
        (figure("31%"), "31"),
        (figure("−2,50"), "-2.50"),
        (figure("ongeveer 7.350"), "7350"),
        (figure("gedaald van 441 naar 413"), None),
        (figure("vrijwel gelijk gebleven"), None),
        (Value("mei 2020"), None),
    ],
)
def test_a_figure_says_to_machines_what_it_shows_and_no_digit_more(value: Value, told: str | None) -> None:
    found = [node.get("value") for node in main(paragraph(value)).all("data")]
    assert found == ([] if told is None else [told])


def test_a_sign_says_what_it_means_to_who_does_not_see_it() -> None:
    (found,) = main(paragraph(figure(".", "onbekend"))).all("p")
    shown, said = found.all("span")
    assert (shown.text, shown.get("aria-hidden"), said.text, said.get("class")) == (".", "true", "onbekend", "aloud")
    (blank,) = main(paragraph(figure("", "geen cijfer"))).all("p")
    assert [node.text for node in blank.all("span")] == ["geen cijfer"]


def test_a_reference_is_a_link_and_there_are_no_pages() -> None:
    section = Section(Heading("kop", 1, words("Kop"), "1"), (paragraph(Text("Woorden.")),))
    found = main(
        section,
        paragraph(CrossReference("hoofdstuk 1", "kop"), Text(", op pagina "), PageReference("kop", "hoofdstuk 1")),
    )
    assert found.all("p")[-1].words == "hoofdstuk 1, op pagina van hoofdstuk 1"
    assert [node.get("href") for node in found.all("a")] == ["#kop", "#kop"]


def test_an_abbreviation_says_what_it_stands_for() -> None:
    listed = Terms((Term(words("IND"), words("Immigratie- en Naturalisatiedienst"), "afkorting-ind", True),))
    found = main(paragraph(CrossReference("IND", "afkorting-ind", "IND: …")), listed)
    assert [node.get("title") for node in found.all("abbr")] == ["Immigratie- en Naturalisatiedienst", None]


def test_an_id_with_a_space_or_another_sign_is_one_place() -> None:
    section = Section(Heading("mijn 100% kop", 1, words("Kop")), (paragraph(Text("Woorden.")),))
    found = main(section, paragraph(CrossReference("de kop", "mijn 100% kop")))
    assert [node.get("id") for node in found.all("h2")] == ["mijn\u00a0100%\u00a0kop"]


# --- Notes ---------------------------------------------------------------------------------------------------


def test_a_note_comes_after_its_block_and_leads_back_to_every_mark() -> None:
    note = Note("een", "1", words("De noot."))
    found = main(
        paragraph(Text("Eerst"), NoteMark("een", "1"), Text(".")),
        paragraph(Text("Dan weer"), NoteMark("een", "1"), NoteMark("twee", "2"), Text(".")),
        notes=(note, Note("twee", "2", words("De tweede."))),
    )
    kinds = [(node.name, node.get("role")) for node in found.children if isinstance(node, Node)]
    assert kinds == [("p", None), ("div", "doc-footnote"), ("p", None), ("div", "doc-footnote")]
    first, second = found.with_role("doc-footnote")
    assert [node.get("aria-label") for node in first.with_role("doc-backlink")] == [
        "Terug naar noot 1 in de tekst, plaats 1",
        "Terug naar noot 1 in de tekst, plaats 2",
    ]
    assert [node.get("aria-label") for node in second.with_role("doc-backlink")] == ["Terug naar noot 2 in de tekst"]
    assert found.all("p")[2].text == "Dan weer1,2."


def test_a_note_in_a_point_of_a_list_stays_with_that_point() -> None:
    items = (ListItem((paragraph(Text("Punt"), NoteMark("een", "1")),)), ListItem((paragraph(Text("Ander")),)))
    found = main(List(True, items, 3), notes=(Note("een", "1", words("De noot.")),))
    (listed,) = found.all("ol")
    assert listed.get("start") == "3"
    assert [len(node.with_role("doc-footnote")) for node in listed.all("li")] == [1, 0]


# --- Tables --------------------------------------------------------------------------------------------------


def head(text: str, id: str, columns: int = 1, rows: int = 1, headers: tuple[str, ...] = ()) -> Cell:
    return Cell(CellKind.COLUMN_HEAD, words(text), columns, rows, id, headers)


def row_head(text: str, id: str = "", columns: int = 1, headers: tuple[str, ...] = ()) -> Cell:
    return Cell(CellKind.ROW_HEAD, words(text), columns, id=id or None, headers=headers)


def number(text: str, headers: tuple[str, ...] = ()) -> Cell:
    return Cell(CellKind.FIGURE, (figure(text),), headers=headers)


TABLE = Table(
    "t",
    "Tabel 1",
    words("Landen"),
    3,
    (
        Row((head("Land", "k", rows=2), head("2020", "g", columns=2))),
        Row((head("aantal", "k0", headers=("g",)), head("%", "k1", headers=("g",)))),
    ),
    (
        Row((row_head("Azië", "a", 3),), "group"),
        Row(
            (row_head("Syrië", "r0", headers=("a",)), number("106", ("a", "r0", "k0")), number("31", ("a", "r0", "k1")))
        ),
        Row((row_head("Afrika", "b", 3),), "group"),
        Row(
            (row_head("Eritrea", "r1", headers=("b",)), number("12", ("b", "r1", "k0")), number("4", ("b", "r1", "k1")))
        ),
        Row((row_head("Samen", "r2", headers=("b",)), number("12"), number("4")), "subtotal"),
        Row((row_head("Totaal", "r3"), number("341"), number("100")), "total"),
    ),
    "3 rijen, met per land: aantal.",
)


def test_a_group_has_a_body_of_its_own_and_every_head_says_what_it_is_of() -> None:
    (found,) = main(TABLE).all("table")
    bodies = [[row.all("th")[0].words for row in body.all("tr")] for body in found.all("tbody")]
    assert bodies == [["Azië", "Syrië"], ["Afrika", "Eritrea", "Samen"], ["Totaal"]]
    scopes = {node.words: node.get("scope") for node in found.all("th")}
    assert scopes == {
        "Land": "col", "2020": "colgroup", "aantal": "col", "%": "col", "Azië": "rowgroup", "Syrië": "row",
        "Afrika": "rowgroup", "Eritrea": "row", "Samen": "row", "Totaal": "row",
    }  # fmt: skip
    (caption,) = found.all("caption")
    assert caption.words == "Tabel 1 Landen 3 rijen, met per land: aantal."


def test_no_cell_is_named_where_heads_say_what_they_are_of() -> None:
    """And elsewhere every head is named, those of heads as well: nothing follows what `headers` leads to."""
    upper = Row((head("Asiel", "z", columns=2), head("Overig", "y")))
    lower = Row((head("Jaar", "g", columns=2, headers=("z",)), head("Jaar", "h", headers=("y",))))
    last = Row((head("aantal", "k0", headers=("g",)), head("%", "k1", headers=("g",)), head("x", "k2", headers=("h",))))
    row = Row((row_head("Syrië", "r0"), number("106", ("r0", "k1")), number("31", ("r0", "k2"))))
    (found,) = main(replace(TABLE, head=(upper, lower, last), body=(row,))).all("table")
    words = {node.get("id"): node.words for node in found.all("th")}
    named = [[words[id] for id in (cell.get("headers") or "").split()] for cell in found.all("td")]
    assert named == [["Syrië", "Asiel", "Jaar", "%"], ["Syrië", "Overig", "Jaar", "x"]]
    (levels,) = main(TABLE).all("table")
    assert [node.get("span") for node in levels.all("colgroup")] == [None, "2"]
    assert [node for node in levels.walk() if node.get("headers")] == []


def test_a_plain_table_names_no_cell() -> None:
    plain = replace(TABLE, head=(Row((head("", "k"), head("aantal", "k0"), head("%", "k1"))),), body=TABLE.body[1:2])
    (found,) = main(plain).all("table")
    assert [node.get("id") for node in found.walk() if node.name in ("th", "td") and node.get("id")] == []
    corner = found.all("tr")[0].children[0]
    assert isinstance(corner, Node)
    assert (corner.name, corner.text) == ("td", "")


def test_notes_and_sources_of_a_table_are_below_it_and_its_figures_can_be_saved() -> None:
    body = (Row((row_head("Totaal"), Cell(CellKind.FIGURE, (figure("273"), NoteMark("t-1", "a"))))),)
    given = Table("t", "Tabel 1", words("Landen"), 2, (Row((head("Land", "k"), head("aantal", "k0"))),), body, "",
                  notes=(Note("t-1", "a", words("Later bijgesteld.")),), remark=words("Afgerond."),
                  source=words("Bron: IND."))  # fmt: skip
    (found,) = main(given).with_class("table")
    assert [node.get("class") for node in found.children if isinstance(node, Node)] == [
        None, "note", "small", "source", "file",
    ]  # fmt: skip
    (link,) = found.with_class("file")[0].all("a")
    assert (link.get("download"), link.words) == ("tabel-1-t.csv", "Tabel 1 als csv-bestand")
    assert (link.get("href") or "").startswith("data:text/csv;charset=utf-8;base64,")


# --- Figures, cards, terms, asides ---------------------------------------------------------------------------


def test_a_flow_diagram_is_also_a_list_of_its_steps() -> None:
    steps = (
        FlowStep(words("Aanvraag."), "begin"),
        FlowStep(words("Besluit"), "besluit"),
        FlowStep(words("Afwijzing"), "einde"),
    )
    arrows = (FlowArrow(0, 1), FlowArrow(1, 2, words("nee")), FlowArrow(1, 0, words("ja")))
    made = document()
    with made.spoken():
        told = flow_words(steps, arrows, ())
    given = FlowDiagram("f", "Figuur 1", words("De weg"), steps, arrows, (), "…", told)
    (found,) = main(given, drawings={"f": SQUARE}).all("figure")
    assert [node.words for node in found.all("li")] == [
        "Aanvraag", "Besluit; bij 'nee' verder met stap 3 en bij 'ja' verder met stap 1", "Afwijzing: einde",
    ]  # fmt: skip
    assert found.with_class("summary") == []
    own = replace(given, told=words("Wat de maker ervan zegt."))
    assert [node.words for node in main(own, drawings={"f": SQUARE}).with_class("summary")] == [
        "Wat de maker ervan zegt."
    ]


def test_pictures_say_what_they_show_unless_they_show_nothing() -> None:
    shown = Image("p", "Figuur 1", words("Een vlak"), "Een rood vlak", "vlak.png", PICTURE, ImageWidth(40))
    (found,) = main(shown).all("img")
    assert (found.get("alt"), found.get("style")) == ("Een rood vlak", "width:40mm")
    plain = Image("q", "", (), None, "rand.svg", SQUARE, ImageWidth(50, True))
    hidden = main(plain)
    assert hidden.all("figure") == []
    (outer,) = [node for node in hidden.walk() if node.get("aria-hidden") == "true"]
    assert (outer.get("style"), len(outer.all("svg"))) == ("width:50%", 1)


def test_a_code_has_its_address_as_a_link() -> None:
    url = "https://example.org/"
    code = QrCode("q", url, "QR-code die leidt naar example.org", (Link((Text(url),), url),))
    found = main(code, drawings={"q": SQUARE})
    assert found.all("title")[0].text == "QR-code die leidt naar example.org"
    assert found.all("a")[0].get("href") == url


def test_cards_and_terms_are_lists_of_what_each_is() -> None:
    cards = KeyFigures((KeyFigure(words("Aanvragen"), (figure("413"),), words("441 in april")),))
    terms = Terms((Term(words("Asiel"), words("Bescherming."), "begrip-asiel"),))
    found = main(cards, terms)
    first, second = found.all("dl")
    assert inner(first) == "<div><dt>Aanvragen</dt><dd><data>413</data></dd><dd>441 in april</dd></div>"
    assert inner(second) == "<div><dt>Asiel</dt><dd>Bescherming.</dd></div>"
    assert second.all("dt")[0].get("id") == "begrip-asiel"


def test_an_aside_is_called_after_its_title() -> None:
    found = main(
        Aside("box", words("Let op"), (paragraph(Text("Tekst.")),)),
        Aside("quote", (), (paragraph(Text("Zo zei zij.")),)),
    )
    (box,) = found.all("aside")
    assert box.get("role") == "note"
    assert [node.words for node in box.walk() if node.get("id") == box.get("aria-labelledby")] == ["Let op"]
    assert [node.words for node in found.all("blockquote")] == ["Zo zei zij."]


def test_the_contents_are_nested_as_the_headings_are() -> None:
    def section(id: str, level: int, *blocks: Block) -> Section:
        return Section(Heading(id, level, words(id), "1"), (*blocks, paragraph(Text("x"))))

    found = main(
        Contents("Inhoudsopgave", 2),
        section("a", 1, section("b", 2, section("c", 3)), section("d", 2)),
        section("e", 1),
    )
    (nav,) = found.all("nav")
    assert nav.get("aria-labelledby") == "inhoudsopgave"
    assert inner(nav.all("ol")[0]).replace("\n", "").replace("1 ", "") == (
        "<li><a>a</a><ol><li><a>b</a></li><li><a>d</a></li></ol></li><li><a>e</a></li>"
    )


# --- The whole -----------------------------------------------------------------------------------------------


def test_one_report_to_read(golden: Compare) -> None:
    """The smallest sample as it is in the file, without its letters, its look and its data."""
    made = editions(BuildRequest("instroom-week", "2024-W05", ROOT), ("html",), Findings())
    assert made is not None
    assert made.html is not None
    page = re.sub(r"<style>.*?</style>", "<style>…</style>", made.html.decode(), flags=re.DOTALL)
    golden("instroom-week-2024-W05.html.txt", re.sub(r"base64,[\w+/=]+", "base64,…", page))
