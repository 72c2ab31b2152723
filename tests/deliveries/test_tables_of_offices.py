"""Tables of statistical offices: an observation on each row, whatever the notation."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from rapportage.deliveries.grid import CellKind
from rapportage.deliveries.periods import named_period
from tests.deliveries.shared import SAMPLES, at, refused, sample, texts, whole


def as_bytes(found: object) -> bytes:
    return json.dumps(found).encode()


TYPED = {
    "odata.metadata": "https://example.org/ODataApi/OData/1/$metadata#TypedDataSet",
    "value": [
        {"ID": 0, "Geslacht": "T001038   ", "Perioden": "2020MM05", "Banen_1": 653, "Loon_2": 12.5},
        {"ID": 1, "Geslacht": "3000      ", "Perioden": "2020KW02", "Banen_1": None, "Loon_2": 0.3},
    ],
}


def test_the_third_version_of_cbs() -> None:
    delivery = whole(as_bytes(TYPED))
    assert (delivery.format, delivery.told) == ("cbs-odata", ("CBS OData 3",))
    assert texts(delivery) == [
        ["Onderwerp", "Geslacht", "Perioden", "Waarde"],
        ["Banen_1", "T001038", "2020MM05", "653"],
        ["Loon_2", "T001038", "2020MM05", "12.5"],
        ["Banen_1", "3000", "2020KW02", ""],
        ["Loon_2", "3000", "2020KW02", "0.3"],
    ]
    assert (at(delivery, "D3").value, at(delivery, "D4").kind) == (Decimal("12.5"), CellKind.BLANK)


def test_padded_texts_of_cbs() -> None:
    rows = [{"ID": 0, "Perioden": "2020JJ00", "Banen_1": "     653", "Loon_2": "       .", "Deel_3": "    12.5"}]
    delivery = whole(as_bytes({"odata.metadata": "x", "value": rows}))
    assert [(cell.text, cell.value) for cell in (at(delivery, f"C{row}") for row in (2, 3, 4))] == [
        ("653", 653), (".", None), ("12.5", Decimal("12.5"))
    ]  # fmt: skip


def test_the_fourth_version_of_cbs() -> None:
    observed = {"Id": 0, "Measure": "M001", "ValueAttribute": "None", "Value": 653.0, "Perioden": "2020MM05"}
    absent = {"Id": 1, "Measure": "M001", "ValueAttribute": "Impossible", "Value": None, "Perioden": "2020MM06"}
    delivery = whole(as_bytes({"@odata.context": "x", "value": [observed, absent]}))
    assert texts(delivery) == [
        ["Onderwerp", "Perioden", "Waarde", "Kenmerk"],
        ["M001", "2020MM05", "653.0", ""],
        ["M001", "2020MM06", "Impossible", "Impossible"],
    ]
    assert f"{at(delivery, 'C2').value}" == "653"
    assert (at(delivery, "C2").value, at(delivery, "C3").value, at(delivery, "C3").mark) == (653, None, "Impossible")


def test_codes_have_words_where_the_file_has_them() -> None:
    words = {"odata.metadata": "x", "value": [{"Key": "T001038   ", "Title": "Totaal mannen en vrouwen"}]}
    topics = {"odata.metadata": "x", "value": [{"Key": "Banen_1", "Title": "Banen", "Unit": "x 1 000"}]}
    delivery = whole(as_bytes({"TypedDataSet": TYPED, "Geslacht": words, "DataProperties": topics}))
    assert texts(delivery)[:3] == [
        ["Onderwerp", "Onderwerp (code)", "Geslacht", "Geslacht (code)", "Perioden", "Waarde"],
        ["Banen", "Banen_1", "Totaal mannen en vrouwen", "T001038", "2020MM05", "653"],
        ["Loon_2", "Loon_2", "Totaal mannen en vrouwen", "T001038", "2020MM05", "12.5"],
    ]


def test_sdmx_of_eurostat() -> None:
    delivery = sample("eurostat-lfsa_argan.sdmx.csv")
    assert delivery.format == "sdmx-csv"
    assert texts(delivery)[0] == [
        "DATAFLOW", "LAST UPDATE", "freq", "unit", "sex", "age", "citizen", "geo", "TIME_PERIOD", "CONF_STATUS",
        "Waarde", "Kenmerk",
    ]  # fmt: skip
    cell = at(delivery, "K2")
    assert (cell.value, cell.mark, at(delivery, "L2").text) == (Decimal("66.5"), "bd", "bd")


def test_columns_may_have_words_beside_their_codes() -> None:
    made = "DATAFLOW,geo:Geopolitical entity,TIME_PERIOD:Time,OBS_VALUE:Observation value\nx,NL:Netherlands,2020,1.5\n"
    delivery = whole(made.encode())
    assert texts(delivery)[0] == ["DATAFLOW", "geo", "TIME_PERIOD", "Waarde"]
    assert at(delivery, "D2").value == Decimal("1.5")


def test_tsv_of_eurostat() -> None:
    made = "freq,sex,geo\\TIME_PERIOD\t2020 \t2021 \nA,T,NL\t66.5 bd\t: c\nA,T,BE\t: \t1.234 \n"
    delivery = whole(made.encode())
    assert delivery.format == "eurostat-tsv"
    assert texts(delivery) == [
        ["freq", "sex", "geo", "TIME_PERIOD", "Waarde", "Kenmerk"],
        ["A", "T", "NL", "2020", "66.5", "bd"],
        ["A", "T", "NL", "2021", ":", "c"],
        ["A", "T", "BE", "2020", ":", ""],
        ["A", "T", "BE", "2021", "1.234", ""],
    ]
    assert (at(delivery, "E2").value, at(delivery, "E2").mark) == (Decimal("66.5"), "bd")
    assert (at(delivery, "E3").value, at(delivery, "E3").mark) == (None, "c")
    assert at(delivery, "E5").value == Decimal("1.234")


def test_json_stat_of_the_oecd() -> None:
    delivery = sample("jsonstat-oecd-canada.json")
    assert [(sheet.name, len(sheet.rows)) for sheet in delivery.sheets] == [("oecd", 433), ("canada", 121)]
    assert texts(delivery)[11] == ["unemployment rate", "UNR", "Australia", "AU", "2013", "5.50415003", "e"]
    assert at(delivery, "F12").mark == "e"


STAT = {
    "version": "2.0",
    "class": "dataset",
    "id": ["geslacht", "jaar"],
    "size": [2, 2],
    "dimension": {
        "geslacht": {"label": "Geslacht", "category": {"index": {"V": 1, "M": 0}, "label": {"M": "man", "V": "vrouw"}}},
        "jaar": {"category": {"index": ["2019", "2020"]}},
    },
    "value": {"0": 1, "1": 0.30000000000000004, "3": 4},
    "status": {"3": "p"},
}


def test_json_stat_two() -> None:
    delivery = whole(as_bytes(STAT))
    assert texts(delivery) == [
        ["Geslacht", "Geslacht (code)", "jaar", "Waarde", "Kenmerk"],
        ["man", "M", "2019", "1", ""],
        ["man", "M", "2020", "0.30000000000000004", ""],
        ["vrouw", "V", "2019", "", ""],
        ["vrouw", "V", "2020", "4", "p"],
    ]
    assert at(delivery, "D3").value == Decimal("0.3")
    assert at(delivery, "D5").mark == "p"


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ((SAMPLES / "cbs-83583NED-meta.json").read_bytes(), "I115 x: deze JSON is geen tabel"),
        (b'{"a": [1, 2]}', "I115 x: deze JSON is geen tabel"),
        (b"[1, 2]", "I115 x: deze JSON is geen tabel"),
        (b'{"a": 1, "a": 2}', "I105 x: 'a' staat er twee keer in"),
        (b'{"a": 1', "I105 x: dit is geen leesbare JSON (regel 1)"),
        (b'{"a": NaN}', "I105 x: 'NaN' kan geen cijfer zijn"),
        (b'{"a": 1e999999}', "I105 x: '1e999999' kan geen cijfer zijn"),
        (b"[" * 100_000, "I105 x: deze JSON is te diep genest"),
        (as_bytes({"odata.metadata": "x", "value": []}), "I113 x: in deze tabel staan geen cijfers"),
        (as_bytes({"odata.metadata": "x", "value": [{"Key": "A", "Title": "B"}]}), "I115 x: hierin staat wel een"),
        (as_bytes(TYPED | {"odata.nextLink": "x"}), "I114 x: dit is maar een deel van de tabel"),
        (as_bytes(STAT | {"size": [2, 3]}), "I105 x: de dimensie 'jaar' heeft 2 onderdelen, en er horen er 3 te zijn"),
        (as_bytes(STAT | {"value": [1, 2, 3]}), "I105 x: deze tabel heeft een ander aantal cijfers dan de 4"),
        (as_bytes(STAT | {"value": {"4": 1}}), "I105 x: deze tabel heeft een ander aantal cijfers dan de 4"),
        (as_bytes(STAT | {"id": None}), "I105 x: hierin staat niet welke dimensies"),
        (b"a,b\\TIME_PERIOD\t2020\nA\t1\n", "I105 x: regel 2 begint met 1 namen, en de kop met 2"),
    ],
)
def test_what_is_no_table_is_told(data: bytes, fault: str) -> None:
    assert refused(data).startswith(fault)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("2020MM05", "2020-05"), ("2020KW02", "2020-Q2"), ("2020JJ00", "2020"), ("2020HJ01", "2020-H1"),
        ("2020W123", "2020-W23"), ("2019SJ00", "SJ2019-20"), ("2020-05", "2020-05"), ("2020M05", "2020-05"),
        ("2020-Q2", "2020-Q2"), ("2020Q2", "2020-Q2"), ("2020-S1", "2020-H1"), ("2020W23", "2020-W23"),
        ("2020 mei", "2020-05"), ("2020 mei*", "2020-05"), ("mei 2020", "2020-05"), ("Mei-2020", "2020-05"),
        ("2020 2e kwartaal**", "2020-Q2"), ("2020", "2020"), ("2019/'20", "SJ2019-20"), (" 2020MM05 ", "2020-05"),
        ("mei-20", "2020-05"), ("mrt '20", "2020-03"),
    ],
)  # fmt: skip
def test_periods_as_offices_name_them(name: str, code: str) -> None:
    period = named_period(name)
    assert period is not None
    assert period.code == code


@pytest.mark.parametrize(
    "name",
    [
        "2020MM13",
        "2020KW05",
        "mei",
        "",
        "Totaal",
        "2020XX01",
        "12",
        "2020 moi",
        "mei 20",
        "moi-20",
        "20-05",
        "2019/'21",
    ],
)
def test_what_names_no_period(name: str) -> None:
    assert named_period(name) is None
