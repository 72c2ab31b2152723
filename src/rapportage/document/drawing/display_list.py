"""A drawing: an immutable display list of paths and text, in points, origin at the lower left, y upwards.

The seam between charts and what shows them: a page of a PDF, or SVG. There are pictures made of pixels as well.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Command = tuple[str, tuple[float, ...]]
"""('M', (x, y)), ('L', (x1, y1, …)), ('C', (x1, y1, x2, y2, x, y)) or ('Z', ()).

A line goes from place to place: most have one, and a border of a map has all of its places in one command.
"""

FontRole = Literal["regular", "semibold", "italic", "semibold-italic"]
Anchor = Literal["start", "middle", "end"]
Caps = Literal["butt", "round", "square"]
Joins = Literal["miter", "round", "bevel"]
Matrix = tuple[float, float, float, float, float, float]
"""(a, b, c, d, e, f): the point (x, y) goes to (a x + c y + e, b x + d y + f) (ISO 32000-1, 8.3.3)."""

HATCH_STEP = 5.0
HATCH_WIDTH = 0.5


class Stop(Struct, frozen=True):
    """A colour of a gradient, '#rrggbb', and how far it is on the way: from 0 to 1."""

    offset: float
    colour: str


class Gradient(Struct, frozen=True, tag=True):
    """Colours that run from one to another: along a line, or between circles; beyond the ends is the colour there.

    `between` is (x1, y1, x2, y2) of a line, and (x1, y1, r1, x2, y2, r2) of two circles; `matrix` brings that into the
    drawing. There are two stops or more, in their order (ISO 32000-1, 8.7.4.5.3 and 8.7.4.5.4).
    """

    between: tuple[float, ...]
    stops: tuple[Stop, ...]
    matrix: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


Paint = str | Gradient
"""One colour, '#rrggbb', or several."""
Pen = tuple[float, float, float, float]
"""(a, b, c, d), as of a Matrix: what makes of a round pen of the width of a line the one that draws it."""
UPRIGHT: Pen = (1.0, 0.0, 0.0, 1.0)


class Path(Struct, frozen=True, tag=True):
    """Filled with `fill`, hatched, then stroked with `stroke`; `dash` in points, () is solid.

    `hatch` holds the angles in degrees of the hatching: lines of HATCH_WIDTH that are HATCH_STEP apart, in
    `hatch_colour` and aligned to the origin of the drawing, so that neighbours match. `opacity` is of all of it, from 0
    to 1.
    """

    commands: tuple[Command, ...]
    fill: Paint | None = None
    stroke: Paint | None = None
    width: float = 0.5
    dash: tuple[float, ...] = ()
    dash_start: float = 0.0
    """How far into the dashes the line begins."""
    caps: Caps = "butt"
    joins: Joins = "miter"
    miter: float = 10.0
    """How long a pointed corner may be, in widths of the line; a longer one is cut off (ISO 32000-1, 8.4.3.5)."""
    pen: Pen = UPRIGHT
    """Of a line that was stretched: dashes are as long as it makes them."""
    hatch: tuple[int, ...] = ()
    hatch_colour: str = "#ffffff"
    even_odd: bool = False
    """What is within an even number of its outlines is not filled."""
    opacity: float = 1.0


class TextRun(Struct, frozen=True, tag=True):
    """Text with its baseline at (x, y), in a font role of the document's own family; `angle` in degrees.

    `stretch` is how wide the letters are for their size, and `slant` how far what is above the baseline is to the
    right, for its height; both before they are turned. With a negative stretch they are mirrored.
    """

    x: float
    y: float
    text: str
    size: float
    role: FontRole = "regular"
    colour: str = "#1a1a1a"
    anchor: Anchor = "start"
    angle: float = 0.0
    opacity: float = 1.0
    stretch: float = 1.0
    slant: float = 0.0


class Raster(Struct, frozen=True):
    """A picture of `columns` by `rows` pixels in sRGB, 8 bits a colour.

    `data` holds rows from above, or the bytes of a JPEG file that needs no change. `opacity` holds a byte for each
    pixel, from above, where not all of them hide what is behind.
    """

    columns: int
    rows: int
    colours: Literal["grey", "rgb"]
    data: bytes
    is_jpeg: bool = False
    opacity: bytes = b""


class Pixels(Struct, frozen=True, tag=True):
    """A picture made of pixels in a drawing: `matrix` places the unit square, whose upper edge is its first row."""

    raster: Raster
    matrix: Matrix


class Clipped(Struct, frozen=True, tag=True):
    """What of `items` is within an outline; with `even_odd`, within an odd number of its outlines."""

    outline: tuple[Command, ...]
    items: tuple[Item, ...]
    even_odd: bool = False


class Layer(Struct, frozen=True, tag=True):
    """`items` are painted together, and shown together: with an opacity, and as far as `mask` lets them.

    Where the mask is white they are seen, and where it is black or has nothing they are not; with `by_opacity` where it
    has something, of whatever colour (ISO 32000-1, 11.5.2 and 11.5.3).
    """

    items: tuple[Item, ...]
    opacity: float = 1.0
    mask: tuple[Item, ...] | None = None
    by_opacity: bool = False


Item = Path | TextRun | Pixels | Clipped | Layer


class Drawing(Struct, frozen=True):
    width: float
    height: float
    items: tuple[Item, ...]
    is_clipped: bool = False
    """Whether what is outside width and height is cut off: in what others drew."""
    rows: tuple[tuple[int, float], ...] = ()
    """Of a drawing that may be cut between its rows: where each begins among the items, and its upper edge."""


Graphic = Drawing | Raster
