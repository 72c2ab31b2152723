"""A drawing: an immutable display list of paths and text, in points, origin at the lower left, y upwards.

The seam between charts and what shows them: a page of a PDF, or SVG. There are pictures made of pixels as well.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Command = tuple[str, tuple[float, ...]]
"""('M', (x, y)), ('L', (x, y)), ('C', (x1, y1, x2, y2, x, y)) or ('Z', ())."""

FontRole = Literal["regular", "semibold", "italic", "semibold-italic"]
Anchor = Literal["start", "middle", "end"]

HATCH_STEP = 5.0
HATCH_WIDTH = 0.5


class Path(Struct, frozen=True):
    """Filled with `fill`, hatched, then stroked with `stroke` (both '#rrggbb' or None); `dash` in points, () is solid.

    `hatch` holds the angles in degrees of the hatching: lines of HATCH_WIDTH that are HATCH_STEP apart, in
    `hatch_colour` and aligned to the origin of the drawing, so that neighbours match.
    """

    commands: tuple[Command, ...]
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.5
    dash: tuple[float, ...] = ()
    round_caps: bool = False
    hatch: tuple[int, ...] = ()
    hatch_colour: str = "#ffffff"
    even_odd: bool = False
    """What is within an even number of its outlines is not filled."""


class TextRun(Struct, frozen=True):
    """Text with its baseline at (x, y), in a font role of the document's own family; `angle` in degrees."""

    x: float
    y: float
    text: str
    size: float
    role: FontRole = "regular"
    colour: str = "#1a1a1a"
    anchor: Anchor = "start"
    angle: float = 0.0


class Drawing(Struct, frozen=True):
    width: float
    height: float
    items: tuple[Path | TextRun, ...]
    is_clipped: bool = False
    """Whether what is outside width and height is cut off: in what others drew."""


class Raster(Struct, frozen=True):
    """A picture of `columns` by `rows` pixels in sRGB, 8 bits a colour, without transparency.

    `data` holds rows from above, or the bytes of a JPEG file that needs no change.
    """

    columns: int
    rows: int
    colours: Literal["grey", "rgb"]
    data: bytes
    is_jpeg: bool = False


Graphic = Drawing | Raster
