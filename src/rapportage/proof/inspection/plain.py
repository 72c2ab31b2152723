"""Objects of a PDF as plain values, in the notation of qpdf's JSON (version 2), each read in one step.

To ask pikepdf for the entries of a dictionary one by one takes longer than all that is done with them. A name is a text
that begins with '/', a string one that begins with 'u:' or 'b:' (bytes, as hexadecimal digits), and a reference to
another object one such as '12 0 R'.
"""

from __future__ import annotations

from functools import lru_cache

import pikepdf
from msgspec import json

ObjectId = tuple[int, int]
DIRECT: ObjectId = (0, 0)
Entries = dict[str, object]
MOST_STEPS = 100
"""From reference to reference."""


@lru_cache(maxsize=1 << 14)
def _identity(reference: str) -> ObjectId:
    number, generation, _ = reference.split()
    return int(number), int(generation)


def identity(value: object) -> ObjectId:
    """Which object a reference leads to; `DIRECT` of any other value."""
    return _identity(value) if isinstance(value, str) and value[:1].isdigit() else DIRECT


def text_of(value: object) -> str | None:
    """The text of a string; None of any other value."""
    if not isinstance(value, str) or value[:2] not in ("u:", "b:"):
        return None
    return value[2:] if value[0] == "u" else str(pikepdf.String(bytes.fromhex(value[2:])))


def name_of(value: object) -> str:
    """A name without its '/'; '?' of any other value."""
    return value[1:] if isinstance(value, str) and value[:1] == "/" else "?"


class Objects:
    """The objects of one file."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf

    def followed(self, value: object) -> object:
        """What a reference leads to: None where that is nothing or a stream. Any other value is given back."""
        steps = MOST_STEPS
        while isinstance(value, str) and value[:1].isdigit():
            found: object = self._pdf.get_object(_identity(value))
            value = None if isinstance(found, pikepdf.Stream) or not steps else plain(found)
            steps -= 1
        return value

    def items(self, value: object) -> list[object]:
        """The items of an array, or the one value in place of an array."""
        found = value if isinstance(value, list) else self.followed(value)
        if isinstance(found, list):
            return found
        return [] if found is None else [value]


def plain(value: object) -> object:
    """What pikepdf gives, with all that is in it but not what it refers to."""
    return json.decode(value.to_json(dereference=True)) if isinstance(value, pikepdf.Object) else value
