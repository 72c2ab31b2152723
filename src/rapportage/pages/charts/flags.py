"""Names that are above the marks they belong to, each with a thin line down to its mark, none over another."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from rapportage.pages.charts.canvas import Canvas
from rapportage.pages.charts.style import GAP, LEADING, MUTED, SIZE, colour_of, text_colour

INSET = 3.0
"""Between a line and the name beside it."""


class Flag(Struct, frozen=True):
    """The name of the mark at `place` in row `row` (0 is the lowest), its line from there down to `end`."""

    place: int
    x: float
    end: float
    text: str
    row: int


def flags(canvas: Canvas, marks: Sequence[tuple[float, float, str]], most: int) -> tuple[Flag, ...]:
    """A flag per mark (x, end of its line, name), from left to right; none when they need more than `most` rows.

    A name is to the right of its line, so the flag of each next mark must stay below it; none is cut.
    """
    placed: list[Flag] = []
    for place in range(len(marks) - 1, -1, -1):
        x, end, text = marks[place]
        right = x + INSET + canvas.text_width(text, SIZE, "semibold")
        row = max((flag.row + 1 for flag in placed if flag.x < right + GAP), default=0)
        if right > canvas.width or row >= most:
            return ()
        placed.insert(0, Flag(place, x, end, text, row))
    return tuple(placed)


def draw_flags(canvas: Canvas, placed: Sequence[Flag], base: float, colours: Sequence[str]) -> None:
    """Sets the flags with the lowest row's baseline at `base`."""
    for flag in placed:
        y = base + flag.row * LEADING
        canvas.line([(flag.x, flag.end), (flag.x, y + SIZE * 0.6)], MUTED, 0.5)
        colour = text_colour(colour_of(colours, flag.place))
        canvas.text(flag.x + INSET, y, flag.text, SIZE, colour, role="semibold")
