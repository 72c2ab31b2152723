"""The page builder: a vertical list becomes pages, with notes at the foot of the page of their mark.

The model is TeX's: a page is filled until something does not fit, then broken at the last place where it may be.
Pages are ragged at the bottom; nothing stretches.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum

from msgspec import Struct, field

from rapportage.pages.layout.boxes import FORBIDDEN, FORCED, Box, Glue, Penalty, VerticalItem

_EPSILON = 0.01
LONG_NOTE = 1 / 3
"""A note taller than this part of the page may be split over pages; a shorter one moves whole with its line."""
FIRST_LINES = 2
"""At least so many lines of a split note are on the page of its mark."""


class Stack(Struct, frozen=True):
    """Boxes below each other with the distance of each from the top."""

    boxes: tuple[tuple[float, Box], ...]
    height: float


class FilledPage(Struct, frozen=True):
    body: Stack
    notes: Stack
    """Heights of notes count from the top of the note area, under the rule."""


class _Draft(Struct):
    """A page that is being filled."""

    boxes: list[tuple[float, Box]] = field(default_factory=list)
    height: float = 0.0
    """Down to the bottom of the last box."""
    space: float = 0.0
    """White space since the last box: dropped when the page ends here."""
    notes: list[str] = field(default_factory=list)

    def add(self, box: Box) -> None:
        self.boxes.append((self.height + self.space, box))
        self.height += self.space + box.height
        self.space = 0.0

    def here(self, resume: int, repeat: tuple[Box, ...] = ()) -> _Break:
        return _Break(resume, len(self.boxes), self.height, len(self.notes), repeat)


class _Break(Struct, frozen=True):
    """A place where the page being filled may end."""

    resume: int
    boxes: int
    height: float
    notes: int
    repeat: tuple[Box, ...] = ()


class PageBuilder:
    """Fills pages. `notes` gives the lines of each note; `note_gap` is the room above the first on a page."""

    def __init__(self, notes: Mapping[str, Sequence[Box]], note_gap: float) -> None:
        self._height = 0.0
        self._notes = {note: tuple(lines) for note, lines in notes.items()}
        self._note_heights = {note: fsum(line.height for line in lines) for note, lines in self._notes.items()}
        self._gap = note_gap
        self._placed: set[str] = set()

    def build(self, items: Sequence[VerticalItem], height: float) -> list[FilledPage]:
        """Pages of `height` points that hold `items`, in order; nothing is lost and no page is blank.

        Further items may follow, on pages of another height: a note is only on the first page that marks it.

        Raises:
            ValueError: a box is taller than the page: the caller should have split it.
        """
        self._height = height
        pages: list[FilledPage] = []
        position = _skip(items, 0)
        carried: tuple[Box, ...] = ()
        repeat: tuple[Box, ...] = ()
        while position < len(items) or carried:
            here, carried = _take(carried, self._height - self._gap)
            draft = _Draft()
            place = _Break(position, 0, 0.0, 0, repeat)
            if position < len(items) and not carried:
                place = self._fill(
                    draft,
                    items,
                    place,
                    self._height - _height(here, self._gap),
                    is_fresh=not here,
                )
            page, left_over = self._finish(draft, place, here)
            pages.append(page)
            carried += left_over
            position, repeat = _skip(items, place.resume), place.repeat
        return pages

    def _fill(
        self,
        draft: _Draft,
        items: Sequence[VerticalItem],
        begin: _Break,
        room: float,
        *,
        is_fresh: bool,
    ) -> _Break:
        """Fills `draft` from `begin`; returns where it ends. A fresh page has no notes of the page before."""
        best: _Break | None = None
        last_box: _Break | None = None
        after_box = False
        gap = self._gap if is_fresh else 0.0
        for box in begin.repeat:
            draft.add(box)
        for index in range(begin.resume, len(items)):
            item = items[index]
            match item:
                case Box():
                    new = self._new_notes(draft, item)
                    if not self._fits(draft, item, new, room, gap):
                        if best is not None or last_box is not None:
                            return best or last_box or begin
                        if not is_fresh:
                            return begin
                        if draft.height + item.height > room + _EPSILON:
                            raise ValueError(f"a box of {item.height:.1f} pt does not fit a page of {room:.1f} pt")
                    draft.add(item)
                    draft.notes.extend(new)
                    last_box = draft.here(index + 1)
                case Glue():
                    if after_box:
                        best = draft.here(index + 1)
                    draft.space += item.height
                case Penalty(cost=cost, repeat=repeat):
                    if cost <= FORCED:
                        return draft.here(index + 1)
                    if cost < FORBIDDEN:
                        best = draft.here(index + 1, repeat)
            after_box = isinstance(item, Box)
        return draft.here(len(items))

    def _new_notes(self, draft: _Draft, box: Box) -> list[str]:
        """Those of the page: the notes of a table or chart are below it."""
        known = {*self._placed, *draft.notes}
        return [note for note in dict.fromkeys(box.notes) if note in self._notes and note not in known]

    def _fits(self, draft: _Draft, box: Box, new: list[str], room: float, gap: float) -> bool:
        """Whether `box` fits with all notes of the page: whole, but for the end of a last note that is long."""
        needed = draft.height + draft.space + box.height
        notes = [*draft.notes, *new]
        if notes:
            needed += gap + fsum(self._note_heights[note] for note in notes[:-1]) + self._least(notes[-1])
        return needed <= room + _EPSILON

    def _least(self, note: str) -> float:
        """The least room that the last note of a page needs."""
        whole = self._note_heights[note]
        if whole <= self._height * LONG_NOTE:
            return whole
        return fsum(line.height for line in self._notes[note][:FIRST_LINES])

    def _finish(self, draft: _Draft, place: _Break, carried: tuple[Box, ...]) -> tuple[FilledPage, tuple[Box, ...]]:
        """The page as it ends at `place`, and the lines of notes that go on on the next page."""
        notes = draft.notes[: place.notes]
        self._placed.update(notes)
        lines = (*carried, *(line for note in notes for line in self._notes[note]))
        here, left_over = _take(lines, self._height - place.height - self._gap)
        body = Stack(tuple(draft.boxes[: place.boxes]), place.height)
        return FilledPage(body, _stack(here)), left_over


def _skip(items: Sequence[VerticalItem], index: int) -> int:
    """Past the white space and penalties that a page does not begin with."""
    while index < len(items) and not isinstance(items[index], Box):
        index += 1
    return index


def _height(lines: Sequence[Box], gap: float) -> float:
    return gap + fsum(line.height for line in lines) if lines else 0.0


def _take(lines: tuple[Box, ...], room: float) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """As many of `lines` as fit in `room`, and the rest."""
    used = 0.0
    for count, line in enumerate(lines):
        used += line.height
        if used > room + _EPSILON:
            return lines[:count], lines[count:]
    return lines, ()


def _stack(boxes: Sequence[Box]) -> Stack:
    placed = []
    height = 0.0
    for box in boxes:
        placed.append((height, box))
        height += box.height
    return Stack(tuple(placed), height)
