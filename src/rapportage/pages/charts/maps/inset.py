"""A part of a map that is drawn larger beside it, in a frame; on the map is a frame around the same part."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from rapportage.document import Boundaries, MapInset
from rapportage.document.boundaries import Box, Place, box_of, extent_of
from rapportage.pages.charts.canvas import WHITE, Canvas, Extent, through
from rapportage.pages.charts.maps.outline import Outlines, outlines_at
from rapportage.pages.charts.style import GAP, LEADING, SIZE, TEXT, wrapped

FRAME, AROUND_FRAME = 0.8, 2.0
"""A dark line on a white one, so that it is seen on any tint."""
LEAST = 1.5
"""Times as large as on the map: what would be less beside it, is below it."""


class Inset(Struct, frozen=True):
    """A part of the map and how large it is drawn, with its words above it."""

    boundaries: Boundaries
    box: Box
    scale: float
    lines: tuple[str, ...]

    @property
    def width(self) -> float:
        return (self.box[2] - self.box[0]) * self.scale

    @property
    def height(self) -> float:
        return len(self.lines) * LEADING + GAP + self._height

    @property
    def _height(self) -> float:
        return (self.box[3] - self.box[1]) * self.scale

    def begin(self, canvas: Canvas, x: float, top: float) -> tuple[Box, Outlines]:
        """Sets the words, from an upper left corner; gives where the picture comes and what is in it."""
        for number, line in enumerate(self.lines, 1):
            canvas.text(x, top - number * LEADING + 2.5, line, SIZE, TEXT)
        bottom = top - self.height
        frame = (x, bottom, x + self.width, bottom + self._height)
        left, low, _, _ = extent_of(self.boundaries)
        at = (x - (self.box[0] - left) * self.scale, bottom - (self.box[1] - low) * self.scale)
        return frame, _within(outlines_at(self.boundaries, self.scale, at), frame)


def fitted(canvas: Canvas, boundaries: Boundaries, asked: MapInset, width: float, height: float) -> Inset:
    """As large as there is room, below its words."""
    lines = tuple(wrapped(asked.words, width, canvas, most=2))
    left, bottom, right, top = asked.box
    room = max(height - len(lines) * LEADING - GAP, 1.0)
    return Inset(boundaries, asked.box, min(width / (right - left), room / (top - bottom)), lines)


def on_map(boundaries: Boundaries, box: Box, scale: float, at: Place) -> Box:
    """Where a part is on the map whose lower left corner is there."""
    left, bottom, _, _ = extent_of(boundaries)
    x, y = at[0] - left * scale, at[1] - bottom * scale
    return x + box[0] * scale, y + box[1] * scale, x + box[2] * scale, y + box[3] * scale


def draw_frame(canvas: Canvas, box: Box) -> None:
    left, bottom, right, top = (round(each, 1) for each in box)
    line = [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
    canvas.lines([through(line)], WHITE, AROUND_FRAME)
    canvas.lines([through(line)], TEXT, FRAME)
    for (x, y), (to_x, to_y) in pairwise(line):
        canvas.keep_free(Extent(min(x, to_x) - FRAME, min(y, to_y) - FRAME, max(x, to_x) + FRAME, max(y, to_y) + FRAME))


def _within(outlines: Outlines, frame: Box) -> Outlines:
    """Without what is wholly outside: it would be in the file and not be seen."""
    areas = tuple(tuple(ring for ring in rings if _meets(ring, frame)) for rings in outlines.areas)
    borders = tuple(border for border in outlines.borders if _meets(border.line, frame))
    dots = {area: place for area, place in outlines.dots.items() if _meets([place], frame)}
    return Outlines(areas, borders, dots)


def _meets(places: Sequence[Place], frame: Box) -> bool:
    left, bottom, right, top = box_of(places)
    return left <= frame[2] and right >= frame[0] and bottom <= frame[3] and top >= frame[1]
