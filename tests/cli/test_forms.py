"""`build --vorm`: which forms are made, under which names, and what is in the way of that."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_commands import ROOT, run
from tests.faults import project

BUILD = ("build", "proef", "2020-05")


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ((), ["proef-2020-05.pdf"]),
        (("--vorm", "html"), ["proef-2020-05.html"]),
        (("--vorm", "pdf,html"), ["proef-2020-05.html", "proef-2020-05.pdf"]),
        (("--vorm", "html, pdf,html"), ["proef-2020-05.html", "proef-2020-05.pdf"]),
        (("-o", "build/uit.html"), ["uit.html"]),
        (("-o", "build/UIT.HTML"), ["UIT.HTML"]),
        (("--vorm", "html,pdf", "-o", "build/uit.pdf"), ["uit.html", "uit.pdf"]),
        (("--vorm", "html", "--bijlagen", "--manifest", "-o", "build/uit.html"),
         ["uit.html", "uit.manifest.json"]),
        (("--vorm", "html-map"), ["proef-2020-05"]),
        (("--vorm", "html-map,pdf", "-o", "build/v1.2"), ["v1.2", "v1.2.pdf"]),
        (("--vorm", "html-map,pdf", "-o", "build/uit.pdf"), ["uit", "uit.pdf"]),
    ],
)  # fmt: skip
def test_the_forms_that_are_asked_are_made(options: tuple[str, ...], names: list[str], tmp_path: Path) -> None:
    root = project(tmp_path)
    (root / "build").mkdir()
    done = run(*BUILD, *options, cwd=root)
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (root / "build").iterdir()) == sorted(names)
    for path in (root / "build").iterdir():
        if path.suffix.lower() == ".html":
            assert path.read_bytes().startswith(b"<!DOCTYPE html>")
        if path.is_dir():
            assert (path / "index.html").read_bytes().startswith(b"<!DOCTYPE html>")
            assert str(path.relative_to(root)) in done.stderr


NO_ADDRESSES = ("https://[x/", "https://x.nl:abc/", "https://jan:geheim@x.nl/", 'https://x.nl/a">', "https://x.nl/a\nb")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--vorm", "epub"), "bij --vorm kan: pdf, html, html-map, of meer dan een met een komma ertussen"),
        (("--vorm", ""), "bij --vorm kan: pdf"),
        (("--vorm", "html", "-o", "uit.pdf"), "de naam 'uit.pdf' en --vorm html spreken elkaar tegen"),
        (("-o", "uit.txt"), "'uit.txt' eindigt niet op .pdf of .html"),
        (("-o", "uit"), "'uit' eindigt niet op .pdf of .html"),
        (("--vorm", "html-map", "--adres", "voorbeeld"), "bij --adres hoort een adres op internet"),
        *(
            (("--vorm", "html-map", "--adres", each), "bij --adres hoort een adres op internet")
            for each in NO_ADDRESSES
        ),
        (("--vorm", "html", "--adres", "https://example.org"), "--adres hoort bij een map met pagina's"),
        (("--herkomst",), "--herkomst hoort bij html"),
        (("--vorm", "pdf", "--herkomst"), "--herkomst hoort bij html"),
    ],
)
def test_what_can_not_be_asked(options: tuple[str, ...], words: str, tmp_path: Path) -> None:
    done = run(*BUILD, *options, cwd=project(tmp_path))
    assert (done.returncode, words in done.stderr) == (2, True), done.stderr


def test_a_fault_makes_none_of_the_forms(tmp_path: Path) -> None:
    root = project(tmp_path, text="Er waren {{ onbekend_woord }}.")
    done = run(*BUILD, "--vorm", "pdf,html,html-map", cwd=root)
    assert done.returncode == 1
    assert not (root / "build").exists()


@pytest.mark.parametrize("file", ["index.html", "stijl.css"])
def test_a_folder_of_someone_else_is_left_as_it_is(file: str, tmp_path: Path) -> None:
    root = project(tmp_path)
    (root / "site").mkdir()
    (root / "site" / file).write_text("van mij")
    done = run(*BUILD, "--vorm", "html-map,pdf", "-o", "site", cwd=root)
    assert (done.returncode, "U108" in done.stderr) == (1, True), done.stderr
    assert [path.name for path in (root / "site").iterdir()] == [file]
    assert not (root / "site.pdf").exists()


def test_a_page_of_a_chapter_that_is_no_more_is_told(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert run(*BUILD, "--vorm", "html-map", cwd=root).returncode == 0
    old = root / "build" / "proef-2020-05" / "oud.html"
    old.write_text("hoofdstuk van vorig jaar")
    done = run(*BUILD, "--vorm", "html-map", cwd=root)
    assert (done.returncode, "P107" in done.stderr, "oud.html" in done.stderr) == (0, True, True), done.stderr
    assert run(*BUILD, "--vorm", "html-map", "--strict", cwd=root).returncode == 1


def test_no_link_in_the_project_leads_a_folder_out_of_it(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    (tmp_path / "elders").mkdir()
    (root / "build").mkdir()
    (root / "build" / "proef-2020-05").symlink_to(tmp_path / "elders")
    done = run(*BUILD, "--vorm", "html-map", cwd=root)
    assert (done.returncode, "P109" in done.stderr) == (1, True), done.stderr
    assert list((tmp_path / "elders").iterdir()) == []


def test_every_form_is_the_same_when_it_is_made_again(tmp_path: Path) -> None:
    root = project(tmp_path)
    forms = ("--vorm", "pdf,html,html-map", "--adres", "https://example.org/x", "--manifest", "-o", "uit.pdf")
    assert run(*BUILD, *forms, cwd=root, PYTHONHASHSEED="1").returncode == 0
    done = run("reproduce", "uit.manifest.json", cwd=root, PYTHONHASHSEED="2")
    assert done.returncode == 0, done.stderr
    for name in ("uit.pdf", "uit.html", "uit/index.html", "uit/stijl.css", "uit/sitemap.xml"):
        assert f"uitvoer: {name} is opnieuw gemaakt, byte voor byte" in done.stderr
        assert f"bestand: {name}, naast het manifest, is nog zoals het is gemaakt" in done.stderr


def test_a_pdf_loads_nothing_of_the_other_forms() -> None:
    code = (
        "from rapportage.diagnostics import Findings; from rapportage.pipeline import BuildRequest, build; import sys;"
        "assert build(BuildRequest('instroom-week', '2024-W05', '.'), Findings());"
        "print([name for name in sys.modules if name.startswith('rapportage.html')])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
