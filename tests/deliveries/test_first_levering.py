"""The first levering of a file: complete but for what only a person knows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rapportage.cli.main import cli
from rapportage.deliveries import fetching
from rapportage.deliveries.exploring import first_levering
from rapportage.deliveries.reading import read_delivery
from rapportage.diagnostics import Findings
from rapportage.input.loading import load_bytes
from rapportage.input.loading.nodes import Mapping
from rapportage.input.specs.delivery import DeliverySpec
from rapportage.input.specs.validate import validate
from tests.deliveries.made import Formula, MadeSheet, Styled, xlsx
from tests.deliveries.shared import SAMPLES, whole
from tests.deliveries.test_exploring import MADE

FIRST = """\
# Gemaakt door 'rapportage import --verken'. Houd over wat nodig is, en vul aan wat hieronder open is:
# bij de bron de uitgever, bij elke nieuwe reeks de eenheid, en wat tekens betekenen.
bestand: "leveringen/ind-{periode}.xlsx"
bron:
  titel: "Tabel 1: instroom (gemaakt voorbeeld)"
  uitgever:   # vul in
# tekens:   # 0, '.', n.v.t., ~0 of <5; van een teken bij een getal: voorlopig of zonder
#   "*":
#   "-":
#   leeg:
# nauwkeurig: getoond   # of bewaard: D5 toont 1.235, en bewaart meer cijfers
# verborgen: overslaan   # of meenemen: er zijn verborgen rijen of kolommen
# tekst_is_getal: ja   # D6 is als tekst opgeslagen
tabellen:
  - blad: Tabel 1
    onder: "Tabel 1: instroom (gemaakt voorbeeld)"
    koppen: [3, 4]
    rijen: {vanaf: Syrië, tot: "Bron:"}
    # alleen de kolommen van deze periode; de tabel heeft er 3
    reeksen:
      eerste:
        titel: Eerste
        eenheid:   # vul in
        totaal: {rij: Totaal, kolom: ["{maandnaam} {jaar}", Eerste]}
        naar: {nationaliteit: {rijkop: A, kolom: ["{maandnaam} {jaar}", Eerste]}}
      herhaald:
        titel: Herhaald
        eenheid: "%"
        totaal: {rij: Totaal, kolom: ["{maandnaam} {jaar}", Herhaald]}
        naar: {nationaliteit: {rijkop: A, kolom: ["{maandnaam} {jaar}", Herhaald]}}
  - blad: Tabel 1
    koppen: [10]
    rijen: {vanaf: Mannen, tot_en_met: Vrouwen}
    # alleen de kolommen van deze periode; de tabel heeft er 2
    reeksen:
      cijfers:
        titel: "2020"
        eenheid:   # vul in
        naar: {onderdeel: {rijkop: A, kolom: ["{jaar}"]}}
"""
PUBLIC = (
    "tidychef-tourism.xlsx",
    "cbs-37296ned-statweb.csv",
    "eurostat-lfsa_argan.sdmx.csv",
    "jsonstat-oecd-canada.json",
    "tidychef-data-markers.csv",
)
SIMPLE = MadeSheet(
    "Tabel 1",
    [
        ["Instroom (gemaakt voorbeeld)"],
        [None, "april 2020", "mei 2020", None],
        ["Land", "Eerste", "Eerste", "Herhaald"],
        ["Totaal", 300, Formula("SUM(C5:C6)", 341), 12],
        ["Syrië", 200, 241, 7],
        ["Overig", 100, 100, Styled(5, '0"*"')],
        ["Bron: niemand"],
    ],
    merged=["C2:D2"],
)


def first(data: bytes, path: str) -> str:
    delivery = read_delivery(data, path, Findings())
    assert delivery is not None
    made = first_levering(delivery)
    assert made is not None
    return made


def filled_in(text: str) -> str:
    """What a person makes of it."""
    text = text.replace("uitgever:   # vul in", "uitgever: Niemand").replace("eenheid:   # vul in", "eenheid: personen")
    text = text.replace("titel:   # vul in", "titel: Cijfers")
    return re.sub(r"^#   (.*):$", r"  \1: voorlopig", text.replace("# tekens: ", "tekens: "), flags=re.MULTILINE)


def test_it_has_all_that_was_seen() -> None:
    assert first(xlsx(MADE), "leveringen/ind-2020-05.xlsx") == FIRST


@pytest.mark.parametrize("name", PUBLIC)
def test_that_of_a_public_file_is_a_levering(name: str) -> None:
    text = first((SAMPLES / name).read_bytes(), f"leveringen/{name}")
    findings = Findings()
    node = load_bytes(filled_in(text).encode(), "leveringen/x.yaml", findings)
    assert isinstance(node, Mapping)
    assert validate(node, DeliverySpec, findings) is not None
    assert [*findings] == []


def test_of_a_row_for_each_period_one_is_taken() -> None:
    text = first((SAMPLES / "cbs-37296ned-statweb.csv").read_bytes(), "leveringen/bevolking.csv")
    assert (
        "      jonger_dan_20_jaar:\n        titel: Jonger dan 20 jaar\n        eenheid:   # vul in\n"
        '        totaal: {rij: "{periode}", kolom: [Jonger dan 20 jaar]}\n'
    ) in text


def test_of_a_table_with_an_observation_on_each_row_the_choices_are_named() -> None:
    text = first((SAMPLES / "jsonstat-oecd-canada.json").read_bytes(), "leveringen/x.json")
    assert '            year: "{periode}"\n            age group: total   # of 0 to 4, 5 to 9' in text


def test_nothing_is_made_of_a_file_without_figures() -> None:
    assert first_levering(whole(xlsx(MadeSheet("a", [["tekst"]])))) is None


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["import", *arguments, "--project", str(folder)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("leveringen", "data", "layouts"):
        (tmp_path / name).mkdir()
    (tmp_path / "leveringen" / "ind-2020-05.xlsx").write_bytes(xlsx(SIMPLE))
    return tmp_path


def test_filled_in_it_imports(folder: Path) -> None:
    done = run(folder, "--verken", str(folder / "leveringen" / "ind-2020-05.xlsx"))
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("leveringen/ind-2020-05.xlsx: xlsx, 1 blad\n")
    path = folder / "leveringen" / "ind.yaml"
    assert f"{path} is gemaakt" in done.stderr
    assert "S103" in run(folder, "ind").output
    path.write_text(filled_in(path.read_text(encoding="utf-8")), encoding="utf-8")
    done = run(folder, "ind", "--datum", "2020-06-24")
    assert done.exit_code == 0, done.output
    made = (folder / "data" / "2020-05.yaml").read_text(encoding="utf-8")
    assert "totaal: 341\n    naar:\n      land:\n        Syrië: 241\n        Overig: 100\n" in made
    assert "totaal: 12\n    naar:\n      land:\n        Syrië: 7\n        Overig: 5*\n" in made


def test_a_file_that_can_be_read_in_two_ways_asks_which(folder: Path) -> None:
    (folder / "leveringen" / "coa-2020-05.csv").write_text(
        "land;mei\nTotaal;3.341\nSyrië;1.234\nOverig;2.107\n", "utf-8"
    )
    done = run(folder, "--verken", str(folder / "leveringen" / "coa-2020-05.csv"))
    assert done.exit_code == 0, done.output
    assert "I112" in done.output
    path = folder / "leveringen" / "coa.yaml"
    text = filled_in(path.read_text(encoding="utf-8"))
    assert "decimaalteken:   # vul in: komma of punt\n" in text
    path.write_text(text.replace("decimaalteken:  ", "decimaalteken: komma  "), encoding="utf-8")
    done = run(folder, "coa", "--datum", "2020-06-24")
    assert done.exit_code == 0, done.output
    assert "totaal: 3341\n" in (folder / "data" / "2020-05.yaml").read_text(encoding="utf-8")


def test_a_file_with_two_decimal_signs_is_shown_too(folder: Path) -> None:
    file = folder / "leveringen" / "coa-2020-05.csv"
    file.write_text("land;mei;par\nSyrië;12,5;1.10\nOverig;3,5;1.12\n", encoding="utf-8")
    done = run(folder, "--verken", str(file))
    assert done.exit_code == 0, done.output
    assert "I111" in done.output
    assert "tekst tussen de cijfers" not in done.stdout
    assert "B: mei" in done.stdout


def test_a_levering_that_is_there_stays(folder: Path) -> None:
    path = folder / "leveringen" / "ind.yaml"
    path.write_text("van mij\n", encoding="utf-8")
    done = run(folder, "--verken", str(folder / "leveringen" / "ind-2020-05.xlsx"))
    assert done.exit_code == 0
    assert "is er al en is niet veranderd" in done.stderr
    assert path.read_text(encoding="utf-8") == "van mij\n"


def test_a_trial_shows_it(folder: Path) -> None:
    done = run(folder, "--verken", str(folder / "leveringen" / "ind-2020-05.xlsx"), "--proef")
    assert 'bestand: "leveringen/ind-{periode}.xlsx"' in done.stdout
    assert not (folder / "leveringen" / "ind.yaml").exists()


def test_a_file_that_is_not_there_or_not_read_is_told(folder: Path) -> None:
    done = run(folder, "--verken", str(folder / "x.xlsx"))
    assert (done.exit_code, "I208" in done.output) == (1, True)
    (folder / "x.xlsx").write_bytes(b"PK\x03\x04")
    done = run(folder, "--verken", str(folder / "x.xlsx"))
    assert (done.exit_code, "I105" in done.output) == (1, True)


def test_without_a_levering_that_is_asked(folder: Path) -> None:
    assert run(folder).exit_code == 2


def test_a_table_is_fetched_at_the_word_of_the_user(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "fetch_table", lambda number, findings: f'{{"{number}": 1}}\n'.encode())
    path = folder / "leveringen" / "cbs-1ned.json"
    done = run(folder, "--haal", "1ned")
    assert done.exit_code == 0, done.output
    assert path.read_text(encoding="utf-8") == '{"1ned": 1}\n'
    path.write_text("ouder", encoding="utf-8")
    assert "U106" in run(folder, "--haal", "1ned").output
    assert path.read_text(encoding="utf-8") == "ouder"
    assert run(folder, "--haal", "1ned", "--vervang").exit_code == 0
    assert path.read_text(encoding="utf-8") == '{"1ned": 1}\n'


def test_what_is_no_number_of_a_table_is_told(folder: Path) -> None:
    done = run(folder, "--haal", "../x")
    assert (done.exit_code, "I116" in done.output) == (1, True)
