"""How a PDF reads aloud: its structure tree as indented lines, with the text of each element."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import pikepdf

from rapportage.proof.inspection.content import ContentReader
from rapportage.proof.inspection.destinations import Destinations
from rapportage.proof.inspection.plain import text_of
from rapportage.proof.inspection.tree import Content, Element, ObjectReference, read_tree

SOFT_HYPHEN = "\u00ad"
INDENT = "  "


def shown(text: str) -> str:
    """`text` on one line and safe for a terminal, without the hyphens of broken lines."""
    visible = text.replace(SOFT_HYPHEN, "")
    return "".join(char if char.isprintable() else " " if char.isspace() else "?" for char in visible)


class Reading:
    """Walks the tree in reading order, and knows on which page the reading is."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        reader = ContentReader()
        self._pdf = pdf
        self._tree = read_tree(pdf)
        self._destinations = Destinations(pdf)
        self._painted = [{item.mcid: item for item in reader.read(page).sequences} for page in pdf.pages]
        self._page: int | None = None

    def lines(self) -> Iterator[str]:
        """One line per element, and one wherever the reading goes to another page."""
        if self._tree is None:
            yield "Dit bestand heeft geen structuurboom en is dus niet toegankelijk."
            return
        for root in self._tree.roots:
            yield from self._element(root, "")

    def _element(self, element: Element, indent: str) -> Iterator[str]:
        yield from self._turn_to(next(element.contents(), None))
        head = indent + " ".join(self._head(element))
        kids = [kid for kid in element.kids if not isinstance(kid, ObjectReference)]
        parts = [(page, list(run)) for page, run in groupby(kids, key=_page_of_content)]
        if len(parts) == 1 and parts[0][0] is not None:
            yield f"{head} {self._text(parts[0][1])}"
            return
        yield head
        for page, run in parts:
            if page is not None:
                yield from self._turn_to(run[0])
                yield f"{indent}{INDENT}{self._text(run)}"
                continue
            for kid in run:
                if isinstance(kid, Element):
                    yield from self._element(kid, indent + INDENT)

    def _turn_to(self, content: Element | Content | None) -> Iterator[str]:
        if isinstance(content, Content) and content.page is not None and content.page != self._page:
            self._page = content.page
            yield f"--- pagina {content.page + 1} ---"

    def _text(self, contents: list[Element | Content]) -> str:
        texts, has_picture = [], False
        for content in contents:
            if isinstance(content, Content) and content.page is not None and not content.in_form:
                painted = self._painted[content.page].get(content.mcid)
                if painted is None:
                    return f"(inhoud {content.mcid} ontbreekt)"
                texts.append(painted.text)
                has_picture = has_picture or painted.has_picture
        quoted = f'"{shown("".join(texts))}"' if any(texts) else ""
        return f"(beeld) {quoted}".rstrip() if has_picture or not quoted else quoted

    def _head(self, element: Element) -> Iterator[str]:
        yield element.role if element.role == element.standard else f"{element.role} ({element.standard})"
        attributes = ", ".join(self._attributes(element))
        if attributes:
            yield f"[{attributes}]"

    def _attributes(self, element: Element) -> Iterator[str]:
        for kid in element.kids:
            target = self._pdf.get_object(kid.target) if isinstance(kid, ObjectReference) and kid.target else None
            if isinstance(target, pikepdf.Dictionary):
                yield f"-> {shown(str(self._destinations.of(target)))}"
        for key in ("ID", "Lang"):
            if (text := element.text(f"/{key}")) is not None:
                yield f"{key}={shown(text)}"
        for owner, key in (
            ("/Table", "Scope"),
            ("/Table", "ColSpan"),
            ("/Table", "RowSpan"),
            ("/Table", "Headers"),
            ("/List", "ListNumbering"),
        ):
            if (value := element.attribute(owner, f"/{key}")) is not None:
                yield f"{key}={shown(_words(value))}"
        for key in ("Alt", "ActualText", "E"):
            if (text := element.text(f"/{key}")) is not None:
                yield f'{key}="{shown(text)}"'
        if (summary := element.attribute("/Table", "/Summary")) is not None:
            yield f'Summary="{shown(_words(summary))}"'


def _page_of_content(kid: Element | Content) -> int | None:
    """What is on one line: content of one page (-1 when the page is unknown); None for elements."""
    if isinstance(kid, Element):
        return None
    return -1 if kid.page is None else kid.page


def _words(value: object) -> str:
    """What an attribute says: a string, a name, a number, or several."""
    if isinstance(value, list):
        return " ".join(map(_words, value))
    text = text_of(value)
    return str(value).removeprefix("/") if text is None else text
