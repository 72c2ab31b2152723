"""Workbooks, with what a library for values leaves out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapportage.deliveries.grid import CellKind
from tests.deliveries.made import Error, Formula, MadeSheet, Styled, sheet_xml, xlsx
from tests.deliveries.shared import at, read, sample, texts, whole

TABLE = MadeSheet(
    "Tabel 1",
    [
        ["Gemaakt voorbeeld"],
        [None, "mei", None, "juni"],
        ["Land", "Eerste", "Herhaald", "Eerste"],
        ["Syrië", 245, Styled(0.31, "0%"), Styled(1234.6, "#,##0")],
        ["Overig", Styled(12, '0"*"'), Styled(0, '0;-0;"-"'), "1.234"],
        ["Totaal", Formula("SUM(B4:B5)", 257), Formula("SUM(C4:C5)"), Error("#DIV/0!")],
    ],
    merged=["B2:C2"],
    hidden_rows=[4],
    hidden_columns=[3],
)


def test_cells_are_as_the_sheet_shows_them() -> None:
    delivery = whole(xlsx(TABLE))
    assert delivery.format == "xlsx"
    assert texts(delivery) == [
        ["Gemaakt voorbeeld", "", "", ""],
        ["", "mei", "mei", "juni"],
        ["Land", "Eerste", "Herhaald", "Eerste"],
        ["Syrië", "245", "31%", "1.235"],
        ["Overig", "12*", "-", "1.234"],
        ["Totaal", "257", "", "#DIV/0!"],
    ]
    share = at(delivery, "C4")
    assert (share.value, share.percent, share.stored) == (31, True, None)
    assert (at(delivery, "D4").value, at(delivery, "D4").stored) == (1235, Decimal("1234.6"))
    assert (at(delivery, "B5").value, at(delivery, "B5").mark) == (12, "*")
    sign = at(delivery, "C5")
    assert (sign.kind, sign.value, sign.stored) == (CellKind.NUMBER, None, 0)
    assert (at(delivery, "D5").kind, at(delivery, "D5").value) == (CellKind.TEXT, None)


def test_what_a_library_hides_is_told_of_the_cell() -> None:
    delivery = whole(xlsx(TABLE))
    assert at(delivery, "C2").merged
    assert not at(delivery, "B2").merged
    assert [cell.address for row in delivery.sheets[0].rows for cell in row if cell.hidden] == [
        "D1", "D2", "D3", "D4", "A5", "B5", "C5", "D5", "D6",
    ]  # fmt: skip
    assert at(delivery, "C6").formula_without_value
    assert not at(delivery, "B6").formula_without_value
    assert at(delivery, "D6").kind is CellKind.ERROR


def test_sheets_that_are_hidden_say_so() -> None:
    sheets = [MadeSheet("a", [[1]]), MadeSheet("b", [[2]], state="hidden"), MadeSheet("c", [[3]], state="veryHidden")]
    delivery = whole(xlsx(*sheets))
    assert [(sheet.name, sheet.hidden) for sheet in delivery.sheets] == [("a", False), ("b", True), ("c", True)]


def test_a_binary_fraction_never_appears() -> None:
    delivery = whole(xlsx(MadeSheet("a", [[0.1 + 0.2, Formula("A1", 0.1 + 0.2)]])))
    assert [(cell.value, cell.text, cell.stored) for cell in delivery.sheets[0].rows[0]] == [
        (Decimal("0.3"), "0,3", None)
    ] * 2


def test_a_number_without_digits_to_show_is_no_number() -> None:
    assert at(whole(xlsx(MadeSheet("a", [[Styled(5, ";;;"), 1]]))), "A1").value is None


def test_other_contents() -> None:
    delivery = whole(xlsx(MadeSheet("a", [[True, False, Styled(43891, "mmm-yy"), Styled(43952.5, "dd-mm-yyyy")]])))
    kinds = [(cell.kind, cell.text) for cell in delivery.sheets[0].rows[0]]
    assert kinds == [
        (CellKind.BOOLEAN, "WAAR"), (CellKind.BOOLEAN, "ONWAAR"), (CellKind.DATE, "mrt-20"),
        (CellKind.DATE, "01-05-2020"),
    ]  # fmt: skip


SUPERSCRIPT = '<r><rPr><vertAlign val="superscript"/><sz val="8"/></rPr><t>{}</t></r>'


@pytest.mark.parametrize(
    ("words", "raised", "text", "value", "mark"),
    [
        ("653", "1", "653¹", 653, "¹"),
        ("653", "1)", "653¹⁾", 653, "¹⁾"),
        ("653", "*", "653*", 653, "*"),
        ("653", "a", "653ᵃ", 653, "ᵃ"),
        ("km", "2", "km²", None, ""),
        ("A", "1 &amp; 2", "A¹ & ²", None, ""),
    ],
)
def test_a_raised_mark_is_no_digit_of_the_number(
    words: str, raised: str, text: str, value: int | None, mark: str
) -> None:
    runs = f"<r><t>{words}</t></r>{SUPERSCRIPT.format(raised)}"
    xml = sheet_xml(f'<row r="1"><c r="A1" t="inlineStr"><is>{runs}</is></c></row>')
    cell = at(whole(xlsx(MadeSheet("a", []), more={"xl/worksheets/sheet1.xml": xml})), "A1")
    assert (cell.kind, cell.text, cell.value, cell.mark) == (CellKind.TEXT, text, value, mark)


def test_names_of_sheets_may_have_any_sign() -> None:
    assert whole(xlsx(MadeSheet("In & uit <1> 'x' \"y\"", [[1]]))).sheets[0].name == "In & uit <1> 'x' \"y\""


NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.mark.parametrize(
    "xml",
    [
        sheet_xml("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"),
        sheet_xml('<!-- <c r="Z9"> --><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
                  '<row r="2" spans="1:2"><c r="A2"><v><![CDATA[3]]></v></c><c r="B2" s="0"/></row>'),
        f'<x:worksheet xmlns:x="{NAMESPACE}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c>'
        '<x:c r="B1"><x:v>2</x:v></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>3</x:v></x:c></x:row>'
        "</x:sheetData></x:worksheet>",
    ],
)  # fmt: skip
def test_other_ways_to_write_a_sheet(xml: str) -> None:
    made = xlsx(MadeSheet("a", []), more={"xl/worksheets/sheet1.xml": xml})
    assert texts(whole(made)) == [["1", "2"], ["3", ""]]


def test_formats_of_blank_cells_make_no_sheet_larger() -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert texts(whole(xlsx(MadeSheet("a", []), more={"xl/worksheets/sheet1.xml": sheet_xml(cells)}))) == [["1"]]


@pytest.mark.parametrize(
    ("cell", "without"),
    [
        ("<f>A1</f>", True),
        ("<f>A1</f><v/>", True),
        ("<f>A1</f><v></v>", True),
        ("<f/><v>5</v>", False),
        ("<v>5</v>", False),
    ],
)
def test_a_formula_that_was_never_worked_out(cell: str, without: bool) -> None:
    made = sheet_xml(f'<row r="1"><c r="A1"><v>1</v></c><c r="B1">{cell}</c></row>')
    assert (
        at(whole(xlsx(MadeSheet("a", []), more={"xl/worksheets/sheet1.xml": made})), "B1").formula_without_value
        is without
    )


def test_a_formula_that_gives_no_words_has_a_value() -> None:
    made = sheet_xml('<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>A1</f><v></v></c></row>')
    assert not at(whole(xlsx(MadeSheet("a", []), more={"xl/worksheets/sheet1.xml": made})), "B1").formula_without_value


def test_formulas_without_values_alone_are_a_sheet() -> None:
    delivery = whole(xlsx(MadeSheet("a", [["x", Formula("A1")], [Formula("A1"), Formula("B1")]])))
    assert [cell.formula_without_value for row in delivery.sheets[0].rows for cell in row] == [False, True, True, True]


def test_a_workbook_of_the_office_for_national_statistics() -> None:
    delivery = sample("tidychef-tourism.xlsx")
    assert [sheet.name for sheet in delivery.sheets][:2] == ["Index", "Table 1"]
    heads = [at(delivery, f"{column}3", 1).text for column in "CDFGH"]
    assert heads == ["All Visits", "All Visits", "Area of residence", "Area of residence", "Area of residence"]
    cell = at(delivery, "C7", 1)
    assert (cell.text, cell.value, cell.stored) == ("2.734", 2734, Decimal("2734.12724005823"))


def test_a_formula_from_another_file_is_told_at_its_cell() -> None:
    made = xlsx(MadeSheet("Tabel 1", [["x"], [None, Formula("[1]Blad1!A1", 5)], [Formula("SUM([2]B!A1:A9)", 6)]]))
    delivery, findings = read(made, "mei.xlsx")
    assert delivery is not None
    assert at(delivery, "B2").value == 5
    assert [(item.code, item.is_error, item.message) for item in findings] == [
        ("I107", False, "mei.xlsx, blad 'Tabel 1', cel B2: hier (en in nog 1) komt de waarde uit een ander bestand, "
         "en kan zij oud zijn")
    ]  # fmt: skip


def test_macros_are_told_and_not_run() -> None:
    delivery, findings = read(xlsx(TABLE, more={"xl/vbaProject.bin": b"\x00"}))
    assert delivery is not None
    assert [(item.code, item.is_error) for item in findings] == [("I106", False)]
