"""An edition for the web as a tree of elements, within bounds: the file may be anyone's."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from msgspec import Struct, field

from rapportage.proof.inspection.opening import InspectionError, Work, contents_of

SUFFIX = ".html"
MOST_BYTES = 60_000_000
MOST_DEPTH = 200
"""Elements in one another: a report has some thirty."""
MOST_ATTRIBUTES = 50
BEGINS = "<!DOCTYPE html>\n<html "
"""How an edition begins; there is no other declaration in it, and no comment."""
GENERATOR = "rapportage"
_VOID = frozenset(("br", "img", "link", "meta"))
_RAW = frozenset(("style", "script"))
_CELL, _ROW, _PART, _POINT, _TERM = ("td", "th"), ("tr",), ("thead", "tbody"), ("li",), ("dt", "dd")
_ENDED_BY = {
    **dict.fromkeys(("td", "th"), (_CELL,)),
    "tr": (_CELL, _ROW),
    **dict.fromkeys(("thead", "tbody", "/table"), (_CELL, _ROW, _PART)),
    **dict.fromkeys(("li", "/ol", "/ul"), (_POINT,)),
    **dict.fromkeys(("dt", "dd", "/div"), (_TERM,)),
}
"""What has no end of its own: of which each beginning or end is the end, from within (HTML, 13.1.2.4)."""


class Node(Struct):
    """An element with its attributes and what is in it."""

    name: str
    attributes: dict[str, str]
    line: int = 0
    children: list[Node | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    @property
    def classes(self) -> list[str]:
        return self.get("class").split()

    def walk(self) -> Iterator[Node]:
        """This element and all in it, in the order of the file."""
        waiting: list[Node] = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [child for child in reversed(node.children) if isinstance(child, Node)]

    @property
    def text(self) -> str:
        """All words in it."""
        return "".join(self._texts())

    def _texts(self) -> Iterator[str]:
        waiting: list[Node | str] = [self]
        while waiting:
            each = waiting.pop()
            if isinstance(each, str):
                yield each
            elif each.name not in _RAW:
                waiting += reversed(each.children)


def is_web(path: Path) -> bool:
    """Whether the name is that of an edition for the web."""
    return path.suffix.lower() in (SUFFIX, ".htm")


def read_tree(source: bytes | Path) -> Node:
    """The root of the edition.

    Raises:
        InspectionError: the file is not there, is no edition of ours, is damaged, or asks for too much.
    """
    name = str(source) if isinstance(source, Path) else "de html"
    data = contents_of(source, MOST_BYTES) if isinstance(source, Path) else source
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise InspectionError(f"{name} is geen html-bestand van rapportage") from None
    if not text.startswith(BEGINS) or text.count("<!") > 1 or "<?" in text:
        raise InspectionError(f"{name} is geen html-bestand van rapportage")
    root = _Reader(name).read(text)
    if not any(
        each.name == "meta" and each.get("name") == "generator" and each.get("content") == GENERATOR
        for each in root.walk()
    ):
        raise InspectionError(f"{name} is geen html-bestand van rapportage")
    if any(each.name == "link" for each in root.walk()):
        raise InspectionError(f"{name} is een pagina van een map: maak het rapport als één bestand, met --vorm html")
    return root


class _Reader(HTMLParser):
    """Every element ends where it should: a browser would mend what does not, and show what nobody checked."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self._name = name
        self._work = Work(f"{name} is te groot of te ingewikkeld om na te gaan")
        self._root = Node("", {})
        self._open = [self._root]

    def read(self, text: str) -> Node:
        self.feed(text)
        self.close()
        if len(self._open) > 1:
            self._damaged()
        return self._root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_before(tag)
        node = self._add(tag, attrs)
        if tag not in _VOID:
            self._open.append(node)
        if len(self._open) > MOST_DEPTH:
            raise InspectionError(f"{self._name} is te groot of te ingewikkeld om na te gaan")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not any(node.name == "svg" for node in self._open):
            self._damaged()  # outside a drawing it would be open
        self._add(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._end_before(f"/{tag}")
        if len(self._open) == 1 or self._open[-1].name != tag:
            self._damaged()
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._work.step()
        self._open[-1].children.append(self._work.text(data))

    def _end_before(self, tag: str) -> None:
        for names in _ENDED_BY.get(tag, ()):
            if self._open[-1].name in names:
                self._open.pop()

    def _add(self, tag: str, attrs: list[tuple[str, str | None]]) -> Node:
        self._work.step()
        if len(attrs) > MOST_ATTRIBUTES or len(dict(attrs)) < len(attrs):
            self._damaged()
        node = Node(tag, {name: value or "" for name, value in attrs}, self.getpos()[0])
        self._open[-1].children.append(node)
        return node

    def _damaged(self) -> None:
        line = self.getpos()[0]
        raise InspectionError(f"{self._name} is beschadigd: op regel {line} klopt de html niet")
