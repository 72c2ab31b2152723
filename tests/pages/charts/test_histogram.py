"""Histograms: which classes there are, what is in them, and what is in none."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from pathlib import Path as File

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.document import Chart, Table, plain_text, walk
from rapportage.document.drawing import Path, texts
from rapportage.input.specs.blocks.classes import MOST_CLASSES, ClassesSpec
from rapportage.pipeline import BuildResult, trace
from rapportage.text.charts.classes import bounds_of
from tests.faults import built, lines, project

VALUES = st.lists(st.decimals(-1_000_000, 1_000_000, places=2), min_size=1, max_size=60)
WHOLE = st.lists(st.integers(-5_000, 1_000_000).map(Decimal), min_size=1, max_size=60)


@given(st.one_of(VALUES, WHOLE), st.one_of(st.none(), st.integers(2, MOST_CLASSES)))
def test_classes_hold_every_value_and_are_equally_wide_and_no_more_than_asked(
    values: list[Decimal], most: int | None
) -> None:
    bounds = bounds_of(values, None if most is None else ClassesSpec(most, (), None))  # type: ignore[arg-type]
    assert bounds[0] <= min(values)
    assert max(values) < bounds[-1]
    assert len({after - before for before, after in pairwise(bounds)}) == 1
    assert len(bounds) - 1 <= (most or 3 * len(values).bit_length() // 2)
    # No class before the first figure, none after the last.
    assert bounds[1] > min(values)
    assert bounds[-2] <= max(values)
    if all(value == value.to_integral_value() for value in values):
        assert all(bound == bound.to_integral_value() for bound in bounds)


@pytest.mark.parametrize(
    ("values", "bounds"),
    [
        ("3", "3 4"),
        ("0.5 0.5", "0.5 0.6"),
        ("0 9", "0 5 10"),
        ("0 10", "0 5 10 15"),
        ("-1 1", "-1 0 1 2"),
        ("-20 -10 -5", "-20 -10 0"),
        ("412 455 430 489 401", "400 425 450 475 500"),
    ],
)
def test_bounds_are_round(values: str, bounds: str) -> None:
    assert bounds_of(list(map(Decimal, values.split()))) == tuple(map(Decimal, bounds.split()))


PERIOD = """\
periode: 2020-05
uitgave: {{datum: 2020-07-24}}
bronnen: {{ind: {{titel: Mei, uitgever: IND, datum: 2020-06-24}}}}
cijfers:
  instroom:
    titel: Instroom
    eenheid: personen
    bron: ind
    {total}naar: {{land: {{{parts}}}}}
"""
LAYOUT = """\
titel: P
{secrecy}blokken:
  - kop: A
  - grafiek: {{id: g, titel: G, soort: histogram, cijfers: '{{{{ {of} }}}}'{keys}}}
"""
PARTS = "A: 3, B: 12, C: 17, D: 11, E: 29, F: 14, overige landen: 90"


def report(
    folder: File, keys: str = "", parts: str = PARTS, *, of: str = "instroom", secrecy: str = "", total: str = ""
) -> tuple[BuildResult | None, str]:
    layout = LAYOUT.format(keys=keys, of=of, secrecy=secrecy)
    total += "restposten: [overige landen]\n    " if "overige" in parts else ""
    made, findings = built(project(folder, layout=layout, period=PERIOD.format(parts=parts, total=total)))
    return made, "\n".join(lines(findings))


def chart_of(made: BuildResult | None) -> Chart:
    assert made is not None
    return next(block for block in walk(made.document.blocks) if isinstance(block, Chart))


def notes(chart: Chart) -> list[str]:
    return [plain_text(note.content) for note in chart.notes]


def test_each_part_is_in_one_class_and_what_takes_others_together_in_none(tmp_path: File) -> None:
    made, told = report(tmp_path)
    chart = chart_of(made)
    assert made is not None
    assert told == ""
    assert [each.full for each in chart.categories] == ["0 tot 10", "10 tot 20", "20 tot 30"]
    assert [point.text for point in chart.series[0].points if point] == ["1", "4", "1"]
    assert chart.gathered is not None
    assert [[each.name for each in members] for members in chart.gathered.members] == [["A"], [*"DBFC"], ["E"]]
    assert notes(chart) == ["Niet meegeteld, want samengenomen: overige landen."]
    assert chart.alternative == (
        "Histogram, eenheid personen: G. De mediaan is 13. De meeste zijn 10 tot 20: 4. "
        "0 tot 10: 1; 10 tot 20: 4; 20 tot 30: 1."
    )
    shown = [run.text for run in texts(made.drawings["g"])]
    assert {"mediaan 13", "0", "10", "20", "30", "4", "aantal", "Instroom (personen)"} <= set(shown)
    assert not {"0,5", "1,5"} & set(shown)
    assert trace(made, "2020-05").faults == ()


def test_bars_touch_and_are_as_high_as_they_count(tmp_path: File) -> None:
    made, _ = report(tmp_path)
    assert made is not None
    bars = [
        item
        for item in made.drawings["g"].items
        if isinstance(item, Path) and item.fill is not None and item.fill != "#ffffff" and item.commands[-1][0] == "Z"
    ]
    boxes = [[numbers for _, numbers in bar.commands if numbers] for bar in bars]
    (left, bottom, right), *_ = edges = [
        (min(x for x, _ in box), min(y for _, y in box), max(x for x, _ in box)) for box in boxes
    ]
    heights = [max(y for _, y in box) - bottom for box in boxes]
    assert [edge[0] for edge in edges[1:]] == pytest.approx([edge[2] for edge in edges[:-1]], abs=0.02)
    assert right - left == pytest.approx(edges[1][2] - edges[1][0], abs=0.02)
    assert heights[1] == pytest.approx(4 * heights[0], abs=0.1)


def test_beside_the_first_bound_stands_no_nought(tmp_path: File) -> None:
    made, _ = report(tmp_path, parts="A: 412, B: 455, C: 430, D: 489, E: 401")
    assert made is not None
    shown = [run.text for run in texts(made.drawings["g"])]
    assert "400" in shown
    assert "0" not in shown


def test_what_is_unknown_or_too_small_is_left_out_and_told(tmp_path: File) -> None:
    made, _ = report(tmp_path, parts="A: 3, B: <5, C: 17, D: ., E: 29")
    chart = chart_of(made)
    assert notes(chart) == ["Niet meegeteld, want zonder bekend cijfer: B en D."]
    assert [point.text for point in chart.series[0].points if point] == ["1", "1", "1"]


def test_what_is_suppressed_is_in_no_class_and_can_not_be_found(tmp_path: File) -> None:
    made, _ = report(tmp_path, secrecy="geheimhouding: {drempel: 10}\n")
    chart = chart_of(made)
    assert made is not None
    assert "Niet meegeteld, want zonder bekend cijfer: A." in notes(chart)
    assert sum(int(point.value) for point in chart.series[0].points if point) == 5
    assert all(cell.text != "3" for figure in trace(made, "2020-05").figures for cell in figure.trace.inputs)


def test_the_figures_of_classes_count_for_what_a_reader_can_compute(tmp_path: File) -> None:
    """With all others and their total in the report, the one that is suppressed is their difference."""
    shown = "  - tekst: '{{ instroom }}'\n"
    layout = LAYOUT.format(keys="", of="instroom", secrecy="geheimhouding: {drempel: 10}\n") + shown
    period = PERIOD.format(parts="A: 3, B: 12, C: 17", total="totaal: 32\n    ")
    _, findings = built(project(tmp_path, layout=layout, period=period))
    told = "\n".join(lines(findings))
    assert "instroom, A, mei 2020 is onderdrukt, maar is te berekenen: 32 (instroom) − 17 (C) − 12 (B) = 3" in told


def test_the_table_has_the_median_and_each_class_with_its_parts(tmp_path: File) -> None:
    made, _ = report(tmp_path)
    assert made is not None
    table = next(block for block in walk(made.document.blocks) if isinstance(block, Table))
    rows = [[plain_text(cell.content) for cell in row.cells] for row in table.body]
    assert rows == [
        ["Mediaan", "13"],
        ["0 tot 10: 1"],
        ["A", "3"],
        ["10 tot 20: 4"],
        ["D", "11"],
        ["B", "12"],
        ["F", "14"],
        ["C", "17"],
        ["20 tot 30: 1"],
        ["E", "29"],
    ]


@pytest.mark.parametrize(
    ("keys", "labels"),
    [
        (", klassen: 2", ["0 tot 20", "20 tot 40"]),
        (", klassen: 6", ["0 tot 5", "5 tot 10", "10 tot 15", "15 tot 20", "20 tot 25", "25 tot 30"]),
        (", klassen: [0, 15, 30]", ["0 tot 15", "15 tot 30"]),
        (", klassen: [2.5, 17.5, 32.5]", ["2,5 tot 17,5", "17,5 tot 32,5"]),
    ],
)
def test_classes_can_be_asked(tmp_path: File, keys: str, labels: list[str]) -> None:
    made, told = report(tmp_path, keys)
    assert told == ""
    assert [each.full for each in chart_of(made).categories] == labels
    assert made is not None
    assert trace(made, "2020-05").faults == ()


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (", klassen: 1", "'1' is geen aantal klassen"),
        (", klassen: veel", "'veel' is geen aantal klassen"),
        (", klassen: [0, 10]", "zijn er 3 tot en met 41 grenzen, en dit zijn er 2"),
        (", klassen: [0, 10, 30]", "de klassen zijn niet even breed"),
        (", klassen: [30, 20, 10]", "de klassen zijn niet even breed, van laag naar hoog"),
        (", klassen: [0, tien, 20]", "'tien' is geen grens van een klasse"),
        (", klassen: [0, 10, 20]", "29 ligt in geen enkele klasse"),
        (", klassen: [10, 20, 30]", "3 ligt in geen enkele klasse"),
        (", reeksen: [{naam: x, waarde: '{{ rij }}'}]", "een histogram heeft geen reeksen"),
        (", tabel: t", "'tabel' doet niets bij de soort 'histogram'"),
        (", vorm: gestapeld", "'vorm' doet niets"),
    ],
)
def test_what_can_not_be_is_told(tmp_path: File, keys: str, told: str) -> None:
    made, found = report(tmp_path, keys)
    assert made is None
    assert told in found


def test_other_kinds_have_no_classes(tmp_path: File) -> None:
    layout = LAYOUT.format(keys=", klassen: 3", of="instroom", secrecy="").replace("histogram", "staaf")
    _, findings = built(project(tmp_path, layout=layout, period=PERIOD.format(parts="A: 3, B: 12", total="")))
    assert "'klassen' doet niets bij de soort 'staaf'" in "\n".join(lines(findings))


@pytest.mark.parametrize(
    ("parts", "counts"),
    [
        ("A: 7", ["1"]),
        ("A: 7, B: 7, C: 7", ["3"]),
        ("A: 0, B: 0", ["2"]),
        ("A: 1, B: 1000", ["1", "1"]),
        (", ".join(f"P{number}: {number}" for number in range(200)), ["20"] * 10),
    ],
)
def test_few_equal_and_many(tmp_path: File, parts: str, counts: list[str]) -> None:
    made, told = report(tmp_path, parts=parts)
    assert told == ""
    shown = [point.text for point in chart_of(made).series[0].points if point]
    assert [count for count in shown if count != "0"] == counts
    assert made is not None
    assert trace(made, "2020-05").faults == ()


def test_an_empty_class_stays(tmp_path: File) -> None:
    made, _ = report(tmp_path, ", klassen: 3", parts="A: 1, B: 2, C: 28")
    assert [point.text for point in chart_of(made).series[0].points if point] == ["2", "0", "1"]
    assert made is not None
    assert trace(made, "2020-05").faults == ()


def test_without_any_figure_it_is_told(tmp_path: File) -> None:
    made, told = report(tmp_path, parts="A: ., overige landen: 4")
    assert made is None
    assert "deze grafiek heeft geen enkel bekend cijfer" in told
