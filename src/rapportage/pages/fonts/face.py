"""One TrueType face: advances, coverage, vertical measures and subsets."""

from __future__ import annotations

from functools import cached_property
from io import BytesIO
from math import fsum

from rapportage.document.characters import SOFT_HYPHEN
from rapportage.pages.reportlab import truetype

_SAME_GLYPH = {SOFT_HYPHEN: "-", "\u00a0": " ", "\u202f": " ", "\u2011": "-"}
"""Characters that are drawn with another character's glyph where the font lacks their own."""


class FontFault(Exception):
    """A file that can't serve as a face: no TrueType, damaged, or not allowed to be embedded."""


class Face:
    """A TrueType font, read once from the bytes of its file. One of a user goes through `sound_face`.

    All measures are for a size of 1; multiply by the size in points. The file is read by ReportLab's TrueType
    reader, which is imported only when a face is first used.

    Raises:
        FontFault: the file can't serve as a face.
    """

    def __init__(self, data: bytes) -> None:
        reader, unreadable = truetype()
        try:
            self._file = reader(BytesIO(data))
        except unreadable as error:
            raise FontFault(_reason(str(error))) from error
        except Exception as error:  # a damaged file makes its reader raise nearly anything
            raise FontFault("het bestand is beschadigd") from error
        self.data = data
        self.name: str = self._file.name.decode("ascii")
        # A character whose glyph is not there has none: what follows may ask for any that is left.
        there = self._file.numGlyphs
        self._glyphs: dict[int, int] = {code: glyph for code, glyph in self._file.charToGlyph.items() if glyph < there}
        for char, stand_in in _SAME_GLYPH.items():
            if not self._glyphs.get(ord(char)) or char == SOFT_HYPHEN:
                self._glyphs[ord(char)] = self._glyphs.get(ord(stand_in), 0)
        self._advances: dict[str, float] = {}
        self.ascent: float = self._file.ascent / 1000
        self.descent: float = -self._file.descent / 1000
        self.cap_height: float = self._file.capHeight / 1000
        self.italic_angle: float = self._file.italicAngle
        self.bounding_box: tuple[int, int, int, int] = tuple(self._file.bbox)
        self.stem_width: int = self._file.stemV

    def has(self, char: str) -> bool:
        """Whether the face has a glyph for `char` (never .notdef: ISO 14289-1, 7.21.8)."""
        return bool(self._glyphs.get(ord(char)))

    def missing(self, text: str) -> str:
        """The characters of `text` for which the face has no glyph, each once, in order."""
        return "".join(char for char in dict.fromkeys(text) if not self.has(char))

    def advance(self, char: str) -> float:
        known = self._advances.get(char)
        if known is None:
            glyph = self._glyphs.get(ord(char), 0)
            known = self._advances[char] = self._file.hmetrics[glyph][0] / self._units_per_em
        return known

    def width(self, text: str, size: float) -> float:
        """The width of `text` in points when set in `size` points: the sum of its advances."""
        advances = self._advances
        try:
            return fsum([advances[char] for char in text]) * size
        except KeyError:
            return fsum([self.advance(char) for char in text]) * size

    def subset(self, chars: str) -> tuple[bytes, dict[str, int]]:
        """A font program with only the glyphs of `chars`, and the glyph number in it of each character."""
        codes = [self._glyph_source(char) for char in chars]
        unique = list(dict.fromkeys(codes))
        program: bytes = self._file.makeSubset(unique)
        number = {code: index + 1 for index, code in enumerate(self._distinct_glyphs(unique))}
        by_glyph = {self._glyphs[code]: index for code, index in number.items()}
        return program, {char: by_glyph[self._glyphs[code]] for char, code in zip(chars, codes, strict=True)}

    def _glyph_source(self, char: str) -> int:
        """The code under which ReportLab's reader knows the glyph of `char`."""
        code = ord(char)
        glyph = self._glyphs[code]
        if self._file.charToGlyph.get(code) == glyph:
            return code
        return ord(_SAME_GLYPH[char])

    def _distinct_glyphs(self, codes: list[int]) -> list[int]:
        first: dict[int, int] = {}
        for code in codes:
            first.setdefault(self._glyphs[code], code)
        return list(first.values())

    @cached_property
    def _units_per_em(self) -> int:
        return int(self._file.unitsPerEm)


def _reason(message: str) -> str:
    if "embedding" in message:
        return "het lettertype mag niet worden ingesloten"
    return "het is geen TrueType-bestand"
