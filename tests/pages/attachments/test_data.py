"""From a document to tables of data: exact figures, and beside them what is to be said of them."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from decimal import Decimal
from io import StringIO

import pytest

from rapportage.document import Document, Formula, Text, Trace, Value
from rapportage.figures.observation import Operation
from rapportage.pages.attachments import attachments, publication
from rapportage.pages.attachments.csv_file import neutral
from rapportage.pages.attachments.figures import read_content
from tests.pages.attachments.documents import (
    GAP,
    IMPOSSIBLE,
    NEAR_ZERO,
    PROVISIONAL,
    SUPPRESSED,
    UNKNOWN,
    chart,
    everything,
    figure,
    head,
    report,
    row,
    table,
)


def files(document: Document) -> dict[str, bytes]:
    return {each.name: each.data for each in attachments(publication(document))}


def read(data: bytes) -> list[list[str]]:
    """As a spreadsheet reads it."""
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize(
    ("value", "exact", "status", "unit"),
    [
        (figure("1.560", "1560"), "1560", (), ""),
        (figure("−14", "-14"), "-14", (), ""),
        (figure("6,10", "6.10"), "6.10", (), ""),
        (figure("31%", "31.25"), "31.25", (), "%"),
        (figure("+3\u00a0procentpunt", "2.75"), "2.75", (), "procentpunt"),
        (PROVISIONAL, "1234", ("voorlopig",), ""),
        (NEAR_ZERO, "0", ("minder dan de helft van de eenheid",), None),
        (SUPPRESSED, None, ("minder dan 5",), ""),
        (UNKNOWN, None, ("onbekend",), ""),
        (IMPOSSIBLE, None, ("niet van toepassing",), ""),
        (GAP, None, ("nog in te vullen",), ""),
        (figure("ongeveer 7.350", "7349"), "7350", ("ongeveer",), ""),
        (figure("−4.820", "-4823"), "-4820", ("afgerond",), ""),
        (figure("33%", "33.3333333333333333333"), "33.333333333333", (), "%"),
        (figure("0", "0.49999999999999"), "0.49999999999999", (), ""),
    ],
)
def test_a_figure_and_what_is_to_be_said_of_it(
    value: Value, exact: str | None, status: tuple[str, ...], unit: str | None
) -> None:
    reading = read_content((value,))
    assert reading.is_figure
    assert (reading.figure and reading.figure.value) == (Decimal(exact) if exact is not None else None)
    assert (reading.status, reading.unit) == (status, unit)


def test_a_figure_that_the_report_hides_is_hidden_in_the_data_whatever_the_trace_knows() -> None:
    assert read_content((figure("<5", "3", "minder dan 5"),)).figure is None
    assert read_content((figure(".", "17", "onbekend"),)).figure is None


def test_a_figure_that_the_report_rounds_is_not_more_precise_in_the_data() -> None:
    reading = read_content((figure("15", "13"),))
    assert reading.figure is not None
    assert (reading.figure.value, reading.status) == (Decimal(15), ("afgerond",))


def test_words_with_a_figure_among_them_are_words() -> None:
    reading = read_content((figure("12", "12"), Text(" van "), figure("30", "30")))
    assert (reading.text, reading.is_figure) == ("12 van 30", False)
    assert not read_content((Value("2020"),)).is_figure  # a year in a name is no figure


def test_every_shown_figure_of_the_document_is_in_the_data() -> None:
    rows = read(files(everything())["tabel-1-landen.csv"])
    assert rows == [
        [
            "Groep", "Land", "2020, aantal", "2020, aantal, status", "2020, aandeel (%)", "2020, aandeel, status",
            "2019, verschil", "2019, verschil, status", "Soort rij",
        ],
        ["Azië", "'=Syrië", "1234", "voorlopig", "31,085043988270", "", "-14", "", ""],
        ["Azië", "'+Jemen", "", "minder dan 5", "", "onbekend", "-4820", "afgerond", ""],
        ["Azië", "Azië samen", "273", "", "15", "ongeveer", "", "niet van toepassing", "subtotaal"],
        ["Afrika", "'-Eritrea en @Gambia", "12", "noot a", "0", "minder dan de helft van de eenheid", "0,50", "", ""],
        ["", "Totaal", "1507", "", "100", "", "", "n.b.", "totaal"],
    ]  # fmt: skip


def test_a_chart_shares_the_table_with_its_figures_and_has_its_own_where_there_is_none() -> None:
    made = publication(everything())
    assert [each.about for each in made.tables] == [("landen", "in-tabel"), ("tabel-7",), ("figuur",)]
    rows = read(files(everything())["figuur-1-figuur.csv"])
    assert rows == [
        ["Periode", "Aanvragen (index)", "Aanvragen (index), status"],
        ["apr 2020", "12,50", ""],
        ["mei 2020", "", "onbekend"],
        ["jun 2020", "-3", "voorlopig"],
    ]


def test_the_unit_stands_beside_a_figure_where_it_differs_by_row() -> None:
    made = files(report(table(row("Aanvragen", figure("341", "341")), row("Toewijzing", figure("31%", "31.2")))))
    assert read(made["tabel-1-landen.csv"]) == [
        ["Land", "aantal", "aantal, eenheid"],
        ["Aanvragen", "341", ""],
        ["Toewijzing", "31,2", "%"],
    ]


def test_the_form_is_that_of_dutch_spreadsheets() -> None:
    data = files(report(table(row("Een; twee", figure("1.234,5", "1234.5")))))["tabel-1-landen.csv"]
    assert data == '\ufeffLand;aantal\r\n"Een; twee";1234,5\r\n'.encode()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_words_are_taken_for_a_formula(start: str) -> None:
    assert neutral(f"{start}1+1") == f"'{start}1+1"
    assert neutral(f"a{start}1") == f"a{start}1"


def test_the_same_heads_and_names_twice_are_told_apart() -> None:
    twice = table(row("Syrië", figure("1", "1"), figure("2", "2")), heads=(head("Land", "aantal", "aantal"),))
    made = files(report(twice, table(row("Iran", figure("3", "3")))))
    assert list(made) == ["csvw.json", "tabel-1-landen.csv", "tabel-1-landen-2.csv"]
    assert read(made["tabel-1-landen.csv"])[0] == ["Land", "aantal", "aantal 2"]


def test_the_description_tells_of_every_file_and_column() -> None:
    made = files(everything())
    described = json.loads(made["csvw.json"])
    assert [each["url"] for each in described["tables"]] == list(made)[1:]
    assert len(described["tables"]) > 1
    for each in described["tables"]:
        columns = each["tableSchema"]["columns"]
        header, *rows = read(made[each["url"]])
        assert [column["titles"] for column in columns] == header
        assert len({column["name"] for column in columns}) == len(columns)
        for place, column in enumerate(columns):
            if column["datatype"] != "string":
                assert column["datatype"] == {"base": "decimal", "format": {"decimalChar": ","}}
                assert all(Decimal(line[place].replace(",", ".")).is_finite() for line in rows if line[place])


def test_the_description_in_full(golden: Callable[[str, str], None]) -> None:
    golden("bijlagen.csvw.json", files(everything())["csvw.json"].decode())


def test_a_document_without_tables_has_no_attachments() -> None:
    assert attachments(publication(report())) == ()


def test_a_chart_by_itself_has_its_figures() -> None:
    assert list(files(report(chart()))) == ["csvw.json", "figuur-1-figuur.csv"]


def test_a_trace_without_a_value_gives_no_figure() -> None:
    assert read_content((Value("12", Trace(None, Formula(Operation.UNKNOWN, ()), ())),)).figure is None
