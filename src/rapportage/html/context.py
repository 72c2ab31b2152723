"""What the parts of an edition need to know of the document around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol
from urllib.parse import quote

from msgspec import Struct, field

from rapportage.diagnostics import Span
from rapportage.document import Content, Document, Note, NoteMark, Table, Value, contents, mark_anchor, walk
from rapportage.document.drawing import Drawing
from rapportage.pages.theme import Theme

FAMILY = "Rapport"
"""What the typeface that goes with the page is called in it: never one that a reader happens to have."""
SAFE = "-._~:/?@!$&'()*+,;="
"""What may be in an address behind the number sign as it is (RFC 3986, 3.5)."""
FAMILIES = f"{FAMILY}, sans-serif"


PLACE = "data-plek"
"""The number of the place where something was written, in the page of a preview; no other has any."""


class Places(Protocol):
    """Numbers the places where what is shown was written; None for what was written nowhere."""

    def of_value(self, value: Value) -> int | None: ...

    def of_block(self, origin: Span | None, text: str = "") -> int | None: ...

    def of_words(self, content: Content, origin: Span | None) -> Mapping[int, Sequence[tuple[str, int | None]]]:
        """Of each run of plain words in a paragraph, by its index, its parts, each with the place of its line."""


class Download(Struct, frozen=True):
    """A file for who wants to calculate with the figures of a table."""

    name: str
    media_type: str
    data: bytes


class Context(Struct, frozen=True):
    """One document while its edition is made, block by block in its order."""

    document: Document
    drawings: Mapping[str, Drawing]
    theme: Theme
    files: Mapping[str, Download]
    """The data of a table or chart, by its id."""
    pages: Mapping[str, str]
    """By the id of a place, the file that it is in, where that is not the only one."""
    notes: Mapping[str, Note]
    tables: Mapping[str, Table]
    abbreviations: Mapping[str, str]
    """What each means, by the id of its place in the list."""
    marks: Mapping[str, int]
    """How often each note is marked in the whole document."""
    origins: Mapping[str, str] | None = None
    """What each file of data is called where figures come from; None where that is not told."""
    places: Places | None = None
    """Where all that is shown was written, for a preview."""
    page: str = ""
    """The file that is being made, where there are more."""
    deeper: int = 1
    """How much deeper headings are than in the document: below the title of a report, or at its level in a chapter."""
    _marked: Counter[str] = field(default_factory=Counter)
    """How often each was marked so far. Filled while content is made."""
    _waiting: list[str] = field(default_factory=list)
    """Notes of the page that were marked and are still to be set, after the block with their mark. Idem."""
    _own: list[str] = field(default_factory=list)
    """The ids that were given to what has none in the document. Idem."""

    def address(self, target: str) -> str:
        """Where a link to a place in the document leads."""
        page = self.pages.get(target, self.page)
        return f"{'' if page == self.page else page}#{quote(anchor(target), SAFE)}"

    def marked(self, note: str) -> str:
        """The id of the next mark of a note; after the first of a page note that note has to follow."""
        self._marked[note] += 1
        if self._marked[note] == 1 and note in self.notes:
            self._waiting.append(note)
        return marks_of(note, self._marked[note])[-1]

    def waiting(self) -> tuple[Note, ...]:
        """The notes that were marked since this was last asked."""
        found = tuple(self.notes[id] for id in self._waiting)
        self._waiting.clear()
        return found

    def place(self, origin: Span | None, text: str = "") -> int | None:
        """The number of the place of a block, where that is asked."""
        return None if self.places is None else self.places.of_block(origin, text)

    def own_id(self) -> str:
        """An id for what has none in the document: '.12'. No id of the user begins with a point."""
        self._own.append(f".{len(self._own) + 1}")
        return self._own[-1]


def anchor(id: str) -> str:
    """The id of a place as HTML has it, without plain spaces: those of a name become ones that no name has."""
    return id.replace(" ", "\u00a0")


def marks_of(note: str, count: int) -> tuple[str, ...]:
    """The ids of so many marks of a note: 'merk-peildatum', '.merk-peildatum-2'."""
    first = mark_anchor(note)
    return (first, *(f".{first}-{number}" for number in range(2, count + 1)))[:count]


def tables_of(document: Document) -> Mapping[str, Table]:
    return {block.id: block for block in walk(document.blocks) if isinstance(block, Table)}


def marks_in(document: Document) -> Mapping[str, int]:
    """How often each note is marked."""
    return Counter(note for _, content in contents(document) for note in _marks(content))


def _marks(content: Content) -> list[str]:
    return [item.note for item in content if isinstance(item, NoteMark)] if content else []
