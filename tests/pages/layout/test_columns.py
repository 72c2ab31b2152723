"""Widths of columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.pages.layout.columns import Need, column_widths


def test_natural_widths_are_stretched_to_what_is_wanted() -> None:
    assert column_widths([Need(0, 1, 20, 60), Need(1, 1, 10, 20)], 2, wanted=100, limit=200) == [70, 30]


def test_a_wide_column_gives_way() -> None:
    widths = column_widths([Need(0, 1, 20, 500), Need(1, 1, 10, 20)], 2, wanted=100, limit=200)
    assert widths is not None
    assert sum(widths) == pytest.approx(200)
    assert widths[1] >= 10


def test_a_head_over_two_columns_widens_both() -> None:
    widths = column_widths(
        [Need(0, 1, 10, 10), Need(1, 1, 10, 10), Need(0, 2, 60, 60)],
        2,
        wanted=0,
        limit=200,
    )
    assert widths == [30, 30]


def test_words_that_do_not_fit() -> None:
    assert column_widths([Need(0, 1, 150, 150), Need(1, 1, 60, 60)], 2, wanted=100, limit=200) is None


@given(st.lists(st.tuples(st.floats(1, 100), st.floats(0, 900)), min_size=1, max_size=6))
def test_widths_hold_the_least_and_stay_within_the_limit(
    columns: list[tuple[float, float]],
) -> None:
    needs = [Need(index, 1, least, least + more) for index, (least, more) in enumerate(columns)]
    widths = column_widths(needs, len(needs), wanted=300, limit=600)
    assert widths is not None
    assert sum(widths) <= 600.001
    assert all(width >= need.least - 0.001 for width, need in zip(widths, needs, strict=True))


def test_a_head_over_columns_asks_only_what_they_lack_by_themselves() -> None:
    """In whatever order cells come: a head comes before the figures below it."""
    needs = [Need(0, 2, 100, 100), Need(0, 1, 80, 80), Need(1, 1, 10, 10)]
    for order in (needs, needs[::-1]):
        assert column_widths(order, 2, 0, 500) == [85, 15]


def test_what_is_in_the_rows_has_room_before_the_heads() -> None:
    """A long first column and three heads: first the heads take more lines."""
    needs = [Need(0, 1, 40, 300, 300), *(Need(place, 1, 40, 200, 60) for place in (1, 2, 3))]
    assert column_widths(needs, 4, wanted=480, limit=480) == [300, 60, 60, 60]
    assert column_widths(needs, 4, wanted=900, limit=900) == [300, 200, 200, 200]
    narrow = column_widths(needs, 4, wanted=320, limit=320)
    assert narrow is not None
    assert sum(narrow) == pytest.approx(320)
    assert narrow[0] > 150
    wider = column_widths(needs, 4, wanted=690, limit=690)
    assert wider is not None
    assert wider == [300, 130, 130, 130]
