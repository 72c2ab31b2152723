"""Groups of boxes that belong together, and how they are joined into one vertical list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapportage.pages.layout.boxes import KEEP, NEW_PAGE, Box, Glue, Penalty, Piece, VerticalItem, moved

SHORT_SMALL_PRINT = 8
"""Notes and sources of at most so many lines are never separated from their table or chart."""


class Group(Struct, frozen=True):
    """A block as boxes, with the white space it needs around it and what must stay with it."""

    items: tuple[VerticalItem, ...]
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False
    keep_with_previous: bool = False
    new_page: bool = False
    landscape: bool = False
    """On a turned page."""


def join(groups: Iterable[Group]) -> list[VerticalItem]:
    """One vertical list. Between two groups is the larger of the spaces that they need, not their sum."""
    items: list[VerticalItem] = []
    previous: Group | None = None
    for group in groups:
        if group.new_page:
            items.append(NEW_PAGE)
        elif previous is not None:
            if previous.keep_with_next or group.keep_with_previous:
                items.append(KEEP)
            items.append(Glue(max(previous.after, group.before)))
        items.extend(group.items)
        previous = group
    return items


def with_their_next(groups: Sequence[Group]) -> list[Group]:
    """The groups, with what is kept with a turned page, such as a heading, on that page as well."""
    made: list[Group] = []
    landscape = False
    for group in reversed(groups):
        landscape = group.landscape or (landscape and group.keep_with_next)
        made.append(replace(group, landscape=landscape))
    return made[::-1]


def without_widows(boxes: Sequence[Box]) -> tuple[VerticalItem, ...]:
    """Lines of a paragraph: never the first alone at the foot of a page, nor the last alone at the head of one."""
    items: list[VerticalItem] = []
    for index, box in enumerate(boxes):
        if index:
            items.append(KEEP if index in (1, len(boxes) - 1) else Penalty())
        items.append(box)
    return tuple(items)


def unbroken(boxes: Sequence[Box]) -> tuple[VerticalItem, ...]:
    """Boxes that stay on one page."""
    items: list[VerticalItem] = []
    for box in boxes:
        if items:
            items.append(KEEP)
        items.append(box)
    return tuple(items)


def stacked(boxes: Sequence[Box]) -> Box:
    """Boxes below each other as one, which no page break can part."""
    pieces: list[Piece] = []
    notes: list[str] = []
    height = 0.0
    for box in boxes:
        pieces += [moved(piece, 0, height) for piece in box.pieces]
        notes += box.notes
        height += box.height
    return Box(height, tuple(pieces), tuple(notes))


def kept_below(blocks: Sequence[Sequence[Box]]) -> Iterator[VerticalItem]:
    """Blocks of small print that belong to what is above: all of them when short, else the first lines."""
    is_short = len([box for block in blocks for box in block]) <= SHORT_SMALL_PRINT
    for index, block in enumerate(blocks):
        yield KEEP if is_short or index == 0 else Penalty()
        yield from unbroken(block) if is_short else without_widows(block)
