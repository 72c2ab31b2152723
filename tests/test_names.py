"""A name is one name in every place where it can stand, however it was typed."""

from __future__ import annotations

import random
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Literal
from unicodedata import combining, normalize

import pytest

from rapportage.cli.main import _run
from rapportage.diagnostics import Findings
from rapportage.input.files import as_on_disk
from rapportage.pipeline import BuildRequest, BuildResult, build
from rapportage.proof.comparing import compare
from rapportage.proof.inspection import read_said
from rapportage.proof.tracing import trace_report
from tests.dump import dump
from tests.faults import PERIOD as PERIOD_341
from tests.faults import built, project

Form = Literal["NFC", "NFD"]
NAMES = ("Syrië", "Côte d’Ivoire", "São Tomé en Príncipe", "coördinatie", "é", "Curaçao 2", "blíj")
UNSEEN = "\u00ad\u200b\u2060\u034f\ufe0f"
SPACES = "\u00a0\u2009\u202f\u3000"

PERIOD = """\
periode: 2020-{month}
uitgave: {{datum: 2020-{published}-24}}
bronnen:
  "{of[bron ë]}": {{titel: "Bron {month}", uitgever: Bureau, datum: 2020-{published}-01}}
cijfers:
  aanvragen:
    titel: Aanvragen
    eenheid: "{of[aanvragen ï]}"
    bron: "{of[bron ë]}"
    totaal: {total}
    naar:
      "{of[naar länd]}": {{{figures}}}
{rest}"""
REST = """\
herzien:
  2020-04:
    aanvragen: {{bron: ["{of[bron ë]}"], naar: {{"{of[naar länd]}": {{"{of[Syrië]}": 31}}}}}}
teksten:
  "{of[duïding]}": Een passage.
bijschriften:
  "{of[grafïek]}": {{2020-05: Hier}}
"""
LAYOUT = """\
titel: Proef
auteur: Wij
noten: {{"{of[nöot]}": Een noot.}}
begrippen: {{"{of[coördinatie x]}": Uitleg.}}
geheimhouding: {{drempel: 3, ook: [{{reeks: aanvragen, onderdeel: "{of[Côte d’Ivoire]}"}}]}}
blokken:
  - kop: {{tekst: Kop, id: "{of[kóp]}"}}
  - tekst: |
      De coördinatie x begint. Het zijn er {{{{ aanvragen['{of[Syrië]}'] }}}}.
      Dat was {{{{ aanvragen['{of[Syrië]}'].vorige }}}}.
      {{% if (aanvragen | bekende | top(1) | namen) == '{of[Syrië]}' %}}Dat is het meest.{{% endif %}}
      Zie [](#{of[kóp]}) en [](#{of[tábel]}).[^{of[nöot]}]
  - passage: "{of[duïding]}"
  - tabel:
      id: "{of[tábel]}"
      titel: Landen
      rijkop: Land
      rijen: "{{{{ aanvragen | bekende }}}}"
      kolommen: [{{kop: mei, waarde: "{{{{ rij }}}}"}}, {{kop: april, waarde: "{{{{ rij.vorige }}}}"}}]
  - grafiek:
      id: "{of[grafïek]}"
      titel: Landen
      soort: lijn
      vanaf: 2020-04
      reeksen: [{{naam: Syrië, cijfers: "{{{{ aanvragen['{of[Syrië]}'] }}}}"}}]
      tabel: "{of[tábel]}"
  - stroomschema:
      titel: Stappen
      stappen:
        - {{id: "{of[stáp]}", tekst: Eén, naar: "{of[éinde]}"}}
        - {{id: "{of[éinde]}", tekst: Twee, soort: einde}}
  - begrippenlijst
  - bronvermelding
"""


class Names:
    """Each name as it is typed in one place of one file."""

    def __init__(self, typed: Callable[[str], str]) -> None:
        self._typed = typed

    def __getitem__(self, name: str) -> str:
        return self._typed(name)


def as_it_is(name: str) -> str:
    return name


def typed_by(chance: random.Random) -> Callable[[str], str]:
    """Another form of a name at each place: composed or not, with other spaces and with what nobody sees."""

    def typed(name: str) -> str:
        made = normalize(chance.choice(["NFC", "NFD"]), name)
        made = "".join(chance.choice(SPACES) if char == " " and chance.random() < 0.5 else char for char in made)
        if chance.random() < 0.5:
            at = chance.choice([place for place, char in enumerate(f"{made}.") if not combining(char)])
            made = made[:at] + chance.choice(UNSEEN) + made[at:]
        return made

    return typed


def written(folder: Path, typed: Callable[[str], str]) -> Path:
    of = Names(typed)
    for month, published, extra in (("04", "05", 0), ("05", "06", 10)):
        figures = ", ".join(f'"{of[name]}": {30 + extra - place}' for place, name in enumerate(NAMES))
        rest = REST.format(of=of) if month == "05" else ""
        text = PERIOD.format(of=of, month=month, published=published, total=300 + extra, figures=figures, rest=rest)
        (folder / "data").mkdir(parents=True, exist_ok=True)
        (folder / "data" / f"2020-{month}.yaml").write_text(text, encoding="utf-8")
    (folder / "layouts").mkdir(exist_ok=True)
    (folder / "layouts" / f"{typed('prôef')}.yaml").write_text(LAYOUT.format(of=of), encoding="utf-8")
    return folder


def made(folder: Path) -> BuildResult:
    findings = Findings()
    result = build(BuildRequest("prôef", "2020-05", folder), findings)
    assert result is not None, [f"{item.span} {item.code} {item.message}" for item in findings]
    assert [item for item in findings if item.code != "C305"] == []
    return result


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    return made(written(tmp_path_factory.mktemp("gewoon"), as_it_is))


@pytest.mark.parametrize("seed", range(6))
def test_every_way_of_typing_makes_the_same_report(tmp_path: Path, expected: BuildResult, seed: int) -> None:
    result = made(written(tmp_path, typed_by(random.Random(seed))))
    assert dump(result.document) == dump(expected.document)
    assert result.pdf == expected.pdf
    reports = [
        trace_report(each.document, each.drawings, read_said(each.pdf), "2020-05") for each in (expected, result)
    ]
    assert [report.faults for report in reports] == [(), ()]
    comparison = compare(reports[0], reports[1], "oud", "nieuw")
    assert (comparison.figures, comparison.statements, comparison.same) == ((), (), len(reports[0].figures))


@pytest.mark.parametrize("seed", range(3))
def test_the_next_period_is_made_of_any_form(tmp_path: Path, seed: int) -> None:
    folder = written(tmp_path, typed_by(random.Random(seed)))
    assert _run(["new", "2020-06\u00a0", "--van", " 2020-05", "--project", str(folder)]) == 0
    made = (folder / "data" / "2020-06.yaml").read_text(encoding="utf-8")
    names = [line.split('"')[1] for line in made.split("\n") if line.startswith('      "')]
    kept = (folder / "data" / "2020-05.yaml").read_text(encoding="utf-8")
    assert names
    assert all(f'"{name}"' in kept for name in names)  # as they were typed, to the byte


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_on_the_command_line(tmp_path: Path, form: Form) -> None:
    folder = written(tmp_path, as_it_is)
    chart, layout = normalize(form, "grafïek\u200b"), normalize(form, "prôef")
    where = ["--project", str(folder), "-o"]
    assert _run(["chart", layout, "2020-05", chart, *where, str(tmp_path / "een.svg")]) == 0
    assert _run(["build", layout, "2020-05", *where, str(tmp_path / "een.pdf")]) == 0


STYLE = """\
lettertypen: {gewoon: "lettertypen/ë.ttf", vet: "lettertypen/ë.ttf",
  schuin: "lettertypen/ë.ttf", vet-schuin: "lettertypen/ë.ttf"}
logo: {bestand: "beeld map/lógo.svg", alternatief: Logo}
"""


@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
@pytest.mark.parametrize("in_file", ["NFC", "NFD"])
def test_files_are_found_in_either_form(tmp_path: Path, on_disk: Form, in_file: Form) -> None:
    layout = (
        "titel: Proef\nhuisstijl: hüis\nomslag: {afzender: Wij}\nblokken:\n"
        '  - afbeelding: {bestand: "beeld map/lógo.svg", titel: Beeld, alternatief: Vlak.}\n'
    )
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9" height="9"/></svg>'
    folder = project(tmp_path, layout=normalize(in_file, layout))
    font = (files("font_source_sans_pro") / "files" / "SourceSansPro-Regular.ttf").read_bytes()
    for name, data in (
        ("beeld  map/lógo.svg", drawing.encode()),
        ("huisstijlen/hüis.yaml", normalize(in_file, STYLE).encode()),
        ("lettertypen/ë.ttf", font),
    ):
        path = folder / normalize(on_disk, name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    result, findings = built(folder)
    assert result is not None, [f"{item.code} {item.message}" for item in findings]
    assert all(path.is_file() for path in result.read)


def test_no_folder_outside_the_project_is_looked_into(tmp_path: Path) -> None:
    (tmp_path / "buiten").mkdir()
    (tmp_path / "buiten" / normalize("NFD", "é.svg")).write_text("<svg/>", encoding="utf-8")
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path / "buiten")
    for name in ("../buiten/é.svg", "link/é.svg", str(tmp_path / "buiten" / "é.svg")):
        assert as_on_disk(folder, name) == folder / name


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "  "])
def test_a_term_is_linked_whatever_spaces_stand_in_it(tmp_path: Path, space: str) -> None:
    layout = (
        'titel: x\nbegrippen: {"in\u00a0behandeling": Uitleg.}\nblokken:\n'
        f"  - tekst: Het is in{space}behandeling.\n  - begrippenlijst\n"
    )
    result, _ = built(project(tmp_path, layout=layout))
    assert result is not None
    assert "begrip-in-behandeling" in dump(result.document).partition("Uitleg.")[0]


@pytest.mark.parametrize("char", ["\u2063", "\u206a", "\ufff9", "\U000e0041", "\u200e"])
def test_what_nobody_sees_and_has_no_use_is_refused(tmp_path: Path, char: str) -> None:
    _, findings = built(project(tmp_path, text=f"Een{char}twee."))
    assert [(item.code, item.span and item.span.column) for item in findings] == [("L107", 10)]


@pytest.mark.parametrize(
    ("typed", "place"), [("34\u200b1", "341"), ("341\u00a0", "341"), ("\u00ad341", "341"), ("341\u3000", "341")]
)
def test_a_figure_with_what_nobody_sees_is_told_so(tmp_path: Path, typed: str, place: str) -> None:
    _, findings = built(project(tmp_path, period=PERIOD_341.replace("totaal: 341", f"totaal: {typed}", 1)))
    (found,) = findings
    assert found.code == "C102"
    assert f"bij '{place}' staat een teken dat niet te zien is (U+" in found.message


def test_an_expression_with_what_nobody_sees_is_told_so(tmp_path: Path) -> None:
    _, findings = built(project(tmp_path, text="{{ aan\u200bvragen }}"))
    assert ["U+200B" in item.message for item in findings] == [True]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("style", ["|", ">-", '"'])
def test_a_fault_behind_an_accent_is_told_at_its_column(tmp_path: Path, form: Form, style: str) -> None:
    words = normalize(form, "Syrië, coördinatie: ")
    value = f'"{words}{{{{ niets }}}}"' if style == '"' else f"{style}\n      {words}{{{{ niets }}}}"
    layout = f"titel: x\nblokken:\n  - tekst: {value}\n"
    _, findings = built(project(tmp_path, layout=layout))
    (found,) = findings
    assert found.span is not None
    assert found.span.file.line(found.span.line)[found.span.column - 1 :][: found.span.length] == "niets"
