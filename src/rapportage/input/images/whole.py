"""Whether a PNG or JPEG is still what was written: a tolerant reader would show it without a word."""

from __future__ import annotations

from zlib import crc32

from rapportage.input.images.jpeg import scans

MOST_SCANS = 100
"""Of a JPEG, each of which goes through the whole picture; programs write about ten."""
MOST_CHUNKS = 100_000
"""Of a PNG."""
_SIGNATURE = 8
_AROUND = 12
"""The bytes of a chunk besides its data: length, kind and checksum."""


def is_whole_png(data: bytes) -> bool:
    """Whether every chunk up to the last has the checksum that it was written with (ISO 15948, 5.3)."""
    view, place = memoryview(data), _SIGNATURE
    for _ in range(MOST_CHUNKS):
        if place + _AROUND > len(data):
            return False
        end = place + _AROUND + int.from_bytes(data[place : place + 4], "big")
        if end > len(data) or crc32(view[place + 4 : end - 4]) != int.from_bytes(data[end - 4 : end], "big"):
            return False
        if data[place + 4 : place + 8] == b"IEND":
            return True
        place = end
    return False


def is_whole_jpeg(data: bytes) -> bool:
    """Whether its coded picture can be read to the end without a doubt.

    A JPEG has no checksum. Its decoder goes on after a fault, and Pillow does not pass on what it says then; qpdf,
    which decodes a picture in a PDF, does. About four in ten changed bits show in this way: the others make a picture
    that no decoder can tell from one that was meant.
    """
    import pikepdf

    if scans(data) > MOST_SCANS:
        return False
    with pikepdf.new() as pdf:
        stream = pikepdf.Stream(pdf, data, Filter=pikepdf.Name.DCTDecode)
        try:
            stream.read_bytes(pikepdf.StreamDecodeLevel.all)
        except pikepdf.PikepdfError:
            return False
    return True
