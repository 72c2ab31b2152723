"""The workbook, read back by another's library: odfdo."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import odfdo

from rapportage.pages.attachments import publication, workbook
from tests.pages.attachments.documents import everything, figure, report, row, table

DATA = workbook(publication(everything()))


def opened(data: bytes = DATA) -> odfdo.Document:
    return odfdo.Document(BytesIO(data))


def sheets(data: bytes = DATA) -> dict[str, odfdo.Table]:
    return {sheet.name: sheet for sheet in opened(data).body.tables}


def test_a_sheet_for_the_contents_and_one_for_each_table() -> None:
    assert list(sheets()) == ["Inhoud", "Tabel 1 Landen", "Tabel 2 Wie", "Figuur 1 Verloop"]


def test_the_file_says_what_it_is() -> None:
    meta = opened().meta
    assert (meta.title, meta.language) == ("Kerncijfers, mei 2020", "nl-NL")
    assert meta.creation_date.isoformat().startswith("2020-06-24")


def test_title_then_heads_then_figures_then_small_print() -> None:
    rows = sheets()["Tabel 1 Landen"].get_values()
    assert rows[0][0] == "Tabel 1 Landen"
    assert rows[1][:4] == ["Groep", "Land", "2020, aantal", "2020, aantal, status"]
    assert rows[2] == [
        "Azië", "=Syrië", 1234, "voorlopig", Decimal("31.085043988270"), None, -14, None, None
    ]  # fmt: skip
    assert [line[0] for line in rows[7:]] == [
        None,
        "Noot a: Later bijgesteld tot 270.",
        "Noot b: Afgerond op tienen. (Geldt voor de hele tabel.)",
        "Cijfers van de IND.",
        "Bron: IND, Asieltrends (juni 2020).",
        "https://example.org/asiel",
    ]


def test_heads_are_marked_and_nothing_is_merged() -> None:
    assert len(sheets()) > 1
    for name, sheet in sheets().items():
        if name != "Inhoud":
            assert len(sheet.get_elements("table:table-header-rows/table:table-row")) == 1
            assert len(sheet.get_elements("table:table-header-columns/table:table-column")) >= 1
        assert not sheet.get_elements("//table:covered-table-cell")
        assert not sheet.get_elements("//*[@table:number-columns-spanned]")


def test_figures_are_shown_as_dutch_numbers() -> None:
    sheet = sheets()["Tabel 1 Landen"]
    cells = {cell.get_attribute("office:value"): cell for line in sheet.rows for cell in line.cells}
    assert cells["1507"].get_elements("text:p")[0].text == "1.507"
    assert cells["31.085043988270"].get_elements("text:p")[0].text == "31"
    assert cells["-14"].get_elements("text:p")[0].text == "-14"
    assert cells["0.50"].get_attribute("table:style-name") == "Cijfer1"


def test_nothing_is_a_formula() -> None:
    assert b"table:formula" not in ZipFile(BytesIO(DATA)).read("content.xml")


def test_the_contents_lead_to_each_sheet_and_explain_every_status() -> None:
    contents = sheets()["Inhoud"]
    links = [each.get_attribute("xlink:href") for each in contents.get_elements("//text:a")]
    assert links == ["#'Tabel 1 Landen'.A1", "#'Tabel 2 Wie'.A1", "#'Figuur 1 Verloop'.A1"]
    words = {line[0]: line[1] for line in contents.get_values()}
    assert words["minder dan 5"].startswith("onderdrukt")
    for status in ("voorlopig", "onbekend", "niet van toepassing", "afgerond", "ongeveer"):
        assert words[status]
    assert "geen cijfer" not in words  # it does not occur


def test_the_package_is_the_same_whenever_it_is_made() -> None:
    archive = ZipFile(BytesIO(DATA))
    first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert DATA[30:38] == b"mimetype"  # no extra field before what tells programs what the file is
    assert {each.date_time for each in archive.infolist()} == {(2020, 6, 24, 0, 0, 0)}
    assert workbook(publication(everything())) == DATA


def test_names_of_sheets_are_short_and_told_apart() -> None:
    long = "Eerste asielaanvragen: naar [land]/maand"
    same = [table(row("Iran", figure("1", "1")), label="Tabel 1", title=long, id=id) for id in ("een", "twee")]
    names = list(sheets(workbook(publication(report(*same)))))
    assert names == ["Inhoud", "Tabel 1 Eerste asielaanvragen", "Tabel 1 Eerste (2)"]
    assert all(len(name) <= 31 for name in names)
