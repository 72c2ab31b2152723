"""Drawings that were made before, by what they were made of: a folder that may be deleted at any time.

Each entry begins with the digest of the rest: one that is not whole, or not ours, is made anew. An entry is written
beside its place and then named, so two processes at once can't harm each other.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from tempfile import gettempdir

from rapportage.input.files import FileFault, make_folder, read, write_new

DIGEST = 32
MOST_BYTES = 50_000_000
MOST_ENTRIES = 500
"""Beyond so many, those that were not used the longest go."""


def folder() -> Path:
    """Where the XDG Base Directory Specification says that what can be made again is kept."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(base):  # noqa: PTH117  # of a text
        return Path(base) / "rapportage"
    try:
        return Path.home() / ".cache" / "rapportage"
    except RuntimeError:  # who has no home, such as in a bare container
        return Path(gettempdir()) / "rapportage"


def kept(key: str) -> bytes | None:
    """What was kept under that name; None where there is nothing sound."""
    path = folder() / key
    try:
        data = read(path, MOST_BYTES, None)
        os.utime(path)
    except (FileFault, OSError):
        return None
    return data[DIGEST:] if sha256(data[DIGEST:]).digest() == data[:DIGEST] else None


def keep(key: str, data: bytes) -> None:
    """Keeps it, where the disk allows that; a report never fails for it."""
    with suppress(OSError):
        _make(folder())
        folder().chmod(0o700)  # as that specification asks: figures may not be out yet
        aside = folder() / f"{key}.{token_hex(4)}"
        write_new(aside, sha256(data).digest() + data)
        aside.replace(folder() / key)
        _bound()


def _make(path: Path) -> None:
    if not path.is_dir():
        _make(path.parent)
        make_folder(path)


def _bound() -> None:
    entries = [entry for entry in folder().iterdir() if entry.is_file()]
    for entry in sorted(entries, key=lambda entry: entry.stat().st_mtime)[: max(0, len(entries) - MOST_ENTRIES)]:
        entry.unlink(missing_ok=True)
