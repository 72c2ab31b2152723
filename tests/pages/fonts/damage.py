"""Damaged copies of a font, by a seed: `python -m tests.pages.fonts.damage 2000` tries many, in 400 MB."""

from __future__ import annotations

import random
import struct
import sys
from importlib.resources import files

from rapportage.pages.fonts import COMMON, FontFault, sound_face

MEGABYTES = 400
"""That a batch may take."""


def whole() -> bytes:
    return (files("font_source_sans_pro") / "files" / "SourceSansPro-It.ttf").read_bytes()


def records(data: bytes) -> dict[str, tuple[int, int, int]]:
    """By table: where its record, the table itself and its end are."""
    found = {}
    for place in range(12, 12 + 16 * struct.unpack_from(">H", data, 4)[0], 16):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, place)
        found[tag.decode("latin-1")] = (place, offset, offset + length)
    return found


def signed(data: bytearray) -> bytes:
    """With the checksums that its tables have now: so only the tables themselves can betray it."""
    for place, start, end in records(data).values():
        if end <= len(data):
            table = bytes(data[start:end]) + bytes(-(end - start) % 4)
            words = sum(struct.unpack(f">{len(table) // 4}L", table))
            struct.pack_into(">L", data, place + 4, words & 0xFFFFFFFF)
    return bytes(data)


def damaged(data: bytes, seed: int) -> bytes:
    """Bytes changed anywhere or in one table, a number that claims too much, a record changed, or the end gone."""
    chance, made = random.Random(seed), bytearray(data)
    tables = records(data)
    place, start, end = tables[chance.choice(list(tables))]
    kind = seed % 6
    if kind == 0:
        for _ in range(chance.randint(1, 20)):
            made[chance.randrange(len(made))] = chance.randrange(256)
    elif kind == 1:
        for _ in range(chance.randint(1, 8)):
            made[chance.randrange(start, end)] = chance.randrange(256)
    elif kind == 2:
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(start, min(end, start + 200) - 1)
            struct.pack_into(">H", made, at, chance.choice((0, 1, 0x7FFF, 0x8000, 0xFFFF)))
    elif kind == 3:
        struct.pack_into(">L", made, place + chance.choice((0, 8, 12)), chance.choice((0, 1, end, 0xFFFFFFFF)))
    elif kind == 4:
        return bytes(made[: chance.randrange(len(made))])
    else:
        other = chance.randrange(start, end)
        made[start:end] = made[other:end] + made[start:other]
    return signed(made) if chance.random() < 0.8 else bytes(made)


def used(data: bytes) -> str | None:
    """Why the font can't be used; else None, when every character in it could be measured and put in a subset."""
    try:
        face = sound_face(data)
    except FontFault as fault:
        return str(fault)
    chars = "".join(char for char in map(chr, range(32, 0x3000)) if face.has(char))
    assert all(face.advance(char) >= 0 for char in chars)
    for part in (chars, "".join(char for char in COMMON if face.has(char))):
        program, glyphs = face.subset(part)
        assert len(program) < 2 * len(data) + 1000
        assert set(glyphs) == set(part)
    return None


def main(first: int, last: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: without a bound
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 1_000_000,) * 2)
    data = whole()
    told = [used(damaged(data, seed)) for seed in range(first, last)]
    for reason in sorted({reason or "bruikbaar" for reason in told}):
        print(f"{told.count(None if reason == 'bruikbaar' else reason)} {reason}")


if __name__ == "__main__":
    main(0, int(sys.argv[1])) if len(sys.argv) == 2 else main(int(sys.argv[1]), int(sys.argv[2]))
