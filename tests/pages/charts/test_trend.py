"""Trends: a line of the height of a text line."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from rapportage.document import Point, Trend
from rapportage.document.drawing import Path
from rapportage.pages.charts import draw_trend
from rapportage.pages.fonts import source_sans

VALUES = st.lists(st.one_of(st.none(), st.integers(-1000, 10_000_000)), min_size=1, max_size=60)


def drawn(values: list[int | None], *, provisional: bool = False) -> list[Path]:
    points = tuple(None if each is None else Point(Decimal(each), str(each), provisional) for each in values)
    drawing = draw_trend(Trend("t", points, ""), 56, 12, source_sans(), "#154273")
    return [item for item in drawing.items if isinstance(item, Path)]


@settings(max_examples=100, deadline=None)
@given(VALUES)
def test_nothing_leaves_the_drawing(values: list[int | None]) -> None:
    assert drawn(values)
    for path in drawn(values):
        for _, operands in path.commands:
            assert all(-0.01 <= x <= 56.01 for x in operands[::2])
            assert all(-0.01 <= y <= 12.01 for y in operands[1::2])


def test_a_gap_parts_the_line_and_a_lone_point_is_a_dot() -> None:
    assert len(drawn([1, 2, 3])) == 3  # zero line, line, dot
    assert len(drawn([1, 2, None, 3, 4])) == 4
    assert len(drawn([None, 3, None])) == 3
    assert len(drawn([None])) == 1


def test_what_is_provisional_is_dashed() -> None:
    assert [bool(path.dash) for path in drawn([1, 2], provisional=True)] == [False, True, False]
