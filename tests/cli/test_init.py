"""A project of one's own in one minute: what `init` makes works at once, and nothing of the user is touched."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from rapportage import __version__
from rapportage.cli.main import cli
from rapportage.input.new_project import project_files
from tests.cli.test_commands import run
from tests.input.schema.files import as_editor, refused

SCHEMA = {"data": "periode", "layouts": "layout", "huisstijlen": "huisstijl"}


def held(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def begun(folder: Path) -> Path:
    done = run("init", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def printed_command(stderr: str) -> list[str]:
    """The command that is the last line."""
    name, *arguments = stderr.rstrip().splitlines()[-1].split()
    assert name == "rapportage"
    return arguments


# --- It works ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", [[], ["mijn-rapport"]], ids=["hier", "map"])
def test_the_command_that_is_printed_makes_a_pdf(where: list[str], tmp_path: Path) -> None:
    done = run("init", *where, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    folder = tmp_path.joinpath(*where)
    assert held(folder) == project_files()
    built = run(*printed_command(done.stderr), cwd=tmp_path)
    assert (built.returncode, "0 waarschuwingen" in built.stderr) == (0, True), built.stderr
    assert (folder / "build" / "maandbericht-2025-01.pdf").read_bytes().startswith(b"%PDF")


def test_there_is_nothing_to_say_of_it(tmp_path: Path) -> None:
    begun(tmp_path)
    for report in ([], ["maandbericht", "2025-01"]):
        done = run("check", *report, "--strict", cwd=tmp_path)
        assert (done.returncode, done.stdout, done.stderr.splitlines()[0]) == (0, "", "geen fouten")


def test_the_report_says_that_its_figures_are_made_up(tmp_path: Path) -> None:
    begun(tmp_path)
    assert run("build", "maandbericht", "2025-01", cwd=tmp_path).returncode == 0
    said = run("inspect", "build/maandbericht-2025-01.pdf", cwd=tmp_path).stdout
    assert "zijn verzonnen" in said
    assert "VOORBEELD" in said
    assert "Verzonnen cijfers" in said


def test_the_next_period_follows(tmp_path: Path) -> None:
    begun(tmp_path)
    assert run("new", "2025-02", cwd=tmp_path).returncode == 0
    made = (tmp_path / "data" / "2025-02.yaml").read_text(encoding="utf-8")
    assert made.startswith(
        "# yaml-language-server: $schema=../schema/periode.schema.json\n# Cijfers over februari 2025"
    )
    assert made.count("yaml-language-server") == 1
    assert refused("periode", as_editor(made)) == []
    assert run("build", "maandbericht", "2025-02", "--concept", cwd=tmp_path).returncode == 0


# --- For an editor and for a build server -----------------------------------------------------------------


def test_every_file_names_its_schema(tmp_path: Path) -> None:
    begun(tmp_path)
    settings = json.loads((tmp_path / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert json.loads((tmp_path / ".vscode" / "extensions.json").read_text(encoding="utf-8"))["recommendations"]
    for folder, kind in SCHEMA.items():
        (path,) = (tmp_path / folder).iterdir()
        text = path.read_text(encoding="utf-8")
        named = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
        schema = (path.parent / named).resolve()
        assert schema == tmp_path / "schema" / f"{kind}.schema.json"
        assert json.loads(schema.read_text(encoding="utf-8"))["definitions"]
        assert refused(kind, as_editor(text)) == []
        (by_setting,) = (
            name for name, pattern in settings["yaml.schemas"].items() if fnmatch(f"{folder}/{path.name}", pattern)
        )
        assert (tmp_path / by_setting) == schema


def scripts(folder: Path) -> dict[str, list[str]]:
    """What each build server runs."""
    github = yaml.safe_load((folder / ".github" / "workflows" / "rapport.yml").read_text(encoding="utf-8"))
    gitlab = yaml.safe_load((folder / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    steps = github["jobs"]["rapport"]["steps"]
    return {"github": [step["run"] for step in steps if "run" in step], "gitlab": gitlab["rapport"]["script"]}


@pytest.mark.parametrize("server", ["github", "gitlab"])
def test_a_build_server_checks_and_builds_what_is_no_draft(server: str, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    begun(folder)
    install, *lines = scripts(folder)[server]
    assert install == f'pip install "rapportage=={__version__}"'
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin" / "rapportage"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m rapportage "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    environment = {**os.environ, "PATH": f"{command.parent}:{os.environ['PATH']}"}

    def served() -> int:
        script = "\n".join(lines)
        return subprocess.run(["bash", "-ec", script], cwd=folder, env=environment, timeout=120, check=False).returncode

    assert run("new", "2025-02", cwd=folder).returncode == 0
    assert served() == 0
    assert [path.name for path in (folder / "build").iterdir()] == ["maandbericht-2025-01.pdf"]
    figures = folder / "data" / "2025-01.yaml"
    figures.write_text(figures.read_text(encoding="utf-8").replace("totaal: 486", "totaal: 385"), encoding="utf-8")
    assert served() == 1  # the parts are more than the total


# --- Nothing of the user is touched -----------------------------------------------------------------------


@pytest.mark.parametrize("name", [*sorted({*project_files()} - {".gitignore"}), "notities.txt", "data", ".github"])
def test_a_folder_with_anything_of_the_user_is_refused(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.mkdir() if "." not in name[1:] else path.write_text("van mij", encoding="utf-8")
    before = held(tmp_path)
    done = CliRunner().invoke(cli, ["init"])
    assert (done.exit_code, "fout[U108] deze map is niet leeg" in done.stderr) == (1, True), done.stderr
    assert name.partition("/")[0] in done.stderr
    assert held(tmp_path) == before
    assert [each.name for each in tmp_path.iterdir()] == [name.partition("/")[0]]


def test_what_a_new_repository_has_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("van git", encoding="utf-8")
    own = {".gitignore": b"eigen", "README.md": b"lees mij", "LICENSE": b"recht"}
    for name, data in own.items():
        (tmp_path / name).write_bytes(data)
    done = run("init", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert held(tmp_path) == {**project_files(), **own, ".git/config": b"van git"}
    assert ".gitignore was er al en is niet veranderd; zet er build/ bij" in done.stderr


@pytest.mark.parametrize(
    ("name", "code"), [("er/niet", "P101"), ("bestand", "P102"), ("weg", "P109")], ids=["boven", "bestand", "link"]
)
def test_a_folder_that_can_not_be_is_refused(name: str, code: str, tmp_path: Path) -> None:
    here, elsewhere = tmp_path / "hier", tmp_path / "elders"
    here.mkdir()
    elsewhere.mkdir()
    (here / "bestand").write_text("van mij", encoding="utf-8")
    (here / "weg").symlink_to(elsewhere)
    done = run("init", name, cwd=here)
    assert (done.returncode, f"fout[{code}]" in done.stderr) == (1, True), done.stderr
    assert (held(here), held(elsewhere)) == ({"bestand": b"van mij"}, {})


KILLED = """
import os, sys
from rapportage.cli import main
at, made = int(sys.argv.pop(1)), 0
real = os.replace
def call(*arguments, **options):
    global made
    made += 1
    if made == at:
        os.kill(os.getpid(), 9)
    return real(*arguments, **options)
os.replace = call
main()
"""


def test_what_a_killed_init_began_is_undone_by_the_next(tmp_path: Path) -> None:
    for at in (1, 4, 9):
        folder = tmp_path / str(at)
        folder.mkdir()
        done = subprocess.run([sys.executable, "-c", KILLED, str(at), "init"], cwd=folder, check=False, timeout=60)
        assert done.returncode == -signal.SIGKILL
        assert set(held(folder)) & set(project_files()) == set(list(project_files())[: at - 1])
        begun(folder)
        assert held(folder) == project_files()


def test_what_the_user_wrote_since_a_kill_is_not_undone(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, "4", "init"], cwd=tmp_path, check=False, timeout=60)
    (tmp_path / "data" / "2025-01.yaml").write_text("van mij", encoding="utf-8")
    done = run("init", cwd=tmp_path)
    assert (done.returncode, "daar staat al data" in done.stderr) == (1, True), done.stderr
    assert held(tmp_path) == {"data/2025-01.yaml": b"van mij"}


# --- Who has no project is told of it ---------------------------------------------------------------------


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["maandbericht"], 2), (["maandbericht", "2025-01"], 1)])
def test_build_in_an_empty_folder_says_that_there_is_init(arguments: list[str], code: int, tmp_path: Path) -> None:
    done = run("build", *arguments, cwd=tmp_path)
    assert (done.returncode, "'rapportage init' maakt er een" in done.stderr) == (code, True), done.stderr
    begun(tmp_path)
    assert "rapportage init" not in run("build", "ander", "2025-01", cwd=tmp_path).stderr
