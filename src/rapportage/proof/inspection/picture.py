"""A page as a picture."""

from __future__ import annotations

from io import BytesIO

DOTS = 200
"""Per inch."""


def as_png(pdf: bytes) -> bytes:
    """The first page as PNG."""
    from pypdfium2 import PdfDocument

    with PdfDocument(pdf) as document:
        image = document[0].render(scale=DOTS / 72).to_pil()
        out = BytesIO()
        image.save(out, "PNG", dpi=(DOTS, DOTS))
    return out.getvalue()
