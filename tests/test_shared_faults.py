"""A stage says by its value whether it succeeded: a fault that was told before, and so is not told again, still is one.

A fault is told once. So where two places share a faulty text (through an alias of YAML), or a second report is made of
the same file, the second time nothing is added to the findings. Whoever asked those whether all went well went on with
what was not there.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

import pytest
from click.testing import CliRunner

from rapportage.cli.main import cli
from rapportage.diagnostics import Finding, Findings
from rapportage.input.project import Project
from rapportage.pipeline import BuildRequest, build, compose
from tests.faults import ROOT, samples
from tests.input.images.files import png
from tests.shared_faults import FAULTS, MAY_BE, places, shared, written

SAMPLES = {
    "kerncijfers": ("2020-05", "2020-04"),
    "asieltrends": ("2020-04", "2020-05"),
    "instroom-week": ("2024-W05", "2024-W04"),
    "grafieken": ("2020-05", "2020-04"),
    "vreemdelingenketen": ("2020-H1", "2019-H1"),
}
"""Each with two periods of which a file is there."""
DATA = """\
periode: 2020-{month}
uitgave: {{datum: 2020-0{next}-24}}
bronnen: {{ind: {{titel: Instroom, uitgever: IND, datum: 2020-06-24}}}}
cijfers:
  aanvragen:
    {{titel: Aanvragen, eenheid: aanvragen, bron: ind, totaal: 160, naar: {{land: {{Syrië: 100, Turkije: 60}}}}}}
teksten: {{slot: 'Tot zover {{{{ aanvragen }}}}.'}}
bijschriften: {{lijnen: {{2020-04: Grenzen dicht}}}}
"""
LAYOUT = """\
titel: Proef
ondertitel: Van alles
auteur: Wij
onderwerp: Proeven
trefwoorden: [proef]
omslag: {afzender: Wij}
inhoudsopgave: {titel: Inhoud}
begrippen: {aanvraag: Een vraag}
afkortingen: {IND: Een dienst}
noten: {uitleg: Een noot, losse: Een andere}
blokken:
  - als: "{{ aanvragen > 1 }}"
    tekst: Woorden over {{ aanvragen }}[^uitleg].
  - kop: {tekst: Kop, id: kop}
  - tekst: {inhoud: 'Zie [](#tabel) en [](#kop).', stijl: inleiding}
  - passage: slot
  - opsomming: [Een, {tekst: Twee, punten: [Drie]}]
  - kader: {titel: Let op, inhoud: Woorden}
  - citaat: {inhoud: Woorden, bron: Iemand}
  - kerncijfers:
      - {kop: Aanvragen, waarde: "{{ aanvragen }}", toelichting: van ons, trend: {vanaf: 2020-04, cijfers: aanvragen}}
  - tabel:
      id: tabel
      titel: Landen
      rijkop: Land
      rijen: "{{ aanvragen | top(2) }}"
      rest: overig
      totaal: totaal
      toelichting: Zie de noot[^losse].
      kolommen:
        - {kop: aantal, groep: deze maand, waarde: "{{ rij }}"}
        - {kop: verloop, trend: {vanaf: 2020-04}}
  - tabel:
      titel: Met de hand
      rijkop: Wat
      rijen:
        - {kop: Groep, soort: groep, delen: "{{ aanvragen | top(1) }}"}
        - {kop: Alles, cijfer: "{{ aanvragen }}", als: "{{ aanvragen > 1 }}"}
        - {kop: Cellen, cellen: ["{{ aanvragen }}"]}
      kolommen: [{kop: aantal, waarde: "{{ rij }}"}]
  - tabel:
      titel: Vergeleken
      rijkop: Wat
      rijen: [{kop: Alles, cijfer: "{{ aanvragen }}"}]
      vergelijking: {perioden: ["{{ periode.vorige }}", "{{ periode }}"], verandering: [verschil]}
  - grafiek:
      id: lijnen
      titel: Verloop
      soort: lijn
      boodschap: Het steeg
      alternatief: Een lijn
      vanaf: 2020-04
      reeksen: [{naam: Aanvragen, cijfers: ["{{ aanvragen }}"]}]
      bijschriften: {2020-05: Grenzen open}
  - grafiek:
      {titel: Naar land, soort: liggende staaf, cijfers: "{{ aanvragen | top(2) }}",
       reeksen: [{naam: Nu, waarde: "{{ rij }}"}, {naam: Toen, waarde: "{{ rij.vorige }}"}]}
  - grafiek: {titel: Delen, soort: aandeel, cijfers: "{{ aanvragen | top(1) }}", rest: overig}
  - grafiek: {titel: Twee, soort: verloop, perioden: ["{{ periode.vorige }}", "{{ periode }}"],
              reeksen: "{{ aanvragen | top(2) }}"}
  - grafiek: {titel: In de tabel, soort: liggende staaf, tabel: tabel, cijfers: "{{ aanvragen | top(2) }}"}
  - stroomschema:
      titel: Stappen
      alternatief: Eerst het een, dan het ander
      banen: [wij]
      stappen: [{een: Begin, baan: wij, naar: [{twee: goed}]}, {twee: Eind, baan: wij}]
  - afbeelding: {bestand: k.png, titel: Kaart, alternatief: Een vlak, bron: Wij}
  - colofon: {regels: {Uitgave: Ministerie}}
  - begrippenlijst
  - afkortingenlijst
  - bronnenlijst
"""
"""A layout that has every place for a text or a figure."""


class Told(Findings):
    """Findings that count what they are told, also what they have already."""

    errors: int = 0

    def add(self, finding: Finding) -> None:
        self.errors += finding.is_error
        super().add(finding)


def made_twice(name: str, periods: Sequence[str], project: Project) -> list[bool]:
    """Whether the reports over these periods could be made; there is one exactly where no fault was told."""
    findings, made = project.findings, []
    assert isinstance(findings, Told)
    for period in periods:
        before = findings.errors
        document = compose(BuildRequest(name, period, project.folder), findings, project)
        assert (document is None) == (findings.errors > before)
        made.append(document is not None)
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("proef")
    for name in ("data", "layouts"):
        (folder / name).mkdir()
    for month in (4, 5):
        text = DATA.format(month=f"{month:02}", next=month + 1)
        (folder / "data" / f"2020-{month:02}.yaml").write_text(text, encoding="utf-8")
    (folder / "k.png").write_bytes(png(400, 300))
    return folder


def test_the_layout_is_right_without_a_planted_fault(folder: Path) -> None:
    findings = Findings()
    written(folder, "goed", LAYOUT)
    assert build(BuildRequest("goed", "2020-05", folder), findings) is not None, [*findings]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_shared_fault_is_a_fault_in_every_place(fault: str, folder: Path) -> None:
    """In the report itself, and in a second report that tells of nothing new."""
    project = Project(folder, Told())
    found = [*places(LAYOUT)]
    assert len(found) > 80
    for number, place in enumerate(found):
        name = f"{fault}-{number}"
        written(folder, name, shared(LAYOUT, place, FAULTS[fault]))
        made = made_twice(name, ("2020-05", "2020-04"), project)
        assert fault == MAY_BE or made == [False, False], place


@pytest.mark.parametrize("name", SAMPLES)
def test_a_shared_fault_in_the_samples(name: str, tmp_path: Path) -> None:
    """Each kind of place that no layout before has, with one of the faults, made twice with what is told in common."""
    earlier = [*SAMPLES][: [*SAMPLES].index(name)]
    seen = {str(place) for each in (LAYOUT, *map(sample, earlier)) for place in places(each)}
    layout = sample(name)
    samples(tmp_path)
    project = Project(tmp_path, Told())
    found = [each for each in places(layout) if str(each) not in seen]
    assert len(found) > 5
    for number, (place, fault) in enumerate(zip(found, cycle(FAULTS.values()))):  # a cycle has no end
        planted = f"proef-{number}"
        written(tmp_path, planted, shared(layout, place, fault))
        assert fault == FAULTS[MAY_BE] or made_twice(planted, SAMPLES[name], project) == [False, False], place


def sample(name: str) -> str:
    return (ROOT / "layouts" / f"{name}.yaml").read_text(encoding="utf-8")


def test_the_commands_end_with_1(folder: Path) -> None:
    place = next(each for each in places(LAYOUT) if str(each) == "blokken/grafiek/[lijn]reeksen/cijfers")
    written(folder, "fout", shared(LAYOUT, place, FAULTS["an unknown name"]))
    project = ["--project", str(folder)]
    for command in (
        ["build", "fout", "2020-05", "-o", str(folder / "fout.pdf")],
        ["check", "fout", "2020-05", "fout", "2020-04"],
        ["diff", "fout", "2020-04", "2020-05"],
        ["trace", "fout", "2020-05"],
    ):
        done = CliRunner().invoke(cli, [*command, *project])
        assert done.exit_code == 1, (command, done.output, done.exception)
        assert "T105" in done.output
