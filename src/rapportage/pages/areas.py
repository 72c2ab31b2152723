"""What is where on a page, and where in the user's files that was written: for who points at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from rapportage.diagnostics import Span
from rapportage.document import Value
from rapportage.pages.layout import Element, Glyphs, Leaf, Page, Pages, Photo, Picture

RISE, HEIGHT = 0.95, 1.25
"""How far above its baseline what is pointed at begins, and how high it is, in times the size of the type."""


class Area(Struct, frozen=True):
    """A stretch of a page (counted from 1), in points from the top left of the sheet.

    `text` is what is set in it, empty for a picture. `origin` is where the block that it is of was written; `value` is
    what an expression gave, where it shows that.
    """

    page: int
    x: float
    y: float
    width: float
    height: float
    text: str
    origin: Span
    value: Value | None = None


def areas(pages: Pages) -> Iterator[Area]:
    """All that is shown and of which the place is known, page by page in reading order.

    What is painted and not read (headers, a head of a table that is repeated) has none.
    """
    origins = dict(_origins(pages.root))
    return (area for page in pages.pages for area in _on_page(page, origins))


def _origins(root: Element) -> Iterator[tuple[Leaf, Span]]:
    """Of each leaf where the nearest element around it was written."""
    waiting: list[tuple[Element, Span | None]] = [(root, None)]
    while waiting:
        element, around = waiting.pop()
        origin = element.origin or around
        for kid in element.kids:
            if isinstance(kid, Element):
                waiting.append((kid, origin))
            elif origin is not None:
                yield kid, origin


def _on_page(page: Page, origins: Mapping[Leaf, Span]) -> Iterator[Area]:
    for placed in (*page.body, *page.notes):
        for piece in placed.box.pieces:
            if not isinstance(piece, Glyphs | Picture | Photo) or piece.leaf is None:
                continue
            origin = origins.get(piece.leaf)
            if origin is None:
                continue
            x, y = placed.x + piece.x, placed.y + piece.y
            match piece:
                case Glyphs(text=text, size=size, width=width, value=value):
                    yield Area(page.number, x, y - RISE * size, width, HEIGHT * size, text, origin, value)
                case Picture(drawing=drawing):
                    yield Area(page.number, x, y, drawing.width, drawing.height, "", origin)
                case Photo(width=width, height=height):
                    yield Area(page.number, x, y, width, height, "", origin)
