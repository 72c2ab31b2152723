"""What `--output` may name: nothing of the user is overwritten, and the form fits the name."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.test_commands import run
from tests.faults import project


def saved(root: Path, name: str) -> Path:
    path = root / name
    done = run("trace", "proef", "2020-05", "--project", root, "-o", path)
    assert done.returncode == 0, done.stderr
    return path


# --- Nothing of the user is overwritten -----------------------------------------------------------


@pytest.mark.parametrize("command", [("trace", "proef", "2020-05"), ("diff", "proef", "2020-05", "2020-05")])
def test_a_trace_and_a_comparison_are_written_over_no_file_of_the_project(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    root = project(tmp_path)
    data = (root / "data" / "2020-05.yaml").read_bytes()
    done = run(*command, "-o", "data/2020-05.yaml", cwd=root)
    assert (done.returncode, "eindigt niet op .txt, .json" in done.stderr) == (2, True)
    (root / "layouts" / "proef.yaml").rename(root / "layouts" / "proef.json")
    (root / "uit.json").symlink_to(root / "layouts" / "proef.json")
    layout = (root / "uit.json").read_bytes()
    done = run(command[0], "./layouts/proef.json", *command[2:], "-o", "uit.json", cwd=root)
    assert (done.returncode, "P105" in done.stderr) == (1, True), done.stderr
    assert (root / "data" / "2020-05.yaml").read_bytes() == data
    assert (root / "layouts" / "proef.json").read_bytes() == layout


def test_a_trace_is_not_written_over_the_pdf_that_it_is_of(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert run("build", "proef", "2020-05", "-o", "uit.pdf", cwd=root).returncode == 0
    shutil.copy(root / "uit.pdf", root / "uit.html")
    for name, code in (("uit.pdf", 2), ("uit.html", 1)):
        before = (root / name).read_bytes()
        done = run("trace", name, "proef", "2020-05", "-o", name, cwd=root)
        assert (done.returncode, (root / name).read_bytes() == before) == (code, True), done.stderr
    assert "P105" in done.stderr


def test_a_comparison_is_not_written_over_a_saved_trace(tmp_path: Path) -> None:
    root = project(tmp_path)
    old, new = saved(root, "oud.json"), saved(root, "nieuw.json")
    before = new.read_bytes()
    done = run("diff", old, new, "-o", new)
    assert (done.returncode, "P105" in done.stderr, new.read_bytes() == before) == (1, True, True)


def test_a_manifest_is_overwritten_by_a_build_only(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert run("build", "proef", "2020-05", "-o", "uit.pdf", "--manifest", cwd=root).returncode == 0
    before = (root / "uit.manifest.json").read_bytes()
    done = run("trace", "proef", "2020-05", "-o", "uit.manifest.json", cwd=root)
    assert (done.returncode, "P105" in done.stderr) == (1, True), done.stderr
    assert (root / "uit.manifest.json").read_bytes() == before
    (root / "layouts" / "proef.yaml").rename(root / "proef.ods")
    before = (root / "proef.ods").read_bytes()
    done = run("build", "./proef.ods", "2020-05", "-o", "proef.pdf", "--bijlagen", cwd=root)
    assert (done.returncode, "P105" in done.stderr) == (1, True), done.stderr
    assert (root / "proef.ods").read_bytes() == before


# --- When nothing is written ----------------------------------------------------------------------


@pytest.mark.parametrize("command", [("trace", "proef", "2020-05"), ("diff", "proef", "2020-05", "2020-05")])
def test_nothing_is_written_when_a_warning_became_an_error(command: tuple[str, ...], tmp_path: Path) -> None:
    root = project(tmp_path, text="Geen cijfer.")
    layout = root / "layouts" / "proef.yaml"
    layout.write_text(layout.read_text(encoding="utf-8") + "  - bronvermelding\n", encoding="utf-8")
    done = run(*command, "-o", "uit.html", "--strict", cwd=root)
    assert (done.returncode, (root / "uit.html").exists()) == (1, False), done.stderr
    done = run(*command, "-o", "uit.html", cwd=root)
    assert (done.returncode, (root / "uit.html").exists()) == (0, True), done.stderr


@pytest.mark.parametrize("command", [("trace", "proef", "2020-05"), ("diff", "proef", "2020-05", "2020-05")])
def test_only_the_folder_of_the_project_is_made(command: tuple[str, ...], tmp_path: Path) -> None:
    root = project(tmp_path)
    assert "P101" in run(*command, "-o", "weg/uit.html", cwd=root).stderr
    done = run(*command, "-o", "build/uit.html", cwd=root)
    assert (done.returncode, (root / "build" / "uit.html").is_file()) == (0, True), done.stderr
    (root / "uit.html").mkdir()
    done = run(*command, "-o", "uit.html", cwd=root)
    assert (done.returncode, "P102" in done.stderr, ".html" in done.stderr.partition("P102")[2]) == (1, True, True)


@pytest.mark.parametrize("options", [(), ("--bijlagen", "--manifest"), ("--concept",)])
@pytest.mark.parametrize("where", ["", ".", "/"])
def test_a_place_without_a_name_is_no_file(where: str, options: tuple[str, ...], tmp_path: Path) -> None:
    done = run("build", "proef", "2020-05", *options, "-o", where, cwd=project(tmp_path))
    assert (done.returncode, "P102" in done.stderr, "fout in rapportage zelf" in done.stderr) == (1, True, False)


# --- The form fits the name -----------------------------------------------------------------------


@pytest.mark.parametrize("command", [("trace", "proef", "2020-05"), ("diff", "proef", "2020-05", "2020-05")])
def test_the_name_says_the_form(command: tuple[str, ...], tmp_path: Path) -> None:
    root = project(tmp_path)
    for name, start in (("h.html", "<!DOCTYPE html>"), ("h.JSON", "{"), ("h.txt", "")):
        done = run(*command, "-o", name, cwd=root)
        text = (root / name).read_text(encoding="utf-8")
        assert (done.returncode, text.startswith(start), text[0] in "<{") == (0, True, bool(start)), done.stderr
    done = run(*command, "-o", "x.html", "--format", "json", cwd=root)
    assert (done.returncode, "spreken elkaar tegen" in done.stderr, (root / "x.html").exists()) == (2, True, False)


@pytest.mark.parametrize("command", [("trace", "proef", "2020-05"), ("diff", "proef", "2020-05", "2020-05")])
def test_one_document_comes_on_the_standard_output(command: tuple[str, ...], tmp_path: Path) -> None:
    root = project(tmp_path)
    done = run(*command, "--format", "json", "--messages", "json", cwd=root)
    assert json.loads(done.stdout)["versie"] == 1
    assert json.loads(done.stderr)["fouten"] == 0
    done = run(*command, "-o", "uit.json", "--messages", "json", cwd=root)
    assert json.loads(done.stdout)["fouten"] == 0


def test_a_layout_with_a_dot_in_its_name_has_a_file_of_its_own(tmp_path: Path) -> None:
    root = project(tmp_path)
    shutil.copy(root / "layouts" / "proef.yaml", root / "layouts" / "proef.v2.yaml")
    for layout in ("proef.v2", "layouts/proef.v2.yaml"):
        assert run("build", layout, "2020-05", "--bijlagen", "--manifest", cwd=root).returncode == 0
        names = sorted(path.name for path in (root / "build").iterdir())
        assert names == ["proef.v2-2020-05.manifest.json", "proef.v2-2020-05.pdf"]
        shutil.rmtree(root / "build")
    done = run("diff", "proef.v2", "2020-05", "2020-05", cwd=root)
    assert done.stdout.startswith("Vergelijking: proef.v2 2020-05 → proef.v2 2020-05")


def test_what_an_earlier_build_left_beside_the_pdf_is_told(tmp_path: Path) -> None:
    """Unless it is a manifest of that very PDF."""
    table = (
        'rijkop: Soort, rijen: [{kop: A, cijfer: "{{ aanvragen }}"}], kolommen: [{kop: aantal, waarde: "{{ rij }}"}]'
    )
    root = project(tmp_path, layout=f"titel: Proef\nblokken:\n  - kop: Vraag\n  - tabel: {{titel: T, {table}}}\n")
    assert run("build", "proef", "2020-05", "--bijlagen", "--manifest", cwd=root).stderr.count("P107") == 0
    done = run("build", "proef", "2020-05", cwd=root)
    assert (done.returncode, done.stderr.count("waarschuwing[P107]")) == (0, 2), done.stderr
    assert "build/proef-2020-05.ods is van een eerdere bouw" in done.stderr
    assert "2 waarschuwingen" in done.stderr
    (root / "build" / "proef-2020-05.ods").unlink()
    assert "P107" not in run("build", "proef", "2020-05", "--manifest", cwd=root).stderr
    assert "P107" not in run("build", "proef", "2020-05", cwd=root).stderr
    before = (root / "build" / "proef-2020-05.pdf").read_bytes()
    project(root, text="Er waren er {{ aanvragen }}.")
    done = run("build", "proef", "2020-05", "--strict", cwd=root)
    assert (done.returncode, "fout[P107] build/proef-2020-05.manifest.json" in done.stderr) == (1, True)
    assert (root / "build" / "proef-2020-05.pdf").read_bytes() == before
