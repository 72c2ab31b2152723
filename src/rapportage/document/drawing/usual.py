"""What most texts and lines of a drawing have, so that a file can say it once for the whole of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct

from rapportage.document.drawing.display_list import Anchor, Caps, Drawing, Joins
from rapportage.document.drawing.placing import paths, texts

T = TypeVar("T")


class Usual(Struct, frozen=True):
    """The size, colour and side of most texts, and how wide most lines are, how they end and meet."""

    size: float
    colour: str
    anchor: Anchor
    width: float
    caps: Caps
    joins: Joins

    @classmethod
    def of(cls, drawing: Drawing) -> Usual:
        runs = list(texts(drawing))
        lines = [path for path in paths(drawing) if path.stroke is not None]
        return cls(
            size=_most([run.size for run in runs], 16.0),
            colour=_most([run.colour for run in runs], "#000000"),
            anchor=_most([run.anchor for run in runs], "start"),
            width=_most([path.width for path in lines], 1.0),
            caps=_most([path.caps for path in lines], "butt"),
            joins=_most([path.joins for path in lines], "miter"),
        )


def _most(found: Sequence[T], otherwise: T) -> T:
    """The commonest of them; of two that are as common the first."""
    return Counter(found).most_common(1)[0][0] if found else otherwise
