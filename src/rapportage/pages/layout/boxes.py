"""What the layout is made of: pieces within boxes, boxes and white space in vertical lists, boxes placed on pages.

Within a box x runs to the right from the left margin and y down from the top of the box; on a page y runs down from
the top of the sheet. All in points.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from rapportage.document import Value
from rapportage.document.drawing import Drawing, Raster
from rapportage.pages.layout.structure import Element, Leaf

FORBIDDEN = 10_000
"""The cost of a break that may never be taken."""
FORCED = -10_000
"""The cost of a break that is always taken."""


class Glyphs(Struct, frozen=True):
    """Text set in one style with its baseline at (x, y). Without a leaf it is an artifact.

    `value` is what it shows, or a part of it, where that is what an expression gave.
    """

    x: float
    y: float
    text: str
    role: str
    size: float
    colour: str
    width: float
    leaf: Leaf | None
    value: Value | None = None


class PageNumber(Struct, frozen=True):
    """The number of the page where `target` is, set flush right at x; known only when all pages are."""

    x: float
    y: float
    target: str
    role: str
    size: float
    colour: str
    leaf: Leaf | None


class Rectangle(Struct, frozen=True):
    """A filled rectangle: rules and grounds. Always an artifact."""

    x: float
    y: float
    width: float
    height: float
    colour: str


class Picture(Struct, frozen=True):
    """A drawing with its top left corner at (x, y). Without a leaf it is an artifact."""

    x: float
    y: float
    drawing: Drawing
    leaf: Leaf | None


class Photo(Struct, frozen=True):
    """A picture made of pixels with its top left corner at (x, y). Without a leaf it is an artifact."""

    x: float
    y: float
    width: float
    height: float
    raster: Raster
    leaf: Leaf | None


class LinkArea(Struct, frozen=True):
    """A place to click, for the Link `element`: a web address, or the id of an anchor. `description` is read aloud."""

    x: float
    y: float
    width: float
    height: float
    element: Element
    url: str | None
    target: str | None
    description: str


class Anchor(Struct, frozen=True):
    """A place that links and references point to."""

    x: float
    y: float
    id: str


Piece = Glyphs | PageNumber | Rectangle | Picture | Photo | LinkArea | Anchor


def moved(piece: Piece, dx: float, dy: float) -> Piece:
    return replace(piece, x=piece.x + dx, y=piece.y + dy)


class Box(Struct, frozen=True):
    """An unbreakable thing: a line, a table row, a chart. `notes` are the ids of the page notes marked in it."""

    height: float
    pieces: tuple[Piece, ...] = ()
    notes: tuple[str, ...] = ()


class Glue(Struct, frozen=True):
    """White space, dropped at the top of a page. A page may break at it when a box is before it."""

    height: float


class Penalty(Struct, frozen=True):
    """A place where a page may break (or may not). `repeat` comes again at the top of the page after the break."""

    cost: int = 0
    repeat: tuple[Box, ...] = ()


VerticalItem = Box | Glue | Penalty

KEEP = Penalty(FORBIDDEN)
"""What is before it and what is after it stay together."""
NEW_PAGE = Penalty(FORCED)


class Placed(Struct, frozen=True):
    """A box on a page, its top left corner at (x, y) from the top left of the sheet."""

    x: float
    y: float
    box: Box


class Page(Struct, frozen=True):
    """`body` in reading order, then `notes` in the order of their marks; `running` is header and footer."""

    number: int
    width: float
    height: float
    body: tuple[Placed, ...]
    notes: tuple[Placed, ...]
    running: tuple[Placed, ...]
    margins: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """At the left, below, at the right and above: what is read is within them."""


class OutlineEntry(Struct, frozen=True):
    level: int
    title: str
    target: str


class Pages(Struct, frozen=True):
    """The finished layout: pages, the structure tree, and the outline (bookmarks)."""

    pages: tuple[Page, ...]
    root: Element
    outline: tuple[OutlineEntry, ...]
    shortened: str | None = None
    """What is in the running header, where that has no room for the whole title."""
