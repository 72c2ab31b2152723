"""What headings, captions, contents, openings and source lines say: composed once, for all that shows or checks it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from rapportage.diagnostics import Span
from rapportage.document.blocks import Contents, Document, Heading, Section, Table, listed, walk
from rapportage.document.chart import Chart, KeyFigures
from rapportage.document.flow_chart import FlowDiagram
from rapportage.document.image import Image
from rapportage.document.inline import Content, Text, plain_text
from rapportage.figures.languages.spoken import spoken_language

WIDE_SPACE = "\u00a0\u00a0"
"""Between a number and the words that it belongs to; a line never breaks here."""
BULLET = "•"
"""Before each item of a list without numbers."""
MARK_JOINT = ","
"""Between two marks of notes: 1 and 2 must not read as 12."""
CONTENTS_ID = "inhoudsopgave"
"""The id of the table of contents, for those who refer to it."""


class NumberedWords(Struct, frozen=True):
    """Words with their number or label before them: '2.1  Aanvragen', 'Tabel 3  Eerste aanvragen'."""

    number: str
    """Empty where there is none."""
    words: Content

    @property
    def before(self) -> str:
        return f"{self.number}{WIDE_SPACE}" if self.number else ""

    @property
    def content(self) -> Content:
        return (Text(self.before), *self.words) if self.number else self.words

    @property
    def text(self) -> str:
        """'Tabel 3 Eerste aanvragen', for where nothing is set."""
        return plain_text(self.content).replace("\u00a0", " ").replace("  ", " ")


def heading_words(heading: Heading) -> NumberedWords:
    return NumberedWords(heading.number or "", heading.content)


def caption_words(block: Table | Chart | FlowDiagram | Image) -> NumberedWords:
    return NumberedWords(block.label, block.caption)


class ContentsLine(Struct, frozen=True):
    """A line of a table of contents or a list of tables or figures: words, and the place whose page is after them."""

    words: NumberedWords
    target: str
    level: int
    """1 for what is in no other; every line of a list of tables is."""
    origin: Span | None


def contents_lines(block: Contents, document: Document) -> Iterator[ContentsLine]:
    """In the order of the document. Marks of notes are not repeated in them."""
    if block.kind != "headings":
        for each in listed(document.blocks, block.kind):
            yield ContentsLine(caption_words(each), each.id, 1, each.origin)
        return
    for section in walk(document.blocks):
        if isinstance(section, Section) and section.heading.level <= block.depth:
            heading = section.heading
            yield ContentsLine(heading_words(heading), heading.id, heading.level, heading.origin)


class Opening(Struct, frozen=True):
    """What a document begins with, in the order in which it is read."""

    title: str
    notice: str
    """Empty where nothing has to be known first."""
    lines: tuple[str, ...]
    papers: tuple[str, ...] = ()


def opening(document: Document) -> Opening:
    """The title with what is below it, or all that a cover says, each text once: a subtitle often is the period."""
    cover, subtitle = document.cover, document.subtitle_words
    if cover is None:
        return Opening(document.title, document.notice, (subtitle,) if document.subtitle else ())
    texts = (subtitle, cover.period, cover.published, cover.sender)
    first = {text.replace("\u00a0", " ").casefold(): text for text in reversed(texts) if text}
    return Opening(document.title, document.notice, tuple(reversed(first.values())), cover.papers)


def source_line(block: Table | Chart | Image | KeyFigures) -> Content:
    """The line below a block: its sources, and of a chart where its figures are."""
    if not isinstance(block, Chart):
        return block.source
    gap = (Text(" "),) if block.source and block.table_link else ()
    return (*block.source, *gap, *block.table_link)


def source_word(count: int) -> str:
    """Before the names of so many sources: 'Bron: ', 'Bronnen: '."""
    words = spoken_language().places
    return f"{words.one_source if count == 1 else words.more_sources}: "


def mark_anchor(note: str) -> str:
    """Where a note is marked first, in every edition."""
    return f"merk-{note}"


def note_anchor(note: str) -> str:
    """Where a note stands, in every edition."""
    return f"noot-{note}"


def page_words(number: int, count: int) -> str:
    """What a page is called, in its footer and elsewhere."""
    return spoken_language().places.page(number, count)


def marks_words(marks: tuple[str, ...]) -> str:
    """What the foot of a document with these marks says of it: 'VOORBEELD – geen echte publicatie'."""
    words = spoken_language().signs
    said = {
        (): "",
        (words.draft_mark,): words.draft_header,
        (words.example_mark,): words.example_header,
        (words.draft_mark, words.example_mark): words.both_header,
    }
    return said[marks]
