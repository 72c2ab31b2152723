"""Figures against each other, their past and their sources: what can't be is found, what can is left alone."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Sequence, ValuesView
from pathlib import Path

import pytest
from msgspec.structs import replace

from rapportage.diagnostics import Findings
from rapportage.figures.observation import Observation
from rapportage.input.cube.build import build_cube
from rapportage.input.cube.cube import Cube, Key
from rapportage.input.specs.period import PeriodFile
from rapportage.pipeline import BuildRequest, build, check

HEAD = """\
periode: {period}
uitgave: {{datum: {date}}}
bronnen:
  ind: {{titel: Instroom, uitgever: IND, datum: {source}}}
cijfers:
{series}
"""


def series(name: str, figures: str, more: str = "") -> str:
    lines = [f"  {name}:", f"    titel: {name}", "    eenheid: aanvragen", "    bron: ind", *more.split("\n"), figures]
    return "\n".join(line for line in lines if line.strip())


def found(folder: Path, files: dict[str, str], **dates: str) -> list[str]:
    """Code and line of each finding, in the order of the files."""
    (folder / "data").mkdir(exist_ok=True)
    (folder / "layouts").mkdir(exist_ok=True)
    (folder / "layouts" / "alles.yaml").write_text(
        'titel: T\nblokken:\n  - tekst: "{{ a }} {{ b }} {{ c }}"\n', "utf-8"
    )
    for period, text in files.items():
        date = dates.get("date", "2021-12-31")
        whole = HEAD.format(period=period, date=date, source=dates.get("source", "2021-12-31"), series=text)
        (folder / "data" / f"{period}.yaml").write_text(whole, "utf-8")
    findings = Findings()
    check([], folder, findings)
    return [f"{item.code} {Path(item.span.path).stem}:{item.span.line}" for item in findings if item.span]


def test_a_breakdown_with_a_rest_makes_its_total(tmp_path: Path) -> None:
    right = series("a", "    totaal: 100\n    naar: {land: {Syrië: 60, Irak: <5, overig: 37}}")
    wrong = series("a", "    totaal: 100\n    naar: {land: {Syrië: 60, Irak: <5, overig: 30}}")
    partial = series("a", "    totaal: 100\n    naar: {land: {Syrië: 60, Irak: <5}}")
    assert found(tmp_path, {"2020-01": right}) == []
    assert found(tmp_path, {"2020-01": wrong}) == ["C301 2020-01:11"]
    assert found(tmp_path, {"2020-01": partial}) == []


@pytest.mark.parametrize(("total", "expected"), [(100, []), (16, []), (50, ["C301 2020-01:11"])])
def test_a_percentage_of_each_group_is_no_share(total: int, expected: list[str], tmp_path: Path) -> None:
    """Two groups that are more than all together are no slip; one may be."""
    parts = {100: "kleding: 61, schoenen: 29, overig: 10"}.get(total, "kleding: 55, schoenen: 29, overig: 10")
    text = series("a", f"    totaal: {total}\n    naar: {{groep: {{{parts}}}}}").replace("aanvragen", "'%'")
    assert found(tmp_path, {"2020-01": text}) == expected


def test_a_part_that_rounding_may_make_more_than_its_whole_is_left_alone(tmp_path: Path) -> None:
    rounded = series("a", "    totaal: 7350", "    afgerond_op: 10")
    for whole, codes in ((7348, set()), (7344, {"C314"})):
        files = {"2020-01": rounded, "2020": series("a", f"    totaal: {whole}")}
        assert {each[:4] for each in found(tmp_path, files)} & {"C302", "C314"} == codes


def test_a_breakdown_that_made_its_total_before_makes_it_now(tmp_path: Path) -> None:
    def month(total: int) -> str:
        return series("a", f"    totaal: {total}\n    naar: {{wijze: {{vrij: 60, gedwongen: 40}}}}")

    files = {f"2020-0{month_}": month(100) for month_ in (1, 2, 3)}
    assert [code for code in found(tmp_path, {**files, "2020-04": month(110)}) if "C301" in code] == ["C301 2020-04:11"]


@pytest.mark.parametrize(("quarter", "expected"), [(300, []), (310, ["C302 2020-Q1:10"])])
def test_months_make_their_quarter(quarter: int, expected: list[str], tmp_path: Path) -> None:
    months = {f"2020-0{month}": series("a", f"    totaal: {90 + 5 * month}") for month in (1, 2, 3)}
    assert found(tmp_path, {**months, "2020-Q1": series("a", f"    totaal: {quarter}")}) == expected


def test_rounded_months_need_not_make_a_rounded_quarter(tmp_path: Path) -> None:
    months = {
        f"2020-0{month}": series("a", f"    totaal: {90 + 5 * month}", "    afgerond_op: 5") for month in (1, 2, 3)
    }
    assert found(tmp_path, {**months, "2020-Q1": series("a", "    totaal: 305", "    afgerond_op: 5")}) == []
    assert found(tmp_path, {**months, "2020-Q1": series("a", "    totaal: 315", "    afgerond_op: 5")}) == [
        "C302 2020-Q1:11"
    ]


def test_a_sum_of_series_and_a_part_of_one(tmp_path: Path) -> None:
    parts = series("a", "    totaal: 60") + "\n" + series("b", "    totaal: 40") + "\n"
    whole = series("c", "    totaal: 100", "    som_van: [a, b]")
    assert found(tmp_path, {"2020-01": parts + whole}) == []
    assert found(tmp_path, {"2020-01": parts + whole.replace("100", "110")}) == ["C303 2020-01:21"]
    assert found(tmp_path, {"2020-01": parts + series("c", "    totaal: 61", "    onderdeel_van: a")}) == [
        "C303 2020-01:21"
    ]


def test_a_figure_far_from_its_past(tmp_path: Path) -> None:
    def year(last: int) -> str:
        months = ", ".join(f"2020-{month:02}: {90 + month}" for month in range(1, 9))
        return series("a", f"    totaal: 1\n    reeks: {{{months}, 2020-09: {last}}}").replace("    totaal: 1\n", "")

    assert found(tmp_path, {"2020-12": year(120)}) == []
    assert found(tmp_path, {"2020-12": year(960)}) == ["C305 2020-12:10"]
    assert found(tmp_path, {"2020-12": year(30)}) == ["C305 2020-12:10"]


def test_a_copied_figure_and_a_source_that_is_too_old(tmp_path: Path) -> None:
    files = {f"2020-0{month}": series("a", "    totaal: 341") for month in (1, 2)}
    assert found(tmp_path, files) == ["C306 2020-02:10"]
    assert found(tmp_path, {"2020-01": series("a", "    totaal: 341")}, source="2019-12-31") == [
        "C306 2020-02:10",
        "C307 2020-01:4",
    ]
    only = {"2020-01": series("a", "    totaal: 341")}
    assert found(tmp_path, only, source="2022-01-01") == ["C306 2020-02:10", "C308 2020-01:4"]


@pytest.mark.parametrize(
    ("period", "more", "expected"),
    [
        ("SJ2015-16", "    soort: stand", []),  # counted on a day of it that the source does not give
        ("SJ2015-16", "", ["C307 SJ2015-16:4"]),
        ("2016", "    soort: stand", ["C307 2016:4"]),
    ],
)
def test_what_was_counted_in_a_school_year_may_come_out_before_its_end(
    period: str, more: str, expected: list[str], tmp_path: Path
) -> None:
    files = {period: series("a", "    totaal: 341", more)}
    assert found(tmp_path, files, date="2016-12-31", source="2016-02-09") == expected


def test_the_same_fact_with_two_values(tmp_path: Path) -> None:
    first = series("a", "    totaal: 341")
    (tmp_path / "data").mkdir()
    assert found(tmp_path, {"2020-01": first}, date="2020-02-28", source="2020-02-01") == []
    again = series("a", "    totaal: 200\n    reeks: {2020-01: 350}")
    assert found(tmp_path, {"2020-02": again}, date="2020-03-31", source="2020-03-01") == ["C310 2020-02:11"]


@pytest.mark.parametrize(("now", "expected"), [(1200, []), (1300, ["C310 2020-02:12"])])
def test_a_rounded_figure_is_rounded_the_same_way_each_time(now: int, expected: list[str], tmp_path: Path) -> None:
    rounded = "    afgerond_op: 100"
    first = {"2020-01": series("a", "    totaal: 1200", rounded)}
    again = {"2020-02": series("a", f"    totaal: 1400\n    reeks: {{2020-01: {now}}}", rounded)}
    assert found(tmp_path, first, date="2020-02-28", source="2020-02-01") == []
    assert found(tmp_path, again, date="2020-03-31", source="2020-03-01") == expected


def test_an_acknowledgement_holds_for_its_line_only(tmp_path: Path) -> None:
    right = "    totaal: 110  # erkend C303: de bron rondt anders af"
    parts = series("a", "    totaal: 60") + "\n" + series("b", "    totaal: 40") + "\n"
    assert found(tmp_path, {"2020-01": parts + series("c", right, "    som_van: [a, b]")}) == []
    idle = series("a", "    totaal: 60  # erkend C303: nergens om")
    assert found(tmp_path, {"2020-01": idle}) == ["C401 2020-01:10"]
    assert found(tmp_path, {"2020-01": idle.replace("nergens om", "")}) == ["C401 2020-01:10"]


@pytest.mark.parametrize("place", ["2020-01", "2020-02"])
@pytest.mark.parametrize(
    ("was", "now"),
    [("totaal: 6", "totaal: x6"), ("titel: ", "tietel: "), ("bron: ", "bron: geen_"), ("cijfers:", "cijfers: [")],
)
def test_a_fault_makes_no_acknowledgement_idle(tmp_path: Path, was: str, now: str, place: str) -> None:
    """Not in its own file nor in another: what it stops, nobody looked for."""
    known = series("c", "    totaal: 110  # erkend C303: de bron rondt anders af", "    som_van: [a, b]")
    files = {
        "2020-01": "\n".join((series("a", "    totaal: 60"), series("b", "    totaal: 40"), known)),
        "2020-02": "\n".join(
            (series("a", "    totaal: 61"), series("b", "    totaal: 41"), known.replace("0  #", "1  #"))
        ),
    }
    assert found(tmp_path, files) == []
    spoilt = tmp_path / "data" / f"{place}.yaml"
    spoilt.write_text(spoilt.read_text("utf-8").replace(was, now, 1), "utf-8")
    findings = Findings()
    check([], tmp_path, findings)
    assert findings.has_errors
    assert "C401" not in [each.code for each in findings]


def test_a_reason_stands_on_the_line_itself(tmp_path: Path) -> None:
    text = series("a", "    totaal: 60  # erkend C303\n    toelichting: nee")
    assert found(tmp_path, {"2020-01": text}) == ["C401 2020-01:10"]


def test_a_series_is_used_in_expressions_only(tmp_path: Path) -> None:
    assert found(tmp_path, {"2020-01": series("mensen", "    totaal: 60")}) == ["C312 2020-01:6"]


def test_a_file_that_is_not_read_is_told(tmp_path: Path) -> None:
    found(tmp_path, {"2020-01": series("a", "    totaal: 60")})
    (tmp_path / "data" / "2020-5.yaml").write_text("niets", "utf-8")
    findings = Findings()
    check([], tmp_path, findings)
    assert [item.code for item in findings] == ["C215"]


@pytest.mark.parametrize(("title", "expected"), [("mei", []), ("april", ["C307 2020-05:4"])])
def test_a_source_whose_title_is_that_of_last_time(title: str, expected: list[str], tmp_path: Path) -> None:
    found(tmp_path, {"2020-05": series("a", "    totaal: 1")})
    path = tmp_path / "data" / "2020-05.yaml"
    path.write_text(path.read_text("utf-8").replace("titel: Instroom", f"titel: Instroom in {title} 2020"), "utf-8")
    findings = Findings()
    check([], tmp_path, findings)
    assert [f"{item.code} {Path(item.span.path).stem}:{item.span.line}" for item in findings if item.span] == expected


@pytest.mark.parametrize("command", ["build", "check"])
def test_the_data_of_a_report_are_doubted_with_it(command: str, tmp_path: Path) -> None:
    wrong = (
        series("a", "    totaal: 100\n    naar: {land: {Syrië: 60, overig: 30}}") + "\n" + series("b", "    totaal: 1")
    )
    found(tmp_path, {"2020-01": wrong, "2020-02": series("c", "    totaal: 1")})
    (tmp_path / "layouts" / "een.yaml").write_text('titel: T\nblokken:\n  - tekst: "{{ a }} en {{ b }}"\n', "utf-8")
    findings = Findings()
    request = BuildRequest("een", "2020-01", tmp_path)
    build(request, findings) if command == "build" else check([request], tmp_path, findings)
    assert [item.code for item in findings] == ["C301"]


class Walked(dict[Key, Sequence[Observation]]):
    """Counts how often all figures are gone through."""

    walks = 0

    def __iter__(self) -> Iterator[Key]:
        Walked.walks += 1
        return super().__iter__()

    def items(self) -> ItemsView[Key, Sequence[Observation]]:
        Walked.walks += 1
        return super().items()

    def values(self) -> ValuesView[Sequence[Observation]]:
        Walked.walks += 1
        return super().values()


def test_all_figures_are_gone_through_as_often_for_many_series_as_for_few(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not once for each series: what is asked of one is looked up."""

    def watched(files: Sequence[PeriodFile], findings: Findings) -> Cube:
        cube = build_cube(files, findings)
        return replace(cube, observations=Walked(cube.observations))

    monkeypatch.setattr("rapportage.pipeline.build_cube", watched)
    walks = []
    for size in (4, 40):
        Walked.walks = 0
        found(tmp_path, {"2020-01": "\n".join(series(f"a{number}", "    totaal: 12") for number in range(size))})
        walks.append(Walked.walks)
    assert 0 < walks[0] == walks[1]


@pytest.mark.parametrize(
    ("date", "expected"), [("2021-11-10", []), ("2022-04-10", ["C323 2021-03:2"]), ("2026-04-10", [])]
)
def test_an_edition_a_year_later_than_others(date: str, expected: list[str], tmp_path: Path) -> None:
    found(tmp_path, {"2021-01": series("a", "    totaal: 1")}, date="2021-02-10", source="2021-02-01")
    found(tmp_path, {"2021-02": series("a", "    totaal: 2")}, date="2021-03", source="2021-03-01")
    assert found(tmp_path, {"2021-03": series("a", "    totaal: 3")}, date=date, source="2021-04-01") == expected


def test_the_oldest_of_many_that_came_out_together_is_not_late(tmp_path: Path) -> None:
    years = {year: series("a", f"    totaal: {year}") for year in ("1950", "1980", "2010")}
    assert found(tmp_path, years, date="2017-10-10", source="2017-10-10") == []
