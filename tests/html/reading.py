"""An edition as a tree, for tests: what a browser would make of it, and what is wrong with its ids and links."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from urllib.parse import unquote

CELL, ROW, PART, POINT, TERM = ("td", "th"), ("tr",), ("thead", "tbody"), ("li",), ("dt", "dd")
ENDED_BY = {
    **dict.fromkeys(("td", "th"), (CELL,)),
    "tr": (CELL, ROW),
    **dict.fromkeys(("thead", "tbody", "/table"), (CELL, ROW, PART)),
    **dict.fromkeys(("li", "/ol", "/ul"), (POINT,)),
    **dict.fromkeys(("dt", "dd", "/div"), (TERM,)),
}
"""What ends where something else begins or ends (HTML, 13.1.2.4)."""
VOID = {"meta", "br", "img", "link", "path", "rect", "stop", "image", "hr"}


class Node:
    """An element with its attributes and what is in it."""

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Node | str] = []

    def get(self, name: str) -> str | None:
        return self.attributes.get(name)

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def all(self, name: str, is_meant: Callable[[Node], bool] = lambda node: True) -> list[Node]:
        return [node for node in self.walk() if node.name == name and is_meant(node)]

    def with_role(self, role: str) -> list[Node]:
        return [node for node in self.walk() if node.get("role") == role]

    def with_class(self, name: str) -> list[Node]:
        return [node for node in self.walk() if name in (node.get("class") or "").split()]

    @property
    def text(self) -> str:
        """Its words, also those that only a listener gets."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def words(self) -> str:
        """The same with every space as one."""
        return " ".join(self.text.split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_before(tag)
        node = Node(tag, {name: value or "" for name, value in attrs})
        assert len(node.attributes) == len(attrs), f"an attribute is there twice: {attrs}"
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def _end_before(self, tag: str) -> None:
        for names in ENDED_BY.get(tag, ()):
            if self.open[-1].name in names:
                self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        self._end_before(f"/{tag}")
        if tag in VOID:
            return
        last = self.open.pop()
        assert last.name == tag, f"<{last.name}> ends as </{tag}>"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(page: bytes) -> Node:
    """The tree of a page, of which every element ends where it has to."""
    reader = _Reader()
    reader.feed(page.decode())
    reader.close()
    assert reader.open == [reader.root]
    return reader.root


def faults(tree: Node) -> list[str]:
    """Ids that are there twice, and references that lead nowhere."""
    ids = [id for node in tree.walk() if (id := node.get("id")) is not None]
    found = [f"id twice: {id}" for id in sorted({id for id in ids if ids.count(id) > 1})]
    for node in tree.walk():
        href = node.get("href") or ""
        named = [unquote(href[1:])] if href.startswith("#") else []
        for attribute in ("headers", "aria-labelledby", "aria-describedby"):
            named += (node.get(attribute) or "").split(" ") if node.get(attribute) else []
        found += [f"<{node.name}> leads to {id}, which is not there" for id in named if id not in ids]
    return found
