"""What is around the text of a page: header, footer, repeated heads. Seen, not read aloud; numbers count too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapportage.document import Chart, Contents, Document, Table, page_words, plain_text, walk
from rapportage.proof.inspection import Said
from rapportage.proof.tracing.passages import TraceFault
from rapportage.proof.tracing.wording import plain

UNEXPECTED = "P211"
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def around_faults(document: Document, said: Said, headings: Iterable[str]) -> Iterator[TraceFault]:
    """Pages without their number, and numbers around the text that are in no title, heading or head of a table.

    `headings` are those of the text, as they were read: page numbers in them are known only there.
    """
    known = set(_NUMBER.findall(" ".join((*_expected(document), *headings))))
    count = len(said.aside)
    for page, runs in enumerate(said.aside, 1):
        footer = page_words(page, count)
        texts = [plain([(run, None)])[0] for run in runs]
        if footer not in texts and not (page == 1 and document.cover is not None):
            yield TraceFault(UNEXPECTED, f"pagina {page}: de voetregel '{footer}' ontbreekt")
        for text in texts:
            unknown = [number for number in _NUMBER.findall(text) if number not in known]
            if unknown and text != footer:
                yield TraceFault(UNEXPECTED, f"pagina {page}, rondom de tekst: er staat '{text}', en dat hoort er niet")


def _expected(document: Document) -> Iterator[str]:
    yield document.title
    for block in walk(document.blocks):
        match block:
            case Contents():
                yield block.title
            case Chart():  # of a heat map, above its columns; of rows, what each series is
                yield block.label
                yield from (series.name for series in block.series)
                yield from (f"{each.label} {each.group}" for each in block.categories)
            case Table():
                yield block.label
                yield from (plain_text(cell.content) for row in block.head for cell in row.cells)
