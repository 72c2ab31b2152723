"""Where a path leads, and whether it may be followed: the one rule for every file that is read or written.

What the user types as a path is the user's own word, wherever it points. All else, found by its name or named in a
file, is in the project. And no link that is in the project leads out of it, however one came there: a project may
come from anyone, and its links would read, quote and overwrite what its maker could not reach.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from rapportage.input.files.faults import FileFault, Reason

MOST_LINKS = 40
"""That are followed for one path; the same as an operating system does."""


def real_path(path: Path, project: Path | None) -> Path:
    """Where `path` leads, links followed; whether anything is there is not asked. Without a project all are followed.

    Raises:
        FileFault: a link in the project leads out of it, or there is no end to its links.
    """
    try:
        root = None if project is None else Path(os.path.realpath(project))
        found = _followed(Path.cwd() / path, root, iter(range(MOST_LINKS)))
        if root and found.is_relative_to(root) and not Path(os.path.realpath(found)).is_relative_to(root):
            raise FileFault(Reason.OUTSIDE)  # what is no link to Python, and yet leads elsewhere: a junction of Windows
    except (OSError, RuntimeError, ValueError) as error:
        raise FileFault(Reason.UNREADABLE, getattr(error, "strerror", None) or "geen geldig pad") from None
    return found


def inside(path: Path, project: Path) -> Path:
    """Where `path` leads, which is in the project.

    Raises:
        FileFault: it leads elsewhere, by a link or by the names in it.
    """
    found = real_path(path, project)
    if not found.is_relative_to(os.path.realpath(project)):
        raise FileFault(Reason.OUTSIDE)
    return found


def _followed(path: Path, root: Path | None, left: Iterator[int]) -> Path:
    """The absolute `path` without links, of which so many may be followed as are `left`."""
    here = Path(path.anchor)
    for part in path.relative_to(here).parts:
        step = here.parent if part == ".." else here / part
        if step.is_symlink():
            if next(left, None) is None:
                raise FileFault(Reason.UNREADABLE, "te veel links, of een link in een kring")
            step = _followed(here / step.readlink(), root, left)
            if root and here.is_relative_to(root) and not step.is_relative_to(root):
                raise FileFault(Reason.OUTSIDE)
        here = step
    return here
