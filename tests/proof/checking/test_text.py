"""What a text says against its figures: what is wrong is found at its place, and what is right is left alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, check
from tests.faults import ROOT

FIRST, BEFORE = "{{ eerste_aanvragen }}", "{{ eerste_aanvragen.vorige }}"  # 341 in May, 270 in April
SYRIA = "{{ eerste_aanvragen['Syrië'] }}"  # 106
ALGERIA, MOROCCO = "{{ eerste_aanvragen['Algerije'] }}", "{{ eerste_aanvragen['Marokko'] }}"  # both 17
SYRIA_TOO = "{{ eerste_aanvragen['Syrië'] | eveneens(eerste_aanvragen['Algerije']) }}"
SYRIA_SHARE = "{{ eerste_aanvragen['Syrië'].aandeel | pct }}"  # 31%
RESTATED = "{{ instroom['2020-03'] }}"

EXTRA = """
  jongeren: {titel: Jongeren in het onderwijs, eenheid: jongeren, bron: ind-mei, totaal: 90}
  stoppers: {titel: Voortijdig schoolverlaters, eenheid: jongeren, bron: ind-mei, totaal: 9}
  aandeel_stoppers: {titel: Aandeel stoppers, eenheid: "%", bron: ind-mei, totaal: 10}
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample data, with room for a layout."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "data", folder / "data")
    (folder / "layouts").mkdir()
    return folder


def said(root: Path, text: str) -> list[str]:
    """The codes of what is said about a layout of one text, each with the words at which it points."""
    (root / "layouts" / "proef.yaml").write_text(f"titel: Proef\nblokken:\n  - tekst: |\n      {text}\n", "utf-8")
    findings = Findings()
    check([BuildRequest("proef", "2020-05", root)], root, findings)
    spans = [(finding.code, finding.span) for finding in findings if finding.span]
    return [f"{code}:{text[span.column - 7 :][: span.length]}" for code, span in spans]


def more_series(folder: Path) -> None:
    """The sample data with three series more, and room for a layout."""
    shutil.copytree(ROOT / "data", folder / "data")
    path = folder / "data" / "2020-05.yaml"
    path.write_text(path.read_text("utf-8").replace("\ncijfers:\n", f"\ncijfers:{EXTRA}"), "utf-8")
    (folder / "layouts").mkdir()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # figures that somebody typed
        (f"Er waren {FIRST} aanvragen, van de 22.433 in een jaar.", ["T501:22.433"]),
        ("Er waren 341 aanvragen.", []),
        ("Er waren 314 aanvragen.", ["T501:314"]),
        ("Het totaal is 12,5 procent.", []),  # of what the data do not have
        ("De regeling kost 120 miljoen euro.", []),
        ("Sinds 2012 geldt artikel 28 van de Vreemdelingenwet 2000, zie Kamerstuk 19637, nr. 2600.", []),
        ("Op 24 juni 2020 verscheen verordening (EU) 604/2013, en in week 23 de 2e brief.", []),
        ("Zie [de bron](https://ind.nl/nieuws/12345).", []),
        ("De COVID-19-pandemie begon in 2020.", []),
        ("Zo telt men 12 mensen. {# erkend T501: over het rapport zelf #}", []),
        ("Wie jonger is dan 18 jaar, een 17-jarige, meldt zich binnen 24 uur, om 10.30 uur, na 6 dagen.", []),
        ("Kamerstukken II 2019/20, 19 637, nr. 2603; telefoon 070 370 79 11; de top 3 op bladzijde 12.", []),
        ("Er kwamen 2000 mensen, en 1950 dossiers.", ["T501:2000", "T501:1950"]),
        ("Week 417 mensen, of 45/55.", ["T501:417"]),
        ("Zie stap 3, 4 en 500 mensen.", ["T501:500"]),
        (f"Een kwart meer dan in april: {FIRST} tegen {BEFORE}.", []),
        (f"De meerderheid, {SYRIA_SHARE}, kwam uit Syrië.", ["T502:De meerderheid"]),
        # number words
        (f"Bijna de helft, {SYRIA_SHARE}, kwam uit Syrië.", ["T502:Bijna de helft"]),
        (f"Een derde, {SYRIA_SHARE}, kwam uit Syrië.", []),
        (f"Bijna een derde, {SYRIA_SHARE}, kwam uit Syrië.", []),
        (f"Ruim een derde, {SYRIA_SHARE}, kwam uit Syrië.", ["T502:Ruim een derde"]),
        ("Driekwart kwam met de trein.", []),
        ("In de eerste helft van 2020 gingen de grenzen dicht.", []),
        (f"Het aantal verdubbelde van {BEFORE} naar {FIRST}.", ["T502:verdubbelde", "T503:verdubbelde"][:1]),
        ("Het aantal is afgerond op tientallen.", []),
        (f"Meer dan vierhonderd mensen: {FIRST}.", ["T502:vierhonderd"]),
        (f"Ruim driehonderd mensen, {FIRST}, binnen dertig dagen.", []),
        (f"Drie op de tien, {SYRIA} van de {FIRST}, kwamen uit Syrië.", []),
        (f"Vier op de tien, {SYRIA} van de {FIRST}, kwamen uit Syrië.", ["T502:Vier op de tien"]),
        (
            f"Van elke tien aanvragen kwamen er vijf uit Syrië ({SYRIA_SHARE}).",
            ["T502:Van elke tien aanvragen kwamen er vijf"],
        ),
        (f"Dat is twee keer zoveel: {FIRST} tegen {BEFORE}.", ["T502:twee keer zoveel"]),
        (f"Uit Syrië kwamen er {SYRIA}, vijf keer zoveel als uit Turkije ({{{{ eerste_aanvragen['Turkije'] }}}}).", []),
        # what only looks like a number, a time or a direction
        (f"In APRİL waren het er {BEFORE}, uit twıntig landen.", ["T502:twıntig"]),
        (f"In mei waren er {FIRST} zaken in hoger beroep, in april {BEFORE}.", []),
        ("Wie naar een derde land gaat, per duizend inwoners, sinds de jaren negentig.", []),
        (f"Minder dan de helft ({SYRIA_SHARE}) kwam uit Syrië.", []),
        (f"Meer dan tweehonderd aanvragen ({BEFORE}) kwamen in april.", []),
        (f"Meer dan driehonderd aanvragen ({BEFORE}) kwamen in april.", ["T502:driehonderd"]),
        (f"Het aantal is niet verdubbeld: van {BEFORE} naar {FIRST}.", []),
        (f"Eén op de honderd ({SYRIA_SHARE}) kwam uit Syrië.", ["T502:Eén op de honderd"]),
        (f"Van de vijf landen is er een duidelijke stijging in mei ({FIRST}).", []),
        (f"Dit is het derde kwartaal op rij met een stijging: {FIRST} aanvragen.", []),
        (f"Na een rustig eerste kwartaal steeg het aantal van {BEFORE} naar {FIRST}.", []),
        (f"Nadat in maart de grenzen dichtgingen, kwamen er {FIRST} aanvragen.", []),
        (
            f"Het aandeel van Syrië ({SYRIA_SHARE}) is vier keer zo hoog als dat van onbekend "
            "({{ eerste_aanvragen['onbekend'].aandeel | pct }}).",
            [],
        ),
        # directions
        (f"In mei waren er minder aanvragen dan in april: {FIRST} tegen {BEFORE}.", ["T503:minder"]),
        (f"Er waren meer eerste aanvragen ({FIRST}) dan in april ({BEFORE}).", []),
        (f"Mei kwam met {FIRST} onder het niveau van april ({BEFORE}) uit.", ["T503:onder"]),
        (f"Het aantal steeg van {BEFORE} naar {FIRST}.", []),
        (f"Het aantal daalde van {BEFORE} naar {FIRST}.", ["T503:daalde"]),
        (
            f"Er kwamen {FIRST} aanvragen binnen. Dat is een daling vergeleken met de {BEFORE} van april.",
            ["T503:daling"],
        ),
        (f"Het aantal nam van {BEFORE} naar {FIRST} sterk af.", ["T503:nam"]),
        (f"Het aantal bleef vrijwel gelijk: van {BEFORE} naar {FIRST}.", ["T503:vrijwel gelijk"]),
        ("Dat is {{ eerste_aanvragen - eerste_aanvragen.vorige }} minder dan in april.", ["T503:minder"]),
        (f"In mei waren het er evenveel als in april: {FIRST} tegen {BEFORE}.", ["T503:evenveel"]),
        (f"In mei waren het er {FIRST}, in april eveneens {BEFORE}.", ["T503:eveneens"]),
        (f"In mei waren het er {FIRST}. In april waren het er eveneens {BEFORE}.", ["T503:eveneens"]),
        (f"Uit Algerije kwamen er {ALGERIA}, en uit Marokko eveneens {MOROCCO}.", []),
        (f"Uit Algerije kwamen er {ALGERIA}. Uit Marokko kwamen er eveneens {MOROCCO}.", []),
        (f"Uit Algerije kwamen er {ALGERIA}, uit Syrië {SYRIA_TOO}.", []),
        (f"Eveneens {FIRST} mensen kwamen met de trein.", []),
        # names beside figures
        (f"In april 2020 waren het er {FIRST}.", ["T504:april 2020"]),
        (f"In mei 2019 waren het er {FIRST}.", ["T504:mei 2019"]),
        (f"In mei 2020 waren het er {FIRST}, in april {BEFORE}.", []),
        (f"In mei 2020 waren het er {BEFORE}, in april {FIRST}.", ["T504:mei 2020", "T504:april"]),
        (f"Uit Eritrea kwamen er {SYRIA}.", ["T505:Eritrea"]),
        (f"Uit Syrië kwamen er {SYRIA}.", []),
        (f"Er waren {FIRST} personen.", []),  # who asks is a person
        (f"Dat is {SYRIA_SHARE} procentpunt.", ["T506:procentpunt"]),
        (f"In het eerste kwartaal waren het er {FIRST}.", ["T504:eerste kwartaal"]),
        (f"In het tweede kwartaal van 2020, in mei, waren het er {FIRST}.", []),
        (f"In de tweede helft van 2020 waren het er {FIRST}.", ["T504:tweede helft van 2020"]),
        ("Tot en met april waren het er {{ eerste_aanvragen.jaar_tot_nu }}.", ["T504:april"]),
        ("Tot en met mei waren het er {{ eerste_aanvragen.jaar_tot_nu }}.", []),
        (f"Het waren er {FIRST}, en een maand eerder {BEFORE}.", []),
        (f"Het waren er {FIRST}, en twee maanden eerder {BEFORE}.", ["T504:twee maanden eerder"]),
        (f"Een jaar eerder waren het er {BEFORE}.", []),
        (f"In mei waren het er {FIRST}. Een jaar eerder waren het er {BEFORE}.", ["T504:Een jaar eerder"]),
        (f"Er waren {FIRST} duizend aanvragen.", ["T506:duizend"]),
        (
            f"Dat zijn er {SYRIA}, {{{{ aandeel(amv, eerste_aanvragen) | pct }}}} van de totale instroom.",
            ["T508:instroom"],
        ),
        # what is compared, dated or told besides is left alone
        (f"Het aantal lag met {FIRST} hoger dan in april ({BEFORE}).", []),
        (f"In juni publiceerde de IND dat het er in mei {FIRST} waren.", []),
        (f"Volgens de Vreemdelingenwet 2000 waren het er {FIRST}.", []),
        ("Uit Algerije en Marokko kwamen er elk {{ eerste_aanvragen['Marokko'] }}.", []),
        (f"Het aantal is niet gedaald maar gestegen, van {BEFORE} naar {FIRST}.", []),
        (f"Dat zijn {FIRST} nareizigers.", ["T510:nareizigers"]),
        # calculations
        (
            "Dat is {{ aandeel(nareizigers, eerste_aanvragen) | pct }}.",
            ["T508:aandeel(nareizigers, eerste_aanvragen) | pct"],
        ),
        ("Dat is {{ aandeel(nareizigers, instroom) | pct }}.", []),
        ("Dat is {{ aandeel(amv, eerste_aanvragen) | pct }}.", []),
        ("In april kwamen er {{ instroom.vorige.eerst }}.", ["T509:instroom.vorige.eerst"]),
        ("Eerst waren het er {{ instroom.vorige.eerst }}, nu {{ instroom.vorige }}.", []),
    ],
)
def test_what_is_said_of_a_text(text: str, expected: list[str], root: Path) -> None:
    assert said(root, text) == expected


def test_a_unit_may_be_called_as_another_series_is(tmp_path: Path) -> None:
    """'30.000 jongeren' of the leavers, in young people, beside a series that is called so."""
    more_series(tmp_path)
    assert said(tmp_path, "Er stopten {{ stoppers }} jongeren.") == []
    assert said(tmp_path, "Er stopten {{ stoppers }} instroom.") == ["T510:instroom"]


def test_a_percentage_may_be_of_what_has_a_series_of_its_own(tmp_path: Path) -> None:
    more_series(tmp_path)
    assert said(tmp_path, "Dat is {{ aandeel_stoppers }} van de jongeren in het onderwijs.") == []


def test_the_largest_of_others_is_no_record(root: Path) -> None:
    assert said(root, f"In mei waren het er in de grootste gemeenten {FIRST}.") == []
    assert said(root, f"In mei kwamen de meeste aanvragen binnen: {FIRST}.") == ["T514:meeste"]


@pytest.mark.parametrize(("between", "expected"), [(" ", ["T503"]), ("\n\n      ", [])])
def test_a_sentence_is_judged_with_the_one_before_of_its_own_paragraph(
    between: str, expected: list[str], root: Path
) -> None:
    text = f"In april waren het er {BEFORE}.{between}In mei daalde het aantal tot {FIRST}."
    assert [each.split(":")[0] for each in said(root, text)] == expected


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("Eerste asielaanvragen per maand sinds januari", []),
        ("Eerste asielaanvragen per maand sinds maart", ["T507"]),
        ("Eerste asielaanvragen, januari tot en met juni", ["T507"]),
        ("Eerste asielaanvragen volgens de Vreemdelingenwet 2000, stand op 1 juni 2020", []),
        ("Nareizigers per maand", ["T507"]),
    ],
)
def test_what_is_said_of_a_caption(caption: str, expected: list[str], root: Path) -> None:
    series = "[{naam: N, cijfers: eerste_aanvragen}]"
    chart = f"grafiek: {{titel: '{caption}', soort: lijn, vanaf: 2020-01, reeksen: {series}}}"
    (root / "layouts" / "proef.yaml").write_text(f"titel: Proef\nblokken:\n  - {chart}\n", "utf-8")
    findings = Findings()
    check([BuildRequest("proef", "2020-05", root)], root, findings)
    assert [finding.code for finding in findings] == expected


@pytest.mark.parametrize(
    "caption", ["Saldo", "Saldo in procenten van het bbp", "Saldo in procenten van het bbp, per jaar"]
)
def test_a_caption_may_name_a_series_whose_name_begins_with_that_of_another(caption: str, tmp_path: Path) -> None:
    series = "{titel: %s, eenheid: 'mln euro', maat: saldo, bron: b, totaal: -3}"
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2023.yaml").write_text(
        "periode: 2023\nuitgave: {datum: 2024-01-31}\nbronnen: {b: {titel: B, uitgever: CBS}}\ncijfers:\n"
        f"  a: {series % 'Saldo'}\n  b: {series % 'Saldo in procenten van het bbp'}\n",
        "utf-8",
    )
    name = "{cijfer: '{{ b }}', kop: Hele overheid}"
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "proef.yaml").write_text(
        f"titel: Proef\nblokken:\n  - tekst: '{{{{ a }}}}'\n  - tabel:\n      titel: {caption}\n      rijkop: Wie\n"
        f"      rijen: [{name}]\n      kolommen: [{{kop: saldo, waarde: '{{{{ rij }}}}'}}]\n",
        "utf-8",
    )
    findings = Findings()
    check([BuildRequest("proef", "2023", tmp_path)], tmp_path, findings)
    assert [finding.code for finding in findings if finding.code == "T507"] == (["T507"] if caption == "Saldo" else [])


def test_an_acknowledgement_needs_a_reason(root: Path) -> None:
    assert said(root, "Zo telt men 12 mensen. {# erkend T501: #}")[0].startswith("C401")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een hekje # erkend T501: stiekem 88888 mensen.", ["T501:88888"]),
        ("Niets. {# erkend T501: voor niets #}", ["C401:T501"]),
        ("{% if bekend(instroom) %}Niets.{% endif %} {# erkend T501: elders wel #}", []),
        ("Zo telt men 12 mensen. {# erkend C999: x #}", ["T501:12", "C401:C999"]),
    ],
)
def test_what_no_acknowledgement_is(text: str, expected: list[str], root: Path) -> None:
    assert said(root, text) == expected


def test_an_acknowledgement_alone_on_a_line_is_for_the_next_only(root: Path) -> None:
    alone = "{# erkend T501: geteld #}\n      Er waren 12345 mensen.\n      En 54321 mensen."
    assert said(root, alone)[0].startswith("T501")
    assert len(said(root, alone)) == 1
    assert len(said(root, "{# erkend T501: geteld #} Er zijn 12345 mensen.\n      En 54321 mensen.")) == 1
