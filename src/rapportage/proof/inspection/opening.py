"""Opening a PDF to look inside: within bounds, and whatever is wrong with it is reported in one way."""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf.settings import set_qpdf_limits

from rapportage.input.files import FileFault, read

logging.getLogger("pikepdf").addHandler(logging.NullHandler())
"""What it has to say of a damaged file is in English, with tracebacks; we say it in our own way."""
MOST_BYTES = 100_000_000
"""Of a file."""
_FILTERS = ("flate", "run_length", "png", "tiff", "dct")
_LIMITS: dict[str, Any] = {
    **{f"{name}_max_memory": 30_000_000 for name in _FILTERS},
    "parser_max_container_size": 1_000_000,
}
"""What qpdf may make of one stream, in bytes, and how many items an array may have; for the whole process, once set."""
MOST_STEPS, MOST_TEXT = 5_000_000, 200_000_000
"""What may be done for one file: elements, operators and the like; and the bytes of content and text in them."""


_PACKED = re.compile(rb"/ObjStm\b.{0,1000}?\bstream\r?\n", re.DOTALL)
_WORD = re.compile(rb"[^\s<>\[\]()/]+")
MOST_WORDS = 3_000_000
"""In all objects that are packed together (ISO 32000-1, 7.5.7)."""
_TOO_MUCH = "de pdf is te groot of te ingewikkeld om na te gaan"


class InspectionError(Exception):
    """The file can't be looked into; the message says why, in Dutch."""


class Work:
    """What is done for one file. A small file may ask for a lot: by naming the same thing again and again.

    Whatever it counts raises InspectionError when it becomes too much.
    """

    def __init__(self, too_much: str = "") -> None:
        self._steps, self._text = MOST_STEPS, MOST_TEXT
        self._too_much = too_much or _TOO_MUCH

    def step(self, count: int = 1) -> None:
        self._steps -= count
        if self._steps < 0:
            raise InspectionError(self._too_much)

    def text(self, found: str) -> str:
        """The same text, counted."""
        self._count(len(found))
        return found

    def data(self, found: bytes) -> bytes:
        """The same bytes, counted."""
        self._count(len(found))
        return found

    def _count(self, size: int) -> None:
        self._text -= size
        if self._text < 0:
            raise InspectionError(self._too_much)


@contextmanager
def reading(source: bytes | Path) -> Iterator[pikepdf.Pdf]:
    """The PDF in `source`, as long as it is read. A file of the user is read within the limits of qpdf as well.

    Raises:
        InspectionError: the file is not there, is no PDF, asks for a password, asks for too much, or is damaged, also
            where that shows only while it is read: then nearly anything may be other than it should be.
    """
    before = set_qpdf_limits(**_LIMITS) if isinstance(source, Path) else {}
    name = str(source) if isinstance(source, Path) else "de pdf"
    try:
        with _opened(source if isinstance(source, bytes) else _light(contents_of(source)), name) as pdf:
            yield pdf
    except InspectionError:
        raise
    except Exception as error:
        if isinstance(source, bytes):
            raise  # of our own making: then the fault is ours too
        raise InspectionError(f"{name} is beschadigd: niet alles erin is te lezen") from error
    finally:
        set_qpdf_limits(**dict[str, Any](before))


def contents_of(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of the file.

    Raises:
        InspectionError: it is not there, is no ordinary file, or has more bytes.
    """
    try:
        return read(path, most, None)
    except FileFault as fault:
        detail = f": {fault.detail}" if fault.detail else ""
        raise InspectionError(f"{path} {fault.reason.value}{detail}") from None


def _light(data: bytes) -> bytes:
    """The same file, when what is packed in it holds not too much: qpdf makes an object of every word, of 140 bytes."""
    words = 0
    for found in _PACKED.finditer(data):
        unpacker = zlib.decompressobj()
        try:
            unpacked = unpacker.decompress(memoryview(data)[found.end() :], _LIMITS["flate_max_memory"])
        except zlib.error:
            continue  # packed otherwise, or damaged
        words += sum(1 for _ in _WORD.finditer(unpacked))
        if words > MOST_WORDS or unpacker.unconsumed_tail:
            raise InspectionError(_TOO_MUCH)
    return data


def _opened(data: bytes, name: str) -> pikepdf.Pdf:
    try:
        return pikepdf.open(BytesIO(data))
    except pikepdf.PasswordError:
        raise InspectionError(f"{name} is versleuteld: zonder wachtwoord is er niets van te lezen") from None
    except pikepdf.PikepdfError:
        raise InspectionError(f"{name} is geen (gave) PDF") from None
