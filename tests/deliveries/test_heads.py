"""Heads above the first column of their group only, as a merged cell saved as csv is; and columns by their letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.deliveries.exploring import first_levering, told
from rapportage.deliveries.heads import continued, going_on
from rapportage.deliveries.reading import read_delivery
from rapportage.diagnostics import Findings
from tests.deliveries.imports import delivery, imported, project, sheet
from tests.deliveries.made import MadeSheet, xlsx
from tests.deliveries.shared import whole
from tests.deliveries.test_importing import codes, text_of

GROUPS = """\
Asielaanvragen (verzonnen)
;april;;mei;
Land;Eerste;Herhaald;Eerste;Herhaald
Totaal;300;20;341;22
Syrië;100;5;106;8
Turkije;200;15;235;14
Bron: IND
"""
LEVERING = """\
bestand: leveringen/ind-{periode}.xlsx
bron: {naam: ind, titel: Instroom, uitgever: IND}
koppen: [2, 3]
rijen: {vanaf: Totaal, tot: "Bron:"}
reeksen:
  herhaald:
    titel: Herhaald
    eenheid: aanvragen
    totaal: {rij: Totaal, kolom: KOLOM}
    naar: {land: {kolom: KOLOM}}
"""
MAY = '["{maandnaam}", Herhaald]'


def taken(folder: Path, text: str, column: str, more: str = "") -> tuple[str, list[str]]:
    """What an import gives, and what it tells."""
    levering = LEVERING.replace("KOLOM", column) + more
    result, findings = imported(project(folder, levering), delivery(sheet(text, "")))
    return text_of(folder) if result else "", [f"{item.code} {item.message}; {item.hint}" for item in findings]


@pytest.mark.parametrize(
    ("rows", "is_so"),
    [
        ((";mei;;juni;", "Land;a;b;a;b"), True),
        ((";mei;;;juni;;", "Land;a;b;c;a;b;c"), True),
        ((";mei;;;juni;;", "Land;a;b;;a;b;"), True),  # a blank column between the groups
        ((";;mei;;juni;", "Land;Geslacht;a;b;a;b"), True),
        ((";2020;;;;2021;;;", ";mei;;juni;;mei;;juni;", "Land;a;b;a;b;a;b;a;b"), True),
        ((";mei;;juni;;", "Land;a;b;a;b;Totaal"), False),  # the last may be of both months
        ((";mei;;;", "Land;a;b;c;d"), False),  # one head may be the title
        ((";mei;;juni;", "Land;a;b;a;c"), False),
        ((";mei;juni;", "Land;a;a;b"), False),
        ((";mei;mei;juni;juni", "Land;a;b;a;b"), False),  # nothing has to go on
    ],
)
def test_heads_go_on_where_it_can_not_be_otherwise(rows: tuple[str, ...], is_so: bool) -> None:
    made = sheet("\n".join(rows))
    assert going_on(made, range(len(rows)), range(1, len(made.rows[0]))) is is_so


def test_a_head_of_a_group_is_that_of_all_its_columns(tmp_path: Path) -> None:
    text, found = taken(tmp_path, GROUPS, MAY)
    assert found == []
    assert "    totaal: 22\n    naar:\n      land:\n        Syrië: 8\n        Turkije: 14\n" in text


def test_who_says_that_heads_do_not_go_on_is_held_to_it(tmp_path: Path) -> None:
    _, (fault, *_) = taken(tmp_path, GROUPS, MAY, "koppen_doorlopend: nee\n")
    assert fault.startswith("I304 leveringen/ind-2020-05.xlsx: geen kolom heeft de koppen mei > Herhaald onder elkaar")


def test_what_may_be_otherwise_is_asked(tmp_path: Path) -> None:
    unsure = (
        GROUPS.replace(";mei;", ";mei;;", 1).replace("Herhaald\nT", "Herhaald;Totaal\nT").replace("341;22", "341;22;9")
    )
    _, (fault, *_) = taken(tmp_path, unsure, MAY)
    assert fault.endswith("schrijf dan 'koppen_doorlopend: ja'")
    text, found = taken(tmp_path, unsure, MAY, "koppen_doorlopend: ja\n")
    assert found == []
    assert "totaal: 22\n" in text


def test_a_head_never_goes_on_from_the_names_of_rows(tmp_path: Path) -> None:
    text = GROUPS.replace(";april;;mei;", "Land;;;mei;").replace("Land;Eerste", ";Eerste")
    _, (fault, *_) = taken(tmp_path, text, "[Land, Eerste]", "koppen_doorlopend: ja\n")
    assert "geen kolom heeft de koppen Land > Eerste" in fault


@pytest.mark.parametrize(
    ("column", "figure"),
    [("[E, Herhaald]", "22"), ("[E, mei, Herhaald]", "22"), ("[D, Eerste]", "341")],
)
def test_a_column_by_its_letter_and_its_words(column: str, figure: str, tmp_path: Path) -> None:
    text, found = taken(tmp_path, GROUPS, column)
    assert found == []
    assert f"totaal: {figure}\n" in text


@pytest.mark.parametrize(
    ("column", "told_as"),
    [
        ("[D, Herhaald]", "boven kolom D staat 'mei > Eerste', en niet 'Herhaald'"),
        ("[E]", "kolom E is alleen met haar letter genoemd, en B heeft ook cijfers"),
        ("[Z, Eerste]", "er is geen kolom met de kop 'Z'"),
    ],
)
def test_a_letter_alone_is_not_enough(column: str, told_as: str, tmp_path: Path) -> None:
    _, found = taken(tmp_path, GROUPS, column)
    assert found
    assert all(told_as in each for each in found)


def test_words_come_before_letters(tmp_path: Path) -> None:
    levering = LEVERING.replace("[2, 3]", "[1]").replace("KOLOM", "B")
    text = "Land;A;B\nTotaal;3;4\nSyrië;3;4\nBron: IND\n"
    _, findings = imported(project(tmp_path, levering), delivery(sheet(text, "")))
    assert codes(findings) == []
    assert "totaal: 4\n" in text_of(tmp_path)


def test_a_list_without_heads_has_one_column(tmp_path: Path) -> None:
    text = "Kerncijfers\nInstroom;300\nUitstroom;200\n"
    levering = LEVERING.replace('koppen: [2, 3]\nrijen: {vanaf: Totaal, tot: "Bron:"}\n', "").replace(
        "Totaal", "Uitstroom"
    )
    levering = levering.replace("    naar: {land: {kolom: KOLOM}}\n", "").replace("KOLOM", "B")
    _, findings = imported(project(tmp_path, levering), delivery(sheet(text, "")))
    assert codes(findings) == []
    assert "totaal: 200\n" in text_of(tmp_path)


def read_first(text: str) -> tuple[str, str]:
    """What is seen in a csv, and the first levering of it."""
    made = read_delivery(text.encode(), "leveringen/ind-2020-05.csv", Findings())
    assert made is not None
    levering = first_levering(made)
    assert levering is not None
    return told(made), levering


def test_it_is_shown_and_written_in_a_first_levering() -> None:
    seen, levering = read_first(GROUPS)
    assert "koppen in rijen 2 en 3; een bovenste kop geldt ook voor de kolommen rechts ervan\n" in seen
    assert "      E: mei > Herhaald\n" in seen
    assert "    koppen_doorlopend: ja\n" in levering
    assert '        totaal: {rij: Totaal, kolom: ["{maandnaam}", Herhaald]}\n' in levering


def test_what_may_be_otherwise_is_shown_to_be_asked() -> None:
    seen, levering = read_first(GROUPS.replace(";april;;mei;", ";april;mei;;"))
    assert "niet elke kolom heeft een kop in rij 2: loopt die door, zeg dan 'koppen_doorlopend: ja'\n" in seen
    assert "    # koppen_doorlopend: ja   # als een kop in rij 2 ook geldt" in levering


def test_columns_with_the_same_heads_have_their_letter() -> None:
    _, levering = read_first("Land;Eerste;Eerste;Totaal\nTotaal;3;4;7\nSyrië;3;4;7\n")
    assert "totaal: {rij: Totaal, kolom: [C, Eerste]}" in levering
    assert "totaal: {rij: Totaal, kolom: [Totaal]}" in levering


PAIRS = """\
Aanvragen (verzonnen)
;;april;;mei;
Land;Geslacht;Eerste;Herhaald;Eerste;Herhaald
Nederland;man;11;2;13;4
;vrouw;15;6;17;8
België;man;21;2;23;4
;vrouw;25;6;27;8
Bron: IND
"""
REPEATED = PAIRS.replace(";vrouw;15", "Nederland;vrouw;15").replace(";vrouw;25", "België;vrouw;25")


@pytest.mark.parametrize(
    ("text", "goes_on"), [(PAIRS, True), (REPEATED.replace("april;;mei;", "april;april;mei;mei"), False)]
)
def test_two_columns_with_names_of_rows_are_a_crossed_breakdown(text: str, goes_on: bool) -> None:
    seen, levering = read_first(text)
    assert "namen van rijen in kolom A en B: 4 (van 'Nederland' tot en met 'België'), daarna 'Bron: IND'" in seen
    assert ("koppen_doorlopend: ja" in levering) is goes_on
    assert '        naar: {land × geslacht: {rijkop: [A, B], kolom: ["{maandnaam}", Eerste]}}\n' in levering


def test_a_second_column_of_names_that_says_something_else_is_none_of_them() -> None:
    _, levering = read_first("Land;Code;mei\nNederland;NL;1\nBelgië;BE;2\nDuitsland;DE;3\n")
    assert "naar: {land: {rijkop: A, kolom: " in levering


@pytest.mark.parametrize("rows", ['{vanaf: Nederland, tot: "Bron:"}', "{vanaf: Nederland, tot_en_met: België}"])
@pytest.mark.parametrize("is_merged", [False, True])
def test_rows_begin_and_end_where_a_head_of_more_rows_does(rows: str, is_merged: bool, tmp_path: Path) -> None:
    levering = LEVERING[: LEVERING.index("reeksen:")].replace('{vanaf: Totaal, tot: "Bron:"}', rows)
    levering += """\
koppen_doorlopend: ja
reeksen:
  eerste:
    titel: Eerste
    eenheid: aanvragen
    naar: {land × geslacht: {rijkop: [A, B], kolom: ["{maandnaam}", Eerste]}}
"""
    values = [
        [int(each) if each.isdecimal() else each or None for each in line.split(";")] for line in PAIRS.split()[2:-2]
    ]
    made = xlsx(
        MadeSheet("Tabel 1", [["Aanvragen"], *values, ["Bron: IND"]], merged=["A4:A5", "A6:A7", "C2:D2", "E2:F2"])
    )
    given = whole(made) if is_merged else delivery(sheet(PAIRS, ""))
    _, findings = imported(project(tmp_path, levering), given)
    assert codes(findings) == []
    found = (
        "Nederland:\n          man: 13\n          vrouw: 17\n        België:\n          man: 23\n          vrouw: 27\n"
    )
    assert text_of(tmp_path).endswith(found)


def test_a_head_goes_on_up_to_the_next() -> None:
    given = sheet("Land;mei;;juni;\n;a;b;a;b")
    assert continued(given, 0, (1, 2, 3, 4)) == (0, 1, 1, 3, 3)
    assert continued(given, 1, (1, 2)) == (0, 1, 2, 2, 2)
