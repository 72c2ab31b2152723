"""No figure under the name of another: of a part and its whole, of a row without parts, of a share and its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.text.language_of import project, rows, said, with_periods

CROSSED = (
    "totaal: 100, naar: {stad: {Utrecht: 60, Oss: 40}, soort: {koop: 70, huur: 30}, "
    "stad × soort: {Utrecht: {koop: 40, huur: 20}, Oss: {koop: 30, huur: 10}}}"
)
BY_CITY = "totaal: 9, naar: {stad: {Utrecht: 4, Oss: 5}}"
BY_KIND = "totaal: 9, naar: {soort: {koop: 4, huur: 5}}"


@pytest.mark.parametrize("seen", ["a['Utrecht'].naar('soort')", "a['Utrecht'].naar('soort').totaal", "a['Utrecht']"])
@pytest.mark.parametrize("column", ["b[rij]", "b[rij.naam]"])
def test_all_of_a_part_has_that_part_as_its_counterpart(tmp_path: Path, seen: str, column: str) -> None:
    folder = project(tmp_path, a=CROSSED, b=BY_CITY)
    row, cell = f'kop: Utrecht, cijfer: "{{{{ {seen} }}}}"', f'kop: B, waarde: "{{{{ {column} }}}}"'
    assert rows(folder, f"rijen: [{{{row}}}], kolommen: [{{{cell}}}]") == [["Utrecht", "4"]]


@pytest.mark.parametrize("other", [BY_KIND, "totaal: 9"])
def test_a_series_without_that_part_has_no_counterpart(tmp_path: Path, other: str) -> None:
    folder = project(tmp_path, a=CROSSED, b=other)
    with pytest.raises(AssertionError, match="'b' heeft geen"):
        rows(folder, """rijen: ["{{ a['Utrecht'].naar('soort') }}"], kolommen: [{kop: B, waarde: "{{ b[rij] }}"}]""")


MONTHS = {
    f"2025-0{number}": {"a": f"totaal: 10{number}, naar: {{land: {{Irak: 7{number}, Iran: 20, overig: 10}}}}"}
    for number in range(1, 4)
}


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("a['2025-Q1'] | top(2) | opsomming", "Irak (216) en Iran (60)"),
        ("a['2025-Q1'] | top(1) | rest", "90"),
        ("a['2025-Q1'].rest", "0"),
        ("a['2025-Q1'] | hoeveel", "3"),
        ("a['2025-Q1']['Iran'] | rangorde", "tweede"),
    ],
)
def test_the_parts_of_a_quarter_that_is_added_up_are_those_of_its_months(
    tmp_path: Path, expression: str, shown: str
) -> None:
    assert said(with_periods(tmp_path, MONTHS), f"Dat is {{{{ {expression} }}}}", "2025-03") == f"Dat is {shown}"


def test_a_part_that_a_month_lacks_is_unknown_and_so_is_the_rest(tmp_path: Path) -> None:
    folder = with_periods(tmp_path, {**MONTHS, "2025-02": {"a": "totaal: 102, naar: {land: {Irak: 72, overig: 30}}"}})
    assert "'Iran' over het eerste kwartaal van 2025 is onbekend" in said(
        folder, "Dat is {{ a['2025-Q1']['Iran'] }}", "2025-03"
    )
    assert "'overig' over de eerste drie maanden van 2025 is onbekend" in said(
        folder, "Dat is {{ a['2025-Q1'].rest }}", "2025-03"
    )


@pytest.mark.parametrize("expression", ["a | rest", "a.rest"])
def test_what_has_no_parts_has_no_rest(tmp_path: Path, expression: str) -> None:
    assert "is onbekend" in said(project(tmp_path, a="totaal: 9"), f"Dat is {{{{ {expression} }}}}")


@pytest.mark.parametrize("step", ["aandeel", "eerst", "eerst.aandeel"])
def test_a_place_is_of_the_figure_itself(tmp_path: Path, step: str) -> None:
    folder = project(tmp_path, a="totaal: 900, naar: {stad: {Utrecht: 500, Oss: 400}}")
    assert said(folder, "Dat is {{ a['Utrecht'] | rangorde }}") == "Dat is eerste"
    assert "'rangorde' is voor een onderdeel zelf" in said(folder, f"Dat is {{{{ a['Utrecht'].{step} | rangorde }}}}")
    with pytest.raises(AssertionError, match="'rangorde' is voor een onderdeel zelf"):
        rows(folder, f"""rijen: "{{{{ a }}}}", kolommen: [{{kop: P, waarde: "{{{{ rij.{step} | rangorde }}}}"}}]""")


def test_the_parts_of_what_was_first_published_are_not_those_of_now(tmp_path: Path) -> None:
    assert "hoort vóór 'eerst'" in said(project(tmp_path, a=CROSSED), "{{ a['Utrecht'].eerst.naar('soort') }}")


@pytest.mark.parametrize("chosen", ["a", "a | bekende", "a | meer_dan(0)"])
def test_what_has_no_name_of_its_own_is_not_counted_among_the_parts(tmp_path: Path, chosen: str) -> None:
    folder = project(tmp_path, a="totaal: 10, naar: {land: {Irak: 5, Iran: 3, overig: 2}}, restposten: [overig]")
    assert said(folder, f"Dat zijn {{{{ {chosen} | hoeveel }}}} landen") == "Dat zijn 2 landen"
