"""Where figures come from, at who asks for it: below each block, and never a figure that the report does not show."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rapportage import build
from rapportage.diagnostics import Findings
from rapportage.document import Section, Value, contents, values, walk
from rapportage.pipeline import BuildRequest, Editions, editions, trace_web
from rapportage.proof.inspection.web import read_web
from tests.cli.test_commands import run
from tests.faults import ROOT, lines
from tests.html.reading import Node, faults, read
from tests.proof.disclosure.test_check import PARTS, compose_report, series, text

SHOWN = series("aanvragen", 273, Syrië=249, Turkije=19, Iran=3, Irak=2)
HIDDEN = series("aanvragen", 273, Syrië=249, Turkije=19, Iran=2, Irak=3)
EVERYWHERE = f"""\
{PARTS}      totaal: Totaal
  - grafiek:
      soort: liggende staaf
      titel: Landen
      cijfers: "{{{{ aanvragen }}}}"
  - kerncijfers:
      - {{kop: Aanvragen, waarde: "{{{{ aanvragen }}}}"}}
{text("Er waren {{ aanvragen }} aanvragen, {{ aanvragen['Syrië'] | aandeel }} uit Syrië.")}"""


def made(folder: Path, layout: str, period: str, *, origins: bool = True) -> Editions:
    findings = Findings()
    result = editions(BuildRequest(layout, period, folder, origins=origins), ("html",), findings)
    assert result is not None, lines(findings)
    return result


@pytest.fixture(scope="module")
def kerncijfers() -> tuple[Editions, Node]:
    result = made(ROOT, "kerncijfers", "2020-05")
    return result, read(result.html or b"")


def test_nothing_is_told_unasked() -> None:
    assert read(made(ROOT, "kerncijfers", "2020-05", origins=False).html or b"").with_class("origins") == []


def test_every_figure_has_its_origin(kerncijfers: tuple[Editions, Node]) -> None:
    result, tree = kerncijfers
    told = " ".join(node.words for node in tree.with_class("origins"))
    sections = [block for block in walk(result.document.blocks) if isinstance(block, Section)]
    assert len(tree.with_class("origins")) >= len(sections)
    shown = [value for _, content in contents(result.document) for value in values(content) if value.trace]
    assert len(shown) > 50
    for value in shown:
        assert isinstance(value, Value)
        assert " ".join(value.text.split()) in told
        for cell in (value.trace.inputs if value.trace else ())[:6]:
            assert cell.source in told
            assert cell.span is not None
            assert f"data/{Path(cell.span.path).name}:{cell.span.line}" in told


def test_it_opens_by_keyboard_and_has_no_name_that_only_a_pointer_shows(kerncijfers: tuple[Editions, Node]) -> None:
    _, tree = kerncijfers
    assert faults(tree) == []
    for node in tree.with_class("origins"):
        assert node.name == "details"
        assert next(child.name for child in node.children if isinstance(child, Node)) == "summary"
        assert [each for each in node.walk() if each.get("title") or each.name in ("a", "script")] == []


def test_a_trace_reads_them_back(kerncijfers: tuple[Editions, Node]) -> None:
    result, _ = kerncijfers
    page = (result.html or b"").decode()
    assert trace_web(result, "2020-05", read_web(page.encode())).faults == ()
    changed = page.replace("data/2020-05.yaml:29", "data/2020-05.yaml:28", 1)
    assert changed != page
    (fault,) = trace_web(result, "2020-05", read_web(changed.encode())).faults
    assert (fault.code, "de herkomst van de cijfers" in fault.message) == ("P211", True)


def test_a_report_in_another_language_says_what_is_dutch() -> None:
    tree = read(made(ROOT, "key-figures", "2020-05").html or b"")
    (first, *_) = tree.with_class("origins")
    assert next(node.words for node in first.all("summary")) == "Origin of these figures"
    assert first.all("ul")[0].get("lang") == "nl"


def test_it_is_the_same_wherever_the_project_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("data", "layouts"):
        shutil.copytree(ROOT / name, tmp_path / "ander" / name)
    shutil.copy(ROOT / "woorden.yaml", tmp_path / "ander")
    page = made(ROOT, "kerncijfers", "2020-05").html
    assert made(tmp_path / "ander", "kerncijfers", "2020-05").html == page
    for here, project in (("ander", "."), (".", "ander"), ("ander/data", "..")):
        monkeypatch.chdir(tmp_path / here)
        assert made(Path(project), "kerncijfers", "2020-05").html == page


def test_the_command_and_its_manifest(tmp_path: Path) -> None:
    page = tmp_path / "k.html"
    done = run("build", "kerncijfers", "2020-05", "--herkomst", "--manifest", "-o", page)
    assert done.returncode == 0, done.stderr
    assert b"class=origins" in page.read_bytes()
    done = run("reproduce", page.with_suffix(".manifest.json"))
    assert done.returncode == 0, done.stderr
    done = run("trace", page, "kerncijfers", "2020-05")
    assert done.returncode == 0, done.stderr


def test_a_script_asks_for_them_as_well() -> None:
    report = build(BuildRequest("kerncijfers", "2020-05", ROOT, origins=True))
    assert report.html == made(ROOT, "kerncijfers", "2020-05").html


# --- Disclosure: what is not shown changes no byte --------------------------------------------------


def page_of(folder: Path, blocks: str, figures: str, secrecy: str | None = "{drempel: 5, marge: 3}") -> bytes:
    folder.mkdir()
    document, findings = compose_report(folder, blocks, secrecy=secrecy, m2020_05=figures)
    assert document is not None, lines(findings)
    return made(folder, "proef", "2020-05").html or b""


def test_what_is_withheld_is_nowhere(tmp_path: Path) -> None:
    """Not in words, attributes, drawings, files or origins: with other withheld counts every byte is the same."""
    pages = [page_of(tmp_path / name, EVERYWHERE, figures) for name, figures in (("a", SHOWN), ("b", HIDDEN))]
    assert b"class=origins" in pages[0]
    assert b"text/csv" in pages[0]
    assert b"<svg" in pages[0]
    assert pages[0] == pages[1]


def test_of_a_share_only_what_is_shown_is_told(tmp_path: Path) -> None:
    """Where something is withheld a share has no more digits than it shows, nor the count that it was made of."""
    words = text("Van {{ aanvragen['Syrië'] | aandeel }} was het land Syrië.")
    pages = [
        page_of(tmp_path / f"{count}", words, series("aanvragen", 1000, Syrië=count, Turkije=1000 - count))
        for count in (512, 513)
    ]
    assert b"51%" in pages[0]
    assert pages[0] == pages[1]


@pytest.mark.parametrize("secrecy", [None, "{drempel: 5, marge: 3}"])
def test_of_what_is_not_shown_nothing_is_told(secrecy: str | None, tmp_path: Path) -> None:
    words = text("Uit Turkije kwamen er {{ aanvragen['Turkije'] }}.")
    pages = [
        page_of(tmp_path / f"{count}", words, series("aanvragen", None, Syrië=count, Turkije=19), secrecy)
        for count in (251, 352)
    ]
    assert pages[0] == pages[1]
