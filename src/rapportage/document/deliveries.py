"""The delivered files that the figures of a document were imported from."""

from __future__ import annotations

from collections.abc import Iterable

from rapportage.document.blocks import Block
from rapportage.document.chart import Point
from rapportage.document.contents import contents_of, points, values
from rapportage.document.inline import Value


def figures_of(block: Block) -> Iterable[Value | Point]:
    """The figures of a block itself."""
    yield from (value for content in contents_of(block) for value in values(content))
    yield from points(block)


def deliveries(shown: Iterable[Value | Point]) -> tuple[tuple[str, str], ...]:
    """The path of each file from the project with its hash, in that order: a path can have been two files.

    A file of which all figures were changed by hand since gave none of what is shown.
    """
    cells = (cell.delivered for each in shown if each.trace is not None for cell in each.trace.inputs)
    return tuple(sorted({(cell.file, cell.sha256) for cell in cells if cell is not None and cell.was is None}))
