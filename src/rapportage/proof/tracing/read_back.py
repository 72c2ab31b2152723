"""The figures and words of an edition for the web by that file alone: without its data, for comparing with another."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise

from msgspec import Struct

from rapportage.figures.languages.spoken import LANGUAGES, speaking
from rapportage.proof.inspection.web import Heads, Node, Piece, heads, pieces
from rapportage.proof.tracing.digits import explain
from rapportage.proof.tracing.passages import Place, Told, ToldTrace, TracedFigure, TraceReport
from rapportage.proof.tracing.wording import plain, sentence_around

_LEVEL = re.compile(r"h([1-6])")
_NOTHING = ToldTrace(None, "", ())
_CELL, _TREND, _ALTERNATIVE = "cel", "trend", "alternatieve tekst"
_BY_CLASS = {
    "headline": "kopregel",
    "source": "bron",
    "places": "inhoud",
    "steps": _ALTERNATIVE,
    "note": "noot",
    "cards": "kaart",
    "qr": "QR-code",
}
_BY_NAME = {
    "caption": "bijschrift",
    "figcaption": "bijschrift",
    "nav": "inhoud",
    "header": "titel",
    "dl": "begrip",
    "aside": "kader",
    "blockquote": "citaat",
    "td": _CELL,
}
_UNSEEN = ("details", "footer")
"""What says once more what stands elsewhere."""


def language_of_edition(root: Node) -> str:
    """The language of the file; Dutch where it is none that reports can be in."""
    tag = next((each.get("lang") for each in root.walk() if each.name == "html"), "")
    return tag if tag.partition("-")[0] in LANGUAGES else "nl"


def read_back(root: Node) -> TraceReport:
    """Its figures and texts with their places; what a figure was worked out from is not in the file."""
    reader = _Reader(root)
    with speaking(language_of_edition(root)):
        entries = [entry for piece in pieces(root) for entry in reader.entries(piece)]
    return TraceReport(
        title=next((each.text for each in root.walk() if each.name == "h1"), ""),
        period="",
        pages=0,
        figures=tuple(figure for _, figures in entries for figure in figures),
        literals=(),
        explained=(),
        passages=tuple(told for told, _ in entries),
        faults=(),
    )


class _Block(Struct, frozen=True):
    """A table or figure, or a card."""

    id: str = ""
    label: str = ""


class _Reader:
    def __init__(self, root: Node) -> None:
        self._parents: dict[int, Node] = {}
        self._after: dict[int, Node] = {}
        self._numbers: dict[int, int] = {}
        self._blocks: dict[int, _Block] = {}
        for node in root.walk():
            inner = [child for child in node.children if isinstance(child, Node)]
            self._parents |= {id(child): node for child in inner}
            self._numbers |= {id(child): number for number, child in enumerate(inner, 1)}
            self._after |= {id(child): after for child, after in pairwise(inner)}
        self._headings: tuple[str, ...] = ()
        self._heads: dict[int, Heads] = {}
        for table in (each for each in root.walk() if each.name == "table"):
            self._heads |= heads(table)

    def entries(self, piece: Piece) -> Iterator[tuple[Told, list[TracedFigure]]]:
        """The text of a piece, and the figures in it; nothing of what is said elsewhere too."""
        path = [piece.node, *self._above(piece.node)]
        level = None if any(each.name == "nav" for each in path) else _LEVEL.fullmatch(piece.node.name)
        words = [each for each in piece.stretches if not each.is_mark]
        gap = " " if piece.is_picture else ""
        text, at = plain((f"{each.text}{gap}", place) for place, each in enumerate(words))
        if level and int(level[1]) > 1:
            self._headings = (*self._headings[: int(level[1]) - 2], text)
        kind = "kop" if level and int(level[1]) > 1 else self._kind(piece, path)
        if not kind:
            return
        block, cell = self._block(path, kind), next((each for each in path if id(each) in self._heads), None)
        named = self._heads[id(cell)] if cell is not None and kind in (_CELL, _TREND) else Heads("", "")
        place = Place(self._headings, kind, block.id, block.label, named.row, named.column)
        holes = [
            (bisect_left(at, number), bisect_right(at, number), each.said)
            for number, each in enumerate(words)
            if each.value is not None or (each.said is not None and each.text)
        ]
        if kind in (_ALTERNATIVE, _TREND) and not holes:
            holes = [
                (each.at, each.at + len(each.shown), None) for each in explain(text, (), is_made=True) if not each.what
            ]
        figures = [
            TracedFigure(piece.spot, place, sentence_around(text, begin, end), text[begin:end].strip(), _NOTHING, said)
            for begin, end, said in holes
        ]
        yield Told(piece.spot, place, text, tuple((begin, end) for begin, end, _ in holes)), figures

    def _above(self, node: Node) -> Iterator[Node]:
        while (parent := self._parents.get(id(node))) is not None:
            yield parent
            node = parent

    def _kind(self, piece: Piece, path: list[Node]) -> str:
        """What it is, by the nearest element that says so; '' for what is not to be compared."""
        node, names = piece.node, [each.name for each in path]
        if any(name in _UNSEEN for name in names) or "mark" in node.classes:
            return ""
        figure = next((each for each in path if each.name == "figure"), None)
        if piece.is_picture:
            return "in de afbeelding" if figure is not None and not figure.classes else "in de grafiek"
        if node.name == "title" and figure is None:
            return _TREND if "td" in names or "dd" in names else "QR-code" if _has(path, "qr") else "omslag"
        if node.name in ("title", "desc"):
            return _ALTERNATIVE if figure is not None and not figure.classes and node.name == "desc" else ""
        if node.name == "img" or ("summary" in node.classes and figure is not None):
            return _ALTERNATIVE
        if "summary" in node.classes:
            return "samenvatting"
        if node.name == "th":
            return "kop van rij" if node.get("scope") in ("row", "rowgroup") else "kop van kolom"
        if "small" in node.classes and _has(path, "table"):
            return "opmerking"
        for each in path:
            named = next((_BY_CLASS[name] for name in each.classes if name in _BY_CLASS), "")
            if found := named or _BY_NAME.get(each.name):
                return found
        return "zin"

    def _block(self, path: list[Node], kind: str) -> _Block:
        for each in path:
            if each.name == "figure" or "table" in each.classes:
                return self._known(each, _named)
            if "cards" in self._parents.get(id(each), each).classes:
                return self._known(each, self._card)
        if kind == "kopregel":  # it stands before its figure
            figure = self._after.get(id(path[0]))
            return self._known(figure, _named) if figure is not None else _Block()
        return _Block()

    def _known(self, node: Node, made: Callable[[Node], _Block]) -> _Block:
        if id(node) not in self._blocks:
            self._blocks[id(node)] = made(node)
        return self._blocks[id(node)]

    def _card(self, card: Node) -> _Block:
        """By its number among the cards that stand together, and what it counts."""
        title = next((_without_marks(child) for child in card.children if isinstance(child, Node)), "")
        return _Block(f"kaart-{self._numbers[id(card)]}", title)


def _without_marks(node: Node) -> str:
    return "".join(each.text for piece in pieces(node) for each in piece.stretches if not each.is_mark)


def _has(path: list[Node], name: str) -> bool:
    return any(name in each.classes for each in path)


def _named(node: Node) -> _Block:
    """By its id, and what it is called in its caption: 'Tabel 3'."""
    own = node if node.get("id") else next((each for each in node.walk() if each.name == "table"), node)
    caption = next((each for each in node.walk() if each.name in ("caption", "figcaption")), None)
    label = next((each.text for each in caption.walk() if each.name == "b"), "") if caption is not None else ""
    return _Block(own.get("id"), label)
