"""What a language needs to say what is so of figures: directions, ranks, records, streaks, fractions and multiples."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

SLOT = "{}"
"""Where by how much comes in a direction, or how often in a row: 'is {} gestegen'."""


class Direction(Struct, frozen=True):
    """A word for a rise in one form, with what it is for a fall, and where there is none."""

    up: str
    down: str
    same: str
    hardly: str
    """For a change of less than half a percent."""
    by: str
    """Before the amount: 'met'. A comparative has none: '12% hoger'."""

    @property
    def name(self) -> str:
        """How a user asks for it: as it is for a rise."""
        return without_slot(self.up)


class Degree(Struct, frozen=True):
    """An adjective with its opposite: as superlatives, and plain."""

    most: str
    least: str
    much: str
    little: str
    more: str
    """The comparative, which is a direction as well."""


class ClaimWords(Struct, frozen=True, kw_only=True):
    directions: tuple[Direction, ...]
    from_to: tuple[str, str]
    """Before two figures, and between them."""
    degrees: tuple[Degree, ...]
    adverb: Callable[[str], str]
    """The superlative as an adverb: 'hoogst' of 'hoogste'."""
    next_to_most: Callable[[str, str, str], str]
    """'op een na hoogste': by how many are before it, what place it has, and the superlative."""
    so: Callable[[str], str]
    """'zo hoog'."""
    as_before: Callable[[str, str, bool], str]
    """'even hoog als in april 2020', by the plain adjective and the time; the last says whether only nearly so."""
    since: Callable[[str], str]
    since_at_least: Callable[[str], str]
    """Since the earliest period of which that is known."""
    since_begin: Callable[[str], str]
    """Since the first period of which there are data, by what is said of time: 'in januari 2013'."""
    not_so: Callable[[str, str], str]
    """'sinds oktober 2018 niet zo hoog'."""
    never_so: Callable[[str, str], str]
    nth: Mapping[str, str]
    """By unit of time its so many-th period, with a slot for the ordinal: 'de {} maand'."""
    in_a_row: Callable[[str], str]
    """'voor de vierde maand op rij'."""
    at_least_in_a_row: Callable[[str], str]
    first: Callable[[str], str]
    """'voor het eerst sinds …'."""
    fraction: Callable[[int, int], str]
    """'twee derde', 'de helft', 'driekwart'."""
    one_in: Callable[[int, int], str]
    """'een op de drie'."""
    nearly: str
    over: str
    times: Callable[[str, str], str]
    """'drie keer zo veel': how many times, and the adjective with its word before it."""
    one_and_a_half: str
    half_as: Callable[[str], str]
    """'half zo veel'."""
    multiplied: Mapping[int, str]
    """'verdubbeld' by 2."""
    halved: str
    more_than_halved: str
    risen: str
    """The direction that is said where no such word is near: 'met 26% gestegen'."""
    per: Callable[[str, str], str]
    """The unit of what there is for so many of others: 'per 1.000 inwoners'."""
    together: str
    of_whom: str
    of_which: str
    people: str
    """What units of people are called: a pattern."""


def without_slot(words: str) -> str:
    return " ".join(words.replace(SLOT, "").split())
