"""What comparing two reports gives: figures and sentences that changed, came or went."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from rapportage.document import FigureInput
from rapportage.proof.tracing import Told, TracedFigure


class Change(Enum):
    """What became of something. The value is the Dutch word that the user sees."""

    CHANGED = "gewijzigd"
    ADDED = "nieuw"
    DROPPED = "vervallen"


class InputChange(Struct, frozen=True):
    """A cell of data behind a figure that is another, came or went."""

    was: FigureInput | None
    now: FigureInput | None


class FigureChange(Struct, frozen=True):
    """`was` is None for a figure that is new, `now` for one that is gone."""

    change: Change
    was: TracedFigure | None
    now: TracedFigure | None
    inputs: tuple[InputChange, ...] = ()

    @property
    def here(self) -> TracedFigure:
        """Where to look: in the new report, or in the old one for what is gone."""
        found = self.now or self.was
        if found is None:
            raise TypeError("a change is of a figure")
        return found


class Statement(Struct, frozen=True):
    """A sentence, or other words that stand by themselves, with the figures in it."""

    told: Told
    text: str
    skeleton: str
    """The words without figures and periods: by that it is known again."""
    figures: tuple[TracedFigure, ...]


class StatementChange(Struct, frozen=True):
    """Words around figures that changed ('gestegen' became 'gedaald'), or a sentence that came or went."""

    change: Change
    was: Statement | None
    now: Statement | None

    @property
    def here(self) -> Statement:
        found = self.now or self.was
        if found is None:
            raise TypeError("a change is of a statement")
        return found


class Comparison(Struct, frozen=True):
    """`old` and `new` name the two reports: 'kerncijfers 2020-04'."""

    old: str
    new: str
    figures: tuple[FigureChange, ...]
    statements: tuple[StatementChange, ...]
    same: int
    """How many figures show the same."""
