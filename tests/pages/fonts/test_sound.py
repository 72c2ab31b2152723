"""Fonts of users: no file makes the reader crash, or take more than its size; what can't be used is told."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import pytest

from rapportage.pages.fonts import FontFault, sound_face
from tests.pages.fonts.damage import records, signed, used, whole

ROOT = Path(__file__).parents[3]
WHOLE = whole()
TABLES = records(WHOLE)
GLYPH = 2
"""The first that has an outline."""
DAMAGED = "het bestand is beschadigd"


def test_two_hundred_and_forty_damaged_fonts_within_bounds() -> None:
    """In a process of its own, that may take 400 MB; many are refused, and many can be used to the last glyph."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.pages.fonts.damage", "0", "240"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    counts = {reason: int(count) for count, reason in (line.split(" ", 1) for line in done.stdout.splitlines())}
    assert sum(counts.values()) == 240
    assert min(counts["bruikbaar"], counts[DAMAGED]) > 60


def made(tag: str, *changes: tuple[int, str, int]) -> bytes:
    """The font with these numbers at these places of a table (from its end when below zero), and right checksums."""
    data = bytearray(WHOLE)
    _, start, end = TABLES[tag]
    for place, form, value in changes:
        struct.pack_into(f">{form}", data, (end if place < 0 else start) + place, value)
    return signed(data)


def with_table(tag: str, table: bytes) -> bytes:
    """The font with another table, behind all else."""
    data = bytearray(WHOLE + bytes(-len(WHOLE) % 4))
    struct.pack_into(">LL", data, TABLES[tag][0] + 8, len(data), len(table))
    return signed(data + table)


def cmap(form: int, table: bytes, *, platform: int = 3, count: int = 1) -> bytes:
    head = struct.pack(">HH", 0, count) + struct.pack(">HHL", platform, 1, 4 + 8 * count) * count
    return with_table("cmap", head + struct.pack(">H", form) + table)


def segments(firsts: list[int], lasts: list[int]) -> bytes:
    """A map of form 4, in which every character has the glyph of its own number."""
    count = len(firsts)
    body = struct.pack(f">{count}HH{count}H{count}H{count}H", *lasts, 0, *firsts, *([0] * 2 * count))
    return struct.pack(">HHHHHH", 14 + len(body), 0, 2 * count, 0, 0, 0) + body


def groups(*parts: tuple[int, int, int], said: int | None = None) -> bytes:
    body = b"".join(struct.pack(">LLL", *part) for part in parts)
    return struct.pack(">HLLL", 0, 16 + len(body), 0, len(parts) if said is None else said) + body


def composite(*parts: int) -> bytes:
    """A glyph that is made of others."""
    rows = [struct.pack(">HHH", 0x20 if part < len(parts) - 1 else 0, glyph, 0) for part, glyph in enumerate(parts)]
    return struct.pack(">hhhhh", -1, 0, 0, 0, 0) + b"".join(rows)


def with_outline(outline: bytes) -> bytes:
    """The font in which one glyph has this outline; the others keep theirs."""
    data = bytearray(WHOLE)
    loca, glyf = TABLES["loca"][1], TABLES["glyf"][1]
    start, end = (2 * place for place in struct.unpack_from(">HH", data, loca + 2 * GLYPH))  # in words, in this font
    assert len(outline) <= end - start
    data[glyf + start : glyf + start + len(outline)] = outline
    return signed(data)


HOSTILE = {
    "segments that overlap": cmap(4, segments([0] * 8000, [0xFFFF] * 8000)),
    "segments that go down": cmap(4, segments([60, 30], [70, 40])),
    "more segments than there are": cmap(4, struct.pack(">HHHHHH", 16, 0, 0xFFFE, 0, 0, 0)),
    "a group of all numbers": cmap(12, groups((0, 0xFFFFFFFF, 0))),
    "a group of all characters": cmap(13, groups((0, 0x10FFFF, 1))),
    "groups that overlap": cmap(12, groups(*[(0, 100_000, 0)] * 1000)),
    "more groups than there are": cmap(12, groups((0, 1, 1), said=0xFFFFFFFF)),
    "no map at all": with_table("cmap", struct.pack(">HH", 0xFFFF, 0) + bytes(40)),
    "many maps": cmap(4, segments([32], [90]), count=1000),
    "more glyphs than there are": made("maxp", (4, "H", 0xFFFF)),
    "no glyphs": made("maxp", (4, "H", 0)),
    "more advances than glyphs": made("hhea", (34, "H", 0xFFFF)),
    "no advances": made("hhea", (34, "H", 0)),
    "no size": made("head", (18, "H", 0)),
    "another form of places": made("head", (50, "H", 7)),
    "a glyph outside the table": made("loca", (-2, "H", 0xFFFF)),
    "places that go down": made("loca", (400, "H", 0)),
    "a glyph made of itself": with_outline(composite(GLYPH)),
    "a glyph made of none": with_outline(composite(0xFFFF)),
    "a glyph that goes on": with_outline(composite(3)[:-6] + struct.pack(">HHH", 0x20, 3, 0)),
    "a table that is too short": with_table("OS/2", bytes(40)),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_font_that_claims_too_much(what: str) -> None:
    assert used(HOSTILE[what]) == DAMAGED


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "het is geen TrueType-bestand"),
        (b"OTTO" + WHOLE[4:], "het is geen TrueType-bestand"),
        (b"wOF2" + WHOLE[4:], "het is geen TrueType-bestand"),
        (b"ttcf", DAMAGED),
        (WHOLE + bytes(30_000_000), "het bestand is groter dan 30 MB"),
        (made("OS/2", (8, "H", 2)), "het lettertype mag niet worden ingesloten"),
        (made("OS/2", (8, "H", 0x108)), "het lettertype mag niet worden ingesloten"),
        (made("OS/2", (68, "h", 32000)), "de hoogte van de letters kan niet kloppen"),
        (made("OS/2", (68, "h", 0)), "de hoogte van de letters kan niet kloppen"),
        (made("hmtx", *((place, "H", 0) for place in range(0, 2000, 4))), "de breedte van de letters kan niet kloppen"),
        (made("hmtx", *((place, "H", 9999) for place in range(0, 2000, 4))),
         "de breedte van de letters kan niet kloppen"),
        (cmap(2, bytes(2000)), "de tekens staan er in een vorm (2) die niet wordt gelezen"),
        (cmap(2, bytes(2000), platform=1), "de tekens staan er in een vorm (2) die niet wordt gelezen"),
    ],
)  # fmt: skip
def test_what_else_can_be_wrong_with_a_font(data: bytes, reason: str) -> None:
    with pytest.raises(FontFault, match=reason.replace("(", r"\(").replace(")", r"\)")):
        sound_face(data)


def test_every_byte_of_an_outline_counts() -> None:
    """A damaged outline may show another figure; the checksum of its table tells."""
    _, start, end = TABLES["glyf"]
    for place in range(start, end, (end - start) // 50):
        assert used(WHOLE[:place] + bytes((WHOLE[place] ^ 0x10,)) + WHOLE[place + 1 :]) == DAMAGED


def test_sound_fonts_can_be_used() -> None:
    assert used(WHOLE) is None
    assert used(with_outline(composite(3, 4))) is None
    assert used(cmap(4, segments([32, 0xFFFF], [500, 0xFFFF]))) is None
    assert used(cmap(12, groups((32, 500, 1), (0x1F600, 0x1F640, 9)))) is None


def test_a_collection_gives_its_first_font() -> None:
    """Its tables are counted from the beginning of the file."""
    head = struct.pack(">4sLLL", b"ttcf", 0x00010000, 1, 16)
    data = bytearray(head + WHOLE)
    for place, start, _ in TABLES.values():
        struct.pack_into(">L", data, 16 + place + 8, start + 16)
    assert used(bytes(data)) is None


def test_a_character_whose_glyph_is_not_there_is_missing() -> None:
    """Others see a box; layout must not ask for its advance."""
    face = sound_face(cmap(4, segments([32, 9000, 0xFFFF], [500, 60_000, 0xFFFF])))
    assert face.has("A")
    assert not face.has(chr(50_000))
    assert face.missing("A" + chr(50_000)) == chr(50_000)
