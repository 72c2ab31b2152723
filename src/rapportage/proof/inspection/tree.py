"""The structure tree of a PDF as plain values: elements, painted content, references to objects (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from msgspec import Struct, field

from rapportage.proof.inspection.opening import Work
from rapportage.proof.inspection.plain import DIRECT, Entries, ObjectId, Objects, identity, name_of, plain, text_of

MAX_DEPTH = 100
"""Elements nested deeper than this are not followed: no honest document has them."""


class Content(Struct, frozen=True):
    """One marked-content sequence. `page` counts from 0, None when unknown; `in_form` when another stream holds it."""

    page: int | None
    mcid: int
    in_form: bool = False


class ObjectReference(Struct, frozen=True):
    """A whole object as content: the annotation of a link."""

    page: int | None
    target: ObjectId | None
    """`DIRECT` of what is no object by itself."""


class Element(Struct, eq=False):
    """A structure element: `role` is its type as the file writes it, `standard` what the role map makes of that."""

    entries: Entries
    id: ObjectId
    """`DIRECT` of what is no object by itself."""
    role: str
    standard: str
    parent: Element | None
    objects: Objects
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
        return None if value is None else text_of(self.objects.followed(value))

    def attributes(self, owner: str) -> Entries:
        """All attributes of `owner` ('/Table', '/Layout', '/List') by key; of one that is there twice, the first."""
        listed, found = self.entries.get("/A"), Entries()
        if isinstance(listed, dict):
            return listed if listed.get("/O") == owner else found
        for item in reversed(self.objects.items(listed)):
            each = self.objects.followed(item)
            if isinstance(each, dict) and each.get("/O") == owner:
                found |= each
        return found

    def attribute(self, owner: str, key: str) -> object:
        """The value of one attribute, None when there is none."""
        return self.objects.followed(self.attributes(owner).get(key))


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
        self._objects = Objects(pdf)
        ids = (page.obj.objgen for page in pdf.pages)
        self._pages: dict[str, int] = {f"{number} {generation} R": at for at, (number, generation) in enumerate(ids)}
        """By the reference to each."""
        self._role_map: pikepdf.Object | dict[str, str] = root.get("/RoleMap", {})
        self._standards: dict[str, str] = {}
        """What the role map makes of each role that was met."""
        self._seen: dict[ObjectId, Element] = {}
        self._work = Work()
        self._elements: list[Element] = []
        self._repeated: list[Element] = []

    def tree(self, root: pikepdf.Object) -> Tree:
        entries = plain(root)
        tops = self._objects.items(entries.get("/K")) if isinstance(entries, dict) else []
        read = [(identity(top), self._objects.followed(top)) for top in tops]
        roots = [self._element(id, each, None, 0) for id, each in read if isinstance(each, dict)]
        return Tree([root for root in roots if root is not None], self._elements, self._repeated)

    def _element(self, id: ObjectId, entries: Entries, parent: Element | None, depth: int) -> Element | None:
        known = self._seen.get(id)
        if known is not None:
            self._repeated.append(known)
            return None
        role = name_of(entries.get("/S"))
        element = Element(entries, id, role, self._standard(role), parent, self._objects)
        self._elements.append(element)
        if id != DIRECT:
            self._seen[id] = element
        if depth < MAX_DEPTH:
            kids, page = self._objects.items(entries.get("/K")), self._page(entries.get("/Pg"))
            self._work.step(5 * len(kids))  # each as long as five operators
            for kid in kids:
                found = Content(page, kid) if isinstance(kid, int) else self._kid(kid, element, depth)
                if found is not None:
                    element.kids.append(found)
        return element

    def _kid(self, kid: object, parent: Element, depth: int) -> Element | Content | ObjectReference | None:
        """One child that is no number. Content without a page of its own is on that of its element."""
        entries = self._objects.followed(kid)
        if not isinstance(entries, dict):
            return None
        kind = entries.get("/Type")
        if kind not in ("/MCR", "/OBJR"):
            return self._element(identity(kid), entries, parent, depth + 1)
        page = self._page(entries.get("/Pg", parent.entries.get("/Pg")))
        if kind == "/OBJR":
            return ObjectReference(page, identity(entries["/Obj"]) if "/Obj" in entries else None)
        mcid = self._objects.followed(entries.get("/MCID"))
        return Content(page, mcid, "/Stm" in entries) if isinstance(mcid, int) else None

    def _page(self, page: object) -> int | None:
        return self._pages.get(page) if isinstance(page, str) else None

    def _standard(self, role: str) -> str:
        """The role after the role map, which may lead from name to name."""
        known = self._standards.get(role)
        if known is not None:
            return known
        found = f"/{role}"
        passed = {found}
        while (mapped := str(self._role_map.get(found, found))) not in passed and len(passed) < MAX_DEPTH:
            passed.add(mapped)
            found = mapped
        return self._standards.setdefault(role, found.removeprefix("/"))
