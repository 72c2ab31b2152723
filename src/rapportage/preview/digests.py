"""What a page shows, in a few characters: pages that look different have different digests."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from msgspec import msgpack

from rapportage.pages.fonts import Family
from rapportage.pages.layout import Glyphs, Page, Pages, Photo, Picture, Rectangle
from rapportage.preview.messages import Sheet

_SIZE = 12
_ROLES = ("regular", "semibold", "italic", "semibold-italic")


def sheets(pages: Pages, family: Family) -> tuple[Sheet, ...]:
    """Of each page its size and its digest, in letters of that family."""
    letters = blake2b(b"".join(blake2b(family.face(role).data).digest() for role in _ROLES)).digest()
    return tuple(Sheet(page.width, page.height, _digest(page, letters)) for page in pages.pages)


def _digest(page: Page, letters: bytes) -> str:
    shown = (page.width, page.height, list(_painted(page)), letters)
    return blake2b(msgpack.encode(shown), digest_size=_SIZE).hexdigest()


def _painted(page: Page) -> Iterator[tuple[object, ...]]:
    """All that is painted and where, without what is only read aloud; by value, whatever was made anew."""
    for placed in (*page.body, *page.notes, *page.running):
        for piece in placed.box.pieces:
            x, y = placed.x + piece.x, placed.y + piece.y
            match piece:
                case Glyphs():
                    yield "text", x, y, piece.text, piece.role, piece.size, piece.colour, piece.leaf is None
                case Rectangle():
                    yield "ground", x, y, piece.width, piece.height, piece.colour
                case Picture():
                    yield "drawing", x, y, piece.drawing, piece.leaf is None
                case Photo():
                    yield "photo", x, y, piece.width, piece.height, piece.raster
                case _:  # links and anchors are not seen; numbers of pages have become text
                    pass
