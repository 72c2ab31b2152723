"""All that a reader gets: the one walk over every text and every figure of a document, wherever they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from rapportage.document.blocks import (
    Aside,
    Block,
    Contents,
    Document,
    List,
    PageBreak,
    Paragraph,
    Section,
    Table,
    Terms,
    trends,
    walk,
)
from rapportage.document.chart import Chart, KeyFigures, Point
from rapportage.document.flow_chart import FlowDiagram
from rapportage.document.image import Image
from rapportage.document.inline import Content, Link, Note, NoteMark, Value
from rapportage.document.qr import QrCode


def contents(document: Document) -> Iterator[tuple[Block | None, Content]]:
    """Every text, seen or heard, with its block; without one for what belongs to the document as a whole.

    Blocks come in reading order; a section or aside gives its title, and what it holds comes after it.
    """
    yield None, document.subtitle
    if document.cover is not None and document.cover.qr is not None:
        yield None, document.cover.qr.content
    for block in walk(document.blocks):
        for content in contents_of(block):
            if content:
                yield block, content
    yield from ((None, note.content) for note in document.notes)


def values(content: Content) -> Iterator[Value]:
    """What expressions gave, in links as well."""
    for item in content:
        if isinstance(item, Value):
            yield item
        elif isinstance(item, Link):
            yield from values(item.content)


def figures(document: Document) -> Iterator[Value | Point]:
    """Every figure that a reader gets, once for each place where it is: in words, in charts and in trends.

    What is both drawn and read aloud is one.
    """
    seen: set[int] = set()
    found: list[Value | Point] = [value for _, content in contents(document) for value in values(content)]
    found += [point for block in walk(document.blocks) for point in points(block)]
    for each in found:
        if each.trace is not None and id(each) not in seen:
            seen.add(id(each))
            yield each


def points(block: Block) -> Iterator[Point]:
    """The points of a chart, and of the trends in a table or cards."""
    rows = [series.points for series in block.series] if isinstance(block, Chart) else []
    rows += [block.gathered.points] if isinstance(block, Chart) and block.gathered else []
    rows += [trend.points for trend in trends(block)]
    yield from (point for row in rows for point in row if point is not None)


def contents_of(block: Block) -> Iterator[Content]:
    """The texts of a block itself, without those of the blocks in it."""
    match block:
        case Section():
            yield block.heading.content
        case Paragraph():
            yield block.content
        case Aside():
            yield block.title
        case Terms():
            yield from (part for term in block.items for part in (term.name, term.meaning))
        case Table():
            yield from (block.told, block.caption)
            yield from (cell.content for row in (*block.head, *block.body) for cell in row.cells)
            yield from (*_notes(block.notes), block.remark, block.source)
        case Chart():
            yield from (block.headline, block.told, block.caption, *_notes(block.notes), block.source, block.table_link)
        case FlowDiagram():
            yield from (block.told, block.caption)
            yield from (step.content for step in block.steps)
            yield from (arrow.content for arrow in block.arrows)
        case Image():
            yield from (block.told, block.caption, *_notes(block.notes), block.source)
        case QrCode():
            yield block.content
        case KeyFigures():
            yield from (part for card in block.cards for part in (card.label, card.value, card.detail))
            yield from (*_notes(block.notes), block.source)
        case List() | Contents() | PageBreak():
            pass  # what a list holds is walked by itself; a table of contents repeats headings
        case _:
            assert_never(block)


def notes_of(block: Table | Chart | Image | KeyFigures) -> tuple[tuple[Note, ...], tuple[Note, ...]]:
    """The notes of a block in two parts: those marked in the block itself, and those marked only in what is below."""
    remark = block.remark if isinstance(block, Table) else ()
    below = _marked((remark, block.source))
    above = _marked(content for content in contents_of(block) if content not in (remark, block.source))
    late = below - above
    first = tuple(note for note in block.notes if note.id not in late)
    return first, tuple(note for note in block.notes if note.id in late)


def _marked(contents: Iterable[Content]) -> set[str]:
    return {item.note for content in contents for item in content if isinstance(item, NoteMark)}


def _notes(notes: tuple[Note, ...]) -> Iterator[Content]:
    return (note.content for note in notes)
