"""Paths in few characters: read back, every point is where it was, to the last digit."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.document.drawing.path_data import compact_data, grid_data, path_data

HEIGHT = 100.0
PLACE = st.floats(-500, 500, allow_nan=False)
POINT = st.tuples(PLACE, PLACE)
STEP = st.one_of(
    st.tuples(st.just("L"), POINT),
    st.tuples(st.just("L"), st.tuples(st.just(10.0), PLACE)),
    st.tuples(st.just("C"), st.tuples(PLACE, PLACE, PLACE, PLACE, PLACE, PLACE)),
    st.tuples(st.just("M"), POINT),
    st.just(("Z", ())),
)


def points(data: str) -> list[tuple[float, float]]:
    """Where a browser's pen goes (SVG 1.1, 8.3)."""
    x = y = begin_x = begin_y = 0.0
    found = []
    for letter, told in re.findall(r"([MLHVCZmlhvcz])([^MLHVCZmlhvcz]*)", data):
        numbers = [float(each) for each in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", told)]
        size = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Z": 0}[letter.upper()]
        if not size:
            x, y = begin_x, begin_y
            continue
        for start in range(0, len(numbers), size):
            each, is_step = numbers[start : start + size], letter.islower()
            if letter.upper() == "H":
                x = each[0] + (x if is_step else 0)
            elif letter.upper() == "V":
                y = each[0] + (y if is_step else 0)
            else:
                places = [
                    (each[at] + (x if is_step else 0), each[at + 1] + (y if is_step else 0)) for at in range(0, size, 2)
                ]
                found += places[:-1]
                x, y = places[-1]
            if letter.upper() == "M":
                begin_x, begin_y = x, y
            found.append((x, y))
    return found


@given(st.lists(STEP, max_size=12), POINT)
def test_every_point_is_where_it_was(steps: list[tuple[str, tuple[float, ...]]], start: tuple[float, float]) -> None:
    commands = [("M", start), *steps]
    there = [(operands[at], HEIGHT - operands[at + 1]) for _, operands in commands for at in range(0, len(operands), 2)]
    for data, digits in ((path_data(commands, HEIGHT, 2), 2), (compact_data(commands, HEIGHT, 1), 1)):
        found = points(data)
        assert len(found) == len(there)
        for one, other in zip(found, there, strict=True):
            assert one == pytest.approx(other, abs=0.5001 * 10**-digits)


def test_it_is_short() -> None:
    bar = [("M", (38.04, 85.5)), ("L", (450.04, 85.5)), ("L", (450.04, 95.5)), ("L", (38.04, 95.5)), ("Z", ())]
    assert compact_data(bar, HEIGHT, 1) == "M38 14.5h412v-10h-412Z"
    line = [("M", (0.0, 100.0)), ("L", (0.5, 99.5)), ("L", (1.0, 100.5)), ("L", (2.0, 100.25))]
    assert compact_data(line, HEIGHT, 1) == "M0 0l.5 .5 .5-1 1 .3"


def square(left: float, low: float, size: float) -> list[tuple[str, tuple[float, ...]]]:
    right, high = left + size, low + size
    return [("M", (left, low)), ("L", (right, low)), ("L", (right, high)), ("L", (left, high)), ("Z", ())]


def test_squares_on_a_grid_are_said_in_steps_of_it() -> None:
    module = 1.4173
    places = [(2 * column * module, row * module) for row in range(6) for column in range(6)]
    code = [each for left, low in places for each in square(left, low, module)]
    found = grid_data(code, HEIGHT)
    assert found is not None
    place, data = found
    assert place == "translate(0 100)scale(1.4173)"
    assert data.startswith("M0 0h1v-1h-1ZM2 0h1v-1h-1Z")
    there = [(operands[0], HEIGHT - operands[1]) for _, operands in code if operands]
    for (x, y), other in zip(points(data), there, strict=True):
        assert (x * module, 100 + y * module) == pytest.approx(other, abs=0.001)
    assert grid_data(code[:40], HEIGHT) is None
    assert grid_data([*code, *square(0.5, 0.2, 1.1)], HEIGHT) is None
    assert grid_data([*code, ("C", (0.0, 0.0, 0.0, 0.0, 0.0, 0.0))], HEIGHT) is None
