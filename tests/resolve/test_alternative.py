"""What a listener hears of each kind of chart, also of odd data: read the golden file as a person."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from rapportage.document import Annotation, Category, Chart, ChartKind, ChartSeries, Point, SeriesBreak, Text
from rapportage.resolve.alternative import LONGEST, alternative_text
from rapportage.words.periods import MONTHS, SHORT_MONTHS
from tests.charts.test_draw import charts

LANDS = ("Syrië", "onbekend", "Turkije", "Jemen")
ODD: dict[str, list[int | None]] = {
    "gewoon": [700, 815, None, 51],
    "vlak": [5, 5, 5, 5],
    "vrijwel gelijk": [1000, 990, 1010, 1001],
    "één punt": [None, 12, None, None],
    "alles ontbreekt": [None, None, None, None],
    "einde hoogst": [1, 2, 3, 4],
}


def point(value: int | None, *, provisional: bool = False) -> Point | None:
    return None if value is None else Point(Decimal(value), f"{value:,}".replace(",", "."), provisional)


def chart(kind: ChartKind, values: dict[str, list[int | None]], *, months: bool) -> Chart:
    names = tuple(
        Category(SHORT_MONTHS[at], "2020", f"{MONTHS[at]} 2020", is_period=True) if months else Category(name, "", name)
        for at, name in enumerate(LANDS)
    )
    series = tuple(ChartSeries(name, tuple(map(point, points))) for name, points in values.items())
    return Chart("c", "Figuur 1", (Text("Nareizigers"),), kind, names, series, "personen", "")


def test_how_each_kind_is_told(golden: Callable[[str, str], None]) -> None:
    lines = []
    for kind in get_args(ChartKind):
        months = kind not in ("liggende staaf", "aandeel", "piramide")
        values = {"Eerste": [106, 26, 19, 18], "Tweede": [1, 29, None, 12]}
        if kind == "aandeel":
            values = {"": [50, 26, 14, 10]}
        made = chart(kind, values, months=months)
        if kind == "verloop":
            made = replace(
                made,
                categories=made.categories[:2],
                series=tuple(replace(each, points=each.points[:2]) for each in made.series),
            )
        if kind == "stroom":
            first, second = made.series
            made = replace(made, series=(replace(first, name="2019", role="faint"), replace(second, name="2020")))
        lines.append(f"{kind}: {alternative_text(made)}")
    for name, points in ODD.items():
        lines.append(f"lijn, {name}: {alternative_text(chart('lijn', {'Nareis': points}, months=True))}")
        lines.append(f"staaf, {name}: {alternative_text(chart('staaf', {'Nareis': points}, months=False))}")
    odd = chart("lijn", {"Nareis": [4, 3]}, months=True)
    late = replace(odd.series[0], points=(*odd.series[0].points, point(2, provisional=True), None))
    marked = replace(odd, series=(late,), breaks=(SeriesBreak(1, "andere bron vanaf februari 2020"),))
    lines.append(f"voorlopig: {alternative_text(replace(marked, annotations=(Annotation(2, 'grenzen dicht'),)))}")
    golden("alternatieven.txt", "\n".join(lines) + "\n")


@settings(max_examples=100, deadline=None)
@given(charts())
def test_it_is_at_most_400_characters(made: Chart) -> None:
    if made.kind == "stroom":
        return
    assert 10 < len(alternative_text(made)) <= LONGEST


@pytest.mark.parametrize("count", [1, 5, 60])
def test_a_long_list_says_how_many_are_left_out(count: int) -> None:
    names = tuple(Category(f"Land nummer {at}", "", f"Land nummer {at}") for at in range(count))
    series = ChartSeries("a", tuple(point(1000 - at) for at in range(count)))
    text = alternative_text(replace(chart("staaf", {}, months=False), categories=names, series=(series,)))
    told = text.count("Land nummer")
    assert told == count if count < 60 else f"nog {count - told}." in text
