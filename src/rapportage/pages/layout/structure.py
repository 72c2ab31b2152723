"""The structure tree: what a screen reader reads, in the order of the document.

Built while the blocks are turned into boxes, so that the order of the tree is the order of the document (ISO 14289-1,
7.1). Elements compare by identity: two paragraphs with the same words are two paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct, field

from rapportage.diagnostics import Span

Scope = Literal["Column", "Row", "Both"]
ListNumbering = Literal["None", "Disc", "Decimal"]


class TableAttributes(Struct, frozen=True):
    """Attributes of owner Table (ISO 32000-1, 14.8.5.7)."""

    scope: Scope | None = None
    columns: int = 1
    rows: int = 1
    headers: tuple[str, ...] = ()
    summary: str | None = None


class Leaf(Struct, eq=False):
    """A stretch of painted content that belongs to one element, in its place among the element's children."""

    element: Element


class Element(Struct, eq=False):
    """A structure element. `role` is a standard type of ISO 32000-1, 14.8.4, or 'Title' (mapped to P)."""

    role: str
    kids: list[Element | Leaf] = field(default_factory=list)
    id: str | None = None
    alternative: str | None = None
    language: str | None = None
    table: TableAttributes | None = None
    numbering: ListNumbering | None = None
    block: str | None = None
    """The id of the block of the document that it shows, where files may belong to that."""
    origin: Span | None = None
    """Where the block that it shows was written; None where that is where the element around it was."""

    def add(
        self,
        role: str,
        *,
        id: str | None = None,
        alternative: str | None = None,
        language: str | None = None,
        table: TableAttributes | None = None,
        numbering: ListNumbering | None = None,
        block: str | None = None,
    ) -> Element:
        """A new child, after those that are there."""
        child = Element(role, [], id, alternative, language, table, numbering, block)
        self.kids.append(child)
        return child

    def leaf(self) -> Leaf:
        """A new stretch of content, after the children that are there."""
        leaf = Leaf(self)
        self.kids.append(leaf)
        return leaf

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend([kid for kid in reversed(element.kids) if isinstance(kid, Element)])

    def leaves(self) -> Iterator[Leaf]:
        """All content below this element, in reading order."""
        waiting: list[Element | Leaf] = [self]
        while waiting:
            kid = waiting.pop()
            if isinstance(kid, Leaf):
                yield kid
            else:
                waiting.extend(reversed(kid.kids))
