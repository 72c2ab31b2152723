"""The PDF stage: pages and structure tree become the bytes of a PDF/UA-1 and PDF/A-2a file (3a with attachments)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rapportage.document import Document
from rapportage.pages.fonts import Family
from rapportage.pages.layout import Anchor, Element, LinkArea, OutlineEntry, Page, Pages
from rapportage.pages.pdf.attachments import EmbeddedFiles
from rapportage.pages.pdf.content import Marked, PageContent
from rapportage.pages.pdf.fonts import FontUse
from rapportage.pages.pdf.means import BLENDED, Means, Stock
from rapportage.pages.pdf.metadata import write_info, write_xmp
from rapportage.pages.pdf.objects import PdfFile, number, numbers, ref, refs, text_order, text_string
from rapportage.pages.pdf.structure import StructureWriter

if TYPE_CHECKING:
    from rapportage.pages.attachments import Attachment

PRINTED = 4
"""The annotation flag Print (ISO 19005-2, 6.3.2)."""


def write(pages: Pages, document: Document, family: Family, attachments: Sequence[Attachment] = ()) -> bytes:
    """The file: the same bytes for the same pages and document, on every machine and in every year."""
    return _Writer(pages, document, family, attachments).bytes()


class _Writer:
    def __init__(self, pages: Pages, document: Document, family: Family, attachments: Sequence[Attachment]) -> None:
        self._file = PdfFile()
        self._pages = pages
        self._document = document
        self._attachments = attachments
        self._page_objects = {page.number: self._file.reserve() for page in pages.pages}
        self._structure = StructureWriter(self._file, pages.root, self._page_objects)
        self._stock = Stock(FontUse(family))
        self._destinations = self._anchors()
        self._links: list[Element] = []

    def bytes(self) -> bytes:
        file, document = self._file, self._document
        moment = f"{document.file_day}T00:00:00+00:00"
        marked = Marked({leaf: place for place, leaf in enumerate(self._pages.root.leaves())})
        contents = [PageContent(page, Means(self._stock), marked) for page in self._pages.pages]
        streams = [file.add_stream("", content.stream()) for content in contents]
        stock = self._stock.write(file)
        tree = file.reserve()
        for key, (page, stream, content) in enumerate(zip(self._pages.pages, streams, contents, strict=True)):
            blended = BLENDED if content.means.is_transparent else ""
            self._write_page(page, key, stream, stock.resources(content.means) + blended, tree)
        file.put(
            tree,
            f"<</Type/Pages/Count {len(self._pages.pages)}/Kids[{refs(self._page_objects.values())}]>>",
        )
        embedded = EmbeddedFiles(file, self._attachments, moment)
        leaves = [content.leaves for content in contents]
        structure = self._structure.write(marked, leaves, self._links, embedded.by_block)
        metadata = write_xmp(file, document, moment, part=3 if embedded else 2)
        catalog = file.add(
            f"<</Type/Catalog/Pages {ref(tree)}/StructTreeRoot {ref(structure)}/MarkInfo<</Marked true>>"
            f"/Lang {text_string(document.language)}/ViewerPreferences<</DisplayDocTitle true>>"
            f"/Metadata {ref(metadata)}/OutputIntents[{self._output_intent()}]"
            f"/PageLabels<</Nums[0<</S/D>>]>>{embedded.catalog()}{self._names(embedded)}{self._outline()}>>"
        )
        return file.write(catalog, write_info(file, document, moment))

    def _anchors(self) -> Mapping[str, str]:
        """By anchor, the destination: the page at the height of the anchor."""
        return {
            piece.id: self._destination(page, placed.y + piece.y)
            for page in self._pages.pages
            for placed in (*page.body, *page.notes)
            for piece in placed.box.pieces
            if isinstance(piece, Anchor)
        }

    def _names(self, embedded: EmbeddedFiles) -> str:
        """Places and files by name: an address may lead to a place in the file ('rapport.pdf#landen')."""
        places = sorted(self._destinations, key=text_order)
        named = "".join(f"{text_string(name)}{self._destinations[name]}" for name in places)
        tree = self._file.add(f"<</Names[{named}]>>") if places else None
        parts = (f"/Dests {ref(tree)}" if tree is not None else "") + embedded.names()
        return f"/Names<<{parts}>>" if parts else ""

    def _destination(self, page: Page, y: float) -> str:
        """A place a little above `y` from the top of the sheet."""
        return f"[{ref(self._page_objects[page.number])}/XYZ 0 {number(page.height - y + 4)} null]"

    def _write_page(self, page: Page, key: int, stream: int, resources: str, tree: int) -> None:
        annotations = [
            self._link(page, placed.x, placed.y, piece)
            for placed in (*page.body, *page.notes)
            for piece in placed.box.pieces
            if isinstance(piece, LinkArea)
        ]
        annots = f"/Annots[{refs(annotations)}]" if annotations else ""
        left, bottom, right, top = page.margins
        content = numbers(left, bottom, page.width - right, page.height - top)
        self._file.put(
            self._page_objects[page.number],
            f"<</Type/Page/Parent {ref(tree)}/MediaBox[0 0 {numbers(page.width, page.height)}]/ArtBox[{content}]"
            f"{resources}/Contents {ref(stream)}/StructParents {key}/Tabs/S{annots}>>",
        )

    def _link(self, page: Page, x: float, y: float, area: LinkArea) -> int:
        left, top = x + area.x, page.height - y - area.y
        rect = numbers(left, top - area.height, left + area.width, top)
        if area.url is not None:
            action = f"/A<</S/URI/URI {text_string(area.url)}>>"
        else:
            action = f"/Dest {self._destinations[area.target or '']}"
        key = len(self._pages.pages) + len(self._links)
        annotation = self._file.add(
            f"<</Type/Annot/Subtype/Link/Rect[{rect}]/Border[0 0 0]/F {PRINTED}/StructParent {key}"
            f"/Contents {text_string(area.description)}/P {ref(self._page_objects[page.number])}{action}>>"
        )
        self._structure.add_annotation(area.element, annotation, page.number)
        self._links.append(area.element)
        return annotation

    def _output_intent(self) -> str:
        profile = self._file.add_stream("/N 3", Path(__file__).with_name("srgb.icc").read_bytes())
        return (
            "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
            f"/DestOutputProfile {ref(profile)}>>"
        )

    def _outline(self) -> str:
        """Bookmarks: one per heading, nested as the headings are."""
        entries = self._pages.outline
        if not entries:
            return ""
        root = self._file.reserve()
        objects = [self._file.reserve() for _ in entries]
        self._write_entries(entries, objects, root)
        return f"/Outlines {ref(root)}/PageMode/UseOutlines"

    def _write_entries(self, entries: tuple[OutlineEntry, ...], objects: list[int], root: int) -> None:
        kids: dict[int, list[int]] = {}
        open_levels: list[tuple[int, int]] = [(0, root)]
        parents = []
        for entry, object_number in zip(entries, objects, strict=True):
            while open_levels[-1][0] >= entry.level:
                open_levels.pop()
            parents.append(open_levels[-1][1])
            kids.setdefault(open_levels[-1][1], []).append(object_number)
            open_levels.append((entry.level, object_number))
        around = {own: beside for siblings in kids.values() for own, beside in _neighbours(siblings)}
        for entry, object_number, parent in zip(entries, objects, parents, strict=True):
            self._file.put(
                object_number,
                f"<</Title {text_string(entry.title)}/Parent {ref(parent)}{around[object_number]}"
                f"/Dest {self._destinations[entry.target]}{_children(kids.get(object_number), is_open=False)}>>",
            )
        self._file.put(root, f"<</Type/Outlines{_children(kids[root], is_open=True)}>>")


def _children(objects: list[int] | None, *, is_open: bool) -> str:
    if not objects:
        return ""
    return f"/First {ref(objects[0])}/Last {ref(objects[-1])}/Count {len(objects) if is_open else -len(objects)}"


def _neighbours(siblings: list[int]) -> Iterator[tuple[int, str]]:
    """Each object with its references to the one before and the one after."""
    for before, own, after in zip([None, *siblings], siblings, [*siblings[1:], None], strict=False):
        yield own, (f"/Prev {ref(before)}" if before else "") + (f"/Next {ref(after)}" if after else "")
