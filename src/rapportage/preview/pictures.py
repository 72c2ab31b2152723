"""Pages as pictures, each made when it is asked for and kept for as long as there is room."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from rapportage.preview.messages import Made
from rapportage.proof.inspection import as_png, as_quick_png

NARROWEST, WIDEST = 100, 4000
"""In pixels."""
MOST = 32_000_000
"""Bytes of pictures that are kept."""


class Pictures:
    """What draws pages is for one thread at a time."""

    def __init__(self, most: int = MOST) -> None:
        self._drawing = Lock()
        self._kept: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._most = most
        self._size = 0

    def page(self, made: Made | None, number: int, digest: str, width: int) -> bytes | None:
        """The page (from 1) with that digest as PNG; None where it is not kept, and no page of that build any more."""
        key = (digest, width)
        with self._drawing:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            if made is None or not 1 <= number <= len(made.sheets) or made.sheets[number - 1].digest != digest:
                return None
            data = as_quick_png(made.pdf, number - 1, width)
            self._keep(key, data)
            return data

    def saved(self, made: Made, number: int) -> bytes | None:
        """The page (from 1) as a picture to print; None where there is none."""
        if not 1 <= number <= len(made.sheets):
            return None
        with self._drawing:
            return as_png(made.pdf, number - 1)

    def _keep(self, key: tuple[str, int], data: bytes) -> None:
        self._kept[key] = data
        self._size += len(data)
        while self._size > self._most and self._kept:
            self._size -= len(self._kept.popitem(last=False)[1])
