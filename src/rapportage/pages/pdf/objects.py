"""PDF objects: how values are written, and the file that holds them (ISO 32000-1, 7.3 and 7.5)."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from hashlib import md5
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

OBJECTS_PER_STREAM = 200
LARGE = 1 << 17
"""Bytes of a stream that is compressed beside the work: zlib lets go of the interpreter as long as it is at it."""
END = b"\r\nendstream"
"""CR LF, so that a stream whose last byte is CR is not taken to be a byte shorter (ISO 19005-2, 6.1.7.1)."""


def compress(data: bytes) -> bytes:
    """The one place where bytes are compressed: same bytes in, same bytes out."""
    return zlib.compress(data, 6)


@lru_cache(maxsize=1 << 16)
def number(value: float) -> str:
    """A number as PDF writes it, to a hundredth: '12', '12.5', '-0.25'."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(*values: float) -> str:
    return " ".join(map(number, values))


@cache
def colour_operands(colour: str) -> str:
    """'#154273' as the three numbers from 0 to 1 that PDF wants, to a thousandth."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return " ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in parts)


@lru_cache(maxsize=1 << 14)  # of a table each head is named by all its cells
def text_string(text: str) -> str:
    """A text string: as it is when plain ASCII, else in UTF-16 (ISO 32000-1, 7.9.2.2)."""
    if text.isascii():
        return f"({text.translate(_ESCAPES)})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def text_order(text: str) -> bytes:
    """What orders the names in a name tree: the bytes of the string (ISO 32000-1, 7.9.6)."""
    return text.encode("ascii") if text.isascii() else b"\xfe\xff" + text.encode("utf-16-be")


def name_tree(objects: Mapping[str, int]) -> str:
    """Objects by name, in the order that a name tree must have (ISO 32000-1, 7.9.6)."""
    entries = "".join(f"{text_string(name)} {ref(objects[name])}" for name in sorted(objects, key=text_order))
    return f"<</Names[{entries}]>>"


_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)", "\n": r"\n", "\r": r"\r"})


@lru_cache(maxsize=1 << 14)
def shown_string(text: str) -> str:
    """Text to paint, in the two-byte codes of our fonts, which are the characters' own (see `fonts`)."""
    return f"({text.encode('utf-16-be').decode('latin-1').translate(_ESCAPES)})"


class PdfFile:
    """The objects of one file. A reference to an object is its number, written by `ref`."""

    def __init__(self) -> None:
        self._bodies: dict[int, bytes] = {}
        self._streams: dict[int, tuple[str, Callable[[], bytes]]] = {}
        """The entries of each, and what waits for its data."""
        self._beside: ThreadPoolExecutor | None = None
        self._count = 0

    def reserve(self) -> int:
        """A number for an object that is written later."""
        self._count += 1
        return self._count

    def put(self, number: int, body: str) -> int:
        self._bodies[number] = body.encode("latin-1")
        return number

    def add(self, body: str) -> int:
        return self.put(self.reserve(), body)

    def add_stream(self, entries: str, data: bytes, *, plain: bool = False) -> int:
        """A stream with the dictionary `entries`; `plain` leaves it uncompressed, as PDF/A asks of metadata."""
        number = self.reserve()
        entries = entries if plain else f"{entries}/Filter/FlateDecode"
        self._streams[number] = entries, (lambda: data) if plain else self._compressed(data)
        return number

    def _compressed(self, data: bytes) -> Callable[[], bytes]:
        """What waits for the data after compression, if that is not done yet."""
        if len(data) < LARGE:
            made = compress(data)
            return lambda: made
        if self._beside is None:
            from concurrent.futures import ThreadPoolExecutor  # only here: few reports have so large a stream

            self._beside = ThreadPoolExecutor(1)
        return self._beside.submit(compress, data).result

    def write(self, catalog: int, info: int) -> bytes:
        """The whole file: streams, then all other objects packed in object streams, then the cross-reference stream.

        The file identifier follows from the content, so that the same report is the same file to the byte.
        """
        packed = [(self.reserve(), batch, self._packed(batch)) for batch in _batches(sorted(self._bodies))]
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        for object_number, (entries, wait) in self._streams.items():  # packing gave time for what is compressed beside
            places[object_number] = (1, len(out), 0)
            data = wait()
            head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("latin-1")
            out += b"%d 0 obj\n%s%s%s\nendobj\n" % (object_number, head, data, END)
        if self._beside is not None:
            self._beside.shutdown()
        for container, batch, stream in packed:
            for index, object_number in enumerate(batch):
                places[object_number] = (2, container, index)
            places[container] = (1, len(out), 0)
            out += b"%d 0 obj\n%s\nendobj\n" % (container, stream)
        identifier = md5(out, usedforsecurity=False).hexdigest()
        return bytes(out) + self._cross_references(places, len(out), catalog, info, identifier)

    def _packed(self, object_numbers: list[int]) -> bytes:
        return _object_stream([(object_number, self._bodies[object_number]) for object_number in object_numbers])

    def _cross_references(
        self,
        places: dict[int, tuple[int, int, int]],
        start: int,
        catalog: int,
        info: int,
        identifier: str,
    ) -> bytes:
        own = self.reserve()
        places[own] = (1, start, 0)
        rows = b"".join(
            kind.to_bytes(1, "big") + field.to_bytes(4, "big") + last.to_bytes(2, "big")
            for kind, field, last in (places[object_number] for object_number in range(own + 1))
        )
        data = compress(rows)
        head = (
            f"<</Type/XRef/Size {own + 1}/W[1 4 2]/Root {ref(catalog)}/Info {ref(info)}"
            f"/ID[<{identifier}><{identifier}>]/Filter/FlateDecode/Length {len(data)}>>\nstream\n"
        )
        return b"%d 0 obj\n%s%s%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (own, head.encode(), data, END, start)


def ref(object_number: int) -> str:
    return f"{object_number} 0 R"


def refs(object_numbers: Iterable[int]) -> str:
    return " ".join(ref(object_number) for object_number in object_numbers)


def _batches(object_numbers: list[int]) -> Iterable[list[int]]:
    for start in range(0, len(object_numbers), OBJECTS_PER_STREAM):
        yield object_numbers[start : start + OBJECTS_PER_STREAM]


def _object_stream(objects: list[tuple[int, bytes]]) -> bytes:
    """Objects packed together (ISO 32000-1, 7.5.7)."""
    pairs, offset = [], 0
    for object_number, body in objects:
        pairs.append(b"%d %d" % (object_number, offset))
        offset += len(body) + 1
    index = b" ".join(pairs) + b"\n"
    data = compress(index + b"\n".join(body for _, body in objects))
    head = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n" % (
        len(objects),
        len(index),
        len(data),
    )
    return head + data + END
