"""Files that belong together arrive together or not at all, whatever stops the writing of them."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from rapportage.files.writing import write_new

BUSY, DONE = ".rapportage-bezig-", ".rapportage-klaar-"
"""How the names begin of the folder in which files are made ready: by the name one sees whether all had arrived."""
_NEW, _OLD, _ABSENT = "nieuw", "oud", "geen"
"""In it: the new files, the old ones in whose place they come, and the names that had none."""


def write_together(made: Mapping[str, bytes], folder: Path) -> None:
    """Writes files by name, in place of those in the folder, which nobody else may do meanwhile (`locked`).

    All are whole on the disk before the first takes its place. What fails is undone; what is killed, the next call
    undoes.

    Raises:
        OSError: they can't be written, and all is as it was.
    """
    clean(folder)
    work = Path(tempfile.mkdtemp(prefix=BUSY, dir=folder))
    try:
        for part in (_NEW, _OLD, _ABSENT):
            (work / part).mkdir()
        for name, data in made.items():
            write_new(work / _NEW / name, data, to_keep=True)
        for name in made:
            _keep(folder / name, work, name)
        for name in made:
            (work / _NEW / name).replace(folder / name)
        work = work.rename(work.with_name(work.name.replace(BUSY, DONE)))
    except BaseException:
        _undo(work, folder)
        raise
    shutil.rmtree(work, ignore_errors=True)


def clean(folder: Path) -> None:
    """Undoes what commands began that were killed, and removes what they left."""
    for work in folder.glob(f"{DONE}*"):
        shutil.rmtree(work, ignore_errors=True)
    for work in folder.glob(f"{BUSY}*"):
        if not any(path.is_symlink() for path in (work, work / _NEW, work / _OLD, work / _ABSENT)):
            _undo(work, folder)


def _keep(target: Path, work: Path, name: str) -> None:
    """Keeps what is at `target`; when that is nothing, this is kept as well."""
    if not os.path.lexists(target):
        write_new(work / _ABSENT / name, b"")
        return
    try:
        os.link(target, work / _OLD / name, follow_symlinks=False)
    except (OSError, NotImplementedError):  # a disk or a system without them
        shutil.copyfile(target, work / _OLD / name, follow_symlinks=False)


def _undo(work: Path, folder: Path) -> None:
    """Puts back what was there; what can't be put back stays in `work` for the next time.

    What is no longer among the new files took its place, for all are made before any old one is kept.
    """
    with suppress(OSError):
        for old in _in(work / _OLD):
            if not (work / _NEW / old.name).exists():
                old.replace(folder / old.name)
        for absent in _in(work / _ABSENT):
            if not (work / _NEW / absent.name).exists():
                (folder / absent.name).unlink(missing_ok=True)
        shutil.rmtree(work)


def _in(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []
