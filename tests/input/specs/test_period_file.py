"""A period file: what it holds, and what in it cannot be."""

from __future__ import annotations

import pytest

from rapportage.diagnostics import Findings
from rapportage.figures.period import TimePeriod
from rapportage.input.specs.period import PeriodFile
from rapportage.input.specs.read import read_period_file
from tests.input.specs.nodes import node_of

GOOD = """\
periode: 2020-05
uitgave: {datum: 2020-06-24}
bronnen:
  ind-mei: {titel: Asielinstroom in mei 2020, uitgever: IND, datum: 2020-06-24, url: https://ind.nl/nl}
cijfers:
  eerste_aanvragen:
    titel: Eerste asielaanvragen
    eenheid: aanvragen
    bron: ind-mei
    totaal: 341
    naar:
      nationaliteit: {Syrië: 106, onbekend: 26, Nigeria: <5}
    vensters:
      afgelopen 12 maanden: {totaal: 20000}
      tot en met mei: {totaal: 5100, naar: {nationaliteit: {Syrië: 1273}}}
    reeks: {2018-01: 1560, 2018-02: 1200}
herzien:
  2020-04:
    eerste_aanvragen: {totaal: 270, bron: ind-mei, reden: nagekomen aanvragen}
teksten: {toelichting: Rustige maand.}
"""


def read(text: str, path: str = "data/2020-05.yaml") -> tuple[PeriodFile | None, list[str]]:
    findings = Findings()
    file = read_period_file(node_of(text, path), findings)
    return file, [f"{item.span.line if item.span else 0} {item.code} {item.message} ({item.hint})" for item in findings]


def test_a_good_file() -> None:
    file, faults = read(GOOD)
    assert faults == []
    assert file is not None
    assert str(file.edition.date.latest) == "2020-06-24"
    cells = list(file.cells(file.series["eerste_aanvragen"]))
    assert [(cell.period.code, cell.part.breakdown, cell.part.label or None, cell.figure.text) for cell in cells] == [
        ("2020-05", None, None, "341"),
        ("2020-05", "nationaliteit", "Syrië", "106"),
        ("2020-05", "nationaliteit", "onbekend", "26"),
        ("2020-05", "nationaliteit", "Nigeria", "<5"),
        ("2019-06/2020-05", None, None, "20000"),
        ("2020-01/2020-05", None, None, "5100"),
        ("2020-01/2020-05", "nationaliteit", "Syrië", "1273"),
        ("2018-01", None, None, "1560"),
        ("2018-02", None, None, "1200"),
    ]
    assert [(item.period, item.series.text) for item in file.restatements] == [
        (TimePeriod.parse("2020-04"), "eerste_aanvragen")
    ]
    assert file.texts["toelichting"].text == "Rustige maand."


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("totaal: 341", "totaall: 341", "10 S101 onbekende sleutel 'totaall' (bedoelt u 'totaal'?)"),
        (
            "    bron: ind-mei\n",
            "",
            "7 S102 de sleutel 'bron' ontbreekt (schrijf er 'bron: …' bij, met een naam van bronnen: ind-mei)",
        ),
        ("datum: 2020-06-24, url", "datum: , url", "4 S103 nog in te vullen (vul het in, of laat 'datum' weg)"),
        ("url: https://ind.nl/nl", "url:", "4 S103 nog in te vullen (vul het in, of laat 'url' weg)"),
        ("totaal: 341", "totaal: 7,350", "10 C104 '7,350' heeft een komma (bedoelt u 7350?"),
        ("totaal: 341", "totaal: ", "10 C101 nog in te vullen"),
        ("totaal: 341", "totaal: 7.350", "10 C103 7.350 is hier 7,35 (eenheid: aanvragen heeft geen decimalen)"),
        ("totaal: 341", "totaal: 341\n    afgerond_op: 5", "10 C119 341 is geen veelvoud van 5"),
        ("totaal: 341", "totaal: 130", "12 C206 de delen naar nationaliteit zijn samen minstens 133, meer dan"),
        ("    bron: ind-mei", "    bron: ind-mij", "9 C201 de bron 'ind-mij' staat niet bij bronnen (bedoelt u 'ind-"),
        ("270, bron: ind-mei", "270, bron: ind", "19 C201 de bron 'ind'"),
        ("afgelopen 12 maanden", "vorig jaar", "14 C203 'vorig jaar' is geen venster dat bij 2020-05 past"),
        ("tot en met mei", "tot en met juni", "15 C203 'tot en met juni'"),
        ("tot en met mei", "2019-06/2020-05", "15 C209 dit cijfer over 2019-06/2020-05 staat er al, op regel 14"),
        ("2018-02: 1200", "2020-05: 1200", "16 C209 dit cijfer over 2020-05 staat er al, op regel 10"),
        ("2018-02: 1200", "mei: 1200", "16 S110 'mei' is geen periode"),
        ("  2020-04:", "  2020-05:", "18 C204 2020-05 is niet eerder dan de periode van dit bestand (2020-05)"),
        ("    eerste_aanvragen: {totaal: 270", "    eerste: {totaal: 270", "19 C208 de reeks 'eerste' staat niet"),
        ("periode: 2020-05", "periode: 2020-06", "1 C202 periode 2020-06 is niet die van de bestandsnaam, '2020-05'"),
        ("periode: 2020-05", "periode: mei", "1 S110 'mei' is geen periode"),
        ("datum: 2020-06-24}", "datum: 24 juni}", "2 S109 '24 juni' is geen datum"),
        ("https://ind.nl/nl", "javascript:alert(1)", "4 S111 'javascript:alert(1)' is geen webadres"),
        ("  eerste_aanvragen:\n", "  Eerste-aanvragen:\n", "6 C205 'Eerste-aanvragen' kan geen naam"),
        ("  eerste_aanvragen:\n", "  periode:\n", "6 C205 'periode' heeft in een tekst al een betekenis"),
        ("    totaal: 341\n", "    soort: voorraad\n", "10 S105 'voorraad' kan hier niet (er is: stand, stroom)"),
        ("uitgave: {datum: 2020-06-24}", "uitgave: {status: concept}", "2 S102 de sleutel 'datum' ontbreekt"),
        ("teksten: {toel", "tekst: {toel", "20 S101 onbekende sleutel 'tekst' (bedoelt u 'teksten'?)"),
    ],
)
def test_faults_at_their_place(old: str, new: str, fault: str) -> None:
    file, faults = read(GOOD.replace(old, new))
    assert file is None or not file.is_sound
    assert any(found.startswith(fault) for found in faults), faults


def test_every_series_and_figure_is_judged_in_one_run() -> None:
    _, faults = read(
        "periode: mei\nuitgave: {}\nbronnen: {}\ncijfers:\n"
        "  a: {titel: A, eenheid: aanvragen, bron: x, totaall: 1, naar: {land: {Syrië: 7.350, Iran: 31%}}}\n"
        "  b: {eenheid: personen, bron: x, reeks: {2020: NO}, vensters: {2019: {totaal: 1e3}}}\n"
        "herzien: {2020-04: {a: {totaal: -3}}}\n"
    )
    assert sorted(fault[:6] for fault in faults) == [
        "1 S110", "2 S102", "5 C103", "5 C105", "5 S101", "6 C107", "6 C109", "6 S102", "7 C111",
    ]  # fmt: skip


def test_rounded_parts_may_exceed_their_rounded_total_as_far_as_rounding_explains() -> None:
    rounded = GOOD.replace("totaal: 341", "totaal: 130\n    afgerond_op: 10").replace("2018-01: 1560, ", "")
    for parts, faults in (("{Syrië: 70, Iran: 70}", 0), ("{Syrië: 80, Iran: 70}", 1)):
        text = rounded.replace("{Syrië: 106, onbekend: 26, Nigeria: <5}", parts).replace("1273", "1270")
        _, found = read(text)
        assert len(found) == faults, found


def test_a_series_without_figures_is_a_fault() -> None:
    _, faults = read(
        "periode: 2020-05\nuitgave: {datum: 2020-06}\nbronnen: {x: {titel: X, uitgever: Y}}\n"
        "cijfers: {a: {titel: A, eenheid: personen, bron: x}}\n"
    )
    assert faults == ["4 C210 de reeks 'a' heeft geen cijfers (vul totaal of naar in)"]


def test_the_file_of_a_window_is_named_with_an_underscore() -> None:
    text = GOOD.replace("periode: 2020-05", "periode: 2019-06/2020-05").replace("tot en met mei", "2020-01/2020-05")
    text = text.replace("afgelopen 12 maanden", "2020")
    assert read(text, "data/2019-06_2020-05.yaml")[1] == []


@pytest.mark.parametrize(
    ("series", "comes_out", "is_refused"),
    [
        ("soort: stand, peildatum: 2015-10-01, ", "2016-02-09", False),
        ("soort: stand, peildatum: 2016-03-01, ", "2016-02-09", True),  # a day that was still to come
        ("soort: stand, ", "2016-02-09", True),
        ("", "2016-02-09", True),
        ("", "2016-07-31", False),
    ],
)
def test_what_is_counted_on_a_day_may_come_out_before_its_period_ends(
    series: str, comes_out: str, is_refused: bool
) -> None:
    text = (
        f"periode: SJ2015-16\nuitgave: {{datum: {comes_out}}}\nbronnen: {{b: {{titel: B, uitgever: OCW}}}}\n"
        f"cijfers:\n  a: {{titel: A, eenheid: leerlingen, bron: b, {series}totaal: 23}}\n"
    )
    _, faults = read(text, "data/SJ2015-16.yaml")
    assert ["C214" in fault for fault in faults] == ([True] if is_refused else [])
