"""The data of paths as lines and curves (SVG 1.1, 8.3 and appendix F.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import atan2, ceil, cos, degrees, pi, radians, sin, sqrt, tan

from rapportage.document.drawing import Command
from rapportage.input.images.svg.numbers import NUMBER, TooMuch, Unreadable, number

_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_SPACE = re.compile(r"[\s,]*")
_FLAG = re.compile("[01]")
_FLAGS = (3, 4)
"""The places of the two flags of an arc, each one digit that need not be separated from the next."""
MOST_COMMANDS = 200_000
"""In one drawing."""
Point = tuple[float, float]


def path_commands(data: str) -> list[Command]:
    """The commands M, L, C and Z, in absolute points, that draw the path."""
    pen = _Pen()
    for letter, values in _parsed(data):
        if not pen.commands and letter not in "Mm":
            raise Unreadable
        pen.draw(letter.upper(), values, is_relative=letter.islower())
        if len(pen.commands) > MOST_COMMANDS:
            raise TooMuch
    return pen.commands


def _parsed(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with as many numbers as it takes; one that is repeated may be written once."""
    place, letter = _past_space(data, 0), ""
    while place < len(data):
        if data[place].upper() in _COUNTS:
            letter = data[place]
            place += 1
        elif letter in ("", "Z", "z"):
            raise Unreadable
        values = []
        for index in range(_COUNTS[letter.upper()]):
            place = _past_space(data, place)
            found = (_FLAG if letter in "Aa" and index in _FLAGS else NUMBER).match(data, place)
            if found is None:
                raise Unreadable
            values.append(number(found[0]))
            place = found.end()
        yield letter, values
        letter = {"M": "L", "m": "l"}.get(letter, letter)
        place = _past_space(data, place)


def _past_space(data: str, place: int) -> int:
    found = _SPACE.match(data, place)
    return found.end() if found else place


class _Pen:
    """Where the path is, and what it turned on last: smooth curves go on from that."""

    def __init__(self) -> None:
        self.commands: list[Command] = []
        self._at: Point = (0.0, 0.0)
        self._start: Point = (0.0, 0.0)
        self._cubic: Point | None = None
        self._quadratic: Point | None = None

    def draw(self, letter: str, values: list[float], *, is_relative: bool) -> None:
        x, y = self._at if is_relative else (0.0, 0.0)
        if letter == "H":
            letter, values, y = "L", [values[0], self._at[1]], 0.0
        elif letter == "V":
            letter, values, x = "L", [self._at[0], values[0]], 0.0
        if letter == "A":
            self._arc(values[:5], (values[5] + x, values[6] + y))
            self._cubic = self._quadratic = None
            return
        points = [(values[place] + x, values[place + 1] + y) for place in range(0, len(values), 2)]
        cubic, quadratic = self._cubic, self._quadratic
        self._cubic = self._quadratic = None
        match letter, points:
            case "M", [point]:
                self._add("M", point)
                self._start = point
            case "L", [point]:
                self._add("L", point)
            case "C", [first, second, point]:
                self._curve(first, second, point)
            case "S", [second, point]:
                self._curve(self._mirrored(cubic), second, point)
            case "Q", [control, point]:
                self._quadratic_curve(control, point)
            case "T", [point]:
                self._quadratic_curve(self._mirrored(quadratic), point)
            case "Z", []:
                self.commands.append(("Z", ()))
                self._at = self._start

    def _add(self, letter: str, point: Point) -> None:
        if letter != "M" and self.commands[-1][0] == "Z":  # what follows a closed part begins where that began
            self.commands.append(("M", self._start))
        self.commands.append((letter, point))
        self._at = point

    def _mirrored(self, control: Point | None) -> Point:
        x, y = self._at
        return (x, y) if control is None else (2 * x - control[0], 2 * y - control[1])

    def _curve(self, first: Point, second: Point, point: Point) -> None:
        if self.commands[-1][0] == "Z":
            self.commands.append(("M", self._start))
        self.commands.append(("C", (*first, *second, *point)))
        self._at, self._cubic = point, second

    def _quadratic_curve(self, control: Point, point: Point) -> None:
        """As a curve of the third degree: two thirds of the way to its one control point."""
        x, y = self._at
        first = (x + (control[0] - x) * 2 / 3, y + (control[1] - y) * 2 / 3)
        second = (point[0] + (control[0] - point[0]) * 2 / 3, point[1] + (control[1] - point[1]) * 2 / 3)
        self._curve(first, second, point)
        self._cubic, self._quadratic = None, control

    def _arc(self, values: list[float], end: Point) -> None:
        start = self._at
        rx, ry = abs(values[0]), abs(values[1])
        if start == end:
            return
        if not rx or not ry:
            self._add("L", end)
            return
        for curve in arc_curves(start, rx, ry, values[2], bool(values[3]), bool(values[4]), end):
            self._curve(curve[0], curve[1], curve[2])


def arc_curves(
    start: Point, rx: float, ry: float, angle: float, is_large: bool, is_clockwise: bool, end: Point
) -> Iterator[tuple[Point, Point, Point]]:
    """An arc of an ellipse as curves of at most a quarter (SVG 1.1, F.6.5 and F.6.6)."""
    cosine, sine = cos(radians(angle)), sin(radians(angle))
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cosine * dx + sine * dy, cosine * dy - sine * dx
    excess = (x / rx) ** 2 + (y / ry) ** 2
    if excess > 1:
        rx, ry = rx * sqrt(excess), ry * sqrt(excess)
    # The centre, first in the turned axes of the ellipse; in the middle when the ellipse only just reaches both ends.
    off_centre = (rx * y) ** 2 + (ry * x) ** 2
    factor = sqrt(max(0.0, ((rx * ry) ** 2 - off_centre) / off_centre)) * (-1 if is_large == is_clockwise else 1)
    cx, cy = factor * rx * y / ry, -factor * ry * x / rx
    centre = (cosine * cx - sine * cy + (start[0] + end[0]) / 2, sine * cx + cosine * cy + (start[1] + end[1]) / 2)
    first = atan2((y - cy) / ry, (x - cx) / rx)
    turn = atan2((-y - cy) / ry, (-x - cx) / rx) - first
    if is_clockwise and turn < 0:
        turn += 2 * pi
    elif not is_clockwise and turn > 0:
        turn -= 2 * pi
    parts = max(1, ceil(abs(degrees(turn)) / 90 - 1e-9))
    step = turn / parts
    reach = 4 / 3 * tan(step / 4)

    def placed(u: float, v: float) -> Point:
        return centre[0] + cosine * rx * u - sine * ry * v, centre[1] + sine * rx * u + cosine * ry * v

    for part in range(parts):
        one, other = first + part * step, first + (part + 1) * step
        last = end if part == parts - 1 else placed(cos(other), sin(other))
        yield (
            placed(cos(one) - reach * sin(one), sin(one) + reach * cos(one)),
            placed(cos(other) + reach * sin(other), sin(other) - reach * cos(other)),
            last,
        )
