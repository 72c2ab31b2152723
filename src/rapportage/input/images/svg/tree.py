"""The elements of an SVG, each with its place in the file; bounded, and nothing of it is fetched or run."""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

from msgspec import Struct, field

from rapportage.input.images.faults import PictureFault, fault

NAMESPACE = "http://www.w3.org/2000/svg "
XLINK, XML = "http://www.w3.org/1999/xlink ", "http://www.w3.org/XML/1998/namespace "
MOST_BYTES = 5_000_000
MOST_ELEMENTS = 20_000
DEEPEST = 100
MOST_ENTITIES, LONGEST_ENTITY = 100, 300
"""What Illustrator declares: names of namespaces."""
_WRITTEN = ("text", "tspan", "a", "style")
"""Elements whose text matters."""


class Element(Struct, eq=False):
    """`name` without its namespace, and so the attributes; those of other namespaces are left out."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)
    text_line: int = 0
    """Where its text begins."""

    @property
    def elements(self) -> Iterator[Element]:
        return (child for child in self.children if isinstance(child, Element))

    @property
    def href(self) -> str | None:
        return self.attributes.get("href")

    def walk(self) -> Iterator[Element]:
        """Itself and all that is in it, in the order of the file."""
        yield self
        for child in self.elements:
            yield from child.walk()


class Tree(Struct, frozen=True):
    root: Element
    by_id: dict[str, Element]
    sheets: tuple[tuple[int, int], ...] = ()
    """Where a style sheet of elsewhere is asked."""


def read_tree(data: bytes, name: str, excess: PictureFault) -> Tree:
    """The elements in `data`.

    Raises:
        PictureFault: it is no XML, no SVG, has entities that are not plain words, or is too large (`excess`).
    """
    if len(data) > MOST_BYTES:
        raise excess
    builder = _Builder(name, data, excess)
    parser = builder.parser
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError):  # the last two: an encoding that the parser does not know
        message = f"'{name}', regel {parser.CurrentLineNumber}: dit is geen leesbare XML"
        raise fault("T441", message, "open de afbeelding in een tekenprogramma, en sla haar opnieuw op") from None
    if builder.root is None:
        raise fault("T441", f"'{name}' is geen SVG")
    return Tree(builder.root, builder.by_id, tuple(builder.sheets))


class _Builder:
    def __init__(self, name: str, data: bytes, excess: PictureFault) -> None:
        self._name, self._excess = name, excess
        self._open: list[Element] = []
        self._skipped = 0
        self._elements = 0
        self._references = data.count(b"&")
        self._entities = 0
        self.root: Element | None = None
        self.by_id: dict[str, Element] = {}
        self.sheets: list[tuple[int, int]] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._declared
        self.parser.SkippedEntityHandler = self._refused
        self.parser.ProcessingInstructionHandler = self._instruction

    def _declared(self, _name: str, is_parameter: bool, value: str | None, *_: object) -> None:
        """Only plain words that can't grow; nothing that names a file."""
        self._entities += 1
        if is_parameter or value is None or len(value) > LONGEST_ENTITY or {"&", "<", "%"}.intersection(value):
            self._refused()
        if self._entities > MOST_ENTITIES or self._references * LONGEST_ENTITY > MOST_BYTES:
            raise self._excess

    def _refused(self, *_: object) -> None:
        line, column = self._place
        message = f"'{self._name}', regel {line}, kolom {column}: een SVG kan hier geen entiteiten hebben"
        raise fault("T448", message, "sla de SVG op als gewone SVG, zonder DOCTYPE")

    def _instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            self.sheets.append(self._place)

    @property
    def _place(self) -> tuple[int, int]:
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS or len(self._open) + self._skipped >= DEEPEST:
            raise self._excess
        if not self._open and tag != NAMESPACE + "svg":
            hint = 'het begint met <svg xmlns="http://www.w3.org/2000/svg">'
            raise fault("T441", f"'{self._name}' is geen SVG", hint)
        if self._skipped or not tag.startswith(NAMESPACE):  # what drawing programs note for themselves
            self._skipped += 1
            return
        element = Element(tag.removeprefix(NAMESPACE), _known(attributes), *self._place)
        if self._open:
            element.parent = self._open[-1]
            element.parent.children.append(element)
        else:
            self.root = element
        if "id" in attributes:
            self.by_id.setdefault(attributes["id"], element)
        self._open.append(element)

    def _end(self, _tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
        else:
            self._open.pop()

    def _text(self, text: str) -> None:
        if self._open and not self._skipped and self._open[-1].name in _WRITTEN:
            element = self._open[-1]
            if not element.children:
                element.text_line = self.parser.CurrentLineNumber
            element.children.append(text)


def _known(attributes: dict[str, str]) -> dict[str, str]:
    """Those of SVG; 'href' of XLink too, which means the same, and 'xml:space'."""
    known = {name: value for name, value in attributes.items() if " " not in name}
    for name, value in attributes.items():
        if name == XLINK + "href":
            known.setdefault("href", value)
        elif name == XML + "space":
            known["xml:space"] = value
    return known
