"""Reading: the one place where a file of the user is opened, and the folders in which it is looked for."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from rapportage.input.files.faults import FileFault, Reason
from rapportage.input.files.fence import inside, real_path

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""A link that came after we looked is not followed, and a pipe is not waited for."""


def read(path: Path, most: int, project: Path | None) -> bytes:
    """The bytes of the file at `path`, which the user named or which was found by its name; no more than `most`.

    Raises:
        FileFault: it is not there, is no ordinary file, is larger, or a link in the project leads out of it.
    """
    return _read(real_path(path, project), most)


def read_inside(path: Path, most: int, project: Path) -> bytes:
    """The bytes of the file at `path`, which a file named: it is in the project.

    Raises:
        FileFault: as for `read`, or it is elsewhere.
    """
    return _read(inside(path, project), most)


def exists(path: Path, project: Path | None) -> bool:
    """Whether there is anything to be read at `path`; what may not be read counts, so that reading it says why."""
    try:
        return real_path(path, project).exists()
    except (FileFault, OSError):
        return True


def names_in(folder: Path, pattern: str, project: Path | None) -> list[Path]:
    """What is in a folder, by name; nothing when it is no folder, or can't be looked into.

    Raises:
        FileFault: a link in the project leads out of it.
    """
    found = real_path(folder, project)
    try:
        return sorted(folder / each.name for each in found.glob(pattern)) if found.is_dir() else []
    except OSError:
        return []


def names_below(folder: Path, pattern: str, project: Path | None) -> list[Path]:
    """As that, in the folders within it as well; a link to a folder is not followed.

    Raises:
        FileFault: a link in the project leads out of it.
    """
    found = real_path(folder, project)
    try:
        return sorted(folder / each.relative_to(found) for each in found.rglob(pattern)) if found.is_dir() else []
    except OSError:
        return []


def _read(path: Path, most: int) -> bytes:
    try:
        _check_ordinary(path.lstat())  # before it is opened: of a device that is no small thing
        with open(os.open(path, _FLAGS), "rb") as file:  # noqa: PTH123  # flags that Path.open can't give
            _check_ordinary(os.fstat(file.fileno()))
            data = file.read(most + 1)
            size = os.fstat(file.fileno()).st_size
    except (FileNotFoundError, NotADirectoryError):
        raise FileFault(Reason.MISSING) from None
    except (OSError, ValueError) as error:
        raise FileFault(Reason.UNREADABLE, getattr(error, "strerror", None) or "geen geldig pad") from None
    if len(data) > most:
        raise FileFault(Reason.TOO_LARGE)
    if len(data) != size:
        raise FileFault(Reason.CHANGED)
    return data


def _check_ordinary(found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise FileFault(Reason.FOLDER if stat.S_ISDIR(found.st_mode) else Reason.SPECIAL)
