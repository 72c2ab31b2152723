"""Sizes, weights and colours that all charts share, and how series differ by more than colour."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.charts.canvas import Canvas
from rapportage.drawing import contrast

TEXT = "#1a1a1a"
MUTED = "#535353"
GRID = "#cccccc"
AXIS = "#767676"
"""4.5:1 on white."""
SIZE = 8.5
LINE = 1.8
DASHES: tuple[tuple[float, ...], ...] = ((), (6, 2.5), (2, 2), (9, 2, 2, 2), (4, 2), (1, 2.5))
MARKERS = ("circle", "square", "triangle", "diamond", "circle", "square")
MARKER = 2.6


def colour_of(colours: Sequence[str], place: int) -> str:
    return colours[place % len(colours)]


def text_colour(colour: str) -> str:
    """The colour of a series for its name, where that is dark enough to read (WCAG 2.2, 1.4.3); else that of text."""
    return colour if contrast(colour, "#ffffff") >= 4.5 else TEXT


def dash_of(place: int) -> tuple[float, ...]:
    return DASHES[place % len(DASHES)]


def marker(canvas: Canvas, x: float, y: float, place: int, colour: str) -> None:
    """The sign of a series at a point: its shape tells what its colour tells."""
    r = MARKER
    shapes = {
        "circle": [(x + dx * r, y + dy * r) for dx, dy in _OCTAGON],
        "square": [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)],
        "triangle": [(x - r, y - r), (x + r, y - r), (x, y + r * 1.2)],
        "diamond": [(x - r * 1.2, y), (x, y - r * 1.2), (x + r * 1.2, y), (x, y + r * 1.2)],
    }
    canvas.polygon(shapes[MARKERS[place % len(MARKERS)]], colour, "#ffffff", 0.6)


_OCTAGON = ((1, 0), (0.71, 0.71), (0, 1), (-0.71, 0.71), (-1, 0), (-0.71, -0.71), (0, -1), (0.71, -0.71))


def wrapped(text: str, width: float, canvas: Canvas, size: float = SIZE, most: int = 3) -> list[str]:
    """`text` in at most so many lines of `width` points; what is over is cut with '…'."""
    lines: list[str] = []
    for word in text.split():
        candidate = f"{lines[-1]} {word}" if lines else word
        if lines and canvas.text_width(candidate, size) <= width:
            lines[-1] = candidate
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [_cut(line, width, canvas, size) for line in lines]


def _cut(text: str, width: float, canvas: Canvas, size: float) -> str:
    if canvas.text_width(text, size) <= width:
        return text
    while text and canvas.text_width(text + "…", size) > width:
        text = text[:-1]
    return text.rstrip() + "…"
