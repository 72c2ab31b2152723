"""What a first levering says of parts that are not all, or that are others in another period."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from rapportage.cli.main import cli
from rapportage.deliveries.exploring import SeenTable, changing, first_levering, seen_tables
from rapportage.deliveries.exploring.changing import SORTED
from rapportage.deliveries.exploring.moving import Words
from rapportage.deliveries.grid import Cell, CellKind, Delivery, Sheet
from rapportage.deliveries.importing import ImportRequest, import_delivery
from rapportage.diagnostics import Findings
from rapportage.figures.period import TimePeriod
from tests.deliveries.imports import delivery, project, sheet
from tests.deliveries.test_first_levering import filled_in

HEAD = "Aanvragen naar land\nLand;mei\n"
SOURCE = "Bron: IND\n"


def table(*rows: tuple[str, str]) -> str:
    return HEAD + "".join(f"{name};{figure}\n" for name, figure in rows) + SOURCE


BOTH = ", volledig: nee, wisselt: ja"
FROM_TOTAL = 'rijen: {vanaf: Totaal, tot: "Bron:"}'
TOP = table(("Totaal", "341"), ("Syrië", "106"), ("Turkije", "19"), ("Jemen", "18"), ("Cuba", "<5"))


def made(text: str, *others: str) -> str:
    given = [delivery(sheet(each), path=f"leveringen/ind-2020-0{number}.xlsx") for number, each in enumerate(others, 1)]
    text = first_levering(delivery(sheet(text)), (), given) or ""
    assert text
    return text


@pytest.mark.parametrize(
    ("text", "extent", "more"),
    [
        (TOP, FROM_TOTAL, BOTH),
        (TOP.replace("Jemen;18", "Jemen;x"), FROM_TOTAL, ""),  # x may be all the rest
        (TOP.replace("Syrië;106", "Syrië;6"), FROM_TOTAL, ", volledig: nee"),
        (TOP.replace("Totaal;341", "Totaal;147"), FROM_TOTAL, ""),
        (TOP.replace("Totaal;341\n", ""), 'rijen: {vanaf: Syrië, tot: "Bron:"}', ""),
        (TOP.replace("Cuba;<5", "overig;150"), FROM_TOTAL, BOTH),
        (TOP.replace("Cuba;<5", "Cuba;<5\nPeru;<5\nIran;<5"), FROM_TOTAL, BOTH),
        (TOP.replace("Totaal;341\n", "").replace(SOURCE, "Totaal;341\n"), "rijen: {tot_en_met: Totaal}", BOTH),
    ],
)
def test_of_a_list_of_the_largest_the_parts_change(text: str, extent: str, more: str) -> None:
    levering = made(text)
    assert f"    {extent}\n" in levering
    assert f'kolom: ["{{maandnaam}}"]{more}}}}}' in levering
    assert (f"    # wisselt: ja, want {SORTED}\n" in levering) == ("wisselt" in more)


ALL = table(("Noord", "1"), ("Oost", "2"), ("Zuid", "3"))


def test_other_deliveries_tell_that_parts_change() -> None:
    assert "wisselt" not in made(ALL)
    assert "wisselt" not in made(ALL, ALL)
    levering = made(ALL, ALL, ALL.replace("Oost", "West"))
    assert "# wisselt: ja, want in leveringen/ind-2020-02.xlsx staan andere onderdelen" in levering
    assert '    rijen: {tot: "Bron:"}\n' in levering
    assert "wisselt: ja}}" in levering


def test_each_sheet_is_looked_through_once_however_many_tables_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Sheet] = []

    def counting(sheet: Sheet) -> tuple[SeenTable, ...]:
        looked.append(sheet)
        return seen_tables(sheet)

    monkeypatch.setattr(changing, "seen_tables", counting)
    many = "\n".join([ALL] * 20)
    levering = made(many, many, many.replace("Oost", "West"))
    assert levering.count("wisselt: ja}}") == 20
    assert len(looked) == 3


def test_of_other_tables_nothing_is_said() -> None:
    """What has another number of tables is not of the same shape."""
    assert "wisselt" not in made(ALL, f"{ALL}\n{TOP}")


def test_the_files_beside_it_are_looked_at(tmp_path: Path) -> None:
    (tmp_path / "leveringen").mkdir()
    files = {"2020-04": ALL, "2020-05": ALL.replace("Oost", "West"), "2020-06": ""}
    for period, text in files.items():
        (tmp_path / "leveringen" / f"ind-{period}.csv").write_text(text, encoding="utf-8")
    file = tmp_path / "leveringen" / "ind-2020-05.csv"
    done = CliRunner().invoke(cli, ["import", "--verken", str(file), "--proef", "--project", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert "want in leveringen/ind-2020-04.csv staan andere onderdelen" in done.output


def given_back(given: Delivery, *_: object) -> Delivery:
    """Who opens a file gets this."""
    return given


def test_below_parts_that_change_a_table_is_found_by_its_words(tmp_path: Path) -> None:
    """What is proposed reads the next month too, where the tables are in other rows."""
    may = f"{TOP}\n{TOP}".replace("Aanvragen naar land", "Aanvragen naar land, mei 2020", 1)
    may = may.replace("Aanvragen naar land\n", "Besluiten naar land, mei 2020\n")
    levering = made(may)
    assert levering.count("    koppen: [2]\n") == levering.count("koppen: ") == 1
    assert '    onder: "Besluiten naar land, {maandnaam} {jaar}"\n' in levering
    project(tmp_path, filled_in(levering).replace('"<5": voorlopig', '"<5": "<5"'))
    june = may.replace("mei", "juni").replace("Turkije;19\n", "Turkije;19\nCuba;19\n", 1).replace("Cuba;<5", "Peru;<5")
    (tmp_path / "leveringen" / "ind-2020-06.xlsx").write_bytes(b"")
    for period, text in (("2020-05", may), ("2020-06", june)):
        found = Findings()
        given = delivery(sheet(text), path=f"leveringen/ind-{period}.xlsx")
        request = ImportRequest("ind", period, tmp_path, "2020-07-24")
        result = import_delivery(request, partial(given_back, given), found)
        assert [item.message for item in found] == []
        assert result is not None
        for file, data in result.made.items():
            file.write_bytes(data)
    assert "Peru: <5" in (tmp_path / "data" / "2020-06.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "moving"),
    [
        ("Tabel 1: aanvragen in mei 2020", "Tabel 1: aanvragen in {maandnaam} {jaar}"),
        ("Mei 2020, naar land", "{Maandnaam} {jaar}, naar land"),
        ("Aanvragen in april en mei 2020", "Aanvragen in april en mei 2020"),
        ("Aanvragen in mei, 2019 en 2020", "Aanvragen in mei, 2019 en 2020"),
        ("Meisjes en jongens", "Meisjes en jongens"),
        ("Aanvragen {mei}", "Aanvragen {mei}"),
    ],
)
def test_the_period_in_a_title_is_that_of_any_file(text: str, moving: str) -> None:
    assert Words(TimePeriod.parse("2020-05")).within(text) == moving


@pytest.mark.parametrize(
    ("period", "text", "moving"),
    [
        ("2025-Q1", "Instroom 1e kwartaal 2025", "Instroom {kwartaal}e kwartaal {jaar}"),
        ("2025-Q1", "Instroom 2025, kwartaal 1", "Instroom {jaar}, kwartaal {kwartaal}"),
        ("2025-Q1", "Instroom 2025 Q1", "Instroom {jaar} Q{kwartaal}"),
        ("2025-Q1", "Instroom eerste kwartaal 2025", "Instroom eerste kwartaal 2025"),
        ("2025-Q1", "Instroom 2e kwartaal 2025", "Instroom 2e kwartaal 2025"),
        ("2025-Q1", "Instroom 2025", "Instroom {jaar}"),
        ("2025-H2", "Instroom 2e halfjaar 2025", "Instroom {halfjaar}e halfjaar {jaar}"),
        ("2025-W05", "Instroom week 05 2025", "Instroom week {week} {jaar}"),
        ("2025-W05", "Instroom week 5 2025", "Instroom week 5 2025"),
        ("2025-03", "Instroom mrt 2025", "Instroom mrt 2025"),
        ("2025", "Instroom 1e kwartaal 2025", "Instroom 1e kwartaal 2025"),
    ],
)
def test_a_title_is_moved_whole_or_left(period: str, text: str, moving: str) -> None:
    words = Words(TimePeriod.parse(period))
    assert words.within(text) == moving
    assert words.is_left(text) == (text == moving)
    levering = (
        first_levering(delivery(sheet(ALL.replace("Aanvragen naar land", text)), path=f"l/i-{period}.xlsx")) or ""
    )
    assert ("# vul in: de periode" in levering) == (text == moving)


def test_shares_beside_a_list_of_the_largest_are_not_all_either() -> None:
    text = "Aanvragen\nLand;Aantal;Aandeel\nTotaal;341;100%\nSyrië;106;31%\nTurkije;19;6%\nJemen;18;5%\n"
    given = sheet(text)
    shares = tuple(
        tuple(
            Cell(c.row, c.column, c.text, CellKind.NUMBER, Decimal(c.text[:-1]), percent=True) if "%" in c.text else c
            for c in row
        )
        for row in given.rows
    )
    levering = first_levering(delivery(Sheet(given.name, shares))) or ""
    assert levering.count("volledig: nee") == 2


def test_without_a_period_a_title_stays() -> None:
    assert Words(None).within("Aanvragen") == "Aanvragen"
    assert Words(None).within("Aanvragen in mei") == "Aanvragen in mei"
    assert Words(TimePeriod.parse("2020")).within("Aanvragen, 2020") == "Aanvragen, {jaar}"
