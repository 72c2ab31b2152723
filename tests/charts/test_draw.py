"""Charts: nothing outside, nothing over anything else, whatever the data."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportage.charts import draw
from rapportage.charts.canvas import Canvas, Extent
from rapportage.charts.scale import scale, tick_text
from rapportage.document import Category, Chart, ChartKind, ChartSeries, Point, SeriesBreak, Text
from rapportage.drawing import Drawing, TextRun, contrast
from rapportage.fonts import source_sans
from rapportage.theme import default_theme

WIDTH = 468.0
COLOURS = default_theme().chart_colours


def point(value: int | None) -> Point | None:
    return None if value is None else Point(Decimal(value), f"{value:,}".replace(",", "."))


def chart(kind: ChartKind, categories: list[str], series: dict[str, list[int | None]], group: str = "") -> Chart:
    return Chart(
        id="c",
        label="Figuur 1",
        caption=(Text("Proef"),),
        kind=kind,
        categories=tuple(Category(name, group, name) for name in categories),
        series=tuple(ChartSeries(name, tuple(map(point, values))) for name, values in series.items()),
        unit="aanvragen",
        alternative="",
    )


def extents(drawing: Drawing) -> list[Extent]:
    canvas = Canvas(drawing.width, drawing.height, source_sans())
    return [
        canvas.extent(item.x, item.y, item.text, item.size, item.role, item.anchor)
        for item in drawing.items
        if isinstance(item, TextRun)
    ]


NAMES = st.text("abcdefghij klmnop-ë", min_size=1, max_size=60).filter(lambda text: text.strip())
VALUES = st.one_of(st.none(), st.integers(-1000, 10_000_000), st.integers(0, 50), st.just(7))


@st.composite
def charts(draw_from: st.DrawFn) -> Chart:
    count = draw_from(st.integers(1, 60))
    names = draw_from(st.lists(NAMES, min_size=count, max_size=count))
    series_names = draw_from(st.lists(NAMES, min_size=1, max_size=6, unique=True))
    series = {name: draw_from(st.lists(VALUES, min_size=count, max_size=count)) for name in series_names}
    kind = draw_from(st.sampled_from(["lijn", "staaf", "liggende staaf"]))
    return chart(kind, names, series, draw_from(st.sampled_from(["", "2020"])))


@settings(max_examples=80, deadline=None)
@given(charts())
def test_no_text_leaves_the_drawing_or_touches_another(made: Chart) -> None:
    drawing = draw(made, WIDTH, source_sans(), COLOURS)
    boxes = extents(drawing)
    for box in boxes:
        assert box.left >= -0.05
        assert box.bottom >= -0.05
        assert box.right <= drawing.width + 0.05
        assert box.top <= drawing.height + 0.05
    slack = 0.05
    for one, other in combinations(boxes, 2):
        inner = Extent(one.left + slack, one.bottom + slack, one.right - slack, one.top - slack)
        assert not inner.meets(other)


def texts(drawing: Drawing) -> list[str]:
    return [item.text for item in drawing.items if isinstance(item, TextRun)]


def test_lying_bars_show_every_name_and_value() -> None:
    shown = texts(draw(chart("liggende staaf", ["Syrië", "onbekend"], {"a": [106, 26]}), WIDTH, source_sans(), COLOURS))
    assert shown == ["Syrië", "106", "onbekend", "26"]


def test_lines_are_named_at_their_end_with_the_last_value() -> None:
    made = chart("lijn", ["jan", "feb", "mrt"], {"Eerste": [1560, None, 341], "Nareis": [340, 330, 341]})
    shown = texts(draw(made, WIDTH, source_sans(), COLOURS))
    assert "Eerste 341" in shown
    assert "Nareis 341" in shown
    assert shown[0] == "aanvragen"


def test_a_break_is_shown_and_the_line_stops_there() -> None:
    made = chart("lijn", ["jan", "feb", "mrt", "apr"], {"Eerste": [4, 3, 2, 1]})
    whole = draw(made, WIDTH, source_sans(), COLOURS)
    with_break = replace(made, breaks=(SeriesBreak(2, "andere bron"),))
    broken = draw(with_break, WIDTH, source_sans(), COLOURS)
    assert "andere bron" in texts(broken)
    assert len(broken.items) > len(whole.items) + 1


def test_the_same_chart_gives_the_same_drawing() -> None:
    made = chart("staaf", ["a", "b"], {"x": [1, 2], "y": [3, None]})
    assert draw(made, WIDTH, source_sans(), COLOURS) == draw(made, WIDTH, source_sans(), COLOURS)


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([0], ["0", "0,2", "0,4", "0,6", "0,8", "1"]),
        ([2250], ["0", "500", "1.000", "1.500", "2.000", "2.500"]),
        ([-30, 70], ["−40", "−20", "0", "20", "40", "60", "80"]),
        ([10_000_000], ["0", "2.000.000", "4.000.000", "6.000.000", "8.000.000", "10.000.000"]),
    ],
)
def test_ticks_are_round(values: list[int], ticks: list[str]) -> None:
    made = scale([Decimal(value) for value in values], 0, 100)
    assert [tick_text(tick) for tick in made.ticks] == ticks


def test_the_palette_can_be_seen() -> None:
    """WCAG 2.2, 1.4.11: marks at least 3:1 on white; neighbours differ in lightness, for who sees no colour."""
    assert all(contrast(colour, "#ffffff") >= 3 for colour in COLOURS)
    assert all(contrast(one, other) >= 1.25 for one, other in pairwise(COLOURS))
