"""What a document knows of its data: the sources and names behind its figures, by which its words can be told apart."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.document import (
    Aside,
    Block,
    Chart,
    Content,
    Document,
    KeyFigures,
    List,
    Paragraph,
    Section,
    Table,
    Trace,
    Value,
    trends,
    walk,
)


def known_sources(document: Document) -> frozenset[str]:
    """The lines of all sources behind the figures: 'IND, Asielinstroom in mei 2020 (24 juni 2020)'."""
    return frozenset(cell.source for trace in traces(document) for cell in trace.inputs)


def known_names(document: Document) -> tuple[str, ...]:
    """Names from the data that hold a digit ('0 tot 5 jaar', 'Art. 64'), the longest first."""
    names = {cell.category for trace in traces(document) for cell in trace.inputs if cell.category}
    for block in walk(document.blocks):
        if isinstance(block, Chart):
            names |= {name for each in block.categories for name in (each.label, each.full, each.group)}
            names |= {series.name for series in block.series}
    found = {name.replace("\u00a0", " ") for name in names if any(letter.isdigit() for letter in name)}
    return tuple(sorted((name for name in found if not name.isdigit()), key=lambda name: (-len(name), name)))


def traces(document: Document) -> Iterator[Trace]:
    """The trace of every figure, of charts and trends as well."""
    for block in walk(document.blocks):
        for content in _contents(block):
            yield from (item.trace for item in content if isinstance(item, Value) and item.trace)
        rows = [series.points for series in block.series] if isinstance(block, Chart) else []
        rows += [trend.points for trend in trends(block)]
        yield from (point.trace for points in rows for point in points if point and point.trace)
    for note in document.notes:
        yield from (item.trace for item in note.content if isinstance(item, Value) and item.trace)


def _contents(block: Block) -> Iterator[Content]:
    match block:
        case Section():
            yield block.heading.content
        case Paragraph():
            yield block.content
        case Aside():
            yield block.title
        case Table():
            yield block.caption
            yield from (cell.content for row in (*block.head, *block.body) for cell in row.cells)
            yield from (note.content for note in block.notes)
        case Chart():
            yield from (block.caption, block.headline, *(note.content for note in block.notes))
        case KeyFigures():
            yield from (part for card in block.cards for part in (card.label, card.value, card.detail))
        case List():
            pass  # what it holds is walked by itself
        case _:
            pass
