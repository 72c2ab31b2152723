"""The document: what the briefing says, in reading order, with every figure and number decided.

Frozen values and tuples only; ids are stable and unique in the document. Numbers arrive formatted, with the exact
value and its origin beside them, so that every output (PDF, text, trace) agrees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from enum import Enum
from typing import Literal

from msgspec import Struct

from rapportage.diagnostics import Span
from rapportage.document.chart import Chart, KeyFigures, Trend
from rapportage.document.flow_chart import FlowDiagram
from rapportage.document.image import Image
from rapportage.document.inline import Content, Note, as_words, within
from rapportage.document.qr import QrCode
from rapportage.figures.dates import KnownDate
from rapportage.figures.languages.names import AS_IN_DATA, Translation
from rapportage.figures.languages.spoken import language_of, speaking


class Heading(Struct, frozen=True):
    """`number` is None for an unnumbered heading; `level` counts from 1 and never skips one."""

    id: str
    level: int
    content: Content
    number: str | None = None
    origin: Span | None = None


ParagraphRole = Literal["text", "lead", "small", "source"]


class Paragraph(Struct, frozen=True):
    content: Content
    role: ParagraphRole = "text"
    origin: Span | None = None
    stands_for: tuple[str, ...] = ()
    """The ids of what is not there yet, in a draft: references to it lead here."""


class ListItem(Struct, frozen=True):
    blocks: tuple[Block, ...]


class List(Struct, frozen=True):
    ordered: bool
    items: tuple[ListItem, ...]
    start: int = 1
    """The number of the first item."""

    def labels(self, bullet: str) -> tuple[str, ...]:
        """The number or bullet before each item."""
        return tuple(f"{self.start + place}." if self.ordered else bullet for place in range(len(self.items)))


AsideKind = Literal["box", "quote"]


class Aside(Struct, frozen=True):
    """Words apart from the running text: a box with a title, or a quotation with its source as the last paragraph."""

    kind: AsideKind
    title: Content
    blocks: tuple[Block, ...]
    origin: Span | None = None


class Term(Struct, frozen=True):
    """A word and what it means. `id` is given where texts refer to it."""

    name: Content
    meaning: Content
    id: str | None = None
    is_abbreviation: bool = False


class Terms(Struct, frozen=True):
    """A list of terms: a glossary, abbreviations, signs, a colophon."""

    items: tuple[Term, ...]
    origin: Span | None = None
    explains_signs: bool = False
    """The words are then ours, wherever the layout asks for them."""


class CellKind(Enum):
    COLUMN_HEAD = "column head"
    ROW_HEAD = "row head"
    FIGURE = "figure"
    TEXT = "text"


class Cell(Struct, frozen=True):
    """A cell of a table. `id` is needed on heads that other cells name in `headers` (ISO 14289-1, 7.5).

    A cell with a `trend` holds that and no other content.
    """

    kind: CellKind
    content: Content
    columns: int = 1
    rows: int = 1
    id: str | None = None
    headers: tuple[str, ...] = ()
    trend: Trend | None = None


RowRole = Literal["body", "total", "subtotal", "group"]
"""A row of the role 'group' has one cell: the head of the rows below it."""


class Row(Struct, frozen=True):
    """Cells from left to right; a cell that spans rows or columns is given once, where it begins."""

    cells: tuple[Cell, ...]
    role: RowRole = "body"


class Table(Struct, frozen=True):
    """`label` is 'Tabel 1'; `summary` tells a listener what the table holds; `source` is the line 'Bron: …'."""

    id: str
    label: str
    caption: Content
    columns: int
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    summary: str
    notes: tuple[Note, ...] = ()
    remark: Content = ()
    """Small print for the table as a whole, above its sources."""
    source: Content = ()
    landscape: bool = False
    origin: Span | None = None
    told: Content = ()
    """The end of the summary: what it repeats of the heads, with their figures; empty where all of it is ours."""
    is_made: bool = False
    """Made of a chart, with its figures: it may be turned where it is too wide, for nobody wrote that it is not."""


ContentsKind = Literal["headings", "tables", "figures"]


class Contents(Struct, frozen=True):
    """The table of contents, down to headings of level `depth`; or a list of tables or figures, without a title."""

    title: str
    depth: int = 3
    kind: ContentsKind = "headings"


class PageBreak(Struct, frozen=True):
    """What follows begins on a new page."""


class Section(Struct, frozen=True):
    """A heading and all that is under it, deeper sections included."""

    heading: Heading
    blocks: tuple[Block, ...]


Block = (
    Section
    | Paragraph
    | List
    | Aside
    | Terms
    | Table
    | Chart
    | FlowDiagram
    | Image
    | QrCode
    | KeyFigures
    | Contents
    | PageBreak
)


class Cover(Struct, frozen=True):
    """The first page of a long report. `papers` are the lines that say to which papers of parliament it belongs."""

    period: str
    sender: str
    published: str
    papers: tuple[str, ...] = ()
    qr: QrCode | None = None


class Document(Struct, frozen=True):
    """`date` is the report's own, as precise as it is known: '2020-06-24', '2020-06', '2020'."""

    title: str
    subtitle: Content
    author: str
    subject: str
    keywords: tuple[str, ...]
    date: str
    language: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    """The page notes, in the order of their marks."""
    cover: Cover | None = None
    draft: bool = False
    """Not for publication: marked as such on every page."""
    example: bool = False
    """Made to show how such a report looks, and no publication of whom it names: marked on every page as well."""
    notice: str = ""
    """What is said first, right after the title: that it is a draft or example. Marks on pages are not read aloud."""
    origin: Span | None = None
    """Where its title is in the layout."""
    names: Translation = AS_IN_DATA
    """What it calls the names of the data."""
    is_dated: bool = True
    """False in a draft that has no date yet: `date` is then for the file only, which must have one."""

    @property
    def file_day(self) -> str:
        """The day that the file says it was made, never the clock: of a month or year the first."""
        known = KnownDate.parse(self.date)
        if known is None:
            raise ValueError(f"no date: {self.date}")
        return known.first.isoformat()

    def spoken(self) -> AbstractContextManager[None]:
        """Within it all that is said is in its language, and with its names."""
        return speaking(self.language, self.names)

    @property
    def marks(self) -> tuple[str, ...]:
        """What it may not be taken for anything else than; every page and everything that goes with it says so."""
        words = language_of(self.language).signs
        return tuple(
            word for word, holds in ((words.draft_mark, self.draft), (words.example_mark, self.example)) if holds
        )

    @property
    def marked_title(self) -> str:
        """Title and subtitle, after what it is: 'CONCEPT – VOORBEELD – Kerncijfers, mei 2020'."""
        title = f"{self.title}, {as_words(within(self.subtitle))}" if self.subtitle else self.title
        return marked(self.marks, title)

    @property
    def subtitle_words(self) -> str:
        """The subtitle as it is set: without any form."""
        return as_words(self.subtitle)


def marked(marks: Sequence[str], words: str) -> str:
    """The words after what the document is: 'CONCEPT – VOORBEELD – Tabel 1 …'."""
    return " – ".join((*marks, words))


def listed(blocks: tuple[Block, ...], kind: ContentsKind) -> Iterator[Table | Chart | FlowDiagram | Image]:
    """The tables, or the figures: what has a number and a caption, so no decoration."""
    for block in walk(blocks):
        if isinstance(block, Table):
            if kind == "tables":
                yield block
        elif kind == "figures" and isinstance(block, Chart | FlowDiagram | Image) and block.label:
            yield block


def paired(blocks: Sequence[Block]) -> Iterator[Block | tuple[Chart, Chart]]:
    """The blocks, with two charts of half width that follow each other as one."""
    place = 0
    while place < len(blocks):
        block, *after = blocks[place : place + 2]
        second = after[0] if after else None
        if isinstance(block, Chart) and isinstance(second, Chart) and block.is_half and second.is_half:
            yield block, second
            place += 2
        else:
            yield block
            place += 1


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block in reading order, sections and asides before what they hold, list items' blocks included."""
    for block in blocks:
        yield block
        if isinstance(block, Section | Aside):
            yield from walk(block.blocks)
        elif isinstance(block, List):
            for item in block.items:
                yield from walk(item.blocks)


def trends(block: Block) -> Iterator[Trend]:
    """The trends that are in a table or in cards."""
    match block:
        case Table():
            yield from (cell.trend for row in block.body for cell in row.cells if cell.trend)
        case KeyFigures():
            yield from (card.trend for card in block.cards if card.trend)
