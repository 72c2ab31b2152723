"""The files of a project as they were in a git revision, in a folder of their own: the user's files stay untouched."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from rapportage.comparing.git_tree import Tree

LONGEST = 120
"""Seconds that git may take."""
_LINK, _FILES = "120000", ("100644", "100755")


class NoRevision(Exception):
    """The files can't be had; the message says why, in Dutch."""


@contextmanager
def files_of(revision: str, project: Path) -> Iterator[Path]:
    """A folder with what `project` held in that revision; it is gone afterwards.

    A link becomes a copy of what it leads to, also elsewhere in the repository; one that leads out of it is left out.

    Raises:
        NoRevision: git is not there, the project is in no repository, or it has no such revision.
    """
    name = revision[:60]
    fault = f"{project} staat niet in een git-archief"
    prefix = os.fsdecode(_git(project, "rev-parse", "--show-prefix", fault=fault)).rstrip("\n")
    wanted = f"{revision}^{{commit}}"
    fault = f"er is geen revisie '{name}'"
    commit = _git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted, fault=fault).decode().strip()
    fault = f"de bestanden van revisie '{name}' zijn niet te lezen"
    files = list(_tree(project, commit, fault).files_under(prefix))
    if not files:
        raise NoRevision(f"revisie '{name}' heeft de map {prefix or '.'} niet")
    blobs = _blobs(project, [blob for _, blob in files], fault)
    with TemporaryDirectory(prefix="rapportage-") as made:
        folder = Path(made).resolve()
        try:
            for (path, _), data in zip(files, blobs, strict=True):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(data)
        except OSError as error:
            raise NoRevision(f"de bestanden van revisie '{name}' passen niet op de schijf") from error
        yield folder


def _tree(project: Path, commit: str, fault: str) -> Tree:
    """All files and links of the repository in that commit."""
    listed = os.fsdecode(_git(project, "ls-tree", "-r", "-z", "--full-tree", commit, fault=fault))
    files: dict[str, str] = {}
    links: dict[str, str] = {}
    for line in filter(None, listed.split("\0")):
        about, _, path = line.partition("\t")
        mode, _, blob = about.split(" ")
        if mode == _LINK:
            links[path] = blob
        elif mode in _FILES:
            files[path] = blob
    targets = map(os.fsdecode, _blobs(project, list(links.values()), fault))
    return Tree(files, dict(zip(links, targets, strict=True)))


def _blobs(project: Path, names: Sequence[str], fault: str) -> list[bytes]:
    """What git keeps under these names."""
    packed = _git(project, "cat-file", "--batch", fault=fault, given="".join(f"{name}\n" for name in names).encode())
    found, at = [], 0
    for name in names:
        end = packed.index(b"\n", at)
        head = packed[at:end].split(b" ")
        if len(head) != 3 or head[0].decode() != name:
            raise NoRevision(fault)
        begin, at = end + 1, end + 1 + int(head[2]) + 1
        found.append(packed[begin : at - 1])
    return found


def _git(project: Path, *arguments: str, fault: str, given: bytes = b"") -> bytes:
    """What git says in the folder of the project, having read what was `given`."""
    program = shutil.which("git")
    if program is None:
        raise NoRevision("git is niet gevonden")
    command = [program, "-C", str(project), *arguments]
    try:
        # our own list of words, never through a shell
        done = subprocess.run(command, input=given, capture_output=True, check=False, timeout=LONGEST)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoRevision(fault) from error
    if done.returncode != 0:
        raise NoRevision(fault)
    return done.stdout
