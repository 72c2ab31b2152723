"""The PDF layer: pages and structure tree to bytes that are PDF/UA-1 and PDF/A-2a by construction."""

from rapportage.pages.pdf.write import write

__all__ = ["write"]
