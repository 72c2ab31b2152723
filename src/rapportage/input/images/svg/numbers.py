"""Numbers, lengths and transformations as SVG writes them (SVG 1.1, 4.2 and 7.6)."""

from __future__ import annotations

import re
from math import cos, isfinite, radians, sin, sqrt, tan
from typing import Literal

from msgspec import Struct

from rapportage.document.drawing import Matrix
from rapportage.document.drawing.matrices import IDENTITY, product

Axis = Literal["x", "y", "both"]
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
_RELATIVE = re.compile(rf"({_NUMBER})(%|em|rem|ex|ch)")
EM = 16.0
"""In pixels: the size of letters where the file gives none, as browsers have it."""
_OF_LETTERS = {"em": 1.0, "ex": 0.5, "ch": 0.5}
_UNITS = {None: 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0,
          "Q": 96 / 101.6}  # fmt: skip
_CSS_UNIT = re.compile(r"([0-9.])(?:px|deg)\b")
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


class Room(Struct, frozen=True):
    """What lengths may be parts of: the viewport around an element, and the size of its letters."""

    width: float
    height: float
    em: float = EM

    def length(self, text: str, axis: Axis = "both") -> float:
        """In user units; a percentage is of the width, the height, or what is between (SVG 1.1, 7.10)."""
        found = _RELATIVE.fullmatch(text.strip())
        if found is None:
            return length(text)
        if found[2] != "%":
            return number(found[1]) * (EM if found[2] == "rem" else self.em * _OF_LETTERS[found[2]])
        whole = {"x": self.width, "y": self.height, "both": sqrt((self.width**2 + self.height**2) / 2)}[axis]
        return number(found[1]) / 100 * whole


def part(text: str) -> float:
    """A number or a percentage, where 1 is the whole."""
    text = text.strip()
    return number(text[:-1]) / 100 if text.endswith("%") else number(text)


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
        made = product(made, _function(found[1], _arguments(found[2])))
        place = found.end()
    raise TooMuch


def _arguments(text: str) -> list[float]:
    """Also as a style sheet writes them: 'translate(10px, 5px)', 'rotate(30deg)'."""
    return numbers(_CSS_UNIT.sub(r"\1", text))


def _function(name: str, values: list[float]) -> Matrix:
    match name, values:
        case "matrix", [a, b, c, d, e, f]:
            return (a, b, c, d, e, f)
        case "translate", [x]:
            return (1, 0, 0, 1, x, 0)
        case "translate", [x, y]:
            return (1, 0, 0, 1, x, y)
        case "translateX", [x]:
            return (1, 0, 0, 1, x, 0)
        case "translateY", [y]:
            return (1, 0, 0, 1, 0, y)
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


def keeps_shape(matrix: Matrix) -> bool:
    """Whether it stretches all directions alike, so that a line stays as wide everywhere."""
    a, b, c, d, _, _ = matrix
    size = a * a + b * b + c * c + d * d
    return abs(a * c + b * d) <= 0.01 * size and abs(a * a + b * b - c * c - d * d) <= 0.01 * size
