"""What a new period, revision or build shows and says otherwise."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from rapportage.diagnostics import Findings
from rapportage.document import contents, plain_text
from rapportage.pipeline import BuildRequest, BuildResult, build, typeset
from rapportage.proof.comparing import Change, Comparison, as_html, as_json, as_text, compare, marked
from rapportage.proof.comparing.marking import NOTICE
from rapportage.proof.comparing.statements import skeleton
from rapportage.proof.inspection import read_said, structural_faults
from rapportage.proof.tracing import TraceReport, trace_report
from tests.cli.test_commands import run
from tests.faults import PERIOD, ROOT, project


def traced(folder: Path, layout: str = "proef", period: str = "2020-05") -> tuple[TraceReport, BuildResult]:
    findings = Findings()
    result = build(BuildRequest(layout, period, folder), findings)
    assert result is not None, list(findings)
    report = trace_report(result.document, result.drawings, read_said(result.pdf), period, result.logo)
    return report, result


def compared(tmp_path: Path, old: dict[str, str], new: dict[str, str]) -> Comparison:
    reports = [traced(project(tmp_path / name, **parts))[0] for name, parts in (("oud", old), ("nieuw", new))]
    return compare(reports[0], reports[1], "oud", "nieuw")


def values(comparison: Comparison) -> list[tuple[Change, str | None, str | None]]:
    return [
        (each.change, each.was.shown if each.was else None, each.now.shown if each.now else None)
        for each in comparison.figures
    ]


TEXT = "Er waren {{ aanvragen }}. Uit Syrië kwamen er {{ aanvragen['Syrië'] }}, uit Turkije {{ aanvragen['Turkije'] }}."


# --- Figures and sentences ------------------------------------------------------------------------


@pytest.mark.parametrize(("kept", "is_same"), [(9, True), (7, True), (6, False), (5, False), (3, False)])
def test_a_sentence_is_the_same_one_when_more_than_six_in_ten_words_are(
    tmp_path: Path, kept: int, is_same: bool
) -> None:
    words = ["mensen", "die", "hier", "asiel", "vroegen", "kwamen", "vooral", "uit", "een", "stad"]
    others = ["zoals", "vaker", "gezegd", "bleef", "alles", "toen", "verder", "vrij", "rustig", "genoeg"]
    old, new = (f"Toen {' '.join(each)}." for each in (words[1:], [*words[1:kept], *others[: 10 - kept]]))
    (found,) = {tuple(each.change for each in compared(tmp_path, {"text": old}, {"text": new}).statements)}
    assert found == ((Change.CHANGED,) if is_same else (Change.ADDED, Change.DROPPED))


def test_a_month_is_told_apart_from_its_year_in_the_skeleton_of_a_sentence() -> None:
    assert skeleton("In mei 2020, of in heel 2020.") == skeleton("In juni 2021, of in heel 2021.")


def test_nothing_changed(tmp_path: Path) -> None:
    found = compared(tmp_path, {"text": TEXT}, {"text": TEXT})
    assert (found.figures, found.statements, found.same) == ((), (), 3)


def test_a_changed_figure_with_what_lies_behind_it(tmp_path: Path) -> None:
    new = PERIOD.replace("Syrië: 106", "Syrië: 107")
    found = compared(tmp_path, {"text": TEXT}, {"text": TEXT, "period": new})
    assert values(found) == [(Change.CHANGED, "106", "107")]
    (change,) = found.figures[0].inputs
    assert change.was is not None
    assert change.now is not None
    assert (change.was.text, change.now.text, change.now.series) == ("106", "107", "aanvragen")
    assert (change.now.span.line if change.now.span else 0) == 12
    assert (found.statements, found.same) == ((), 2)


def test_a_sentence_put_in_shifts_nothing(tmp_path: Path) -> None:
    more = "Nieuw is {{ aanvragen['onbekend'] }} van wie het niet bekend is. " + TEXT
    found = compared(tmp_path, {"text": TEXT}, {"text": more})
    assert values(found) == [(Change.ADDED, None, "26")]
    assert [(each.change, each.here.text) for each in found.statements] == [
        (Change.ADDED, "Nieuw is 26 van wie het niet bekend is.")
    ]
    found = compared(tmp_path, {"text": more}, {"text": TEXT})
    assert values(found) == [(Change.DROPPED, "26", None)]


def test_a_row_put_in_shifts_nothing(tmp_path: Path) -> None:
    table = (
        "titel: Proef\nblokken:\n  - kop: Vraag\n  - tabel:\n      titel: Landen\n      rijkop: Land\n"
        '      rijen: "{{ aanvragen | alle | top(%d) }}"\n      kolommen: [{kop: aantal, waarde: "{{ rij }}"}]\n'
    )
    found = compared(tmp_path, {"layout": table % 1}, {"layout": table % 3})
    assert [change for change, _, _ in values(found)] == [Change.ADDED] * 2
    assert [each.here.place.row for each in found.figures] == ["onbekend", "Turkije"]


BLOCKS = """\
titel: Proef
blokken:
  - kop: Vraag
%s  - tabel:
      titel: Landen
      rijkop: Land
      rijen: "{{ aanvragen | alle | top(2) }}"
      kolommen: [{kop: aantal, waarde: "{{ rij }}"}]
%s  - grafiek: {%stitel: Landen in beeld, soort: liggende staaf, cijfers: "{{ aanvragen | alle | top(2) }}"}
  - kerncijfers:
%s      - kop: Totaal
        waarde: "{{ aanvragen }}"
      - kop: Turkije
        waarde: "{{ aanvragen['Turkije'] }}"
"""
OTHER = """\
  - tabel:
      titel: Onbekend
      rijkop: Soort
      rijen: [{kop: Onbekend, cijfer: "{{ aanvragen['onbekend'] }}"}]
      kolommen: [{kop: aantal, waarde: "{{ rij }}"}]
"""
CARD = """\
      - kop: Syrië
        waarde: "{{ aanvragen['Syrië'] }}"
"""


def test_a_block_put_in_shifts_no_block_without_an_id(tmp_path: Path) -> None:
    """Those ids count blocks: tables and figures are known by their captions, cards by their labels."""
    old = BLOCKS % ("", "", "", "")
    cases = {
        "alinea": (BLOCKS % ("  - tekst: Een alinea.\n", "", "", ""), 0),
        "tabel": (BLOCKS % (OTHER, "", "", ""), 1),
        "tussen": (BLOCKS % ("", OTHER, "", ""), 1),
        "kaart": (BLOCKS % ("", "", "", CARD), 1),
        "id": (BLOCKS % ("", "", "id: g, ", ""), 0),
    }
    for name, (new, added) in cases.items():
        found = compared(tmp_path / name, {"layout": old}, {"layout": new})
        assert [change for change, _, _ in values(found)] == [Change.ADDED] * added, name
        found = compared(tmp_path / name / "terug", {"layout": new}, {"layout": old})
        assert [change for change, _, _ in values(found)] == [Change.DROPPED] * added, name


def test_a_table_with_another_caption_is_known_by_its_number(tmp_path: Path) -> None:
    old = BLOCKS % ("", "", "", "")
    new = old.replace("titel: Landen\n", "titel: Herkomst\n")
    found = compared(tmp_path, {"layout": old}, {"layout": new, "period": PERIOD.replace("Syrië: 106", "Syrië: 107")})
    assert {change for change, _, _ in values(found)} == {Change.CHANGED}


def test_words_around_figures_that_are_others(tmp_path: Path) -> None:
    words = "Het aantal is {% if aanvragen > 300 %}gestegen{% else %}gedaald{% endif %} naar {{ aanvragen }}."
    found = compared(tmp_path, {"text": words}, {"text": words, "period": PERIOD.replace("totaal: 341", "totaal: 241")})
    (change,) = found.statements
    assert change.was is not None
    assert change.now is not None
    assert (change.was.text, change.now.text) == (
        "Het aantal is gestegen naar 341.",
        "Het aantal is gedaald naar 241.",
    )
    assert values(found) == [(Change.CHANGED, "341", "241")]
    assert "<mark>gestegen</mark>" in as_html(found)


def test_another_month_alone_says_nothing_else(tmp_path: Path) -> None:
    old = "In {{ periode | naam }} waren er {{ aanvragen }}. Sinds april 2020 geldt dat."
    new = old.replace("april 2020", "mei 2020")
    assert compared(tmp_path, {"text": old}, {"text": new}).statements == ()


def test_two_periods_of_asieltrends(golden: Callable[[str, str], None]) -> None:
    old, new = (traced(ROOT, "asieltrends", period)[0] for period in ("2020-04", "2020-05"))
    found = compare(old, new, "asieltrends 2020-04", "asieltrends 2020-05")
    shown = {(each.here.place.row, each.here.place.column): each for each in found.figures}
    restated = shown["Eerste aanvragen", "2020, apr"]
    assert restated.was is not None
    assert restated.now is not None
    assert (restated.change, restated.was.shown, restated.now.shown) == (Change.CHANGED, "273", "270")
    assert shown["Eerste aanvragen", "2020, mei"].change is Change.ADDED
    assert shown["Eerste aanvragen", "t.o.v. maart 2020, verschil"].change is Change.DROPPED
    golden("diff-asieltrends.txt", as_text(found))


# --- Forms ----------------------------------------------------------------------------------------


def test_json_and_html(tmp_path: Path) -> None:
    found = compared(tmp_path, {"text": TEXT}, {"text": TEXT, "period": PERIOD.replace("Syrië: 106", "Syrië: 107")})
    read = json.loads(as_json(found))
    assert (read["versie"], read["gelijke_cijfers"], read["zinnen"]) == (1, 2, [])
    assert (read["cijfers"][0]["wat"], read["cijfers"][0]["was"]["getoond"]) == ("gewijzigd", "106")
    assert read["cijfers"][0]["invoer"][0]["is"]["regel"] == 12
    page = as_html(found)
    assert page.startswith('<!DOCTYPE html>\n<html lang="nl">')
    assert 'scope="row"' in page
    assert not re.search(r"<script|src=|href=|url\(|@import", page)


def test_the_marked_pdf_says_what_was(tmp_path: Path) -> None:
    layout = (
        'titel: Proef\nblokken:\n  - kop: Vraag\n  - tekst: "Er waren {{ aanvragen }}."\n'
        "  - tabel:\n      titel: Landen\n      rijkop: Land\n"
        '      rijen: "{{ aanvragen | alle | top(2) }}"\n      kolommen: [{kop: aantal, waarde: "{{ rij }}"}]\n'
        '  - grafiek: {id: g, titel: Landen, soort: liggende staaf, cijfers: "{{ aanvragen | alle | top(2) }}"}\n'
    )
    old, _ = traced(project(tmp_path / "oud", layout=layout))
    period = PERIOD.replace("totaal: 341", "totaal: 342").replace("Syrië: 106", "Syrië: 107")
    new, result = traced(project(tmp_path / "nieuw", layout=layout, period=period))
    document = marked(result.document, compare(old, new, "oud", "nieuw"), result.style.family.missing)
    made = typeset(document, result.style, Findings())
    assert made is not None
    assert structural_faults(made.pdf) == []
    said = read_said(made.pdf)
    texts = ["".join(text for _, text in each.parts).replace("\u00ad", "") for each in said.utterances]
    assert texts[:2] == ["Vergelijking: Proef", NOTICE]
    assert "Er waren 342 [was 341]." in texts
    assert any(text.split() == ["107", "[was", "106]"] for text in texts)
    (below,) = [" ".join(text.split()) for text in texts if "Gewijzigd" in text]
    assert below.startswith("[Gewijzigd in figuur 1: Aanvragen, Syrië 107 (was 106).] Bron: IND")
    assert all("CONCEPT – niet voor publicatie" in page for page in said.aside)
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        assert "Vergelijking: Proef" in str(pdf.docinfo["/Title"])


def test_the_old_sentence_stands_right_behind_the_new_one(tmp_path: Path) -> None:
    """Also behind the mark of a note, a link, and between words of one run."""
    words = "{% if aanvragen > 300 %}gestegen{% else %}gedaald{% endif %}"
    text = (
        f"Het is {words}. Dat zegt de IND. Ook [hier {words}](https://ind.nl/). Dat is {words}.[^uitleg] "
        f"Zo was het {{{{ aanvragen }}}}. Het einde is {words}."
    )
    old, _ = traced(project(tmp_path / "oud", text=text))
    new, result = traced(project(tmp_path / "nieuw", text=text, period=PERIOD.replace("totaal: 341", "totaal: 241")))
    document = marked(result.document, compare(old, new, "oud", "nieuw"), result.style.family.missing)
    made = typeset(document, result.style, Findings())
    assert made is not None
    assert structural_faults(made.pdf) == []
    texts = ["".join(text for _, text in each.parts).replace("\u00ad", "") for each in read_said(made.pdf).utterances]
    (found,) = [" ".join(text.split()) for text in texts if "Dat zegt" in text]
    assert found == (
        "Het is gedaald. [zin gewijzigd, was: ‘Het is gestegen.’] Dat zegt de IND. "
        "Ook hier gedaald. [zin gewijzigd, was: ‘Ook hier gestegen.’] "
        "Dat is gedaald.1 [zin gewijzigd, was: ‘Dat is gestegen.’] "
        "Zo was het 241 [was 341]. Het einde is gedaald. [zin gewijzigd, was: ‘Het einde is gestegen.’]"
    )


def test_a_dropped_sentence_is_told_with_its_place(tmp_path: Path) -> None:
    """The same words may still be elsewhere in the report: then 'zin' alone would be untrue."""
    layout = (
        'titel: Proef\nblokken:\n  - kop: Vraag\n  - tekst: "Meer staat elders. Er waren {{ aanvragen }}."\n'
        "  - grafiek:\n      titel: Landen\n      soort: liggende staaf\n"
        '      cijfers: "{{ aanvragen | alle | top(2) }}"\n'
        "      alternatief: Twee landen.{% if aanvragen > 300 %} Meer staat elders.{% endif %}\n"
    )
    old, _ = traced(project(tmp_path / "oud", layout=layout))
    period = PERIOD.replace("totaal: 341", "totaal: 241")
    new, result = traced(project(tmp_path / "nieuw", layout=layout, period=period))
    found = marked(result.document, compare(old, new, "oud", "nieuw"), result.style.family.missing)
    told = [plain_text(each) for _, each in contents(found)]
    assert "alternatieve tekst: Figuur 1: Meer staat elders." in told
    assert "zin: Meer staat elders." not in told


# --- The command ----------------------------------------------------------------------------------


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Proef", "-c", "user.email=proef@example.nl"]
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


def test_old_words_in_signs_that_the_new_font_lacks_are_spelled(tmp_path: Path) -> None:
    """The old report was set in another font: nothing checked its words against that of the new one."""
    old, _ = traced(project(tmp_path / "oud", text="De Ω staat bij {{ aanvragen }}. Een Ψ is er ook."))
    new, result = traced(project(tmp_path / "nieuw", text="De O staat bij {{ aanvragen }}."))
    found = marked(result.document, compare(old, new, "oud", "nieuw"), lambda text: "".join(set("ΩΨ→") & set(text)))
    told = "".join(content for content in map(plain_text, (each for _, each in contents(found))))
    assert "[U+03A9] staat" in told
    assert "[U+03A8] is er ook" in told
    assert not set("ΩΨ→") & set(told)


def test_two_revisions_of_a_repository(tmp_path: Path) -> None:
    root = project(tmp_path / "archief" / "project", text=TEXT)
    git(root.parent, "init", "-q")
    for number, count in enumerate((106, 107, 108)):
        project(root, text=TEXT, period=PERIOD.replace("Syrië: 106", f"Syrië: {count}"))
        git(root.parent, "add", "-A")
        git(root.parent, "commit", "-q", "-m", f"{number}")
    project(root, text=TEXT, period=PERIOD.replace("Syrië: 106", "Syrië: 109"))
    done = run("diff", "proef", "2020-05", "--since", "HEAD~2", "--until", "HEAD~1", "--project", root)
    assert (done.returncode, done.stderr, "106 → 107" in done.stdout) == (0, "", True)
    done = run("diff", "proef", "2020-05", "--since", "HEAD", "--project", root)
    assert "proef 2020-05 (HEAD) → proef 2020-05 (de bestanden van nu)" in done.stdout
    assert "108 → 109" in done.stdout
    assert "data/2020-05.yaml:12" in done.stdout
    assert "Syrië: 109" in (root / "data" / "2020-05.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("revision", ["weg", "--output=x", "HEAD:data"])
def test_a_revision_that_is_not_there(revision: str, tmp_path: Path) -> None:
    root = project(tmp_path)
    done = run("diff", "proef", "2020-05", f"--since={revision}", "--project", root)
    assert (done.returncode, "U111" in done.stderr, done.stdout) == (1, True, "")
    git(root, "init", "-q")
    done = run("diff", "proef", "2020-05", f"--since={revision}", "--project", root)
    assert (done.returncode, f"er is geen revisie '{revision}'" in done.stderr) == (1, True)
    done = run("diff", "proef", "2020-05", "--since", "HEAD", "--project", root, PATH="")
    assert (done.returncode, "git is niet gevonden" in done.stderr) == (1, True)


def test_links_in_a_revision_are_followed_within_the_repository(tmp_path: Path) -> None:
    """Of a file and of a folder; those that lead out of it or nowhere are no reason to stop."""
    root = project(tmp_path / "archief" / "project", text=TEXT)
    shared = root.parent / "gedeeld"
    (root / "data").rename(shared)
    (root / "data").symlink_to("../gedeeld", target_is_directory=True)
    (root / "layouts" / "proef.yaml").rename(shared / "lay-out")
    (root / "layouts" / "proef.yaml").symlink_to("../../gedeeld/lay-out")
    for name, target in (("buiten", "../../../../elders"), ("los", "nergens"), ("rond", "rond"), ("al", ".")):
        (root / name).symlink_to(target)
    (root.parent / ".gitattributes").write_text("gedeeld export-ignore\n", encoding="utf-8")
    git(root.parent, "init", "-q")
    git(root.parent, "add", "-A")
    git(root.parent, "commit", "-q", "-m", "begin")
    (shared / "2020-05.yaml").write_text(PERIOD.replace("Syrië: 106", "Syrië: 107"), encoding="utf-8")
    git(root.parent, "commit", "-q", "-a", "-m", "later")
    done = run("diff", "proef", "2020-05", "--since", "HEAD~1", "--until", "HEAD", "--project", root)
    assert (done.returncode, done.stderr, "106 → 107" in done.stdout) == (0, "", True)
    assert "106 (data/2020-05.yaml:12)" in done.stdout
    assert "rapportage-" not in done.stdout
    done = run("diff", "proef", "2020-05", "--since", "HEAD~1", "--project", root)  # the files of now are no copy
    assert (done.returncode, "L110" in done.stderr, done.stdout) == (1, True, "")


def test_a_finding_in_an_old_revision_names_it(tmp_path: Path) -> None:
    root = project(tmp_path / "project", text="{{ niets }}")
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "begin")
    project(root)
    done = run("diff", "proef", "2020-05", "--since", "HEAD", "--project", root)
    assert (done.returncode, done.stdout) == (1, "")
    assert "layouts/proef.yaml:7:10: fout[T105] in revisie HEAD: onbekende naam 'niets'" in done.stderr
    git(root, "rm", "-q", "--cached", "data/2020-05.yaml")
    git(root, "commit", "-q", "-m", "zonder gegevens")
    done = run("diff", "proef", "2020-05", "--since", "HEAD", "--project", root)
    assert "in revisie HEAD: er is geen periode '2020-05' in data/" in done.stderr
    assert "rapportage-" not in done.stderr


def test_two_saved_traces(tmp_path: Path) -> None:
    for name, text in (("oud", TEXT), ("nieuw", f"{TEXT} En dat is het.")):
        root = project(tmp_path, text=text)
        output = tmp_path / f"{name}.json"
        run("trace", "proef", "2020-05", "--project", root, "--format", "json", "-o", output)
    done = run("diff", tmp_path / "oud.json", tmp_path / "nieuw.json")
    assert (done.returncode, "is:  En dat is het." in done.stdout) == (0, True)
    for spoil in (lambda read: read["cijfers"].pop(0), lambda read: read["cijfers"][0].update(getoond="342")):
        read = json.loads((tmp_path / "oud.json").read_text("utf-8"))
        spoil(read)
        (tmp_path / "minder.json").write_text(json.dumps(read), encoding="utf-8")
        done = run("diff", tmp_path / "minder.json", tmp_path / "nieuw.json")
        assert (done.returncode, "fout[U112]" in done.stderr, done.stdout) == (1, True, "")
    (tmp_path / "stuk.json").write_text('{"versie": 1}', encoding="utf-8")
    done = run("diff", tmp_path / "oud.json", tmp_path / "stuk.json")
    assert (done.returncode, "fout[U112]" in done.stderr, done.stdout) == (1, True, "")


@pytest.mark.parametrize("code", ["P212", "X999"])
def test_faults_in_a_saved_trace_are_told(code: str, tmp_path: Path) -> None:
    root = project(tmp_path, text="Er waren er {{ 29 }} en {{ aanvragen }}.")
    old, new = tmp_path / "oud.json", tmp_path / "nieuw.json"
    assert run("trace", "proef", "2020-05", "--project", root, "-o", old).returncode == 3
    new.write_text(old.read_text(encoding="utf-8").replace("P212", code), encoding="utf-8")
    done = run("diff", old, new)
    assert (done.returncode, done.stdout.startswith("Vergelijking: oud.json → nieuw.json")) == (3, True), done.stderr
    told = {"P212": "fout[P212] nieuw.json: pagina 1", "X999": "fout[P201] nieuw.json: pagina 1"}
    assert "fout[P212] oud.json: pagina 1, zin: het cijfer '29'" in done.stderr
    assert told[code] in done.stderr


def test_the_marked_pdf_has_the_name_of_what_it_is(tmp_path: Path) -> None:
    done = run("diff", "asieltrends", "2020-04", "2020-05", "-o", tmp_path / "asieltrends.pdf")
    assert (done.returncode, "P106" in done.stderr, list(tmp_path.iterdir())) == (1, True, [])
    done = run("diff", "asieltrends", "2020-04", "2020-05", "-o", tmp_path / "asieltrends-vergelijking.pdf")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "asieltrends-vergelijking.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    "arguments",
    [("proef", "2020-05"), ("a.json", "b.json", "--since", "HEAD"), ("proef", "2020-04", "2020-05", "--until", "HEAD")],
)
def test_wrong_use(arguments: tuple[str, ...]) -> None:
    assert run("diff", *arguments).returncode == 2
