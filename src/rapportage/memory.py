"""What was read and made in earlier builds of the same process, for a build that finds its files mostly unchanged.

What is kept is known by all that it was made of: the bytes of a file, values that can't change, and names. Neither the
time of a file nor its path says anything of what is in it. So a build with a memory makes what one without it makes.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from rapportage.diagnostics import Findings

_Made = TypeVar("_Made")
_LATELY = 2
"""What was used in none of so many builds, nor in as many that were whole, is forgotten."""


class Same:
    """A value that never changes, in a key: known as itself, whatever is equal to it. It lives as long as the key."""

    __slots__ = ("_value",)

    def __init__(self, value: object) -> None:
        self._value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self._value is other._value

    def __hash__(self) -> int:
        return id(self._value)


class _Kept:
    """A value with what was found when it was made, and the builds that used it last: of all, and of whole ones."""

    __slots__ = ("found", "last", "value", "whole")

    def __init__(self, value: object, found: Findings | None) -> None:
        self.value, self.found = value, found
        self.last = self.whole = -1


class Memory:
    """What was made, by a word for how and a key of all that it was made of. It serves one build at a time."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Hashable, ...], _Kept] = {}
        self._build = 0
        self._whole: tuple[int, ...] = ()

    @property
    def size(self) -> int:
        """How many things it keeps."""
        return len(self._kept)

    def begin(self) -> None:
        """A build begins; what the last ones did not use is forgotten."""
        lately = {*range(self._build - _LATELY + 1, self._build + 1), *self._whole}
        self._kept = {key: each for key, each in self._kept.items() if each.last in lately or each.whole in lately}
        self._build += 1

    def whole(self) -> None:
        """This build made a report: what it uses outlives builds that get no further than a fault."""
        self._whole = (*self._whole, self._build)[-_LATELY:]

    def made(self, how: str, of: tuple[Hashable, ...], make: Callable[[], _Made]) -> _Made:
        """What `make` gives, made of nothing but `of`; what it raises is not kept."""
        key = (how, *of)
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = _Kept(make(), None)
        return cast(_Made, self._used(kept))

    def read(self, how: str, of: tuple[Hashable, ...], findings: Findings, make: Callable[[Findings], _Made]) -> _Made:
        """The same of what reports to `findings` what is wrong, which is then reported each time."""
        key = (how, findings.names, *of)
        kept = self._kept.get(key)
        if kept is None:
            found = Findings(names=findings.names)
            try:
                kept = self._kept[key] = _Kept(make(found), found)
            finally:
                if kept is None:
                    findings.extend(found)
        if kept.found is not None:
            findings.extend(kept.found)
        return cast(_Made, self._used(kept))

    def _used(self, kept: _Kept) -> object:
        if kept.last != self._build:
            kept.whole = kept.last if kept.last in self._whole else kept.whole
            kept.last = self._build
        return kept.value


class _None(Memory):
    """Makes everything anew."""

    def begin(self) -> None:
        pass

    def whole(self) -> None:
        pass

    def made(self, how: str, of: tuple[Hashable, ...], make: Callable[[], _Made]) -> _Made:
        return make()

    def read(self, how: str, of: tuple[Hashable, ...], findings: Findings, make: Callable[[Findings], _Made]) -> _Made:
        return make(findings)


NO_MEMORY: Memory = _None()
"""Of a process that makes one report."""
