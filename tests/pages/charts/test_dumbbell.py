"""Pairs of figures: which dot is which, what is between them, and where nothing may be."""

from __future__ import annotations

from pathlib import Path as File

import pytest
from msgspec.structs import replace

from rapportage.document import Absence, Category, Chart, SeriesBreak, plain_text, walk
from rapportage.document.drawing import Drawing, Path, TextRun
from rapportage.pages.charts import draw
from rapportage.pages.charts.style import LINE, PROVISIONAL
from rapportage.pages.fonts import source_sans
from rapportage.pipeline import trace
from rapportage.text.charts.alternative import alternative_text
from rapportage.text.charts.figure_tables import figure_table
from tests.faults import built, lines, project
from tests.pages.charts.test_draw import COLOURS, WIDTH, chart, provisional_from, texts


def pairs(first: list[int | None], second: list[int | None]) -> Chart:
    names = ["Amsterdam", "Breda", "Delft", "Ede"][: len(first)]
    return chart("verschil", names, {"mannen": first, "vrouwen": second})


def of_periods(made: Chart) -> Chart:
    """The same figures, with a series for each row and two periods."""
    rows = {each.name: [series.points[place] for series in made.series] for place, each in enumerate(made.categories)}
    turned = chart("verschil", ["april", "mei"], {name: [None, None] for name in rows})
    series = tuple(replace(each, points=tuple(rows[each.name])) for each in turned.series)
    categories = tuple(replace(each, is_period=True) for each in turned.categories)
    return replace(turned, series=series, categories=categories, is_over_time=True)


def drawn(made: Chart, width: float = WIDTH) -> Drawing:
    return draw(made, width, source_sans(), COLOURS)


def bars(drawing: Drawing) -> list[Path]:
    return [item for item in drawing.items if isinstance(item, Path) and item.width == LINE]


def dots(drawing: Drawing) -> list[tuple[float, bool]]:
    """How far across each is, and whether it is filled; the first two are the key."""
    marks = [item for item in drawing.items if isinstance(item, Path) and len(item.commands) in (9, 17)]
    return [
        (sum(numbers[0] for _, numbers in mark.commands if numbers) / (len(mark.commands) - 1), mark.fill != "#ffffff")
        for mark in marks
    ]


def test_each_row_goes_from_an_open_dot_to_a_filled_one() -> None:
    key_open, key_filled, *found = dots(drawn(pairs([10, 40], [30, 20])))
    assert [key_open[1], key_filled[1]] == [False, True]
    assert [is_filled for _, is_filled in found] == [False, True, False, True]
    (first, _), (second, _), (third, _), (fourth, _) = found
    assert first < fourth < second < third
    assert second - first == pytest.approx(third - fourth, abs=0.1)
    assert len(bars(drawn(pairs([10, 40], [30, 20])))) == 2


def test_the_figures_are_outside_their_dots() -> None:
    drawing = drawn(pairs([10, 40], [30, 20]))
    at = {item.text: (item.x, item.anchor) for item in drawing.items if isinstance(item, TextRun)}
    _, _, (ten, _), (thirty, _), (forty, _), (twenty, _) = dots(drawing)
    assert at["10"][0] < ten < thirty < at["30"][0]
    assert at["20"][0] < twenty < forty < at["40"][0]
    assert [at[text][1] for text in ("10", "20", "30", "40")] == ["end", "end", "start", "start"]


def test_equal_figures_are_a_ring_around_a_dot_and_both_are_written() -> None:
    drawing = drawn(pairs([17], [17]))
    ring, dot = [item for item in drawing.items if isinstance(item, Path) and len(item.commands) in (9, 17)][2:]
    assert len(ring.commands) == 17
    assert len(dot.commands) == 9
    assert texts(drawing).count("17") == 2


def test_between_what_is_unknown_or_of_another_source_is_no_bar() -> None:
    assert bars(drawn(pairs([10, None], [None, 20]))) == []
    assert texts(drawn(pairs([10, None], [None, 20]))).count("onbekend") == 2
    turned = of_periods(pairs([10, 20], [30, 40]))
    assert len(bars(drawn(turned))) == 2
    broken = drawn(replace(turned, breaks=(SeriesBreak(1, "andere bron vanaf mei", (0,)),)))
    assert len(bars(broken)) == 1
    assert "andere bron vanaf mei" in texts(broken)


def test_what_is_provisional_is_dashed_also_alone() -> None:
    final = pairs([10, None], [30, 20])
    part = replace(final, series=(final.series[0], provisional_from(final.series[1], 0)))
    assert [bar.dash for bar in bars(drawn(final))] == [()]
    # The sign in the key is the first.
    assert [bar.dash for bar in bars(drawn(part))] == [PROVISIONAL] * 3
    assert "voorlopig" in texts(drawn(part))


def test_small_counts_and_negative_figures_are_shown() -> None:
    made = pairs([-10, None], [30, 20])
    small = replace(made.series[0], absences=(None, Absence("<5", "minder dan 5")))
    shown = drawn(replace(made, series=(small, made.series[1])))
    assert "<5" in texts(shown)
    _, _, (minus, _), (thirty, _), (twenty, _) = dots(shown)
    assert minus < twenty < thirty


def test_two_periods_are_drawn_as_two_series_are() -> None:
    made = pairs([10, 40, 7], [30, 20, 7])
    turned = of_periods(made)
    names = zip(made.series, ("april", "mei"), strict=True)
    named = replace(made, series=tuple(replace(each, name=name) for each, name in names))
    assert drawn(turned) == drawn(named)


def test_periods_among_parts_stay_rows() -> None:
    """What is asked over parts has a row for each, also where those are two periods."""
    made = pairs([1, 2], [3, 4])
    months = tuple(Category(name, "2020", f"{name} 2020", is_period=True) for name in ("april", "mei"))
    assert [pair.name for pair in replace(made, categories=months).pairs] == ["april 2020", "mei 2020"]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ([10, 20], [30, 25], "Overal hoger. Het grootste verschil is bij Amsterdam. "),
        ([30, 25], [10, 20], "Overal lager. Het grootste verschil is bij Amsterdam. "),
        ([10, 25], [30, 20], "Het grootste verschil is bij Amsterdam. "),
        ([10, 20], [30, 40], "Overal hoger. "),
        ([10, None, 20], [30, 1, 21], "Het grootste verschil is bij Amsterdam. "),
        ([10], [30], ""),
    ],
)
def test_it_is_told_what_holds_for_all_only_where_all_is_known(
    first: list[int | None], second: list[int | None], told: str
) -> None:
    text = alternative_text(pairs(first, second))
    assert f"Proef. Van mannen naar vrouwen. {told}Amsterdam van {first[0]} naar {second[0]}" in text
    assert "mannen" not in alternative_text(of_periods(pairs(first, second)))
    assert told in alternative_text(of_periods(pairs(first, second)))


def test_what_is_unknown_is_told_by_its_side() -> None:
    assert "Breda onbekend en 20." in alternative_text(pairs([10, None], [30, 20]))
    assert "Breda onbekend in april en 20 in mei." in alternative_text(of_periods(pairs([10, None], [30, 20])))


def test_the_table_has_both_series() -> None:
    table = figure_table(pairs([10, 20], [30, 40]), "t", "Tabel 1")
    assert [plain_text(cell.content) for cell in table.head[0].cells] == [
        "Onderdeel",
        "mannen (aanvragen)",
        "vrouwen (aanvragen)",
    ]


ROWS = 342
PERIOD = """\
periode: 2020-05
uitgave: {{datum: 2020-07-24}}
bronnen: {{ind: {{titel: Mei, uitgever: IND, datum: 2020-06-24}}}}
cijfers:
  instroom: {{titel: Instroom, eenheid: personen, bron: ind, naar: {{gemeente: {{{one}}}}}}}
  uitstroom: {{titel: Uitstroom, eenheid: personen, bron: ind, naar: {{gemeente: {{{two}}}}}}}
"""
LAYOUT = """\
titel: P
blokken:
  - kop: A
  - grafiek:
      titel: G
      soort: verschil
      cijfers: "{{ instroom | top(342) }}"
      reeksen: [{naam: in 2019, waarde: '{{ rij }}'}, {naam: in 2020, waarde: '{{ uitstroom[rij.naam] }}'}]
"""


def test_it_goes_on_on_the_next_page(tmp_path: File) -> None:
    one, two = (", ".join(f"Gemeente {row}: {row * times % 997}" for row in range(ROWS)) for times in (7, 11))
    result, findings = built(project(tmp_path, layout=LAYOUT, period=PERIOD.format(one=one, two=two)))
    assert result is not None, lines(findings)
    made = next(block for block in walk(result.document.blocks) if isinstance(block, Chart))
    assert len(result.drawings[made.id].rows) == ROWS
    assert [fault.message for fault in trace(result, "2020-05").faults] == []


def test_it_is_between_two(tmp_path: File) -> None:
    layout = LAYOUT.replace(", {naam: in 2020, waarde: '{{ uitstroom[rij.naam] }}'}", "")
    _, findings = built(project(tmp_path, layout=layout, period=PERIOD.format(one="A: 1", two="A: 2")))
    assert "een verschil is tussen twee reeksen" in "\n".join(lines(findings))
