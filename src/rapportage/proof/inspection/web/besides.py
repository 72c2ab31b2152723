"""What an edition for the web says besides its words: properties, links, names for listeners, figures for machines."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from rapportage.proof.inspection.utterances import Said
from rapportage.proof.inspection.web.speech import ORIGINS, said, spots
from rapportage.proof.inspection.web.tree import Node, read_tree

NAMES = ("aria-label", "title", "lang", "xml:lang")
"""Attributes that a reader hears or sees. What `alt` says is among the words, and the name of a link with that."""
_WORDS = "a abbr b br data em h1 h2 h3 h4 h5 h6 img p span strong sup"
_BLOCKS = "aside blockquote dd details div dl dt figcaption figure footer header li main nav ol section summary ul"
_TABLES = "caption colgroup table tbody td th thead tr"
_DRAWINGS = "clippath defs desc g image lineargradient mask path pattern radialgradient rect stop svg text"
KNOWN = frozenset(f"body head html meta style title {_WORDS} {_BLOCKS} {_TABLES} {_DRAWINGS}".split())
"""The elements of an edition: there is no script, form or frame among them."""
DATA = "data:"
_ADDRESSES = ("src", "href", "xlink:href", "srcset", "action", "formaction", "data", "poster")
_HIDES = ("hidden", "inert", "srcdoc")
LONGEST = 60


class WebLink(Struct, frozen=True):
    """A link: where it stands, where it leads, its words, and its name where that is another."""

    spot: str
    target: str
    words: str
    name: str

    @property
    def is_web(self) -> bool:
        return not self.target.startswith("#")


class WebBesides(Struct, frozen=True):
    """All that is no word of the report, and yet tells a reader something."""

    properties: Mapping[str, str]
    links: tuple[WebLink, ...]
    names: tuple[tuple[str, str, str], ...]
    """Where it stands, which attribute, and what that says."""
    values: tuple[tuple[str, str, str], ...]
    """Of each figure where it stands, its words, and its number for machines."""
    files: Mapping[str, tuple[str, str]]
    """By name of each file in it the words of its link, and its digest."""
    origins: tuple[tuple[str, str], ...]
    """Where the origin of figures is told, and its words."""
    strange: tuple[tuple[str, str], ...]
    """What does not belong in an edition, with where it stands."""


def read_web(source: bytes | Path) -> tuple[Said, WebBesides]:
    """What the edition says in its words and besides them.

    Raises:
        InspectionError: the file is no edition of ours, is damaged, or asks for too much.
    """
    root = read_tree(source)
    return said(root), besides_of(root)


def besides_of(root: Node) -> WebBesides:
    """What the edition says besides its words."""
    links: list[WebLink] = []
    names: list[tuple[str, str, str]] = []
    values: list[tuple[str, str, str]] = []
    origins: list[tuple[str, str]] = []
    strange: list[tuple[str, str]] = []
    files: dict[str, tuple[str, str]] = {}
    for node, spot in spots(root):
        strange += [(spot, each) for each in _strange(node)]
        if node.name not in ("a", "html"):
            names += [(spot, name, node.get(name)) for name in NAMES if node.get(name)]
        if ORIGINS in node.classes:
            origins.append((spot, node.text))
        if node.name == "data":
            values.append((spot, node.text, node.get("value")))
        if node.name == "a" and node.get("href").startswith(DATA):
            files[node.get("download")] = node.text, _digest(node.get("href"))
        elif node.name == "a":
            links.append(WebLink(spot, node.get("href"), node.text, node.get("aria-label")))
    return WebBesides(
        dict(_properties(root)), tuple(links), tuple(names), tuple(values), files, tuple(origins), tuple(strange)
    )


def _properties(root: Node) -> Iterator[tuple[str, str]]:
    for node in root.walk():
        if node.name == "html":
            yield "taal", node.get("lang")
        elif node.name == "head":
            yield from ((each.get("name"), each.get("content")) for each in node.walk() if each.get("name"))
            yield "titel", next((each.text for each in node.walk() if each.name == "title"), "")


def _digest(address: str) -> str:
    try:
        return sha256(b64decode(address.partition("base64,")[2], validate=True)).hexdigest()
    except (Error, ValueError):
        return "beschadigd"


def _strange(node: Node) -> Iterator[str]:
    """What hides, fetches or runs something: nothing of that is in an edition."""
    if node.name not in KNOWN and node.name:
        yield f"<{node.name}>"
    for name, value in node.attributes.items():
        if name.startswith("on") or name in _HIDES or (_fetches(node, name, value) or _styles(name, value)):
            yield f'{name}="{value[:LONGEST]}"'


def _fetches(node: Node, name: str, value: str) -> bool:
    return name in _ADDRESSES and node.name != "a" and not value.startswith((DATA, "#"))


def _styles(name: str, value: str) -> bool:
    """Otherwise than by the style sheet, and not for how wide a picture is."""
    return name == "style" and not all(part.startswith(("width:", "mask-type:")) for part in value.split(";"))
