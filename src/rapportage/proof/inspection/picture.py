"""A page as a picture."""

from __future__ import annotations

from io import BytesIO

DOTS = 200
"""Per inch."""


def as_png(pdf: bytes, page: int = 0, dots: int = DOTS) -> bytes:
    """A page (from 0) as PNG, with so many dots per inch."""
    from pypdfium2 import PdfDocument

    with PdfDocument(pdf) as document:
        image = document[page].render(scale=dots / 72).to_pil()
        out = BytesIO()
        image.save(out, "PNG", dpi=(dots, dots))
    return out.getvalue()


def as_quick_png(pdf: bytes, page: int, width: int) -> bytes:
    """A page (from 0) as PNG, so many pixels wide: for a screen, so that it is made soon rather than small."""
    from pypdfium2 import PdfDocument

    with PdfDocument(pdf) as document:
        sheet = document[page]
        image = sheet.render(scale=width / sheet.get_width(), rev_byteorder=True).to_pil()
        out = BytesIO()
        image.save(out, "PNG", compress_level=1)
    return out.getvalue()
