"""The table with the figures of a chart has room on its page, whatever the figures, and holds every one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Chart, Table, Value, walk
from rapportage.pipeline import BuildRequest, BuildResult, build, trace
from rapportage.text.charts.figure_tables import missing_figures

PLACES = (
    "Amsterdam", "Rotterdam", "'s-Gravenhage", "Bovenkarspel-Oosterleek", "Sittard-Geleen", "Alphen aan den Rijn",
    "Haarlemmermeer", "Nissewaard", "Bergen op Zoom", "Súdwest-Fryslân", "Leidschendam-Voorburg", "Utrecht",
)  # fmt: skip
KINDS = {"kleine veelvouden": 12, "lijn": 6, "staaf": 6, "verloop": 6, "stroom": 1}


def project(folder: Path, kind: str, digits: int, periods: int) -> BuildRequest:
    for name in ("data", "layouts"):
        (folder / name).mkdir(exist_ok=True)
    count = KINDS[kind]
    own = {name: f"{number + 1}{'9' * (digits - 1)}" for number, name in enumerate(PLACES[:count])}
    parts = "".join(f'        "{name}": {value}\n' for name, value in own.items())
    total = sum(map(int, own.values()))
    for number in range(periods):
        year, quarter = 2020 + number // 4, number % 4 + 1
        text = (
            f"periode: {year}-Q{quarter}\nuitgave: {{datum: {year + 1}-02-01}}\n"
            f"bronnen: {{b: {{titel: Titel, uitgever: CBS}}}}\ncijfers:\n"
            f"  a:\n    titel: A\n    eenheid: euro\n    bron: b\n    totaal: {total}\n"
            f"    naar:\n      plaats:\n{parts}"
        )
        (folder / "data" / f"{year}-Q{quarter}.yaml").write_text(text, encoding="utf-8")
    lines = "reeksen: [{naam: A, cijfers: a}]" if kind == "stroom" else f"reeksen: '{{{{ a | top({count}) }}}}'"
    over = "perioden: [2020-Q1, 2020-Q2]" if kind == "verloop" else "" if kind == "stroom" else "vanaf: 2020-Q1"
    layout = f"titel: Proef\nblokken:\n  - grafiek:\n      titel: G\n      soort: {kind}\n      {over}\n      {lines}\n"
    (folder / "layouts" / "proef.yaml").write_text(layout, encoding="utf-8")
    return BuildRequest("proef", f"{year}-Q{quarter}", folder)


def built(request: BuildRequest) -> tuple[BuildResult, Chart, Table]:
    findings = Findings()
    made = build(request, findings)
    assert made is not None, [each.message for each in findings]
    (chart,) = (each for each in walk(made.document.blocks) if isinstance(each, Chart))
    (table,) = (each for each in walk(made.document.blocks) if isinstance(each, Table))
    return made, chart, table


@pytest.mark.parametrize("digits", [4, 8, 11, 14])
@pytest.mark.parametrize("periods", [2, 5, 16])
@pytest.mark.parametrize("kind", KINDS)
def test_it_has_room_and_every_figure(kind: str, periods: int, digits: int, tmp_path: Path) -> None:
    request = project(tmp_path, kind, digits, 5 if kind == "stroom" else periods)
    made, chart, table = built(request)
    assert missing_figures(chart, table) == []
    assert trace(made, request.period).faults == ()


def test_one_series_below_another_where_nothing_else_has_room(tmp_path: Path) -> None:
    """Each row then belongs to the head of its series, for who listens as well."""
    _, chart, table = built(project(tmp_path, "kleine veelvouden", 13, 16))
    groups = [row.cells[0] for row in table.body if row.role == "group"]
    assert len(groups) == len(chart.series)
    of_first = [row for row in table.body if row.role == "body"][: len(chart.categories)]
    assert {row.cells[0].headers for row in of_first} == {(groups[0].id,)}
    assert all(row.cells[1].headers[:2] == (groups[0].id, row.cells[0].id) for row in of_first)
    shown = [next(item.text for item in row.cells[1].content if isinstance(item, Value)) for row in of_first]
    assert shown == [point.text for point in chart.series[0].points if point]


def test_figures_of_common_length_are_side_by_side(tmp_path: Path) -> None:
    _, chart, table = built(project(tmp_path, "kleine veelvouden", 4, 16))
    assert table.columns == len(chart.series) + 1
    assert [row.role for row in table.body] == ["body"] * len(chart.categories)
