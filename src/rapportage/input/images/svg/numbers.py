"""Numbers, lengths and transformations as SVG writes them (SVG 1.1, 4.2 and 7.6)."""

from __future__ import annotations

import re
from math import cos, isfinite, radians, sin, tan

Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f: x' = a x + c y + e, y' = b x + d y + f."""
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
LARGEST, SMALLEST = 1e6, 1e-9
"""What is outside these is no drawing: too large is a fault, and too small is nothing."""
MOST_NUMBERS = 400_000
"""In one list."""
MOST_STEPS = 100
"""In one transformation."""
# A quantifier never follows one for the same characters: else a long text that fails is tried in every way of sharing.
_NUMBER = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?"
NUMBER = re.compile(_NUMBER)
_LENGTH = re.compile(rf"({_NUMBER})(px|pt|pc|mm|cm|in|Q)?")
_UNITS = {None: 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0,
          "Q": 96 / 101.6}  # fmt: skip
_FUNCTION = re.compile(r"([a-zA-Z]+)\s*\(([^()]*)\)\s*(?:,\s*)?")


class Unreadable(ValueError):
    """A value that is not what it should be."""


class TooMuch(ValueError):
    """A value that may be right, but is longer than any honest drawing needs."""


def number(text: str) -> float:
    found = NUMBER.fullmatch(text.strip())
    value = float(text) if found else None
    if value is None or not isfinite(value) or abs(value) > LARGEST:
        raise Unreadable
    return value if abs(value) >= SMALLEST else 0.0


def numbers(text: str) -> list[float]:
    """Numbers with white space, a comma or nothing between them."""
    found = NUMBER.findall(text)
    if len(found) > MOST_NUMBERS:
        raise TooMuch
    if re.sub(r"[\s,]+", "", NUMBER.sub("", text)):
        raise Unreadable
    return [number(each) for each in found]


def length(text: str) -> float:
    """In user units: pixels of which 96 go in an inch."""
    found = _LENGTH.fullmatch(text.strip())
    if not found:
        raise Unreadable
    return number(found[1]) * _UNITS[found[2]]


def transformation(text: str) -> Matrix:
    """'translate(10 20) scale(2)' as one matrix."""
    text = text.strip()
    made, place = IDENTITY, 0
    for _ in range(MOST_STEPS + 1):
        if place == len(text):
            return made
        found = _FUNCTION.match(text, place)
        if found is None:
            raise Unreadable
        made = product(made, _function(found[1], numbers(found[2])))
        place = found.end()
    raise TooMuch


def _function(name: str, values: list[float]) -> Matrix:
    match name, values:
        case "matrix", [a, b, c, d, e, f]:
            return (a, b, c, d, e, f)
        case "translate", [x]:
            return (1, 0, 0, 1, x, 0)
        case "translate", [x, y]:
            return (1, 0, 0, 1, x, y)
        case "scale", [both]:
            return (both, 0, 0, both, 0, 0)
        case "scale", [x, y]:
            return (x, 0, 0, y, 0, 0)
        case "rotate", [angle]:
            cosine, sine = cos(radians(angle)), sin(radians(angle))
            return (cosine, sine, -sine, cosine, 0, 0)
        case "rotate", [angle, x, y]:
            there = product((1, 0, 0, 1, x, y), _function("rotate", [angle]))
            return product(there, (1, 0, 0, 1, -x, -y))
        case "skewX", [angle]:
            return (1, 0, tan(radians(angle)), 1, 0, 0)
        case "skewY", [angle]:
            return (1, tan(radians(angle)), 0, 1, 0, 0)
    raise Unreadable


def product(outer: Matrix, inner: Matrix) -> Matrix:
    """First `inner`, then `outer`."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f)


def applied(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def keeps_shape(matrix: Matrix) -> bool:
    """Whether it stretches all directions alike, so that a line stays as wide everywhere."""
    a, b, c, d, _, _ = matrix
    size = a * a + b * b + c * c + d * d
    return abs(a * c + b * d) <= 0.01 * size and abs(a * a + b * b - c * c - d * d) <= 0.01 * size
