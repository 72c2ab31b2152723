"""XML for OpenDocument: elements as text, with everything escaped."""

from __future__ import annotations

from html import escape

HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {
    "office": f"{_OASIS}office:1.0",
    "style": f"{_OASIS}style:1.0",
    "text": f"{_OASIS}text:1.0",
    "table": f"{_OASIS}table:1.0",
    "number": f"{_OASIS}datastyle:1.0",
    "meta": f"{_OASIS}meta:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())


def element(tag: str, *inner: str, **attributes: str | int) -> str:
    """An element with words in it; underscores in names of attributes stand for ':' first and '-' after."""
    return markup(tag, *(escape(text, quote=False) for text in inner), **attributes)


def markup(tag: str, *inner: str, **attributes: str | int) -> str:
    """The same with markup in it."""
    start = "".join(f' {_named(name)}="{escape(str(value))}"' for name, value in attributes.items())
    body = "".join(inner)
    return f"<{tag}{start}>{body}</{tag}>" if body else f"<{tag}{start}/>"


def _named(name: str) -> str:
    prefix, _, rest = name.partition("_")
    return f"{prefix}:{rest.replace('_', '-')}"
