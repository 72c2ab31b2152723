"""Where text is on a page of ours: within the margins (its art box, 14.11.2), and no number on two lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from struct import unpack

import pikepdf
from msgspec import Struct

from rapportage.document.characters import is_within_number
from rapportage.proof.inspection.content import Instructions
from rapportage.proof.inspection.opening import Work
from rapportage.proof.inspection.plain import ObjectId
from rapportage.proof.inspection.structure.plan import PagePlan
from rapportage.proof.inspection.tounicode import TextDecoder

PLACES = frozenset(("BT", "Td", "Tm", "Tf", "Tj", "cm", "q", "Q", "BDC", "BMC", "EMC"))
"""All that says where our texts are."""
SLACK = 0.5
"""Positions are written to a hundredth of a point, widths to a thousandth of the size."""
LOWER = 0.6
"""So many times its size lower, a text is on another line; the mark of a note is less."""
LONGEST = 40

Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1, 0, 0, 1, 0, 0)


class _Widths(dict[int, float]):
    """By code, for a size of 1000."""

    def __missing__(self, code: int) -> float:
        return 1000.0


class _Font:
    """What a composite font says of its characters: meaning and width."""

    def __init__(self, font: pikepdf.Object) -> None:
        self._decoder = TextDecoder(font)
        self._widths = _Widths()
        self._known: dict[bytes, float] = {}
        self._spaces: dict[bytes, bool] = {}
        first = 0
        for item in next(iter(font.DescendantFonts)).get("/W", []):
            if isinstance(item, pikepdf.Array):
                self._widths |= {first + place: float(width) for place, width in enumerate(item)}
            else:
                first = int(item)

    def decode(self, shown: bytes) -> str:
        return self._decoder.decode(shown)

    def _is_space(self, code: bytes) -> bool:
        known = self._spaces.get(code)
        if known is None:
            known = self._spaces[code] = self.decode(code) in (" ", "\u00a0")
        return known

    def width(self, shown: bytes) -> float:
        """For a size of 1, without the spaces that end it, which are not seen."""
        known = self._known.get(shown)
        if known is None:
            end = len(shown)
            while end and self._is_space(shown[end - 2 : end]):
                end -= 2
            codes = unpack(f">{end // 2}H", shown[:end])
            known = self._known[shown] = sum(map(self._widths.__getitem__, codes)) / 1000
        return known


class _PlacedText(Struct, frozen=True):
    """Text from (x, y) to `end`, in points from the lower left; `mcid` is None for an artifact."""

    shown: bytes
    font: _Font
    x: float
    y: float
    end: float
    size: float
    mcid: int | None

    @property
    def text(self) -> str:
        """What it says: asked only where that matters, for most of a file is sound."""
        return self.font.decode(self.shown)


class _Fonts:
    """The fonts of a file, each read once; and the work that is done for it."""

    def __init__(self) -> None:
        self.work = Work()
        self._known: dict[ObjectId, _Font] = {}

    def of(self, font: pikepdf.Object) -> _Font:
        known = self._known.get(font.objgen)
        if known is None:
            known = self._known[font.objgen] = _Font(font)
        return known


def _texts_of(page: pikepdf.Page, parsed: Instructions, fonts: _Fonts) -> list[_PlacedText]:
    """Every text of a page as our writer places it, in the order of its stream."""
    found: list[_PlacedText] = []
    faces = page.obj.Resources.get("/Font", pikepdf.Dictionary())
    font: _Font | None = None
    size = 0.0
    space, line = _UNIT, _UNIT
    saved: list[Matrix] = []
    marks: list[int | None] = []
    fonts.work.step(len(parsed))
    for operator, instruction in parsed:  # whose operands are asked only where they matter: that takes time
        match operator:
            case "Td":
                a, b, c, d, x, y = line
                right, up = map(float, instruction.operands)
                line = (a, b, c, d, x + right * a + up * c, y + right * b + up * d)
            case "Tj" if font is not None:
                shown = bytes(instruction.operands[0])
                a, _, _, _, x, y = line if space is _UNIT else _times(line, space)
                end = x + a * font.width(shown) * size
                found.append(_PlacedText(shown, font, x, y, end, size, marks[-1] if marks else None))
            case "Tf":
                name, height = instruction.operands
                font, size = fonts.of(faces[str(name)]), float(height)
            case "EMC":
                marks.pop()
            case "BT":
                line = _UNIT
            case "Tm":
                line = _matrix(instruction.operands)
            case "cm":
                space = _times(_matrix(instruction.operands), space)
            case "q":
                saved.append(space)
            case "Q":
                space = saved.pop()
            case "BDC" | "BMC":
                known = _identifier(instruction.operands[-1])
                marks.append(known if isinstance(known, int) else marks[-1] if marks else None)
    return found


def _identifier(properties: object) -> object:
    """What the properties of a marked-content sequence give as that; None where they do not."""
    return properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None


class Misplaced(Struct, frozen=True):
    """What is wrong, and the mark of a number that is on two lines."""

    fault: str
    broken: int | None = None

    def is_fault(self, plan: PagePlan) -> bool:
        """The labels in a figure follow one another in no sentence."""
        owner = plan.owners.get(self.broken) if self.broken is not None else None
        return owner is None or owner.standard != "Figure"


class PlaceReader:
    """Reads the pages of one file of ours. Fonts are read once."""

    def __init__(self) -> None:
        self._fonts = _Fonts()

    def misplaced(self, page: pikepdf.Page, parsed: Instructions) -> list[Misplaced]:
        """Text that is read and not within the margins, other text beside the sheet, and a number on two lines.

        `parsed` are the instructions of the page, at least PLACES.
        """
        return list(_on_page(page, _texts_of(page, parsed, self._fonts)))


def _on_page(page: pikepdf.Page, texts: Iterable[_PlacedText]) -> Iterator[Misplaced]:
    by_mark: dict[int, list[_PlacedText]] = {}
    art, sheet = (_box(page, name) for name in ("/ArtBox", "/MediaBox"))
    for each in texts:
        box = sheet if each.mcid is None else art
        if not _is_within(each, box):
            edge = "marges" if each.mcid is not None else "pagina"
            yield Misplaced(f"tekst buiten de {edge}: ‘{each.text[:LONGEST]}’")
        if each.mcid is not None:
            by_mark.setdefault(each.mcid, []).append(each)
    for mcid, stretches in by_mark.items():
        for text, after in pairwise(stretches):
            is_lower = text.y - after.y > LOWER * max(text.size, after.size)
            if is_lower and is_within_number(text.text + after.text, len(text.text)):
                words = f"een getal staat op twee regels: ‘{text.text[-LONGEST:]}’ en ‘{after.text[:LONGEST]}’"
                yield Misplaced(words, mcid)


def _is_within(text: _PlacedText, box: tuple[float, float, float, float]) -> bool:
    left, bottom, right, top = box
    return left - SLACK <= min(text.x, text.end) <= max(text.x, text.end) <= right + SLACK and (
        bottom - SLACK <= text.y <= top + SLACK
    )


def _box(page: pikepdf.Page, name: str) -> tuple[float, float, float, float]:
    left, bottom, right, top = (float(edge) for edge in page.obj.get(name, page.obj.MediaBox))
    return left, bottom, right, top


def _matrix(operands: Iterable[object]) -> Matrix:
    a, b, c, d, e, f = (float(each) for each in operands)  # type: ignore[arg-type]  # numbers of PDF
    return a, b, c, d, e, f


def _times(first: Matrix, then: Matrix) -> Matrix:
    """What `first` and then `then` do to a point."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
