"""What a document knows of its data: the sources and names behind its figures, by which its words can be told apart."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.document import Chart, Document, Trace, figures, walk


def known_sources(document: Document) -> frozenset[str]:
    """The lines of all sources behind the figures: 'IND, Asielinstroom in mei 2020 (24 juni 2020)'."""
    return frozenset(cell.source for trace in traces(document) for cell in trace.inputs)


def known_names(document: Document) -> tuple[str, ...]:
    """Names from the data that hold a digit ('0 tot 5 jaar', 'Art. 64'), the longest first."""
    parts = {cell.part for trace in traces(document) for cell in trace.inputs}
    names = {name for part in parts for name in (*part.names, *([part.label] if part.names else []))}
    for block in walk(document.blocks):
        if isinstance(block, Chart):
            names |= {name for each in block.categories for name in (each.label, each.full, each.group)}
            names |= {series.name for series in block.series}
    found = {name.replace("\u00a0", " ") for name in names if any(letter.isdigit() for letter in name)}
    return tuple(sorted((name for name in found if not name.isdigit()), key=lambda name: (-len(name), name)))


def traces(document: Document) -> Iterator[Trace]:
    """The trace of every figure, of charts and trends as well."""
    return (each.trace for each in figures(document) if each.trace is not None)
