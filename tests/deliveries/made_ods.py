"""Workbooks of LibreOffice made for tests."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tests.deliveries.made import MADE, package

SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"


def number(stored: str, shown: str, kind: str = "float", more: str = "") -> str:
    """A cell with a number, and the text in which it is shown."""
    text = f"<text:p>{escape(shown)}</text:p>" if shown else ""
    return f'<table:table-cell office:value-type="{kind}" office:value="{stored}"{more}>{text}</table:table-cell>'


def words(text: str, more: str = "") -> str:
    paragraph = f"<text:p>{escape(text)}</text:p>"
    return f'<table:table-cell office:value-type="string"{more}>{paragraph}</table:table-cell>'


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def table(name: str, *inside: str, more: str = "") -> str:
    return f'<table:table table:name="{name}"{more}>{"".join(inside)}</table:table>'


def ods(*tables: str, styles: str = "", manifest: str = "", more: dict[str, str] | None = None) -> bytes:
    return package(
        {
            "mimetype": MIMETYPE,
            "content.xml": (
                f'<?xml version="1.0" encoding="UTF-8"?><!-- {MADE} --><office:document-content {SPACES}>'
                f"<office:automatic-styles>{styles}</office:automatic-styles>"
                f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
                "</office:document-content>"
            ),
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
            **(more or {}),
        }
    )
