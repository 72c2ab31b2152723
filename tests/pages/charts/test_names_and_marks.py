"""Where names, figures and marks are in a chart, and that they can be read there."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from rapportage.document import Chart, Point
from rapportage.document.drawing import Drawing, Path, TextRun, contrast
from rapportage.pages.charts import colours_needed, draw
from rapportage.pages.charts.canvas import WHITE
from rapportage.pages.charts.maps.tints import Tint, line_between
from rapportage.pages.charts.style import LINE, QUIET, REVISED
from rapportage.pages.fonts import source_sans
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


@pytest.mark.parametrize(("kind", "edged"), [("lijn", [0, 1]), ("combinatie", [1]), ("kleine veelvouden", [])])
def test_a_white_edge_parts_a_line_from_what_it_crosses(kind: str, edged: list[int]) -> None:
    """Of the palette not every two colours have 3:1 with each other; all have it with white (WCAG 2.2, 1.4.11)."""
    made = chart(kind, [""] * 4, {"Eerste": [10, 40, 20, 30], "Tweede": [40, 10, 30, 20]})
    first, second = made.series
    series = (first, replace(second, role="line")) if kind == "combinatie" else made.series
    lines = lines_of(drawn(replace(made, categories=months(4), series=series)))
    found = [(edge, line) for edge, line in pairwise(lines) if edge.stroke == WHITE]
    assert [line.stroke for _, line in found] == [COLOURS[place] for place in edged]
    for edge, line in found:
        assert edge.commands == line.commands
        assert line.width == LINE < edge.width < 2 * LINE


@pytest.mark.parametrize(("count", "series"), [(4, ["Eerste"]), (200, ["Eerste", "Tweede"])])
def test_without_anything_to_cross_or_without_room_there_is_no_edge(count: int, series: list[str]) -> None:
    made = chart("lijn", [""] * count, {name: [place * 37 % 100 for place in range(count)] for name in series})
    assert WHITE not in {line.stroke for line in lines_of(drawn(replace(made, categories=months(count))))}


def _whole(values: list[int | None], rest: int, *, provisional: bool = False) -> Chart:
    made = chart("aandeel", [f"Deel {place}" for place in range(len(values))], {"": values})
    parts = tuple(replace(each, is_rest=place == rest) for place, each in enumerate(made.categories))
    points = tuple(each and replace(each, provisional=provisional) for each in made.series[0].points)
    return replace(made, categories=parts, series=(replace(made.series[0], points=points),))


@pytest.mark.parametrize("values", [[30, 20, 50], [96, 2, 2]])
@pytest.mark.parametrize("provisional", [False, True])
def test_what_is_left_of_a_whole_is_grey_also_in_a_legend(values: list[int | None], provisional: bool) -> None:
    made = _whole(values, rest=2, provisional=provisional)
    drawing = drawn(made)
    fills = [item for item in drawing.items if isinstance(item, Path) and item.fill]
    *others, last = fills
    assert (last.stroke if provisional else last.fill) == QUIET
    assert not last.hatch
    assert contrast(QUIET, WHITE) >= 3
    assert all(QUIET not in (each.fill, each.stroke) or not each.hatch for each in others)
    assert {COLOURS[0], COLOURS[1]} <= {each.fill for each in others} | {each.stroke for each in others}
    assert contrast(next(run.colour for text, run in texts(drawing).items() if "Deel 2" in text), WHITE) >= 4.5


@pytest.mark.parametrize(("rest", "needed"), [(2, 2), (0, 3), (9, 3)])
def test_what_is_left_takes_no_colour(rest: int, needed: int) -> None:
    """Unless it stands before others, which have the colours of their places."""
    assert colours_needed(_whole([30, 20, 50], rest)) == needed
