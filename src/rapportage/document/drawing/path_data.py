"""The outline of a path as SVG writes it: point by point, or in as few characters as show the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rapportage.document.drawing.display_list import Command

MANY = 100
"""From so many points on it is worth the while to look for a grid."""
SMALLEST = 0.5
"""Of the steps of a grid, in points: every outline that was rounded is on a finer one."""
NEAR = 0.001
"""How near to a whole number of steps every point of a grid is: what arithmetic leaves."""


def path_data(commands: Sequence[Command], height: float, digits: int) -> str:
    """Every point where it is, with so many digits; in SVG y runs down from `height`."""
    return "".join(
        letter + " ".join(number(each, digits) for each in _downwards(operands, height))
        for letter, operands in _one_by_one(commands)
    )


def compact_data(commands: Sequence[Command], height: float, digits: int) -> str:
    """The same outline from step to step, as short as that can be said (SVG 1.1, 8.3).

    Steps are counted in the last digit from where the pen was put, so that what is rounded away never adds up.
    """
    return "".join(_steps(commands, height, digits))


def grid_data(commands: Sequence[Command], height: float) -> tuple[str, str] | None:
    """Of an outline of many points on one grid, such as a code of squares: what brings a grid of whole numbers there,
    and the outline in steps over that. None of any other.
    """
    if any(letter == "C" for letter, _ in commands):
        return None
    single = list(_one_by_one(commands))
    points = [(operands[0], height - operands[1]) for _, operands in single if operands]
    if len(points) < MANY:
        return None
    steps = [abs(one - other) for begin, end in pairwise(points) for one, other in zip(begin, end, strict=True)]
    left, top = points[0]
    size = min((step for step in steps if step > NEAR), default=0.0)
    if size < SMALLEST or not all(_is_whole((x - left) / size) and _is_whole((y - top) / size) for x, y in points):
        return None
    placed = [
        (letter, ((operands[0] - left) / size, (height - operands[1] - top) / -size) if operands else ())
        for letter, operands in single
    ]
    return f"translate({number(left, 3)} {number(top, 3)})scale({number(size, 5)})", compact_data(placed, 0.0, 0)


def _is_whole(value: float) -> bool:
    return abs(value - round(value)) < NEAR


def number(value: float, digits: int = 2) -> str:
    return f"{value:.{digits}f}".rstrip("0").rstrip(".") or "0"


def _one_by_one(commands: Iterable[Command]) -> Iterator[Command]:
    """The same with a line to each place."""
    for letter, operands in commands:
        if letter == "L":
            yield from (("L", operands[at : at + 2]) for at in range(0, len(operands), 2))
        else:
            yield letter, operands


def _downwards(operands: Sequence[float], height: float) -> Iterator[float]:
    return (height - each if place % 2 else each for place, each in enumerate(operands))


def _steps(commands: Sequence[Command], height: float, digits: int) -> Iterator[str]:
    x = y = begin_x = begin_y = 0
    last = ""
    for letter, operands in _one_by_one(commands):
        if letter == "Z":
            x, y, last = begin_x, begin_y, ""
            yield "Z"
            continue
        ends = [round(each * 10**digits) for each in _downwards(operands, height)]
        if letter == "M":
            begin_x, begin_y = ends
            shape = "M"
            yield min(f"M{_told(ends, digits)}", f"m{_told([begin_x - x, begin_y - y], digits)}", key=len)
        else:
            step = [each - (y if place % 2 else x) for place, each in enumerate(ends)]
            shape = letter.lower()
            if shape == "l" and 0 in step:
                shape, step = ("v", step[1:]) if step[0] == 0 else ("h", step[:1])
            yield _joined(shape if shape != last else "", _told(step, digits))
        x, y = ends[-2:]
        last = shape


def _joined(letter: str, told: str) -> str:
    """The same command again needs no letter, but what keeps its numbers apart from those before."""
    return letter + told if letter or told.startswith("-") else f" {told}"


def _told(steps: Sequence[int], digits: int) -> str:
    """The numbers with a space between them, where no minus parts them."""
    words = [_short(step, digits) for step in steps]
    return "".join(word if not place or word.startswith("-") else f" {word}" for place, word in enumerate(words))


def _short(step: int, digits: int) -> str:
    """A number of so many digits behind the point, without the noughts that say nothing: '-.5'."""
    whole, part = divmod(abs(step), 10**digits)
    fraction = f"{part:0{digits}d}".rstrip("0") if digits else ""
    shown = f"{whole or ''}.{fraction}" if fraction else f"{whole}"
    return f"-{shown}" if step < 0 and step else shown
