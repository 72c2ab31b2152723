"""The files of a commit as git keeps them, and what is under a folder when each link is followed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PureWindowsPath

from msgspec import Struct

MOST_LINKS = 40
"""That are followed for one name; the same as an operating system does."""
MOST_ENTRIES = 50_000
"""That are looked at: a few folders that hold each other may stand for more files than there are atoms."""
Path = tuple[str, ...]
"""The names from the top of the repository."""
_FOLDER, _LINK, _FILES = "40000", "120000", ("100644", "100755", "100664")


class BadTree(Exception):
    """A folder of the repository is not what git itself would make; the message says why, in Dutch."""


class Entry(Struct, frozen=True):
    """A name in a folder: what it is, and under which name git keeps that."""

    mode: str
    id: str


class Tree:
    """`load` gives what git keeps under a name; `top` is that of the folder of all."""

    def __init__(self, top: str, load: Callable[[str], bytes]) -> None:
        self._top = Entry(_FOLDER, top)
        self._load = load
        self._folders: dict[str, Mapping[str, Entry]] = {}
        self._seen = 0

    def files_under(self, folder: Sequence[str]) -> Iterator[tuple[Path, str]]:
        """Each file in a folder: its path from there, and under which name git keeps it.

        Raises:
            BadTree: a name is none, or there are too many.
        """
        found = self.followed(folder)
        if found is not None and found[1].mode == _FOLDER:
            yield from self._under((found[0],), found[1], ())

    def _under(self, outer: tuple[Path, ...], folder: Entry, shown: Path) -> Iterator[tuple[Path, str]]:
        """What is in `folder`, to which the last path of `outer` leads; the others lead to those that it is in."""
        for name, entry in self._entries(folder).items():
            self._seen += 1
            if self._seen > MOST_ENTRIES:
                raise BadTree(f"heeft meer dan {MOST_ENTRIES} bestanden")
            here: Path = (*outer[-1], name)
            found = self.followed(here) if entry.mode == _LINK else (here, entry)
            if found is None:
                continue
            real, there = found
            if there.mode in _FILES:
                yield (*shown, name), there.id
            elif there.mode == _FOLDER and not any(each[: len(real)] == real for each in outer):  # it would hold itself
                yield from self._under((*outer, real), there, (*shown, name))

    def followed(self, path: Sequence[str]) -> tuple[Path, Entry] | None:
        """Where `path` leads when links are followed, and what is there; None when that is outside the repository."""
        todo, links = list(path), 0
        done: list[tuple[str, Entry]] = [("", self._top)]
        while todo:
            part = todo.pop(0)
            if part == "..":
                if len(done) == 1:
                    return None
                done.pop()
            elif part not in ("", "."):
                folder = done[-1][1]
                entry = self._entries(folder).get(part) if folder.mode == _FOLDER else None
                if entry is None:
                    return None
                if entry.mode != _LINK:
                    done.append((part, entry))
                    continue
                links += 1
                target = os.fsdecode(self._load(entry.id))
                if target.startswith("/") or links > MOST_LINKS:
                    return None
                todo = target.split("/") + todo
        return tuple(name for name, _ in done[1:]), done[-1][1]

    def _entries(self, folder: Entry) -> Mapping[str, Entry]:
        known = self._folders.get(folder.id)
        if known is None:
            width = len(folder.id) // 2
            known = self._folders[folder.id] = _read_entries(self._load(folder.id), width)
        return known


def _read_entries(data: bytes, width: int) -> dict[str, Entry]:
    """The entries of a folder; the names of objects are `width` bytes long."""
    found: dict[str, Entry] = {}
    while data:
        head, _, rest = data.partition(b"\0")
        mode, _, raw = head.partition(b" ")
        name = os.fsdecode(raw)
        if len(rest) < width or not is_plain(name) or name in found:
            raise BadTree(f"heeft een bestand met een naam die niet kan: '{name[:60]}'")
        found[name] = Entry(mode.decode("ascii", errors="replace"), rest[:width].hex())
        data = rest[width:]
    return found


def is_plain(name: str, *, on_windows: bool = os.name == "nt") -> bool:
    """Whether a name is that of one file in its folder, and not a path or a way up."""
    if name in ("", ".", "..") or name.casefold() == ".git" or "/" in name or "\0" in name:
        return False
    windows = PureWindowsPath(name)
    is_odd = windows.name != name or name.endswith((".", " ")) or any(each in name for each in '\\:*?"<>|')
    return not on_windows or not (is_odd or _is_device(windows))


_PORTS = (f"{name}{at}" for name in ("com", "lpt") for at in "0123456789¹²³")
_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$", *_PORTS}


def _is_device(name: PureWindowsPath) -> bool:
    """Whether Windows takes the name for one of its devices, whatever comes behind a dot."""
    return name.name.partition(".")[0].rstrip(" ").casefold() in _DEVICES
