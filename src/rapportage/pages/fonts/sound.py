"""Whether a TrueType file keeps what its tables claim, looked at before a reader believes them (OpenType 1.9, sfnt)."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import fsum

from rapportage.pages.fonts.face import Face, FontFault

MOST_BYTES = 30_000_000
MOST_TABLES, MOST_MAPS = 100, 50
MOST_CHARACTERS = 200_000
"""Of one map from characters to glyphs; Unicode has 160,000."""
MOST_COMPONENTS, DEEPEST = 100, 10
"""Of a glyph that is made of others: in one, and below each other."""
MOST_PARTS = 1000
"""Of a glyph, all that it is made of together."""
LONGEST_COMPOSITE = 70_000
"""In bytes."""
LONGEST_NAME = 100
WIDEST = 4.0
"""Advances, heights and depths, in sizes of the letter."""
_LEAST = {"cmap": 4, "glyf": 0, "head": 54, "hhea": 36, "hmtx": 4, "loca": 4, "maxp": 32, "name": 6, "post": 32}
"""The tables that must be there, with the bytes that are always read of each."""
_OPTIONAL = ("OS/2", "cvt ", "fpgm", "prep")
_EDITED = ("head", "name", "OS/2", "post")
"""Tables in which dates, names and rights are changed, often without a new checksum, as in Bitstream Vera."""
_LEAST_METRICS = 78
"""Of the table OS/2."""
_NO_PART_OR_OUTLINE, _RESTRICTED = 0x0300, 2
"""The bits that forbid to embed a part of the font, or its outlines; and the level that forbids to embed it at all."""
DAMAGED = "het bestand is beschadigd"
_Tables = Mapping[str, memoryview]


def sound_face(data: bytes) -> Face:
    """The face in a file that may come from anyone.

    The work and the memory that it takes grow with the file and not with what the file claims. Every glyph can be put
    in a subset afterwards.

    Raises:
        FontFault: it can't serve as a face.
    """
    if len(data) > MOST_BYTES:
        raise FontFault(f"het bestand is groter dan {MOST_BYTES // 1_000_000} MB")
    try:
        tables = _tables(data)
        glyphs = _number_of_glyphs(tables)
        _check_rights(tables)
        _check_characters(tables["cmap"])
        _check_outlines(tables, glyphs)
    except struct.error:  # a table that ends before what it says to hold
        raise FontFault(DAMAGED) from None
    face = Face(data)
    _check_measures(face)
    return face


def _tables(data: bytes) -> _Tables:
    """The tables that matter, each whole, and with its checksum: a damaged figure would be another figure."""
    start = struct.unpack_from(">L", data, 12)[0] if data[:4] == b"ttcf" else 0
    if data[start : start + 4] not in (b"\0\1\0\0", b"true"):
        raise FontFault("het is geen TrueType-bestand")
    (count,) = struct.unpack_from(">H", data, start + 4)
    if count > MOST_TABLES:
        raise FontFault(DAMAGED)
    view, found, seen = memoryview(data), {}, set()
    for place in range(start + 12, start + 12 + 16 * count, 16):
        name, checksum, offset, length = struct.unpack_from(">4sLLL", data, place)
        tag = name.decode("latin-1")
        if offset + length > len(data) or tag in seen:
            raise FontFault(DAMAGED)
        seen.add(tag)
        if tag in _LEAST or tag in _OPTIONAL:
            found[tag] = view[offset : offset + length]
            if tag not in _EDITED and _checksum(found[tag]) != checksum:
                raise FontFault(DAMAGED)
    if any(tag not in found or len(found[tag]) < least for tag, least in _LEAST.items()):
        raise FontFault(DAMAGED)
    return found


def _checksum(table: memoryview) -> int:
    """The sum of its words."""
    found = 0
    for place in range(0, len(table), 4096):
        block = bytes(table[place : place + 4096])
        block += bytes(-len(block) % 4)
        found += int(fsum(struct.unpack(f">{len(block) // 4}L", block)))  # exact: so few words are below 2**53
    return found & 0xFFFFFFFF


def _number_of_glyphs(tables: _Tables) -> int:
    """Of which each has an advance; and a size of the letter to measure them by."""
    (glyphs,), (advances,) = struct.unpack_from(">H", tables["maxp"], 4), struct.unpack_from(">H", tables["hhea"], 34)
    (units,) = struct.unpack_from(">H", tables["head"], 18)
    enough = 4 * advances + 2 * (glyphs - advances)
    if not 1 <= advances <= glyphs or len(tables["hmtx"]) < enough or not 16 <= units <= 16384:
        raise FontFault(DAMAGED)
    return int(glyphs)


def _check_rights(tables: _Tables) -> None:
    if "OS/2" not in tables:
        return
    version, _, _, _, rights = struct.unpack_from(">5H", tables["OS/2"])
    if len(tables["OS/2"]) < _LEAST_METRICS + (18 if version > 1 else 0):
        raise FontFault(DAMAGED)
    if rights & 0x000F == _RESTRICTED or rights & _NO_PART_OR_OUTLINE:
        raise FontFault("het lettertype mag niet worden ingesloten")


# --- From characters to glyphs ------------------------------------------------------------------------


def _check_characters(cmap: memoryview) -> None:
    """Every map that a reader may choose says no more than it has room for."""
    (count,) = struct.unpack_from(">H", cmap, 2)
    if not 1 <= count <= MOST_MAPS:
        raise FontFault(DAMAGED)
    for place in range(4, 4 + 8 * count, 8):
        platform, encoding, offset = struct.unpack_from(">HHL", cmap, place)
        if platform in (0, 1, 3) and (platform, encoding) != (0, 5):  # the last: variants, which nobody reads here
            _check_ranges(cmap[offset:])


def _check_ranges(table: memoryview) -> None:
    (form,) = struct.unpack_from(">H", table)
    match form:
        case 0 | 6:
            pass  # at most as many characters as it has bytes
        case 4:
            _check_in_order(_segments(table))
        case 12 | 13:
            (length, _, groups) = struct.unpack_from(">LLL", table, 4)
            if length > len(table) or 16 + 12 * groups > length:
                raise FontFault(DAMAGED)
            _check_in_order(
                (first, last) for first, last, _ in struct.iter_unpack(">LLL", table[16 : 16 + 12 * groups])
            )
        case 2 | 8 | 10:
            raise FontFault(f"de tekens staan er in een vorm ({form}) die niet wordt gelezen")
        case _:
            raise FontFault(DAMAGED)


def _segments(table: memoryview) -> Iterator[tuple[int, int]]:
    length, _, twice = struct.unpack_from(">HHH", table, 2)
    count = twice // 2
    if length > len(table) or 16 + 8 * count > length:
        raise FontFault(DAMAGED)
    lasts = struct.unpack_from(f">{count}H", table, 14)
    firsts = struct.unpack_from(f">{count}H", table, 16 + 2 * count)
    return zip(firsts, lasts, strict=True)


def _check_in_order(ranges: Iterator[tuple[int, int]]) -> None:
    """The ranges go up and don't overlap, and hold no more than there is."""
    before, characters = -1, 0
    for first, last in ranges:
        characters += last - first + 1
        if not before < first <= last <= 0x10FFFF or characters > MOST_CHARACTERS:
            raise FontFault(DAMAGED)
        before = last


# --- Outlines -----------------------------------------------------------------------------------------


def _check_outlines(tables: _Tables, glyphs: int) -> None:
    """Every glyph is in the table, and what it is made of as well, without going in circles."""
    (form,) = struct.unpack_from(">H", tables["head"], 50)
    if form not in (0, 1):
        raise FontFault(DAMAGED)
    places = struct.unpack_from(f">{glyphs + 1}{'L' if form else 'H'}", tables["loca"])
    glyf, step = tables["glyf"], 1 if form else 2
    composite: dict[int, list[int]] = {}
    for glyph, (first, last) in enumerate(pairwise(places)):
        start, end = first * step, last * step
        if start == end:
            continue
        if not start + 10 <= end <= len(glyf):
            raise FontFault(DAMAGED)
        if glyf[start] >= 0x80:  # a number of contours below zero
            if end - start > LONGEST_COMPOSITE:
                raise FontFault(DAMAGED)
            composite[glyph] = list(_components(glyf[start:end], glyphs))
    weights: dict[int, int] = {}
    for glyph in composite:
        _weigh(glyph, composite, weights, 0)


def _components(outline: memoryview, glyphs: int) -> Iterator[int]:
    place = 10
    for _ in range(MOST_COMPONENTS):
        flags, glyph = struct.unpack_from(">HH", outline, place)
        place += 8 if flags & 1 else 6
        place += 2 if flags & 0x08 else 4 if flags & 0x40 else 8 if flags & 0x80 else 0
        if glyph >= glyphs or place > len(outline):
            break
        yield glyph
        if not flags & 0x20:
            return
    raise FontFault(DAMAGED)


def _weigh(glyph: int, composite: Mapping[int, list[int]], weights: dict[int, int], depth: int) -> int:
    """Of how many outlines it is made."""
    if glyph not in weights:
        if depth > DEEPEST:
            raise FontFault(DAMAGED)
        weight = 1
        for part in composite.get(glyph, ()):
            weight += _weigh(part, composite, weights, depth + 1)
        if weight > MOST_PARTS:
            raise FontFault(DAMAGED)
        weights[glyph] = weight
    return weights[glyph]


# --- Measures -----------------------------------------------------------------------------------------


def _check_measures(face: Face) -> None:
    """Lines can be set with it, and its name can be written in a PDF."""
    if len(face.name) > LONGEST_NAME or not face.name.isprintable() or set(face.name) & set("#()<>[]{}/%"):
        raise FontFault("de naam in het lettertype kan niet in een pdf")
    if not (0 < face.ascent <= WIDEST and 0 <= face.descent <= WIDEST and 0 <= face.cap_height <= WIDEST):
        raise FontFault("de hoogte van de letters kan niet kloppen")
    if any(not 0 < face.advance(char) <= WIDEST for char in map(chr, range(32, 127)) if face.has(char)):
        raise FontFault("de breedte van de letters kan niet kloppen")
