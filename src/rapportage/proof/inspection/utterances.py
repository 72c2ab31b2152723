"""What a PDF says, piece by piece in reading order: the text of each block, cell, label and picture, with its pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pikepdf
from msgspec import Struct

from rapportage.proof.inspection.besides import Besides, besides_of
from rapportage.proof.inspection.content import ContentReader, MarkedSequence
from rapportage.proof.inspection.opening import reading
from rapportage.proof.inspection.plain import text_of
from rapportage.proof.inspection.spots import Spot
from rapportage.proof.inspection.tree import Content, Element, read_tree

_INLINE = frozenset(("Span", "Link", "Reference", "Quote", "Em", "Strong", "Code", "BibEntry", "Annot"))
"""What is within a line of text (ISO 32000-1, 14.8.4.4): its words belong to the block around it."""


class Utterance(Struct, frozen=True):
    """The text of one element of the structure tree; of signs also what is said for them, in order."""

    role: str
    parts: tuple[tuple[Spot, str], ...]
    """Stretches of text, each with where it is."""
    replacements: tuple[str, ...] = ()
    is_heard: bool = False
    """An alternative text or summary: for listeners, not seen."""
    is_picture: bool = False
    """What is in a picture: each part is one text of it."""
    row: int = 0
    """The row of a table that it is in, counted over the file; 0 outside tables."""


class Said(Struct, frozen=True):
    """All that a file says: the utterances in reading order, and by page what is around the text."""

    utterances: tuple[Utterance, ...]
    aside: tuple[tuple[str, ...], ...]


def read_said(source: bytes | Path) -> Said:
    """What the PDF says; nothing of a file without a structure tree.

    Raises:
        InspectionError: the file can't be opened or is damaged.
    """
    with reading(source) as pdf:
        return _Listener(pdf).said()


def read_all(source: bytes | Path) -> tuple[Said, Besides]:
    """What the PDF says in its pages and besides them, of a file that is opened once.

    Raises:
        InspectionError: the file can't be opened or is damaged.
    """
    with reading(source) as pdf:
        return _Listener(pdf).said(), besides_of(pdf)


class _Listener:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        reader = ContentReader()
        self._tree = read_tree(pdf)
        self._pages = [reader.read(page) for page in pdf.pages]
        self._painted = [{item.mcid: item for item in page.sequences} for page in self._pages]
        self._rows = count(1)

    def said(self) -> Said:
        roots = self._tree.roots if self._tree else []
        heard = tuple(each for root in roots for each in self._element(root, 0))
        aside = tuple(tuple(decoder.decode(text) for decoder, text in page.aside) for page in self._pages)
        return Said(heard, aside)

    def _element(self, element: Element, row: int) -> Iterator[Utterance]:
        row = next(self._rows) if element.standard == "TR" else row
        first = next(element.contents(), None)
        page = 0 if first is None or first.page is None else first.page + 1
        if (summary := text_of(element.attribute("/Table", "/Summary"))) is not None:
            yield Utterance("Summary", ((page, summary),), is_heard=True)
        if (alternative := element.text("/Alt")) is not None:
            yield Utterance("Alt", ((page, alternative),), is_heard=True)
        run: list[Element | Content] = []
        for kid in element.kids:
            if isinstance(kid, Content) or (isinstance(kid, Element) and kid.standard in _INLINE):
                run.append(kid)
            elif isinstance(kid, Element):
                yield from self._whole(element, run, row)
                run = []
                yield from self._element(kid, row)
        yield from self._whole(element, run, row)

    def _whole(self, element: Element, run: list[Element | Content], row: int) -> Iterator[Utterance]:
        """What the inline kids of an element say together, if anything."""
        contents = [each for kid in run for each in ((kid,) if isinstance(kid, Content) else kid.contents())]
        found = [
            (each.page + 1, painted) for each in contents if (painted := self._sequence(each)) and each.page is not None
        ]
        parts = tuple((page, text) for page, painted in found for text in painted.texts)
        replacements = tuple(text for kid in run if isinstance(kid, Element) for text in _replacements(kid))
        if parts or replacements:
            has_picture = element.standard == "Figure" or any(painted.has_picture for _, painted in found)
            yield Utterance(element.role, parts, replacements, is_picture=has_picture, row=row)

    def _sequence(self, content: Content) -> MarkedSequence | None:
        if content.page is None or content.in_form:
            return None
        return self._painted[content.page].get(content.mcid)


def _replacements(element: Element) -> Iterator[str]:
    """What is said in place of the words of an element, or of those in it."""
    for key in ("/Alt", "/ActualText", "/E"):
        if (text := element.text(key)) is not None:
            yield text
    for kid in element.elements:
        yield from _replacements(kid)
