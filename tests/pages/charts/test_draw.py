"""Charts: nothing outside, nothing over anything else, whatever the data."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rapportage.document import (
    Annotation,
    Category,
    Chart,
    ChartForm,
    ChartSeries,
    Gathered,
    Member,
    Point,
    SeriesBreak,
    SeriesRole,
    Text,
)
from rapportage.document.chart_kinds import BY_WORD
from rapportage.document.drawing import Drawing, Path, TextRun, contrast
from rapportage.figures.words.units import unit_name
from rapportage.pages.charts import NamesTooWide, draw
from rapportage.pages.charts.heading import has_provisional
from rapportage.pages.charts.scale import scale, tick_text
from rapportage.pages.charts.style import BREAK, LINE
from rapportage.pages.fonts import source_sans
from rapportage.pages.theme import default_theme
from tests.pages.charts.apart import assert_texts_are_within_and_apart

WIDTH = 468.0
WIDTHS = st.sampled_from((WIDTH, (WIDTH - 20) / 2))
"""Of a chart as wide as the page, and of one of two side by side."""
COLOURS = default_theme().chart_colours


def point(value: int | None) -> Point | None:
    return None if value is None else Point(Decimal(value), f"{value:,}".replace(",", "."))


def chart(kind: str, categories: list[str], series: dict[str, list[int | None]], group: str = "") -> Chart:
    return Chart(
        id="c",
        label="Figuur 1",
        caption=(Text("Proef"),),
        kind=BY_WORD[kind],
        categories=tuple(Category(name, group, name) for name in categories),
        series=tuple(ChartSeries(name, tuple(map(point, values))) for name, values in series.items()),
        unit="aanvragen",
        alternative="",
    )


NAMES = st.text("abcdefghij klmnop-ë", min_size=1, max_size=60).filter(lambda text: text.strip())
KINDS = [word for word, kind in BY_WORD.items() if not kind.is_own and not kind.is_map]
VALUES = st.one_of(st.none(), st.integers(-1000, 10_000_000), st.integers(0, 50), st.just(7))
MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


@st.composite
def charts(draw_from: st.DrawFn) -> Chart:
    count = draw_from(st.integers(1, 60))
    names = draw_from(st.lists(NAMES, min_size=count, max_size=count))
    series_names = draw_from(st.lists(NAMES, min_size=1, max_size=6, unique=True))
    series = {name: draw_from(st.lists(VALUES, min_size=count, max_size=count)) for name in series_names}
    kind = draw_from(st.sampled_from(KINDS))
    if kind == "verloop":
        count = 2
        names, series = (names * 2)[:2], {name: (values * 2)[:2] for name, values in series.items()}
    if kind == "aandeel":
        series = dict(list(series.items())[:1])
    if kind in ("piramide", "verschil"):
        series = {"Vorig jaar": next(iter(series.values())), next(iter(series)): next(iter(series.values()))}
    if kind == "doos":
        return boxes(names[:12], draw_from(st.lists(VALUES, min_size=3, max_size=30)), draw_from(NAMES))
    if kind == "histogram":
        series = {"Aantal": [value and max(value, 0) for value in next(iter(series.values()))]}
    if kind == "spreiding":
        series = {"Instroom": next(iter(series.values())), next(iter(series)): [*series.values()][-1]}
    made = chart(kind, names[:count], series)
    forms: list[ChartForm] = ["naast elkaar", "gestapeld", "100%"]
    made = replace(made, form=draw_from(st.sampled_from(forms)))
    if kind in ("combinatie", "stroom"):
        roles: list[SeriesRole] = ["plain", "line"] if kind == "combinatie" else ["plain", "faint"]
        made = replace(
            made, series=tuple(replace(each, role=draw_from(st.sampled_from(roles))) for each in made.series)
        )
    if draw_from(st.booleans()) and kind not in ("verloop", "aandeel", "piramide"):
        first = draw_from(st.integers(0, 11))
        made = replace(made, categories=months(count, first))
    over_time = kind not in ("aandeel", "piramide", "verschil", "histogram")
    places = st.lists(st.integers(1, count - 1), max_size=3, unique=True)
    breaks = draw_from(places) if count > 1 and over_time else []
    events = draw_from(places) if count > 1 and over_time and "bijschriften" in (BY_WORD[kind].periods or ()) else []
    final = draw_from(st.integers(0, count))
    units = st.sampled_from(["", "%", "aantal aanvragen", "x 1.000 aanvragen om een verblijfsdocument"])
    if made.kind.is_plane:
        made = replace(made, series=tuple(replace(each, unit=draw_from(units) or "personen") for each in made.series))
    if kind == "histogram":
        first, step = draw_from(st.integers(-100, 1_000_000)), draw_from(st.integers(1, 250))
        made = in_classes(made, draw_from(units), first, step)
    return replace(
        made,
        unit="" if made.kind.is_plane else made.unit if kind == "histogram" else draw_from(units),
        breaks=tuple(SeriesBreak(before, draw_from(NAMES)) for before in sorted(breaks)),
        annotations=tuple(Annotation(place, draw_from(NAMES)) for place in sorted(events)),
        series=tuple(provisional_from(each, final) for each in made.series),
    )


def boxes(names: list[str], values: list[int | None], measure: str) -> Chart:
    """A box for each name, of ever more of the values, the last of which are apart."""
    known = sorted(value for value in values if value is not None) or [3]
    columns, members = [], []
    for place, _ in enumerate(names):
        own = known[: place + 1 + len(known) // 2]
        quarters = [own[len(own) * part // 4] for part in (1, 2, 3)] if len(own) >= 5 else [None] * 3
        columns.append([len(own), own[0], own[0], *quarters, own[-1], own[-1]])
        dots = zip(names, own, strict=False)
        members.append(tuple(Member(name, point(value) or Point(Decimal(0), "0")) for name, value in dots))
    heads = ("n", "min", "van", "q1", "mediaan", "q3", "tot", "max")
    rows = {head: list(column) for head, column in zip(heads, zip(*columns, strict=True), strict=True)}
    return replace(chart("doos", names, rows), unit="", gathered=Gathered(measure, tuple(members)))


def in_classes(made: Chart, unit: str, first: int, step: int) -> Chart:
    """A histogram with a class for each category, and its median in the last."""
    bounds = tuple(Decimal(first + place * step) for place in range(len(made.categories) + 1))
    middle = point(first + step * len(made.categories) - 1)
    gathered = Gathered(unit, ((),) * len(made.categories), bounds, middle)
    return replace(made, unit=unit, gathered=gathered)


def months(count: int, first: int = 0) -> tuple[Category, ...]:
    return tuple(Category(MONTHS[at % 12], str(2015 + at // 12)) for at in range(first, first + count))


def provisional_from(series: ChartSeries, final: int) -> ChartSeries:
    points = enumerate(series.points)
    return replace(
        series,
        points=tuple(each and replace(each, provisional=at >= final, mark="a" * (at == final)) for at, each in points),
    )


@settings(max_examples=150, deadline=None)
@given(charts(), WIDTHS)
def test_no_text_leaves_the_drawing_or_touches_another(made: Chart, width: float) -> None:
    assert_texts_are_within_and_apart(drawn(made, width))


@settings(max_examples=120, deadline=None)
@given(charts())
def test_what_names_the_marks_is_never_left_out(made: Chart) -> None:
    """Names of series and breaks, the unit and the sign for provisional figures; of lying bars every value too."""
    shown = texts(drawn(made, WIDTH))
    words = " ".join(shown).replace("…", " ")
    if not made.kind.shows_figures:
        assert made.unit in words
    assert len([text for text in shown if text == "voorlopig"]) == has_provisional(made)
    if made.kind.word in ("lijn", "stroom", "combinatie", "kleine veelvouden"):
        # A stack with an unknown part is not drawn, and names no figure.
        for series in (each for each in made.series if made.kind.word != "combinatie" or each.role == "line"):
            last = next((point.text for point in reversed(series.points) if point), "onbekend")
            assert last in words.split()
    if made.kind.word in ("liggende staaf", "piramide"):
        values = [point.text if point else "onbekend" for series in made.series for point in series.points]
        assert not Counter(values) - Counter(shown)
    if made.kind.word == "verschil":
        assert not Counter(point.text for series in made.series for point in series.points if point) - Counter(shown)
    assert all(each.label.split()[0][:3] in words for each in made.breaks)
    assert all(each.text.split()[0][:3] in words for each in made.annotations)
    if made.gathered and made.gathered.middle:
        assert f"mediaan {made.gathered.middle.text}" in shown
    unnamed = ("aandeel", "histogram", "doos", *(("staaf", "liggende staaf") if len(made.series) == 1 else ()))
    if made.kind.word not in unnamed:
        assert all(each.name.split()[0][:3] in words for each in made.series)
    if made.kind.word in ("aandeel", "piramide", "liggende staaf", "verschil"):
        assert all(each.label.split()[0][:3] in words for each in made.categories)


def drawn(made: Chart, width: float) -> Drawing:
    """The drawing, unless the names of its categories are refused."""
    try:
        return draw(made, width, source_sans(), COLOURS)
    except NamesTooWide:
        categories = tuple(replace(each, is_period=True) for each in made.categories)
        return draw(replace(made, categories=categories), width, source_sans(), COLOURS)


def texts(drawing: Drawing) -> list[str]:
    return [item.text for item in drawing.items if isinstance(item, TextRun)]


def test_lying_bars_show_every_name_and_value() -> None:
    shown = texts(draw(chart("liggende staaf", ["Syrië", "onbekend"], {"a": [106, 26]}), WIDTH, source_sans(), COLOURS))
    assert shown == ["Syrië", "106", "onbekend", "26"]


def test_lying_bars_say_a_unit_that_would_mislead_unsaid() -> None:
    made = replace(chart("liggende staaf", ["Syrië"], {"a": [31]}), unit="x 1.000 aanvragen")
    assert "x 1.000 aanvragen" in texts(draw(made, WIDTH, source_sans(), COLOURS))


def test_lines_are_named_at_their_end_with_the_last_value() -> None:
    made = chart("lijn", ["jan", "feb", "mrt"], {"Eerste": [1560, None, 341], "Nareis": [340, 330, 341]})
    shown = texts(draw(made, WIDTH, source_sans(), COLOURS))
    assert "Eerste 341" in shown
    assert "Nareis 341" in shown
    assert shown.count("aanvragen") == 1


def test_a_unit_that_a_name_says_itself_is_not_said_again() -> None:
    made = chart("staaf", ["a"], {"Eerste": [1]})
    names = ("Eerste aanvragen", "Nareis", "")
    assert [made.with_unit(name) for name in names] == ["Eerste aanvragen", "Nareis (aanvragen)", "aanvragen"]
    assert replace(made, unit="aantal").with_unit("Nareis") == "Nareis"


def test_no_line_of_a_break_or_event_runs_through_the_unit() -> None:
    made = chart("stroom", [str(month) for month in range(12)], {"2020": [1970, 1515, 1025, 270, *[None] * 8]})
    marked = replace(
        made,
        subject="Mensen die asiel vragen",
        unit="personen",
        breaks=(SeriesBreak(3, "andere bron vanaf april 2020"),),
        annotations=(Annotation(2, "grenzen dicht"),),
    )
    drawing = draw(marked, WIDTH, source_sans(), COLOURS)
    heights = {item.text: item.y for item in drawing.items if isinstance(item, TextRun)}
    assert heights["Mensen die asiel vragen (personen)"] > heights["grenzen dicht"]
    assert heights["Mensen die asiel vragen (personen)"] > heights["andere bron vanaf april 2020"]


def test_a_line_that_ends_early_says_when() -> None:
    made = replace(chart("lijn", ["", ""], {"Nareis": [51, None]}), categories=months(2))
    assert "Nareis 51 (jan 2015)" in texts(draw(made, WIDTH, source_sans(), COLOURS))


def test_lines_with_equal_ends_stand_in_their_own_order() -> None:
    drawing = draw(chart("lijn", ["a", "b"], {"Eerste": [1, 2], "Tweede": [3, 2]}), WIDTH, source_sans(), COLOURS)
    heights = {item.text: item.y for item in drawing.items if isinstance(item, TextRun)}
    assert heights["Eerste 2"] > heights["Tweede 2"]


@pytest.mark.parametrize("kind", ["lijn", "staaf"])
def test_of_many_months_only_the_years_are_named(kind: str) -> None:
    names = [""] * 29
    few = replace(chart(kind, names[:6], {"a": [1] * 6}), categories=months(6))
    many = replace(chart(kind, names, {"a": [1] * 29}), categories=months(29))
    assert {"jan", "jun", "2015"} <= set(texts(draw(few, WIDTH, source_sans(), COLOURS)))
    shown = texts(draw(many, WIDTH, source_sans(), COLOURS))
    assert {"2015", "2016", "2017"} <= set(shown)
    assert not {*MONTHS} & set(shown)


@pytest.mark.parametrize("kind", ["lijn", "staaf", "liggende staaf"])
def test_dashes_mean_provisional_and_nothing_else(kind: str) -> None:
    final = chart(kind, ["a", "b", "c"], {"x": [1, 2, 3], "y": [3, 2, 1]})
    part = replace(final, series=tuple(provisional_from(each, 2) for each in final.series))
    assert not dashed(draw(final, WIDTH, source_sans(), COLOURS))
    assert len(dashed(draw(part, WIDTH, source_sans(), COLOURS))) == 3


def dashed(drawing: Drawing) -> list[Path]:
    return [item for item in drawing.items if isinstance(item, Path) and item.dash]


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
        ([0], ["0", "1"]),
        ([3], ["0", "1", "2", "3"]),
        ([12], ["0", "5", "10", "15"]),
        (["0.5", "0.9"], ["0", "0,2", "0,4", "0,6", "0,8", "1"]),
        ([2250], ["0", "500", "1.000", "1.500", "2.000", "2.500"]),
        ([-30, 70], ["−40", "−20", "0", "20", "40", "60", "80"]),
        ([10_000_000], ["0", "2.000.000", "4.000.000", "6.000.000", "8.000.000", "10.000.000"]),
    ],
)
def test_ticks_are_round(values: list[int | str], ticks: list[str]) -> None:
    made = scale([Decimal(value) for value in values], 0, 100)
    assert [tick_text(tick) for tick in made.ticks] == ticks


def test_the_palette_can_be_seen() -> None:
    """WCAG 2.2, 1.4.11: marks at least 3:1 on white; neighbours differ in lightness, for who sees no colour."""
    assert all(contrast(colour, "#ffffff") >= 3 for colour in COLOURS)
    assert all(contrast(one, other) >= 1.25 for one, other in pairwise(COLOURS))


@pytest.mark.parametrize("kind", ["lijn", "staaf", "liggende staaf"])
def test_texts_can_be_read(kind: str) -> None:
    """WCAG 2.2, 1.4.3: at least 4.5:1 on white, in the colour of any series."""
    made = chart(kind, ["a", "b"], {name: [1, None] for name in "pqrstu"})
    drawing = draw(made, WIDTH, source_sans(), COLOURS)
    assert all(contrast(item.colour, "#ffffff") >= 4.5 for item in drawing.items if isinstance(item, TextRun))


def test_only_the_line_that_breaks_is_interrupted() -> None:
    made = chart("lijn", ["jan", "feb", "mrt", "apr"], {"Eerste": [4, 3, 2, 1], "Tweede": [1, 2, 3, 4]})
    of_both = draw(replace(made, breaks=(SeriesBreak(2, "andere bron"),)), WIDTH, source_sans(), COLOURS)
    of_one = draw(replace(made, breaks=(SeriesBreak(2, "andere bron", (0,)),)), WIDTH, source_sans(), COLOURS)
    lines = [
        sum(isinstance(item, Path) and item.width == LINE and not item.fill for item in drawing.items)
        for drawing in (of_both, of_one)
    ]
    assert lines == [4, 3]


def test_a_stack_with_an_unknown_part_is_not_drawn() -> None:
    made = replace(chart("staaf", ["a", "b"], {"x": [1, 2], "y": [3, None]}), form="gestapeld")
    drawing = draw(made, WIDTH, source_sans(), COLOURS)
    assert len([item for item in drawing.items if isinstance(item, Path) and item.fill in COLOURS]) == 2


@pytest.mark.parametrize("kind", ["liggende staaf", "piramide"])
def test_rows_of_months_name_their_year(kind: str) -> None:
    made = chart(kind, ["dec", "jan"], {"a": [1, 2], "b": [3, 4]})
    categories = (Category("dec", "2019", "december 2019", True), Category("jan", "2020", "januari 2020", True))
    shown = texts(draw(replace(made, categories=categories), WIDTH, source_sans(), COLOURS))
    assert {"december 2019", "januari 2020"} <= set(shown)


@pytest.mark.parametrize("kind", ["staaf", "vlak"])
def test_a_stack_is_named_with_its_last_figure_that_is_drawn(kind: str) -> None:
    made = replace(chart(kind, ["jan", "feb"], {"A": [5, 341], "B": [7, None]}), form="gestapeld")
    shown = " ".join(texts(draw(made, WIDTH, source_sans(), COLOURS)))
    assert "A 5 (jan)" in shown
    assert "341" not in shown


COUNTRIES = ["Afghanistan", "Algerije", "Marokko", "Sierra Leone", "Verenigde Staten van Amerika", "Iran", "Irak"]


@pytest.mark.parametrize("count", [2, 5, 7])
def test_names_below_bars_are_whole(count: int) -> None:
    names = COUNTRIES[:count]
    half = (WIDTH - 20) / 2
    shown = texts(draw(chart("staaf", names, {"a": [*range(1, count + 1)]}), half, source_sans(), COLOURS))
    assert set(" ".join(names).split()) <= set(" ".join(shown).split())


def test_names_that_fit_in_no_way_are_refused() -> None:
    names = ["Asielzoekersopvangcapaciteitsuitbreidingsplannenoverlegorgaan" * 2] * 30
    with pytest.raises(NamesTooWide):
        draw(chart("staaf", names, {"a": [*range(1, 31)]}), WIDTH, source_sans(), COLOURS)


def test_a_panel_without_a_change_of_source_has_no_break() -> None:
    made = chart("kleine veelvouden", ["jan", "feb", "mrt"], {"a": [1, 2, 3], "b": [4, 5, 6]})
    counts = []
    for places in ((), (0,), (0, 1)):
        breaks = (SeriesBreak(1, "andere bron", places),) if places else ()
        items = draw(replace(made, breaks=breaks), WIDTH, source_sans(), COLOURS).items
        counts.append(sum(isinstance(item, Path) and item.dash == BREAK for item in items))
    assert counts == [0, 2, 3]  # one of them explains the dashes


@pytest.mark.parametrize(("said", "is_beside"), [("grenzen dicht", True), ("grenzen dicht, " * 12, False)])
def test_what_a_line_in_panels_means_is_beside_the_unit_where_it_has_room(said: str, is_beside: bool) -> None:
    made = chart("kleine veelvouden", ["jan", "feb", "mrt"], {"a": [1, 2, 3], "b": [4, 5, 6]})
    drawing = draw(replace(made, annotations=(Annotation(1, said),)), WIDTH, source_sans(), COLOURS)
    runs = [item for item in drawing.items if isinstance(item, TextRun)]
    [key], [unit] = ([run for run in runs if run.text.startswith(begin)] for begin in ("feb: ", unit_name(made.unit)))
    assert (key.y == unit.y) == is_beside


def test_no_line_is_seen_through_the_name_of_an_event() -> None:
    months = [str(place) for place in range(12)]
    made = chart("lijn", months, {"a": [*range(12)]})
    events = tuple(Annotation(place, f"gebeurtenis {place} met veel woorden erbij") for place in range(2, 9))
    items = list(draw(replace(made, annotations=events), 224.0, source_sans(), COLOURS).items)
    for place, item in enumerate(items):
        if not (isinstance(item, TextRun) and item.text.startswith("gebeurtenis")):
            continue
        width = source_sans().face("regular").width(item.text, item.size)
        for later in (each for each in items[place:] if isinstance(each, Path) and len(each.commands) == 2):
            (x, low), (to_x, high) = (operands for _, operands in later.commands)
            is_upright = x == to_x and later.width == 0.5
            assert not (is_upright and item.x < x < item.x + width and low < item.y < high)
