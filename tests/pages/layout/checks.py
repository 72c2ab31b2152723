"""What must hold on every page of every document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rapportage.document import Document
from rapportage.document.characters import SOFT_HYPHEN
from rapportage.pages.layout import Anchor, Element, Glyphs, LinkArea, Page, Pages, Placed
from rapportage.pages.theme import Theme

SLACK = 0.05
INLINE = {"Span", "Link", "Reference"}


def glyphs(page: Page) -> Iterator[tuple[Placed, Glyphs]]:
    """The text of a page apart from header and footer, in the order in which it was placed."""
    for placed in (*page.body, *page.notes):
        for piece in placed.box.pieces:
            if isinstance(piece, Glyphs):
                yield placed, piece


def check_pages(pages: Pages, theme: Theme) -> None:
    """Nothing overlaps, nothing stands outside the margins, no page is blank, no heading ends a page."""
    for page in pages.pages:
        assert page.body or page.notes, f"page {page.number} is blank"
        bottom = page.height - theme.page.bottom + SLACK
        lowest = theme.page.top - SLACK
        for placed in (*page.body, *page.notes):
            assert placed.y >= lowest - SLACK or not placed.box.height, f"overlap on page {page.number}"
            lowest = max(lowest, placed.y + placed.box.height)
        assert lowest <= bottom, f"page {page.number} runs {lowest - bottom:.1f} pt over its foot"
        for placed, piece in glyphs(page):
            left = placed.x + piece.x
            seen = left + piece.width * (len(piece.text.rstrip()) / max(len(piece.text), 1))
            assert left >= theme.page.left - SLACK
            assert seen <= page.width - theme.page.right + SLACK, f"{piece.text!r} stands outside the margin"


def check_notes(pages: Pages, document: Document) -> None:
    """Each note begins on the page of its first mark, and in the order of the marks."""
    marks: dict[str, int] = {}
    begins: dict[str, int] = {}
    for page in pages.pages:
        for placed in page.body:
            for piece in placed.box.pieces:
                if isinstance(piece, LinkArea) and (piece.target or "").startswith("noot-"):
                    marks.setdefault((piece.target or "")[5:], page.number)
        for placed in page.notes:
            for piece in placed.box.pieces:
                if isinstance(piece, Anchor) and piece.id.startswith("noot-"):
                    begins[piece.id[5:]] = page.number
    ids = [note.id for note in document.notes]
    assert list(begins) == ids
    assert {id: marks[id] for id in ids} == begins


def text_in_order(pages: Pages) -> str:
    """All text, in the order of the structure tree, without the hyphens that the line breaker put in."""
    parts: dict[object, list[str]] = {}
    for page in pages.pages:
        for _, piece in glyphs(page):
            if piece.leaf is not None:
                parts.setdefault(piece.leaf, []).append(piece.text)
    text = "".join("".join(parts.get(leaf, ())) for leaf in pages.root.leaves())
    return text.replace(SOFT_HYPHEN, "").replace("\u00a0", " ")


def check_breaks(pages: Pages) -> None:
    """No heading ends a page, and no paragraph leaves one line behind or sends one line ahead."""
    lines: dict[Element, list[int]] = {}
    for page in pages.pages:
        for placed in page.body:
            elements = dict.fromkeys(_block(piece, pages) for piece in placed.box.pieces if isinstance(piece, Glyphs))
            for element in elements:
                if element is not None:
                    lines.setdefault(element, []).append(page.number)
        last = next((placed.box for placed in reversed(page.body) if placed.box.pieces), None)
        roles = (
            {piece.leaf.element.role for piece in last.pieces if isinstance(piece, Glyphs) and piece.leaf}
            if last
            else set()
        )
        assert not roles & {"H1", "H2", "H3", "Caption"}, f"a heading or caption ends page {page.number}"
    for element, numbers in lines.items():
        if element.role == "P" and len(set(numbers)) > 1:
            assert numbers.count(numbers[0]) > 1, "an orphan"
            assert numbers.count(numbers[-1]) > 1, "a widow"


def _block(piece: Glyphs, pages: Pages) -> Element | None:
    """The paragraph that the text belongs to, whatever inline element it stands in."""
    return _parents(pages).get(piece.leaf.element) if piece.leaf is not None else None


@lru_cache(maxsize=1)
def _parents(pages: Pages) -> dict[Element, Element]:
    """By element, itself or the nearest element around it that is a block."""
    blocks: dict[Element, Element] = {pages.root: pages.root}
    for element in pages.root.walk():
        for kid in element.kids:
            if isinstance(kid, Element):
                blocks[kid] = blocks[element] if kid.role in INLINE else kid
    return blocks
