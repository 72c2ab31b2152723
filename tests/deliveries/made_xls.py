"""Workbooks of before 2007 made for tests: the least that one is made of."""

from __future__ import annotations

import struct
from collections.abc import Sequence

_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def xls(name: str, rows: Sequence[Sequence[str | float]]) -> bytes:
    """One sheet of texts and numbers."""
    return _compound("Workbook", _book(name, rows))


def encrypted() -> bytes:
    """What a newer workbook with a password is packed in."""
    return _compound("EncryptedPackage", b"\x00" * 4096)


def _record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _book(name: str, rows: Sequence[Sequence[str | float]]) -> bytes:
    opening = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    codepage = _record(0x0042, struct.pack("<H", 1200))
    named = _text(name, "<B")
    length = len(opening) + len(codepage) + 4 + 6 + len(named) + 4
    sheet = _record(0x0085, struct.pack("<IBB", length, 0, 0) + named)
    cells = b"".join(_cell(row, column, cell) for row, line in enumerate(rows) for column, cell in enumerate(line))
    worksheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)) + cells + _record(0x000A)
    return opening + codepage + sheet + _record(0x000A) + worksheet


def _cell(row: int, column: int, cell: str | float) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(cell, str):
        return _record(0x0204, place + _text(cell, "<H"))
    return _record(0x0203, place + struct.pack("<d", cell))


def _text(text: str, length: str) -> bytes:
    return struct.pack(length, len(text)) + b"\x01" + text.encode("utf-16-le")


def _compound(name: str, stream: bytes) -> bytes:
    """A file of one stream, in sectors: the table of sectors, the directory, and the stream."""
    stream = stream.ljust(4096, b"\x00")
    count = -(-len(stream) // _SECTOR)
    chain = [_TABLE, _END, *range(3, count + 2), _END]
    table = struct.pack(f"<{_SECTOR // 4}I", *chain, *[_FREE] * (_SECTOR // 4 - len(chain)))
    directory = _entry("Root Entry", 5, 1, _END, 0) + _entry(name, 2, _FREE, 2, len(stream)) + bytes(2 * 128)
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHHHIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, 1, 1, 0, 4096, _END, 0, _END, 0)
        + struct.pack("<109I", 0, *[_FREE] * 108)
    )
    return head + table + directory + stream.ljust(count * _SECTOR, b"\x00")


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    return (
        written.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(written), kind, 1, _FREE, _FREE, child)
        + bytes(16 + 4 + 8 + 8)
        + struct.pack("<IQ", start, size)
    )
