"""The typeface in the page: of each face only the letters that the page has, as WOFF in its style sheet."""

from __future__ import annotations

import re
import zlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, pairwise
from struct import calcsize, pack, unpack, unpack_from

from rapportage.document.drawing import FontRole
from rapportage.html.context import FAMILY
from rapportage.html.markup import Markup
from rapportage.pages.fonts import Face, Family

_LOOKS: Mapping[FontRole, tuple[int, str]] = {
    "regular": (400, "normal"),
    "semibold": (600, "normal"),
    "italic": (400, "italic"),
    "semibold-italic": (600, "italic"),
}
_ITALIC = re.compile("<em>(.*?)</em>", re.DOTALL)
_BOLD_ITALIC = re.compile("<em><strong>(.*?)</strong>", re.DOTALL)
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_LEANS, _HEAVY = re.compile(r'font-style="?italic'), re.compile(r'font-weight="?600')
_TAG = re.compile("<[^>]*>")
_NAMES = {0: "copyright", 1: "family", 2: "style", 4: "full name", 6: "name", 13: "licence", 14: "address of that"}
"""The strings of a font that go with it, by their number (OpenType, name); for Windows, which all others read too."""
_WINDOWS = (3, 1, 0x409)
_WORDS, _MORE, _PROGRAM = 0x1, 0x20, 0x100
_SCALES = {0x8: 2, 0x40: 4, 0x80: 8}
"""Of a part of a glyph: what its flags say of what follows (OpenType, glyf)."""
_TRUETYPE = 0x00010000
_CHECKSUM = 0xB1B0AFBA
_LAST = 0xFFFF


def font_faces(family: Family, page: Markup) -> str:
    """The rules of a style sheet that bring the faces that the page needs, with its letters."""
    leaning = [each for each in _DRAWING.findall(page) if _LEANS.search(each)]
    heavy = [each for each in leaning if _HEAVY.search(each)]
    needed: dict[FontRole, str] = {
        "regular": page,
        "semibold": page,
        "italic": _found(_ITALIC, page) + _drawn(leaning),
        "semibold-italic": _found(_BOLD_ITALIC, page) + _drawn(heavy),
    }
    return "\n".join(
        _rule(role, woff(family.face(role), "".join(sorted(set(letters)))))
        for role, letters in needed.items()
        if letters
    )


def _found(pattern: re.Pattern[str], page: str) -> str:
    """The words in that form, perhaps with elements among them."""
    return "".join(pattern.findall(page))


def _drawn(drawings: Iterable[str]) -> str:
    """All letters of these drawings: what a group says of its texts is not looked for."""
    return "".join(_TAG.sub("", each) for each in drawings)


def _rule(role: FontRole, data: bytes) -> str:
    weight, style = _LOOKS[role]
    address = f"data:font/woff;base64,{b64encode(data).decode('ascii')}"
    return (
        f"@font-face{{font-family:{FAMILY};font-weight:{weight};font-style:{style};font-display:block;"
        f'src:url({address}) format("woff")}}'
    )


def woff(face: Face, letters: str) -> bytes:
    """A font with only these letters, as far as the face has them (WOFF 1.0, W3C)."""
    chars = "".join(letter for letter in letters if ord(letter) < _LAST and face.has(letter))
    program, glyphs = face.subset(chars)
    tables = _tables(program)
    tables |= _unhinted(tables)
    tables |= {b"name": _names(tables[b"name"]), b"cmap": _character_map({ord(char): glyphs[char] for char in chars})}
    return _packed(_with_checksum(tables))


def _tables(program: bytes) -> dict[bytes, bytes]:
    """The tables of a TrueType file, by their tag."""
    (count,) = unpack_from(">H", program, 4)
    found = {}
    for place in range(count):
        tag, _, start, length = unpack_from(">4sLLL", program, 12 + 16 * place)
        found[tag] = program[start : start + length]
    return found


def _unhinted(tables: dict[bytes, bytes]) -> dict[bytes, bytes]:
    """The outlines without the programs that fit them to coarse pixels, which are half of the font."""
    is_long = unpack_from(">h", tables[b"head"], 50)[0] == 1
    places = unpack(f">{len(tables[b'loca']) // (4 if is_long else 2)}{'L' if is_long else 'H'}", tables[b"loca"])
    starts = [place if is_long else 2 * place for place in places]
    outlines = [_outline(tables[b"glyf"][start:end]) for start, end in pairwise(starts)]
    ends = [0, *accumulate(map(len, outlines))]
    for program in (b"cvt ", b"fpgm", b"prep"):
        tables.pop(program, None)
    head = tables[b"head"]
    return {
        b"glyf": b"".join(outlines),
        b"loca": pack(f">{len(ends)}L", *ends),
        b"head": head[:50] + pack(">h", 1) + head[52:],
    }


def _outline(glyph: bytes) -> bytes:
    """A glyph of contours has its program between where those end and their points; one of parts has it last."""
    if not glyph:
        return glyph
    (contours,) = unpack_from(">h", glyph)
    if contours < 0:
        return _padded(bytes(_parts(glyph)))
    at = 10 + 2 * contours
    (length,) = unpack_from(">H", glyph, at)
    return _padded(glyph[:at] + bytes(2) + glyph[at + 2 + length :])


def _parts(glyph: bytes) -> bytearray:
    """A glyph made of others, up to its program, which its parts no longer announce."""
    made, at, flags = bytearray(glyph), 10, _MORE
    while flags & _MORE:
        (flags,) = unpack_from(">H", made, at)
        made[at : at + 2] = pack(">H", flags & ~_PROGRAM)
        at += 4 + (4 if flags & _WORDS else 2) + next((size for flag, size in _SCALES.items() if flags & flag), 0)
    return made[:at]


def _character_map(glyphs: Mapping[int, int]) -> bytes:
    """Which glyph each character has, as browsers read it (OpenType, cmap, format 4): a segment for each of them."""
    codes = [*sorted(glyphs), _LAST]
    deltas = [(glyphs.get(code, 0) - code) % 0x10000 if code != _LAST else 1 for code in codes]
    count = len(codes)
    power = 1 << (count.bit_length() - 1)
    search = (2 * count, 2 * power, power.bit_length() - 1, 2 * (count - power))
    arrays = (*codes, 0, *codes, *deltas, *[0] * count)
    length = calcsize(">7H") + 2 * len(arrays)
    table = pack(">7H", 4, length, 0, *search) + pack(f">{len(arrays)}H", *arrays)
    return pack(">HHHHL", 0, 1, 3, 1, 12) + table


def _names(table: bytes) -> bytes:
    """The strings of a font that a reader or lawyer asks for, each once: half of them are there for old machines."""
    _, count, store = unpack_from(">HHH", table)
    kept = []
    for place in range(count):
        platform, encoding, language, number, length, start = unpack_from(">6H", table, 6 + 12 * place)
        if (platform, encoding, language) == _WINDOWS and number in _NAMES:
            kept.append((number, table[store + start : store + start + length]))
    records, strings = b"", b""
    for number, text in kept:
        records += pack(">6H", *_WINDOWS, number, len(text), len(strings))
        strings += text
    return pack(">HHH", 0, len(kept), 6 + len(records)) + records + strings


def _with_checksum(tables: Mapping[bytes, bytes]) -> dict[bytes, bytes]:
    """The tables in order of their tags, with the sum over the file that they would make."""
    head = tables[b"head"]
    ordered = {tag: tables[tag] for tag in sorted(tables)} | {b"head": head[:8] + bytes(4) + head[12:]}
    start, directory = 12 + 16 * len(ordered), b""
    for tag, data in ordered.items():
        directory += pack(">4sLLL", tag, _sum(data), start, len(data))
        start += len(_padded(data))
    file = _header(len(ordered)) + directory + b"".join(map(_padded, ordered.values()))
    adjusted = pack(">L", (_CHECKSUM - _sum(file)) % 2**32)
    return ordered | {b"head": head[:8] + adjusted + head[12:]}


def _header(count: int) -> bytes:
    power = 1 << (count.bit_length() - 1)
    return pack(">LHHHH", _TRUETYPE, count, 16 * power, power.bit_length() - 1, 16 * (count - power))


def _packed(tables: Mapping[bytes, bytes]) -> bytes:
    """The tables compressed, behind a directory that says where each is."""
    start = 44 + 20 * len(tables)
    directory, body = b"", b""
    for tag, data in tables.items():
        squeezed = zlib.compress(data, 9)
        stored = squeezed if len(squeezed) < len(data) else data
        directory += pack(">4sLLLL", tag, start + len(body), len(stored), len(data), _checked(tag, data))
        body += _padded(stored)
    whole = 12 + 16 * len(tables) + sum(len(_padded(data)) for data in tables.values())
    size = start + len(body)
    return pack(">4sLLHHLHHLLLLL", b"wOFF", _TRUETYPE, size, len(tables), 0, whole, 1, 0, *[0] * 5) + directory + body


def _checked(tag: bytes, data: bytes) -> int:
    """The sum of a table; that of the head leaves out the sum over the file, which is in it."""
    return _sum(data[:8] + bytes(4) + data[12:] if tag == b"head" else data)


def _sum(data: bytes) -> int:
    return sum(_words(data)) % 2**32


def _words(data: bytes) -> Iterator[int]:
    whole = _padded(data)
    yield from unpack(f">{len(whole) // 4}L", whole)


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)
