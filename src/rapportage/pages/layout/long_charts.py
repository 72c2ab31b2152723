"""Charts of rows that are taller than a page: they go on on the next, as one figure for who listens.

All parts are content of one Figure element with one alternative text, so that a screen reader tells it once and whole;
what a reader sees again on a next page, the label and the names of the series, is an artifact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportage.document.drawing import Drawing, cut_into_rows
from rapportage.pages.layout.boxes import KEEP, Box, Penalty, Picture, VerticalItem
from rapportage.pages.layout.groups import stacked, unbroken
from rapportage.pages.layout.structure import Leaf

LEAST_ROWS = 3
"""So many rows at least are with the caption, and with what is below the chart."""


def long_chart(above: Sequence[Box], drawing: Drawing, leaf: Leaf, continued: Box) -> Iterator[VerticalItem]:
    """The boxes of a chart: `above` it are its caption and headline, and on each next page comes `continued`."""
    head, *rows = cut_into_rows(drawing)
    boxes = [Box(row.height, (Picture(0, 0, row, leaf),)) for row in rows]
    repeat = (continued, *([Box(head.height, (Picture(0, 0, head, None),))] if head.items else []))
    first = [*above, Box(head.height, (Picture(0, 0, head, leaf),)), *boxes[:LEAST_ROWS]]
    yield from unbroken([stacked(first)])
    for place, box in enumerate(boxes[LEAST_ROWS:], LEAST_ROWS):
        yield KEEP if place > len(boxes) - LEAST_ROWS else Penalty(repeat=repeat)
        yield box
