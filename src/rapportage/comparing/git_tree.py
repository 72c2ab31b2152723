"""The files and links of a repository, and what lies under a folder of it when each link is followed."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from msgspec import Struct

MOST_LINKS = 40
"""That are followed for one name; the same as an operating system does."""


class Tree(Struct, frozen=True):
    """Paths are from the top of the repository, with '/'."""

    files: Mapping[str, str]
    """By path: under which name git keeps it."""
    links: Mapping[str, str]
    """By path: where it leads, as it is written."""

    def files_under(self, folder: str) -> Iterator[tuple[str, str]]:
        """Each file in a folder ('' or with '/' behind it): its path from there, and under which name git keeps it."""
        yield from self._under((folder,), "")

    def _under(self, folders: tuple[str, ...], shown: str) -> Iterator[tuple[str, str]]:
        """What lies in the last of `folders`, that a link in the one before it leads to."""
        folder = folders[-1]
        for path, blob in self.files.items():
            if path.startswith(folder) and ".." not in path.split("/"):
                yield shown + path[len(folder) :], blob
        for path in self.links:
            real = self.followed(path) if path.startswith(folder) and ".." not in path.split("/") else None
            if real is None:
                continue
            name = shown + path[len(folder) :]
            if real in self.files:
                yield name, self.files[real]
                continue
            inner = f"{real}/" if real else ""
            if not any(outer.startswith(inner) for outer in folders):  # a folder that holds itself has no end
                yield from self._under((*folders, inner), f"{name}/")

    def followed(self, path: str) -> str | None:
        """What lies at `path` when links are followed, and '' for the top; None when that is outside the repository."""
        todo, done, seen = path.split("/"), "", 0
        while todo:
            part = todo.pop(0)
            if part == "..":
                if not done:
                    return None
                done = posixpath.dirname(done)
            elif part not in ("", "."):
                here = f"{done}/{part}" if done else part
                target = self.links.get(here)
                if target is None:
                    done = here
                    continue
                seen += 1
                if target.startswith("/") or seen > MOST_LINKS:
                    return None
                todo = target.split("/") + todo
        return done
