"""Words in a picture that no one sees: white on the white of the page. A program that shows them has another ground."""

from __future__ import annotations

from collections.abc import Iterable

from rapportage.document.drawing import Clipped, Drawing, Item, Layer, Path, Pixels, TextRun, contrast, texts
from rapportage.input.images.svg.bounds import Box, path_box

WHITE = "#ffffff"
LEAST = 1.2
"""Contrast with white: with less nothing is seen."""


def unseen(drawing: Drawing) -> list[str]:
    """The texts that have the colour of the page, and nothing painted behind them."""
    found: list[str] = []
    if not any(_is_white(text.colour) for text in texts(drawing)):
        return found
    _look(drawing.items, [], found)
    return found


def _look(items: Iterable[Item], grounds: list[Box], found: list[str]) -> None:
    for item in items:
        match item:
            case Path(fill=str() as fill) if _is_white(fill):
                pass
            case Path() if item.fill is not None and (box := path_box(item.commands)):
                grounds.append(box)
            case Pixels():
                a, b, c, d, x, y = item.matrix
                grounds.append((x + min(0, a, c), y + min(0, b, d), x + max(0, a, c), y + max(0, b, d)))
            case TextRun() if _is_white(item.colour) and not _is_on(item, grounds):
                found.append(item.text)
            case Clipped() | Layer():
                _look(item.items, grounds, found)
            case _:
                pass


def _is_white(colour: str) -> bool:
    return contrast(colour, WHITE) < LEAST


def _is_on(text: TextRun, grounds: Iterable[Box]) -> bool:
    """Whether something is painted where it begins."""
    return any(left <= text.x <= right and bottom <= text.y <= top for left, bottom, right, top in grounds)
