"""Crossed tables and charts: what a row is by one more dimension, in every kind of row, with its share in the row."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from rapportage.diagnostics import Findings, Severity
from rapportage.document import Chart, Table, walk
from rapportage.pipeline import BuildRequest, build, trace
from tests.text.test_counterparts import CLOSED, rows_of, table
from tests.text.test_counterparts import project as plain_project

Cells = Mapping[str, Mapping[str, str]]
NOW: Cells = {
    "Utrecht": {"koop": "60", "huur": "40"},
    "Almere": {"koop": "30", "huur": "20"},
    "Zwolle": {"koop": ".", "huur": "25"},
    "Breda": {"koop": "<5", "huur": "12"},
    "Tilburg": {"huur": "10"},
}
BEFORE: Cells = {
    "Utrecht": {"koop": "50", "huur": "50"},
    "Almere": {"koop": "3", "huur": "27"},
    "Zwolle": {"koop": "20", "huur": "20"},
}
PLACES = {"Utrecht": "100", "Almere": "50", "Zwolle": "40", "Breda": "15", "Tilburg": "14"}
OWNERS = {"koop": "180", "huur": "120"}
HEAD = """\
periode: {period}
uitgave: {{datum: {day}}}
bronnen: {{b: {{titel: Titel, uitgever: CBS}}}}
cijfers:
"""


def series(id: str, cells: Cells, *, has_margin: bool, is_turned: bool) -> str:
    owners = f"      eigendom: {inline(OWNERS)}\n" if has_margin else ""
    by_owner = {owner: {place: row[owner] for place, row in cells.items() if owner in row} for owner in OWNERS}
    name = "eigendom × gemeente" if is_turned else "gemeente × eigendom"
    rows = "".join(f"        {key}: {inline(row)}\n" for key, row in (by_owner if is_turned else cells).items())
    return (
        f"  {id}:\n    titel: {id.upper()}\n    eenheid: huizen\n    bron: b\n    totaal: 300\n    naar:\n"
        f"      gemeente: {inline(PLACES)}\n{owners}      {name}:\n{rows}"
    )


def inline(figures: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in figures.items()) + "}"


def project(folder: Path, blocks: str, *, has_margin: bool = True, is_turned: bool = False) -> BuildRequest:
    request = plain_project(folder, blocks)
    for period, cells in (("2020", NOW), ("2019", BEFORE)):
        text = HEAD.format(period=period, day=f"{int(period) + 1}-02-01")
        for id in "ab":
            text += series(id, cells, has_margin=has_margin, is_turned=is_turned)
        text += "  los: {titel: Los, eenheid: huizen, bron: b, totaal: 7}\n"
        (folder / "data" / f"{period}.yaml").write_text(text, encoding="utf-8")
    return request


def shown(request: BuildRequest) -> dict[str, tuple[str, ...]]:
    findings = Findings()
    made = build(request, findings)
    errors = [f"{each.code} {each.message}" for each in findings if each.severity is Severity.ERROR]
    assert errors == []
    assert made is not None
    assert trace(made, "2020").faults == ()
    return rows_of(next(block for block in walk(made.document.blocks) if isinstance(block, Table)))


COUNT = "        - {naar: eigendom}\n"
SHARE = '        - {groep: aandeel, naar: eigendom, waarde: "{{ cel.aandeel | pct }}"}\n'
CHANGE = (
    '        - {groep: verandering, naar: eigendom, waarde: "{{ cel | procentueel(cel.vorig_jaar) | decimalen(0) }}"}\n'
)
OTHER = '        - {groep: b, naar: eigendom, van: "{{ b[rij] }}"}\n'
ALL = COUNT + SHARE + CHANGE + OTHER
PARTS = {
    "Utrecht": ("60", "40", "60%", "40%", "20", "−20", "60", "40"),
    "Almere": ("30", "20", "60%", "40%", ".", "−26", "30", "20"),
    "Zwolle": (".", "25", ".", "63%", ".", "25", ".", "25"),
    "Breda": ("<5", "12", ".", "80%", ".", ".", "<5", "12"),
    "Tilburg": (".", "10", ".", "71%", ".", ".", ".", "10"),
}
TOTAL = ("180", "120", "60%", "40%", "0", "0", "180", "120")
REST_OF_TWO = ("90", "60", "60%", "40%", "−29", "40", "90", "60")
"""Of koop 180 - 60 - 30, in what is left of all: 300 - 100 - 50; a year before it was 127 and 43."""
REST_OF_ALL = (".", "13", ".", "16%", ".", ".", ".", "13")


@pytest.mark.parametrize("is_turned", [False, True])
def test_parts_with_the_rest_and_the_total(tmp_path: Path, *, is_turned: bool) -> None:
    """In whatever order the data have the dimensions."""
    text = table("\"{{ a.naar('gemeente') }}\"", {}, CLOSED) + ALL
    assert shown(project(tmp_path, text, is_turned=is_turned)) == {**PARTS, "Overig": REST_OF_ALL, "Samen": TOTAL}


def test_the_rest_is_over_the_rows(tmp_path: Path) -> None:
    text = table("\"{{ a.naar('gemeente') | top(2) }}\"", {}, CLOSED) + ALL
    wanted = {"Utrecht": PARTS["Utrecht"], "Almere": PARTS["Almere"], "Overig": REST_OF_TWO, "Samen": TOTAL}
    assert shown(project(tmp_path, text)) == wanted


def test_a_total_that_the_data_do_not_give_is_unknown(tmp_path: Path) -> None:
    """It is not added up: nothing says that all parts are there."""
    text = table("\"{{ a.naar('gemeente') | top(2) }}\"", {}, CLOSED) + COUNT + SHARE
    rows = shown(project(tmp_path, text, has_margin=False))
    assert rows["Utrecht"] == ("60", "40", "60%", "40%")
    assert rows["Overig"] == rows["Samen"] == (".", ".", ".", ".")


def test_rows_by_hand_of_series_and_of_periods(tmp_path: Path) -> None:
    rows = "[a, \"{{ a['Utrecht'] }}\", {kop: Rest, cijfer: \"{{ a.naar('gemeente') | top(2) | rest }}\"}]"
    assert shown(project(tmp_path, table(rows, {}) + ALL)) == {
        "A": TOTAL, "Utrecht": PARTS["Utrecht"], "Rest": REST_OF_TWO
    }  # fmt: skip
    of_a = '        - {naar: eigendom, van: "{{ a[rij] }}"}\n'
    of_part = (
        '        - {groep: U, naar: eigendom, van: "{{ a[rij][\'Utrecht\'] }}", waarde: "{{ cel.aandeel | pct }}"}\n'
    )
    assert shown(project(tmp_path, table("{perioden: laatste 2}", {}) + of_a + of_part)) == {
        "2019": ("180", "120", "50%", "50%"),
        "2020": ("180", "120", "60%", "40%"),
    }


def test_it_is_sorted_by_a_crossed_column(tmp_path: Path) -> None:
    text = (
        table("\"{{ a.naar('gemeente') }}\"", {}, f"{CLOSED}      sorteer: {{kolom: huur, volgorde: oplopend}}\n")
        + COUNT
    )
    assert list(shown(project(tmp_path, text))) == [
        "Tilburg",
        "Breda",
        "Almere",
        "Zwolle",
        "Utrecht",
        "Overig",
        "Samen",
    ]


@pytest.mark.parametrize(
    ("kind", "form", "values"),
    [
        ("staaf", "", [["60", "30"], ["40", "20"]]),
        ("staaf", "vorm: gestapeld", [["60", "30"], ["40", "20"]]),
        ("staaf", "vorm: 100%", [["60%", "60%"], ["40%", "40%"]]),
        ("liggende staaf", "", [["60", "30"], ["40", "20"]]),
        ("piramide", "", [["60", "30"], ["40", "20"]]),
    ],
)
def test_a_chart_has_a_series_for_each_part(kind: str, form: str, values: list[list[str]], tmp_path: Path) -> None:
    text = (
        f"  - grafiek:\n      titel: G\n      soort: {kind}\n      {form}\n"
        "      cijfers: \"{{ a.naar('gemeente') | top(2) }}\"\n      reeksen: {naar: eigendom}\n"
    )
    findings = Findings()
    made = build(project(tmp_path, text), findings)
    assert made is not None, [each.message for each in findings]
    (chart,) = (block for block in walk(made.document.blocks) if isinstance(block, Chart))
    assert [each.name for each in chart.series] == ["koop", "huur"]
    assert [[point and point.text for point in each.points] for each in chart.series] == values
    assert trace(made, "2020").faults == ()


CHART = "  - grafiek:\n      titel: G\n      soort: {kind}\n      {over}\n      reeksen: {lines}\n"
GEMEENTEN = "cijfers: \"{{ a.naar('gemeente') | top(2) }}\""


@pytest.mark.parametrize(
    ("blocks", "fault"),
    [
        (table("\"{{ a.naar('gemeente') }}\"", {}) + "        - {naar: leeftijd}\n", "T308"),
        (table("[los]", {}) + COUNT, "T308"),
        (table("[a, los]", {}) + COUNT, "T308"),
        (table("{perioden: laatste 2}", {}) + COUNT, "T308"),
        (table('[{kop: K, cijfer: "{{ a + b }}"}]', {}) + COUNT, "T308"),
        (table("[{kop: K, cellen: [x]}]", {}) + COUNT, "T406"),
        (table("[a]", {}) + "        - {naar: eigendom, kop: K}\n", "S101"),
        (CHART.format(kind="lijn", over="vanaf: 2019", lines="{naar: eigendom}"), "T407"),
        (CHART.format(kind="staaf", over=GEMEENTEN, lines="{naar: eigendom, groep: G}"), "T407"),
        (CHART.format(kind="staaf", over=GEMEENTEN, lines="{naar: leeftijd}"), "T308"),
        (CHART.format(kind="piramide", over="cijfers: \"{{ a.naar('eigendom') }}\"", lines="{naar: gemeente}"), "T407"),
    ],
)
def test_what_can_not_be_crossed_is_told(blocks: str, fault: str, tmp_path: Path) -> None:
    findings = Findings()
    assert build(project(tmp_path, blocks), findings) is None
    assert [each.code for each in findings if each.severity is Severity.ERROR] == [fault]


def test_a_secret_figure_that_the_crossed_rows_give_away_is_told(tmp_path: Path) -> None:
    """Of Breda 15 in all and 12 of huur: whoever subtracts has koop."""
    request = project(tmp_path, table("\"{{ a.naar('gemeente') }}\"", {"alle": "{{ rij }}"}) + COUNT)
    data = tmp_path / "data" / "2020.yaml"
    data.write_text(data.read_text(encoding="utf-8").replace("koop: <5", "koop: 3"), encoding="utf-8")
    layout = tmp_path / "layouts" / "proef.yaml"
    layout.write_text("geheimhouding: {drempel: 5}\n" + layout.read_text(encoding="utf-8"), encoding="utf-8")
    findings = Findings()
    assert build(request, findings) is None
    assert [each.code for each in findings if each.severity is Severity.ERROR] == ["G101"]
