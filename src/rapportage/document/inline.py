"""What is in a line of text: words, figures with their origin, links, references and marks of notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics import Span
from rapportage.document.calculation import Delivered, Formula
from rapportage.document.characters import seen
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.observation import DeliveredCell
from rapportage.figures.parts import Part

# --- Figures --------------------------------------------------------------------------------------


class FigureInput(Struct, frozen=True):
    """One cell of data that a figure rests on."""

    series: str
    period: str
    part: Part
    text: str
    """The value as the user typed it."""
    source: str
    """Title, publisher and date of the source, as one line."""
    span: Span | None
    delivered: DeliveredCell | None = None
    """The cell of the delivered file that it was imported from, also where it was changed by hand since."""

    @property
    def category(self) -> str | None:
        """What it is a part of the whole of: 'Syrië', 'Utrecht, koop'; None for the whole."""
        return self.part.label or None


class Trace(Struct, frozen=True, cache_hash=True):
    """How a shown figure came about: the exact value (None when unknown or suppressed), the sum, and every input."""

    exact: Decimal | None
    calculation: Delivered | Formula
    """Of the `inputs`, by their place."""
    inputs: tuple[FigureInput, ...]
    unit: str = ""
    low: Decimal | None = None
    """Between `low` and `high` is the true value, for what was delivered rounded."""
    high: Decimal | None = None


# --- Inline content -------------------------------------------------------------------------------


class Text(Struct, frozen=True):
    """A run of words. `language` is a BCP 47 tag where it differs from the document's (WCAG 2.2, 3.1.2)."""

    text: str
    bold: bool = False
    italic: bool = False
    language: str | None = None


class Value(Struct, frozen=True):
    """What an expression of the layout gave: shown as `text`, never broken inside a number.

    `trace` is None only for words that hold no figure (the name of a period or country). Words that say what is so of
    figures ('derde') have the trace of what they rest on in `rests_on`.
    `spoken` replaces the text for those who listen, where the shown sign says nothing ('.' → 'onbekend').
    `is_name` says that it is a name from the data, also where it looks like a number ('18', '50%').
    `within` is the text within a sentence, where it has a capital because it begins one.
    """

    text: str
    trace: Trace | None = None
    bold: bool = False
    italic: bool = False
    spoken: str | None = None
    origin: Span | None = None
    is_name: bool = False
    within: str | None = None
    rests_on: Trace | None = None


class Link(Struct, frozen=True):
    """A link to an address on the web; `content` holds only Text and Value."""

    content: tuple[Text | Value, ...]
    url: str


class CrossReference(Struct, frozen=True):
    """A link to another place in the document, with its name as text: 'tabel 1', 'paragraaf 2.1'.

    `description` says where it leads, when the text alone does not.
    """

    text: str
    target: str
    description: str = ""


class PageReference(Struct, frozen=True):
    """The number of the page on which `target` is; known only to the layout.

    `name` is what the place is called ('tabel 1'), for where there are no pages.
    """

    target: str
    name: str = ""


class NoteMark(Struct, frozen=True):
    """The mark of a note ('1' on the page, 'a' in a table)."""

    note: str
    mark: str


class LineBreak(Struct, frozen=True):
    """A break within a paragraph."""


Inline = Text | Value | Link | CrossReference | PageReference | NoteMark | LineBreak
Content = tuple[Inline, ...]


Flat = Text | Value | CrossReference


def _by_name(page: PageReference) -> tuple[Flat, ...]:
    """'van tabel 1', after the word 'pagina'."""
    return (Text(f"{spoken_language().places.of} "), CrossReference(page.name, page.target)) if page.name else ()


def flattened(
    content: Content, page: Callable[[PageReference], tuple[Flat, ...]] = _by_name
) -> Iterator[Text | Value | CrossReference]:
    """What remains of `content` where it is repeated or told: without links, notes and breaks.

    `page` says what becomes of the number of a page: by itself the name of what is there.
    """
    for item in content:
        match item:
            case Text() | Value() | CrossReference():
                yield item
            case Link(content=inner):
                yield from inner
            case PageReference():
                yield from page(item)
            case LineBreak():
                yield Text(" ")
            case NoteMark():
                pass


def plain_text(content: Content) -> str:
    """The words of `content` without notes, for outlines, contents pages and descriptions."""
    return "".join(item.text for item in flattened(content))


def as_words(content: Content) -> str:
    """The words of `content` without any form, and so without places to break them."""
    return seen(plain_text(content)).replace("\u00a0", " ")


def within(content: Content) -> Content:
    """The content as it is said within a sentence: without a capital that only its place gave it."""
    match content:
        case (Value(within=str() as words) as first, *rest):
            return (replace(first, text=words, within=None), *rest)
    return content


def spoken(content: Content) -> Content:
    """The content as words where no link can be followed: its words and figures, without links and notes."""
    return tuple(flattened(content))


# --- Notes ----------------------------------------------------------------------------------------


class Note(Struct, frozen=True):
    """A note with the mark it was given, in order of first use: '1', '2' … on pages, 'a', 'b' … in a table."""

    id: str
    mark: str
    content: Content
    origin: Span | None = None
