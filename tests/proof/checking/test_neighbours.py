"""Two numbers in a row: found in every place, and left alone where they belong together."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rapportage.diagnostics import Findings, Severity
from rapportage.pipeline import BuildRequest, check
from tests.faults import ROOT

FIRST, BEFORE = "{{ eerste_aanvragen }}", "{{ eerste_aanvragen.vorige }}"  # 341 in May, 270 in April
SYRIA = "{{ eerste_aanvragen['Syrië'] }}"  # 106
SHARE = "{{ eerste_aanvragen['Syrië'].aandeel | pct }}"  # 31%
MONTH, YEAR = "{{ periode | naam }}", "{{ periode.jaar }}"  # mei 2020, 2020
UNTIL = "{{ eerste_aanvragen | verandering(eerste_aanvragen.vorige) }}"  # gestegen van 270 naar 341

WRONG = [
    (f"In 2020 {FIRST} mensen.", "2020 341"),
    (f"In {MONTH} {FIRST} aanvragen.", "2020 341"),
    (f"In {YEAR} {FIRST} aanvragen.", "2020 341"),
    (f"De KMar trof in 2020 {FIRST} mensen aan.", "2020 341"),
    ("In 2019 910 inklimmers.", "2019 910"),
    ("In week 22 12.350 mensen.", "22 12.350"),
    ("Voor 6 12-jarigen en hun ouders.", "6 12"),
    (f"In **2020** {FIRST} mensen.", "2020 341"),
    (f"In *2020* **{FIRST}** mensen.", "2020 341"),
    (f"In 2020 **{FIRST}** mensen.", "2020 341"),
    (f"In **2020 {FIRST}** mensen.", "2020 341"),
    (f"In [2020](https://ind.nl) {FIRST} mensen.", "2020 341"),
    (f"In 2020 [{FIRST} mensen](https://ind.nl).", "2020 341"),
    (f"In 2020\u00a0{FIRST} mensen.", "2020 341"),
    (f"In 2020\u202f{FIRST} mensen.", "2020 341"),
    (f"In 2020\n      {FIRST} mensen.", "2020 341"),
    (f"In 2020  {FIRST} mensen.", "2020 341"),
    (f"{FIRST} {BEFORE} {{# erkend T504: proef #}}", "341 270"),
    (f"Er kwamen {FIRST} 12-jarigen.", "341 12"),
    (f"Er kwamen {FIRST} 65-plussers.", "341 65"),
    (f"Uit Syrië {SHARE} {FIRST}.", "31% 341"),
    (f"Op 31 mei 2020 {FIRST} mensen.", "2020 341"),
    (f"Sinds 2018-2019 {FIRST} mensen.", "2018-2019 341"),
    (f"Sinds 2018/19 {FIRST} mensen.", "2018/19 341"),
    (f"Sinds 2018–2019 {FIRST} mensen.", "2018–2019 341"),
    (f"Volgens de Vreemdelingenwet 2000 {FIRST} mensen.", "2000 341"),
    (f"In spoor 4 {FIRST} mensen.", "4 341"),
    (f"In week 22 {FIRST} mensen.", "22 341"),
    (f"In week 22 van 2020 {FIRST} mensen.", "2020 341"),
    (f"Van de {FIRST} {SYRIA} uit Syrië.", "341 106"),
    (f"- in 2020 {FIRST} mensen;\n      - in april niet.", "2020 341"),
    (f"1. In 2020 {FIRST} mensen.", "2020 341"),
    (f"Het aantal is {UNTIL} {FIRST}.", "341 341"),
    (f"{{% if bekend(eerste_aanvragen) %}}In 2020{{% endif %}} {FIRST} mensen.", "2020 341"),
    (f"In 2020 {{# hier #}}{FIRST} mensen.", "2020 341"),
    (f"Het jaar 2020 {FIRST}-maal.", "2020 341"),
    (f"In 2020, mei: in 2020 {FIRST} mensen.", "2020 341"),
    (f"In 2020 _{FIRST}_ mensen.", "2020 341"),
]

RIGHT = [
    "Het waren er in 2016 1.280 in totaal.",
    "In 2020 12.350 mensen.",
    f"In 2020 {SHARE} uit Syrië.",
    f"Eind 2020 +{FIRST} mensen.",
    "Sinds 2018/19 3,7 per duizend.",
    f"In 2020 in totaal {FIRST} mensen.",
    f"In {MONTH} waren het er {FIRST}.",
    f"{FIRST} mensen in {YEAR}.",
    f"In 2020, {FIRST} mensen.",
    f"In april en mei {BEFORE} en {FIRST} mensen.",
    f"In mei 2020 ({FIRST}).",
    f"Mei 2020: {FIRST} mensen.",
    f"In 2020 ongeveer {FIRST} mensen.",
    f"In 2020 waren dat er {FIRST}, ofwel {SHARE}.",
    f"Uit Syrië ({SYRIA}) {FIRST} niet.",
    f"Van de {FIRST} waren er {SYRIA} uit Syrië.",
    "Op 30 juni 2020 ging het open.",
    "Op 24 juni 2020 om 10.30 uur.",
    "Op 24 juni 2020 10.30 uur.",
    "Op 24 juni 2020 10:30 uur.",
    "Tussen 9.00 en 17.00 uur.",
    "Telefoon 070 370 79 11.",
    "Bel 06 12345678.",
    "Bel +31 70 370 79 11.",
    "Kamerstuk 19 637, nr. 2603.",
    "Kamerstukken II 2019/20, 19 637, nr. 2603.",
    "Kamerstuk 19\u00a0637 2603.",
    "Zie artikel 3 2e lid.",
    "Zie artikel 3, tweede lid, en artikel 4.",
    "In week 24 2024 was het rustig.",
    "In week 22 2020 was het rustig.",
    "De weken 22 en 23 2020 waren rustig.",
    "Versie 3 2020 van de brochure.",
    "Het waren er 12\u2009350.",
    "Het waren er 12\u202f350.",
    "Het waren er 12\u00a0350.",
    "De periode 2018–2019 was rustig.",
    "De periode 2018 – 2019 was rustig.",
    "De jaren 2018, 2019 en 2020.",
    "In 2019 en 2020.",
    "Zie het 2e kwartaal 2020 en het 2e 2-wekelijkse overleg.",
    "Rijnstraat 8 2515 XP Den Haag.",
    "De COVID-19 2020-regels.",
    f"Zie [](#figuren) {FIRST}.",
    f"In 2020. {FIRST} mensen kwamen.",
    f"In 2020\n\n      {FIRST} mensen kwamen.",
    f"- in 2020\n      - {FIRST} mensen",
    f"1. in 2020\n      2. {FIRST} mensen",
    "De Q1 2020-cijfers, in A4 2 keer.",
    "Het duurde 2 1/2 jaar.",
    f"In 2020 € {FIRST}.",
    f"In 2020 × {FIRST}.",
    f"De top 3 2020 telt {FIRST} mensen.",
    f"Het aantal is {UNTIL}, in 2020.",
    "Rekening 0417 1643 00.",
    "In 2020 12e-eeuwse kerken, in 2020 3D-brillen.",
    "In 2020 40 mensen.",
    f"In 2020 {FIRST} duizend mensen.",
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample data, with room for a layout."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "data", folder / "data")
    (folder / "layouts").mkdir()
    return folder


def neighbours(root: Path, blocks: str) -> list[str]:
    """What is said of two numbers in a row in a layout with these blocks, each with the place it points at."""
    (root / "layouts" / "proef.yaml").write_text(f"titel: Proef\nblokken:\n{blocks}", encoding="utf-8")
    findings = Findings()
    check([BuildRequest("proef", "2020-05", root)], root, findings)
    assert not [each for each in findings if each.severity is Severity.ERROR], [str(each) for each in findings]
    return [each.message for each in findings if each.code == "T511"]


def in_text(text: str) -> str:
    return f"  - tekst: |\n      {text}\n  - kop: {{tekst: Figuren, id: figuren}}\n"


@pytest.mark.parametrize(("text", "pair"), WRONG)
def test_two_numbers_in_a_row_are_found(root: Path, text: str, pair: str) -> None:
    assert neighbours(root, in_text(text)) == [f"twee getallen naast elkaar: '{pair}'"]


@pytest.mark.parametrize("text", RIGHT)
def test_what_belongs_together_is_left_alone(root: Path, text: str) -> None:
    assert neighbours(root, in_text(text)) == []


IN_2020 = f"In 2020 {FIRST}"
PLACES = {
    "paragraph": f"  - tekst: {IN_2020} mensen.\n",
    "list": f"  - tekst: |\n      Over mei:\n\n      - {IN_2020} mensen;\n      - in april minder.\n",
    "heading": f"  - kop: {IN_2020} mensen\n",
    "note": f"  - tekst: Er waren mensen[^a].\nnoten: {{a: '{IN_2020} mensen.'}}\n",
    "box": f"  - kader:\n      titel: Mei\n      inhoud: {IN_2020} mensen.\n",
    "title of a box": f"  - kader:\n      titel: {IN_2020} mensen\n      inhoud: Dat is alles.\n",
    "remark of a card": f"  - kerncijfers:\n      - {{kop: Mei, waarde: '{FIRST}', toelichting: '{IN_2020}'}}\n",
    "caption of a table": (
        f"  - tabel:\n      titel: {IN_2020} mensen\n      rijkop: Land\n"
        "      rijen: '{{ eerste_aanvragen | top(3) }}'\n      kolommen: [{kop: aantal, waarde: '{{ rij }}'}]\n"
    ),
    "headline of a chart": (
        f"  - grafiek:\n      titel: Eerste aanvragen\n      boodschap: {IN_2020} mensen\n      soort: liggende staaf\n"
        "      cijfers: '{{ eerste_aanvragen | top(3) }}'\n"
    ),
    "alternative of a chart": (
        f"  - grafiek:\n      titel: Eerste aanvragen\n      alternatief: {IN_2020} mensen\n"
        "      soort: liggende staaf\n      cijfers: '{{ eerste_aanvragen | top(3) }}'\n"
    ),
}


@pytest.mark.parametrize("place", PLACES)
def test_two_numbers_in_a_row_are_found_in_every_place(root: Path, place: str) -> None:
    assert neighbours(root, PLACES[place]) == ["twee getallen naast elkaar: '2020 341'"]


def test_figures_in_cells_of_a_table_are_no_neighbours(root: Path) -> None:
    table = (
        "  - tabel:\n      titel: Eerste aanvragen\n      rijkop: Jaar\n"
        "      rijen: [{kop: '2020', cijfer: '{{ eerste_aanvragen }}'}]\n"
        "      kolommen:\n        - {groep: '2020', kop: aantal, waarde: '{{ rij }}'}\n"
        "        - {groep: '2020', kop: april, waarde: '{{ rij.vorige }}'}\n"
    )
    assert neighbours(root, table) == []


def test_the_finding_points_at_the_second_number_and_says_how_to_mend_it(root: Path) -> None:
    (root / "layouts" / "proef.yaml").write_text(f"titel: Proef\nblokken:\n  - tekst: {IN_2020} mensen.\n", "utf-8")
    findings = Findings()
    check([BuildRequest("proef", "2020-05", root)], root, findings)
    (finding,) = findings
    assert finding.span is not None
    assert (finding.span.line, finding.span.column, finding.span.length) == (3, 23, 16)
    assert finding.hint is not None
    assert "'in 2020 in totaal 341'" in finding.hint


def test_it_can_be_acknowledged(root: Path) -> None:
    text = f"{IN_2020} mensen. {{# erkend T511: zo heet de regeling #}}"
    assert neighbours(root, in_text(text)) == []
