"""Files that belong together arrive together or not at all, whatever stops the writing of them."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from rapportage.input.files.writing import write_new

BUSY, DONE = ".rapportage-bezig-", ".rapportage-klaar-"
"""How the names begin of the folder in which files are made ready: by the name one sees whether all had arrived."""
_NEW, _OLD, _ABSENT = "nieuw", "oud", "geen"
"""In it: the new files, the old ones in whose place they come, and the names that had none."""


def write_together(made: Mapping[str, bytes], folder: Path) -> None:
    """Writes files by name, in place of those in the folder, which nobody else may do meanwhile (`locked`).

    A name may lead through folders ('data/2025-01.yaml'), which are made where they are not there.
    All are whole on the disk before the first takes its place. What fails is undone; what is killed, the next call
    undoes.

    Raises:
        OSError: they can't be written, and all is as it was.
    """
    undo_unfinished(folder)
    work = Path(tempfile.mkdtemp(prefix=BUSY, dir=folder))
    done = work.with_name(work.name.replace(BUSY, DONE))
    try:
        for part in (_NEW, _OLD, _ABSENT):
            (work / part).mkdir()
        for name, data in made.items():
            write_new(_with_folders(work / _NEW, name), data, to_keep=True)
        for name, data in made.items():
            _keep(folder / name, work, name, data)
        for name in made:
            (work / _NEW / name).replace(_with_folders(folder, name))
        work.rename(done)
    except BaseException:
        if done.exists():  # an interrupt that came when all had arrived
            _remove(done)
        else:
            _undo(work, folder)
        raise
    _remove(done)


def undo_unfinished(folder: Path) -> None:
    """Undoes what commands began that were killed, and removes what they left."""
    for work in folder.glob(f"{DONE}*"):
        _remove(work)
    for work in folder.glob(f"{BUSY}*"):
        if not any(path.is_symlink() for path in (work, work / _NEW, work / _OLD, work / _ABSENT)):
            _undo(work, folder)


def _remove(work: Path) -> None:
    """Also where an interrupt comes meanwhile: there is no second one."""
    try:
        shutil.rmtree(work, ignore_errors=True)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _with_folders(folder: Path, name: str) -> Path:
    """The path of the file, in folders that are there."""
    path = folder / name
    if path.parent != folder:
        path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _keep(target: Path, work: Path, name: str, data: bytes) -> None:
    """Keeps what is at `target`; when that is nothing, this is kept as well, with what is to come there."""
    if not os.path.lexists(target):
        write_new(_with_folders(work / _ABSENT, name), _digest(data))
        return
    old = _with_folders(work / _OLD, name)
    try:
        os.link(target, old, follow_symlinks=False)
    except (OSError, NotImplementedError):  # a disk or a system without them
        shutil.copyfile(target, old, follow_symlinks=False)


def _digest(data: bytes) -> bytes:
    return sha256(data).hexdigest().encode()


def _undo(work: Path, folder: Path) -> None:
    """Puts back what was there; what can't be put back stays in `work` for the next time.

    What is no longer among the new files took its place, for all are made before any old one is kept. What the user
    changed since, where there was nothing before, stays.
    """
    with suppress(OSError):
        for name in _in(work / _OLD):
            if not (work / _NEW / name).exists():
                (work / _OLD / name).replace(folder / name)
        for name in _in(work / _ABSENT):
            path, came = folder / name, not (work / _NEW / name).exists()
            if came and path.is_file() and _digest(path.read_bytes()) == (work / _ABSENT / name).read_bytes():
                path.unlink()
            _remove_empty(path.parent, folder)
        shutil.rmtree(work)


def _remove_empty(inner: Path, folder: Path) -> None:
    """Removes the folders that are empty, from `inner` up to `folder`, which stays."""
    with suppress(OSError):
        while inner != folder:
            inner.rmdir()
            inner = inner.parent


def _in(folder: Path) -> list[Path]:
    """The names of the files in a folder and the folders in it: paths from there."""
    found = (each for each in folder.rglob("*") if each.is_symlink() or not each.is_dir())
    return sorted(each.relative_to(folder) for each in found)
