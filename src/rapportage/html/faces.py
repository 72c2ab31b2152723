"""The typeface in the page: of each face only the letters that the page has, as WOFF in its style sheet."""

from __future__ import annotations

import zlib
from base64 import b64encode
from collections.abc import Iterator, Mapping
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
_SIGNS: Mapping[FontRole, tuple[str, ...]] = {
    "regular": ("",),
    "semibold": ("",),
    "italic": ("<em>", ' font-style="italic"'),
    "semibold-italic": ("<em><strong>", ' font-weight="600" font-style="italic"'),
}
"""What is in a page that needs the face."""
_TRUETYPE = 0x00010000
_CHECKSUM = 0xB1B0AFBA
_LAST = 0xFFFF


def font_faces(family: Family, page: Markup) -> str:
    """The rules of a style sheet that bring the faces that the page needs, with its letters."""
    letters = "".join(sorted(set(page)))
    return "\n".join(
        _rule(role, woff(family.face(role), letters))
        for role, signs in _SIGNS.items()
        if any(sign in page for sign in signs)
    )


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
    tables = {**_tables(program), b"cmap": _character_map({ord(char): glyphs[char] for char in chars})}
    return _packed(_with_checksum(tables))


def _tables(program: bytes) -> dict[bytes, bytes]:
    """The tables of a TrueType file, by their tag."""
    (count,) = unpack_from(">H", program, 4)
    found = {}
    for place in range(count):
        tag, _, start, length = unpack_from(">4sLLL", program, 12 + 16 * place)
        found[tag] = program[start : start + length]
    return found


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
