"""Paths that look alike are brought together, and every spot of the picture is painted as it was."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from rapportage.document.drawing.display_list import Clipped, Item, Path, Pixels, Raster, TextRun
from rapportage.document.drawing.gathering import FAR, box_of, gathered

SIZE = 24
PLACE = st.integers(0, SIZE - 6)
LENGTH = st.integers(1, 6)


def bar(left: float, low: float, width: float, height: float, fill: str | None, stroke: str | None = None) -> Path:
    right, high = left + width, low + height
    ends = (("M", (left, low)), ("L", (right, low)), ("L", (right, high)), ("L", (left, high)), ("Z", ()))
    return Path(ends, fill, stroke, width=0.5)


def line(left: float, low: float, length: float, stroke: str, opacity: float = 1.0) -> Path:
    return Path((("M", (left, low)), ("L", (left + length, low))), None, stroke, width=1.0, opacity=opacity)


BARS = st.builds(bar, PLACE, PLACE, LENGTH, LENGTH, st.sampled_from("ab"))
LINES = st.builds(line, PLACE, PLACE, LENGTH, st.sampled_from("cd"), st.sampled_from((1.0, 1.0, 0.5)))
SIDES = st.sampled_from(("start", "middle", "end"))
TEXTS = st.builds(TextRun, PLACE, PLACE, st.sampled_from(("1", "12")), st.just(2.0), anchor=SIDES)
ITEMS = st.lists(st.one_of(BARS, LINES, TEXTS), max_size=14)


def painted(items: Iterable[Item]) -> dict[tuple[int, int], tuple[object, ...]]:
    """Of a grid of spots all that is over one another there, from below; of one line what lies on itself is one."""
    found: dict[tuple[int, int], tuple[object, ...]] = {}
    for item in items:
        for spot in _spots(item):
            below = found.get(spot, ())
            look = (item.text, item.x, item.y) if isinstance(item, TextRun) else _colour(item)
            is_once = isinstance(item, Path) and item.opacity == 1 and below[-1:] == (look,)
            found[spot] = below if is_once else (*below, look)
    return found


def _colour(item: Item) -> object:
    return (item.fill, item.stroke, item.opacity) if isinstance(item, Path) else item


def _spots(item: Item) -> set[tuple[int, int]]:
    """Four in each unit: those that it covers."""
    if isinstance(item, TextRun):
        width = item.size * len(item.text) * 0.9
        left = item.x - {"start": 0, "middle": width / 2, "end": width}[item.anchor]
        return _within(left, item.y - 0.3 * item.size, left + width, item.y + item.size)
    assert isinstance(item, Path)
    room = item.width / 2 if item.stroke else 0
    parts = (_within(min(xs), min(ys) - room, max(xs), max(ys) + room) for xs, ys in _outlines(item))
    return {spot for part in parts for spot in part}


def _outlines(path: Path) -> list[tuple[list[float], list[float]]]:
    found: list[tuple[list[float], list[float]]] = []
    for letter, operands in path.commands:
        if letter == "M":
            found.append(([], []))
        if operands:
            found[-1][0].append(operands[0])
            found[-1][1].append(operands[1])
    return found


def _within(left: float, low: float, right: float, high: float) -> set[tuple[int, int]]:
    across, up = (range(round(begin * 2), round(end * 2)) for begin, end in ((left, right), (low, high)))
    return {(x, y) for x in across for y in up}


@given(ITEMS)
def test_every_spot_is_painted_as_it_was(items: list[Item]) -> None:
    made = gathered(items)
    assert painted(made) == painted(items)
    assert [each for each in made if isinstance(each, TextRun)] == [each for each in items if isinstance(each, TextRun)]
    assert len(made) <= len(items)


def test_what_looks_alike_becomes_one() -> None:
    parts = ((line(4.5, at, 9, "c"), TextRun(0, at, "1", 2.0), bar(20, at, 2, 3, "a")) for at in (0, 5, 10))
    ticks = [each for part in parts for each in part]
    lines, bars, *texts = gathered(ticks)
    assert isinstance(lines, Path)
    assert isinstance(bars, Path)
    assert [letter for letter, _ in lines.commands] == ["M", "L"] * 3
    assert [letter for letter, _ in bars.commands] == ["M", "L", "L", "L", "Z"] * 3
    assert [each.y for each in texts if isinstance(each, TextRun)] == [0, 5, 10]


def test_what_covers_something_stays_above_it() -> None:
    label = TextRun(0, 0, "273", 5.0)
    over = [bar(0, 0, 4, 4, "a"), label, bar(1, 1, 2, 2, "a")]
    assert gathered(over) == tuple(over)
    pixels = Pixels(Raster(1, 1, "grey", b"\0"), (9, 0, 0, 9, 0, 0))
    assert gathered([bar(0, 0, 4, 4, "a"), pixels, bar(9, 9, 2, 2, "a")])[1] == pixels


def test_lines_may_cross_in_one_path_and_shapes_may_not() -> None:
    """Where two outlines of one path run round otherwise, what is within both is not filled."""
    assert len(gathered([bar(0, 0, 4, 4, "a"), bar(2, 2, 4, 4, "a")])) == 2
    assert len(gathered([bar(0, 0, 4, 4, None, "c"), bar(2, 2, 4, 4, None, "c")])) == 1


def test_a_pointed_corner_takes_room() -> None:
    """Also where all places are in one command."""
    corner = Path((("M", (0.0, 0.0)), ("L", (9.0, 0.5, 0.0, 1.0))), None, "c", width=1.0)
    assert box_of(corner).right == 14


def test_within_what_is_cut_out_as_well() -> None:
    inner = (bar(0, 0, 2, 2, "a"), TextRun(9, 9, "1", 1.0), bar(4, 0, 2, 2, "a"))
    (cut,) = gathered([Clipped(bar(0, 0, 9, 9, "a").commands, inner)])
    assert isinstance(cut, Clipped)
    assert len(cut.items) == 2


def test_no_path_has_more_outlines_than_it_is_quick_to_look_through() -> None:
    made = gathered([bar(3 * at, 0, 1, 1, "a") for at in range(3 * FAR)])
    assert [len(each.commands) // 5 for each in made if isinstance(each, Path)] == [FAR] * 3
