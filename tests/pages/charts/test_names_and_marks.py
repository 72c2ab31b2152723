"""Where names, figures and marks are in a chart, and that they can be read there."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from rapportage.document import Chart, Point
from rapportage.document.drawing import Drawing, Path, TextRun, contrast
from rapportage.pages.charts import draw
from rapportage.pages.charts.canvas import WHITE
from rapportage.pages.charts.maps.tints import Tint, line_between
from rapportage.pages.charts.style import LINE, REVISED
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
