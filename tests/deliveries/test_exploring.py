"""What is seen in a file before anything is taken from it."""

from __future__ import annotations

import pytest

from rapportage.deliveries.exploring import seen_tables, told
from tests.deliveries.imports import sheet
from tests.deliveries.made import Formula, MadeSheet, Styled, xlsx
from tests.deliveries.shared import sample, whole

MADE = MadeSheet(
    "Tabel 1",
    [
        ["Tabel 1: instroom (gemaakt voorbeeld)"],
        [],
        [None, "mei 2020", None, "juni 2020"],
        ["Nationaliteit", "Eerste", "Herhaald", "Eerste"],
        ["Syrië", 245, Styled(0.31, "0%"), Styled(1234.6, "#,##0")],
        ["Overig", Styled(12, '0"*"'), "-", "12"],
        ["Totaal", Formula("SUM(B5:B6)", 257), "-", Formula("SUM(D5:D6)")],
        ["Bron: niemand"],
        [],
        [None, 2019, 2020],
        ["Mannen", 1, 2],
        [],
        ["Vrouwen", 3, None],
    ],
    merged=["B3:C3"],
    hidden_rows=[5],
)


def test_tables_have_heads_names_and_figures() -> None:
    (sheet,) = whole(xlsx(MADE)).sheets
    first, second = seen_tables(sheet)
    assert (first.area, first.title, first.heads) == ("A3:D7", "Tabel 1: instroom (gemaakt voorbeeld)", (2, 3))
    assert [first.head(column) for column in first.columns] == [
        ("mei 2020", "Eerste"), ("mei 2020", "Herhaald"), ("juni 2020", "Eerste"),
    ]  # fmt: skip
    assert first.row_names() == ("Syrië", "Overig", "Totaal")
    assert first.after() == "Bron: niemand"
    assert (second.area, second.heads) == ("A10:C13", (9,))
    assert [second.head(column) for column in second.columns] == [("2019",), ("2020",)]
    assert second.row_names() == ("Mannen", "Vrouwen")


def test_it_is_told_in_dutch() -> None:
    assert told(whole(xlsx(MADE))) == (
        "levering.bin: xlsx, 1 blad\n"
        "\n"
        "blad 'Tabel 1': 13 rijen, 4 kolommen\n"
        "  tabel A3:D7: Tabel 1: instroom (gemaakt voorbeeld)\n"
        "    koppen in rijen 3 en 4\n"
        "      B: mei 2020 > Eerste\n"
        "      C: mei 2020 > Herhaald\n"
        "      D: juni 2020 > Eerste\n"
        "    namen van rijen in kolom A: 3 (van 'Syrië' tot en met 'Totaal'), daarna 'Bron: niemand'\n"
        "    teken '*': 1 cel (B6)\n"
        "    teken '-': 2 cellen (C6 en C7)\n"
        "    als percentage getoond: 1 cel (C5)\n"
        "    afgerond getoond: 1 cel (D5); D5 toont 1.235 en bewaart 1234,6\n"
        "    getal als tekst opgeslagen: 1 cel (D6)\n"
        "    formule zonder uitkomst: 1 cel (D7)\n"
        "    verborgen: 3 cellen (B6, C6 en D6)\n"
        "  tabel A10:C13\n"
        "    koppen in rij 10\n"
        "      B: 2019\n"
        "      C: 2020\n"
        "    namen van rijen in kolom A: 2 (van 'Mannen' tot en met 'Vrouwen')\n"
        "    leeg: 3 cellen (B12, C12 en C13)\n"
    )


def test_a_table_with_an_observation_on_each_row() -> None:
    assert told(sample("eurostat-lfsa_argan.sdmx.csv")).splitlines()[3:] == [
        "  2 cijfers, elk op een eigen rij",
        "  A DATAFLOW: ESTAT:LFSA_ARGAN(1.0)",
        "  B LAST UPDATE: 11/06/26 23:00:00",
        "  C freq: A",
        "  D unit: PC",
        "  E sex: T",
        "  F age: Y15-64",
        "  G citizen: FOR",
        "  H geo: FR",
        "  I TIME_PERIOD: 2021 en 2022",
        "  J CONF_STATUS: leeg",
        "  K Waarde: 66.5 en 66.6",
        "  L Kenmerk: bd en d",
    ]


@pytest.mark.parametrize(
    ("name", "sheet", "areas"),
    [
        ("tidychef-tourism.xlsx", 0, []),
        ("tidychef-tourism.xlsx", 1, ["B2:K68", "A71:K71", "A74:K74"]),
        ("cbs-37296ned-statweb.csv", 0, ["A2:F12"]),
        ("tidychef-data-markers.csv", 0, ["A2:B7"]),
    ],
)
def test_tables_of_public_files(name: str, sheet: int, areas: list[str]) -> None:
    assert [table.area for table in seen_tables(sample(name).sheets[sheet])] == areas


def test_a_sheet_without_figures_and_a_hidden_one() -> None:
    delivery = whole(xlsx(MadeSheet("Toelichting", [["Alleen tekst"]]), MadeSheet("Leeg", [], state="hidden")))
    assert told(delivery).splitlines()[2:] == [
        "blad 'Toelichting': 1 rij, 1 kolom",
        "  geen tabel met cijfers",
        "",
        "blad 'Leeg' (verborgen): leeg",
    ]


@pytest.mark.parametrize(
    ("text", "area", "head", "names"),
    [
        ("Land;2025\nSyrië;12\nIran;30", "A1:B3", "2025", ("Syrië", "Iran")),
        ("Instroom naar land\nLand;2025\nSyrië;12\nIran;x", "A2:B4", "2025", ("Syrië", "Iran")),
        ("Land;Geslacht;2025\nSyrië;man;12\nSyrië;vrouw;30", "A1:C3", "2025", ("Syrië", "Syrië")),
        ("Land;Aantal\nSyrië;2025\nIran;30", "A1:B3", "Aantal", ("Syrië", "Iran")),
        ("Land;Aantal\nSyrië;12\nIran;2025\nIrak;30", "A1:B4", "Aantal", ("Syrië", "Iran", "Irak")),
        ("Land;Aantal\nSyrië;12\n\nIran;2025\nIrak;30", "A1:B5", "Aantal", ("Syrië", "Iran", "Irak")),
    ],
)
def test_a_first_row_of_words_and_one_year_has_the_heads(
    text: str, area: str, head: str, names: tuple[str, ...]
) -> None:
    (table,) = seen_tables(sheet(text))
    assert (table.area, table.head(table.columns[-1])[-1], table.row_names()) == (area, head, names)
