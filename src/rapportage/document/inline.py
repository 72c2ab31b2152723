"""What stands in a line of text: words, figures with their origin, links, references and marks of notes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rapportage.diagnostics import Span

# --- Figures --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FigureInput:
    """One cell of data that a figure rests on."""

    series: str
    period: str
    category: str | None
    text: str
    """The value as the user typed it."""
    source: str
    """Title, publisher and date of the source, as one line."""
    span: Span | None


@dataclass(frozen=True, slots=True)
class Trace:
    """How a shown figure came about: the exact value (None when unknown or suppressed), the sum, and every input."""

    exact: Decimal | None
    calculation: str
    inputs: tuple[FigureInput, ...]


# --- Inline content -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """A run of words. `language` is a BCP 47 tag where it differs from the document's (WCAG 2.2, 3.1.2)."""

    text: str
    bold: bool = False
    italic: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression of the layout gave: shown as `text`, never broken inside a number.

    `trace` is None only for words that hold no figure (the name of a period or country).
    `spoken` replaces the text for those who listen, where the shown sign says nothing ('.' → 'onbekend').
    """

    text: str
    trace: Trace | None = None
    bold: bool = False
    italic: bool = False
    spoken: str | None = None
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address on the web; `content` holds only Text and Value."""

    content: tuple[Text | Value, ...]
    url: str


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A link to another place in the document, with its name as text: 'tabel 1', 'paragraaf 2.1'.

    `description` says where it leads, when the text alone does not.
    """

    text: str
    target: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class PageReference:
    """The number of the page on which `target` stands; known only to the layout."""

    target: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a note ('1' on the page, 'a' in a table)."""

    note: str
    mark: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A break within a paragraph."""


Inline = Text | Value | Link | CrossReference | PageReference | NoteMark | LineBreak
Content = tuple[Inline, ...]


def plain_text(content: Content) -> str:
    """The words of `content` without notes, for outlines, contents pages and descriptions."""
    parts = []
    for item in content:
        match item:
            case Text(text=text) | Value(text=text) | CrossReference(text=text):
                parts.append(text)
            case Link(content=inner):
                parts.append(plain_text(inner))
            case LineBreak():
                parts.append(" ")
            case _:
                pass
    return "".join(parts)


# --- Notes ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Note:
    """A note with the mark it was given, in order of first use: '1', '2' … on pages, 'a', 'b' … in a table."""

    id: str
    mark: str
    content: Content
