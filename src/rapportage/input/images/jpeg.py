"""JPEG files taken over as they are, without what they hold besides the picture (ISO/IEC 10918-1, annex B)."""

from __future__ import annotations

from collections.abc import Iterator

START_OF_SCAN, END, ADOBE, COMMENT = 0xDA, 0xD9, 0xEE, 0xFE
PLAIN_FRAMES = (0xC0, 0xC1, 0xC2)
"""Baseline, extended and progressive, with Huffman codes: what every reader of PDF knows."""
OTHER_FRAMES = tuple(marker for marker in range(0xC3, 0xD0) if marker not in (0xC4, 0xC8, 0xCC))
_WITHOUT_LENGTH = (0x01, *range(0xD0, 0xD8))


def bare_jpeg(data: bytes) -> bytes | None:
    """The file without comments, places, thumbnails and profiles, or None when PDF would show it otherwise.

    That is when its colours are not plain grey or YCbCr: the filter of PDF sees only what is in the file
    (ISO 32000-1, 7.4.8).
    """
    kept = bytearray(data[:2])
    colours, adobe, ended = 0, b"", False
    for marker, body in _segments(data):
        if marker in OTHER_FRAMES:
            return None
        if marker in PLAIN_FRAMES:
            colours = _colours(body)
        if marker == ADOBE and body[2:7] == b"Adobe":
            adobe = body[13:14]
        if not (0xE0 <= marker <= 0xEF or marker == COMMENT):
            kept += bytes((0xFF, marker)) + body
        ended = marker == END
    is_plain = colours == 1 or (colours == 3 and adobe in (b"", b"\x01"))
    return bytes(kept) if ended and is_plain else None


def scans(data: bytes) -> int:
    """How often its decoder goes through the picture."""
    return [marker for marker, _ in _segments(data)].count(START_OF_SCAN)


def _colours(frame: bytes) -> int:
    """How many; 0 when they do not have eight bits each, or are three without the numbers that stand for YCbCr."""
    count = frame[7] if len(frame) > 7 else 0
    return count if frame[2] == 8 and (count != 3 or frame[8:17:3] == b"\x01\x02\x03") else 0


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each marker with its body, length included; that of a scan with the coded picture behind it."""
    place = 2
    while place + 1 < len(data):
        if data[place] != 0xFF:
            return
        marker = data[place + 1]
        place += 1 if marker == 0xFF else 2
        if marker == 0xFF:
            continue
        if marker == END or marker in _WITHOUT_LENGTH:
            yield marker, b""
            if marker == END:
                return
            continue
        end = place + max(2, int.from_bytes(data[place : place + 2], "big"))
        if marker == START_OF_SCAN:
            end = _end_of_scan(data, end)
        if end > len(data):
            return
        yield marker, data[place:end]
        place = end


def _end_of_scan(data: bytes, place: int) -> int:
    """Where the coded picture that begins at `place` ends: at a marker that is no part of it."""
    while (place := data.find(b"\xff", place)) >= 0 and place + 1 < len(data):
        following = data[place + 1]
        if following == 0 or 0xD0 <= following <= 0xD7:
            place += 2
        elif following == 0xFF:
            place += 1
        else:
            return place
    return len(data) + 1
