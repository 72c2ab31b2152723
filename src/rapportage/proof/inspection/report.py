"""What a PDF says of itself and how it reads aloud, as text: for people, and for the golden dumps of the tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from rapportage.proof.inspection.attachments import attached
from rapportage.proof.inspection.opening import Work, reading
from rapportage.proof.inspection.reading import Reading, shown

MM_PER_POINT = 25.4 / 72
NONE = "(geen)"
_SUBSET = re.compile(r"^[A-Z]{6}\+")


def inspect(path: Path) -> str:
    """Title, language, pages, claims, fonts and the structure tree of the PDF at `path`.

    Raises:
        InspectionError: the file is not there, is no PDF, is damaged, or asks for a password.
    """
    with reading(path) as pdf:
        return "\n".join([*_properties(pdf), "", *Reading(pdf).lines(), ""])


def _properties(pdf: pikepdf.Pdf) -> Iterator[str]:
    metadata = pdf.open_metadata()
    properties = {
        "titel": str(metadata.get("dc:title") or pdf.docinfo.get("/Title", NONE)),
        "taal": str(pdf.Root.get("/Lang", NONE)),
        "pagina's": str(len(pdf.pages)),
        "formaat": "; ".join(_sizes(pdf)),
        "claims": ", ".join(_claims(metadata)) or NONE,
        **_attachments(pdf),
        "lettertypen": ", ".join(sorted(set(_fonts(pdf)))) or NONE,
    }
    width = max(map(len, properties)) + 2
    return (f"{name:{width}}{shown(value)}" for name, value in properties.items())


def _attachments(pdf: pikepdf.Pdf) -> dict[str, str]:
    """The files in the file, where there are any."""
    names = [f"{name} ({str(each.get('/AFRelationship', '/?'))[1:]})" for name, each in attached(pdf)]
    return {"bijlagen": ", ".join(names)} if names else {}


def _claims(metadata: pikepdf.models.PdfMetadata) -> Iterator[str]:
    """The standards that the file says to follow; whether it does is another matter."""
    if part := metadata.get("pdfuaid:part"):
        yield f"PDF/UA-{part}"
    if part := metadata.get("pdfaid:part"):
        yield f"PDF/A-{part}{str(metadata.get('pdfaid:conformance', '')).lower()}"


def _sizes(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The sizes of the pages in millimetres, each with the pages that have it where there are several."""
    by_size: dict[str, list[str]] = {}
    for number, page in enumerate(pdf.pages, 1):
        left, bottom, right, top = (float(edge) for edge in page.mediabox)
        size = f"{(right - left) * MM_PER_POINT:.0f} x {(top - bottom) * MM_PER_POINT:.0f} mm"
        by_size.setdefault(size, []).append(str(number))
    for size, numbers in by_size.items():
        yield size if len(by_size) == 1 else f"{size} (pagina {', '.join(numbers)})"


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    work = Work()
    for page in pdf.pages:
        for font in page.resources.get("/Font", pikepdf.Dictionary()).values():
            work.step(5)
            described = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            descriptor = described.get("/FontDescriptor", pikepdf.Dictionary())
            is_embedded = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            name = _SUBSET.sub("", str(font.get("/BaseFont", "/?")).removeprefix("/"))
            yield f"{name} ({'ingesloten' if is_embedded else 'niet ingesloten'})"
