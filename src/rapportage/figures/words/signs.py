"""Signs that stand for a figure or qualify it, in the notation of Statistics Netherlands, and how they are spoken."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.observation import Observation, ObservationStatus
from rapportage.figures.rounding import CONTEXT
from rapportage.figures.words.numbers import number

UNKNOWN_SIGN = "."
GAP_SIGN = "[…]"
"""In a draft."""
PROVISIONAL_MARK = "*"

_NOTHING, _ONE = Decimal(0), Decimal(1)


class Sign(Struct, frozen=True):
    """What is shown in a table instead of a figure, what is said in its place, and what a legend explains."""

    shown: str
    spoken: str


def sign_name(shown: str) -> str:
    """What a sign is called: a screen reader passes over a point or a star. 'punt (.)', 'kleiner dan 5 (<5)'."""
    words = spoken_language().signs
    if shown.startswith("<"):
        return words.less_than(shown[1:], shown)
    return {UNKNOWN_SIGN: words.point, PROVISIONAL_MARK: words.star, "": words.empty}.get(shown, shown)


def meaning(shown: str, spoken: str) -> str:
    """What a legend says of a sign: of '<5' what it leaves open, and not only its words once more."""
    if not shown.startswith("<"):
        return spoken
    words = spoken_language()
    most = int(shown[1:].replace(words.numbers.thousands, "")) - 1
    return "1" if most == 1 else words.signs.one_to(number(Decimal(most)))


def provisional(text: str) -> str:
    """What is heard of a figure that may still change: '341, voorlopig'."""
    return f"{text}, {spoken_language().signs.provisional}"


def sign(observation: Observation) -> Sign | None:
    """The sign for a figure that is not given as a number; None for one that is."""
    words = spoken_language().signs
    match observation.status:
        case ObservationStatus.UNKNOWN:
            return Sign(UNKNOWN_SIGN, words.unknown)
        case ObservationStatus.TOO_SMALL:
            return Sign(UNKNOWN_SIGN, words.too_small)
        case ObservationStatus.LATER:
            return Sign("", words.later)
        case ObservationStatus.MISSING:
            return Sign(GAP_SIGN, words.gap)
        case ObservationStatus.IMPOSSIBLE:
            return Sign("", words.impossible)
        case ObservationStatus.NEAR_ZERO:
            return Sign("0", words.near_zero)
        case ObservationStatus.SUPPRESSED:
            limit = number(CONTEXT.add(observation.high or _NOTHING, _ONE))
            return Sign(f"<{limit}", f"{words.fewer_than} {limit}")
        case _:
            return None


def unknown() -> str:
    """What is said of a figure that nobody knows."""
    return spoken_language().signs.unknown
