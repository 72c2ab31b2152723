"""The structure elements one by one: parents, identifiers, headings, figures, text (ISO 14289-1, 7.1 to 7.9)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

import pikepdf

from rapportage.proof.inspection.content import PageContent
from rapportage.proof.inspection.plain import DIRECT, identity
from rapportage.proof.inspection.tree import MAX_DEPTH, Element, ObjectReference, Tree

_HEADING = re.compile(r"H([1-6])")
_TEXTS = frozenset(("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Caption", "Lbl"))
"""The elements that make no sense when nothing is in them."""
_SPOKEN = ("/Alt", "/ActualText", "/E")
"""The keys of what is said in place of what is seen (ISO 32000-1, 14.9.3 to 14.9.5)."""


def element_faults(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[str]:
    """The faults of the elements themselves; those of tables and links have modules of their own."""
    yield from (f"{element.place}: {element.role} staat twee keer in de boom" for element in tree.repeated)
    yield from _identifiers(pdf, tree)
    yield from _headings(tree)
    top = pdf.Root.StructTreeRoot.objgen
    for element in tree.elements:
        if element.id == DIRECT:
            yield f"{element.place}: {element.role} is geen object op zichzelf"
        if identity(element.entries.get("/P")) != (element.parent.id if element.parent else top):
            yield f"{element.place}: {element.role} noemt een ander element als ouder"
        if element.standard == "Figure":
            yield from (f"{element.place}: {fault}" for fault in _figure(pdf, element))


def empty_faults(tree: Tree, painted: Sequence[PageContent]) -> Iterator[str]:
    """The elements in which nothing is painted, though something should be seen or read aloud there."""
    full = [
        {sequence.mcid for sequence in page.sequences if sequence.shown or sequence.has_picture} for page in painted
    ]
    for element in tree.elements:
        spoken = [key for key in _SPOKEN if key in element.entries]
        key = next((key for key in spoken if element.text(key) is not None), None) if spoken else None
        if key is not None and not _has_content(element, full) and not _has_object(element):
            yield f"{element.place}: {element.role} heeft een {key[1:]} zonder inhoud, en wordt dus niet voorgelezen"
        if element.standard in _TEXTS and not _has_content(element, full):
            yield f"{element.place}: een leeg element {element.role}"


def _identifiers(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[str]:
    """Each once, known to the IDTree, and one for every note (ISO 14289-1, 7.9)."""
    named = [(id, element) for element in tree.elements if (id := element.text("/ID")) is not None]
    yield from (
        f"id '{id}' komt {count} keer voor" for id, count in Counter(id for id, _ in named).items() if count > 1
    )
    yield from (
        f"{element.place}: een noot zonder ID"
        for element in tree.elements
        if element.standard == "Note" and element.text("/ID") is None
    )
    source = pdf.Root.StructTreeRoot.get("/IDTree")
    listed = pikepdf.NameTree(source).items() if isinstance(source, pikepdf.Dictionary) else ()
    if {(name, item.objgen) for name, item in listed} != {(id, element.id) for id, element in named}:
        yield "de IDTree klopt niet met de boom"
    names = [bytes(name) for name in _names(source)] if isinstance(source, pikepdf.Dictionary) else []
    if names != sorted(names):
        yield "de namen in de IDTree staan niet op volgorde, en worden dus niet gevonden"


def _names(node: pikepdf.Object, depth: int = 0) -> Iterator[pikepdf.Object]:
    """The names of a name tree as they are in it (ISO 32000-1, 7.9.6)."""
    yield from list(node.get("/Names", ()))[::2]
    for kid in node.get("/Kids", ()) if depth < MAX_DEPTH else ():
        yield from _names(kid, depth + 1)


def _headings(tree: Tree) -> Iterator[str]:
    """No level is skipped on the way down (ISO 14289-1, 7.4.2)."""
    level = 0
    for element in tree.elements:
        found = _HEADING.fullmatch(element.standard)
        if found:
            if int(found[1]) > level + 1:
                yield f"{element.place}: kop H{found[1]} volgt op niveau {level}"
            level = int(found[1])


def _figure(pdf: pikepdf.Pdf, element: Element) -> Iterator[str]:
    """A description, and a rectangle on the page if it is on one (ISO 14289-1, 7.3; ISO 32000-1, 14.8.5.4.3)."""
    if not element.text("/Alt"):
        yield "een figuur zonder beschrijving (Alt)"
    box = _rectangle(element.attribute("/Layout", "/BBox"))
    pages = {content.page for content in element.contents()}
    if not pages:
        yield "een figuur zonder inhoud"
    if box is None and len(pages) < 2:
        yield "een figuur zonder plaats (BBox)"
    if box is not None and len(pages) > 1:
        yield f"een figuur op {len(pages)} pagina's met een plaats (BBox) op één"
    page = pages.pop() if len(pages) == 1 else None
    if box is not None and page is not None and not _contains(_rectangle(list(pdf.pages[page].mediabox)), box):
        yield "een figuur met een plaats (BBox) buiten de pagina"


Rectangle = tuple[float, float, float, float]


def _rectangle(source: object) -> Rectangle | None:
    """Left, bottom, right and top in points, when `source` is a rectangle that has a surface."""
    edges = (
        [float(edge) for edge in source if isinstance(edge, int | float | Decimal)] if isinstance(source, list) else []
    )
    if len(edges) != 4:
        return None
    left, bottom, right, top = edges
    return (left, bottom, right, top) if left < right and bottom < top else None


def _contains(outer: Rectangle | None, inner: Rectangle) -> bool:
    if outer is None:
        return False
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def _has_content(element: Element, full: Sequence[set[int]]) -> bool:
    return any(content.page is not None and content.mcid in full[content.page] for content in element.contents())


def _has_object(element: Element) -> bool:
    """Whether there is a whole object in it, such as an annotation."""
    return any(
        isinstance(kid, ObjectReference) or (isinstance(kid, Element) and _has_object(kid)) for kid in element.kids
    )
