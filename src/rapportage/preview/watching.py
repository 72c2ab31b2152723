"""Which files of a project change: told as soon as they are saved, for as long as anyone asks."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from threading import Event

from rapportage.input.files import DEFAULT_FOLDER, names_below

_STEP, _MOST = 15, 45
"""Milliseconds in which nothing more may happen before changes are told, and after which they are told anyhow."""
_LOOK = 50
"""Milliseconds between two looks at what no event tells of: whether the folder is still there, and files elsewhere."""
_SLOWLY = 250
"""The same, where the system tells of no changes."""
_TEMPORARY = re.compile(
    r"""~$ | ^~\$ | ^\#.*\#$          # of Emacs and many others, of Word and Excel, of Emacs
    | ^4913$                          # with which Vim tries whether it may write
    | ___jb_(?:tmp|old)___$           # of the editors of JetBrains
    | \.(?:bak|crdownload|orig|part|sw[a-z]|te?mp)$ """,
    re.VERBOSE | re.IGNORECASE,
)
"""Files that an editor makes beside the one that it saves; that one takes their place by a name that does count."""
_OURS = frozenset({"__pycache__"})

_State = tuple[int, ...] | None
"""What tells a file or folder from what is there later; None when there is none."""


def watch(
    folder: Path, *, more: Sequence[Path] = (), without: Collection[Path] = (), stop: Event
) -> Iterator[frozenset[Path]]:
    """The paths in the project `folder`, and of the files `more` elsewhere, that changed: as absolute paths.

    What is saved together is told together, within 50 ms or so. The `folder` itself is among them when anything may
    have changed: at the start, as soon as nothing can be missed any more, each time that it is removed or renamed, and
    when it is there again. Changes are kept while nobody asks for them. Nothing is told of `without` (files and folders
    with all that is in them, whatever they are called by), of `build`, of what is hidden, nor of an editor's own
    temporary files.
    """
    root = _whole(folder)
    passed = frozenset(path for each in without for path in (_real(each), _real(each.parent) / each.name))
    others = [_whole(each) for each in more if not _matters(_real(each), _real(root), frozenset())]
    states, below, was_there = _states(others), _as_told, False
    while not stop.is_set():
        watched, is_first = _identity(root), True
        if was_there and watched is None:
            yield frozenset({root})
        was_there = watched is not None
        for changed in below(root, stop) if watched else ():
            found = {path for path in changed if _matters(path, root, passed)}
            before, states = states, _states(others)
            found |= {path for path in others if states[path] != before[path]}
            if found or is_first:
                yield frozenset({*found, root} if is_first else found)
            is_first = False
            if _identity(root) != watched:
                break
        else:
            below = below if watched is None or _identity(root) != watched else _as_seen
            stop.wait(_LOOK / 1000)


def _as_told(root: Path, stop: Event) -> Iterator[set[Path]]:
    """What the system tells of changes below the folder, every now and then nothing; ends where it can't (any more)."""
    from watchfiles import watch as changes_below
    from watchfiles._rust_notify import WatchfilesRustInternalError

    real = _real(root)
    try:
        for changes in changes_below(
            root,
            watch_filter=None,
            debounce=_MOST,
            step=_STEP,
            stop_event=stop,
            rust_timeout=_LOOK,
            yield_on_timeout=True,
            ignore_permission_denied=True,
        ):
            yield {_as_asked(Path(path), root, real) for _, path in changes}
    except (OSError, WatchfilesRustInternalError):  # it went away meanwhile, or there is more than can be watched
        return


def _as_seen(root: Path, stop: Event) -> Iterator[set[Path]]:
    """The same, found by looking at every file again and again."""
    states = _states(names_below(root, "*", None))
    yield set()
    while not stop.wait(_SLOWLY / 1000):
        before, states = states, _states(names_below(root, "*", None))
        yield {path for path in {*before, *states} if before.get(path) != states.get(path)}


def _as_asked(path: Path, root: Path, real: Path) -> Path:
    """The path by the name that the folder was asked by: some systems tell the real one."""
    return root / path.relative_to(real) if path.is_relative_to(real) else path


def _whole(path: Path) -> Path:
    """Absolute; without '..', which no path that the system tells has."""
    return _real(path) if ".." in path.parts else path.absolute()


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _matters(path: Path, root: Path, passed: frozenset[Path]) -> bool:
    """Whether a report may be made of what is at the path, and it is not in what is `passed`, by their real names."""
    real = _real(path)
    if not path.is_relative_to(root) or not passed.isdisjoint((real, *real.parents)):
        return False
    names = path.relative_to(root).parts
    if not names or names[0] == DEFAULT_FOLDER or not _OURS.isdisjoint(names):
        return False
    return not any(name.startswith(".") for name in names) and not _TEMPORARY.search(names[-1])


def _states(paths: Sequence[Path]) -> dict[Path, _State]:
    return {path: _state(path) for path in paths}


def _state(path: Path) -> _State:
    try:
        found = os.stat(path)  # noqa: PTH116  # as below
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _identity(folder: Path) -> _State:
    """Which folder it is that has that name now."""
    state = _state(folder)
    return state[:2] if state is not None and folder.is_dir() else None
