"""What came of a claim: true, false, or not to be told by what the data have."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class Outcome(Enum):
    """The value is what the user sees."""

    TRUE = "waar"
    FALSE = "onwaar"
    OPEN = "niet nagegaan"
    NONE = "geen uitspraak"
    """A number or word that says nothing about figures: of a law, an address, a name, or declared as such."""


class ClaimKind(Enum):
    """What a claim is about; the value is the code of the finding when it is false."""

    NUMBER = "T501"
    """A number that somebody typed."""
    PORTION = "T502"
    """A part or number in words: 'driekwart', 'verdubbeld', 'samen'."""
    CHANGE = "T503"
    """A direction or comparison: 'steeg', 'minder dan', 'boven het niveau'."""
    TIME = "T504"
    PART = "T505"
    """A category."""
    UNIT = "T506"
    WHOLE = "T508"
    """What a share is in."""
    SERIES = "T510"
    RANK = "T513"
    """A place among others, or the most or least of all."""
    COURSE = "T514"
    """Over time: a record, a streak, a range."""


class Verdict(Struct, frozen=True):
    """On the words from `start` to `end` of the sentence as it is read."""

    kind: ClaimKind
    words: str
    start: int
    end: int
    outcome: Outcome
    truth: str = ""
    """What the data say, where they contradict it."""

    @property
    def holds(self) -> bool | None:
        """None where the data can't tell."""
        return {Outcome.TRUE: True, Outcome.FALSE: False}.get(self.outcome)
