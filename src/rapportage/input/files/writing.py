"""Writing a file that is not there yet."""

from __future__ import annotations

import os
from pathlib import Path

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_ORDINARY = 0o666
"""What the user's mask leaves of this is who may read it."""


def write_new(path: Path, data: bytes, *, to_keep: bool = False) -> None:
    """Writes a file; one that is to be kept is waited for, as a full disk may say so only then.

    Raises:
        OSError: it can't be written, or there is something of that name, be it a link.
    """
    with open(os.open(path, _FLAGS, _ORDINARY), "wb") as file:  # noqa: PTH123  # flags that Path.open can't give
        file.write(data)
        if to_keep:
            file.flush()
            os.fsync(file.fileno())


def make_folder(path: Path) -> None:
    """Makes a folder where there is none; not those above it.

    Raises:
        OSError: it can't be made.
    """
    path.mkdir(exist_ok=True)
