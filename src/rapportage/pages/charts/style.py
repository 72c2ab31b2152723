"""Sizes, weights and colours that all charts share, and how series differ by more than colour."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.document import Chart
from rapportage.document.characters import is_within_number, words
from rapportage.document.chart_kinds import Colours
from rapportage.document.drawing import FontRole, contrast
from rapportage.pages.charts.canvas import WHITE, Canvas

TEXT = "#1a1a1a"
MUTED = "#535353"
GRID = "#cccccc"
AXIS = "#767676"
"""4.5:1 on white."""
QUIET = "#949494"
"""3:1 on white: seen, and no more. Of the one part of a whole that takes others together, which is not hatched."""
NEAR = 36
"""A colour differs less than so much in red, in green and in blue from one that it looks like."""
SIZE = 8.5
LEADING = 11.0
GAP = 5.0
CLEARANCE = 10.0
"""Between the top of a plot and the baseline of the row above it."""
LINE = 1.8
PROVISIONAL = (2.5, 1.8)
"""The dash of whatever is provisional, and of nothing else."""
BREAK = (3.0, 2.0)
MARKERS = ("circle", "square", "triangle", "diamond", "inverted", "cross")
MARKER = 2.6
HATCHES = ((), (45,), (135,), (0,), (90,), (45, 135))
"""Of the fills of a first, second … series: these mean the same as their colours."""
HATCHED = 3.0
"""How wide a bar is at least that is hatched: on a narrower one a hatching looks like dashes."""
REVISED = 6.5
"""The size of the mark at a figure that was revised."""
READABLE = 4.5
"""The least contrast of text (WCAG 2.2, 1.4.3)."""


def colour_of(colours: Sequence[str], place: int) -> str:
    return colours[place % len(colours)]


def colours_needed(chart: Chart, colours: Sequence[str]) -> int:
    """How many of the colours of the house style the chart takes, so that no two of its series or parts share one."""
    match chart.kind.colours:
        case Colours.ONE:
            return 1
        case Colours.PARTS:
            grey = grey_part(chart, colours)
            return max((place + 1 for place in range(len(chart.categories)) if place != grey), default=0)
        case _:
            return len([series for series in chart.series if series.role != "faint"])


def series_colour(chart: Chart, place: int, colours: Sequence[str]) -> str:
    """The colour of a series; what is shown only to compare with is grey, and takes no colour from the others."""
    if chart.kind.colours is Colours.ONE:
        return colours[0]
    if chart.series[place].role == "faint":
        return AXIS
    return colour_of(colours, len([each for each in chart.series[:place] if each.role != "faint"]))


def grey_part(chart: Chart, colours: Sequence[str]) -> int | None:
    """The place of the part of a whole that is grey: the last that takes others together, as what is left is.

    None where another part has about that grey from the house style: the two would look the same.
    """
    rests = [place for place, each in enumerate(chart.categories) if each.is_rest]
    if not rests:
        return None
    others = (colour_of(colours, place) for place in range(len(chart.categories)) if place != rests[-1])
    return None if any(looks_like(each, QUIET) for each in others) else rests[-1]


def part_colours(chart: Chart, colours: Sequence[str]) -> list[str]:
    """A colour for each part of a whole, of which one may be grey."""
    grey = grey_part(chart, colours)
    return [QUIET if place == grey else colour_of(colours, place) for place in range(len(chart.categories))]


def looks_like(one: str, other: str) -> bool:
    """Whether two colours may be taken for each other."""
    return all(abs(a - b) < NEAR for a, b in zip(channels(one), channels(other), strict=True))


def channels(colour: str) -> tuple[int, ...]:
    """Red, green and blue of '#rrggbb', each from 0 to 255."""
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def text_colour(colour: str) -> str:
    """The colour of a series for its name: darkened until it can be read on white."""
    part = 1.0
    dark = colour
    while contrast(dark, WHITE) < READABLE:
        part -= 0.04
        dark = mixed(colour, "#000000", part)
    return dark


def tint(colour: str) -> str:
    """A light fill of the same hue, for what is provisional."""
    return mixed(colour, WHITE, 0.25)


def mixed(one: str, other: str, part: float) -> str:
    """So much of the first colour in the second."""
    pairs = zip(channels(one), channels(other), strict=True)
    return "#" + "".join(f"{round(a * part + b * (1 - part)):02x}" for a, b in pairs)


Shape = tuple[float, float, float, float]
"""Left, bottom, width and height."""


def block(
    canvas: Canvas,
    shape: Shape,
    place: int,
    colours: Sequence[str],
    *,
    provisional: bool = False,
    is_hatched: bool = True,
) -> None:
    """A filled bar of the series at `place`, hatched as that is; a provisional one is light with a dashed edge."""
    left, bottom, width, height = shape
    colour = colour_of(colours, place)
    if provisional and min(width, height) > 1:
        canvas.rectangle(left + 0.4, bottom + 0.4, width - 0.8, height - 0.8, tint(colour), colour, PROVISIONAL)
    else:
        hatch = HATCHES[place % len(HATCHES)] if is_hatched and width >= HATCHED else ()
        canvas.rectangle(left, bottom, width, height, colour, hatch=hatch)


def revision_mark(canvas: Canvas, x: float, y: float, mark: str, *, on_fill: bool = False) -> None:
    """The mark of the note on a revision beside the point (x, y), on the first side that has room.

    On a fill, which may be dark or hatched, it has a white ground.
    """
    sides = ((0.0, 4.0), (0.0, -4.0 - REVISED), (5.0, -2.0), (-5.0, -2.0))
    any(canvas.text(x + dx, y + dy, mark, REVISED, MUTED, anchor="middle", clear=on_fill) for dx, dy in sides if mark)


def raised_mark(canvas: Canvas, end: float, base: float, mark: str) -> bool:
    """The same as a raised letter behind a figure that ends at `end`, where there is room."""
    return bool(mark) and canvas.text(end + 1, base + SIZE * 0.35, mark, REVISED, MUTED)


def marker(canvas: Canvas, x: float, y: float, place: int, colour: str, *, hollow: bool = False) -> None:
    """The sign of a series at a point: its shape means the same as its colour; hollow where it is provisional."""
    r = MARKER
    shapes = {
        "circle": _OCTAGON,
        "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
        "triangle": ((-1.1, -0.9), (1.1, -0.9), (0, 1.2)),
        "diamond": ((-1.25, 0), (0, -1.25), (1.25, 0), (0, 1.25)),
        "inverted": ((-1.1, 0.9), (1.1, 0.9), (0, -1.2)),
        "cross": _CROSS,
    }
    corners = [(x + dx * r, y + dy * r) for dx, dy in shapes[MARKERS[place % len(MARKERS)]]]
    canvas.polygon(corners, WHITE if hollow else colour, colour if hollow else WHITE, 1.0 if hollow else 0.6)


_OCTAGON = ((1, 0), (0.71, 0.71), (0, 1), (-0.71, 0.71), (-1, 0), (-0.71, -0.71), (0, -1), (0.71, -0.71))
_CROSS = tuple(
    (dx * sx, dy * sy)
    for sx, sy, arms in (
        (1, 1, ((1.2, 0.4), (0.4, 0.4), (0.4, 1.2))),
        (-1, 1, ((0.4, 1.2), (0.4, 0.4), (1.2, 0.4))),
        (-1, -1, ((1.2, 0.4), (0.4, 0.4), (0.4, 1.2))),
        (1, -1, ((0.4, 1.2), (0.4, 0.4), (1.2, 0.4))),
    )
    for dx, dy in arms
)


def wrapped(text: str, width: float, canvas: Canvas, *, role: FontRole = "regular", most: int = 3) -> list[str]:
    """`text` in at most so many lines of `width` points; what is over is cut with '…'."""
    lines: list[str] = []
    for word in words(text):
        candidate = f"{lines[-1]} {word}" if lines else word
        if lines and canvas.text_width(candidate, SIZE, role) <= width:
            lines[-1] = candidate
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [cut(line, width, canvas, role) for line in lines]


def cut(text: str, width: float, canvas: Canvas, role: FontRole = "regular") -> str:
    """`text`, or as much of it as fits in `width` points, with '…': of a number all or nothing."""
    if canvas.text_width(text, SIZE, role) <= width:
        return text
    text = " ".join(words(text))
    end = len(text) - 1
    while end > 0 and (is_within_number(text, end) or canvas.text_width(text[:end] + "…", SIZE, role) > width):
        end -= 1
    return text[: max(end, 0)].rstrip() + "…"
