"""Content streams: everything painted is either tagged or an artifact; there is no third way (ISO 14289-1, 7.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from rapportage.pages.layout import Element, Glyphs, Leaf, Page, Photo, Picture, Placed, Rectangle
from rapportage.pages.pdf.drawings import drawing_operators
from rapportage.pages.pdf.means import Means
from rapportage.pages.pdf.objects import colour_operands, number, numbers, shown_string

LAYOUT = "/Artifact<</Type/Layout>>BDC"
PAGINATION = "/Artifact<</Type/Pagination>>BDC"

Rect = tuple[float, float, float, float]


class Marked(Struct):
    """Where the marked content of the structure tree is."""

    order: Mapping[Leaf, int]
    """The place of each leaf in the reading order."""
    places: dict[Leaf, list[tuple[int, int]]] = field(default_factory=dict)
    """By leaf: page number and marked-content identifier of each part."""
    boxes: dict[Element, Rect] = field(default_factory=dict)
    """By element: the rectangle of its picture on the page, from the lower left (ISO 32000-1, table 344).

    One that is on several pages has none.
    """


class PageContent:
    """Writes the content stream of one page. `leaves[n]` is the leaf of marked-content identifier n."""

    def __init__(self, page: Page, means: Means, marked: Marked) -> None:
        self._page = page
        self.means = means
        self._marked = marked
        self._font: tuple[str, float] | None = None
        self._colour: str | None = None
        self._out: list[str] = []
        self.leaves: list[Leaf] = []

    def stream(self) -> bytes:
        """Grounds and rules first; then the text in reading order, notes last; then header and footer."""
        page = self._page
        self._artifacts((*page.body, *page.notes), LAYOUT)
        self._tagged(page.body)
        self._tagged(page.notes)
        self._artifacts(page.running, PAGINATION)
        return "\n".join(self._out).encode("latin-1")

    def _artifacts(self, placed: Iterable[Placed], begin: str) -> None:
        """All that is painted but not read."""
        start = len(self._out)
        texts: list[tuple[float, float, Glyphs]] = []
        for place in placed:
            for piece in place.box.pieces:
                match piece:
                    case Rectangle():
                        self._rectangle(place, piece)
                    case Picture(leaf=None) | Photo(leaf=None):
                        self._picture(place, piece)
                    case Glyphs(leaf=None):
                        texts.append(self._at(place, piece))
                    case _:
                        pass
        if texts:
            self._text(texts)
        if len(self._out) > start:
            self._out.insert(start, begin)
            self._out.append("EMC")

    def _tagged(self, placed: Iterable[Placed]) -> None:
        """The content of each leaf as one marked sequence, in the order of the structure tree."""
        content: dict[Leaf, list[tuple[Placed, Glyphs | Picture | Photo]]] = {}
        for place in placed:
            for piece in place.box.pieces:
                if isinstance(piece, Glyphs | Picture | Photo) and piece.leaf is not None:
                    content.setdefault(piece.leaf, []).append((place, piece))
        for leaf in sorted(content, key=self._marked.order.__getitem__):
            self._begin(leaf)
            self._text([self._at(place, piece) for place, piece in content[leaf] if isinstance(piece, Glyphs)])
            shown = [self._picture(place, piece) for place, piece in content[leaf] if not isinstance(piece, Glyphs)]
            if shown and len(self._marked.places[leaf]) == 1:
                self._marked.boxes[leaf.element] = _around(shown)
            elif shown:
                self._marked.boxes.pop(leaf.element, None)
            self._out.append("EMC")

    def _begin(self, leaf: Leaf) -> None:
        identifier = len(self.leaves)
        self.leaves.append(leaf)
        self._marked.places.setdefault(leaf, []).append((self._page.number, identifier))
        self._out.append(f"/{leaf.element.role}<</MCID {identifier}>>BDC")

    def _at(self, place: Placed, glyphs: Glyphs) -> tuple[float, float, Glyphs]:
        return place.x + glyphs.x, self._page.height - place.y - glyphs.y, glyphs

    def _text(self, texts: list[tuple[float, float, Glyphs]]) -> None:
        if not texts:
            return
        out = self._out
        out.append("BT")
        left, base = 0.0, 0.0
        for exact_x, exact_y, glyphs in texts:
            x, y = round(exact_x, 2), round(exact_y, 2)
            font = self.means.fonts.name(glyphs.role, glyphs.text), glyphs.size
            if font != self._font:
                out.append(f"/{font[0]} {number(font[1])} Tf")
                self._font = font
            self._fill(glyphs.colour)
            out.append(f"{numbers(x - left, y - base)} Td {shown_string(glyphs.text)}Tj")
            left, base = x, y
        out.append("ET")

    def _fill(self, colour: str) -> None:
        if colour != self._colour:
            self._out.append(f"{colour_operands(colour)} rg")
            self._colour = colour

    def _rectangle(self, place: Placed, piece: Rectangle) -> None:
        self._fill(piece.colour)
        bottom = self._page.height - place.y - piece.y - piece.height
        self._out.append(f"{numbers(place.x + piece.x, bottom, piece.width, piece.height)} re f")

    def _picture(self, place: Placed, piece: Picture | Photo) -> Rect:
        """Paints the picture; returns where it is."""
        shown = piece.drawing if isinstance(piece, Picture) else piece
        x, y = place.x + piece.x, self._page.height - place.y - piece.y - shown.height
        self._out.append("q")
        if isinstance(piece, Picture):
            self._out.extend(drawing_operators(piece.drawing, x, y, self.means))
        else:
            matrix = f"{number(piece.width)} 0 0 {number(piece.height)} {numbers(x, y)}"
            self._out.append(self.means.picture(matrix, piece.raster))
        self._out.append("Q")
        return (x, y, x + shown.width, y + shown.height)


def _around(rectangles: Sequence[Rect]) -> Rect:
    left, bottom, right, top = zip(*rectangles, strict=True)
    return min(left), min(bottom), max(right), max(top)
