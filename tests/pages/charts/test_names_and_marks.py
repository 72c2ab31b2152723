"""Where names, figures and marks are in a chart, and that they can be read there."""

from __future__ import annotations

from itertools import pairwise

import pytest
from coloraide import Color
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapportage.document import Chart, Point
from rapportage.document.drawing import Drawing, Path, TextRun, contrast
from rapportage.pages.charts import colours_needed, draw
from rapportage.pages.charts.canvas import WHITE
from rapportage.pages.charts.maps.tints import Tint, line_between
from rapportage.pages.charts.style import HATCHES, LINE, QUIET, REVISED, looks_like
from rapportage.pages.fonts import source_sans
from tests.pages.charts.test_colours import LEAST
from tests.pages.charts.test_draw import COLOURS, WIDTH, chart, months


def drawn(made: Chart) -> Drawing:
    return draw(made, WIDTH, source_sans(), COLOURS)


def texts(drawing: Drawing) -> dict[str, TextRun]:
    return {item.text: item for item in drawing.items if isinstance(item, TextRun)}


@pytest.mark.parametrize("first", [5, 99, 100])
def test_lying_bars_are_named_at_the_top(first: int) -> None:
    """Beside the first bars, or in a legend above them: never halfway down."""
    shown = texts(
        drawn(chart("liggende staaf", ["Ede", "Epe", "Oss"], {"Kinderen": [first, 3, 4], "Ouders": [2, 5, 6]}))
    )
    assert all(shown[name].y > shown["Epe"].y + 10 for name in ("Kinderen", "Ouders"))


@pytest.mark.parametrize("name", ["Eerste asielaanvragen", "Eerste asielaanvragen van mensen", "Asielaanvragen"])
def test_a_figure_stays_with_its_period(name: str) -> None:
    made = chart("vlak", ["", "", ""], {name: [1560, 1025, None]})
    shown = list(texts(drawn(replace(made, categories=months(3)))))
    assert any(each.endswith("1.025 (feb 2015)") for each in shown)
    assert name in " ".join(shown)


def _course(early: list[int | None], other: list[int | None]) -> Drawing:
    made = chart("stroom", [""] * 12, {"2015": early, "2014": other})
    return drawn(replace(made, categories=months(12)))


def test_a_line_that_ends_early_is_named_at_its_end() -> None:
    early = [400, 300, 200, *[None] * 9]
    shown = texts(_course(early, [900] * 12))
    assert shown["2015: 200 (mrt 2015)"].x < WIDTH / 3


def test_but_not_where_another_line_passes() -> None:
    early = [400, 300, 200, *[None] * 9]
    shown = texts(_course(early, [200] * 12))
    assert shown["2015: 200 (mrt 2015)"].x > WIDTH * 0.7


def test_a_slope_says_what_is_not_known_at_the_side_where_it_is_not() -> None:
    """A figure of the first period at the axis of the second would be read as that of the second."""
    made = chart("verloop", ["juli", "augustus"], {"Eerste": [40, None], "Nareis": [None, 30]})
    shown = texts(drawn(made))
    assert shown["Eerste onbekend"].x > shown["Nareis 30"].x - 1
    assert {"40", "onbekend"} <= shown.keys()


def _revised(kind: str, form: str) -> Drawing:
    made = chart(kind, ["", "", ""], {"Eerste": [500, 400, 450], "Tweede": [300, 200, 250]})
    first, second = made.series
    points: tuple[Point | None, ...] = tuple(each and replace(each, mark="a") for each in first.points)
    series = (replace(first, points=points), second)
    return drawn(replace(made, categories=months(3), series=series, form=form))


@pytest.mark.parametrize("kind", ["staaf", "vlak"])
@pytest.mark.parametrize("form", ["gestapeld", "100%"])
def test_a_mark_on_a_fill_has_a_ground_of_its_own(kind: str, form: str) -> None:
    items = _revised(kind, form).items
    marks = [(before, item) for before, item in pairwise(items) if isinstance(item, TextRun) and item.text == "a"]
    assert len(marks) == 3
    for ground, mark in marks:
        assert isinstance(ground, Path)
        assert ground.fill == WHITE
        assert contrast(mark.colour, WHITE) >= 4.5


def test_a_mark_is_a_raised_letter_behind_its_figure() -> None:
    drawing = _revised("staaf", "naast elkaar")
    (figure,) = (item for item in drawing.items if isinstance(item, TextRun) and item.text == "500")
    marks = [item for item in drawing.items if isinstance(item, TextRun) and item.text == "a"]
    assert len(marks) == 3
    assert 0 < marks[0].x - figure.x < 20
    assert 0 < marks[0].y - figure.y < REVISED


@pytest.mark.parametrize(("count", "is_fine"), [(12, False), (200, True)])
def test_a_line_of_many_points_is_finer(count: int, is_fine: bool) -> None:
    made = chart("lijn", [""] * count, {"Eerste": [place * 37 % 100 for place in range(count)]})
    items = drawn(replace(made, categories=months(count))).items
    widths = {item.width for item in items if isinstance(item, Path) and item.stroke == COLOURS[0] and not item.fill}
    assert widths == ({1.0} if is_fine else {LINE})


@pytest.mark.parametrize("fill", ["#ffffff", "#eeeeee", "#d8dfe8", "#9fb1c6", "#8096b0"])
def test_lines_on_a_map_are_seen_and_no_more(fill: str) -> None:
    """At 3:1 and not black, which takes the eye from what the map shows."""
    assert Tint(WHITE, (45,)).hatch_colour == line_between(WHITE, WHITE)
    assert 3 <= contrast(line_between(fill, fill), fill) < 4.5


def lines_of(drawing: Drawing) -> list[Path]:
    return [item for item in drawing.items if isinstance(item, Path) and item.stroke and not item.fill]


def _mixed(count: int, values: dict[str, list[int | None]], lines: int) -> Chart:
    """Bars, of which the last series are lines over them."""
    made = chart("combinatie", [""] * count, values)
    series = (*made.series[:-lines], *(replace(each, role="line") for each in made.series[-lines:]))
    return replace(made, categories=months(count), series=series)


@pytest.mark.parametrize("lines", [1, 2])
def test_a_white_edge_parts_a_line_from_bars(lines: int) -> None:
    """Of the palette not every two colours have 3:1 with each other; all have it with white (WCAG 2.2, 1.4.11)."""
    names = ["Staven", *(f"Lijn {place}" for place in range(lines))]
    made = lines_of(drawn(_mixed(4, {name: [10, 40, 20, 30] for name in names}, lines)))
    coloured = [line for line in made if line.stroke in COLOURS]
    edges = [line for line in made if line.stroke == WHITE]
    assert [line.stroke for line in coloured] == [*COLOURS[1 : 1 + lines]]
    assert [edge.commands for edge in edges] == [line.commands for line in coloured]
    assert all(LINE < edge.width < 2 * LINE for edge in edges)


@pytest.mark.parametrize("series", [1, 2])
@pytest.mark.parametrize("count", [4, 200])
@pytest.mark.parametrize("kind", ["lijn", "stroom", "kleine veelvouden"])
def test_a_line_has_no_edge_among_lines(kind: str, count: int, series: int) -> None:
    """It would wipe out one that runs along it."""
    names = ["Eerste", "Tweede"][:series]
    made = chart(kind, [""] * count, {name: [place * 37 % 100 for place in range(count)] for name in names})
    if kind == "stroom":
        made = replace(made, series=tuple(replace(each, role="faint") for each in made.series[:-1]) + made.series[-1:])
    assert WHITE not in {line.stroke for line in lines_of(drawn(replace(made, categories=months(count))))}


def test_a_fine_line_over_bars_has_no_room_for_an_edge() -> None:
    values: list[int | None] = [place * 37 % 100 for place in range(200)]
    made = _mixed(200, {"Staven": values, "Lijn": values}, 1)
    assert WHITE not in {line.stroke for line in lines_of(drawn(made))}


@pytest.mark.parametrize("kind", ["lijn", "combinatie"])
def test_nothing_wipes_out_a_line_or_cuts_a_marker(kind: str) -> None:
    """Whatever runs along it: first all edges, then all lines, then all markers."""
    values: dict[str, list[int | None]] = {name: [10, 40, 20, 30] for name in ("Eerste", "Tweede", "Derde")}
    made = chart("lijn", [""] * 4, values) if kind == "lijn" else _mixed(4, values, 2)
    items = drawn(replace(made, categories=months(4))).items
    paths = [item for item in items if isinstance(item, Path)]
    edges = [place for place, item in enumerate(paths) if item.stroke == WHITE and not item.fill]
    lines = [place for place, item in enumerate(paths) if item.stroke in COLOURS and not item.fill]
    markers = [place for place, item in enumerate(paths) if item.stroke == WHITE and item.fill in COLOURS]
    assert lines
    assert markers
    assert max(edges, default=-1) < min(lines)
    assert max(lines) < min(markers)


GREY_PALETTE = ("#154273", "#e17000", QUIET, "#42145f")


def _whole(values: list[int | None], *rests: int, provisional: bool = False) -> Chart:
    made = chart("aandeel", [f"Deel {place}" for place in range(len(values))], {"": values})
    parts = tuple(replace(each, is_rest=place in rests) for place, each in enumerate(made.categories))
    points = tuple(each and replace(each, provisional=provisional) for each in made.series[0].points)
    return replace(made, categories=parts, series=(replace(made.series[0], points=points),))


def fills_of(drawing: Drawing) -> list[Path]:
    return [item for item in drawing.items if isinstance(item, Path) and item.fill]


@pytest.mark.parametrize("values", [[30, 20, 50], [96, 2, 2]])
@pytest.mark.parametrize("provisional", [False, True])
def test_what_is_left_of_a_whole_is_grey_also_in_a_legend(values: list[int | None], provisional: bool) -> None:
    made = _whole(values, 2, provisional=provisional)
    drawing = drawn(made)
    *others, last = fills_of(drawing)
    assert (last.stroke if provisional else last.fill) == QUIET
    assert not last.hatch
    assert contrast(QUIET, WHITE) >= 3
    assert all(QUIET not in (each.fill, each.stroke) or not each.hatch for each in others)
    assert {COLOURS[0], COLOURS[1]} <= {each.fill for each in others} | {each.stroke for each in others}
    assert contrast(next(run.colour for text, run in texts(drawing).items() if "Deel 2" in text), WHITE) >= 4.5


@pytest.mark.parametrize(
    ("rests", "grey"),
    [((), None), ((0,), 0), ((3,), 3), ((2, 3), 3), ((0, 2), 2), ((1, 2, 3), 3), ((0, 1, 2, 3), 3)],
)
@pytest.mark.parametrize(("values", "shown"), [([30, 20, 10, 40], 1), ([92, 4, 2, 2], 2)])
def test_one_part_at_most_is_grey(
    rests: tuple[int, ...], grey: int | None, values: list[int | None], shown: int
) -> None:
    """Of 'overig' and 'onbekend' side by side one would be taken for the other, in the bar and in its legend."""
    looks = [(each.fill, each.hatch) for each in fills_of(drawn(_whole(values, *rests)))]
    parts = [(QUIET, ()) if place == grey else (COLOURS[place], HATCHES[place]) for place in range(4)]
    assert looks == parts * shown


@pytest.mark.parametrize(
    ("rests", "needed"), [((2,), 2), ((0,), 3), ((), 3), ((1, 2), 2), ((0, 1), 3), ((0, 2), 2), ((0, 1, 2), 2)]
)
def test_what_is_grey_takes_no_colour(rests: tuple[int, ...], needed: int) -> None:
    """Unless it stands before others, which have the colours of their places."""
    assert colours_needed(_whole([30, 20, 50], *rests), COLOURS) == needed


@pytest.mark.parametrize(
    ("parts", "shown", "needed"),
    [
        (3, ["#154273", "#e17000", QUIET], 2),  # the grey of the house style is not taken by another
        (4, ["#154273", "#e17000", QUIET, "#42145f"], 4),  # it is, and what is left has a colour
    ],
)
def test_where_the_house_style_has_that_grey_no_other_part_is(parts: int, shown: list[str], needed: int) -> None:
    made = _whole([25] * parts, parts - 1)
    assert [each.fill for each in fills_of(draw(made, WIDTH, source_sans(), GREY_PALETTE))] == shown
    assert colours_needed(made, GREY_PALETTE) == needed


@pytest.mark.parametrize("grey", [QUIET, "#9a9292"])
def test_a_grey_of_the_house_style_is_hatched_as_any_colour(grey: str) -> None:
    palette = ("#154273", grey, "#e17000")
    bars = chart("staaf", ["Ede", "Epe"], {"Eerste": [3, 4], "Tweede": [5, 6]})
    for made in (bars, _whole([30, 20, 50], 2)):
        hatches = {each.hatch for each in fills_of(draw(made, WIDTH, source_sans(), palette)) if each.fill == grey}
        assert hatches == {HATCHES[1]}


SHADES = st.integers(min_value=148 - 48, max_value=148 + 48)
"""Around that grey: 148 is its red, green and blue."""


@given(st.tuples(SHADES, SHADES, SHADES))
def test_what_does_not_look_like_the_grey_is_told_apart_from_it(shades: tuple[int, int, int]) -> None:
    colour = "#" + "".join(f"{shade:02x}" for shade in shades)
    assert looks_like(colour, QUIET) or Color(colour).delta_e(Color(QUIET), method="2000") >= LEAST["none"]


def test_a_grey_nearly_the_same_looks_like_it() -> None:
    assert looks_like("#9a9292", QUIET)
    assert not looks_like("#e17000", QUIET)
