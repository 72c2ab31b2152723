"""The ParentTree: from what a page holds back to the structure element that it belongs to (ISO 32000-1, 14.7.4.4)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from rapportage.proof.inspection.plain import ObjectId


class ParentTree:
    """The way back of one file; it knows which of its keys were asked for."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        root = pdf.Root.StructTreeRoot
        source = root.get("/ParentTree")
        self._entries: dict[int, object] = {}
        if isinstance(source, pikepdf.Dictionary):
            self._entries.update(pikepdf.NumberTree(source).items())
        self._next: object = root.get("/ParentTreeNextKey", len(self._entries))
        self._asked: set[int] = set()
        self._asked_again: list[int] = []

    def of_content(self, key: object) -> list[ObjectId | None] | None:
        """By marked-content identifier, the element of each sequence of a page; None when there is no such list."""
        found = self._ask(key)
        return [_id(item) for item in found] if isinstance(found, pikepdf.Array) else None

    def of_object(self, key: object) -> ObjectId | None:
        """The element of an annotation."""
        return _id(self._ask(key))

    def faults(self) -> Iterator[str]:
        """Keys that two pages or annotations share, and keys of nothing: to be asked last."""
        yield from (f"sleutel {key} van de ParentTree wordt twee keer gebruikt" for key in self._asked_again)
        yield from (f"sleutel {key} van de ParentTree hoort nergens bij" for key in self._entries.keys() - self._asked)
        if self._entries and (not isinstance(self._next, int) or self._next <= max(self._entries)):
            yield "de volgende sleutel van de ParentTree is al gebruikt"

    def _ask(self, key: object) -> object:
        if not isinstance(key, int):
            return None
        if key in self._asked:
            self._asked_again.append(key)
        self._asked.add(key)
        return self._entries.get(key)


def _id(element: object) -> ObjectId | None:
    return element.objgen if isinstance(element, pikepdf.Dictionary) and element.is_indirect else None
