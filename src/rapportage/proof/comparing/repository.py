"""A git repository that may come from anyone: its objects and the names of its revisions are read, and nothing else.

git itself looks up and unpacks, but in a git folder of our own (`git_folder`) that points at its objects.
What the repository's configuration says of programs, filters, addresses and other files is never read, and without an
address there is nowhere to fetch from what is missing.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
from typing import IO

from rapportage.proof.comparing.git_folder import MEGABYTE, NoRevision, environment, fill, found_above
from rapportage.proof.comparing.git_tree import BadTree, Tree

LONGEST = 120
"""Seconds that git may take for all that is asked."""
MOST_OF_FOLDER = 20 * MEGABYTE
"""Bytes of a folder or a link in the repository."""
_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


class Repository:
    """Asks git, in the folder `own` and that environment; `prefix` leads from the top of the files to the project."""

    def __init__(self, program: str, own: Path, environment: dict[str, str], prefix: tuple[str, ...]) -> None:
        self.prefix = prefix
        self._program = program
        self._own = own
        self._environment = environment
        self._running: list[subprocess.Popen[bytes]] = []
        self._sizes = self._begun("cat-file", "--batch-check")
        self._objects = self._begun("cat-file", "--batch")

    def tree(self, revision: str) -> Tree:
        """All files of a revision.

        Raises:
            NoRevision: there is none of that name, or it is not whole.
        """
        named = self._id(revision)
        commit = named and self._id(f"{named}^{{commit}}")
        top = commit and self._id(f"{commit}^{{tree}}")
        if not top:
            raise NoRevision(f"er is geen revisie '{revision[:60]}'", "kijk met 'git log' welke revisies er zijn")
        return Tree(top, self._folder)

    def read(self, id: str, most: int) -> bytes | None:
        """What git keeps under that name; None when it has more than `most` bytes, and then it is not unpacked.

        Raises:
            NoRevision: it is not there.
        """
        size = self._asked(self._sizes, id)
        if size > most:
            return None
        if self._asked(self._objects, id) != size:
            raise NoRevision(f"object {id[:12]} van het git-archief verandert")
        data = _pipe(self._objects.stdout).read(size + 1)  # and the end of the line behind it
        if len(data) != size + 1:
            raise NoRevision(f"object {id[:12]} van het git-archief is niet te lezen")
        return data[:-1]

    def end(self) -> None:
        """Ends whatever of git is still at work."""
        for process in self._running:
            process.kill()

    def close(self) -> None:
        """Ends it, and waits until it is gone."""
        self.end()
        for process in self._running:
            with process:
                pass

    def _id(self, name: str) -> str:
        """The object of that name; nothing when there is none."""
        said = self._said("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        return said if _ID.fullmatch(said) else ""

    def _folder(self, id: str) -> bytes:
        data = self.read(id, MOST_OF_FOLDER)
        if data is None:
            raise BadTree("heeft een map die te groot is")
        return data

    def _said(self, *arguments: str) -> str:
        """What git says in one line; nothing when it has no answer."""
        return self._begun(*arguments).communicate()[0].decode("utf-8", errors="replace").strip()

    def _asked(self, process: subprocess.Popen[bytes], id: str) -> int:
        """The size of an object, which git gives before anything else."""
        try:
            _pipe(process.stdin).write(f"{id}\n".encode())
            _pipe(process.stdin).flush()
        except OSError:
            raise NoRevision("git is gestopt") from None
        head = _pipe(process.stdout).readline().split()
        if len(head) != 3 or head[0].decode() != id:
            message = f"object {id[:12]} ontbreekt in het git-archief, dat misschien maar voor een deel is opgehaald"
            raise NoRevision(message, "haal de rest op met 'git fetch' of 'git checkout'")
        return int(head[2])

    def _begun(self, *arguments: str) -> subprocess.Popen[bytes]:
        # our own list of words, never through a shell
        process = subprocess.Popen(  # noqa: S603  # the git that was looked for, and arguments of ours
            [self._program, *arguments],
            cwd=self._own,
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._running.append(process)
        return process


@contextmanager
def opened(project: Path, revision: str) -> Iterator[Repository]:
    """The repository in which the folder `project` is, to look for that revision.

    Raises:
        NoRevision: there is none, or git is not there.
    """
    program, project = _program(), project.resolve()
    known = found_above(project)
    with TemporaryDirectory(prefix="rapportage-") as made:
        own = Path(made).resolve()
        fill(own, known, with_logs="@" in revision)
        repository = Repository(program, own, environment(own, known), project.relative_to(known.top).parts)
        timer = Timer(LONGEST, repository.end)
        timer.daemon = True
        timer.start()
        try:
            yield repository
        finally:
            timer.cancel()
            repository.close()


def _program() -> str:
    """git, from a folder that has a fixed place: a project can't bring one of its own.

    Raises:
        NoRevision: it is not there.
    """
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.get_exec_path():
        path = Path(folder) / name
        if path.is_absolute() and path.is_file() and os.access(path, os.X_OK):
            return str(path)
    raise NoRevision("git is niet gevonden")


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise TypeError("git is spoken to by pipes")
    return stream
