"""What charts of rows share: the names of the rows, in as many lines as they need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapportage.document.drawing import Anchor
from rapportage.pages.charts.canvas import Canvas
from rapportage.pages.charts.style import LEADING, SIZE, TEXT, wrapped

NAMES = 0.36
"""The part of the width that names may take."""


def row_names(canvas: Canvas, names: Iterable[str], part: float = NAMES) -> list[list[str]]:
    """The lines of each name, none wider than that part of the drawing."""
    return [wrapped(name, canvas.width * part, canvas) for name in names]


def widest(canvas: Canvas, names: Sequence[Sequence[str]]) -> float:
    return max((canvas.text_width(line, SIZE) for lines in names for line in lines), default=0.0)


def set_name(canvas: Canvas, x: float, middle: float, lines: Sequence[str], anchor: Anchor = "end") -> None:
    """Sets the lines of a name around the `middle` of its row."""
    for number, line in enumerate(lines):
        y = middle + (len(lines) / 2 - number) * LEADING - LEADING / 2 - SIZE * 0.25
        canvas.text(x, y, line, SIZE, TEXT, anchor=anchor)
