"""Where links and bookmarks of a PDF lead (ISO 32000-1, 12.3.2)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from msgspec import Struct

from rapportage.proof.inspection.plain import ObjectId


class Target(Struct, frozen=True):
    """An address on the web, a page of the document (from 0), or neither: then it leads nowhere that we know."""

    url: str | None = None
    page: int | None = None

    def __str__(self) -> str:
        if self.url is not None:
            return self.url
        return "nergens" if self.page is None else f"pagina {self.page + 1}"


class Destinations:
    """Finds the targets of links and bookmarks of one file."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._root = pdf.Root
        self._pages: dict[ObjectId, int] = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        self._names = (
            pikepdf.NameTree(pdf.Root.Names.Dests) if "/Dests" in pdf.Root.get("/Names", pikepdf.Dictionary()) else None
        )

    def of(self, source: pikepdf.Object) -> Target:
        """The target of a link annotation or outline item."""
        action = source.get("/A")
        if isinstance(action, pikepdf.Dictionary):
            if action.get("/S") == "/URI":
                return Target(url=str(action.get("/URI", "")))
            return Target(page=self._page(action.get("/D"))) if action.get("/S") == "/GoTo" else Target()
        return Target(page=self._page(source.get("/Dest")))

    def outline(self) -> Iterator[pikepdf.Object]:
        """The items of the outline, each once, even when their chain bites its own tail."""
        seen: set[ObjectId] = set()
        outlines = self._root.get("/Outlines")
        waiting = [outlines.get("/First")] if isinstance(outlines, pikepdf.Dictionary) else []
        while waiting:
            item = waiting.pop()
            if not isinstance(item, pikepdf.Dictionary) or item.objgen in seen:
                continue
            seen.add(item.objgen)
            yield item
            waiting += [item.get("/Next"), item.get("/First")]

    def _page(self, destination: pikepdf.Object | None) -> int | None:
        if isinstance(destination, pikepdf.String) and self._names is not None:
            destination = self._names.get(str(destination))
        elif isinstance(destination, pikepdf.Name):
            destination = self._root.get("/Dests", pikepdf.Dictionary()).get(destination)
        if isinstance(destination, pikepdf.Dictionary):
            destination = destination.get("/D")
        if not isinstance(destination, pikepdf.Array) or not len(destination):
            return None
        page = destination[0]
        return self._pages.get(page.objgen) if isinstance(page, pikepdf.Dictionary) else None
