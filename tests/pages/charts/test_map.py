"""Maps as drawn: nothing over anything else, borders that are seen on both sides, and no gap between neighbours."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, pairwise
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rapportage.document import Absence, Area, Boundaries, Chart, ChartMap, ChartSeries, MapClass, MapInset, Point
from rapportage.document.boundaries import Place, extent_of
from rapportage.document.chart_kinds import BY_WORD
from rapportage.document.drawing import Clipped, Drawing, TextRun, contrast, texts
from rapportage.document.drawing import Path as Shape
from rapportage.pages.charts import draw
from rapportage.pages.charts.canvas import WHITE
from rapportage.pages.charts.maps.hexagons import in_cells
from rapportage.pages.charts.maps.inset import FRAME
from rapportage.pages.charts.maps.outline import as_they_are
from rapportage.pages.charts.maps.simplify import TOLERANCE, simplified
from rapportage.pages.charts.maps.tints import UNKNOWN, WITHHELD, WITHOUT, ink_on, line_between, tints
from rapportage.pages.fonts import source_sans
from tests.pages.charts.apart import assert_texts_are_within_and_apart
from tests.pages.charts.test_draw import COLOURS, NAMES, WIDTHS, chart

THREE, READABLE = 3.0, 4.5


def grid(columns: int, rows: int, across: float = 1.0) -> Boundaries:
    """Areas side by side, `across` times as wide as high; each line between two corners is an arc."""
    arcs: dict[tuple[Place, Place], int] = {}

    def arc(begin: Place, end: Place) -> int:
        if (end, begin) in arcs:
            return ~arcs[end, begin]
        return arcs.setdefault((begin, end), len(arcs))

    areas = []
    for place in range(columns * rows):
        x, y = place % columns * across, float(place // columns)
        corners = [(x, y), (x + across, y), (x + across, y + 1), (x, y + 1), (x, y)]
        areas.append(Area(f"A{place}", (f"Gebied {place}",), (tuple(arc(*pair) for pair in pairwise(corners)),)))
    return Boundaries("g.geojson", tuple(areas), tuple(arcs))


@st.composite
def maps(draw_from: st.DrawFn) -> Chart:
    boundaries = grid(
        draw_from(st.integers(1, 9)), draw_from(st.integers(1, 9)), draw_from(st.sampled_from((0.01, 1.0, 3.0)))
    )
    count = draw_from(st.integers(1, len(boundaries.areas)))
    classes = draw_from(st.lists(NAMES, min_size=1, max_size=7))
    below = draw_from(st.integers(0, len(classes)))
    steps = [place - below + (1 if place >= below else 0) for place in range(len(classes))]
    of = draw_from(st.lists(st.one_of(st.none(), st.integers(0, len(classes) - 1)), min_size=count, max_size=count))
    points = tuple(
        None if each is None else Point(Decimal(each), f"{each}.000", draw_from(st.booleans()), None, "a" * (each == 1))
        for each in of
    )
    absent = draw_from(st.sampled_from((Absence("<5", "minder dan 5"), Absence(".", "onbekend"))))
    left, bottom, right, top = extent_of(boundaries)
    part = (left, bottom, (left + right) / 2, (bottom + top) / draw_from(st.sampled_from((2, 9))))
    inset = MapInset(f"Vergroot: {draw_from(NAMES)}", part)
    are_hexagons = draw_from(st.booleans())
    shown = ChartMap(
        boundaries=boundaries,
        areas=tuple(None if draw_from(st.booleans()) and place % 7 == 6 else place for place in range(count)),
        of=of and tuple(of),
        classes=tuple(MapClass(f"{words} (3)", step) for words, step in zip(classes, steps, strict=True)),
        without=draw_from(st.sampled_from(("", "geen gegevens (3)"))),
        withheld=draw_from(st.sampled_from(("", "minder dan 5 (2)"))),
        unknown=draw_from(st.sampled_from(("", "onbekend (1)"))),
        are_hexagons=are_hexagons,
        inset=inset if draw_from(st.booleans()) and not are_hexagons else None,
    )
    made = chart("kaart", draw_from(st.lists(NAMES, min_size=count, max_size=count)), {})
    series = ChartSeries("", points, absences=tuple(absent if each is None else None for each in points))
    return replace(made, series=(series,), map=shown)


def drawn(made: Chart, width: float) -> Drawing:
    return draw(made, width, source_sans(), COLOURS)


def shapes(drawing: Drawing) -> list[Shape]:
    return [item for item in drawing.items if isinstance(item, Shape)]


@settings(max_examples=60, deadline=None)
@given(maps(), WIDTHS)
def test_nothing_leaves_the_drawing_and_no_text_touches_another(made: Chart, width: float) -> None:
    drawing = drawn(made, width)
    assert_texts_are_within_and_apart(drawing)
    for shape in shapes(drawing):
        for _, operands in shape.commands:
            assert all(-2.1 <= x <= drawing.width + 2.1 for x in operands[::2])
            assert all(-2.1 <= y <= drawing.height + 2.1 for y in operands[1::2])


@settings(max_examples=60, deadline=None)
@given(maps())
def test_the_legend_is_whole(made: Chart) -> None:
    drawing = drawn(made, 468.0)
    said = " ".join(item.text for item in drawing.items if isinstance(item, TextRun))
    assert made.map is not None
    for words in made.map.words():
        assert words.split() == [] or all(word in said for word in words.split())


# --- Colours ------------------------------------------------------------------------------------------------


def shown_with(below: int, above: int) -> ChartMap:
    steps = [*range(-below, 0), *range(1, above + 1)]
    classes = tuple(MapClass(f"klasse {step}", step) for step in steps)
    return ChartMap(grid(1, 1), (0,), (0,), classes, without="", withheld="", unknown="")


@pytest.mark.parametrize("colour", [*COLOURS, "#000000", "#767676", "#c33c00"])
@pytest.mark.parametrize("above", range(1, 8))
def test_classes_are_apart_in_grey_and_borders_are_seen(above: int, colour: str) -> None:
    for below in range(8 - above):
        made = tints(shown_with(below, above), colour)
        light = [contrast(tint.fill, WHITE) for tint in made]
        assert light[below:] == sorted(light[below:])
        assert light[:below] == sorted(light[:below], reverse=True)
        apart = [max(pair) / min(pair) for part in (light[:below], light[below:]) for pair in pairwise(part)]
        assert all(each > 1.25 for each in apart)
        assert all(bool(tint.hatch) == (place < below) for place, tint in enumerate(made))
        for one, other in combinations([*(tint.fill for tint in made), WHITE], 2):
            line = line_between(one, other)
            assert contrast(one, other) >= THREE or min(contrast(line, one), contrast(line, other)) >= THREE
        assert all(contrast(ink_on(tint.fill), tint.fill) >= READABLE for tint in made)


def test_reasons_for_no_figure_differ_in_form() -> None:
    assert len({WITHOUT, UNKNOWN, WITHHELD}) == 3


# --- Lines --------------------------------------------------------------------------------------------------

PLACES = st.tuples(st.floats(0, 50), st.floats(0, 50))


def beside(place: Place, line: list[Place]) -> float:
    """How far a place is from a line."""
    found = []
    for (x, y), (to_x, to_y) in pairwise(line):
        square = (to_x - x) ** 2 + (to_y - y) ** 2
        part = max(0.0, min(1.0, ((place[0] - x) * (to_x - x) + (place[1] - y) * (to_y - y)) / square)) if square else 0
        found.append(hypot(place[0] - x - part * (to_x - x), place[1] - y - part * (to_y - y)))
    return min(found)


@settings(max_examples=100, deadline=None)
@given(st.lists(PLACES, min_size=2, max_size=40), st.booleans())
def test_a_simpler_line_has_its_ends_and_is_hardly_beside_its_course(line: list[Place], is_ring: bool) -> None:
    line = [*line, line[0]] if is_ring else line
    made = simplified(line)
    assert (made[0], made[-1]) == (line[0], line[-1])
    assert all(beside(place, made) <= 2 * TOLERANCE + 1e-9 for place in line)


def test_a_line_of_many_places_on_one_line_has_two() -> None:
    assert simplified([(place / 100, place / 100) for place in range(1000)]) == [(0, 0), (9.99, 9.99)]


def test_neighbours_have_the_very_same_border() -> None:
    """A border with a thousand places between two areas, of which far fewer are left, in both."""
    jagged = [(50 + (place % 7) / 9, place / 10) for place in range(1001)]
    left = [(50.0, 0.0), (0.0, 0.0), (0.0, 100.0), jagged[-1]]
    right = [jagged[-1], (100.0, 100.0), (100.0, 0.0), (50.0, 0.0)]
    areas = (Area("A", ("A",), ((0, ~1),)), Area("B", ("B",), ((~0, ~2),)))
    arcs = (tuple(jagged), tuple(left), tuple(right))
    one, other = as_they_are(Boundaries("g", areas, arcs), 50.0, 50.0).outlines((0.0, 0.0)).areas
    shared = {place for place in one[0] if place in set(other[0])}
    assert len(one[0]) < 400
    assert len(shared) == len(one[0]) - 2  # all but its own two corners


# --- Small areas --------------------------------------------------------------------------------------------


def test_an_area_that_is_too_small_to_be_seen_is_a_dot() -> None:
    large = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0), (0.0, 0.0)]
    tiny = [(50.0, 50.0), (50.1, 50.0), (50.1, 50.1), (50.0, 50.1), (50.0, 50.0)]
    boundaries = Boundaries("g", (Area("A", ("A",), ((0,),)), Area("B", ("B",), ((1,),))), (tuple(large), tuple(tiny)))
    found = as_they_are(boundaries, 200.0, 200.0).outlines((0.0, 0.0))
    assert {place: (round(x), round(y)) for place, (x, y) in found.dots.items()} == {1: (100, 100)}


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.floats(-30, 30), st.floats(-30, 30)), min_size=1, max_size=60))
def test_every_area_has_a_hexagon_of_its_own(middles: list[Place]) -> None:
    cells = in_cells(middles)
    assert len(set(cells)) == len(middles)


def test_areas_that_are_apart_are_in_the_cells_where_they_are() -> None:
    assert in_cells([(0.1, 0.0), (4.0, 0.1), (0.6, 0.9)]) == [(0, 0), (4, 0), (0, 1)]


@pytest.mark.parametrize(("columns", "rows"), [(6, 8), (16, 8)])
def test_an_inset_is_larger_and_has_its_words_and_frames(columns: int, rows: int) -> None:
    """Beside a map that is high, below one that is wide; what is not in it is not in the file."""
    boundaries = grid(columns, rows)
    count = columns * rows
    made = chart("kaart", [f"Gebied {place}" for place in range(count)], {"": [*range(count)]})
    shown = ChartMap(boundaries, tuple(range(count)), (0,) * count, (MapClass(f"alle ({count})", 1),), "", "", "")
    plain = drawn(replace(made, map=shown), 468.0)
    drawing = drawn(replace(made, map=replace(shown, inset=MapInset("Vergroot: Hoek", (0.0, 0.0, 2.0, 2.0)))), 468.0)
    assert "Vergroot: Hoek" in [run.text for run in texts(drawing)]
    assert (drawing.height > plain.height) == (columns > rows)
    [clipped] = [item for item in drawing.items if isinstance(item, Clipped)]
    across = [operands[0] for _, operands in clipped.outline if operands]
    scale = 468.0 / columns if columns > rows else 300.0 / rows
    assert max(across) - min(across) > 1.4 * 2 * scale
    [fill] = [item for item in clipped.items if isinstance(item, Shape) and item.fill]
    assert len([letter for letter, _ in fill.commands if letter == "M"]) == 9
    frames = [item for item in shapes(drawing) if item.stroke and [letter for letter, _ in item.commands] == list("ML")]
    assert len([item for item in frames if item.width == FRAME]) == 2


def test_the_kind_is_that_of_maps() -> None:
    assert BY_WORD["kaart"].is_map


@pytest.mark.parametrize(("columns", "width", "is_below"), [(9, 468.0, True), (1, 468.0, False), (9, 110.0, False)])
def test_classes_rise_to_the_right_and_upwards(columns: int, width: float, *, is_below: bool) -> None:
    """As along an axis: below a wide map from the left to the right, in one column with the highest at the top."""
    boundaries = grid(columns, 9 // columns, 1.0)
    classes = tuple(MapClass(f"vanaf {step}", step) for step in (1, 2, 3))
    shown = ChartMap(boundaries, (0, 1, 2), (0, 1, 2), classes, "geen gegevens (6)", "", "")
    made = replace(chart("kaart", ["een", "twee", "drie"], {"": [1, 2, 3]}), map=shown)
    found = {item.text: (item.x, item.y) for item in drawn(made, width).items if isinstance(item, TextRun)}
    said = [found[each.words] for each in classes]
    assert said == sorted(said, key=lambda place: place[0] if is_below else place[1])
    assert len({y for _, y in said} if is_below else {x for x, _ in said}) == 1
    assert found["geen gegevens (6)"][1] <= min(y for _, y in said)
