"""Figures of another period than the one that is asked are never taken silently."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.deliveries.importing import ImportRequest, ImportResult, import_delivery
from rapportage.diagnostics import Findings
from tests.deliveries.imports import CHANGING, LEVERING, MONTH, delivery, project, sheet
from tests.deliveries.test_importing import FILE

MAY, APRIL = '["{maandnaam}", Eerste]', "[april, Eerste]"
ONE = "Aanvragen\nNationaliteit;Eerste\nTotaal;341\nSyrië;341\nBron: IND\n"
ONE_LEVERING = LEVERING.replace(MAY, "[Eerste]").replace("koppen: [2, 3]", "koppen: [2]")


def asked(
    folder: Path,
    levering: str,
    text: str = MONTH,
    name: str = "ind-2020-05",
    sheet_name: str = "Tabel 1",
    period: str = "2020-05",
) -> tuple[ImportResult | None, list[tuple[str, str]]]:
    project(folder, levering, FILE if "herzien" in levering else None)
    path = folder / "leveringen" / f"{name}.xlsx"
    path.write_bytes(b"")
    findings = Findings()
    given = delivery(sheet(text, sheet_name), path=f"leveringen/{name}.xlsx")
    made = import_delivery(ImportRequest("ind", period, folder), lambda *_: given, findings)
    return made, [(item.code, item.message) for item in findings if item.code in ("I316", "I317")]


@pytest.mark.parametrize(
    ("levering", "text", "sheet_name", "words"),
    [
        (LEVERING.replace(MAY, APRIL), MONTH, "Tabel 1", "cel B2: 'april' is een andere periode dan 2020-05"),
        (LEVERING.replace(MAY, "[april 2020, Eerste]"), MONTH.replace("april", "april 2020"), "Tabel 1", "cel B2"),
        (LEVERING.replace(MAY, "[mei 2019, Eerste]"), MONTH.replace(";mei", ";mei 2019"), "Tabel 1", "cel D2"),
        (ONE_LEVERING, ONE.replace("Aanvragen", ";april"), "Tabel 1", "cel B1: 'april'"),
        (ONE_LEVERING.replace("blad: Tabel 1", "blad: april"), ONE, "april", "blad 'april'"),
        (ONE_LEVERING.replace("blad: Tabel 1\n", ""), ONE, "2020-04", "blad '2020-04'"),
        (LEVERING.replace(MAY, "[Mar, Eerste]"), MONTH.replace("april", "Mar"), "Tabel 1", "cel B2: 'Mar'"),
        (LEVERING.replace(MAY, "[October, Eerste]"), MONTH.replace("april", "October"), "Tabel 1", "cel B2: 'October'"),
        (LEVERING.replace("Totaal", "april"), MONTH.replace("Totaal", "april"), "Tabel 1", "cel A4: 'april'"),
    ],
)
def test_words_that_name_another_period(tmp_path: Path, levering: str, text: str, sheet_name: str, words: str) -> None:
    made, told = asked(tmp_path, levering, text, sheet_name=sheet_name)
    assert made is None
    assert told
    assert told[0][0] == "I316"
    assert words in told[0][1]


@pytest.mark.parametrize("name", ["ind-2020-04", "april", "ind_april_2020", "2020MM04"])
def test_a_file_of_another_period(tmp_path: Path, name: str) -> None:
    made, told = asked(tmp_path, ONE_LEVERING.replace("ind-{periode}", name), ONE, name)
    assert made is None
    assert told[0][0] == "I316"
    assert "de naam van het bestand zegt" in told[0][1]


@pytest.mark.parametrize("name", ["ind-2020-05", "ind-mei", "ind", "ind-2020-06-24", "cijfers-2020-04-en-2020-05"])
def test_a_file_that_may_be_of_the_period(tmp_path: Path, name: str) -> None:
    made, told = asked(tmp_path, ONE_LEVERING.replace("ind-{periode}", name), ONE, name)
    assert made is not None
    assert told == []


def test_heads_that_say_month_and_year_are_enough(tmp_path: Path) -> None:
    levering = LEVERING.replace(MAY, '["{maandnaam} {jaar}", Eerste]').replace("ind-{periode}", "ind-2020-12")
    made, told = asked(tmp_path, levering, MONTH.replace(";mei", ";mei 2020"), "ind-2020-12")
    assert made is not None
    assert told == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("mei 2020", "mei 2019", "cel A1: hier staat '2019'"),
        ("Asielaanvragen in mei 2020", "Asielaanvragen", ""),
        ("Asielaanvragen in mei 2020", "Asielaanvragen 2019 en 2020", ""),
    ],
)
def test_a_title_of_another_year(tmp_path: Path, old: str, new: str, words: str) -> None:
    made, told = asked(tmp_path, LEVERING, MONTH.replace(old, new))
    assert made is not None
    assert [code for code, _ in told] == (["I317"] if words else [])
    assert all(words in message for _, message in told)


@pytest.mark.parametrize(("year", "count"), [("2018", 1), ("2020", 0), ("2021", 0)])
def test_a_source_of_another_year(tmp_path: Path, year: str, count: int) -> None:
    text = MONTH.replace(" in mei 2020", "").replace("24 juni 2020", f"24 juni {year}")
    assert len(asked(tmp_path, LEVERING, text)[1]) == count


@pytest.mark.parametrize(("head", "is_taken"), [("december", False), ("december 2019", True)])
def test_earlier_figures_of_another_year_say_their_year(tmp_path: Path, head: str, *, is_taken: bool) -> None:
    words = "{maandnaam} {jaar}" if is_taken else "{maandnaam}"
    levering = CHANGING.replace(MAY, f'["{words}", Eerste]') + "herzien: 6\n"
    text = MONTH.replace("april", head).replace(";mei", ";mei 2020" if is_taken else ";mei")
    project(tmp_path, levering, FILE)
    december = (
        FILE.replace("2020-05", "2019-12").replace("2020-06-24", "2020-01-20").replace("Turkije: ", "Turkije: 81")
    )
    (tmp_path / "data" / "2019-12.yaml").write_text(december.replace("totaal:    #", "totaal: 299 #"), encoding="utf-8")
    made, told = asked(tmp_path, levering, text)
    assert made is not None
    assert bool(made.proposed) == is_taken
    assert [code for code, _ in told] == ([] if is_taken else ["I317"])
