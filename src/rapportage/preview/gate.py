"""Who may ask anything of the preview: our own page, by its token, and nobody else's."""

from __future__ import annotations

from email.message import Message
from secrets import compare_digest

from rapportage.html.edition import POLICY

SHELL_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Of our own page: all that it loads is from here (Content Security Policy Level 3)."""
REPORT_POLICY = f"{POLICY}; frame-ancestors 'self'"
"""Of the edition for the web, that our own page shows."""
ALWAYS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
}
"""What goes with every answer."""
USUAL_PORT = 80
"""The port that a browser does not name (RFC 9110, 4.2.1)."""
_OWN_SITES = ("same-origin", "none")
"""As browsers say it where a page of ours asks, or the user by typing the address (Fetch Metadata)."""


def rest_of(path: str, token: str) -> str | None:
    """What comes after the token in a path; None where that is another."""
    first, slash, rest = path.removeprefix("/").partition("/")
    is_own = compare_digest(first.encode("utf-8", "surrogateescape"), token.encode())
    return rest if is_own and slash and path.startswith("/") else None


def is_own(headers: Message, port: int, *, changes: bool) -> bool:
    """Whether a request comes from our own page or the user; what `changes` something only from our own page.

    A name that leads here (DNS rebinding) shows in Host, a page of another in Origin.
    """
    hosts = headers.get_all("Host") or []
    ends = (f":{port}", "") if port == USUAL_PORT else (f":{port}",)
    if len(hosts) != 1 or hosts[0] not in {f"{name}{end}" for name in ("127.0.0.1", "localhost") for end in ends}:
        return False
    origins = headers.get_all("Origin") or []
    sites = headers.get_all("Sec-Fetch-Site") or []
    if any(origin != f"http://{hosts[0]}" for origin in origins) or any(site not in _OWN_SITES for site in sites):
        return False
    return len(origins) == 1 if changes else True
