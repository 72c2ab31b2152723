"""What the markup says before any browser reads it: valid for the Nu checker, and whole in itself."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.validation.web import parts

FETCHED_BY = ("src", "srcset", "poster", "data", "action", "background", "manifest", "ping")
"""Attributes whose address a browser may ask for by itself."""
SAID_ONLY = frozenset({"canonical", "license", "author", "next", "prev", "alternate", "describedby", "up", "index"})
"""What a `link` may be without the browser asking for it."""

MISTAKEN = "Resource violates Content Security Policy (meta tag): "
"""Also where `img-src data:` or `style-src 'self'` allows it. The browser obeys that, and tells what it keeps out."""


def invalid(paths: Iterable[Path]) -> dict[Path, list[str]]:
    """The errors and warnings of the Nu HTML checker, by file."""
    command = ["java", "-Xss4m", "-jar", str(parts.nu()), "--format", "json", "--stdout", "--exit-zero-always"]
    ran = subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, text=True)
    found: dict[Path, list[str]] = {}
    for message in json.loads(ran.stdout)["messages"]:
        if message["message"].startswith(MISTAKEN):
            continue
        path = Path(unquote(message["url"].removeprefix("file:")))
        place = f"regel {message.get('lastLine', '?')}, kolom {message.get('lastColumn', '?')}"
        said = f"html: {place}: {message['message']} ({message.get('extract', '').strip()[:120]})"
        found.setdefault(path, []).append(said)
    return found


def not_whole(path: Path) -> Iterator[str]:
    """What would ask another machine or run a script: it may not be there, even where the browser would leave it.

    And links to a file or a place beside it that is not there.
    """
    reader = _read(path)
    yield from reader.faults
    for link in dict.fromkeys(reader.links):
        file, _, place = link.partition("#")
        beside = path.parent / unquote(file)
        if not beside.is_file():
            yield f"verwijzing: verwijst naar niets: {link}"
        elif place and unquote(place) not in _read(beside).ids:
            yield f"verwijzing: verwijst naar een plaats die er niet is: {link}"


@cache
def _read(path: Path) -> _Reader:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.links: list[str] = []
        self.ids: set[str] = set()
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._in_style = tag == "style"
        self.ids.add(given.get("id", ""))
        if (
            tag in ("a", "link")
            and not urlsplit(given.get("href", "#")).scheme
            and not given.get("href", "#").startswith("#")
        ):
            self.links.append(given["href"])
        if tag == "script" and given.get("type") != "application/ld+json":
            self._tell(f"<script> met type '{given.get('type', '')}'")
        if tag == "link" and not set(given.get("rel", "").split()) <= SAID_ONLY and _elsewhere(given.get("href", "")):
            self._tell(f"<link rel='{given.get('rel')}'> naar {given['href']}")
        if tag in ("base", "iframe", "object", "embed", "form"):
            self._tell(f"<{tag}>")
        for name, value in given.items():
            if name.startswith("on"):
                self._tell(f"<{tag} {name}>")
            if name in FETCHED_BY and _elsewhere(value):
                self._tell(f"<{tag} {name}> naar {value}")
            if name == "style":
                self._styled(value)
        if tag in ("image", "use") and _elsewhere(given.get("href", given.get("xlink:href", ""))):
            self._tell(f"<{tag}> naar een andere machine")

    def handle_endtag(self, tag: str) -> None:
        self._in_style = self._in_style and tag != "style"

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self._styled(data)

    def _styled(self, css: str) -> None:
        for part in css.split("url(")[1:]:
            if _elsewhere(part.strip("'\" ")):
                self._tell(f"css: url({part[:60]}")
        if "@import" in css:
            self._tell("css: @import")

    def _tell(self, what: str) -> None:
        self.faults.append(f"op zichzelf: {what}")


def _elsewhere(address: str) -> bool:
    return address.startswith("//") or address.split(":", 1)[0].lower() in ("http", "https", "ws", "wss", "ftp")
