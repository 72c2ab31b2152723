"""What a unit says of its figures is what is told of them: their size, percentage points, and what is per day."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.text.language_of import HEAD, said, with_periods


def with_unit(folder: Path, unit: str, total: str, periods: tuple[str, ...] = ("2026-03",), rest: str = "") -> Path:
    with_periods(folder, {period: {"huizen": "totaal: 5"} for period in periods})
    for period in periods:
        body = f"  a: {{titel: A, eenheid: '{unit}', bron: b, totaal: {total}{rest}}}\n"
        body += "  huizen: {titel: Huizen, eenheid: huizen, bron: b, totaal: 5}\n"
        (folder / "data" / f"{period}.yaml").write_text(HEAD.format(period=period) + body, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "unit",
    ["mln euro", "mio euro", "milj. euro", "euro (x mln), lopende prijzen", "euro (x 1.000.000), lopende prijzen"],
)
def test_a_scale_is_read_wherever_it_is_typed(tmp_path: Path, unit: str) -> None:
    assert said(with_unit(tmp_path, unit, "1250"), "{{ a | in('miljoen') }}") == "1.250 miljoen"


@pytest.mark.parametrize(
    "unit",
    [
        "x 100 huizen",
        "honderdtallen",
        "x 10.000 huizen",
        "10 miljoen euro",
        "k€",
        "€ k",
        "tienduizend huizen",
        "100 huizen",
    ],
)
def test_of_a_scale_that_is_not_read_no_size_is_told(tmp_path: Path, unit: str) -> None:
    folder = with_unit(tmp_path, unit, "1250")
    assert "is niet te lezen" in said(folder, "{{ a | in('miljoen') }}")
    assert "niet bij elkaar op te tellen" in said(folder, "{{ a + huizen }}")


@pytest.mark.parametrize("unit", ["woningen", "personen per 1.000 inwoners", "duizendpoten", "huizen van 100 jaar"])
def test_what_is_no_scale_stays_a_thing(tmp_path: Path, unit: str) -> None:
    assert "is niet te lezen" not in said(with_unit(tmp_path, unit, "1250"), "{{ a | in('miljoen') }}")


@pytest.mark.parametrize("unit", ["procentpunt", "procentpunten", "%-punt", "%punt", "pp"])
def test_percentage_points_are_never_a_percentage(tmp_path: Path, unit: str) -> None:
    folder = with_unit(tmp_path, unit, "3")
    assert said(folder, "{{ a }}.") == "3 procentpunt."
    assert "'pct' is voor een percentage" in said(folder, "{{ a | pct }}")


MONTHS = ("2025-01", "2025-02", "2025-03")


@pytest.mark.parametrize("time", ["dag", "week", "maand", "kwartaal", "jaar"])
def test_what_is_per_day_in_each_month_is_no_sum_in_the_quarter(tmp_path: Path, time: str) -> None:
    folder = with_unit(tmp_path, f"bezoekers per {time}", "100", MONTHS)
    why = f"een cijfer bezoekers per {time} telt niet op over perioden"
    assert why in said(folder, "{{ a['2025-Q1'] }}", "2025-03")
    assert "niet op over perioden" in said(folder, "{{ a | reeks('2025-01') | som }}", "2025-03")
    assert said(folder, "{{ a | reeks('2025-01') | gemiddelde }}.", "2025-03") == "100."


def test_what_is_per_day_adds_up_within_one_time(tmp_path: Path) -> None:
    folder = with_unit(tmp_path, "bezoekers per dag", "100", rest=", naar: {stad: {Oss: 60, Ede: 40}}")
    assert said(folder, "{{ a['Oss'] + a['Ede'] }} en {{ a['Oss'].aandeel }}.") == "100 en 60%."
