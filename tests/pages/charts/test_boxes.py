"""Box plots: quartiles and what is apart, per series, group and period; and what is in none of them."""

from __future__ import annotations

from pathlib import Path as File

import pytest

from rapportage.document import Chart, Table, plain_text, walk
from rapportage.document.drawing import Path, texts
from rapportage.pages.charts.style import MUTED, TEXT
from rapportage.pipeline import BuildResult, trace
from tests.faults import built, lines, project

PERIOD = """\
periode: {period}
uitgave: {{datum: 2020-07-24}}
bronnen: {{ind: {{titel: Bron, uitgever: IND, datum: 2020-06-24}}}}
cijfers:
  a: {{titel: Instroom, eenheid: personen, bron: ind, {total}{rests}naar: {{land: {{{parts}}}}}}}
"""
LAYOUT = "titel: P\n{secrecy}blokken:\n  - kop: A\n  - grafiek: {{id: g, titel: G, soort: {kind}, {keys}}}\n"
SEVEN = "A: 1, B: 2, C: 4, D: 6, E: 8, F: 10, G: 40"
HEADS = ("Onderdeel (personen)", "Aantal", "Minimum", "Lijn vanaf", "Eerste kwartiel", "Mediaan", "Derde kwartiel")
ONE = "{naam: x, waarde: '{{ rij }}'}"
SERIES = f"reeksen: [{ONE}]"
LIST = """\
verdeling: land
onderdelen:
  A: {groepen: {deel: Noord}}
  B: {groepen: {deel: Noord}}
  C: {groepen: {deel: Noord}}
  D: {groepen: {deel: Noord}}
  E: {groepen: {deel: Noord}}
  F: {groepen: {deel: Zuid}}
  G: {}
"""


def report(
    folder: File,
    keys: str = "cijfers: '{{ a }}'",
    parts: str = SEVEN,
    *,
    secrecy: str = "",
    total: str = "",
    kind: str = "doos",
) -> tuple[BuildResult | None, str]:
    rests = "restposten: [overige], " if "overige" in parts else ""
    period = PERIOD.format(period="2020-05", parts=parts, rests=rests, total=total)
    root = project(folder, layout=LAYOUT.format(keys=keys, secrecy=secrecy, kind=kind), period=period)
    if "per:" in keys:
        (folder / "lijsten").mkdir()
        (folder / "lijsten" / "landen.yaml").write_text(LIST, encoding="utf-8")
    made, findings = built(root)
    return made, "\n".join(lines(findings))


def chart_of(made: BuildResult | None) -> Chart:
    assert made is not None
    assert trace(made, "2020-05").faults == ()
    return next(block for block in walk(made.document.blocks) if isinstance(block, Chart))


def rows(made: BuildResult | None) -> list[list[str]]:
    assert made is not None
    table = next(block for block in walk(made.document.blocks) if isinstance(block, Table))
    return [[plain_text(cell.content) for cell in row.cells] for row in (*table.head, *table.body)]


def notes(chart: Chart) -> list[str]:
    return [plain_text(note.content) for note in chart.notes]


def test_the_table_has_all_that_a_box_shows(tmp_path: File) -> None:
    made, told = report(tmp_path)
    assert told == ""
    chart = chart_of(made)
    assert rows(made) == [
        [*HEADS, "Lijn tot en met", "Maximum", "Losse punten"],
        ["Instroom", "7", "1", "1", "3", "6", "9", "10", "40", "G (40)"],
    ]
    assert chart.alternative == (
        "Doosdiagram, eenheid personen: G. Instroom: 7 cijfers van 1 tot en met 40, "
        "de middelste helft van 3 tot en met 9, mediaan 6, los daarvan G 40."
    )
    assert made is not None
    assert {"6", "G", "Instroom (personen)"} <= {run.text for run in texts(made.drawings["g"])}


def test_without_anything_apart_the_lines_end_at_the_extremes(tmp_path: File) -> None:
    made, _ = report(tmp_path, parts="A: 1, B: 2, C: 3, D: 4, E: 5")
    chart_of(made)
    assert [row[1:] for row in rows(made)][1:] == [["5", "1", "2", "3", "4", "5"]]


def test_a_box_is_where_its_quartiles_are(tmp_path: File) -> None:
    made, _ = report(tmp_path)
    assert made is not None
    found = {run.text: run.x for run in texts(made.drawings["g"]) if run.text in ("0", "10", "20", "30", "40")}
    step = (found["40"] - found["0"]) / 40
    box = next(
        item
        for item in made.drawings["g"].items
        if isinstance(item, Path) and len(item.commands) == 5 and item.fill not in (None, "#ffffff")
    )
    across = sorted({numbers[0] for _, numbers in box.commands if numbers})
    assert across == pytest.approx([found["0"] + 3 * step, found["0"] + 9 * step], abs=0.1)


EQUAL = "A: 1, B: 2, C: 3, D: 4, E: 5"


@pytest.mark.parametrize(
    ("keys", "parts", "shown"),
    [
        ("cijfers: '{{ a }}'", EQUAL, ["mediaan 3"]),
        (f"cijfers: '{{{{ a }}}}', reeksen: [{ONE}, {ONE.replace('x', 'y')}]", EQUAL, ["mediaan 3", "3"]),
        ("cijfers: '{{ a }}'", SEVEN, ["6"]),
    ],
)
def test_the_first_median_says_what_it_is(tmp_path: File, keys: str, parts: str, shown: list[str]) -> None:
    """Where no point is apart, whose name needs the room."""
    made, told = report(tmp_path, keys, parts)
    assert told == ""
    chart_of(made)
    assert made is not None
    ticks = [run.text for run in texts(made.drawings["g"]) if run.colour != TEXT]
    medians = [run.text for run in texts(made.drawings["g"]) if run.colour == TEXT and run.text[-1].isdigit()]
    assert medians == shown
    assert "0" in ticks


@pytest.mark.parametrize("kind", ["doos", "histogram"])
def test_what_the_scale_is_of_is_as_quiet_as_any_unit(tmp_path: File, kind: str) -> None:
    made, _ = report(tmp_path, "cijfers: '{{ a }}'", EQUAL, kind=kind)
    assert made is not None
    title = next(run for run in texts(made.drawings["g"]) if run.text == "Instroom (personen)")
    assert (title.role, title.colour) == ("regular", MUTED)


def test_fewer_than_five_are_points(tmp_path: File) -> None:
    made, _ = report(tmp_path, parts="A: 1, B: 2, C: 3, D: 4")
    chart = chart_of(made)
    assert "Instroom: 4 cijfers, A 1, B 2, C 3 en D 4." in chart.alternative
    assert rows(made)[1] == ["Instroom", "4", "1", "", "", "", "4", "A (1), B (2), C (3), D (4)"]
    assert made is not None
    assert {*"ABCD"} <= {run.text for run in texts(made.drawings["g"])}


def test_each_series_has_its_box(tmp_path: File) -> None:
    lines_ = "reeksen: [{naam: een, waarde: '{{ rij }}'}, {naam: twee, waarde: '{{ rij * 2 }}'}]"
    made, _ = report(tmp_path, f"cijfers: '{{{{ a }}}}', {lines_}")
    assert [each.full for each in chart_of(made).categories] == ["een", "twee"]
    assert [row[5] for row in rows(made)[1:]] == ["6", "12"]


def test_each_group_has_its_box_and_what_is_in_none_is_told(tmp_path: File) -> None:
    made, told = report(tmp_path, "cijfers: '{{ a }}', per: deel")
    assert told == ""
    chart = chart_of(made)
    assert [row[:2] for row in rows(made)[1:]] == [["Noord", "5"], ["Zuid", "1"]]
    assert notes(chart) == ["Niet meegeteld, want in geen groep: G."]


def test_each_period_has_its_box(tmp_path: File) -> None:
    (tmp_path / "data").mkdir()
    april = PERIOD.format(period="2020-04", parts="A: 2, B: 4, C: 6, D: 8, E: 10, F: ., G: 12", rests="", total="")
    (tmp_path / "data" / "2020-04.yaml").write_text(april, encoding="utf-8")
    made, told = report(tmp_path, "vanaf: 2020-04, reeksen: '{{ a }}'")
    assert told == ""
    chart = chart_of(made)
    assert [row[:2] for row in rows(made)[1:]] == [["april 2020", "6"], ["mei 2020", "7"]]
    assert notes(chart) == ["Niet meegeteld, want zonder bekend cijfer: F in april 2020."]


def test_what_takes_others_together_is_left_out_and_told(tmp_path: File) -> None:
    made, _ = report(tmp_path, parts=f"{SEVEN}, overige: 900")
    chart = chart_of(made)
    assert notes(chart) == ["Niet meegeteld, want samengenomen: overige."]
    assert rows(made)[1][1] == "7"


def test_what_is_suppressed_is_in_no_box(tmp_path: File) -> None:
    parts = "A: 3, B: 12, C: 14, D: 16, E: 18, F: 10, G: 40"
    made, _ = report(tmp_path, parts=parts, secrecy="geheimhouding: {drempel: 10}\n")
    chart = chart_of(made)
    assert notes(chart) == ["Niet meegeteld, want zonder bekend cijfer: A."]
    assert rows(made)[1][1:3] == ["6", "10"]
    assert made is not None
    assert all(cell.text != "3" for figure in trace(made, "2020-05").figures for cell in figure.trace.inputs)


def test_quartiles_count_for_what_a_reader_can_compute(tmp_path: File) -> None:
    """What a quartile rests on is taken as given: with the total of all that is too much."""
    parts = "A: 3, B: 12, C: 14, D: 16, E: 18, F: 10, G: 40"
    period = PERIOD.format(period="2020-05", parts=parts, rests="", total="totaal: 113, ")
    layout = LAYOUT.format(keys="cijfers: '{{ a }}'", kind="doos", secrecy="geheimhouding: {drempel: 10}\n")
    assert "G101" not in "\n".join(lines(built(project(tmp_path / "een", layout=layout, period=period))[1]))
    layout += "  - tekst: '{{ a }}'\n"
    found = "\n".join(lines(built(project(tmp_path / "twee", layout=layout, period=period))[1]))
    assert "G101 a, A, mei 2020 is onderdrukt, maar is te berekenen" in found


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("cijfers: '{{ a }}', per: streek", "de lijst van land heeft geen groepen 'streek'"),
        (
            "cijfers: '{{ a }}', per: deel, reeksen: [{naam: x, waarde: '{{ rij }}'}]",
            "'per' en 'reeksen' gaan niet samen",
        ),
        ("cijfers: '{{ a }}', klassen: 4", "'klassen' doet niets bij de soort 'doos'"),
        ("cijfers: '{{ a }}', tabel: t", "'tabel' doet niets bij de soort 'doos'"),
        ("vanaf: 2020-05, reeksen: '{{ a }}', per: deel", "'per' doet niets bij de soort 'doos'"),
        (f"cijfers: '{{{{ a }}}}', {SERIES.replace(ONE, ', '.join([ONE] * 25))}", "25 dozen, en kan er 24 tonen"),
    ],
)
def test_what_can_not_be_is_told(tmp_path: File, keys: str, told: str) -> None:
    made, found = report(tmp_path, keys)
    assert made is None
    assert told in found


@pytest.mark.parametrize(
    "parts",
    ["A: 7", "A: 7, B: 7, C: 7, D: 7, E: 7", "A: 0, B: 0, C: 0, D: 0, E: 0, F: 9"],
    ids=["one", "equal", "quartiles of nothing"],
)
def test_few_and_equal(tmp_path: File, parts: str) -> None:
    made, told = report(tmp_path, parts=parts)
    assert told == ""
    chart_of(made)


def test_many_that_are_apart(tmp_path: File) -> None:
    parts = ", ".join(f"Gemeente {place}: {place % 7 + (place % 5 == 0) * 10 * place}" for place in range(300))
    made, told = report(tmp_path, "cijfers: '{{ a }}', alternatief: veel", parts)
    assert told == ""
    chart_of(made)
