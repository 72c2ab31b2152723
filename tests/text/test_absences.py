"""What the source does not give as a number stands in a chart, its words and its table as the source has it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from rapportage.document import (
    Absence,
    Category,
    Chart,
    ChartForm,
    ChartSeries,
    Document,
    Point,
    Table,
    Text,
    Value,
    plain_text,
    walk,
)
from rapportage.document.chart_kinds import BARS
from rapportage.document.drawing import TextRun
from rapportage.pages.charts import draw
from rapportage.pages.fonts import source_sans
from rapportage.pages.theme import default_theme
from rapportage.text.charts.alternative import course_words
from tests.text.test_charts import composed

REPEATED = "cijfers: '{{ herhaalde_aanvragen }}'"
SMALL = Absence("<5", "minder dan 5")


def parts(document: Document | None) -> tuple[Chart, Table]:
    assert document is not None
    blocks = list(walk(document.blocks))
    chart = next(block for block in blocks if isinstance(block, Chart))
    return chart, next(block for block in blocks if isinstance(block, Table))


@pytest.mark.parametrize("kind", ["staaf", "liggende staaf"])
def test_over_parts(tmp_path: Path, kind: str) -> None:
    chart, table = parts(composed(tmp_path, f"  - grafiek: {{titel: G, soort: {kind}, {REPEATED}}}")[0])
    assert "Iran 5, Afghanistan minder dan 5, Algerije minder dan 5" in chart.alternative
    cells = [row.cells[1].content[0] for row in table.body if plain_text(row.cells[0].content) == "Cuba"]
    assert [(cell.text, cell.spoken) for cell in cells if isinstance(cell, Value)] == [("<5", "minder dan 5")]
    drawn = draw(chart, 468.0, source_sans(), default_theme().chart_colours)
    assert [item.text for item in drawn.items if isinstance(item, TextRun)].count("<5") == len(chart.categories) - 1


def test_over_periods(tmp_path: Path) -> None:
    lines = "reeksen: [{naam: Cuba, cijfers: \"{{ herhaalde_aanvragen['Cuba'] }}\"}, {naam: alle, cijfers: amv}]"
    chart, table = parts(composed(tmp_path, f"  - grafiek: {{titel: G, soort: lijn, vanaf: 2020-04, {lines}}}")[0])
    assert "minder dan 5 in mei 2020" in chart.alternative
    assert [plain_text(cell.content) for cell in table.body[-1].cells] == ["mei 2020", "<5", "24"]


def test_the_table_that_a_chart_names_must_say_so_too(tmp_path: Path) -> None:
    chart = f"  - grafiek: {{titel: G, soort: liggende staaf, {REPEATED}, tabel: t}}"
    whole = "rijen: '{{ herhaalde_aanvragen }}', kolommen: [{kop: a, waarde: '{{ rij }}'}]"
    known = "rijen: '{{ herhaalde_aanvragen | bekende }}', kolommen: [{kop: a, waarde: '{{ rij }}'}]"
    codes = [
        composed(tmp_path, f"  - tabel: {{id: t, titel: T, rijkop: n, {rows}}}\n{chart}")[1] for rows in (whole, known)
    ]
    assert codes == [[], ["T418"]]


def series(*values: int | None, small: int) -> ChartSeries:
    points = tuple(None if value is None else Point(Decimal(value), str(value)) for value in values)
    return ChartSeries("", points, absences=tuple(SMALL if place == small else None for place in range(len(values))))


MONTHS = tuple(Category(name, "2020", f"{name} 2020", True) for name in ("jan", "feb", "mrt", "apr"))


def test_the_lowest_is_not_told_where_a_lower_one_is_not_given() -> None:
    words = course_words(series(9, 7, None, 12, small=2), MONTHS)
    assert words == "van 9 in jan 2020 gestegen naar 12 in apr 2020; het hoogst in apr 2020; minder dan 5 in mrt 2020."


def test_what_is_equal_but_for_a_small_one_is_not_always_so() -> None:
    assert "steeds" not in course_words(series(9, 9, None, 9, small=2), MONTHS)


@pytest.mark.parametrize("form", ["naast elkaar", "gestapeld"])
def test_no_bar_is_left_out_in_silence(form: ChartForm) -> None:
    categories = tuple(Category(str(place)) for place in range(60))
    figures = ChartSeries("a", (None, *(Point(Decimal(7), "7"),) * 58, None), absences=(SMALL,) + (None,) * 59)
    chart = Chart("c", "", (Text("c"),), BARS, categories, (figures,), "", "", form=form)
    bare = draw(chart, 468.0, source_sans(), default_theme().chart_colours)
    shown = [item.text for item in bare.items if isinstance(item, TextRun)]
    assert [text for text in shown if text in (".", "<5")] == ["<5", "."]


def test_every_sentence_begins_with_a_capital(tmp_path: Path) -> None:
    lines = "reeksen: [{naam: eerste keer, cijfers: eerste_aanvragen}]"
    chart, _ = parts(composed(tmp_path, f"  - grafiek: {{titel: G, soort: lijn, vanaf: 2020-04, {lines}}}")[0])
    assert ". Eerste keer: van 270" in chart.alternative
