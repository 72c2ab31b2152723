"""What holds for the texts of every drawing: they are within it, and none touches another."""

from __future__ import annotations

from itertools import combinations

from rapportage.document.drawing import Drawing, TextRun
from rapportage.pages.charts.canvas import Canvas, Extent
from rapportage.pages.fonts import source_sans

SLACK = 0.05


def extents(drawing: Drawing) -> list[Extent]:
    canvas = Canvas(drawing.width, drawing.height, source_sans())
    return [
        canvas.extent(item.x, item.y, item.text, item.size, item.role, item.anchor)
        for item in drawing.items
        if isinstance(item, TextRun)
    ]


def assert_texts_are_within_and_apart(drawing: Drawing) -> None:
    boxes = extents(drawing)
    assert boxes
    for box in boxes:
        assert box.left >= -SLACK
        assert box.bottom >= -SLACK
        assert box.right <= drawing.width + SLACK
        assert box.top <= drawing.height + SLACK
    for one, other in combinations(boxes, 2):
        assert not Extent(one.left + SLACK, one.bottom + SLACK, one.right - SLACK, one.top - SLACK).meets(other)
