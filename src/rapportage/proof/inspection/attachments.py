"""Files in a PDF: named, described, sound, and associated with the document (ISO 19005-3, 6.8; ISO 14289-1, 7.11)."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import md5

import pikepdf

from rapportage.proof.inspection.plain import identity
from rapportage.proof.inspection.tree import Tree

RELATIONSHIPS = ("/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified")


def attached(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    """Every embedded file by its name, with its specification."""
    tree = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/EmbeddedFiles")
    if tree is not None:
        yield from pikepdf.NameTree(tree).items()


def attachment_faults(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[str]:
    """The faults of every embedded file, and of what is associated without being embedded."""
    embedded = list(attached(pdf))
    associated = {each.objgen for each in pdf.Root.get("/AF", pikepdf.Array())}
    for name, specification in embedded:
        yield from (f"bijlage {name} {fault}" for fault in _faults(specification))
        if specification.objgen not in associated:
            yield f"bijlage {name} is niet met het document verbonden (AF)"
    known = {specification.objgen for _, specification in embedded}
    if associated - known:
        yield "het document is verbonden met een bestand dat er niet in zit"
    for element in tree.elements:
        if "/AF" in element.entries and not known.issuperset(
            map(identity, element.objects.items(element.entries["/AF"]))
        ):
            yield f"{element.place}: een element {element.role} is verbonden met een bestand dat er niet in zit"
    part = str(pdf.open_metadata().get("pdfaid:part", "")) if embedded else ""  # which loads a library for XML
    if embedded and part != "3":
        yield f"er zijn bijlagen, en dat mag alleen in PDF/A-3 (dit is PDF/A-{part or '?'})"


def _faults(specification: pikepdf.Object) -> Iterator[str]:
    for key, what in (("/F", "naam"), ("/UF", "naam in Unicode"), ("/Desc", "beschrijving")):
        if not str(specification.get(key, "")):
            yield f"heeft geen {what} ({key[1:]})"
    if str(specification.get("/AFRelationship", "")) not in RELATIONSHIPS:
        yield "zegt niet wat zij voor het document is (AFRelationship)"
    stream = specification.get("/EF", pikepdf.Dictionary()).get("/F")
    if not isinstance(stream, pikepdf.Stream):
        yield "heeft geen inhoud"
        return
    if "/Subtype" not in stream:
        yield "noemt haar soort niet (Subtype)"
    data, known = stream.read_bytes(), stream.get("/Params", pikepdf.Dictionary())
    if "/ModDate" not in known:
        yield "heeft geen datum (ModDate)"
    if int(known.get("/Size", -1)) != len(data):
        yield "is niet zo groot als zij zegt (Size)"
    if bytes(known.get("/CheckSum", b"")) != md5(data, usedforsecurity=False).digest():
        yield "is beschadigd (CheckSum)"
