"""The typeface in a page: a sound font, with the letters of the page and no others."""

from __future__ import annotations

import re
import zlib
from base64 import b64decode
from io import BytesIO
from struct import unpack_from

import pytest
from fontTools.ttLib import TTFont

from rapportage.document.drawing import Drawing, FontRole, TextRun, to_svg
from rapportage.html.faces import font_faces, woff
from rapportage.html.markup import Markup
from rapportage.pages.fonts import Face, source_sans

LETTERS = "Aàé 1.560–€ij↑"
ROLES = ("regular", "semibold", "italic", "semibold-italic")


def opened(data: bytes) -> TTFont:
    """Read by another reader of fonts, which checks sums and sizes."""
    return TTFont(BytesIO(data), checkChecksums=2, recalcBBoxes=False)


@pytest.mark.parametrize("role", ROLES)
def test_it_has_the_letters_that_were_asked_as_the_face_draws_them(role: str) -> None:
    face = source_sans().face(role)
    font, whole = opened(woff(face, LETTERS)), TTFont(BytesIO(face.data))
    known, all_known = font.getBestCmap(), whole.getBestCmap()
    assert {chr(code) for code in known} == {letter for letter in LETTERS if face.has(letter)}
    for letter in map(ord, LETTERS):
        if letter not in known or letter not in all_known:
            continue
        name, own = known[letter], all_known[letter]
        assert font["hmtx"][name] == whole["hmtx"][own]
        glyph, before = font["glyf"][name], whole["glyf"][own]
        if before.isComposite():
            assert [part.getComponentInfo()[1] for part in glyph.components] == [
                part.getComponentInfo()[1] for part in before.components
            ]
        elif before.numberOfContours > 0:
            assert glyph.getCoordinates(font["glyf"])[0] == before.getCoordinates(whole["glyf"])[0]
    for glyph in map(font["glyf"].__getitem__, font.getGlyphOrder()):
        assert not getattr(glyph, "program", None) or not glyph.program.getBytecode()
    assert {"fpgm", "prep", "cvt "} & {*font.keys()} == set()


def test_it_says_whose_it_is() -> None:
    names = {each.nameID: each.toUnicode() for each in opened(woff(source_sans().face("regular"), "a"))["name"].names}
    assert "Copyright" in names[0] or "©" in names[0]
    assert "Open Font License" in names[13]


def test_every_table_is_as_long_as_it_says() -> None:
    data = woff(source_sans().face("regular"), LETTERS)
    signature, _, length, count = unpack_from(">4sLLH", data)
    assert (signature, length) == (b"wOFF", len(data))
    for place in range(count):
        _, start, stored, size, _ = unpack_from(">4sLLLL", data, 44 + 20 * place)
        assert start % 4 == 0
        part = data[start : start + stored]
        assert len(part if stored == size else zlib.decompress(part)) == size


def test_a_page_has_the_faces_that_it_needs() -> None:
    plain = Markup("<p>Er waren er 12.</p>")
    assert rules(font_faces(source_sans(), plain)) == [("400", "normal"), ("600", "normal")]
    leaning = Markup("<p>Er <em>waren</em> er <em><strong>12</strong></em>.</p>")
    shown = font_faces(source_sans(), leaning)
    assert rules(shown) == [("400", "normal"), ("600", "normal"), ("400", "italic"), ("600", "italic")]
    fonts = [opened(b64decode(each)) for each in re.findall(r"base64,([^)]*)\)", shown)]
    assert {chr(code) for code in fonts[3].getBestCmap()} == set("12")


@pytest.mark.parametrize("count", [1, 2, 5])
@pytest.mark.parametrize("is_compact", [False, True])
@pytest.mark.parametrize("role", ["italic", "semibold-italic"])
def test_a_drawing_brings_the_faces_that_it_needs(role: FontRole, count: int, *, is_compact: bool) -> None:
    """Also where texts that look alike say so once, for all of them."""
    texts = tuple(TextRun(5.0, 10.0 * place, "Xyz", 8.0, role) for place in range(count))
    svg = to_svg(Drawing(80, 80, texts), "t", "d", families="x", is_compact=is_compact)
    shown = font_faces(source_sans(), Markup(f"<p>abc</p>{svg}"))
    assert rules(shown)[-1] == ("600" if role == "semibold-italic" else "400", "italic")
    font = opened(b64decode(re.findall(r"base64,([^)]*)\)", shown)[-1]))
    assert set("Xyz") <= {chr(code) for code in font.getBestCmap()}


def rules(sheet: str) -> list[tuple[str, str]]:
    return re.findall(r"font-weight:(\d+);font-style:(\w+)", sheet)


def test_a_letter_that_the_face_lacks_is_left_to_another() -> None:
    face: Face = source_sans().face("regular")
    assert set(opened(woff(face, "a字")).getBestCmap()) == {ord("a")}
