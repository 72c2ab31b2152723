"""The elements that are seen in an SVG: each by itself, or those that look alike within one that says how they look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

_GROUP = len("<g></g>\n")
_QUOTED = re.compile(r'="([\w#.-]+)"(?=[ >])', re.ASCII)


class Mark(Struct, frozen=True):
    """An element: what is its own, how it looks, how far it is seen through, and its end.

    Only its look may be said of many at once: of a group that is seen through the parts do not show through each other.
    """

    own: str
    look: str = ""
    seen: str = ""
    end: str = ""

    @property
    def kind(self) -> tuple[str, str]:
        """What it has in common with others."""
        return self.own.partition(" ")[0], "" if self.seen else self.look


def line_of(mark: Mark) -> str:
    return f"{mark.own}{mark.look}{mark.seen}{mark.end}"


def together(marks: Iterable[Mark]) -> Iterator[str]:
    """The same as lines of HTML, of which those with one look are a group where that is shorter."""
    for (_, look), run in groupby(marks, key=lambda mark: mark.kind):
        alike = list(run)
        if (len(alike) - 1) * len(look) <= _GROUP:
            yield from (_plain(f"{mark.own}{mark.look}{mark.seen}", mark.end) for mark in alike)
        else:
            yield "\n".join((_plain(f"<g{look}", ">"), *(_plain(mark.own, mark.end) for mark in alike))) + "</g>"


def _plain(begin: str, end: str) -> str:
    """The element without the quotes that HTML does not ask: not those right before the stroke of its end."""
    return _QUOTED.sub(r"=\1", f"{begin}{end[:1]}") + end[1:]
