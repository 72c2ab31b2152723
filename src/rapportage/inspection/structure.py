"""Our own check of a PDF's structure: what validators miss (ISO 14289-1, 7; ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf

from rapportage.inspection.attachments import attachment_faults
from rapportage.inspection.content import ContentReader
from rapportage.inspection.elements import element_faults
from rapportage.inspection.links import link_faults
from rapportage.inspection.marks import page_faults
from rapportage.inspection.opening import reading
from rapportage.inspection.parents import ParentTree
from rapportage.inspection.places import Fonts, place_faults
from rapportage.inspection.plan import plan
from rapportage.inspection.tables import table_faults
from rapportage.inspection.tree import read_tree


def structural_faults(source: bytes | Path) -> list[str]:
    """Every fault, in Dutch; none for a file of ours. The time it takes grows with the size of the file, not faster.

    Raises:
        InspectionError: the file can't be opened or is damaged.
    """
    with reading(source) as pdf:
        return list(_faults(pdf))


def _faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    if not str(pdf.Root.get("/Lang", "")):
        yield "het document noemt zijn taal niet"
    tree = read_tree(pdf)
    if tree is None:
        yield "er is geen structuurboom"
        return
    reader = ContentReader(with_text=False)
    painted = [reader.read(page) for page in pdf.pages]
    parents = ParentTree(pdf)
    planned = plan(tree, len(painted))
    is_ours, fonts = str(pdf.docinfo.get("/Producer", "")).startswith("rapportage"), Fonts()
    yield from element_faults(pdf, tree, painted)
    yield from (f"{element.role} noemt inhoud die op geen pagina staat" for element in planned.stray)
    for table in tree.elements:
        if table.standard == "Table":
            yield from (f"{table.place}: {fault}" for fault in table_faults(table))
    for number, page in enumerate(pdf.pages):
        faults = page_faults(page, painted[number], planned.pages[number], parents)
        yield from (f"pagina {number + 1}: {fault}" for fault in faults)
        if is_ours:
            faults = place_faults(page, fonts, planned.pages[number])
            yield from (f"pagina {number + 1}: {fault}" for fault in faults)
    yield from link_faults(pdf, tree, parents)
    yield from parents.faults()
    yield from attachment_faults(pdf, tree)
