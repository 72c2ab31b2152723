"""Workbooks of LibreOffice: what is shown, beside what is stored."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapportage.deliveries.grid import CellKind
from tests.deliveries.made_ods import number, ods, row, table, words
from tests.deliveries.shared import at, read, refused, texts, whole


@pytest.mark.parametrize(
    ("stored", "shown", "kind", "value", "kept", "mark"),
    [
        ("653", "653", "float", "653", None, ""),
        ("1234", "1.234", "float", "1234", None, ""),
        ("1.234", "1,234", "float", "1.234", None, ""),
        ("1234", "1,234", "float", "1234", None, ""),
        ("1234.56", "1.234,6", "float", "1234.6", "1234.56", ""),
        ("0.31", "31%", "percentage", "31", None, ""),
        ("0.30769", "30,8 %", "percentage", "30.8", "30.769", ""),
        ("12", "12*", "float", "12", None, "*"),
        ("12", "12 p", "float", "12", None, "p"),
        ("12.5", "€ 12,50", "currency", "12.50", None, ""),
        ("-5", "(5)", "float", "-5", None, ""),
        ("-5", "−5", "float", "-5", None, ""),
        ("363", "00363", "float", "363", None, ""),
        ("0.30000000000000004", "0,3", "float", "0.3", None, ""),
        ("0.31", "", "percentage", "31", None, ""),
        ("0.5", "0,5", "float", "0.5", None, ""),
    ],
)
def test_the_number_is_the_one_that_is_shown(
    stored: str, shown: str, kind: str, value: str, kept: str | None, mark: str
) -> None:
    cell = at(whole(ods(table("a", row(number(stored, shown, kind))))), "A1")
    assert (cell.kind, str(cell.value), cell.mark) == (CellKind.NUMBER, value, mark)
    assert cell.stored == (None if kept is None else Decimal(kept))
    assert cell.percent is (kind == "percentage")


def test_a_number_that_is_not_shown_is_none() -> None:
    nothing = '<table:table-cell office:value-type="float" office:value="653"><text:p/></table:table-cell>'
    hidden = at(whole(ods(table("a", row(nothing, words("x"))))), "A1")
    assert (hidden.text, hidden.value, hidden.stored) == ("", None, 653)
    cell = at(whole(ods(table("a", row(number("0", "-"))))), "A1")
    assert (cell.text, cell.value, cell.stored) == ("-", None, 0)
    other = at(whole(ods(table("a", row(number("3", "12"))))), "A1")
    assert (other.value, other.stored) == (None, 3)
    thousands = at(whole(ods(table("a", row(number("1234567", "1.235"))))), "A1")
    assert (thousands.value, thousands.scale, thousands.stored) == (1235, 3, Decimal("1234.567"))


def test_merged_hidden_and_repeated() -> None:
    made = ods(
        table(
            "Tabel 1",
            '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>',
            row(words("mei", ' table:number-columns-spanned="2" table:number-rows-spanned="1"'),
                "<table:covered-table-cell/>", words("juni")),
            row(number("5", "5", more=' table:number-columns-repeated="2"'), more=' table:number-rows-repeated="2"'),
            row(words("onder"), more=' table:visibility="filter"'),
            row('<table:table-cell table:number-columns-repeated="9"/>', more=' table:number-rows-repeated="1048000"'),
        )
    )  # fmt: skip
    delivery = whole(made)
    assert texts(delivery) == [["mei", "mei", "juni"], ["5", "5", ""], ["5", "5", ""], ["onder", "", ""]]
    assert at(delivery, "B1").merged
    assert [cell.address for line in delivery.sheets[0].rows for cell in line if cell.hidden] == [
        "C1", "C2", "C3", "A4", "B4", "C4",
    ]  # fmt: skip


def test_other_contents() -> None:
    remark = "<office:annotation><text:p>opmerking</text:p></office:annotation>"
    made = ods(
        table(
            "a",
            row(
                '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>',
                '<table:table-cell office:value-type="date" office:date-value="2020-05-01"/>',
                '<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#DEEL/0!</text:p>'
                "</table:table-cell>",
                '<table:table-cell table:formula="of:=[.A1]"/>',
                f'<table:table-cell office:value-type="string">{remark}<text:p>a<text:s/>b</text:p></table:table-cell>',
            ),
        )
    )
    cells = whole(made).sheets[0].rows[0]
    assert [(cell.kind, cell.text) for cell in cells] == [
        (CellKind.BOOLEAN, "WAAR"), (CellKind.DATE, "2020-05-01"), (CellKind.ERROR, "#DEEL/0!"), (CellKind.BLANK, ""),
        (CellKind.TEXT, "a b"),
    ]  # fmt: skip
    assert cells[3].formula_without_value


def test_a_raised_mark_is_no_digit_of_the_number() -> None:
    style = '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style>'
    note = '<text:p>653<text:span text:style-name="T1">1</text:span> x</text:p>'
    made = ods(table("a", row(f'<table:table-cell office:value-type="string">{note}</table:table-cell>')), styles=style)
    assert at(whole(made), "A1").text == "653¹ x"


def test_a_hidden_sheet_says_so() -> None:
    style = '<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>'
    made = ods(table("a", row(words("x"))), table("b", row(words("y")), more=' table:style-name="ta1"'), styles=style)
    assert [sheet.hidden for sheet in whole(made).sheets] == [False, True]


def test_what_is_repeated_has_a_limit() -> None:
    cell = number("5", "5", more=' table:number-columns-repeated="16384"')
    made = ods(table("Tabel 1", row(cell, more=' table:number-rows-repeated="1048576"')))
    assert refused(made) == "I103 x, blad 'Tabel 1', cel A1: dit blad is te groot om een tabel te zijn"
    far = ods(table("a", row(words("x")), row(more=' table:number-rows-repeated="1000000"'),
                    row('<table:table-cell table:number-columns-repeated="16000"/>', words("y"))))  # fmt: skip
    assert refused(far).startswith("I103 x, blad 'a', cel WQK1000002:")


def test_a_formula_from_another_file_is_told() -> None:
    formula = " table:formula=\"of:=['file:///C:/a.ods'#$Blad1.A1]\""
    _, findings = read(ods(table("a", row(number("5", "5", more=formula)))), "mei.ods")
    assert [item.message for item in findings] == [
        "mei.ods, blad 'a', cel A1: hier komt de waarde uit een ander bestand, en kan zij oud zijn"
    ]
