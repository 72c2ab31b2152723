"""Points in a plane: where they are, what names them, and what is not drawn."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path as File

import pytest
from msgspec.structs import replace

from rapportage.document import Chart, ChartSeries, SeriesBreak, Text, plain_text, walk
from rapportage.document.chart_kinds import SCATTER
from rapportage.document.drawing import Drawing, Path, TextRun
from rapportage.figures.languages.dutch import DUTCH
from rapportage.pages.charts import draw
from rapportage.pages.fonts import source_sans
from rapportage.text.charts.alternative import alternative_text
from rapportage.text.charts.figure_tables import figure_table
from tests.faults import built, lines, project
from tests.pages.charts.test_draw import COLOURS, WIDTH, chart, provisional_from, texts

NAMES = ["A", "B", "C", "D"]


def plane(across: list[int | None], up: list[int | None], names: list[str] = NAMES) -> Chart:
    made = chart("spreiding", names, {"Instroom": across, "Inwilliging": up})
    units = zip(made.series, ("personen", "%"), strict=True)
    return replace(made, unit="", series=tuple(replace(each, unit=unit) for each, unit in units))


def drawn(made: Chart, width: float = WIDTH) -> Drawing:
    return draw(made, width, source_sans(), COLOURS)


def markers(drawing: Drawing) -> list[Path]:
    return [item for item in drawing.items if isinstance(item, Path) and item.commands[-1][0] == "Z"]


def middle(mark: Path) -> tuple[float, float]:
    """The middle of what a marker spans."""
    corners = [numbers for _, numbers in mark.commands if numbers]
    across, up = zip(*corners, strict=True)
    return (min(across) + max(across)) / 2, (min(up) + max(up)) / 2


def test_points_are_where_both_scales_say() -> None:
    drawing = drawn(plane([0, 100, 200, -100], [0, 10, -10, 20]))
    dots = [middle(mark) for mark in markers(drawing)]
    zero, one, two, minus = dots
    assert one[0] - zero[0] == pytest.approx(two[0] - one[0], abs=0.05)
    assert zero[0] - minus[0] == pytest.approx(one[0] - zero[0], abs=0.05)
    assert minus[1] - zero[1] == pytest.approx(2 * (one[1] - zero[1]), abs=0.05)
    assert zero[1] - two[1] == pytest.approx(one[1] - zero[1], abs=0.05)


def test_a_point_of_which_a_figure_is_missing_is_not_drawn_at_zero() -> None:
    drawing = drawn(plane([1, None, 3, 4], [1, 2, None, 4]))
    assert len(markers(drawing)) == 2
    assert {"A", "D"} <= set(texts(drawing))
    assert not {"B", "C"} & set(texts(drawing))


def test_a_provisional_point_is_hollow_and_a_later_source_has_another_shape() -> None:
    final = plane([1, 2, 3, 4], [4, 3, 2, 1])
    part = replace(final, series=tuple(provisional_from(each, 3) for each in final.series))
    assert [mark.fill for mark in markers(drawn(final))] == [COLOURS[0]] * 4
    # The sign in the key is the first.
    assert [mark.fill for mark in markers(drawn(part))] == ["#ffffff", *[COLOURS[0]] * 3, "#ffffff"]
    assert "voorlopig" in texts(drawn(part))
    parted = drawn(replace(final, breaks=(SeriesBreak(2, "andere bron vanaf C"),)))
    assert [len(mark.commands) for mark in markers(parted)] == [5, 9, 9, 5, 5]
    assert "andere bron vanaf C" in texts(parted)


def test_both_axes_have_their_unit() -> None:
    assert {"Instroom (personen)", "Inwilliging (%)"} <= set(texts(drawn(plane([1, 2, 3, 4], [1, 2, 3, 4]))))


def test_names_that_have_no_room_are_left_out_and_that_is_said() -> None:
    names = [f"Gemeente nummer {place}" for place in range(40)]
    same = drawn(plane([7] * 40, [7] * 40, names), WIDTH / 2)
    assert 0 < len(set(names) & set(texts(same))) < 40
    assert DUTCH.charts.unnamed in " ".join(texts(same)[-2:])
    assert DUTCH.charts.unnamed not in " ".join(texts(drawn(plane([1, 2, 3, 4], [1, 2, 3, 4]))))


def test_a_name_that_is_far_from_its_point_has_a_line_to_it() -> None:
    same = drawn(plane([7] * 12, [7] * 12, [f"Nummer {place}" for place in range(12)]))
    alone = drawn(plane([7], [7], ["Nummer 0"]))

    def lines_in(drawing: Drawing) -> int:
        return len([item for item in drawing.items if isinstance(item, Path) and item.commands[-1][0] != "Z"])

    assert lines_in(same) > lines_in(alone)


def test_it_is_told_with_both_units_its_extremes_and_what_stands_out() -> None:
    made = plane([10, 20, 30, 40, 50], [5, 4, 3, 2, 1], [*"ABCDE"])
    assert alternative_text(made) == (
        "Spreidingsdiagram: Proef. Horizontaal Instroom (personen), verticaal Inwilliging (%). "
        "Instroom: het hoogst bij E (50); het laagst bij A (10). "
        "Inwilliging: het hoogst bij A (5); het laagst bij E (1). Punten verder naar rechts liggen meestal lager. "
        "A 10 en 5; B 20 en 4; C 30 en 3; D 40 en 2; E 50 en 1."
    )
    assert "naar rechts" not in alternative_text(plane([1, 2, 3, 4, 5], [3, 1, 5, 2, 4], [*"ABCDE"]))


def test_the_table_has_both_units() -> None:
    table = figure_table(plane([1, 2, 3, 4], [1, 2, 3, 4]), "t", "Tabel 1")
    heads = [plain_text(cell.content) for cell in table.head[0].cells]
    assert heads == ["Onderdeel", "Instroom (personen)", "Inwilliging (%)"]


PERIOD = """\
periode: 2020-05
uitgave: {{datum: 2020-07-24}}
bronnen: {{ind: {{titel: Mei, uitgever: IND, datum: 2020-06-24}}}}
cijfers:
  instroom:
    titel: Instroom
    eenheid: personen
    bron: ind
    totaal: 41
    naar: {{land: {{A: {a}, B: <5, C: 8}}}}
  inwilliging:
    titel: Inwilliging
    eenheid: '%'
    bron: ind
    totaal: 50
    naar: {{land: {{A: 20, B: 12, C: 10}}}}
"""
PAIR = "reeksen: [{naam: Instroom, waarde: '{{ rij }}'}, {naam: Inwilliging, waarde: '{{ inwilliging[rij.naam] }}'}]"
LAYOUT = "titel: P\nblokken:\n  - kop: A\n  - grafiek: {{id: g, titel: G, soort: spreiding, {keys}}}\n"


def report(folder: File, keys: str, a: str = "20") -> tuple[Chart | None, str]:
    made, findings = built(project(folder, layout=LAYOUT.format(keys=keys), period=PERIOD.format(a=a)))
    charts = [block for block in walk(made.document.blocks) if isinstance(block, Chart)] if made else []
    return (charts[0] if charts else None), "\n".join(lines(findings))


def test_two_units_are_no_fault_and_what_is_left_out_has_a_note(tmp_path: File) -> None:
    made, told = report(tmp_path, f"cijfers: '{{{{ instroom }}}}', {PAIR}")
    assert told == ""
    assert made is not None
    assert [series.unit for series in made.series] == ["personen", "%"]
    notes = [plain_text(note.content) for note in made.notes]
    assert "Van B zijn niet beide cijfers bekend: dat punt ontbreekt." in notes
    assert "B minder dan 5 en 12" in made.alternative


def test_it_has_two_series(tmp_path: File) -> None:
    one = "reeksen: [{naam: Instroom, waarde: '{{ rij }}'}]"
    assert "een spreiding heeft twee reeksen" in report(tmp_path, f"cijfers: '{{{{ instroom }}}}', {one}")[1]


def test_a_series_without_figures_of_points_can_be_told() -> None:
    """Such a chart isn't made of a report, and its words may still not fail."""
    empty = ChartSeries("Leeg", (None, None), unit="%")
    made = replace(plane([1, 2], [1, 2], ["A", "B"]), series=(empty, empty), caption=(Text("Proef"),))
    assert "Leeg: geen bekende cijfers." in alternative_text(made)
    assert markers(drawn(made)) == []
    assert made.kind is SCATTER
    assert Decimal(0) not in [point for series in made.series for point in series.points]
    assert all(isinstance(item, Path | TextRun) for item in drawn(made).items)
