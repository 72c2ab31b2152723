"""Pages as text: what stands where, in points from the top left, for golden files."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.document.characters import SOFT_HYPHEN
from rapportage.pages.layout import Glyphs, Page, Pages, Picture, Placed


def dump(pages: Pages) -> str:
    return "\n".join(line for page in pages.pages for line in _page(page)) + "\n"


def _page(page: Page) -> Iterator[str]:
    yield f"pagina {page.number}"
    for title, stack in (
        ("", page.body),
        ("noten", page.notes),
        ("rand", page.running),
    ):
        if title and stack:
            yield f"  {title}"
        for placed in stack:
            yield from _box(placed)


def _box(placed: Placed) -> Iterator[str]:
    """One line per box: its top, its height, and the text in it, each stretch with the place where it begins."""
    parts = []
    for piece in placed.box.pieces:
        if isinstance(piece, Glyphs):
            text = piece.text.replace(SOFT_HYPHEN, "=").replace("\u00a0", "~")
            parts.append(f"{placed.x + piece.x:.0f}:{text}")
        elif isinstance(piece, Picture):
            parts.append(f"{placed.x + piece.x:.0f}:[{piece.drawing.width:.0f} x {piece.drawing.height:.0f}]")
    if parts:
        yield f"  {placed.y:6.1f} {placed.box.height:5.1f}  {' '.join(parts)}"
