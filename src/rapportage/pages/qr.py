"""QR codes: black on white whatever the house style, as paths, so that they are sharp at every size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from rapportage.document import QrCode
from rapportage.document.drawing import Command, Drawing, Path
from rapportage.pages.reportlab import qr_modules
from rapportage.pages.theme import MM

QUIET = 4
"""So many modules of white are around the code (ISO/IEC 18004, 5.3.8)."""
MODULE = 0.5 * MM
"""How wide a module is at least: 0.4 mm is what a telephone still reads of paper that was printed at home."""
SMALLEST = 25 * MM
"""How wide code and white are together, at least."""


class _Bar(Struct, frozen=True):
    """A rectangle of dark modules: columns from `start` up to `end`, rows from `top` up to `bottom`."""

    start: int
    end: int
    top: int
    bottom: int


def draw_qr(code: QrCode) -> Drawing:
    """One path of few rectangles on a white ground; the white at the left hangs in the margin, as a quotation mark may.

    So the code itself stands in line with the words above and below it.
    """
    modules = qr_modules(code.address)
    count = len(modules) + 2 * QUIET
    module = max(MODULE, SMALLEST / count)
    quiet, side = QUIET * module, count * module
    dark = [command for bar in _bars(modules) for command in _outline(bar, module, side)]
    ground = Path(_rectangle(-quiet, side - quiet, 0.0, side), fill="#ffffff")
    return Drawing(side - quiet, side, (ground, Path(tuple(dark), fill="#000000")))


def _bars(modules: Sequence[Sequence[bool]]) -> Iterator[_Bar]:
    """Dark neighbours in a row as one; and what is the same in the rows below it with that. From above."""
    growing: dict[tuple[int, int], int] = {}
    for row, runs in enumerate([*map(_runs, modules), []]):
        for (start, end), top in sorted(growing.items()):
            if (start, end) not in runs:
                del growing[start, end]
                yield _Bar(start, end, top, row)
        for run in runs:
            growing.setdefault(run, row)


def _runs(row: Sequence[bool]) -> list[tuple[int, int]]:
    """Where dark modules begin and end."""
    edges = [place for place, (before, here) in enumerate(pairwise([False, *row, False])) if before != here]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _outline(bar: _Bar, module: float, side: float) -> tuple[Command, ...]:
    left, right = bar.start * module, bar.end * module
    upper, lower = (side - (QUIET + place) * module for place in (bar.top, bar.bottom))
    return _rectangle(left, right, lower, upper)


def _rectangle(left: float, right: float, lower: float, upper: float) -> tuple[Command, ...]:
    return (("M", (left, lower)), ("L", (right, lower)), ("L", (right, upper)), ("L", (left, upper)), ("Z", ()))
