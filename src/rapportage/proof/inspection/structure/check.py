"""Our own check of a PDF's structure: what validators miss (ISO 14289-1, 7; ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from functools import partial
from pathlib import Path

import pikepdf
from msgspec import Struct

from rapportage.proof.inspection.attachments import attachment_faults
from rapportage.proof.inspection.content import MARKS, ContentReader, PageContent, parse, without_outlines
from rapportage.proof.inspection.opening import reading
from rapportage.proof.inspection.structure.elements import element_faults, empty_faults
from rapportage.proof.inspection.structure.links import link_faults
from rapportage.proof.inspection.structure.marks import page_faults
from rapportage.proof.inspection.structure.parents import ParentTree
from rapportage.proof.inspection.structure.places import PLACES, Misplaced, PlaceReader
from rapportage.proof.inspection.structure.plan import plan
from rapportage.proof.inspection.structure.tables import table_faults
from rapportage.proof.inspection.tree import read_tree
from rapportage.proof.parallel import in_parallel

MANY_PAGES = 12
"""With so many, it is faster to look at the pages beside the tree."""


class _Page(Struct, frozen=True):
    """What is on a page, and what of it may be misplaced."""

    painted: PageContent
    misplaced: list[Misplaced]


def structural_faults(source: bytes | Path, *, beside: bool = True) -> list[str]:
    """Every fault, in Dutch; none for a file of ours. The time it takes grows with the size of the file, not faster.

    Of a long file a copy of this process looks at the pages, unless nothing may be done `beside` it.

    Raises:
        InspectionError: the file can't be opened or is damaged.
    """
    with reading(source) as pdf:
        look = partial(_pages, pdf)
        with in_parallel(look) if beside and len(pdf.pages) >= MANY_PAGES else nullcontext(look) as pages:
            return list(_faults(pdf, pages))


def _pages(pdf: pikepdf.Pdf) -> list[_Page]:
    """Only of a file of ours is it known where text may be."""
    is_ours = str(pdf.docinfo.get("/Producer", "")).startswith("rapportage")
    reader, places, beside = ContentReader(with_text=False), PlaceReader(), pikepdf.new()
    found = []
    for page in pdf.pages:
        parsed = parse(without_outlines(page, beside), MARKS | PLACES) if is_ours else parse(page.obj, MARKS)
        found.append(_Page(reader.read(page, parsed), places.misplaced(page, parsed) if is_ours else []))
    return found


def _faults(pdf: pikepdf.Pdf, pages: Callable[[], list[_Page]]) -> Iterator[str]:
    if not str(pdf.Root.get("/Lang", "")):
        yield "het document noemt zijn taal niet"
    tree = read_tree(pdf)
    if tree is None:
        yield "er is geen structuurboom"
        return
    parents = ParentTree(pdf)
    planned = plan(tree, len(pdf.pages))
    yield from element_faults(pdf, tree)
    yield from (f"{element.role} noemt inhoud die op geen pagina staat" for element in planned.stray)
    for table in tree.elements:
        if table.standard == "Table":
            yield from (f"{table.place}: {fault}" for fault in table_faults(table))
    seen = pages()
    yield from empty_faults(tree, [each.painted for each in seen])
    for number, (page, has, planned_here) in enumerate(zip(pdf.pages, seen, planned.pages, strict=True), start=1):
        yield from (f"pagina {number}: {fault}" for fault in page_faults(page, has.painted, planned_here, parents))
        yield from (f"pagina {number}: {each.fault}" for each in has.misplaced if each.is_fault(planned_here))
    yield from link_faults(pdf, tree, parents)
    yield from parents.faults()
    yield from attachment_faults(pdf, tree)
