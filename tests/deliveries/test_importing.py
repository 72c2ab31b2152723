"""From a delivery to a period file: what is written, what stays, and what is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rapportage.deliveries.importing import ImportRequest, import_delivery
from rapportage.deliveries.opening import open_delivery
from rapportage.diagnostics import Findings
from rapportage.input.loading import load_bytes
from rapportage.input.specs.provenance import read_provenance
from tests.deliveries.imports import (
    CHANGING,
    LEVERING,
    MONTH,
    delivered_project,
    delivery,
    imported,
    project,
    sheet,
    workbook,
)

GIVEN = delivery(sheet(MONTH))
FILE = """\
# Cijfers over mei.
periode: 2020-05
uitgave: {datum: 2020-06-24}   # de dag zelf

bronnen:
  # van de website
  ind: {titel: Asielinstroom in mei 2020, uitgever: IND, datum: 2020-06-24}

cijfers:
  eerste_aanvragen:
    titel: Eerste aanvragen
    eenheid: aanvragen
    bron: ind
    totaal:    # nog niet binnen
    naar:
      nationaliteit: {Syrië: 106, Turkije: }   # erkend C305: klopt

  andere:
    titel: Andere
    eenheid: aanvragen
    bron: ind
    totaal: 5

teksten:
  duiding: Het werd rustiger.
"""


def text_of(folder: Path, name: str = "2020-05.yaml") -> str:
    return (folder / "data" / name).read_bytes().decode()


def codes(findings: Findings) -> list[str]:
    return [item.code for item in findings]


def test_a_new_file_has_its_figures_its_source_and_a_date(tmp_path: Path) -> None:
    result, findings = imported(project(tmp_path), GIVEN, date="2020-06-24")
    assert codes(findings) == []
    assert result is not None
    assert text_of(tmp_path) == (
        "# Cijfers over mei 2020.\nperiode: 2020-05\nuitgave:\n  status: definitief\n  datum: 2020-06-24\n\n"
        "bronnen:\n  ind:\n    titel: Asielinstroom in mei 2020\n    uitgever: IND\n    datum: 2020-06-24\n\n"
        "cijfers:\n  eerste_aanvragen:\n    titel: Eerste aanvragen\n    eenheid: aanvragen\n    bron: ind\n"
        "    totaal: 341\n    naar:\n      nationaliteit:\n"
        "        Syrië: 106\n        Turkije: 119\n        onbekend: 116\n"
    )


def test_the_provenance_says_the_cell_of_every_figure(tmp_path: Path) -> None:
    imported(project(tmp_path), GIVEN)
    node = load_bytes(text_of(tmp_path, "2020-05.herkomst.yaml").encode(), "h", Findings())
    found = read_provenance(node, Findings())
    assert found is not None
    assert found.deliveries["ind"].hash.text == GIVEN.sha256
    told = [(each.key.part.label, each.figure.text, each.cell.text) for each in found.origins.values()]
    assert told == [("", "341", "D4"), ("Syrië", "106", "D5"), ("Turkije", "119", "D6"), ("onbekend", "116", "D7")]


def test_what_is_there_stays_as_it_is(tmp_path: Path) -> None:
    result, findings = imported(project(tmp_path, period=FILE), GIVEN)
    assert codes(findings) == []
    assert result is not None
    filled = FILE.replace("totaal:    # nog", "totaal: 341    # nog").replace(
        "Turkije: }", "Turkije: 119, onbekend: 116}"
    )
    assert text_of(tmp_path) == filled


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_second_import_changes_nothing(tmp_path: Path, ends: str, mark: str) -> None:
    project(tmp_path)
    (tmp_path / "data" / "2020-05.yaml").write_bytes((mark + FILE.replace("\n", ends)).encode())
    first, _ = imported(tmp_path, GIVEN)
    assert first is not None
    written = text_of(tmp_path)
    assert written.startswith(mark)
    assert written.count("\n") == written.count(ends)
    second, findings = imported(tmp_path, GIVEN)
    assert second is not None
    assert second.made == {}
    assert codes(findings) == []


def test_a_figure_that_differs_is_shown_beside_the_other(tmp_path: Path) -> None:
    period = FILE.replace("Syrië: 106", "Syrië: 160")
    result, findings = imported(project(tmp_path, period=period), GIVEN)
    assert result is None
    assert text_of(tmp_path) == period
    (item,) = findings
    assert item.code == "I501"
    assert item.span is not None
    assert item.span.line == 16
    assert "hier staat 160, en in leveringen/ind-2020-05.xlsx, blad 'Tabel 1', cel D5 staat 106" in item.message


def test_it_is_replaced_where_the_user_says_so(tmp_path: Path) -> None:
    project(tmp_path, period=FILE.replace("Syrië: 106", "Syrië: 160"))
    result, _ = imported(tmp_path, GIVEN, replaces=True)
    assert result is not None
    assert result.replaced == 1
    assert "Syrië: 106, Turkije: 119, onbekend: 116}   # erkend C305: klopt" in text_of(tmp_path)


def test_the_file_of_a_next_month_is_made_of_the_last(tmp_path: Path) -> None:
    april = FILE.replace("2020-05", "2020-04").replace("mei", "april").replace("Turkije: }", "Irak: 9}")
    project(tmp_path)
    (tmp_path / "data" / "2020-04.yaml").write_text(april.replace("totaal:    #", "totaal: 300 #"), encoding="utf-8")
    result, findings = imported(tmp_path, GIVEN, date="2020-06-24")
    assert codes(findings) == []
    assert result is not None
    assert result.origin == "2020-04"
    text = text_of(tmp_path)
    assert "nationaliteit: {Syrië: 106, Turkije: 119, onbekend: 116}" in text
    assert "status: concept" in text  # the other series is still to be filled in
    assert "    totaal:\n\n# teksten" in text or "totaal:\n" in text


def test_another_figure_of_an_earlier_month_is_proposed(tmp_path: Path) -> None:
    project(tmp_path, CHANGING + "herzien: 2\n", FILE)
    april = FILE.replace("2020-05", "2020-04").replace("2020-06-24", "2020-05-20").replace("Turkije: ", "Turkije: 81")
    april = april.replace("totaal:    #", "totaal: 299 #")
    (tmp_path / "data" / "2020-04.yaml").write_text(april.replace("106", "100"), encoding="utf-8")
    result, _ = imported(tmp_path, GIVEN)
    assert result is not None
    told = [(each.figure.part.label, each.known, each.figure.text) for each in result.proposed]
    assert told == [("", "299", "300"), ("Turkije", "81", "80")]
    assert "herzien" not in text_of(tmp_path)
    again, _ = imported(tmp_path, GIVEN, restates=True)
    assert again is not None
    assert text_of(tmp_path).endswith(
        "herzien:\n  2020-04:\n    eerste_aanvragen:\n      totaal: 300\n      bron: ind\n      naar:\n"
        "        nationaliteit:\n          Turkije: 80\n"
    )
    third, _ = imported(tmp_path, GIVEN)
    assert third is not None
    assert third.proposed == ()
    assert third.made == {}


@pytest.mark.parametrize(
    ("breakdowns", "left"),
    [
        ("\n      nationaliteit: {Syrië: , Turkije: }\n", "    totaal: 341\n\n"),
        ("\n      nationaliteit:\n        Syrië:\n        Turkije:\n", "    totaal: 341\n\n"),
        (" {nationaliteit: {Syrië: , Turkije: }}\n", "    totaal: 341\n\n"),
        (
            "\n      geslacht: {man: 1}\n      nationaliteit:\n        Syrië:\n",
            "    naar:\n      geslacht: {man: 1}\n\n",
        ),
        (" {nationaliteit: {Syrië: }, geslacht: {man: 1}}\n", "    naar: {geslacht: {man: 1}}\n\n"),
    ],
)
def test_a_breakdown_of_which_the_delivery_has_no_part_is_taken_out(tmp_path: Path, breakdowns: str, left: str) -> None:
    head, _, rest = FILE.partition("    naar:\n")
    period = f"{head}    naar:{breakdowns}{rest.partition('klopt')[2][1:]}".replace(
        "totaal:    # nog niet binnen", "totaal:"
    )
    text = "\n".join(line for line in MONTH.splitlines() if not line.startswith(("Syrië", "Turkije", "onbekend")))
    result, findings = imported(project(tmp_path, period=period), delivery(sheet(text)))
    assert codes(findings) == []
    assert result is not None
    assert left in text_of(tmp_path)
    assert "nationaliteit" not in text_of(tmp_path)


def test_another_figure_of_an_earlier_draft_is_told(tmp_path: Path) -> None:
    project(tmp_path, CHANGING + "herzien: 2\n", FILE)
    april = FILE.replace("2020-05", "2020-04").replace("Turkije: ", "Turkije: 81").replace("106", "100")
    april = april.replace("{datum: 2020-06-24}   #", "{status: concept, datum: 2020-05-20}   #")
    (tmp_path / "data" / "2020-04.yaml").write_text(april, encoding="utf-8")
    result, findings = imported(tmp_path, GIVEN)
    assert result is not None
    assert result.proposed == ()
    (item,) = findings
    assert (item.code, item.is_error) == ("I501", False)
    assert "eerste_aanvragen 2020-04, Turkije: hier staat 81, en in leveringen/ind-2020-05.xlsx" in item.message
    assert "rapportage import ind 2020-04 --vervang" in str(item.hint)


@pytest.mark.parametrize(("rest", "is_final"), [("totaal: 5", True), ("totaal:", False)])
def test_a_draft_that_is_imported_again_with_a_date_is_final_where_it_is_whole(
    tmp_path: Path, rest: str, *, is_final: bool
) -> None:
    period = FILE.replace("{datum: 2020-06-24}   #", "{status: concept, datum: }   #").replace("totaal: 5", rest)
    project(tmp_path, period=period)
    imported(tmp_path, GIVEN)
    assert "status: concept" in text_of(tmp_path)
    result, findings = imported(tmp_path, GIVEN, date="2020-06-24")
    assert codes(findings) == []
    assert result is not None
    assert result.stays_draft == (not is_final)
    assert ("status: definitief" in text_of(tmp_path)) == is_final
    assert "datum: 2020-06-24" in text_of(tmp_path)


@pytest.mark.parametrize("after", ["", "# Een eigen opmerking.\n"])
def test_a_new_file_does_not_ask_for_revisions_that_it_has(after: str, tmp_path: Path) -> None:
    """Who takes the # away would have the key twice."""
    project(tmp_path, CHANGING + "herzien: 1\n")
    april = FILE.replace("2020-05", "2020-04").replace("2020-06-24", "2020-05-20").replace("Turkije: ", "Turkije: 81")
    (tmp_path / "data" / "2020-04.yaml").write_text(april.replace("totaal:    #", "totaal: 299 #"), encoding="utf-8")
    first, _ = imported(tmp_path, GIVEN)
    assert first is not None
    asking = "\n# Geeft een bron 2020-04 nu anders, zet dat dan hier, zonder #:\n# herzien:\n#   2020-04:\n#     eerste"
    assert asking in text_of(tmp_path)
    path = tmp_path / "data" / "2020-05.yaml"
    path.write_text(text_of(tmp_path) + after, encoding="utf-8")
    again, findings = imported(tmp_path, GIVEN, restates=True)
    assert codes(findings) == []
    assert again is not None
    assert text_of(tmp_path).count("herzien:") == 1
    assert "Geeft een bron" not in text_of(tmp_path)
    assert after in text_of(tmp_path)
    third, _ = imported(tmp_path, GIVEN, restates=True)
    assert third is not None
    assert third.made == {}


CROSSED = """\
Tabel
;man;vrouw;totaal
Totaal;30;20;50
Syrië;10;5;15
Irak;20;15;35
"""


def test_parts_are_rows_columns_or_both(tmp_path: Path) -> None:
    levering = """\
bestand: leveringen/ind-{periode}.xlsx
bron: {titel: Tabel, uitgever: IND}
reeksen:
  aanvragen:
    titel: Aanvragen
    eenheid: aanvragen
    totaal: {rij: Totaal, kolom: totaal}
    naar:
      land: {kolom: totaal}
      geslacht: {rij: Totaal, kolommen: ["*"], zonder: totaal}
      land × geslacht: {kolommen: ["*"], zonder: [totaal, Totaal]}
koppen: [2]
"""
    _, findings = imported(project(tmp_path, levering), delivery(sheet(CROSSED)))
    assert codes(findings) == []
    assert "      geslacht:\n        man: 30\n        vrouw: 20\n      land × geslacht:\n        Syrië:\n" in text_of(
        tmp_path
    )
    assert "        Irak:\n          man: 20\n          vrouw: 15\n" in text_of(tmp_path)


LONG = """\
Perioden;Geslacht;Land;Waarde
2020MM04;T;NL;5
2020MM05;T;NL;7
2020MM05;M;NL;3
2020MM05;V;NL;4
2020MM05;T;BE;9
"""


def test_a_long_table_is_chosen_from(tmp_path: Path) -> None:
    levering = """\
bestand: leveringen/ind-{periode}.xlsx
bron: {naam: cbs, titel: Tabel, uitgever: CBS}
kiezen: {Perioden: "{periode}", Land: NL}
kolom: Waarde
namen: {M: man, V: vrouw}
reeksen:
  inwoners:
    titel: Inwoners
    eenheid: personen
    totaal: {kiezen: {Geslacht: T}}
    naar: {geslacht: {rijkop: Geslacht, zonder: T}}
"""
    _, findings = imported(project(tmp_path, levering), delivery(sheet(LONG, "")))
    assert codes(findings) == []
    assert "    totaal: 7\n    naar:\n      geslacht:\n        man: 3\n        vrouw: 4\n" in text_of(tmp_path)


@pytest.mark.parametrize("asked", ["2020-05", None])
@pytest.mark.parametrize(
    "name", ["../ind-{periode}.xlsx", "../ind-{periode}*", "/etc/{periode}*", "nergens/{periode}.xlsx"]
)
def test_a_file_outside_the_project_is_not_looked_for(tmp_path: Path, name: str, asked: str | None) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (tmp_path / "ind-2020-05.xlsx").write_bytes(workbook())
    project(folder, LEVERING.replace("leveringen/ind-{periode}.xlsx", f"'{name}'"))
    findings = Findings()
    assert import_delivery(ImportRequest("ind", asked, folder), open_delivery(folder), findings) is None
    assert codes(findings)[0] in ("I205", "I206", "I208")


def test_the_delivered_file_is_named_from_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From wherever the command is given: else a second import would change the file."""
    folder = tmp_path / "project"
    folder.mkdir()
    delivered_project(folder)
    texts = set()
    for here in (tmp_path, folder, folder / "data"):
        monkeypatch.chdir(here)
        asked = Path(os.path.relpath(folder, here))
        result = import_delivery(ImportRequest("ind", "2020-05", asked), open_delivery(asked), Findings())
        assert result is not None
        texts.add(result.made[next(path for path in result.made if path.name.endswith(".herkomst.yaml"))])
    assert len(texts) == 1
    assert b"bestand: leveringen/ind-2020-05.xlsx" in texts.pop()


STACKED = """\
Eerste naar land
;mei
Totaal;{0}
Syrië;{0}
Bron: IND

Herhaalde naar land
;mei
Totaal;{1}
Irak;{1}
Bron: IND
"""
STACKED_LEVERING = """\
bestand: leveringen/ind-{periode}.xlsx
bron: {naam: ind, titel: Tabel, uitgever: IND}
tabellen:
""" + "".join(
    f"""\
  - onder: {name} naar land
    rijen: {{vanaf: Totaal, tot: "Bron:"}}
    reeksen:
      {name.lower()}:
        titel: {name}
        eenheid: aanvragen
        totaal: {{rij: Totaal, kolom: mei}}
        naar: {{land: {{kolom: mei, wisselt: ja, volledig: nee}}}}
"""
    for name in ("Eerste", "Herhaalde")
)


def test_tables_below_each_other_each_have_their_first_row(tmp_path: Path) -> None:
    _, findings = imported(project(tmp_path, STACKED_LEVERING), delivery(sheet(STACKED.format(5, 7))))
    assert codes(findings) == []
    assert "        Syrië: 5\n" in text_of(tmp_path)
    assert "        Irak: 7\n" in text_of(tmp_path)


def test_without_heads_between_them_it_is_not_clear_which_is_meant(tmp_path: Path) -> None:
    text = STACKED.format(5, 7).replace("Bron: IND\n\nHerhaalde naar land\n;mei\n", "")
    levering = STACKED_LEVERING[: STACKED_LEVERING.index("  - onder: Herhaalde")]
    _, findings = imported(project(tmp_path, levering), delivery(sheet(text)), write=False)
    (item,) = findings
    assert item.code == "I303"
    assert "zonder 'vanaf'" in str(item.hint)


def test_a_new_file_has_the_parts_that_change_of_its_own_delivery(tmp_path: Path) -> None:
    """Those of the month before, of which some are the last of their breakdown, before an empty line and a comment."""
    april = """\
periode: 2020-04
uitgave: {datum: 2020-05-20}
bronnen:
  ind: {titel: Tabel, uitgever: IND}
cijfers:
  eerste:
    titel: Eerste
    eenheid: aanvragen
    bron: ind
    totaal: 4
    naar:
      land:
        Syrië: 1
        Turkije: 2
  herhaalde:
    titel: Herhaalde
    eenheid: aanvragen
    bron: ind
    totaal: 4
    naar:
      land:
        Jemen: 1
        Turkije: 2

# Wat hieronder staat, blijft.
"""
    project(tmp_path, STACKED_LEVERING)
    (tmp_path / "data" / "2020-04.yaml").write_text(april, encoding="utf-8")
    _, findings = imported(tmp_path, delivery(sheet(STACKED.format(5, 7))), date="2020-06-24")
    assert codes(findings) == []
    text = text_of(tmp_path)
    assert "Turkije" not in text
    assert "      land:\n        Syrië: 5\n  herhaalde:" in text
    assert "      land:\n        Irak: 7\n\n" in text
    assert "status: definitief" in text


@pytest.mark.parametrize(
    ("said", "figures", "written"),
    [
        ("eenheid: euro\n    decimalen: 2", "12.50", "decimalen: 2\n"),
        ("eenheid: km\n    afgerond_op: 0.5", "12.5", "afgerond_op: 0.5\n"),
        ("eenheid: personen\n    afgerond_op: 10", "340", "afgerond_op: 10\n"),
    ],
)
def test_how_precise_a_new_series_is_is_written_as_a_number(
    tmp_path: Path, said: str, figures: str, written: str
) -> None:
    levering = LEVERING.replace("eenheid: aanvragen", said)
    levering = levering[: levering.index("    naar: {nat")]
    text = MONTH.replace(";341;", f";{figures};")
    result, findings = imported(project(tmp_path, levering), delivery(sheet(text)))
    assert codes(findings) == []
    assert result is not None
    assert written in text_of(tmp_path)


@pytest.mark.parametrize(
    ("unit", "figures", "code"),
    [
        ("x 1.000 personen", "100;33;33;33", []),
        ("x 1.000 personen", "100;33;33;30", ["I413"]),
        ("x 1.000 personen", "100.0;33.3;33.3;33.3", []),
        ("x 1.000 personen", "101.0;33.3;33.3;33.3", ["I413"]),
        ("personen", "100;33;33;33", ["I413"]),
        ("personen\n    afgerond_op: 5", "100;35;35;35", []),
        ("km", "100;33;33;33", []),
    ],
)
def test_parts_make_their_total_within_what_rounding_leaves_open(
    tmp_path: Path, unit: str, figures: str, code: list[str]
) -> None:
    levering = LEVERING.replace("eenheid: aanvragen", f"eenheid: {unit}")
    total, *parts = figures.split(";")
    rows = [("Totaal", total), *zip(("Syrië", "Turkije", "Irak"), parts, strict=True)]
    text = "Aanvragen in mei 2020\n;mei\n;Eerste\n" + "".join(f"{name};{each}\n" for name, each in rows) + "Bron: IND"
    _, findings = imported(project(tmp_path, levering), delivery(sheet(text)))
    assert codes(findings) == code


@pytest.mark.parametrize("replaces", [False, True])
@pytest.mark.parametrize("more", ["wisselt: ja, volledig: nee", "volledig: nee"])
def test_a_part_that_a_corrected_file_no_longer_has_is_told(tmp_path: Path, more: str, *, replaces: bool) -> None:
    levering = LEVERING.replace("Eerste]}}", f"Eerste], {more}}}}}")
    project(tmp_path, levering)
    imported(tmp_path, GIVEN)
    again = delivery(sheet(MONTH.replace("Turkije;80;x;119;x\n", "")))
    result, findings = imported(tmp_path, again, replaces=replaces)
    (item,) = findings
    assert item.code == "I502"
    assert item.message == "eerste_aanvragen, Turkije: dit onderdeel staat niet in leveringen/ind-2020-05.xlsx"
    assert result is not None
    assert "Turkije: 119\n" in text_of(tmp_path)


def test_a_part_that_never_came_from_a_levering_is_no_concern_of_it(tmp_path: Path) -> None:
    levering = CHANGING.replace("wisselt: ja", "wisselt: ja, volledig: nee")
    period = FILE.replace("Turkije: }", "Turkije: , Mali: 0}")
    _, findings = imported(project(tmp_path, levering, period), GIVEN)
    assert codes(findings) == []


def test_a_part_that_is_gone_stays_where_it_has_a_comment(tmp_path: Path) -> None:
    parts = "\n        Syrië: 106\n        Somalië:\n        Eritrea:   # zie de nota\n"
    period = FILE.replace(" {Syrië: 106, Turkije: }   # erkend C305: klopt\n", parts)
    result, findings = imported(project(tmp_path, period=period), GIVEN)
    assert codes(findings) == ["I502"]
    assert result is not None
    assert "        Eritrea:   # zie de nota\n" in text_of(tmp_path)
    assert "Somalië" not in text_of(tmp_path)
