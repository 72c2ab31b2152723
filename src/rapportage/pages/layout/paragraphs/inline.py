"""From inline content to runs: stretches of text in one style, each with its place in the structure tree."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct, field
from msgspec.structs import replace

from rapportage.document import (
    MARK_JOINT,
    Content,
    CrossReference,
    LineBreak,
    Link,
    Note,
    NoteMark,
    PageReference,
    Text,
    Value,
    flattened,
    mark_anchor,
    note_anchor,
    plain_text,
)
from rapportage.figures.languages.spoken import spoken_language
from rapportage.pages.layout.structure import Element, Leaf
from rapportage.pages.theme import TextStyle

MARK_SCALE = 0.7
MARK_RISE = 0.36
"""A note mark is set smaller and higher, by these parts of the type size."""

NEWLINE = "\n"
NOTHING = "\u00a0"
"""Painted where a figure shows nothing: of an element without content the alternative is not read either."""


class Hyperlink(Struct, frozen=True):
    """Where a run of text leads: a web address or an anchor in the document."""

    element: Element
    description: str
    url: str | None = None
    target: str | None = None
    underlined: bool = True


class Run(Struct, frozen=True, eq=False):
    """`text` in one style. `note` is the id of the note whose mark this is; `anchor` a place to link back to.

    `value` is what it shows, where that is what an expression gave.
    """

    text: str
    role: str
    size: float
    colour: str
    leaf: Leaf
    rise: float = 0.0
    hyphenate: bool = False
    link: Hyperlink | None = None
    note: str | None = None
    anchor: str | None = None
    value: Value | None = None


class InlineContext(Struct, frozen=True):
    """What runs need to know of the document around them."""

    link_colour: str
    page_numbers: Mapping[str, int]
    """The pages of the previous pass, for references in running text."""
    asked: set[str]
    """The places whose page number running text has asked for. Filled while runs are made."""
    marked: set[str]
    """The notes whose first mark has been made: that is where the note leads back to. Filled while runs are made."""
    waiting: list[str] = field(default_factory=list)
    """Those of them that are still to be set, after the block with their mark. Filled while runs are made."""

    def page(self, target: str) -> str:
        """The number of the page of `target`, which text asks for."""
        self.asked.add(target)
        return str(self.page_numbers.get(target, 1))


def note_label(note: Note, style: TextStyle, element: Element, context: InlineContext) -> list[Run]:
    """The mark before the words of a note: a link back to where it is marked, if it is."""
    if note.id not in context.marked:
        return [Run(note.mark, style.role, style.size, style.colour, element.leaf())]
    description = spoken_language().places.back_to_note(note.mark)
    link = Hyperlink(element.add("Link"), description, target=mark_anchor(note.id), underlined=False)
    return [Run(note.mark, style.role, style.size, context.link_colour, link.element.leaf(), link=link)]


def runs(content: Content, style: TextStyle, element: Element, context: InlineContext) -> list[Run]:
    """The runs of `content`; the elements for links, notes and languages are added to `element`, in order."""
    made: list[Run] = []
    for item in content:
        match item:
            case Text():
                made.append(_text(item, style, element))
            case Value():
                made.append(_value(item, style, element))
            case Link():
                made.extend(_link(item, style, element, context))
            case CrossReference(text=text, target=target):
                description = item.description or spoken_language().places.go_to(text)
                made.append(_reference(text, target, description, style, element, context))
            case PageReference(target=target):
                number = context.page(target)
                made.append(
                    _reference(
                        number,
                        target,
                        spoken_language().places.go_to_page(number),
                        style,
                        element,
                        context,
                    )
                )
            case NoteMark():
                if made and made[-1].note:
                    made.append(_raised(MARK_JOINT, style, _open_leaf(element)))
                made.append(_mark(item, style, element, context))
            case LineBreak():
                made.append(
                    Run(
                        NEWLINE,
                        style.role,
                        style.size,
                        style.colour,
                        _open_leaf(element),
                    )
                )
    return made


def repeated(content: Content, context: InlineContext) -> Content:
    """The content where it is repeated, in a contents page or bookmark: words, figures and numbers of pages."""
    parts = flattened(content, lambda page: (Text(context.page(page.target)),))
    return tuple(
        Text(part.text) if isinstance(part, CrossReference) else replace(part, bold=False, italic=False)
        for part in parts
    )


def _open_leaf(element: Element) -> Leaf:
    """The leaf at the end of the element: neighbouring text is one stretch of content."""
    last = element.kids[-1] if element.kids else None
    return last if isinstance(last, Leaf) else element.leaf()


@cache
def _role(base: str, bold: bool, italic: bool) -> str:
    bold = bold or base.startswith("semibold")
    italic = italic or base.endswith("italic")
    if bold and italic:
        return "semibold-italic"
    return "semibold" if bold else "italic" if italic else "regular"


def _text(item: Text, style: TextStyle, element: Element) -> Run:
    role = _role(style.role, item.bold, item.italic)
    leaf = _open_leaf(element) if item.language is None else element.add("Span", language=item.language).leaf()
    return Run(
        item.text,
        role,
        style.size,
        style.colour,
        leaf,
        hyphenate=style.hyphenate and item.language is None,
    )


def _value(item: Value, style: TextStyle, element: Element) -> Run:
    role = _role(style.role, item.bold, item.italic)
    leaf = _open_leaf(element) if item.spoken is None else element.add("Span", alternative=item.spoken).leaf()
    return Run(item.text or NOTHING, role, style.size, style.colour, leaf, value=item)


def _link(item: Link, style: TextStyle, element: Element, context: InlineContext) -> list[Run]:
    languages = {part.language for part in item.content if isinstance(part, Text)}
    language = languages.pop() if len(languages) == 1 else None  # that of all its words
    target = Hyperlink(element.add("Link", language=language), plain_text(item.content), url=item.url)
    leaf = target.element.leaf()
    return [
        Run(
            part.text,
            _role(style.role, part.bold, part.italic),
            style.size,
            context.link_colour,
            leaf,
            hyphenate=style.hyphenate and isinstance(part, Text) and language is None,
            link=target,
            value=part if isinstance(part, Value) else None,
        )
        for part in item.content
    ]


def _reference(
    text: str,
    target: str,
    description: str,
    style: TextStyle,
    element: Element,
    context: InlineContext,
) -> Run:
    link = Hyperlink(element.add("Reference").add("Link"), description, target=target)
    return Run(
        text,
        style.role,
        style.size,
        context.link_colour,
        link.element.leaf(),
        link=link,
    )


def _raised(text: str, style: TextStyle, leaf: Leaf) -> Run:
    """A mark, or what is between two."""
    return Run(text, style.role, style.size * MARK_SCALE, style.colour, leaf, rise=style.size * MARK_RISE)


def _mark(item: NoteMark, style: TextStyle, element: Element, context: InlineContext) -> Run:
    first = item.note not in context.marked
    context.marked.add(item.note)
    context.waiting.extend((item.note,) if first else ())
    link = Hyperlink(
        element.add("Reference").add("Link"),
        spoken_language().places.note(item.mark),
        target=note_anchor(item.note),
        underlined=False,
    )
    return replace(
        _raised(item.mark, style, link.element.leaf()),
        colour=context.link_colour,
        link=link,
        note=item.note,
        anchor=mark_anchor(item.note) if first else None,
    )
