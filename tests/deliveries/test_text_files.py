"""CSV and TSV: encoding, separator and decimal sign are found in the file, or told."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapportage.deliveries.grid import CellKind
from rapportage.deliveries.reading import read_delivery
from rapportage.deliveries.reading.numbers import DecimalSign
from rapportage.diagnostics import Findings
from tests.deliveries.shared import at, read, refused, sample, texts, whole


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("land;mei\nSyrië;12,5\n", "kolommen gescheiden door een puntkomma, UTF-8, decimale komma"),
        ("land,mei\nSyrië,12.5\n", "kolommen gescheiden door een komma, UTF-8, decimale punt"),
        ('land,mei\nSyrië,"12,5"\n', "kolommen gescheiden door een komma, UTF-8, decimale komma"),
        ("land\tmei\nSyrië\t12,5\n", "kolommen gescheiden door een tab, UTF-8, decimale komma"),
        ("land|mei\nSyrië|12\n", "kolommen gescheiden door een rechte streep, UTF-8, geen decimalen"),
        ("sep=;\r\nland;mei\r\nSyrië;12\r\n", "kolommen gescheiden door een puntkomma, UTF-8, geen decimalen"),
        ("Titel, met komma's\n\nland;mei;juni\nSyrië;1,5;2,5\nOverig;1,5;2,5\n",
         "kolommen gescheiden door een puntkomma, UTF-8, decimale komma"),
    ],
)  # fmt: skip
def test_how_it_is_read_is_found_and_told(text: str, told: str) -> None:
    assert ", ".join(whole(text.encode()).told) == told


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("land;mei\nSyrië;1\n".encode(), "UTF-8"),
        ("land;mei\nSyrië;1\n".encode("utf-8-sig"), "UTF-8"),
        ("land;mei\nSyrië;1\n".encode("cp1252"), "Windows-1252"),
        ("land;€\nSyrië;1\n".encode("cp1252"), "Windows-1252"),
    ],
)
def test_the_encoding_is_one_of_two(data: bytes, name: str) -> None:
    delivery = whole(data)
    assert name in delivery.told
    assert texts(delivery)[1] == ["Syrië", "1"]
    assert texts(delivery)[0][0] == "land"


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ("land;mei\n".encode("utf-16"), "I109 x: dit bestand is in UTF-16, en dat wordt niet gelezen"),
        (b"a;b\n1;2\n\x81;3\n", "I109 x: regel 3 is geen UTF-8 en geen Windows-1252 (byte 81)"),
        (b"\xef\xbb\xbfa;b\n1;\xeb\n", "I109 x: regel 2 is geen UTF-8 (byte EB)"),
        (b"a;b\n\x00;3\n", "I109 x: dit is geen tekst"),
        (b"een kolom\n12\n13\n", "I110 x: hier zijn geen kolommen in te vinden, of de aanhalingstekens kloppen niet "
         "(een tab, een puntkomma, een rechte streep, een komma)"),
        (b'a;b\n"x;1\ny;2\n', "I110 x: hier zijn geen kolommen in te vinden, of de aanhalingstekens kloppen niet "
         "(een tab, een puntkomma, een rechte streep, een komma)"),
        (b"a;b;c\nx;12,5;3\ny;4;13.5\n", "I111 x, cel B2: '12,5' heeft een decimale komma, en '13.5' in cel C3 een "
         "decimale punt"),
        (b"a;b\nx;1.234\ny;12.345\n", "I112 x, cel B2: '1.234' kan op twee manieren worden gelezen, en geen ander "
         "getal maakt uit hoe"),
        (b"", "I113 x: dit bestand is leeg"),
        (b" \n \n", "I113 x: dit bestand is leeg"),
        (b";;\n;;\n", "I113 x: dit bestand is leeg"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_told(data: bytes, fault: str) -> None:
    assert refused(data) == fault


def test_the_user_may_say_how_numbers_are_read() -> None:
    data = b"a;b\nx;1.234\n"
    readings: tuple[tuple[DecimalSign, Decimal], ...] = ((",", Decimal(1234)), (".", Decimal("1.234")))
    for decimal, value in readings:
        delivery = read_delivery(data, "x", Findings(), decimal)
        assert delivery is not None
        assert at(delivery, "B2").value == value
        assert "(zoals gezegd)" in delivery.told[-1]
    mixed = b"a;b;c\nx;12,5;3\ny;4;1.10\n"  # the number of a paragraph
    assert refused(mixed).startswith("I111 x, cel B2: '12,5' heeft een decimale komma")
    settled = read_delivery(mixed, "x", Findings(), ",")
    assert settled is not None
    assert [at(settled, place).value for place in ("B2", "C3")] == [Decimal("12.5"), None]


def test_what_the_user_says_must_be_in_the_file() -> None:
    findings = Findings()
    assert read_delivery(b"a;b\nx;12,5\ny;1.234\n", "x", findings, ".") is None
    assert [(item.code, item.message) for item in findings] == [
        ("I111", "x, cel B2: '12,5' heeft geen decimale punt, zoals de levering zegt")
    ]


def test_one_number_with_decimals_settles_all() -> None:
    delivery = whole(b"a;b\nx;1.234\ny;12,5\n")
    assert [at(delivery, place).value for place in ("B2", "B3")] == [1234, Decimal("12.5")]
    other = whole(b"a;b\nx;1.234\ny;12.5\n")
    assert [at(other, place).value for place in ("B2", "B3")] == [Decimal("1.234"), Decimal("12.5")]


def test_numbers_of_paragraphs_settle_nothing() -> None:
    delivery = whole("nr;land;mei\n2.1;Syrië;12,5\n2.2;Overig;3,5\n".encode())
    assert at(delivery, "C2").value == Decimal("12.5")


def test_signs_codes_and_marks() -> None:
    delivery = whole(b"code;mei;juni\n0363;31%;12*\n0518;-;.\nx;1 234;12 p\n")
    assert (at(delivery, "A2").kind, at(delivery, "A2").value) == (CellKind.TEXT, None)
    assert (at(delivery, "B2").value, at(delivery, "B2").percent) == (31, True)
    assert (at(delivery, "C2").value, at(delivery, "C2").mark) == (12, "*")
    assert [at(delivery, place).text for place in ("B3", "C3")] == ["-", "."]
    assert at(delivery, "B4").value == 1234
    assert at(delivery, "C4").mark == "p"


def test_short_rows_are_filled() -> None:
    assert texts(whole(b"a;b;c\nx\ny;1;2\n")) == [["a", "b", "c"], ["x", "", ""], ["y", "1", "2"]]


def test_a_separator_in_words_is_told() -> None:
    made = "land;mei;juni\n" + "x;1;2\n" * 5 + "Syrië; Arabische Republiek;3;4\n" + "y;5;6\n"
    delivery, findings = read(made.encode(), "mei.csv")
    assert delivery is not None
    assert [(item.code, item.is_error, item.message) for item in findings] == [
        ("I117", False, "mei.csv, cel D7: deze rij heeft meer kolommen dan de andere, die er 3 hebben; wat erin staat "
         "kan verschoven zijn")
    ]  # fmt: skip


def test_another_table_that_is_wider_is_no_such_row() -> None:
    whole(("a;b;c\n" + "x;1;2\n" * 9 + "\na;b;c;d\n" + "x;1;2;3\n" * 4).encode())


def test_a_table_of_statistics_netherlands() -> None:
    delivery = sample("cbs-37296ned-statweb.csv")
    assert (delivery.format, delivery.told[1]) == ("csv", "Windows-1252")
    assert at(delivery, "B4").text == "Jonger dan 20 jaar"
    assert at(delivery, "B6").value == 3742499
    assert texts(delivery)[-1][0].startswith("© Centraal Bureau voor de Statistiek")


def test_marks_of_a_public_sample() -> None:
    delivery = sample("tidychef-data-markers.csv")
    assert [(at(delivery, place).value, at(delivery, place).mark) for place in ("B5", "B7")] == [(6, "*"), (6, "**")]
    assert at(delivery, "B8").kind is CellKind.BLANK
