"""Our own check of a PDF's structure: what validators miss (ISO 14289-1, 7; ISO 32000-1, 14.7)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from rapportage.inspection.opening import open_pdf
from rapportage.inspection.tables import table_faults
from rapportage.inspection.tree import Content, Element, ObjectReference, Tree, read_tree

_PAINTS = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI", "Tj", "TJ", "'", '"'))
_HEADING = re.compile(r"H([1-6])")


def structural_faults(source: bytes | Path) -> list[str]:
    """Every fault, in Dutch; none for a file of ours.

    Raises:
        InspectionError: the file can't be opened.
    """
    with open_pdf(source) as pdf:
        tree = read_tree(pdf)
        if tree is None:
            return ["er is geen structuurboom"]
        return list(_Check(pdf, tree).faults())


class _Check:
    def __init__(self, pdf: pikepdf.Pdf, tree: Tree) -> None:
        self._pdf = pdf
        self._tree = tree
        self._parents = _parent_tree(pdf)

    def faults(self) -> Iterator[str]:
        if "/Lang" not in self._pdf.Root:
            yield "het document noemt zijn taal niet"
        yield from (f"{element.role} staat twee keer in de boom" for element in self._tree.repeated)
        yield from self._elements()
        yield from self._headings()
        for number, page in enumerate(self._pdf.pages):
            yield from self._page(number, page)

    def _elements(self) -> Iterator[str]:
        ids = Counter(id for element in self._tree.walk() if (id := element.text("/ID")) is not None)
        yield from (f"id '{id}' komt {count} keer voor" for id, count in ids.items() if count > 1)
        root = self._pdf.Root.StructTreeRoot
        for element in self._tree.walk():
            parent = element.parent.source if element.parent else root
            if element.source.get("/P") is None or element.source.P.objgen != parent.objgen:
                yield f"{element.role} noemt een ander element als ouder"
            yield from self._links(element)
            if element.standard == "Figure":
                yield from self._figure(element)
            elif element.standard == "Table":
                yield from table_faults(element)
            elif _is_text(element) and next(element.contents(), None) is None:
                yield f"een leeg element {element.role}"

    def _figure(self, element: Element) -> Iterator[str]:
        if not element.text("/Alt"):
            yield "een figuur zonder beschrijving (Alt)"
        box = element.attribute("/Layout", "/BBox")
        page = next((content.page for content in element.contents()), None)
        if box is None:
            yield "een figuur zonder plaats (BBox)"
        elif page is not None:
            left, bottom, right, top = (float(edge) for edge in self._pdf.pages[page].mediabox)
            x0, y0, x1, y1 = (float(edge) for edge in box)
            if not (left <= x0 < x1 <= right and bottom <= y0 < y1 <= top):
                yield "een figuur met een plaats (BBox) buiten de pagina"

    def _links(self, element: Element) -> Iterator[str]:
        for kid in element.kids:
            if not isinstance(kid, ObjectReference) or kid.target is None:
                continue
            key: object = kid.target.get("/StructParent")
            owner = self._parents.get(key) if isinstance(key, int) else None
            if not isinstance(owner, pikepdf.Dictionary) or owner.objgen != element.source.objgen:
                yield "een koppeling en haar element verwijzen niet naar elkaar"
            if not str(kid.target.get("/Contents", "")):
                yield "een koppeling zonder beschrijving (Contents)"

    def _headings(self) -> Iterator[str]:
        level = 0
        for element in self._tree.walk():
            found = _HEADING.fullmatch(element.standard)
            if found:
                if int(found[1]) > level + 1:
                    yield f"kop H{found[1]} volgt op niveau {level}"
                level = int(found[1])

    def _page(self, number: int, page: pikepdf.Page) -> Iterator[str]:
        name = f"pagina {number + 1}"
        if page.obj.get("/Tabs") != "/S":
            yield f"{name}: de tabvolgorde volgt de structuur niet"
        painted, unmarked = _painted(page)
        if unmarked:
            yield f"{name}: {unmarked} keer getekend buiten elke markering"
        body, notes = self._expected(number)
        if sorted(painted) != sorted([*body, *notes]) or len(set(painted)) != len(painted):
            yield f"{name}: wat getekend is en wat in de boom staat, verschilt"
        elif painted != [*body, *notes]:
            yield f"{name}: de tekenvolgorde volgt de boom niet"
        parents = self._parents.get(page.obj.get("/StructParents"))
        owners = self._owners(number)
        listed = [item.objgen for item in parents] if isinstance(parents, pikepdf.Array) else []
        if [owners.get(place) for place in range(len(owners))] != listed:
            yield f"{name}: de ParentTree klopt niet met de boom"

    def _expected(self, page: int) -> tuple[list[int], list[int]]:
        """The sequences of a page in the order of the tree: first the text, then the notes at its foot."""
        body: list[int] = []
        notes: list[int] = []
        for element in self._tree.walk():
            if element.parent is None:
                self._gather(element, page, body, notes, in_note=False)
        return body, notes

    def _gather(self, element: Element, page: int, body: list[int], notes: list[int], *, in_note: bool) -> None:
        """A note of a table or chart stands with it; only a page note comes last."""
        in_note = in_note or (element.standard == "Note" and not _beside_block(element))
        for kid in element.kids:
            if isinstance(kid, Element):
                self._gather(kid, page, body, notes, in_note=in_note)
            elif isinstance(kid, Content) and kid.page == page:
                (notes if in_note else body).append(kid.mcid)

    def _owners(self, page: int) -> dict[int, tuple[int, int]]:
        return {
            kid.mcid: element.source.objgen
            for element in self._tree.walk()
            for kid in element.kids
            if isinstance(kid, Content) and kid.page == page
        }


def _is_text(element: Element) -> bool:
    return element.standard == "P" or _HEADING.fullmatch(element.standard) is not None


def _beside_block(note: Element) -> bool:
    """Whether a note belongs to a table (in its foot) or a chart (right after it)."""
    parent = note.parent
    if parent is None:
        return False
    if parent.standard == "TD":
        return True
    before = parent.elements[: parent.elements.index(note)]
    while before and before[-1].standard == "Note":
        before.pop()
    return bool(before) and before[-1].standard == "Figure"


def _parent_tree(pdf: pikepdf.Pdf) -> dict[object, object]:
    root = pdf.Root.StructTreeRoot
    return dict(pikepdf.NumberTree(root.ParentTree).items()) if "/ParentTree" in root else {}


def _painted(page: pikepdf.Page) -> tuple[list[int], int]:
    """The marked-content identifiers in the order of painting, and how often was painted outside any marking."""
    identifiers: list[int] = []
    depth = unmarked = 0
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator in ("BDC", "BMC"):
            depth += 1
            properties = instruction.operands[1] if operator == "BDC" else None
            if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties:
                identifiers.append(int(properties.MCID))
        elif operator == "EMC":
            depth -= 1
        elif operator in _PAINTS and depth < 1:
            unmarked += 1
    return identifiers, unmarked
