"""Addresses that a text may link to: web pages and mail, and nothing that runs, reads files or is relative."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from rapportage.diagnostics import Findings, Span

SCHEMES = ("https", "http", "mailto")
_KEPT = "%/:?#[]@!$&'()*+,;=~-._"


def check_address(address: str, span: Span, findings: Findings) -> str | None:
    """The address in ASCII (RFC 3986), or None when it was reported."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        parts, host = urlsplit(""), None
    whole = "@" in parts.path if parts.scheme == "mailto" else host is not None
    if parts.scheme not in SCHEMES or not whole:
        hint = "een adres begint met https://, http:// of mailto:; naar een plek in dit document: [](#id)"
        findings.error("T206", f"naar '{address[:100]}' kan geen link", span, hint)
        return None
    return quote(address, safe=_KEPT)
