"""Links and bookmarks: bound to the structure both ways, described, and leading somewhere (ISO 14289-1, 7.18)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from rapportage.proof.inspection.destinations import Destinations, Target
from rapportage.proof.inspection.plain import ObjectId
from rapportage.proof.inspection.structure.parents import ParentTree
from rapportage.proof.inspection.tree import Element, ObjectReference, Tree


def link_faults(pdf: pikepdf.Pdf, tree: Tree, parents: ParentTree) -> Iterator[str]:
    """The faults of every annotation, of every element that should have one, and of every bookmark."""
    destinations = Destinations(pdf)
    owners: dict[ObjectId, list[tuple[Element, int | None]]] = {}
    for element in tree.elements:
        references = [kid for kid in element.kids if isinstance(kid, ObjectReference)]
        if element.standard == "Link" and not references:
            yield f"{element.place}: een element Link zonder link"
        for kid in references:
            if kid.target is not None:
                owners.setdefault(kid.target, []).append((element, kid.page))
    for number, page in enumerate(pdf.pages):
        for annotation in page.obj.get("/Annots", pikepdf.Array()):
            name = f"pagina {number + 1}: een link"
            found = owners.pop(annotation.objgen, [])
            yield from (f"{name} {fault}" for fault in _structure(annotation, number, found, parents))
            if annotation.get("/Subtype") == "/Link" and _is_nowhere(destinations.of(annotation)):
                yield f"{name} leidt nergens heen"
    yield from (f"{left[0][0].place}: een element noemt een link die op geen pagina staat" for left in owners.values())
    yield from _bookmarks(destinations)


def _structure(
    annotation: pikepdf.Object, page: int, owners: list[tuple[Element, int | None]], parents: ParentTree
) -> Iterator[str]:
    if not str(annotation.get("/Contents", "")):
        yield "zonder beschrijving (Contents)"
    back = parents.of_object(annotation.get("/StructParent"))
    if len(owners) != 1:
        yield "staat niet in de boom" if not owners else "staat meer dan eens in de boom"
        return
    element, said_page = owners[0]
    if back != element.id:
        yield "en haar element verwijzen niet naar elkaar"
    if said_page != page:
        yield "staat volgens de boom op een andere pagina"
    if annotation.get("/Subtype") == "/Link" and element.standard != "Link":
        yield f"hoort bij een element {element.role} in plaats van Link"


def _bookmarks(destinations: Destinations) -> Iterator[str]:
    for item in destinations.outline():
        title = str(item.get("/Title", ""))
        if not title:
            yield "een bladwijzer zonder naam"
        if _is_nowhere(destinations.of(item)):
            yield f"bladwijzer '{title}' leidt nergens heen"


def _is_nowhere(target: Target) -> bool:
    return not target.url and target.page is None
