"""What reading a picture with words asks of the letters of the house style."""

from __future__ import annotations

from typing import Protocol

from rapportage.document.drawing import FontRole

ASCENT, DESCENT = 0.75, 0.21
"""How far letters reach above and below the baseline, as part of their size."""


class Letters(Protocol):
    def missing(self, text: str) -> str:
        """The characters of `text` that there is no letter for."""

    def able(self, role: str, text: str) -> str:
        """`role`, or another that has all letters of `text`."""

    def width(self, role: str, text: str, size: float) -> float:
        """Of `text` in letters of `size`, in the same unit."""


def role_of(*, is_bold: bool, is_slanted: bool) -> FontRole:
    if is_bold:
        return "semibold-italic" if is_slanted else "semibold"
    return "italic" if is_slanted else "regular"
