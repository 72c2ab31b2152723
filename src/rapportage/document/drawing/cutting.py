"""A drawing that is cut between its rows, to go on on the next page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from rapportage.document.drawing.display_list import Drawing
from rapportage.document.drawing.placing import moved


def cut_into_rows(drawing: Drawing) -> tuple[Drawing, ...]:
    """What is above the first row, and then each row, as drawings that have the items of the whole in its order."""
    return tuple(_parts(drawing))


def _parts(drawing: Drawing) -> Iterator[Drawing]:
    edges = [(0, drawing.height), *drawing.rows, (len(drawing.items), 0.0)]
    for (begin, top), (end, bottom) in pairwise(edges):
        items = tuple(moved(item, 0.0, -bottom) for item in drawing.items[begin:end])
        yield replace(drawing, height=top - bottom, items=items, rows=())
