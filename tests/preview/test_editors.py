"""How an editor is called to go to a line, and which one."""

from __future__ import annotations

import os
import shlex
import sys
import time
from pathlib import Path

import pytest

from rapportage.preview.editors import WINDOWED, Editor, Outcome, _filled, _words, chosen

pytestmark = pytest.mark.skipif(os.name == "nt", reason="paths as on Linux and macOS")
PLACE = ("/map/een {regel} 'a\".yaml", "een.yaml", 12, 3)


@pytest.mark.parametrize(
    ("asked", "environment", "command"),
    [
        ("code", {}, ("code", "--goto", "{bestand}:{regel}:{kolom}")),
        ("/usr/bin/subl", {}, ("/usr/bin/subl", "{bestand}:{regel}:{kolom}")),
        ("vim", {}, ("vim", "{bestand}")),  # who asks for it knows why
        ("xterm -e vim +{regel} {bestand}", {}, ("xterm", "-e", "vim", "+{regel}", "{bestand}")),
        ("'/een map/prog' {bestand}", {}, ("/een map/prog", "{bestand}")),
        (None, {}, ()),
        (None, {"EDITOR": "vim"}, ()),
        (None, {"EDITOR": "code --wait"}, ("code", "--goto", "{bestand}:{regel}:{kolom}")),
        (None, {"EDITOR": "code --wait --new-window"}, ("code", "--new-window", "--goto", "{bestand}:{regel}:{kolom}")),
        (None, {"VISUAL": "gvim -f", "EDITOR": "code"}, ("gvim", "+call cursor({regel},{kolom})", "{bestand}")),
        (
            None,
            {"VISUAL": "vi", "EDITOR": "kate -b"},
            ("kate", "--line", "{regel}", "--column", "{kolom}", "{bestand}"),
        ),
        (None, {"EDITOR": "emacsclient -t"}, ()),
        (None, {"EDITOR": "emacsclient -nw"}, ()),
        (None, {"EDITOR": "emacsclient"}, ("emacsclient", "--no-wait", "+{regel}:{kolom}", "{bestand}")),
        (None, {"EDITOR": "'"}, ()),
        (None, {"EDITOR": "vim", "TERM_PROGRAM": "Apple_Terminal"}, ()),
    ],
)
def test_which_editor(asked: str | None, environment: dict[str, str], command: tuple[str, ...]) -> None:
    assert chosen(asked, environment) == Editor(command)


@pytest.mark.parametrize("environment", [{"TERM_PROGRAM": "vscode"}, {"TERM_PROGRAM": "vscode", "EDITOR": "nano"}])
def test_in_the_terminal_of_vs_code_it_is_that(environment: dict[str, str]) -> None:
    assert chosen(None, environment) == chosen("vscode", {}) == Editor(has_address=True)


@pytest.mark.parametrize("asked", ["", "  ", "'", 'code "'])
def test_what_is_no_command(asked: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # of shlex, or ours
        chosen(asked, {})


@pytest.mark.parametrize("program", WINDOWED)
def test_every_known_editor_gets_file_and_line(program: str) -> None:
    words = [_filled(word, {"{bestand}": "F", "{regel}": "12", "{kolom}": "3"}) for word in chosen(program, {}).command]
    assert words[0] == program
    assert "F" in " ".join(words[1:])
    assert "12" in " ".join(words[1:])
    assert "{" not in "".join(words)


def test_the_address_of_a_place_in_vs_code() -> None:
    assert Editor(has_address=True).open("/map/één bestand#1.yaml", "x", 12, 3) == Outcome(
        url="vscode://file/map/%C3%A9%C3%A9n%20bestand%231.yaml:12:3"
    )


def test_without_an_editor_the_place_is_told() -> None:
    assert Editor().open(*PLACE) == Outcome(message="een.yaml:12:3")
    assert Editor(("er-is-geen-programma-dat-zo-heet",)).open(*PLACE) == Outcome(
        message="er-is-geen-programma-dat-zo-heet kan niet worden gestart; de plaats is een.yaml:12:3"
    )


def test_a_path_is_one_word_whatever_is_in_it(tmp_path: Path) -> None:
    """No shell, and no place within a place."""
    target = tmp_path / "said"
    code = (
        "import os, sys; aside = sys.argv[1] + '~'; "
        "open(aside, 'w').write(repr(sys.argv[2:])); os.rename(aside, sys.argv[1])"
    )
    editor = chosen(shlex.join([sys.executable, "-c", code, str(target), "{bestand}", "$(id)", "{regel}:{kolom}"]), {})
    path = "/map/a b;$(touch x) {regel}'\"`{kolom}.yaml"
    assert editor.open(path, "a", 12, 3) == Outcome(opened=True)
    until = time.monotonic() + 30
    while not target.exists():
        assert time.monotonic() < until
        time.sleep(0.02)
    assert target.read_text() == repr([path, "$(id)", "12:3"])


@pytest.mark.parametrize("name", ["code.cmd", "code.BAT"])
@pytest.mark.parametrize("path", ["C:\\R&D\\a.yaml", "100%.yaml", 'a".yaml', "a^b.yaml", "a.yaml"])
def test_nothing_in_a_name_is_an_order_to_cmd(tmp_path: Path, name: str, path: str) -> None:
    """Windows lets cmd.exe run these, and that reads all of the line."""
    program = tmp_path / name
    program.write_text("#!/bin/sh\n")
    program.chmod(0o700)
    assert chosen(str(program), {}).open(path, "a", 1, 1).opened is (path == "a.yaml")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ('"C:\\Program Files\\code.cmd" --wait', ["C:\\Program Files\\code.cmd", "--wait"]),
        ("C:\\bin\\code.exe '{bestand}' {regel}", ["C:\\bin\\code.exe", "{bestand}", "{regel}"]),
    ],
)
def test_a_command_of_windows(command: str, words: list[str]) -> None:
    assert _words(command, posix=False) == words
