"""Documents for the tests of the layout: short ways to write blocks, and random ones."""

from __future__ import annotations

from hypothesis import strategies as st

from rapportage.document import (
    Block,
    Cell,
    CellKind,
    Content,
    Cover,
    Document,
    Heading,
    Inline,
    List,
    ListItem,
    Note,
    NoteMark,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
    Value,
)

WORDS = [
    "de",
    "het",
    "een",
    "van",
    "aanvragen",
    "gemeentelijke",
    "verantwoordelijkheidsverdeling",
    "samenwerkingsverbanden",
    "Syrië",
    "bevolkingsontwikkeling",
    "mei",
    "2020",
    "onderwijs",
    "zorgvuldige",
    "gegevensverzameling",
    "tussen",
    "1.234",
    "IND-cijfers",
]


SIGNS = (("", "geen cijfer"), (".", "onbekend"), ("<5", "minder dan 5"), ("4*", "4, voorlopig"))
"""What may stand for a figure in a table, and how it is said."""


def paragraph(*content: str | Inline) -> Paragraph:
    return Paragraph(tuple(Text(item) if isinstance(item, str) else item for item in content))


def section(title: str, *blocks: Block, level: int = 1) -> Section:
    return Section(Heading(f"kop-{title}", level, (Text(title),)), blocks)


def document(*blocks: Block, notes: tuple[Note, ...] = (), cover: Cover | None = None) -> Document:
    return Document(
        title="Kerncijfers",
        subtitle=(Text("mei 2020"),),
        author="Ministerie",
        subject="",
        keywords=(),
        date="2020-06-24",
        language="nl-NL",
        blocks=blocks,
        notes=notes,
        cover=cover,
    )


def simple_table(rows: int, *, id: str = "tabel", notes: tuple[Note, ...] = ()) -> Table:
    head = Row(tuple(Cell(CellKind.COLUMN_HEAD, (Text(word),)) for word in ("Land", "Aantal")))
    body = tuple(
        Row(
            (
                Cell(CellKind.ROW_HEAD, (Text(f"Land {index}"),)),
                Cell(CellKind.FIGURE, (Value(str(index)),)),
            )
        )
        for index in range(rows)
    )
    return Table(
        id,
        "Tabel 1",
        (Text("Landen"),),
        2,
        (head,),
        body,
        "Aantallen per land.",
        notes=notes,
    )


class _Writer:
    """Draws words and notes; gathers the notes of the document."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.notes: list[Note] = []

    def words(self, least: int, most: int) -> str:
        count = self.draw(st.integers(least, most))
        start = self.draw(st.integers(0, len(WORDS) - 1))
        return " ".join(WORDS[(start + index * 7) % len(WORDS)] for index in range(count))

    def mark(self, length: int) -> NoteMark:
        number = str(len(self.notes) + 1)
        self.notes.append(Note(f"n{number}", number, (Text(self.words(1, length)),)))
        return NoteMark(f"n{number}", number)

    def content(self, most: int) -> Content:
        items: list[Text | NoteMark] = []
        for _ in range(self.draw(st.integers(1, 4))):
            items.append(Text(self.words(1, most)))
            if self.draw(st.booleans()):
                items.append(self.mark(60))
            items.append(Text(" "))
        return tuple(items)

    def cell(self, table: str, notes: list[Note]) -> Cell:
        content: Content = (Text(self.words(1, 12)),)
        if self.draw(st.integers(0, 5)) == 0:
            mark = "abcdefghijklmnopqrstuvwxyz"[len(notes) % 26]
            notes.append(Note(f"{table}-{len(notes)}", mark, (Text(self.words(1, 60)),)))
            content = (*content, NoteMark(notes[-1].id, mark))
        if (sign := self.draw(st.sampled_from([None, None, *SIGNS]))) is not None:
            return Cell(CellKind.FIGURE, (Value(sign[0], spoken=sign[1]), *content[1:]))
        return Cell(CellKind.TEXT, content)

    def table(self, id: str) -> Table:
        notes: list[Note] = []
        columns = self.draw(st.integers(2, 4))
        head = Row(tuple(Cell(CellKind.COLUMN_HEAD, (Text(self.words(1, 3)),)) for _ in range(columns)))
        body = tuple(
            Row(tuple(self.cell(id, notes) for _ in range(columns))) for _ in range(self.draw(st.integers(1, 40)))
        )
        caption = (Text(self.words(1, 10)),)
        return Table(
            id,
            "Tabel 1",
            caption,
            columns,
            (head,),
            body,
            "Samenvatting.",
            tuple(notes),
        )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Random documents: paragraphs, lists and tables, with notes of up to 60 words in all of them."""
    writer = _Writer(draw)
    sections = []
    for number in range(draw(st.integers(1, 4))):
        blocks: list[Block] = []
        for index in range(draw(st.integers(1, 6))):
            kind = draw(st.sampled_from(["text", "text", "list", "table"]))
            if kind == "text":
                blocks.append(Paragraph(writer.content(60)))
            elif kind == "list":
                items = tuple(ListItem((Paragraph(writer.content(25)),)) for _ in range(draw(st.integers(1, 5))))
                blocks.append(List(draw(st.booleans()), items))
            else:
                blocks.append(writer.table(f"t{number}-{index}"))
        sections.append(section(f"{number} {writer.words(1, 8)}", *blocks))
    return document(*sections, notes=tuple(writer.notes))
