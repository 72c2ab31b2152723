"""What an edition for the web says, piece by piece in reading order, seen or heard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from rapportage.proof.inspection.utterances import Said, Utterance
from rapportage.proof.inspection.web.tree import Node

_INLINE = frozenset(("a", "abbr", "b", "br", "data", "em", "span", "strong", "sup"))
_APART = ("summary", "mark")
"""Within a line, and yet by themselves: the summary of a table in its caption, the mark before a note."""
_SILENT = frozenset(("head", "style"))
_HEADING = re.compile(r"h[1-6]")
BACK = "doc-backlink"
ORIGINS = "origins"
"""Of what tells where figures come from."""
_BESIDES = frozenset(("file", ORIGINS))
"""What comes with the words of a report and is none of them: links to files, and origins."""


class Stretch(Struct, frozen=True):
    """Text with, of a figure, its number for machines; of a sign what is said for it."""

    text: str
    value: str | None = None
    said: str | None = None
    is_mark: bool = False
    """It is the mark of a note."""


class Piece(Struct, frozen=True):
    """What one element says. `spot` is the id of the heading or caption that it is under, or of its own."""

    node: Node
    spot: str
    stretches: tuple[Stretch, ...]
    is_heard: bool = False
    is_picture: bool = False
    row: int = 0
    """Of a table, counted over the file."""

    @property
    def text(self) -> str:
        return "".join(each.text for each in self.stretches)


def said(root: Node) -> Said:
    """The same as of a PDF: to be held against what was meant."""
    return Said(tuple(map(_utterance, pieces(root))), ())


def pieces(root: Node) -> Iterator[Piece]:
    """What the edition says; what is empty says nothing."""
    return _Listener().element(root, "")


def spots(root: Node) -> Iterator[tuple[Node, str]]:
    """Every element with where it is."""
    waiting = [(root, "")]
    while waiting:
        node, spot = waiting.pop()
        spot = _spot_of(node) or spot
        yield node, _heading_of(node) or spot
        found = []
        for child in node.children:
            if isinstance(child, Node):
                spot = _heading_of(child) or spot
                found.append((child, spot))
        waiting += reversed(found)


def _utterance(piece: Piece) -> Utterance:
    return Utterance(
        piece.node.name,
        tuple((piece.spot, each.text) for each in piece.stretches),
        tuple(each.said for each in piece.stretches if each.said is not None),
        is_heard=piece.is_heard,
        is_picture=piece.is_picture,
        row=piece.row,
    )


class _Listener:
    def __init__(self) -> None:
        self._rows = count(1)

    def element(self, node: Node, spot: str, row: int = 0, *, is_hidden: bool = False) -> Iterator[Piece]:
        """What the element says and all in it; what is `is_hidden` from listeners has no name that they hear."""
        if node.name in _SILENT or not _BESIDES.isdisjoint(node.classes):
            return
        row = next(self._rows) if node.name == "tr" else row
        spot = _spot_of(node) or spot
        is_hidden = is_hidden or node.get("aria-hidden") == "true"
        if node.name == "svg":
            yield from [] if is_hidden else _drawing(node, spot, row)
            return
        if node.name == "img":
            yield from _heard(node, node.get("alt"), spot, row)
            return
        run: list[Node | str] = []
        for child in node.children:
            if isinstance(child, str) or _is_inline(child):
                run.append(child)
                continue
            yield from _whole(node, run, spot, row)
            run = []
            spot = _heading_of(child) or spot
            yield from self.element(child, spot, row, is_hidden=is_hidden)
        yield from _whole(node, run, spot, row)


def _is_inline(node: Node) -> bool:
    return node.name in _INLINE and not any(name in _APART for name in node.classes)


def _spot_of(node: Node) -> str:
    """The id by which a link leads to the element: of a caption that of its table or figure."""
    if node.name in ("table", "figure", "dt") or any(name in ("note", "qr") for name in node.classes):
        return node.get("id")
    if "table" in node.classes:
        return next((each.get("id") for each in node.walk() if each.name == "table"), "")
    return ""


def _heading_of(node: Node) -> str:
    """The id of a heading or term, which holds for what comes after it as well."""
    return node.get("id") if _HEADING.fullmatch(node.name) or node.name == "dt" else ""


def _whole(node: Node, run: Sequence[Node | str], spot: str, row: int) -> Iterator[Piece]:
    """What the inline children of an element say together, if anything."""
    found = tuple(_stretches(run))
    if any(each.said is not None or each.text.strip() for each in found):
        yield Piece(node, spot, found, row=row)


def _stretches(children: Sequence[Node | str]) -> Iterator[Stretch]:
    """The text of inline elements; between a sign and what is said for it there is no space that counts."""
    sign, gap = "", ""
    for child in children:
        if isinstance(child, str) and sign and not child.strip():
            gap = child
            continue
        if isinstance(child, Node) and "aloud" in child.classes:
            yield Stretch(sign, said=child.text)
            sign = gap = ""
            continue
        if sign or gap:
            yield Stretch(f"{sign}{gap}")
            sign = gap = ""
        if isinstance(child, str):
            yield Stretch(child)
        elif child.get("aria-hidden") == "true":
            sign = child.text
        else:
            yield from _inner(child)
    if sign or gap:
        yield Stretch(f"{sign}{gap}")


def _inner(node: Node) -> Iterator[Stretch]:
    if node.name == "br":
        yield Stretch(" ")
    elif node.name == "data":
        yield Stretch(node.text, node.get("value"))
    elif node.name == "sup":
        yield from (replace(each, is_mark=True) for each in _stretches(node.children))
    elif node.get("role") != BACK:
        yield from _stretches(node.children)


def _heard(node: Node, text: str, spot: str, row: int) -> Iterator[Piece]:
    if text.strip():
        yield Piece(node, spot, (Stretch(text),), is_heard=True, row=row)


def _drawing(svg: Node, spot: str, row: int) -> Iterator[Piece]:
    """The name of a drawing and what describes it, and each text in it; not what is only there to be cut out."""
    for child in svg.children:
        if isinstance(child, Node) and child.name in ("title", "desc"):
            yield from _heard(child, child.text, spot, row)
    written = tuple(Stretch(each.text) for each in _written(svg) if each.text)
    if written:
        yield Piece(svg, spot, written, is_picture=True, row=row)


def _written(node: Node) -> Iterator[Node]:
    for child in node.children:
        if isinstance(child, Node) and child.name != "defs":
            if child.name == "text":
                yield child
            else:
                yield from _written(child)
