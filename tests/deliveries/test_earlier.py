"""What a delivery gives of earlier periods: what of it can't be read is told, and what it does not have is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.deliveries.imports import CHANGING, MONTH, delivery, imported, project, sheet

REPEATED = """\
  herhaalde_aanvragen:
    titel: Herhaalde aanvragen
    eenheid: aanvragen
    totaal: {rij: Totaal, kolom: ["{maandnaam}", Herhaald]}
"""
LEVERING = CHANGING + REPEATED + "herzien: 2\n"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "", []),
        (
            "Syrië;100;",
            "Syrië;?;",
            [("I411", "cel B5: het teken '?' is niet afgesproken; zo is niet na")],
        ),
        ("Totaal;300;20", "Totaal;300;", [("I410", "cel C4: de cel is leeg; zo is niet na te gaan of 2020-04")]),
        ("Totaal;300;", "Totaal;301;", [("I413", "zo is niet na te gaan of 2020-04 is bijgesteld")]),
        (";Eerste;Herhaald;Eerste", ";Eerste;Nog eens;Eerste", [("I304", "zo is niet na te gaan of 2020-04")]),
        (";april;april;", ";2019;2019;", []),
    ],
)
def test_faults_of_an_earlier_period_are_warnings(
    tmp_path: Path, old: str, new: str, told: list[tuple[str, str]]
) -> None:
    """With 'herzien: 2', of which the file has only one: of March nothing is told."""
    text = MONTH.replace(old, new) if old else MONTH
    result, findings = imported(project(tmp_path, LEVERING), delivery(sheet(text)))
    assert result is not None
    assert [item.code for item in findings] == [code for code, _ in told]
    assert not findings.has_errors
    assert all(words in item.message for item, (_, words) in zip(findings, told, strict=True))


def test_a_levering_of_which_nothing_moves_asks_nothing_of_earlier_periods(tmp_path: Path) -> None:
    """Also where no sheet is named, and it would fit any."""
    levering = LEVERING.replace('"{maandnaam}"', "mei").replace("blad: Tabel 1\n", "")
    given = delivery(sheet(MONTH), sheet("Toelichting\nDit is een toelichting.\n", "Toelichting"))
    result, findings = imported(project(tmp_path, levering), given)
    assert result is not None
    assert [item.message for item in findings] == []
