"""The document: what the briefing says, in reading order, with every figure and number decided.

Frozen values and tuples only; ids are stable and unique in the document. Numbers arrive formatted, with the exact
value and its origin beside them, so that every output (PDF, text, trace) agrees.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Literal

from rapportage.diagnostics import Span

# --- Figures --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FigureInput:
    """One cell of data that a figure rests on."""

    series: str
    period: str
    category: str | None
    text: str
    """The value as the user typed it."""
    source: str
    """Title, publisher and date of the source, as one line."""
    span: Span | None


@dataclass(frozen=True, slots=True)
class Trace:
    """How a shown figure came about: the exact value (None when unknown or suppressed), the sum, and every input."""

    exact: Decimal | None
    calculation: str
    inputs: tuple[FigureInput, ...]


# --- Inline content -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """A run of words. `language` is a BCP 47 tag where it differs from the document's (WCAG 2.2, 3.1.2)."""

    text: str
    bold: bool = False
    italic: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression of the layout gave: shown as `text`, never broken inside a number.

    `trace` is None only for words that hold no figure (the name of a period or country).
    `spoken` replaces the text for those who listen, where the shown sign says nothing ('.' → 'onbekend').
    """

    text: str
    trace: Trace | None = None
    bold: bool = False
    italic: bool = False
    spoken: str | None = None
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address on the web; `content` holds only Text and Value."""

    content: tuple[Text | Value, ...]
    url: str


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A link to another place in the document, with its name as text: 'tabel 1', 'paragraaf 2.1'."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class PageReference:
    """The number of the page on which `target` stands; known only to the layout."""

    target: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a note ('1' on the page, 'a' in a table)."""

    note: str
    mark: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A break within a paragraph."""


Inline = Text | Value | Link | CrossReference | PageReference | NoteMark | LineBreak
Content = tuple[Inline, ...]


def plain_text(content: Content) -> str:
    """The words of `content` without notes, for outlines, contents pages and descriptions."""
    parts = []
    for item in content:
        match item:
            case Text(text=text) | Value(text=text) | CrossReference(text=text):
                parts.append(text)
            case Link(content=inner):
                parts.append(plain_text(inner))
            case LineBreak():
                parts.append(" ")
            case _:
                pass
    return "".join(parts)


# --- Blocks ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Note:
    """A note with the mark it was given, in order of first use: '1', '2' … on pages, 'a', 'b' … in a table."""

    id: str
    mark: str
    content: Content


@dataclass(frozen=True, slots=True)
class Heading:
    """`number` is None for an unnumbered heading; `level` counts from 1 and never skips one."""

    id: str
    level: int
    content: Content
    number: str | None = None
    origin: Span | None = None


ParagraphRole = Literal["text", "lead", "small", "source"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    content: Content
    role: ParagraphRole = "text"
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class ListItem:
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class List:
    ordered: bool
    items: tuple[ListItem, ...]


class CellKind(Enum):
    COLUMN_HEAD = "column head"
    ROW_HEAD = "row head"
    FIGURE = "figure"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. `id` is needed on heads that other cells name in `headers` (ISO 14289-1, 7.5)."""

    kind: CellKind
    content: Content
    columns: int = 1
    rows: int = 1
    id: str | None = None
    headers: tuple[str, ...] = ()


RowRole = Literal["body", "total", "group"]


@dataclass(frozen=True, slots=True)
class Row:
    """Cells from left to right; a cell that spans rows or columns is given once, where it begins."""

    cells: tuple[Cell, ...]
    role: RowRole = "body"


@dataclass(frozen=True, slots=True)
class Table:
    """`label` is 'Tabel 1'; `summary` tells a listener what the table holds; `source` is the line 'Bron: …'."""

    id: str
    label: str
    caption: Content
    columns: int
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    summary: str
    notes: tuple[Note, ...] = ()
    source: Content = ()
    origin: Span | None = None


ChartKind = Literal["lijn", "staaf", "liggende staaf"]


@dataclass(frozen=True, slots=True)
class Category:
    """A place on the category axis: 'mei' in the group '2020', or a country without a group."""

    label: str
    group: str = ""
    full: str = ""
    """The label in full, for the alternative text: 'mei 2020'."""


@dataclass(frozen=True, slots=True)
class Point:
    value: Decimal
    text: str
    """The value as shown: '1.560'."""
    provisional: bool = False
    trace: Trace | None = None


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One point per category; None where there is no figure to show."""

    name: str
    points: tuple[Point | None, ...]


@dataclass(frozen=True, slots=True)
class SeriesBreak:
    """Between the categories `before - 1` and `before` the figures stop being comparable."""

    before: int
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """`alternative` is the Dutch text for those who do not see the chart (ISO 14289-1, 7.3)."""

    id: str
    label: str
    caption: Content
    kind: ChartKind
    categories: tuple[Category, ...]
    series: tuple[ChartSeries, ...]
    unit: str
    alternative: str
    breaks: tuple[SeriesBreak, ...] = ()
    notes: tuple[Note, ...] = ()
    source: Content = ()
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, down to headings of level `depth`."""

    title: str
    depth: int = 3


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all that stands under it, deeper sections included."""

    heading: Heading
    blocks: tuple[Block, ...]


Block = Section | Paragraph | List | Table | Chart | Contents | PageBreak


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page of a long report."""

    period: str
    sender: str
    published: str


@dataclass(frozen=True, slots=True)
class Document:
    """`date` is the report's own date as 'YYYY-MM-DD': it becomes the creation date of the file, never the clock."""

    title: str
    subtitle: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    date: str
    language: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    """The page notes, in the order of their marks."""
    cover: Cover | None = None


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block in reading order, sections before what they hold, list items' blocks included."""
    for block in blocks:
        yield block
        if isinstance(block, Section):
            yield from walk(block.blocks)
        elif isinstance(block, List):
            for item in block.items:
                yield from walk(item.blocks)
