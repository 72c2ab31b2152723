"""The structure tree in the file (ISO 32000-1, 14.7; ISO 14289-1, 7.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count

from rapportage.pages.layout import Element, Leaf, TableAttributes
from rapportage.pages.pdf.content import Marked, Rect
from rapportage.pages.pdf.objects import PdfFile, number, numbers, ref, refs, text_order, text_string

ROLE_MAP = "/RoleMap<</Title/P>>"


class StructureWriter:
    """Writes elements as objects, with references to the content and the link annotations that belong to them."""

    def __init__(self, file: PdfFile, root: Element, pages: Mapping[int, int]) -> None:
        self._file = file
        self._root = root
        self._elements = list(root.walk())
        self._pages = pages
        """By page number, the object of the page."""
        self._numbers = {element: file.reserve() for element in self._elements}
        self._refs = {element: ref(number) for element, number in self._numbers.items()}
        self._tree = file.reserve()
        self._annotations: dict[Element, list[tuple[int, int]]] = {}

    def add_annotation(self, element: Element, annotation: int, page: int) -> None:
        """Ties a link annotation to its element (ISO 14289-1, 7.18.5)."""
        self._annotations.setdefault(element, []).append((annotation, page))

    def write(
        self,
        marked: Marked,
        leaves: Sequence[Sequence[Leaf]],
        links: Sequence[Element],
        files: Mapping[str, Sequence[int]],
    ) -> int:
        """Writes the tree; returns its object.

        `leaves` gives, by page, the leaf of each marked-content identifier: page n has key n of the parent tree;
        `links` are the elements of the link annotations, whose keys follow; `files` are those that belong to a block.
        """
        parents = {self._root: ref(self._tree)}
        for element, own in self._numbers.items():
            for kid in element.kids:
                if isinstance(kid, Element):
                    parents[kid] = self._refs[element]
            self._file.put(own, self._element(element, parents[element], marked, files))
        by_page = [" ".join([self._refs[leaf.element] for leaf in page]) for page in leaves]
        entries = [f"{key} [{elements}]" for key, elements in enumerate(by_page)]
        entries += [f"{key} {self._refs[link]}" for key, link in zip(count(len(leaves)), links)]
        parent_tree = self._file.add("<</Nums[" + "\n".join(entries) + "]>>")
        return self._file.put(
            self._tree,
            f"<</Type/StructTreeRoot/K[{self._refs[self._root]}]/ParentTree {ref(parent_tree)}"
            f"/ParentTreeNextKey {len(entries)}{ROLE_MAP}{self._id_tree()}>>",
        )

    def _element(self, element: Element, parent: str, marked: Marked, files: Mapping[str, Sequence[int]]) -> str:
        parts = [f"<</Type/StructElem/S/{element.role}/P {parent}"]
        first_page, kids = self._kids(element, marked)
        if first_page is not None:
            parts.append(f"/Pg {ref(self._pages[first_page])}")
        for key, text in (
            ("Alt", element.alternative),
            ("Lang", element.language),
            ("ID", element.id),
        ):
            if text is not None:
                parts.append(f"/{key} {text_string(text)}")
        attributes = _attributes(element, marked.boxes.get(element))
        if attributes:
            parts.append(f"/A {attributes[0]}" if len(attributes) == 1 else f"/A[{''.join(attributes)}]")
        if associated := files.get(element.block or ""):
            parts.append(f"/AF[{refs(associated)}]")
        parts.append(f"/K[{' '.join(kids)}]>>")
        return "".join(parts)

    def _kids(self, element: Element, marked: Marked) -> tuple[int | None, list[str]]:
        """The page of its first content, if any, and its children: content says only on which other page it is."""
        first_page, kids = None, []
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(self._refs[kid])
                continue
            for page, identifier in marked.places.get(kid, ()):
                first_page = page if first_page is None else first_page
                if page == first_page:
                    kids.append(str(identifier))
                else:
                    kids.append(f"<</Type/MCR/Pg {ref(self._pages[page])}/MCID {identifier}>>")
        for annotation, page in self._annotations.get(element, ()):
            kids.append(f"<</Type/OBJR/Obj {ref(annotation)}/Pg {ref(self._pages[page])}>>")
        return first_page, kids

    def _id_tree(self) -> str:
        named = {element.id: element for element in self._elements if element.id is not None}
        if not named:
            return ""
        names = " ".join(f"{text_string(id)} {self._refs[named[id]]}" for id in sorted(named, key=text_order))
        return f"/IDTree<</Names[{names}]>>"


def _attributes(element: Element, box: Rect | None) -> list[str]:
    found = []
    if element.table is not None:
        table = _table_attributes(element.table)
        if table:
            found.append(f"<</O/Table{table}>>")
    if element.numbering is not None:
        found.append(f"<</O/List/ListNumbering/{element.numbering}>>")
    if box is not None:
        size = f"/Width {number(box[2] - box[0])}/Height {number(box[3] - box[1])}"
        found.append(f"<</O/Layout/Placement/Block/BBox[{numbers(*box)}]{size}>>")
    return found


def _table_attributes(table: TableAttributes) -> str:
    parts = []
    if table.scope is not None:
        parts.append(f"/Scope/{table.scope}")
    if table.columns > 1:
        parts.append(f"/ColSpan {table.columns}")
    if table.rows > 1:
        parts.append(f"/RowSpan {table.rows}")
    if table.headers:
        parts.append(f"/Headers[{' '.join([text_string(id) for id in table.headers])}]")
    if table.summary:
        parts.append(f"/Summary {text_string(table.summary)}")
    return "".join(parts)
