"""What a listener hears of each kind of chart, also of odd data: read the golden file as a person."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rapportage.diagnostics import Findings
from rapportage.document import (
    Absence,
    Annotation,
    Category,
    Chart,
    ChartForm,
    ChartSeries,
    CrossReference,
    Point,
    SeriesBreak,
    Text,
    values,
    walk,
)
from rapportage.document.chart_kinds import BY_WORD
from rapportage.figures.words.periods import MONTHS, SHORT_MONTHS
from rapportage.pipeline import BuildRequest, compose
from rapportage.text.charts.alternative import LONGEST, alternative_text
from rapportage.text.charts.figure_tables import figure_table
from tests.faults import ROOT
from tests.pages.charts.test_draw import charts
from tests.text.told import untold
from tests.validation.samples import SAMPLES

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


def chart(kind: str, values: dict[str, list[int | None]], *, months: bool) -> Chart:
    names = tuple(
        Category(SHORT_MONTHS[at], "2020", f"{MONTHS[at]} 2020", is_period=True) if months else Category(name, "", name)
        for at, name in enumerate(LANDS)
    )
    series = tuple(ChartSeries(name, tuple(map(point, points))) for name, points in values.items())
    return Chart("c", "Figuur 1", (Text("Nareizigers"),), BY_WORD[kind], names, series, "personen", "")


def test_how_each_kind_is_told(golden: Callable[[str, str], None]) -> None:
    lines = []
    elsewhere = ("kaart", "doos")  # of areas and of what is gathered: test_maps and test_boxes
    for kind in (word for word in BY_WORD if word not in elsewhere):
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


def test_a_change_that_is_none_or_not_known_is_said_as_such() -> None:
    made = chart("verloop", {"Eerste": [17, 17], "Tweede": [None, 19], "Derde": [69, 106]}, months=True)
    text = alternative_text(replace(made, categories=made.categories[:2]))
    told = "Eerste beide keren 17; Tweede onbekend in januari 2020 en 19 in februari 2020; Derde van 69 naar 106."
    assert text.endswith(told)


TABLE = (Text("De cijfers staan in "), CrossReference("tabel 1", "t"), Text("."))
WHERE = "De cijfers staan in tabel 1."


@st.composite
def told_charts(draw_from: st.DrawFn) -> Chart:
    """Random charts as `resolve` makes them, with names that can be told apart, and perhaps a table of figures."""
    made = draw_from(charts())
    over_time = made.categories[0].group != "" or made.kind.word in ("stroom", "verloop")
    categories = tuple(
        Category(each.label, each.group, f"{each.label} {each.group}".strip(), is_period=over_time)
        for each in made.categories
    )
    series = made.series
    if made.kind.word == "stroom":
        series = (replace(series[0], name="2019", role="faint"), replace(series[-1], name="2020", role="plain"))
    if made.kind.word == "aandeel":
        series = (replace(series[0], name=""),)
    absences = st.sampled_from([None, Absence("<5", "minder dan 5"), Absence("[…]", "nog in te vullen")])
    if draw_from(st.booleans()):
        series = tuple(
            replace(each, absences=tuple(draw_from(absences) for _ in each.points)) if each.name else each
            for each in series
        )
    figures = draw_from(st.sampled_from([(), TABLE]))
    made = replace(made, categories=categories, series=series, table_link=figures)
    return replace(made, alternative=alternative_text(made))


@settings(max_examples=200, deadline=None)
@given(told_charts())
def test_no_series_is_missing(made: Chart) -> None:
    event(f"kind {made.kind.word}")
    event("shortened" if made.alternative.endswith(WHERE) else "whole")
    assert untold(made, in_short=made.alternative.endswith(WHERE)) == []


@settings(max_examples=200, deadline=None)
@given(told_charts())
def test_what_is_left_out_of_a_long_text_is_in_the_table(made: Chart) -> None:
    whole, text = alternative_text(replace(made, table_link=())), made.alternative
    event("short enough" if len(whole) <= LONGEST else "too long")
    if len(whole) <= LONGEST or not made.table_link:
        assert text == whole
        return
    assert text.endswith(WHERE)
    assert "het hoogste" not in text
    assert "het laagste" not in text


def lines(count: int, points: list[int | None], name: str = "Reeks") -> Chart:
    return replace(chart("lijn", {f"{name} {at}": points for at in range(count)}, months=True), table_link=TABLE)


def test_the_extremes_are_left_out_first_and_of_all_series() -> None:
    short, long = (alternative_text(lines(count, [700, 815, 40, 51])) for count in (2, 6))
    assert short.count("het hoogste was 815") == 2
    assert WHERE not in short
    assert "hoogste" not in long
    assert long.count("van 700 in januari 2020 gedaald naar 51 in april 2020") == 6
    assert long.endswith(f" {WHERE}")


def test_then_the_periods_that_the_opening_names() -> None:
    text = alternative_text(lines(12, [700, 815, 40, 51]))
    assert text.startswith("Lijngrafiek, eenheid personen: Nareizigers, januari 2020 tot en met april 2020. Reeks 0: ")
    assert text.count("van 700 gedaald naar 51.") == 12
    late = alternative_text(lines(12, [700, 815, 40, None]))
    assert late.count("van 700 gedaald naar 40 in maart 2020; onbekend in april 2020.") == 12


def test_a_text_is_never_cut() -> None:
    """Whatever its length; `charts` then warns."""
    made = lines(12, [700, 815, 40, 51], "Een reeks met een naam die zo lang is dat zij nergens naast past, nummer")
    made = replace(made, alternative=alternative_text(made))
    assert len(made.alternative) > LONGEST
    assert untold(made) == []


@pytest.mark.parametrize(
    ("points", "told"),
    [
        ([None, 700, 815, 51], "april 2020; het hoogste was 815 in maart 2020; het laagst in april 2020; "
                               "onbekend in januari 2020."),
        ([None, None, 815, 51], "gedaald naar 51 in april 2020; onbekend tot en met februari 2020."),
        ([700, 51, None, None], "gedaald naar 51 in februari 2020; onbekend vanaf maart 2020."),
        ([700, None, 51, None], "naar 51 in maart 2020; onbekend in februari 2020; onbekend in april 2020."),
        ([None, 5, 5, None], "steeds 5; onbekend in januari 2020; onbekend in april 2020."),
        ([None, 5, None, None], "Nareis: alleen 5 in februari 2020."),
    ],
)  # fmt: skip
def test_gaps_at_either_end_are_told(points: list[int | None], told: str) -> None:
    text = alternative_text(chart("lijn", {"Nareis": points}, months=True))
    assert text.endswith(told)


def test_a_small_count_at_an_end_is_no_gap() -> None:
    series = ChartSeries(
        "Nareis", (None, point(7), point(9), None), absences=(Absence("<5", "minder dan 5"), None, None, None)
    )
    text = alternative_text(replace(chart("lijn", {}, months=True), series=(series,)))
    assert text.endswith("gestegen naar 9 in maart 2020; onbekend in april 2020; minder dan 5 in januari 2020.")


def test_a_gap_is_told_in_the_words_of_the_table() -> None:
    """One word for one thing: what a cell of the table says of a period, the text says as well."""
    made = chart("lijn", {}, months=True)
    months = tuple(Category(SHORT_MONTHS[at], "2020", f"{MONTHS[at]} 2020", is_period=True) for at in range(6))
    absences = (Absence("[…]", "nog in te vullen"), None, None, None, None, Absence("", "niet van toepassing"))
    series = ChartSeries("Nareis", (None, point(7), None, None, point(9), None), absences=absences)
    made = replace(made, categories=months, series=(series,))
    assert alternative_text(made).endswith(
        "Nareis: van 7 in februari 2020 gestegen naar 9 in mei 2020; nog in te vullen in januari 2020; "
        "onbekend in 2 perioden; niet van toepassing in juni 2020."
    )
    cells = [cell.content for row in figure_table(made, "t", "Tabel 1").body for cell in row.cells]
    spoken = {value.spoken for content in cells for value in values(content) if value.spoken}
    assert spoken == {"nog in te vullen", "onbekend", "niet van toepassing"}


def test_a_break_in_one_of_two_series_is_said_of_that_one() -> None:
    made = chart("lijn", {"Nareis": [7, 8, 9, 10], "Asiel": [1, 2, 3, 4]}, months=True)
    label = "andere bron vanaf maart 2020"
    one, both = (replace(made, breaks=(SeriesBreak(2, label, which),)) for which in ((1,), (0, 1)))
    assert ". Andere bron vanaf maart 2020 bij Asiel. Nareis: " in alternative_text(one)
    assert ". Andere bron vanaf maart 2020. Nareis: " in alternative_text(both)


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("aantal", "Lijngrafiek, in aantallen: "),
        ("%", "Lijngrafiek, in procenten: "),
        ("procentpunt", "Lijngrafiek, in procentpunten: "),
        ("x 1.000", "Lijngrafiek, in duizenden: "),
        ("× 1.000 aanvragen", "Lijngrafiek, in duizenden aanvragen: "),
        ("x 1 000\u00a0euro", "Lijngrafiek, in duizenden euro: "),
        ("x 1.000.000 euro", "Lijngrafiek, in miljoenen euro: "),
        ("mln euro", "Lijngrafiek, in miljoenen euro: "),
        ("x 1.000.000.000 euro", "Lijngrafiek, in miljarden euro: "),
        ("miljard euro", "Lijngrafiek, in miljarden euro: "),
        ("x 1.0005", "Lijngrafiek, eenheid x 1.0005: "),
        ("personen", "Lijngrafiek, eenheid personen: "),
        ("miljoenste delen", "Lijngrafiek, eenheid miljoenste delen: "),
        ("per 1.000 inwoners", "Lijngrafiek, per 1.000 inwoners: "),
        ("leerlingen per groep", "Lijngrafiek, in leerlingen per groep: "),
        ("% van het bbp", "Lijngrafiek, in procenten van het bbp: "),
        ("euro", "Lijngrafiek, in euro: "),
        ("euro (x 1.000)", "Lijngrafiek, in duizenden euro: "),
        ("maanden", "Lijngrafiek, in maanden: "),
        ("hectare", "Lijngrafiek, in hectare: "),
        ("°C", "Lijngrafiek, in graden Celsius: "),
        ("index (2020=100)", "Lijngrafiek, index, 2020 is 100: "),
        ("index", "Lijngrafiek, index: "),
        ("", "Lijngrafiek: "),
    ],
)
def test_the_unit_is_said_once_at_the_start(unit: str, words: str) -> None:
    text = alternative_text(replace(chart("lijn", {"Nareis": [700, 815, None, 51]}, months=True), unit=unit))
    assert text.startswith(words + "Nareizigers, ")
    assert text.count(words) == 1


@pytest.mark.parametrize(("kind", "form"), [("aandeel", "naast elkaar"), ("staaf", "100%")])
def test_a_chart_of_parts_of_a_whole_says_so_itself(kind: str, form: ChartForm) -> None:
    made = replace(chart(kind, {"": [50, 26, 14, 10]}, months=kind == "staaf"), unit="%", form=form)
    assert alternative_text(made).startswith(
        ("Balk van 100%: Nareizigers.", "Staafdiagram, in procenten van het geheel: Nareizigers, januari")
    )


@pytest.mark.parametrize("count", [1, 5, 60, 400])
def test_a_long_list_says_how_many_are_left_out_and_ends_with_the_last(count: int) -> None:
    names = tuple(Category(f"Land nummer {at}", "", f"Land nummer {at}") for at in range(count))
    series = ChartSeries("a", tuple(point(1000 - at) for at in range(count)))
    made = replace(chart("staaf", {}, months=False), categories=names, series=(series,), table_link=TABLE)
    text = alternative_text(made)
    told = text.count("Land nummer")
    if count < 60:
        assert told == count
        return
    assert f", nog {count - told} andere en als laatste Land nummer {count - 1} {1001 - count}. {WHERE}" in text
    assert LONGEST - 40 < len(text) <= LONGEST
    assert alternative_text(replace(made, table_link=())).count("Land nummer") == count


def test_of_a_long_list_what_is_not_known_is_told_apart() -> None:
    names = tuple(Category(f"Land nummer {at}", "", f"Land nummer {at}") for at in range(60))
    series = ChartSeries("a", tuple(point(1000 - at) if at < 40 else None for at in range(60)))
    made = replace(chart("staaf", {}, months=False), categories=names, series=(series,), table_link=TABLE)
    text = alternative_text(made)
    assert " andere en als laatste Land nummer 39 961; Land nummer 40 onbekend, " in text
    assert text.endswith(f" andere en als laatste Land nummer 59 onbekend. {WHERE}")


def test_of_a_long_pyramid_the_first_and_last_figure_of_either_side_are_told() -> None:
    names = tuple(Category(f"Leeftijd {at}", "", f"Leeftijd {at}") for at in range(60))
    left, right = (
        tuple(point(at) if begin <= at < end else None for at in range(60)) for begin, end in ((30, 40), (0, 60))
    )
    made = replace(chart("piramide", {}, months=False), categories=names, table_link=TABLE)
    text = alternative_text(replace(made, series=(ChartSeries("Man", left), ChartSeries("Vrouw", right))))
    assert "; Leeftijd 30 30 en 30; nog 8 andere; Leeftijd 39 39 en 39; nog 19 andere; als laatste Leeftijd 59 " in text
    assert text.endswith(f"Leeftijd 59 onbekend en 59. {WHERE}")


def test_no_series_of_a_sample_is_missing() -> None:
    documents = [compose(BuildRequest(layout, period, ROOT), Findings()) for layout, period in SAMPLES]
    found = [block for each in documents if each for block in walk(each.blocks) if isinstance(block, Chart)]
    assert len(found) > 30
    assert {block.id: missed for block in found if (missed := untold(block))} == {}
