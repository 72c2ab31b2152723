"""The cube: vintages, wholes, breakdowns, windows and splices, of files in any order."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapportage.diagnostics import Findings
from rapportage.figures.observation import Cell, Observation, ObservationStatus
from rapportage.figures.parts import part_of
from rapportage.figures.period import TimePeriod
from rapportage.input.cube.build import build_cube
from rapportage.input.cube.cube import Cube
from rapportage.input.specs.read import read_period_file
from tests.input.cube.figures import period
from tests.input.specs.nodes import node_of

APRIL = """\
periode: 2020-04
uitgave: {datum: 2020-06-04}
bronnen: {ind: {titel: Asielinstroom in april 2020, uitgever: IND}}
cijfers:
  eerste:
    titel: Eerste aanvragen
    eenheid: aanvragen
    bron: ind
    totaal: 273
    naar: {nationaliteit: {Syrië: 69, Iran: 26, Gambia: <5}, leeftijd: {jonger dan 18: 80}}
"""
MAY = """\
periode: 2020-05
uitgave: {datum: 2020-06-24}
bronnen: {ind: {titel: Asielinstroom in mei 2020, uitgever: IND}, pagina: {titel: Kerncijfers, uitgever: JenV}}
cijfers:
  eerste:
    titel: Eerste asielaanvragen
    eenheid: aanvragen
    bron: [ind, pagina]
    status: voorlopig
    totaal: 341
    naar: {nationaliteit: {Syrië: 106, onbekend: .}}
    vensters: {afgelopen 12 maanden: {totaal: 19000}}
herzien:
  2020-04: {eerste: {totaal: 270, bron: ind}}
"""
MARCH = """\
periode: 2020-03
uitgave: {datum: 2020-04}
bronnen: {cbs: {titel: Minder asielzoekers, uitgever: CBS}}
cijfers:
  eerste_cbs:
    {titel: Eerste, eenheid: aanvragen, bron: cbs, afgerond_op: 5, reeks: {2020-01: 1970, 2020-02: 1515, 2020-03: 1025}}
"""


def cube_of(*texts: str) -> tuple[Cube, list[str]]:
    findings = Findings()
    files = []
    for text in texts:
        file = read_period_file(node_of(text, f"data/{text.split()[1]}.yaml"), findings)
        assert file is not None, list(findings)
        files.append(file)
    cube = build_cube(files, findings)
    return cube, [f"{item.span} {item.code} {item.message}" for item in findings]


@pytest.fixture
def cube() -> Cube:
    built, faults = cube_of(MAY, MARCH, APRIL)
    assert faults == []
    return built


def value(observation: Observation | None) -> Decimal | None:
    assert observation is not None
    return observation.value


def test_a_figure_is_what_was_known_on_a_date(cube: Cube) -> None:
    april = period("2020-04")
    assert value(cube.observe("eerste", april)) == 270
    assert value(cube.observe("eerste", april, as_of="2020-06-24")) == 270
    assert value(cube.observe("eerste", april, as_of="2020-06-23")) == 273
    assert cube.observe("eerste", april, as_of="2020-06-03") is None
    assert value(cube.first_published("eerste", april)) == 273
    assert [item.value for item in cube.vintages("eerste", april)] == [273, 270]


def test_a_part_belongs_to_the_total_of_its_own_vintage_and_source(cube: Cube) -> None:
    syria = cube.observe("eerste", period("2020-04"), part_of("nationaliteit", "Syrië"))
    assert value(syria) == 69
    assert syria is not None
    assert value(cube.whole_of(syria)) == 273


def listed(cube: Cube, over: TimePeriod) -> list[Observation]:
    """The newest figures by nationality."""
    parts = cube.parts("eerste", over, ("nationaliteit",))
    return [found for part in parts if (found := cube.observe("eerste", over, part))]


def test_a_part_that_was_restated_alone_has_no_whole() -> None:
    cube, _ = cube_of(APRIL, MAY.replace("{totaal: 270, bron: ind}", "{naar: {nationaliteit: {Syrië: 70}}}"))
    parts = listed(cube, period("2020-04"))
    assert [(part.label, part.value) for part in parts] == [("Syrië", 70), ("Iran", 26), ("Gambia", None)]
    assert cube.whole_of(parts[0]) is None
    assert value(cube.whole_of(parts[1])) == 273


def test_breakdowns(cube: Cube) -> None:
    april = period("2020-04")
    assert [part.label for part in cube.parts("eerste", april, ("nationaliteit",))] == ["Syrië", "Iran", "Gambia"]
    assert [part.label for part in cube.parts("eerste", april, ("leeftijd",))] == ["jonger dan 18"]
    assert cube.parts("eerste", april, ("nationaliteit",), as_of="2020-01-01") == ()
    assert value(cube.observe("eerste", april, part_of("leeftijd", "jonger dan 18"))) == 80
    assert cube.observe("eerste", april, part_of("nationaliteit", "jonger dan 18")) is None
    named = {by: tuple(part.label for part in parts) for by, parts in cube.breakdowns("eerste").items()}
    assert named == {
        ("nationaliteit",): ("Syrië", "Iran", "Gambia", "onbekend"),
        ("leeftijd",): ("jonger dan 18",),
    }


def test_statuses_and_provenance(cube: Cube) -> None:
    may = period("2020-05")
    total, unknown = cube.observe("eerste", may), cube.observe("eerste", may, part_of("nationaliteit", "onbekend"))
    suppressed = cube.observe("eerste", period("2020-04"), part_of("nationaliteit", "Gambia"))
    assert total is not None
    assert unknown is not None
    assert suppressed is not None
    assert total.status is ObservationStatus.PROVISIONAL
    assert unknown.status is ObservationStatus.UNKNOWN
    assert (suppressed.status, suppressed.low, suppressed.high) == (ObservationStatus.SUPPRESSED, 1, 4)
    cell = total.provenance
    assert isinstance(cell, Cell)
    assert (cell.text, cell.vintage, cell.span.line) == ("341", "2020-06-24", 10)
    assert [source.publisher for source in (cell.source, *cell.more_sources)] == ["IND", "JenV"]


def test_a_series_is_described_as_its_edition_does(cube: Cube) -> None:
    titles = [cube.series("eerste", as_of) for as_of in ("2020-06-23", None)]
    assert [series and series.title for series in titles] == ["Eerste aanvragen", "Eerste asielaanvragen"]
    assert cube.series("eerste", "2020-06-03") is None
    assert cube.series("onbekend") is None
    assert cube.ids() == ("eerste_cbs", "eerste")


def test_windows_are_as_published_or_the_sum_of_all_their_months(cube: Cube) -> None:
    assert value(cube.total_over("eerste", period("2019-06/2020-05"))) == 19000
    quarter = cube.total_over("eerste_cbs", period("2020-Q1"))
    assert quarter is not None
    assert (quarter.value, quarter.low, quarter.high) == (4510, Decimal("4502.5"), Decimal("4517.5"))
    assert quarter.period == period("2020-Q1")
    assert cube.total_over("eerste_cbs", period("2020-H1")) is None
    assert cube.total_over("bestaat_niet", period("2020-H1")) is None


def test_the_periods_of_a_series_are_those_with_a_figure(cube: Cube) -> None:
    assert [item.code for item in cube.periods("eerste_cbs")] == ["2020-01", "2020-02", "2020-03"]


def test_the_order_of_the_files_does_not_matter(cube: Cube) -> None:
    again, _ = cube_of(APRIL, MARCH, MAY)
    assert again.observations == cube.observations


def test_two_values_for_one_figure_on_one_day_are_a_fault() -> None:
    _, faults = cube_of(APRIL, APRIL, APRIL.replace("totaal: 273", "totaal: 274"))
    assert faults == ["data/2020-04.yaml:9:13 C207 274 was op dezelfde datum ook 273: "
                      "data/2020-04.yaml:9:13"]  # fmt: skip


def test_another_unit_than_in_an_earlier_file_is_a_fault() -> None:
    _, faults = cube_of(APRIL, MAY.replace("eenheid: aanvragen", "eenheid: personen"))
    assert faults == ["data/2020-05.yaml:7:14 C211 de eenheid van 'eerste' is hier personen, "
                      "in data/2020-04.yaml aanvragen"]  # fmt: skip
