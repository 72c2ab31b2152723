"""Averages, rates, indexes, balances and amounts in a report: what is said of them, and what is refused and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from rapportage.cli.main import cli
from rapportage.diagnostics import Findings
from rapportage.document import Chart, Paragraph, Table, plain_text, walk
from rapportage.pages.attachments.attachment import DataValue
from rapportage.pages.attachments.files import publication
from rapportage.pipeline import BuildRequest, build, compose

DATA = """\
periode: {period}
uitgave: {{datum: {date}}}
bronnen: {{cbs: {{titel: Cijfers, uitgever: CBS, datum: {date}}}}}
cijfers:
  prijs: {{titel: Verkoopprijs, eenheid: euro, bron: cbs, totaal: 495000, naar: {{t: {{rij: 384000, hoek: 452000}}}}}}
  duur: {{titel: Doorlooptijd, eenheid: maanden, bron: cbs, totaal: {duur}, naar: {{t: {{rij: 20.1, hoek: 21}}}}}}
  prijsindex: {{titel: Prijsindex, eenheid: index (2020=100), bron: cbs, totaal: {index}}}
  groei: {{titel: Groei, eenheid: '%', maat: verandering, bron: cbs, totaal: {groei}}}
  saldo: {{titel: Saldo, eenheid: mln euro, maat: saldo, bron: cbs, totaal: -12.5, naar: {{wie: {{A: -20.5, B: 8.0}}}}}}
  uitgaven: {{titel: Uitgaven, eenheid: mln euro, bron: cbs, totaal: {uit}, naar: {{wie: {{A: 1100.4, B: 212.0}}}}}}
  klein: {{titel: Bijdrage, eenheid: euro, bron: cbs, totaal: 9500000}}
  misdrijven: {{titel: Misdrijven, eenheid: per 1.000 inwoners, bron: cbs, totaal: 5.1}}
  mensen: {{titel: Mensen, eenheid: x 1.000 personen, bron: cbs, totaal: 17.4}}
  bezet: {{titel: Bezetting, eenheid: personen, soort: stand, bron: cbs, totaal: 40}}
"""


def project(folder: Path, blocks: str) -> Path:
    for name in ("data", "layouts"):
        (folder / name).mkdir()
    now = DATA.format(period="2026-Q1", date="2026-05-12", duur="25.7", index="112.0", groei="1.4", uit="1312.4")
    before = DATA.format(period="2025-Q4", date="2026-02-12", duur="24.3", index="110.1", groei="-3.2", uit="1212.5")
    before = before.replace("A: 1100.4", "A: 1000.5")
    (folder / "data" / "2026-Q1.yaml").write_text(now, encoding="utf-8")
    (folder / "data" / "2025-Q4.yaml").write_text(before, encoding="utf-8")
    (folder / "layouts" / "l.yaml").write_text(f"titel: Proef\nblokken:\n{blocks}\n", encoding="utf-8")
    return folder


def said(folder: Path, expression: str) -> tuple[str, list[str]]:
    """A sentence with the expression, and the codes and messages of what is wrong with it."""
    findings = Findings()
    text = f'  - tekst: "{{{{ {expression} }}}}"\n'
    document = compose(BuildRequest("l", "2026-Q1", project(folder, text)), findings)
    found = walk(document.blocks) if document else ()
    words = next((plain_text(each.content) for each in found if isinstance(each, Paragraph)), "")
    return words.replace("\N{NO-BREAK SPACE}", " "), [f"{each.code} {each.message}" for each in findings]


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("duur", "25,7"),
        ("duur | verandering(duur.vorige)", "Gestegen van 24,3 naar 25,7"),
        ("duur | verschil(duur.vorige)", "Ongeveer 1,4"),
        ("prijsindex", "112,0"),
        ("groei.vorige", "−3,2%"),
        ("groei | verschil(groei.vorige)", "Ongeveer 4,6 procentpunt"),
        ("saldo", "−12,5"),
        ("uitgaven | in('miljard')", "1,3 miljard"),
        ("uitgaven | in('miljard', 3)", "1,312 miljard"),
        ("uitgaven | in('miljoen')", "1.312,4 miljoen"),
        ("uitgaven | in('duizend')", "Ongeveer 1.312.400 duizend"),
        ("klein | in('miljoen')", "9,5 miljoen"),
        ("som(uitgaven, klein) | in('miljoen')", "1.321,9 miljoen"),
        ("som(klein, uitgaven) | in('miljoen')", "1.321,9 miljoen"),
        ("mensen | in('duizend')", "17,4 duizend"),
        ("misdrijven | ongeveer(0.5)", "Ongeveer 5,0"),
        ("prijs | reeks('2025-Q4') | gemiddelde", "495.000"),
        ("prijs | top(1) | opsomming", "hoek (452.000)"),
        ("'meer' if uitgaven > klein else 'minder'", "meer"),
        ("'meer' if klein > 9499999 else 'minder'", "meer"),
    ],
)
def test_what_is_said(tmp_path: Path, expression: str, words: str) -> None:
    text, faults = said(tmp_path, expression)
    assert (text, faults) == (words, [])


@pytest.mark.parametrize(
    ("expression", "fault"),
    [
        ("prijs.rest", "T320 'Verkoopprijs' is een gemiddelde (eenheid: euro), en dat telt niet op"),
        ("prijs | top(1) | rest", "T320 'Verkoopprijs' is een gemiddelde (eenheid: euro), en dat telt niet op"),
        ("prijs | top(2) | som", "T320 'hoek' is een gemiddelde (eenheid: euro), en dat telt niet op"),
        ("prijs['rij'].aandeel", "T320 'rij' is een gemiddelde (eenheid: euro), en dat telt niet op tot een geheel"),
        ("prijs | top(2) | gemiddelde", "T320 het gemiddelde van gemiddelden van delen is niet dat van het geheel"),
        ("prijs['2025-Q4/2026-Q1']", "telt niet op over perioden"),
        ("bezet['2025-Q4/2026-Q1']", "is onbekend: een stand telt niet op over perioden"),
        ("bezet | reeks('2025-Q4') | som", "T320 'Bezetting' is een stand, en standen tellen niet op over perioden"),
        ("som(prijsindex, prijsindex.vorige)", "T320 'Prijsindex' is een index (eenheid: index (2020=100)), en dat"),
        ("groei + groei.vorige", "T320 'Groei' is een verandering (eenheid: %), en dat telt niet op"),
        ("misdrijven | aandeel(misdrijven)", "T320 'Misdrijven' is een verhouding (eenheid: per 1.000 inwoners)"),
        ("uitgaven + bezet", "T320 mln euro en personen zijn niet bij elkaar op te tellen"),
        ("'x' if uitgaven > bezet else 'y'", "T320 mln euro en personen zijn niet met elkaar te vergelijken"),
        ("saldo['B'].aandeel", "T320 'Saldo' is een saldo (eenheid: mln euro): delen daarvan heffen elkaar op"),
        ("groei | procentueel(groei.vorige)", "T320 'Groei' is een verandering (eenheid: %): hoe die verandert"),
        ("groei * bezet", "T320 'Groei' is een verandering (eenheid: %), en dat is per honderd"),
        ("uitgaven['A'].aandeel * bezet", "is per honderd: keer een cijfer is het honderd maal te groot"),
        ("bezet / uitgaven['A'].aandeel", "is per honderd: een cijfer gedeeld daardoor is honderd maal te klein"),
        ("groei | in('miljoen')", "T302 'in' is voor aantallen en bedragen, en dit is een verandering"),
        ("uitgaven | in('mln')", "T302 'in' vraagt 'duizend', 'miljoen', 'miljard'"),
        ("uitgaven | ongeveer(0)", "T302 'ongeveer' vraagt een getal boven 0"),
    ],
)
def test_what_is_refused_says_why(tmp_path: Path, expression: str, fault: str) -> None:
    text, faults = said(tmp_path, expression)
    assert text == ""
    assert fault in " ".join(faults)


CHARTS = """\
  - grafiek: {{titel: Proef, {how}}}
"""


@pytest.mark.parametrize(
    ("how", "fault"),
    [
        ('soort: aandeel, cijfers: "{{{{ prijs }}}}", rest: Overig', "T320 'rij' is een gemiddelde (eenheid: euro)"),
        ('soort: staaf, vorm: gestapeld, vanaf: 2025-Q4, reeksen: "{{{{ duur }}}}"', "T419 'rij' is een gemiddelde"),
        ('soort: staaf, vorm: "100%", vanaf: 2025-Q4, reeksen: "{{{{ duur }}}}"', "T419 'rij' is een gemiddelde"),
        (
            "soort: lijn, vanaf: 2025-Q4, reeksen: [{{naam: A, cijfers: klein}}, {{naam: B, cijfers: uitgaven}}]",
            "T410 een grafiek heeft één eenheid, en dit zijn er meer: euro en mln euro",
        ),
        (
            "soort: lijn, vanaf: 2025-Q4, reeksen: [{{naam: A, cijfers: klein}}, {{naam: B, cijfers: bezet}}]",
            "T410 een grafiek heeft één eenheid, en dit zijn er meer: euro en personen",
        ),
    ],
)
def test_no_chart_adds_up_what_does_not(tmp_path: Path, how: str, fault: str) -> None:
    findings = Findings()
    folder = project(tmp_path, CHARTS.format(how=how.format()))
    assert compose(BuildRequest("l", "2026-Q1", folder), findings) is None
    assert fault in " ".join(f"{each.code} {each.message}" for each in findings)


def test_no_trend_runs_over_two_sizes(tmp_path: Path) -> None:
    """17,4 thousand and then 40 is no fall."""
    block = """\
  - kerncijfers:
      - kop: Mensen
        waarde: "{{ bezet }}"
        trend: {vanaf: 2025-Q4, cijfers: ["{{ bezet }}", "{{ mensen }}"]}
"""
    findings = Findings()
    folder = project(tmp_path, block)
    data = folder / "data" / "2025-Q4.yaml"
    data.write_text(data.read_text(encoding="utf-8").replace("totaal: 40}", "totaal: .}"), encoding="utf-8")
    assert compose(BuildRequest("l", "2026-Q1", folder), findings) is None
    assert "T410 een grafiek heeft één eenheid, en dit zijn er meer: x 1.000 personen en personen" in [
        f"{each.code} {each.message}" for each in findings
    ]


def test_a_series_is_of_one_measure_in_every_file(tmp_path: Path) -> None:
    folder = project(tmp_path, '  - tekst: "{{ klein.vorige }}"')
    data = folder / "data" / "2026-Q1.yaml"
    written = data.read_text(encoding="utf-8")
    data.write_text(
        written.replace("Bijdrage, eenheid: euro", "Bijdrage, eenheid: euro, maat: saldo"), encoding="utf-8"
    )
    findings = Findings()
    assert compose(BuildRequest("l", "2026-Q1", folder), findings) is None
    assert [(each.code, each.message, each.hint) for each in findings] == [
        (
            "C211",
            "'klein' is hier een saldo, en in data/2025-Q4.yaml een bedrag",
            "schrijf in beide bestanden 'maat: bedrag', of in beide 'maat: saldo'",
        )
    ]


REPORT = """\
  - tekst: "De prijsindex is {{ prijsindex }} (2020=100). Er waren {{ misdrijven }} misdrijven per 1.000 inwoners."
  - tekst: "De uitgaven zijn {{ uitgaven | in('miljard') }} euro, dat is {{ uitgaven }} mln euro."
  - tabel:
      titel: Uitgaven
      rijkop: Wie
      rijen: "{{ uitgaven }}"
      totaal: Totaal
      kolommen:
        - {kop: mld euro, waarde: "{{ rij | in('miljard', 2) }}"}
        - {kop: verschil, waarde: "{{ rij | verschil(rij.vorige) }}"}
  - tabel:
      titel: Vergelijken
      rijkop: Wat
      rijen:
        - {kop: Duur, cijfer: "{{ duur }}"}
        - {kop: Groei, cijfer: "{{ groei }}"}
        - {kop: Saldo, cijfer: "{{ saldo }}"}
      vergelijking: {perioden: laatste 2, verandering: [verschil, procent]}
  - grafiek: {titel: Prijzen, soort: lijn, vanaf: 2025-Q4, reeksen: [{naam: Prijsindex, cijfers: prijsindex}]}
  - grafiek:
      titel: In miljarden
      soort: staaf
      cijfers: "{{ uitgaven }}"
      reeksen: [{naam: A, waarde: "{{ rij | in('miljard') }}"}]
  - grafiek: {titel: Saldo per kwartaal, soort: staaf, vanaf: 2025-Q4, reeksen: [{naam: Saldo, cijfers: saldo}]}
  - bronvermelding
"""


def test_a_report_of_all_kinds(tmp_path: Path) -> None:
    """It is made without a warning, holds the exact figures in its attachment, and each is traced."""
    folder = project(tmp_path, REPORT)
    findings = Findings()
    result = build(BuildRequest("l", "2026-Q1", folder, attachments=True), findings)
    assert result is not None, [each.message for each in findings]
    texts = [f"{each.code} {each.message}" for each in findings if not each.code.startswith("C306")]
    assert texts == []
    first, second = [each for each in walk(result.document.blocks) if isinstance(each, Table)][:2]
    assert [[plain_text(cell.content) for cell in row.cells] for row in first.body] == [
        ["A", "1,10", "ongeveer 99,9"],
        ["B", "0,21", "ongeveer 0,0"],
        ["Totaal", "1,31", "ongeveer 99,9"],
    ]
    assert [plain_text(row.cells[3].content).replace("\N{NO-BREAK SPACE}", " ") for row in second.body] == [
        "+1,4",
        "+4,6 procentpunt",
        "0,0",
    ]
    charts = [each for each in walk(result.document.blocks) if isinstance(each, Chart)]
    assert charts[0].named(charts[0].series[0]) == "Prijsindex (2020=100)"
    assert charts[0].alternative.startswith("Lijngrafiek, index, 2020 is 100: Prijzen, ")
    assert charts[1].unit == "miljard euro"
    assert "in miljarden euro: In miljarden" in charts[1].alternative
    exact = publication(result.document).tables[0]
    assert [str(row[1].value) for row in exact.rows if isinstance(row[1], DataValue)] == ["1.1004", "0.212", "1.3124"]
    done = CliRunner().invoke(cli, ["trace", "l", "2026-Q1", "--project", str(folder)])
    assert done.exit_code == 0, done.output
    assert "1,3 miljard = 1,3124: quotiënt(Uitgaven, 1.000)" in done.output
