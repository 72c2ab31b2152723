"""Hatching as lines, for outputs that clip them to a shape."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, cos, floor, radians, sin

from rapportage.document.drawing.display_list import HATCH_STEP, Path

Line = tuple[float, float, float, float]


def hatch_lines(path: Path) -> Iterator[Line]:
    """The lines (x1, y1, x2, y2) that hatch the rectangle around `path`; to be clipped to the path itself."""
    corners = [operands[at : at + 2] for _, operands in path.commands for at in range(0, len(operands), 2)]
    for angle in path.hatch:
        dx, dy = cos(radians(angle)), sin(radians(angle))
        along = [x * dx + y * dy for x, y in corners]
        across = [y * dx - x * dy for x, y in corners]
        start, end = min(along), max(along)
        for number in range(ceil(min(across) / HATCH_STEP), floor(max(across) / HATCH_STEP) + 1):
            offset = number * HATCH_STEP
            yield start * dx - offset * dy, start * dy + offset * dx, end * dx - offset * dy, end * dy + offset * dx
