"""Opens a file in the editor of the user at a line, where that has a window of its own. No shell comes into it."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import PurePath
from threading import Thread
from urllib.parse import quote

from msgspec import Struct

VSCODE = "vscode"
FILE, LINE, COLUMN = "{bestand}", "{regel}", "{kolom}"
AT = f"{FILE}:{LINE}:{COLUMN}"
"""As many programs take a place."""
_PLACES = re.compile("|".join(map(re.escape, (FILE, LINE, COLUMN))))
_CODE = ("--goto", AT)
_KATE = ("--line", LINE, "--column", COLUMN, FILE)
_IDEA = ("--line", LINE, "--column", COLUMN, FILE)
_VIM = (f"+call cursor({LINE},{COLUMN})", FILE)
_PLUS = (f"+{LINE}:{COLUMN}", FILE)
WINDOWED: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"), _CODE),
    **dict.fromkeys(("subl", "sublime_text", "zed", "zeditor", "pulsar"), (AT,)),
    **dict.fromkeys(("gvim", "mvim"), _VIM),
    **dict.fromkeys(("kate", "kwrite"), _KATE),
    **dict.fromkeys(("gedit", "gnome-text-editor", "xed"), _PLUS),
    **dict.fromkeys(("idea", "pycharm", "webstorm", "phpstorm", "rubymine", "goland", "clion", "rider"), _IDEA),
    "emacsclient": ("--no-wait", f"+{LINE}:{COLUMN}", FILE),
    "geany": ("--line", LINE, "--column", COLUMN, FILE),
    "mate": ("--line", f"{LINE}:{COLUMN}", FILE),
    "bbedit": (f"+{LINE}:{COLUMN}", FILE),
    "notepad++": (f"-n{LINE}", f"-c{COLUMN}", FILE),
}
"""Programs with a window, and what they are given to go to a place."""
_WAITING = {"-w", "--wait", "-W", "--block", "-b", "-f", "--nofork"}
"""Options with which an editor ends only when the file is closed: for who calls it from a terminal."""
_IN_TERMINAL = {"-nw", "-t", "--tty"}
_OF_CMD, _SPECIAL = {".bat", ".cmd"}, {*'&|<>^%!"\r\n'}
"""Programs that Windows gives to cmd.exe, and what means something to that, also in the name of a file."""


class Outcome(Struct, frozen=True, omit_defaults=True):
    """What became of it: an address to go to, a window that was opened, or words."""

    url: str = ""
    opened: bool = False
    message: str = ""


class Editor(Struct, frozen=True):
    """How the user's editor is called; an empty command is none."""

    command: tuple[str, ...] = ()
    has_address: bool = False
    """Whether it is opened by its address (vscode://)."""

    def open(self, path: str, shown: str, line: int, column: int) -> Outcome:
        """Opens the file there, or says where it is."""
        if self.has_address:
            return Outcome(url=f"vscode://file/{quote(PurePath(path).as_posix().lstrip('/'))}:{line}:{column}")
        place = f"{shown}:{line}:{column}"
        if not self.command:
            return Outcome(message=place)
        words = {FILE: path, LINE: str(line), COLUMN: str(column)}
        if _begin([_filled(each, words) for each in self.command]):
            return Outcome(opened=True)
        return Outcome(message=f"{self.command[0]} kan niet worden gestart; de plaats is {place}")


def _filled(word: str, words: Mapping[str, str]) -> str:
    """The word with what its places stand for, in one pass: nothing in a path counts as a place."""
    return _PLACES.sub(lambda found: words[found[0]], word)


def _begin(command: Sequence[str]) -> bool:
    program = shutil.which(command[0])
    if program is None or (PurePath(program).suffix.lower() in _OF_CMD and _SPECIAL & {*"".join(command[1:])}):
        return False
    try:
        process = subprocess.Popen(  # noqa: S603  # the program that the user named, and a path of the project
            [program, *command[1:]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    Thread(target=process.wait, daemon=True).start()
    return True


def chosen(asked: str | None, environment: Mapping[str, str] = os.environ) -> Editor:
    """The editor that is asked; else that of the environment, if it has a window; else VS Code, in its terminal.

    Raises:
        ValueError: the command has a quote that is not closed, or is empty.
    """
    if asked is not None:
        return _asked(asked)
    for name in ("VISUAL", "EDITOR"):
        with suppress(ValueError):
            command = _windowed(_words(environment.get(name, "")))
            if command:
                return Editor(command)
    return Editor(has_address=environment.get("TERM_PROGRAM") == VSCODE)


def _asked(asked: str) -> Editor:
    if asked == VSCODE:
        return Editor(has_address=True)
    words = _words(asked)
    if not words:
        raise ValueError("an empty command")
    if any(name in word for word in words for name in (FILE, LINE, COLUMN)):
        return Editor(tuple(words))
    return Editor(_windowed(words) or (*words, FILE))


def _words(command: str, *, posix: bool = os.name != "nt") -> list[str]:
    """The words of a command, without their quotes; on Windows a backslash is one of a path."""
    words = shlex.split(command, posix=posix)
    return words if posix else [re.sub(r"""^(["'])(.*)\1$""", r"\2", each) for each in words]


def _windowed(words: Sequence[str]) -> tuple[str, ...]:
    """The command that goes to a place, of a program that we know to have a window; empty for another."""
    if not words or _IN_TERMINAL & {*words}:
        return ()
    given = WINDOWED.get(PurePath(words[0]).name.lower().removesuffix(".exe").removesuffix(".cmd"))
    return (words[0], *(word for word in words[1:] if word not in _WAITING), *given) if given else ()
