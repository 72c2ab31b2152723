"""Which line, place and figure of a build is other than in the one before."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rapportage.preview.changes import changed, edits, focus, nearest
from rapportage.preview.messages import Edit
from rapportage.preview.places import Input, Place

LAYOUT, DATA = "layouts/x.yaml", "data/y.yaml"
LINES = st.lists(st.sampled_from("abc"), max_size=8)


def figure(line: int, column: int, text: str, at: int = 1) -> Place:
    return Place(LAYOUT, line, column, text, "som", (Input("x", text, "bron", DATA, at, 1),))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(LINES, LINES, LINES, LINES)
@example(["a"], ["b"], ["b", "c"], ["a"])
def test_the_first_line_that_is_another(before: list[str], old: list[str], new: list[str], after: list[str]) -> None:
    one, other = "\n".join(before + old + after), "\n".join(before + new + after)
    found = edits({LAYOUT: one}, {LAYOUT: other})
    if one == other:
        assert found == ()
        return
    (edit,) = found
    first, second = one.split("\n"), other.split("\n")
    assert first[: edit.line - 1] == second[: edit.line - 1]
    assert first[edit.line - 1 : edit.line] != second[edit.line - 1 : edit.line]
    assert len(first) + edit.shift == len(second)


def test_a_file_that_was_not_there_is_no_edit() -> None:
    assert edits({}, {LAYOUT: "a"}) == ()
    assert edits({LAYOUT: "a"}, {}) == ()


@pytest.mark.parametrize(
    ("file", "line", "place"),
    [
        (LAYOUT, 1, None),  # nothing is at it or before it
        (LAYOUT, 3, 0),
        (LAYOUT, 4, 0),
        (LAYOUT, 5, 1),  # the block, and not the figure in it
        (LAYOUT, 99, 3),
        (DATA, 7, 2),
        (DATA, 8, 2),
        (DATA, 6, None),
        ("data/z.yaml", 7, None),
    ],
)
def test_the_nearest_place(file: str, line: int, place: int | None) -> None:
    places = [
        Place(LAYOUT, 3, 1, "kop"), Place(LAYOUT, 5, 1, "tekst"), figure(5, 9, "1", at=7), figure(6, 9, "2", at=9),
    ]  # fmt: skip
    assert nearest(file, line, places) == place
    assert focus([Edit("elsewhere", 1), Edit(file, line)], places) == place


def test_figures_that_show_something_else() -> None:
    before = [figure(5, 9, "1"), figure(5, 20, "2"), figure(5, 20, "3"), Place(LAYOUT, 6, 1, "a")]
    after = [figure(5, 9, "1"), figure(5, 20, "2"), figure(5, 20, "4"), Place(LAYOUT, 6, 1, "b"), figure(9, 1, "9")]
    assert changed(before, after) == (2,)


def test_figures_that_were_only_moved_did_not_change() -> None:
    """By a line above them that was added or removed, also where another is now where they were."""
    before = [figure(line, 9, str(line)) for line in range(5, 9)]
    after = [figure(5, 9, "5"), *(figure(line + 1, 9, str(line)) for line in range(6, 9))]
    moved = (Edit(LAYOUT, 6, 1),)
    assert changed(before, after, moved) == ()
    assert changed(after, before, (Edit(LAYOUT, 6, -1),)) == ()
    assert changed(before, [*after[:2], figure(8, 9, "77"), after[3]], moved) == (2,)
