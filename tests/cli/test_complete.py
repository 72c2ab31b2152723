"""What a shell completes, as the shell asks it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rapportage.cli.complete import ASKED, complete_if_asked
from rapportage.cli.main import cli
from tests.cli.test_commands import run
from tests.faults import project


@pytest.fixture
def completed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[[str], list[str]]:
    """What may come in place of the last word of a line."""

    def ask(line: str) -> list[str]:
        for name, value in ((ASKED, "bash_complete"), ("COMP_WORDS", line), ("COMP_CWORD", str(line.count(" ")))):
            monkeypatch.setenv(name, value)
        assert complete_if_asked(cli) == 0
        said = capsys.readouterr()
        assert said.err == ""
        return said.out.split()

    return ask


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(project(tmp_path))
    (tmp_path / "layouts" / "ander.yaml").write_text("", encoding="utf-8")
    (tmp_path / "leveringen").mkdir()
    (tmp_path / "leveringen" / "ind-maand.yaml").write_text("", encoding="utf-8")
    for period in ("2020-06", "2019", "2020-05.herkomst"):
        (tmp_path / "data" / f"{period}.yaml").write_text("", encoding="utf-8")
    return tmp_path


LAYOUTS, PERIODS = ["plain,ander", "plain,proef"], ["plain,2019", "plain,2020-05", "plain,2020-06"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("rapportage in", ["plain,init", "plain,inspect"]),
        ("rapportage build ", LAYOUTS),
        ("rapportage build p", ["plain,proef"]),
        ("rapportage build proef ", PERIODS),
        ("rapportage build proef 2020-", PERIODS[1:]),
        ("rapportage build proef --conc", ["plain,--concept"]),
        ("rapportage build ./l", ["file,./l"]),
        ("rapportage chart proef ", PERIODS),
        ("rapportage check proef 2020-05 ", LAYOUTS),
        ("rapportage check proef 2020-05 ander ", PERIODS),
        ("rapportage trace ", LAYOUTS),
        ("rapportage trace uit.pdf ", LAYOUTS),
        ("rapportage trace proef ", PERIODS),
        ("rapportage diff proef ", PERIODS),
        ("rapportage diff proef 2020-05 ", PERIODS),
        ("rapportage new 2020-07 --van ", PERIODS),
        ("rapportage import ", ["plain,ind-maand"]),
        ("rapportage import ind-maand ", PERIODS),
        ("rapportage build --project elders ", ["plain,verweg"]),
    ],
)
def test_layouts_and_periods_are_completed(
    line: str, words: list[str], folder: Path, completed: Callable[[str], list[str]]
) -> None:
    (folder / "elders" / "layouts").mkdir(parents=True)
    (folder / "elders" / "layouts" / "verweg.yaml").write_text("", encoding="utf-8")
    assert completed(line) == words


def test_what_leads_out_of_the_project_is_not_looked_into(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, completed: Callable[[str], list[str]]
) -> None:
    shutil.rmtree(folder / "layouts")
    elsewhere = tmp_path_factory.mktemp("elders")
    (elsewhere / "geheim.yaml").write_text("", encoding="utf-8")
    (folder / "layouts").symlink_to(elsewhere)
    assert completed("rapportage build ") == []


def test_a_command_that_there_is_not_is_no_reason_to_complain(folder: Path) -> None:
    done = run(cwd=folder, **{ASKED: "bash_complete", "COMP_WORDS": "rapportage bouw p", "COMP_CWORD": "2"})
    assert (done.stdout, done.stderr) == ("", "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_gets_its_script(shell: str, folder: Path) -> None:
    done = run(cwd=folder, **{ASKED: f"{shell}_source"})
    assert done.returncode == 0
    assert f"{ASKED}={shell}_complete" in done.stdout


def test_bash_completes_with_that_script(folder: Path) -> None:
    """The line of the handbook, and then what bash does at a tab."""
    (folder / "bin").mkdir()
    command = folder / "bin" / "rapportage"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m rapportage "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    script = f"""
export PATH={folder}/bin:$PATH
compopt() {{ :; }}
eval "$({ASKED}=bash_source rapportage)"
COMP_WORDS=(rapportage build proef 2020-); COMP_CWORD=3
$(complete -p rapportage | sed 's/.*-F \\([^ ]*\\) .*/\\1/') rapportage
echo "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(["bash", "-c", script], cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.split() == ["2020-05", "2020-06"], done.stderr
