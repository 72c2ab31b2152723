"""The structure tree of a PDF as plain values: elements, painted content, references to objects (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from msgspec import Struct, field

from rapportage.proof.inspection.opening import Work

MAX_DEPTH = 100
"""Elements nested deeper than this are not followed: no honest document has them."""

ObjectId = tuple[int, int]
DIRECT: ObjectId = (0, 0)


class Content(Struct, frozen=True):
    """One marked-content sequence. `page` counts from 0, None when unknown; `in_form` when another stream holds it."""

    page: int | None
    mcid: int
    in_form: bool = False


class ObjectReference(Struct, frozen=True):
    """A whole object as content: the annotation of a link."""

    page: int | None
    target: pikepdf.Object | None


class Element(Struct, eq=False):
    """A structure element: `role` is its type as the file writes it, `standard` what the role map makes of that."""

    source: pikepdf.Object
    entries: dict[str, pikepdf.Object]
    """Those of `source`, read once: it takes the longest to ask them one by one."""
    id: ObjectId
    """Of `source`; `DIRECT` of what is no object by itself."""
    role: str
    standard: str
    parent: Element | None
    kids: list[Element | Content | ObjectReference] = field(default_factory=list)

    @property
    def elements(self) -> list[Element]:
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def contents(self) -> Iterator[Content]:
        """All painted content below this element, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Content):
                yield kid
            elif isinstance(kid, Element):
                yield from kid.contents()

    @property
    def place(self) -> str:
        """Where its content begins, for messages: 'pagina 3'."""
        page = next((content.page for content in self.contents()), None)
        return "zonder pagina" if page is None else f"pagina {page + 1}"

    def text(self, key: str) -> str | None:
        """The text string under `key` ('/Alt', '/Lang', '/ID'), None when there is none."""
        value = self.entries.get(key)
        return str(value) if isinstance(value, pikepdf.String) else None

    def attributes(self, owner: str) -> dict[str, pikepdf.Object]:
        """All attributes of `owner` ('/Table', '/Layout', '/List') by key; of one that is there twice, the first."""
        found: dict[str, pikepdf.Object] = {}
        for item in reversed(_items(self.entries.get("/A"))):
            if isinstance(item, pikepdf.Dictionary) and item.get("/O") == owner:
                found |= dict(item.items())
        return found

    def attribute(self, owner: str, key: str) -> pikepdf.Object | None:
        """The value of one attribute."""
        return self.attributes(owner).get(key)


class Tree(Struct, frozen=True):
    """The top elements of a document; `repeated` are elements that a second parent names as its child."""

    roots: list[Element]
    elements: list[Element]
    """All of them, in reading order."""
    repeated: list[Element]


def read_tree(pdf: pikepdf.Pdf) -> Tree | None:
    """The structure tree of `pdf`, None when it has none."""
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return None
    return _Reader(pdf, root).tree(root)


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf, root: pikepdf.Object) -> None:
        self._pages: dict[ObjectId, int] = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        self._role_map: pikepdf.Object | dict[str, str] = root.get("/RoleMap", {})
        self._standards: dict[str, str] = {}
        """What the role map makes of each role that was met."""
        self._seen: dict[ObjectId, Element] = {}
        self._work = Work()
        self._elements: list[Element] = []
        self._repeated: list[Element] = []

    def tree(self, root: pikepdf.Object) -> Tree:
        tops = [kid for kid in _items(root.get("/K")) if isinstance(kid, pikepdf.Dictionary)]
        roots = [self._element(kid, dict(kid.items()), None, 0) for kid in tops]
        return Tree([root for root in roots if root is not None], self._elements, self._repeated)

    def _element(
        self, source: pikepdf.Object, entries: dict[str, pikepdf.Object], parent: Element | None, depth: int
    ) -> Element | None:
        id = source.objgen
        known = self._seen.get(id)
        if known is not None:
            self._repeated.append(known)
            return None
        role = str(entries.get("/S", "/?"))
        standard = self._standard(role).removeprefix("/")
        element = Element(source, entries, id, role.removeprefix("/"), standard, parent)
        self._elements.append(element)
        if id != DIRECT:
            self._seen[id] = element
        if depth < MAX_DEPTH:
            for kid in _items(entries.get("/K")):
                self._work.step(5)  # as long as five operators
                found = self._kid(kid, element, depth)
                if found is not None:
                    element.kids.append(found)
        return element

    def _kid(self, kid: object, parent: Element, depth: int) -> Element | Content | ObjectReference | None:
        """One child. Content without a page of its own is on that of its element."""
        if isinstance(kid, int):
            return Content(self._page(parent.entries.get("/Pg")), kid)
        if not isinstance(kid, pikepdf.Dictionary):
            return None
        entries = dict(kid.items())
        kind = str(entries.get("/Type", ""))
        if kind not in ("/MCR", "/OBJR"):
            return self._element(kid, entries, parent, depth + 1)
        page = self._page(entries.get("/Pg", parent.entries.get("/Pg")))
        if kind == "/OBJR":
            return ObjectReference(page, entries.get("/Obj"))
        mcid: object = entries.get("/MCID")
        return Content(page, mcid, "/Stm" in entries) if isinstance(mcid, int) else None

    def _page(self, page: pikepdf.Object | None) -> int | None:
        return self._pages.get(page.objgen) if isinstance(page, pikepdf.Dictionary) else None

    def _standard(self, role: str) -> str:
        """The role after the role map, which may lead from name to name."""
        known = self._standards.get(role)
        if known is not None:
            return known
        passed, found = {role}, role
        while (mapped := str(self._role_map.get(found, found))) not in passed and len(passed) < MAX_DEPTH:
            passed.add(mapped)
            found = mapped
        self._standards[role] = found
        return found


def _items(value: pikepdf.Object | None) -> list[object]:
    """The items of an array, or the one value in place of an array."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]
