"""Paths of matplotlib as the commands of a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.path import Path as Outline
from matplotlib.transforms import Bbox

from rapportage.document.drawing import Command

EDGE = 0.01
"""What a shape may be outside of a clip before it is cut, in points."""


def commands(outline: Outline, **segments: Any) -> tuple[Command, ...]:
    """The outline as commands, to a hundredth of a point; what is no number is left out.

    `segments` is what `Path.iter_segments` takes.
    """
    return tuple(_commands(outline.iter_segments(**segments)))


def _commands(segments: Iterable[tuple[Any, Any]]) -> Iterator[Command]:
    at = start = (0.0, 0.0)
    for points, code in segments:
        numbers = tuple(round(float(each), 2) for each in points)
        if code == Outline.CLOSEPOLY:
            yield "Z", ()
            at = start
            continue
        match code:
            case Outline.MOVETO:
                yield "M", numbers
                start = (numbers[0], numbers[1])
            case Outline.LINETO:
                yield "L", numbers
            case Outline.CURVE3:
                yield "C", _cubic(at, numbers)
            case Outline.CURVE4:
                yield "C", numbers
            case _:
                break
        at = (numbers[-2], numbers[-1])


def _cubic(at: tuple[float, float], numbers: tuple[float, ...]) -> tuple[float, ...]:
    """A curve with one handle as one with two."""
    handle_x, handle_y, x, y = numbers
    made = (
        (at[0] + 2 * handle_x) / 3,
        (at[1] + 2 * handle_y) / 3,
        (x + 2 * handle_x) / 3,
        (y + 2 * handle_y) / 3,
    )
    return (*(round(each, 2) for each in made), x, y)


def rectangle(box: Bbox) -> Outline:
    corners = [(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1), (box.x0, box.y0)]
    return Outline(corners, closed=True)


def clips(gc: GraphicsContextBase, shown: Bbox | None, spill: float) -> list[Outline]:
    """What cuts a shape that is within `shown` with `spill` around it: none where it is within all of them."""
    found: list[Outline] = []
    box = gc.get_clip_rectangle()
    if box is not None and not (shown is not None and _is_within(shown, box, spill)):
        found.append(rectangle(box))
    cut: Any = gc.get_clip_path()  # whose types tell of something else
    path, transform = cut
    if path is not None:
        outline: Outline = path if transform is None else path.transformed(transform)
        if not (shown is not None and _is_rectangle(outline) and _is_within(shown, outline.get_extents(), spill)):
            found.append(outline)
    return found


def _is_within(shown: Bbox, box: Bbox, spill: float) -> bool:
    low_x, high_x, low_y, high_y = (
        min(box.x0, box.x1) - EDGE,
        max(box.x0, box.x1) + EDGE,
        min(box.y0, box.y1) - EDGE,
        max(box.y0, box.y1) + EDGE,
    )
    across: bool = low_x <= shown.xmin - spill and shown.xmax + spill <= high_x
    return bool(across and low_y <= shown.ymin - spill and shown.ymax + spill <= high_y)


def _is_rectangle(outline: Outline) -> bool:
    """Whether its corners are those of a rectangle along the axes, and it has no curves."""
    codes: list[int] = [] if outline.codes is None else np.asarray(outline.codes).tolist()
    if {Outline.CURVE3, Outline.CURVE4}.intersection(codes):
        return False
    vertices = [tuple(round(float(each), 2) for each in point) for point in np.asarray(outline.vertices).tolist()]
    # The point of CLOSEPOLY means nothing.
    corners = {point for place, point in enumerate(vertices) if codes[place : place + 1] != [int(Outline.CLOSEPOLY)]}
    return len(corners) == 4 and len({x for x, _ in corners}) == 2 and len({y for _, y in corners}) == 2
