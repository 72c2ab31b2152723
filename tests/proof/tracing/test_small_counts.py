"""A small count that the source does not give is a figure wherever it is drawn or told: traced, and compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.pipeline import BuildResult
from rapportage.proof.comparing import compare
from rapportage.proof.inspection import read_said
from rapportage.proof.tracing import TraceReport, trace_report
from tests.faults import built, lines, project

MONTHS = "2020-01: 19, 2020-02: <5, 2020-03: 22, 2020-04: <10"
PERIOD = """\
periode: {period}
uitgave: {{datum: 2020-07-24}}
bronnen: {{ind: {{titel: Mei, uitgever: IND, datum: 2020-06-24}}}}
cijfers:
  aanvragen:
    titel: Aanvragen
    eenheid: aanvragen
    bron: ind
    totaal: 52
    naar: {{land: {{A: 20, B: {small}, C: 8, D: 11}}}}
    reeks: {{2019-01: 9, 2019-02: <5, {months}}}
  andere:
    titel: Andere
    eenheid: aanvragen
    bron: ind
    totaal: 38
    naar: {{land: {{A: <5, B: 12, C: 10, D: 13}}}}
    reeks: {{2020-01: 9, 2020-02: 7, 2020-03: <5, 2020-04: 8}}
"""
PARTS = 'cijfers: "{{ aanvragen }}"'
PAIR = "reeksen: [{naam: een, waarde: '{{ rij }}'}, {naam: twee, waarde: '{{ andere[rij.naam] }}'}]"
ONE = "vanaf: 2020-01, reeksen: [{naam: Aanvragen, cijfers: aanvragen}]"
TWO = "vanaf: 2020-01, reeksen: [{naam: Aanvragen, cijfers: aanvragen}, {naam: Andere, cijfers: andere}]"
CHARTS = {
    "bars": f"soort: staaf, {PARTS}",
    "lying bars": f"soort: liggende staaf, {PARTS}",
    "pairs of bars": f"soort: liggende staaf, {PARTS}, {PAIR}",
    "bars over periods": f"soort: staaf, {TWO}",
    "stacked": f"soort: staaf, vorm: gestapeld, {TWO}",
    "percentages": f"soort: staaf, vorm: 100%, {TWO}",
    "line": f"soort: lijn, {ONE}",
    "lines": f"soort: lijn, {TWO}",
    "area": f"soort: vlak, {ONE}",
    "areas": f"soort: vlak, vorm: gestapeld, {TWO}",
    "combination": f"soort: combinatie, {TWO[:-2]}, als: lijn}}]",
    "small multiples": f"soort: kleine veelvouden, {TWO}",
    "slope": f"soort: verloop, perioden: [2020-03, 2020-04], {TWO.partition(', ')[2]}",
    "course of a year": f"soort: stroom, {ONE}",
    "pyramid": f"soort: piramide, {PARTS}, {PAIR}",
    "scatter": f"soort: spreiding, {PARTS}, {PAIR}",
    "scatter over periods": f"soort: spreiding, {TWO}",
    "histogram": f"soort: histogram, {PARTS}",
    "boxes": f"soort: doos, {PARTS}, {PAIR}",
    "differences": f"soort: verschil, {PARTS}, {PAIR}",
    "differences of two periods": f"soort: verschil, perioden: [2020-03, 2020-04], {TWO.partition(', ')[2]}",
}
TRENDS = {
    "trend in a card": (
        "kerncijfers: [{kop: K, waarde: '{{ aanvragen }}', trend: {vanaf: 2020-01, cijfers: aanvragen}}]"
    ),
    "trend in a table": (
        "tabel: {titel: T, rijkop: R, rijen: [{kop: A, cijfer: '{{ aanvragen }}'}, {kop: B, cijfer: '{{ andere }}'}],"
        " kolommen: [{kop: verloop, trend: {vanaf: 2020-01}}]}"
    ),
}
BLOCKS = {name: f"grafiek: {{id: g, titel: G, {chart}}}" for name, chart in CHARTS.items()} | TRENDS


def made(folder: Path, block: str, *, secrecy: str = "", small: str = "<5") -> BuildResult:
    layout = f"titel: P\n{secrecy}blokken:\n  - kop: A\n  - {block}\n"
    period = PERIOD.format(period="2020-05", small=small, months=MONTHS)
    result, findings = built(project(folder, layout=layout, period=period))
    assert result is not None, lines(findings)
    return result


def traced(result: BuildResult) -> TraceReport:
    return trace_report(result.document, result.drawings, read_said(result.pdf), "2020-05")


@pytest.mark.parametrize("secrecy", ["", "geheimhouding: {drempel: 10}\n"], ids=["of the source", "suppressed"])
@pytest.mark.parametrize("name", BLOCKS)
def test_a_small_count_is_traced(tmp_path: Path, name: str, secrecy: str) -> None:
    report = traced(made(tmp_path, BLOCKS[name], secrecy=secrecy))
    assert [each.message for each in report.faults] == []
    assert report.literals == ()
    assert report.figures


@pytest.mark.parametrize("name", [name for name in BLOCKS if name not in ("percentages", "histogram", "boxes")])
def test_where_it_stands_in_a_chart_it_is_a_point_with_its_cell(tmp_path: Path, name: str) -> None:
    """A part of a whole that is not known has no percentage, and is in no class; elsewhere '<5' is what is shown."""
    report = traced(made(tmp_path, BLOCKS[name]))
    small = [each for each in report.figures if each.place.kind == "punt" and each.shown.startswith("<")]
    assert small
    for each in small:
        assert each.trace.exact is None
        assert [cell.text for cell in each.trace.inputs] == [each.shown]
        assert each.spoken == f"minder dan {each.shown[1:]}"


def test_diff_tells_that_a_number_became_a_small_count(tmp_path: Path) -> None:
    block = BLOCKS["lying bars"]
    old = traced(made(tmp_path / "old", block, small="12"))
    new = traced(made(tmp_path / "new", block))
    changes = {
        (each.was.shown if each.was else None, each.now.shown if each.now else None)
        for each in compare(old, new, "oud", "nieuw").figures
        if each.here.place.kind == "punt"
    }
    assert changes == {("12", "<5")}
