"""QR codes."""

from __future__ import annotations

from msgspec import Struct

from rapportage.diagnostics import Span
from rapportage.document.inline import Content


class QrCode(Struct, frozen=True):
    """A code that leads to a web address. `content` is what is written below it: words, and the address as a link."""

    id: str
    address: str
    """In ASCII (RFC 3986)."""
    alternative: str
    content: Content
    origin: Span | None = None
