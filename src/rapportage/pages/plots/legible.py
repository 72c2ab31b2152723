"""Whether all that is written in a chart of the user's own can be read: none of our own kinds needs to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from rapportage.document.drawing import Drawing, TextRun, texts
from rapportage.pages.fonts import Family
from rapportage.pages.plots.letters import measured

SMALLEST = 6.0
"""In points."""
SLACK = 0.5
"""Boxes that touch by so much are not over one another."""
MOST_TEXTS = 1_000
_SHIFTS = {"start": 0.0, "middle": 0.5, "end": 1.0}
_Box = tuple[float, float, float, float]


def outside(drawing: Drawing, family: Family) -> str | None:
    """The first text that is not wholly within the drawing, and so may leave the page."""
    boxes = ((run.text, _box(run, family)) for run in _written(drawing))
    return next((text for text, box in boxes if box and not _is_within(box, drawing)), None)


def unreadable(drawing: Drawing, family: Family) -> Iterator[str]:
    """What can't be read, in Dutch, one of each kind."""
    runs = _written(drawing)
    small = [run for run in runs if run.size < SMALLEST]
    if small:
        yield f"'{small[0].text}' is {small[0].size:g} punten groot, en {SMALLEST:g} is het minste"
    boxes = [(run, box) for run in runs[:MOST_TEXTS] if (box := _box(run, family))]
    over = list(_over_one_another(boxes))
    if over:
        more = f", en {len(over) - 1} keer meer" if len(over) > 1 else ""
        yield f"'{over[0][0].text}' en '{over[0][1].text}' staan over elkaar{more}"


def _over_one_another(boxes: Sequence[tuple[TextRun, _Box]]) -> Iterator[tuple[TextRun, TextRun]]:
    """Pairs in the order of the drawing; each box is held only against those that begin before it ends, from below."""
    ordered = sorted(range(len(boxes)), key=lambda place: boxes[place][1][1])
    found = []
    for number, place in enumerate(ordered):
        box = boxes[place][1]
        for other in islice(ordered, number + 1, None):
            if boxes[other][1][1] > box[3] - SLACK:
                break
            if _meet(box, boxes[other][1]):
                found.append((min(place, other), max(place, other)))
    return ((boxes[one][0], boxes[other][0]) for one, other in sorted(found))


def _written(drawing: Drawing) -> list[TextRun]:
    return [run for run in texts(drawing) if run.text.strip()]


def _box(run: TextRun, family: Family) -> _Box | None:
    """The rectangle of a text that is level or upright; None for a slanted one."""
    wide, high, below = measured(family, run.role, run.text, run.size)
    left = -wide * _SHIFTS[run.anchor]
    if run.angle % 360 == 0:
        return run.x + left, run.y - below, run.x + left + wide, run.y - below + high
    if run.angle % 360 == 90:
        return run.x + below - high, run.y + left, run.x + below, run.y + left + wide
    return None


def _is_within(box: _Box, drawing: Drawing) -> bool:
    left, bottom, right, top = box
    return left >= -SLACK and bottom >= -SLACK and right <= drawing.width + SLACK and top <= drawing.height + SLACK


def _meet(one: _Box, other: _Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    return across > SLACK and min(one[3], other[3]) - max(one[1], other[1]) > SLACK
