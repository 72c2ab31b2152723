"""Pictures for the tests, made of bytes."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

from PIL import Image

from rapportage.document.drawing import Graphic
from rapportage.input.images import PictureFault, load_picture
from rapportage.pages.fonts import source_sans

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">{}</svg>'
SQUARE = '<rect width="10" height="10"/>'


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(
    columns: int = 4, rows: int = 2, *, colour: tuple[int, ...] = (21, 66, 115), said: tuple[int, int] = (0, 0)
) -> bytes:
    """A PNG in one colour, grey, RGB or RGBA; `said` is the size in its head where that is not the true one."""
    kind = {1: 0, 3: 2, 4: 6}[len(colour)]
    head = struct.pack(">IIBBBBB", said[0] or columns, said[1] or rows, 8, kind, 0, 0, 0)
    lines = b"".join(b"\0" + bytes(colour) * columns for _ in range(rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def striped(mode: str = "RGB") -> Image.Image:
    """16 by 8 pixels, the left half red and the right half white."""
    image = Image.new("RGB", (16, 8), "white")
    image.paste((255, 0, 0), (0, 0, 8, 8))
    return image.convert(mode)


def loaded(folder: Path, data: bytes | str, name: str = "plaat.png") -> Graphic:
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return load_picture(folder, name, source_sans())


def problems(folder: Path, data: bytes | str, name: str = "plaat.png") -> list[str]:
    """What is said of a picture that can't be used: 'T441 …'."""
    try:
        loaded(folder, data, name)
    except PictureFault as fault:
        return [f"{problem.code} {problem.message}" for problem in fault.problems]
    return []
