"""Closed streams and terminals that lack our characters: no command ends by a fault of ours."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import project

TEXT = "Syrië − “ja” … Ğ 漢: {{ aanvragen }}."
COMMANDS = {
    "build": "build proef 2020-05",
    "fout": "build proef 2020-04",
    "check": "check proef 2020-05 --messages json",
    "trace": "trace proef 2020-05",
    "json": "trace proef 2020-05 --format json",
    "verkeerd": "bouw",
    "help": "--help",
}
ON_SCREEN = ("check", "trace", "json", "help")
"""Commands whose result comes on the standard output."""


def shell(root: Path, command: str, closed: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    line = f'"{sys.executable}" -m rapportage {command} {closed}'
    inherited = {"PATH": "/usr/bin:/bin", "PYTHONPATH": ":".join(filter(None, sys.path))}
    return subprocess.run(
        ["sh", "-c", line], cwd=root, env={**inherited, **environment}, capture_output=True, check=False
    )


@pytest.mark.parametrize("closed", ["2>&-", ">&-", ">&- 2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_closed_stream(command: str, closed: str, tmp_path: Path) -> None:
    root = project(tmp_path, text="Er waren {{ aanvragen }}.")
    done = shell(root, COMMANDS[command], closed)
    good = {"fout": 1, "verkeerd": 2}.get(command, 0)
    is_lost = command in ON_SCREEN and ">&- " in f"{closed} ".replace("2>&-", "")
    assert (done.returncode, b"Traceback" in done.stderr) == (1 if is_lost else good, False), done.stderr
    if is_lost and "2>&-" not in closed:
        assert b"de standaarduitvoer is gesloten" in done.stderr
    assert (root / "build" / "proef-2020-05.pdf").exists() == (command == "build")


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1252", "utf-8"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_terminal_that_lacks_characters(command: str, encoding: str, tmp_path: Path) -> None:
    (tmp_path / "n").mkdir()
    root = project(tmp_path / "n", text=TEXT.replace(" Ğ 漢", ""))
    done = shell(root, COMMANDS[command], PYTHONIOENCODING=encoding)
    assert done.returncode == {"fout": 1, "verkeerd": 2}.get(command, 0), done.stderr
    told = done.stdout.decode("utf-8" if encoding == "ascii" else encoding)  # click has no faith in ASCII
    if command == "trace":
        assert ("Syrië - " if encoding == "latin-1" else "Syri") in told
    if command == "json":
        assert "Syrië − “ja” …" in json.loads(told)["teksten"][-1]["tekst"]


def test_a_path_that_is_no_text(tmp_path: Path) -> None:
    root = project(tmp_path)
    for encoding in ("utf-8", "latin-1"):
        done = shell(root, "build proef \"$(printf './\\377.yaml')\"", PYTHONIOENCODING=encoding)
        assert (done.returncode, b"L101" in done.stderr) == (1, True), done.stderr
