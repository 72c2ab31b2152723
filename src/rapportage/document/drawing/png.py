"""A picture of pixels as a file that every browser reads: PNG (ISO/IEC 15948), the same bytes everywhere."""

from __future__ import annotations

from struct import pack
from zlib import compress, crc32

from rapportage.document.drawing.display_list import Raster

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOURS = {("grey", False): 0, ("rgb", False): 2, ("grey", True): 4, ("rgb", True): 6}


def to_png(raster: Raster) -> bytes:
    """The file; `raster` is not one of a JPEG."""
    colours = _COLOURS[raster.colours, bool(raster.opacity)]
    header = pack(">IIBBBBB", raster.columns, raster.rows, 8, colours, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", compress(_rows(raster), 9)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in parts)


def _rows(raster: Raster) -> bytes:
    """Each row with the filter that it has, none."""
    data, width = raster.data, raster.columns * (1 if raster.colours == "grey" else 3)
    if raster.opacity:
        depth = width // raster.columns
        pixels = bytearray(len(data) + len(raster.opacity))
        for part in range(depth):
            pixels[part :: depth + 1] = data[part::depth]
        pixels[depth :: depth + 1] = raster.opacity
        data, width = bytes(pixels), width + raster.columns
    return b"".join(b"\0" + data[start : start + width] for start in range(0, len(data), width))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data))
