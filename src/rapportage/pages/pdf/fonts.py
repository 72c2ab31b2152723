"""Fonts in the file: one composite font per face, with only the glyphs that are used.

The code of a character in a content stream is the character itself (UTF-16, basic plane), the character collection
is Identity, and a map leads from character to glyph. So text stays text: the mapping to Unicode that ISO 14289-1,
7.21.7 asks for is the identity, and a hyphen put in by the line breaker (U+00AD) can share a glyph with '-'.
"""

from __future__ import annotations

from hashlib import md5
from itertools import groupby

from rapportage.pages.fonts import Face, Family
from rapportage.pages.pdf.objects import PdfFile, ref

ITALIC_FLAG, NONSYMBOLIC_FLAG = 64, 32


class FontUse:
    """Which characters of which faces a document paints; gives each face its name in content streams."""

    def __init__(self, family: Family) -> None:
        self.family = family
        self._chars: dict[str, set[str]] = {}
        self._names: dict[str, str] = {}

    def name(self, role: str, text: str) -> str:
        """The resource name of the face for `role`; notes that it paints `text`.

        Raises:
            ValueError: the face lacks a character. The user's files were checked for that, so it is our own fault.
        """
        known = self._chars.setdefault(role, set())
        if not known.issuperset(text):
            new = set(text) - known
            missing = self.family.face(role).missing("".join(sorted(new)))
            if missing:
                raise ValueError(f"no glyph in {role} for {missing!r}")
            known |= new
        return self._names.setdefault(role, f"F{len(self._names) + 1}")

    def write(self, file: PdfFile) -> str:
        """Adds the fonts to `file`; returns the entries of a page's font resources."""
        return "".join(
            f"/{name} {ref(_write_font(file, self.family.face(role), ''.join(sorted(self._chars[role]))))}"
            for role, name in self._names.items()
        )


def _write_font(file: PdfFile, face: Face, chars: str) -> int:
    program, glyphs = face.subset(chars)
    tag = "".join(chr(ord("A") + byte % 26) for byte in md5(program, usedforsecurity=False).digest()[:6])
    name = f"{tag}+{face.name}"
    embedded = file.add_stream(f"/Length1 {len(program)}", program)
    box = " ".join(str(edge) for edge in face.bounding_box)
    flags = NONSYMBOLIC_FLAG | (ITALIC_FLAG if face.italic_angle else 0)
    descriptor = file.add(
        f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{box}]/ItalicAngle {face.italic_angle:g}"
        f"/Ascent {round(face.ascent * 1000)}/Descent {-round(face.descent * 1000)}"
        f"/CapHeight {round(face.cap_height * 1000)}/StemV {face.stem_width}/FontFile2 {ref(embedded)}>>"
    )
    descendant = file.add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}"
        f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {ref(descriptor)}"
        f"/W[{_widths(face, chars)}]/CIDToGIDMap {ref(file.add_stream('', _glyph_map(glyphs)))}>>"
    )
    to_unicode = file.add_stream("", _to_unicode(chars).encode("ascii"))
    return file.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{ref(descendant)}]"
        f"/ToUnicode {ref(to_unicode)}>>"
    )


def _runs(chars: str) -> list[str]:
    """Sorted characters in stretches without gaps that share their high byte."""
    groups = groupby(enumerate(chars), key=lambda pair: (ord(pair[1]) - pair[0], ord(pair[1]) >> 8))
    return ["".join(char for _, char in group) for _, group in groups]


def _widths(face: Face, chars: str) -> str:
    return "".join(
        f"{ord(run[0])}[{' '.join(f'{face.advance(char) * 1000:g}' for char in run)}]" for run in _runs(chars)
    )


def _glyph_map(glyphs: dict[str, int]) -> bytes:
    table = bytearray(2 * (ord(max(glyphs)) + 1))
    for char, glyph in glyphs.items():
        table[2 * ord(char) : 2 * ord(char) + 2] = glyph.to_bytes(2, "big")
    return bytes(table)


def _to_unicode(chars: str) -> str:
    """The map to Unicode, in blocks of at most 100 ranges (ISO 32000-1, 9.10.3)."""
    ranges = [f"<{ord(run[0]):04X}> <{ord(run[-1]):04X}> <{ord(run[0]):04X}>" for run in _runs(chars)]
    blocks = [ranges[start : start + 100] for start in range(0, len(ranges), 100)]
    body = "\n".join(f"{len(block)} beginbfrange\n" + "\n".join(block) + "\nendbfrange" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )
