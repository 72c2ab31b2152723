"""A file by its name as people see it: disks have names in other forms (macOS decomposes the letters) than texts."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

from rapportage.document import normal


def as_on_disk(folder: Path, name: str) -> Path:
    """The path of `name`, itself a path from `folder`, as it is there; just that path when there is none.

    Nothing is looked up outside the folder, nor through links: what leads elsewhere is for `fence` to judge.
    """
    path = folder / name
    if os.path.lexists(path) or ".." in PurePosixPath(name).parts or not path.is_relative_to(folder):
        return path
    here = folder
    for part in path.relative_to(folder).parts:
        here = here / _same(here, part)
    return here


def _same(folder: Path, name: str) -> str:
    """The name in the folder that looks the same."""
    if os.path.lexists(folder / name) or folder.is_symlink():
        return name
    try:
        there = (each.name for each in folder.iterdir())
        return min((each for each in there if normal.name(each) == normal.name(name)), default=name)
    except OSError:
        return name
