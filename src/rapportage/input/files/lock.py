"""A folder to ourselves while files in it are replaced: one command at a time, and no lock outlives who had it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


NAME = ".rapportage.lock"
LONGEST = 10.0
"""Seconds that we wait for another: it has the folder for no longer than the files take to be written."""
_PAUSE = 0.02
_FLAGS = os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


class Busy(Exception):
    """Another command kept the folder for all the time that we waited."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keeps others out of the folder. The system lets go of a lock when its process ends, however that ends.

    On a disk that knows no locks nobody is kept out.

    Raises:
        Busy: another command has it.
        OSError: no file can be made there.
    """
    path, end = folder / NAME, monotonic() + LONGEST
    while (descriptor := _taken(path)) is None:
        if monotonic() > end:
            raise Busy
        sleep(_PAUSE)
    try:
        yield
    finally:
        with suppress(OSError):  # Windows removes no open file
            path.unlink()
        os.close(descriptor)
        if sys.platform == "win32":
            with suppress(OSError):  # the next command has it already
                path.unlink()


def _taken(path: Path) -> int | None:
    """The file, with its lock; None when another has that."""
    try:
        descriptor = os.open(path, os.O_RDWR | _FLAGS, 0o666)
    except PermissionError:  # what another user left there when that command was killed
        descriptor = os.open(path, os.O_RDONLY | _FLAGS)
    try:
        _take(descriptor)
    except (BlockingIOError, PermissionError):
        os.close(descriptor)
        return None
    except OSError:  # no locks here
        return descriptor
    try:
        is_there = os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:  # who had it removed it while we waited
        is_there = False
    if not is_there:
        os.close(descriptor)
        return None
    return descriptor
