"""A git folder of our own beside that of a repository: names of revisions, a configuration of ours, and no objects."""

from __future__ import annotations

import os
import re
from pathlib import Path

from msgspec import Struct

from rapportage.input.files import FileFault, names_in, read, write_new

MEGABYTE = 1_000_000
MOST_OF_NAMES, MOST_NAMES = 50 * MEGABYTE, 50_000
"""Bytes in one file with names of revisions, and how many of those files."""
MOST_BORROWED = 10
"""Repositories of which one may use the objects."""
_CONFIG = "[core]\n\trepositoryformatversion = {}\n\tbare = true\n\tcommitGraph = false\n\tmultiPackIndex = false\n"
_EXTENSION = "[extensions]\n\tobjectFormat = sha256\n"
_LONG_NAMES = re.compile(r"(?im)^\s*objectformat\s*=\s*\"?sha256\b")
"""All that the repository's own configuration is asked: how long the names of objects are."""


class NoRevision(Exception):
    """The files can't be had; the message says why, in Dutch, and `hint` what helps, where we know."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


class GitFolder(Struct, frozen=True):
    """Where a repository keeps what we read of it."""

    top: Path
    """The folder with all its files."""
    own: Path
    """What git keeps of this folder of files: which revision it is of."""
    common: Path
    """What git keeps of all folders of files that the repository may have."""

    @property
    def objects(self) -> Path:
        return self.common / "objects"


def found_above(project: Path) -> GitFolder:
    """The repository in which the folder `project` is.

    Raises:
        NoRevision: it is in none.
    """
    for top in (project, *project.parents):
        mark = top / ".git"
        text = _text(mark) if mark.is_file() else None
        own = _named(top, text.removeprefix("gitdir:")) if text and text.startswith("gitdir:") else mark
        if (own / "HEAD").is_file():
            common = _text(own / "commondir")
            return GitFolder(top, own, _named(own, common) if common else own)
    raise NoRevision(f"{project} staat niet in een git-archief")


def fill(folder: Path, known: GitFolder, *, with_logs: bool) -> None:
    """Makes it: copies of the names of revisions, with logs what they were before, and a configuration of our own.

    Raises:
        NoRevision: there are too many, or the repository would look for objects on another machine.
    """
    _check_borrowed(known.objects)
    is_long = _LONG_NAMES.search(_text(known.common / "config") or "") is not None
    write_new(folder / "config", (_CONFIG.format(1) + _EXTENSION if is_long else _CONFIG.format(0)).encode())
    _copy(known.common / "packed-refs", folder / "packed-refs")
    for head in names_in(known.own, "*HEAD", None):
        _copy(head, folder / head.name)
    count = 0
    for source in dict.fromkeys((known.own, known.common)):
        for part in ("refs", "logs") if with_logs else ("refs",):
            (folder / part).mkdir(exist_ok=True)
            for path in _files_in(source / part):
                count += 1
                if count > MOST_NAMES:
                    raise NoRevision(f"het git-archief heeft meer dan {MOST_NAMES} namen van revisies")
                _copy(path, folder / path.relative_to(source))


def environment(folder: Path, known: GitFolder) -> dict[str, str]:
    """That of git: nothing of the user's own for git, no address that may be asked, no question put to anyone."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return own | {
        "GIT_DIR": str(folder),
        "GIT_OBJECT_DIRECTORY": str(known.objects),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }


def _files_in(folder: Path) -> list[Path]:
    """Every file in a folder and those in it; links are left for what they are."""
    return [Path(base) / name for base, _, names in os.walk(folder) for name in names]


def _copy(source: Path, target: Path) -> None:
    """A name that was copied before is that of this folder of files, which counts."""
    try:
        data = None if source.is_symlink() or target.exists() else read(source, MOST_OF_NAMES, None)
    except FileFault:
        return  # git will miss it, and say so
    if data is not None:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_new(target, data)


def _check_borrowed(objects: Path) -> None:
    """Objects may be in other repositories, but on this machine."""
    waiting, seen = [objects], 0
    while waiting:
        seen += 1
        if seen > MOST_BORROWED:
            raise NoRevision(f"het git-archief leent van meer dan {MOST_BORROWED} andere")
        here = waiting.pop()
        for line in (_text(here / "info" / "alternates") or "").splitlines():
            if line and not line.startswith("#"):
                waiting.append(_named(here, line))


def _named(base: Path, written: str) -> Path:
    """The folder that a file of git names."""
    written = written.strip()
    found = base / written
    if written.startswith(("//", "\\\\")) and found.anchor != base.anchor:  # Windows would ask the network for it
        raise NoRevision("het git-archief verwijst naar een andere machine")
    return found


def _text(path: Path) -> str | None:
    try:
        return os.fsdecode(read(path, MEGABYTE, None)).rstrip("\r\n")
    except FileFault:
        return None
