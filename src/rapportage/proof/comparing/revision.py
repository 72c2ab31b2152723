"""The files of a project as they were in a git revision, in a folder of their own: the user's files stay untouched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from rapportage.input.files import write_new
from rapportage.proof.comparing.git_folder import MEGABYTE, NoRevision
from rapportage.proof.comparing.git_tree import BadTree
from rapportage.proof.comparing.repository import Repository, opened

MOST_OF_FILE = 25 * MEGABYTE
"""Bytes of a file; a larger one is none that a report is made of."""
MOST = 1000 * MEGABYTE
"""Bytes of all files together."""


@contextmanager
def files_of(revision: str, project: Path) -> Iterator[Path]:
    """A folder with what `project` held in that revision; it is gone afterwards.

    A link becomes a copy of what it leads to, also elsewhere in the repository; one that leads out of it is left out.

    Raises:
        NoRevision: git is not there, the project is in no repository, it has no such revision, or its files can't be
            had.
    """
    with TemporaryDirectory(prefix="rapportage-") as made:
        folder = Path(made).resolve()
        with opened(project, revision) as repository:
            _write(repository, revision, folder)
        yield folder


def _write(repository: Repository, revision: str, folder: Path) -> None:
    name, written = revision[:60], 0
    try:
        files = list(repository.tree(revision).files_under(repository.prefix))  # all, before anything is written
        if not files:
            raise NoRevision(f"revisie '{name}' heeft de map {'/'.join(repository.prefix) or '.'} niet")
        for path, blob in files:
            data = repository.read(blob, MOST_OF_FILE)
            if data is None:
                continue
            written += len(data)
            if written > MOST:
                raise NoRevision(f"de bestanden van revisie '{name}' zijn samen groter dan {MOST // MEGABYTE} MB")
            place = folder.joinpath(*path)
            place.parent.mkdir(parents=True, exist_ok=True)
            write_new(place, data)
    except BadTree as fault:
        raise NoRevision(f"revisie '{name}' {fault}") from None
    except OSError as error:
        raise NoRevision(f"de bestanden van revisie '{name}' zijn niet weg te schrijven") from error
