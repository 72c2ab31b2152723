"""What the PDF is meant to say: the passages of a document in reading order, each part with its origin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rapportage.document import (
    BULLET,
    CONTENTS_ID,
    Aside,
    Block,
    Chart,
    Content,
    Contents,
    Cover,
    Document,
    FlowDiagram,
    Image,
    KeyFigures,
    List,
    NoteMark,
    PageBreak,
    Paragraph,
    QrCode,
    Section,
    Table,
    Term,
    Terms,
    contents_lines,
    contents_of,
    heading_words,
    opening,
    plain_text,
)
from rapportage.document.drawing import Drawing
from rapportage.proof.tracing.inline import (
    heard,
    is_source,
    note_passages,
    numbered_parts,
    parts_of,
    plain_part,
    without_notes,
)
from rapportage.proof.tracing.known import known_sources
from rapportage.proof.tracing.passages import Part, PartKind, Passage, Place
from rapportage.proof.tracing.pictures import chart_passages, flow_passages, image_passages, qr_passages, trend_passage
from rapportage.proof.tracing.tables import table_passages


def meant(document: Document, drawings: Mapping[str, Drawing], logo: str | None = None) -> list[Passage]:
    """The passages of the document as the PDF reads aloud; `logo` is the alternative text of that on the cover.

    Written from the document alone, not from the laid out pages: it is what those are held against.
    """
    return list(Speaker(document, drawings).passages(logo))


class Speaker:
    """Goes through a document as the PDF reads aloud; an edition that reads otherwise has its own."""

    def __init__(self, document: Document, drawings: Mapping[str, Drawing]) -> None:
        self._document = document
        self.drawings = drawings
        self._notes = {note.id: note for note in document.notes}
        self._told: set[str] = set()
        self._sources = known_sources(document)

    def passages(self, logo: str | None) -> Iterator[Passage]:
        """All that the edition says; `logo` is the alternative text of that on the cover."""
        document = self._document
        yield from self._opening(document.cover, logo)
        yield from self.blocks(document.blocks, ())

    def _opening(self, cover: Cover | None, logo: str | None) -> Iterator[Passage]:
        document, place = self._document, Place((), "titel" if cover is None else "omslag")
        if cover is not None and logo is not None:
            yield Passage(place, (plain_part(logo),), "heard")
        said = opening(document)
        yield Passage(place, (plain_part(said.title),))
        if said.notice:
            yield Passage(place, (plain_part(said.notice, PartKind.MADE),))
        for text in said.lines:
            is_subtitle = text == document.subtitle_words
            yield Passage(place, heard(document.subtitle) if is_subtitle else (plain_part(text),))
        if cover is not None and cover.qr is not None:
            yield from qr_passages(cover.qr, place)
        yield from (Passage(place, (plain_part(text),)) for text in said.papers)

    def blocks(self, blocks: tuple[Block, ...], path: tuple[str, ...], kind: str = "zin") -> Iterator[Passage]:
        """The passages of blocks, each followed by the notes of the page that it marks first."""
        for block in blocks:
            yield from self.block(block, path, kind)
            yield from self.page_notes(block, path)

    def block(self, block: Block, path: tuple[str, ...], kind: str) -> Iterator[Passage]:
        """The passages of a block by itself."""
        match block:
            case Section(heading=heading):
                words = heading_words(heading)
                inner, parts = (*path, words.text), numbered_parts(words)
                yield Passage(
                    Place(inner, "kop"), parts, anchor=heading.id, origin=heading.origin, content=heading.content
                )
                yield from self.page_notes(block, inner)
                yield from self.blocks(block.blocks, inner)
            case Paragraph():
                is_of_sources = block.role == "source" or is_source(block.content, self._sources)
                place = Place(path, "bron" if is_of_sources else kind)
                parts = parts_of(block.content, PartKind.SOURCE if is_of_sources else PartKind.LITERAL)
                parts = _gap(block.content) if block.stands_for and parts[0].text.startswith("[") else parts
                yield Passage(place, parts, origin=block.origin, content=block.content)
            case List():
                for label, item in zip(block.labels(BULLET), block.items, strict=True):
                    yield from self.label(label, path)
                    yield from self.blocks(item.blocks, path, kind)
            case Aside():
                if block.title:
                    yield Passage(Place(path, "kader"), parts_of(block.title), origin=block.origin, content=block.title)
                    yield from self.page_notes(block, path)
                yield from self.blocks(block.blocks, path, "kader" if block.kind == "box" else "citaat")
            case Terms():
                for term in block.items:
                    yield from self.term(term, block, path)
            case Table():
                yield from table_passages(block, path)
            case Chart():
                yield from chart_passages(block, self.drawings[block.id], path)
            case FlowDiagram():
                yield from flow_passages(block, self.drawings[block.id], path)
            case Image():
                yield from image_passages(block, path)
            case QrCode():
                yield from qr_passages(block, Place(path, "QR-code"))
            case KeyFigures():
                yield from self.cards(block, path)
                yield from self.below_cards(block, path)
            case Contents():
                yield from self.contents(block, path)
            case PageBreak():
                pass

    def label(self, label: str, path: tuple[str, ...]) -> Iterator[Passage]:
        """What stands before an item of a list."""
        yield Passage(Place(path, "punt"), (Part(label, PartKind.NUMBERING),))

    def term(self, term: Term, block: Terms, path: tuple[str, ...]) -> Iterator[Passage]:
        """A word and what it means."""
        source = PartKind.SIGN if block.explains_signs else PartKind.LITERAL
        place = Place(path, "begrip")
        name = parts_of(term.name, source)
        yield Passage(place, name, anchor=term.id or "", origin=block.origin, content=term.name)
        meaning = parts_of(term.meaning, source)
        yield Passage(place, meaning, origin=block.origin, content=term.meaning)

    def page_notes(self, block: Block, path: tuple[str, ...]) -> Iterator[Passage]:
        """The notes that are first marked in the words of a block: they are read after it."""
        yield from self.first_marked(contents_of(block), path)

    def first_marked(self, contents: Iterable[Content], path: tuple[str, ...]) -> Iterator[Passage]:
        """The notes of the page that are first marked in these texts."""
        for item in (item for content in contents for item in content):
            if isinstance(item, NoteMark) and item.note in self._notes and item.note not in self._told:
                self._told.add(item.note)
                yield from note_passages(self._notes[item.note], Place(path, "noot"), None)

    def cards(self, block: KeyFigures, path: tuple[str, ...]) -> Iterator[Passage]:
        """Of each card what is counted, how much, and its course."""
        for number, card in enumerate(block.cards, 1):
            label = parts_of(card.label)
            place = Place(path, "kaart", f"kaart-{number}", "".join(part.text for part in label))
            yield Passage(place, label, origin=block.origin, content=card.label)
            yield Passage(place, parts_of(card.value), origin=block.origin, content=card.value)
            if card.detail:
                yield Passage(place, parts_of(card.detail), origin=block.origin, content=card.detail)
            if card.trend is not None:
                yield trend_passage(card.trend, place)

    def below_cards(self, block: KeyFigures, path: tuple[str, ...]) -> Iterator[Passage]:
        """Their notes and sources."""
        for note in block.notes:
            yield from note_passages(note, Place(path, "noot"), block.origin)
        if block.source:
            yield Passage(Place(path, "bron"), parts_of(block.source, PartKind.SOURCE), origin=block.origin)

    def contents(self, block: Contents, path: tuple[str, ...]) -> Iterator[Passage]:
        """The lines of a table of contents, each with its page."""
        place = Place(path, "inhoud")
        if block.kind == "headings":
            yield Passage(place, (plain_part(block.title),), anchor=CONTENTS_ID)
        for line in contents_lines(block, self._document):
            parts = numbered_parts(without_notes(line.words))
            yield Passage(place, (*parts, *self.page_of(line.target)))

    def page_of(self, target: str) -> tuple[Part, ...]:
        """What follows a line of the contents."""
        return Part(" "), Part("", PartKind.PAGE, target=target)


def _gap(content: Content) -> tuple[Part, ...]:
    """What a draft has nothing to show of yet, by its label: '[Tabel 1: nog in te vullen]'."""
    label, colon, words = plain_text(content).partition(":")
    return Part(label, PartKind.NUMBERING), Part(f"{colon}{words}")
