"""Random documents of what no one writes: words, numbers, titles, cells, cards and captions that are far too long."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from rapportage.diagnostics import SourceFile, Span
from rapportage.document import (
    Aside,
    Block,
    Category,
    Cell,
    CellKind,
    Chart,
    ChartSeries,
    Content,
    Contents,
    Cover,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    List,
    ListItem,
    Note,
    NoteMark,
    Paragraph,
    Point,
    Row,
    Section,
    Table,
    Term,
    Terms,
    Text,
    Trend,
    Value,
    walk,
)
from rapportage.document.chart_kinds import BARS
from rapportage.document.drawing import Drawing

PLACE = Span(SourceFile("proef.yaml", ""), 1, 1)
NUMBERS = ("5", "1.234", "12.345.678.901", "<5", "−3,5", "99,9%", "1 000 000", "2018-2019")
HUGE = ("123.456.789.012.345.678.901.234", "9" * 70, "9" * 400)
"""Numbers that have no room in many places, or in none."""
WORDS = (
    *("de", "aanvragen", "Syrië", "verantwoordelijkheidsverdeling", "IND-cijfers", "beëindigingsovereenkomsten"),
    *("arbeids\u00adongeschiktheids\u00adverzekering", "https://voorbeeld.nl/cijfers/2020-05/over/instroom?id=123.456"),
    *("OUDEJAARSVERGADERINGSVOORZITTERSBENOEMINGSCOMMISSIE", "x" * 90, "ü" * 300, "a1" * 60),
)
RARE = 150
"""Once in so many words or figures there is one that is huge."""


@st.composite
def contents(draw: st.DrawFn, most: int = 12) -> Content:
    """Words and figures; sometimes by the hundred."""
    usual = (*WORDS[:6], *NUMBERS)
    tokens = draw(st.lists(st.sampled_from([*usual * 3, *WORDS]), min_size=1, max_size=most))
    if draw(st.integers(0, RARE // most)) == 2:
        tokens.append(draw(st.sampled_from(HUGE)))
    if draw(st.integers(0, 15)) == 7:
        tokens *= draw(st.integers(10, 60))
    parts: list[Text | Value] = []
    for token in tokens:
        parts += [Value(token) if token in NUMBERS + HUGE else Text(token), Text(" ")]
    return tuple(parts[:-1])


@st.composite
def values(draw: st.DrawFn) -> Content:
    if draw(st.integers(0, RARE)) == 77:
        return (Value(draw(st.sampled_from(HUGE))),)
    return (Value(draw(st.sampled_from(["5", "12.345", "99,9%", "onbekend", "minder dan 5", "12.345.678.901"]))),)


@st.composite
def tables(draw: st.DrawFn, id: str) -> Table:
    columns = draw(st.integers(1, 6))
    note = Note(f"{id}-a", "a", draw(contents()))
    head = Row(tuple(Cell(CellKind.COLUMN_HEAD, draw(contents(3))) for _ in range(columns)))
    row = Row(
        (
            Cell(CellKind.ROW_HEAD, (*draw(contents(2)), NoteMark(note.id, "a"))),
            *(Cell(CellKind.FIGURE, draw(values())) for _ in range(columns - 1)),
        )
    )
    caption = draw(contents())
    landscape = draw(st.booleans())
    body = (row,) * draw(st.integers(1, 30))
    return Table(id, "Tabel 1", caption, columns, (head,), body, "", (note,), landscape=landscape, origin=PLACE)


@st.composite
def charts(draw: st.DrawFn, id: str) -> Chart:
    """A chart is not drawn here: its drawing may be of any height."""
    series = (ChartSeries("Totaal", (Point(Decimal(5), "5"),)),)
    headline = draw(st.one_of(st.just(()), contents()))
    half = draw(st.booleans())
    caption = draw(contents())
    return Chart(
        id, "Figuur 1", caption, BARS, (Category("mei"),), series, "aantal", "Beschrijving.",
        headline=headline, source=(Text("Bron: X."),), is_half=half, origin=PLACE,
    )  # fmt: skip


@st.composite
def cards(draw: st.DrawFn, id: str) -> KeyFigures:
    trend = Trend(f"{id}-verloop", (None,), "Verloop.")
    card = st.builds(
        KeyFigure,
        contents(3),
        values(),
        st.one_of(st.just(()), contents(8)),
        st.sampled_from([None, trend]),
    )
    return KeyFigures(tuple(draw(st.lists(card, min_size=1, max_size=7))), (Text("Bron: X."),), PLACE)


def lists(inner: st.SearchStrategy[tuple[Block, ...]]) -> st.SearchStrategy[List]:
    return st.builds(List, st.booleans(), st.lists(st.builds(ListItem, inner), min_size=1, max_size=12).map(tuple))


PARAGRAPHS = contents(40).map(lambda content: Paragraph(content, origin=PLACE))
PROSE: st.SearchStrategy[tuple[Block, ...]] = st.recursive(
    PARAGRAPHS.map(lambda paragraph: (paragraph,)),
    lambda inner: st.one_of(
        lists(inner).map(lambda block: (Paragraph((Text("x"),), origin=PLACE), block)),
        st.builds(Aside, st.sampled_from(["box", "quote"]), contents(4), inner, st.just(PLACE)).map(lambda b: (b,)),
    ),
    max_leaves=4,
)


@st.composite
def extremes(draw: st.DrawFn) -> Document:
    made: list[Block] = [Contents("Inhoudsopgave")]
    notes: list[Note] = []
    for number in range(draw(st.integers(1, 3))):
        blocks: list[Block] = []
        for index in range(draw(st.integers(1, 4))):
            id = f"b{number}-{index}"
            match draw(st.sampled_from(["prose", "table", "chart", "cards", "terms", "note"])):
                case "prose":
                    blocks += draw(PROSE)
                case "table":
                    blocks.append(draw(tables(id)))
                case "chart":
                    blocks.append(draw(charts(id)))
                case "cards":
                    blocks.append(draw(cards(id)))
                case "terms":
                    term = st.builds(Term, contents(3), contents())
                    blocks.append(Terms(tuple(draw(st.lists(term, min_size=1, max_size=4))), PLACE))
                case _:
                    mark = str(draw(st.integers(1, 3)) * 10**number + len(notes))
                    notes.append(Note(id, mark, draw(contents(30))))
                    blocks.append(Paragraph((*draw(contents()), NoteMark(id, mark)), origin=PLACE))
        made.append(Section(Heading(f"k{number}", 1, draw(contents(8)), str(number + 1), PLACE), tuple(blocks)))
    cover = draw(
        st.one_of(st.none(), st.builds(Cover, st.just("Mei 2020"), WORDS_AND_MORE, st.just("Juni 2020"), PAPERS))
    )
    return Document(
        title=draw(WORDS_AND_MORE),
        subtitle=draw(contents()),
        author="Ministerie",
        subject="",
        keywords=(),
        date="2020-06-24",
        language="nl-NL",
        blocks=tuple(made),
        notes=tuple(notes),
        cover=cover,
        draft=draw(st.booleans()),
        origin=PLACE,
    )


WORDS_AND_MORE = contents(30).map(lambda content: "".join(item.text for item in content))  # type: ignore[union-attr]
PAPERS = st.sampled_from([(), ("Kamerstuk 19637", "Kenmerk 3141"), ("Kamerstuk " * 30,)])


@st.composite
def drawings(draw: st.DrawFn, document: Document, width: float) -> dict[str, Drawing]:
    """A drawing for each chart and trend, some as tall as a page."""
    made = {}
    for block in walk(document.blocks):
        if isinstance(block, Chart):
            made[block.id] = Drawing(width, draw(st.sampled_from([100.0, 300.0, 560.0, 690.0, 900.0])), ())
        if isinstance(block, KeyFigures):
            made |= {card.trend.id: Drawing(50, 26, ()) for card in block.cards if card.trend}
    return made
