"""Lists of parts (lijsten/): names for codes, order, words and groups; what a list lacks is a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, build, check
from tests.text.language_of import composed, project, rows, said, with_periods

LIST = """\
verdeling: gemeente
onderdelen:
  Zeist: {code: GM0355, inwoner: Zeistenaar, bijvoeglijk: Zeister, groepen: {provincie: Utrecht}}
  Utrecht: {code: GM0344, groepen: {provincie: Utrecht}}
  Weesp: {code: GM0457, groepen: {provincie: Noord-Holland}, tot_en_met: 2022-03}
  Amsterdam: {code: GM0363, groepen: {provincie: Noord-Holland}}
  Almere: GM0034
"""
LACKS = "C223 '{}' staat niet in de lijst van gemeente, lijsten/gemeenten.yaml"
HUIZEN = "totaal: 1000, restposten: [elders], naar: {gemeente: {GM0344: 300, Amsterdam: 250, elders: 400, GM0355: 50}}"


def listed(folder: Path, huizen: str = HUIZEN, text: str = LIST) -> Path:
    project(folder, huizen=huizen)
    (folder / "lijsten").mkdir(exist_ok=True)
    (folder / "lijsten" / "gemeenten.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("huizen | top(1) | opsomming", "Utrecht (300)"),
        ("huizen['Zeist']", "50"),
        ("huizen['Zeist'] | naam", "Zeist"),
        ("huizen['Zeist'].code", "GM0355"),
        ("huizen['Zeist'].inwoner", "Zeistenaar"),
        ("huizen['Zeist'].inwoners", "Zeistenaars"),
        ("huizen['Zeist'].bijvoeglijk", "Zeister"),
        ("huizen['Amsterdam'].inwoners", "Amsterdammers"),
        ("huizen | namen", "Utrecht, Amsterdam, Zeist en elders"),
        ("huizen | op_volgorde | namen", "Zeist, Utrecht, Amsterdam en elders"),
        ("huizen | top(2) | op_volgorde | namen", "Utrecht en Amsterdam"),
        ("huizen.per('provincie') | opsomming", "Utrecht (350) en Noord-Holland (250)"),
        ("huizen.per('provincie')['Utrecht']", "350"),
        ("huizen.naar('gemeente').per('provincie') | top(1) | aandeel | opsomming", "Utrecht (35%)"),
        ("huizen.per('provincie').rest", "400"),
        ("(huizen.per('provincie') | top(1))[1] | rangorde", "eerste"),
    ],
)
def test_an_expression(tmp_path: Path, expression: str, shown: str) -> None:
    assert said(listed(tmp_path), f"is {{{{ {expression} }}}}") == f"is {shown}"


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("huizen.per('streek')", "T308 de lijst van gemeente heeft geen groepen 'streek' | er is: provincie"),
        ("huizen.per('provincie')['Zeist']", "T306 er is geen provincie 'Zeist' met onderdelen in deze periode"),
        ("huizen.per('provincie')['Utrecht'].eerst", "T303 'Utrecht' over maart 2026 is niet gepubliceerd"),
    ],
)
def test_what_a_list_does_not_say(tmp_path: Path, expression: str, message: str) -> None:
    assert said(listed(tmp_path), f"is {{{{ {expression} }}}}").startswith(message)


def test_a_word_that_nobody_knows(tmp_path: Path) -> None:
    folder = listed(tmp_path, HUIZEN.replace("Amsterdam", "Wijk"), LIST.replace("Amsterdam", "Wijk"))
    where = "lijsten/gemeenten.yaml"
    told = f"T303 'Wijk' heeft in {where} geen 'inwoners' | zet in {where} bij Wijk: inwoners: …"
    assert said(folder, "{{ huizen['Wijk'].inwoners }}") == told


def test_a_group_of_which_a_part_is_lacking_is_unknown(tmp_path: Path) -> None:
    """Weesp ended in 2022, so that it is not missed; a municipality that is there and has no figure is."""
    without = HUIZEN.replace("Amsterdam: 250, ", "")
    assert said(listed(tmp_path, without), "is {{ huizen.per('provincie')['Noord-Holland'] }}").startswith("T305")
    with_weesp = listed(tmp_path, text=LIST.replace("tot_en_met: 2022-03", "tot_en_met: 2026-12"))
    assert said(with_weesp, "is {{ huizen.per('provincie')['Noord-Holland'] }}").startswith("T305")


@pytest.mark.parametrize(("head", "expected"), [("Noord-Holland", []), ("Utrecht", ["T507"])])
def test_a_row_may_be_called_after_the_group_that_it_is_of(tmp_path: Path, head: str, expected: list[str]) -> None:
    """Also where another series has the name as a part."""
    folder = project(listed(tmp_path), huizen=HUIZEN, straten="naar: {provincie: {Utrecht: 2, Noord-Holland: 3}}")
    row = f"{{kop: {head}, cijfer: \"{{{{ huizen.per('provincie')['Noord-Holland'] }}}}\"}}"
    table = f"titel: T, rijkop: R, rijen: [{row}], kolommen: [{{kop: huizen, waarde: '{{{{ rij }}}}'}}]"
    composed(folder, f'  - tabel: {{{table}}}\n  - tekst: "Er zijn {{{{ straten | top(1) | opsomming }}}}."\n')
    findings = Findings()
    check([BuildRequest("proef", "2026-03", folder)], folder, findings)
    assert [each.code for each in findings] == expected


def test_what_does_not_add_up_has_no_groups(tmp_path: Path) -> None:
    folder = listed(tmp_path)
    data = folder / "data" / "2026-03.yaml"
    data.write_text(
        data.read_text(encoding="utf-8").replace("eenheid: huizen", "eenheid: jaar, maat: gemiddelde"), "utf-8"
    )
    assert said(folder, "is {{ huizen.per('provincie')['Utrecht'] }}").startswith("T320")


@pytest.mark.parametrize(
    ("figures", "message"),
    [
        (
            "Utrech: 3",
            "C223 'Utrech' staat niet in de lijst van gemeente, lijsten/gemeenten.yaml | bedoelt u 'Utrecht'?",
        ),
        ("GM0345: 3", LACKS.format("GM0345") + " | bedoelt u 'GM0"),
        ("Utrecht: 3, GM0344: 3", "C223 'GM0344' is hetzelfde onderdeel als 'Utrecht': Utrecht"),
    ],
)
@pytest.mark.parametrize("crossed", [False, True])
@pytest.mark.parametrize("place", ["naar", "vensters", "herzien"])
def test_a_part_that_the_list_lacks(tmp_path: Path, figures: str, message: str, place: str, crossed: bool) -> None:
    naar = f"naar: {{gemeente: {{{figures}}}}}"
    if crossed:
        naar = f"naar: {{gemeente × bezit: {{{figures.replace(': 3', ': {koop: 3}')}}}}}"
    own = naar if place == "naar" else f"vensters: {{afgelopen 12 maanden: {{{naar}}}}}" if place == "vensters" else ""
    folder = listed(tmp_path, f"totaal: 9{', ' if own else ''}{own}")
    if place == "herzien":
        path = folder / "data" / "2026-03.yaml"
        restated = f"herzien:\n  2026-02:\n    huizen: {{{naar}}}\n"
        path.write_text(path.read_text(encoding="utf-8") + restated, encoding="utf-8")
    assert said(folder, "is {{ huizen }}").startswith(message)


@pytest.mark.parametrize("name", ["onbekend", "Gemeente onbekend", "elders"])
def test_what_takes_the_rest_together_is_in_no_list(tmp_path: Path, name: str) -> None:
    folder = listed(tmp_path, f"totaal: 9, restposten: [{name}], naar: {{gemeente: {{Utrecht: 3, {name}: 6}}}}")
    assert said(folder, "is {{ huizen | top(1) | namen }}") == "is Utrecht"
    columns = '[{kop: c, waarde: "{{ rij.code }}"}, {kop: k, waarde: "{{ rij }}"}]'
    keys = f'rijen: "{{{{ huizen }}}}", totaal: Alle, kolommen: {columns}'
    assert rows(folder, keys) == [["Utrecht", "GM0344", "3"], [name, "", "6"], ["Alle", "", "9"]]


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        ("code: GM0363", "code: GM0344", "C224"),
        ("code: GM0363", "code: Zeist", "C224"),
        ("code: GM0363", "kode: GM0363", "S101"),
        ("verdeling: gemeente", "naam: gemeente", "S101"),
        ("Almere: GM0034", "Almere:", "S103"),
        ("tot_en_met: 2022-03", "tot_en_met: ooit", "S110"),
    ],
)
def test_a_list_with_a_fault(tmp_path: Path, was: str, now: str, code: str) -> None:
    assert code in said(listed(tmp_path, text=LIST.replace(was, now)), "is {{ huizen }}")


def test_two_lists_of_one_dimension(tmp_path: Path) -> None:
    folder = listed(tmp_path)
    (folder / "lijsten" / "nog.yaml").write_text(LIST, encoding="utf-8")
    assert said(folder, "is {{ huizen }}").startswith("C224 van 'gemeente' is er al een lijst: lijsten/gemeenten.yaml")


def test_only_what_is_needed_is_read(tmp_path: Path) -> None:
    """A list of another dimension, however faulty, stops nothing; that of this one is an input of the report."""
    folder = listed(tmp_path)
    (folder / "lijsten" / "landen.yaml").write_text("verdeling: land\nonderdelen: [fout\n", encoding="utf-8")
    composed(folder, '  - tekst: "{{ huizen }}"\n')
    findings = Findings()
    made = build(BuildRequest("proef", "2026-03", folder), findings)
    assert made is not None, list(findings)
    assert [path.name for path in made.read if path.parent.name == "lijsten"] == ["gemeenten.yaml"]


def test_codes_and_names_of_two_periods_are_one_part(tmp_path: Path) -> None:
    folder = listed(tmp_path)
    earlier = "totaal: 9, naar: {gemeente: {Utrecht: 5, GM0363: 4}}"
    with_periods(folder, {"2026-02": {"huizen": earlier}, "2026-03": {"huizen": HUIZEN}})
    assert said(folder, "is {{ huizen['Utrecht'].vorige }} en {{ huizen['Amsterdam'].vorige }}") == "is 5 en 4"
    assert said(folder, "is {{ huizen.per('provincie')['Noord-Holland'].vorige }}") == "is 4"


def test_a_list_is_found_however_its_dimension_is_written(tmp_path: Path) -> None:
    for written in (
        "verdeling: 'gemeente'",
        'verdeling: "gemeente" # van het CBS',
        "# lijst\nverdeling:   gemeente  # x",
    ):
        folder = listed(tmp_path, text=LIST.replace("verdeling: gemeente", written))
        assert said(folder, "is {{ huizen['Utrecht'] }}") == "is 300"
