"""The files of a project as they were in a git revision, in a folder of their own: the user's files stay untouched."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

LONGEST = 120
"""Seconds that git may take."""


class NoRevision(Exception):
    """The files can't be had; the message says why, in Dutch."""


@contextmanager
def files_of(revision: str, project: Path) -> Iterator[Path]:
    """A folder with what `project` held in that revision; it is gone afterwards.

    Raises:
        NoRevision: git is not there, the project is in no repository, or it has no such revision.
    """
    fault = f"{project} staat niet in een git-archief"
    prefix = _git(project, "rev-parse", "--show-prefix", fault=fault).decode().rstrip("\n")
    wanted = f"{revision}^{{commit}}"
    fault = f"er is geen revisie '{revision[:60]}'"
    commit = _git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted, fault=fault).decode().strip()
    tree = f"{commit}:{prefix}"
    fault = f"revisie '{revision[:60]}' heeft de map {prefix or '.'} niet"
    packed = _git(project, "archive", "--format=tar", tree, fault=fault, at_top=True)
    with TemporaryDirectory(prefix="rapportage-") as folder:
        try:
            with tarfile.open(fileobj=BytesIO(packed)) as archive:
                archive.extractall(folder, filter="data")
        except tarfile.TarError as error:
            raise NoRevision(f"revisie '{revision[:60]}' bevat een bestand dat niet kan: {error}") from error
        yield Path(folder)


def _git(project: Path, *arguments: str, fault: str, at_top: bool = False) -> bytes:
    """What git says in the folder of the project, or in that of its repository."""
    program = shutil.which("git")
    if program is None:
        raise NoRevision("git is niet gevonden")
    folder = project
    if at_top:
        top = _git(project, "rev-parse", "--show-toplevel", fault=fault)
        folder = Path(top.decode().rstrip("\n"))
    command = [program, "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=LONGEST)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoRevision(fault) from error
    if done.returncode != 0:
        raise NoRevision(fault)
    return done.stdout
