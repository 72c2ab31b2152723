"""Where things of a chart come: scales, stacks and the stretches of a line."""

from __future__ import annotations

from decimal import Decimal

from rapportage.document import Point
from rapportage.pages.charts.scale import scale
from rapportage.pages.charts.stacks import stacked
from rapportage.pages.charts.stretches import by_status


def point(value: int, *, provisional: bool = False) -> Point:
    return Point(Decimal(value), str(value), provisional)


def test_counts_have_whole_ticks() -> None:
    assert scale([Decimal(11)], 0, 100).ticks == (0, 5, 10, 15)
    assert scale([Decimal("11.5")], 0, 100).ticks == (0, 2.5, 5, 7.5, 10, 12.5)


def test_what_is_below_zero_is_stacked_downwards() -> None:
    layers = stacked([[point(-3)], [point(5)], [point(-2)]])
    assert [(part.low, part.high) for layer in layers for part in layer if part] == [(-3, 0), (0, 5), (-5, -3)]


def test_a_line_from_and_to_what_is_provisional_is() -> None:
    first, second, third = point(1, provisional=True), point(2), point(3)
    assert list(by_status([(0, first), (1, second), (2, third)])) == [
        (True, [(0, first), (1, second)]),
        (False, [(1, second), (2, third)]),
    ]
