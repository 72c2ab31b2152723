"""In which file of a site each place of the document is: headings, tables, figures, terms, notes and their marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rapportage.document import (
    CONTENTS_ID,
    Block,
    Chart,
    Contents,
    Document,
    FlowDiagram,
    Image,
    KeyFigures,
    NoteMark,
    Paragraph,
    QrCode,
    Section,
    Table,
    Terms,
    contents_of,
    note_anchor,
    walk,
)
from rapportage.html.context import marks_of


def places(parts: Sequence[tuple[str, tuple[Block, ...]]], document: Document) -> Mapping[str, str]:
    """By the id of a place, the file that it is in. A note of the page is where it is marked first."""
    found: dict[str, str] = {}
    marked: Counter[str] = Counter()
    notes = {note.id: note for note in document.notes}
    for file, blocks in parts:
        for block in walk(blocks):
            found |= dict.fromkeys(_ids(block), file)
            for note in _marks(block):
                marked[note] += 1
                found[marks_of(note, marked[note])[-1]] = file
                if note in notes and marked[note] == 1:
                    found[note_anchor(note)] = file
    return found


def _ids(block: Block) -> Iterator[str]:
    """The ids of a block itself, without those of the blocks in it."""
    match block:
        case Section():
            yield block.heading.id
        case Paragraph():
            yield from block.stands_for
        case Terms():
            yield from (term.id for term in block.items if term.id is not None)
        case Contents(kind="headings"):
            yield CONTENTS_ID
        case FlowDiagram() | QrCode():
            yield block.id
        case Table() | Chart() | Image():
            yield from (block.id, *(note_anchor(note.id) for note in block.notes))
        case KeyFigures():
            yield from (note_anchor(note.id) for note in block.notes)
        case _:
            pass


def _marks(block: Block) -> Iterator[str]:
    """The notes that a block marks, in its order."""
    yield from (item.note for content in contents_of(block) for item in content if isinstance(item, NoteMark))
