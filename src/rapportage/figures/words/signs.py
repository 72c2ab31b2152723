"""Signs that stand for a figure or qualify it, in the notation of Statistics Netherlands, and how they are spoken."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from rapportage.figures.observation import Observation, ObservationStatus
from rapportage.figures.rounding import CONTEXT
from rapportage.figures.words.numbers import number

UNKNOWN_SIGN = "."
IMPOSSIBLE = "niet van toepassing"
NOT_APPLICABLE = "n.v.t."
"""Where an empty cell would be none: among words."""
GAP_SIGN = "[…]"
GAP = "nog in te vullen"
"""In a draft."""
PROVISIONAL_MARK = "*"
PROVISIONAL = "voorlopig"

_NOTHING, _ONE = Decimal(0), Decimal(1)


class Sign(Struct, frozen=True):
    """What is shown in a table instead of a figure, what is said in its place, and what a legend explains."""

    shown: str
    spoken: str


_NAMES = {UNKNOWN_SIGN: "punt (.)", PROVISIONAL_MARK: "ster (*)", "": "lege cel"}


def draft_notice(gaps: int) -> str:
    """What a draft says of itself; `gaps` are the figures that are still empty."""
    verb = "cijfer moet" if gaps == 1 else "cijfers moeten"
    return f"Concept: nog niet vastgesteld{f'; {gaps} {verb} nog worden ingevuld' if gaps else ''}."


EXAMPLE_NOTICE = "Voorbeeld: dit is geen echte publicatie, maar laat zien hoe zo’n rapport eruitziet."
"""What a report says of itself that was made to be shown."""


def sign_name(shown: str) -> str:
    """What a sign is called: a screen reader passes over a point or a star. 'punt (.)', 'kleiner dan 5 (<5)'."""
    return f"kleiner dan {shown[1:]} ({shown})" if shown.startswith("<") else _NAMES.get(shown, shown)


def meaning(shown: str, spoken: str) -> str:
    """What a legend says of a sign: of '<5' what it leaves open, and not only its words once more."""
    if not shown.startswith("<"):
        return spoken
    most = int(shown[1:].replace(".", "")) - 1
    return "1" if most == 1 else f"1 tot en met {number(Decimal(most))}"


def sign(observation: Observation) -> Sign | None:
    """The sign for a figure that is not given as a number; None for one that is."""
    match observation.status:
        case ObservationStatus.UNKNOWN:
            return Sign(UNKNOWN_SIGN, "onbekend")
        case ObservationStatus.TOO_SMALL:
            return Sign(UNKNOWN_SIGN, ObservationStatus.TOO_SMALL.value)
        case ObservationStatus.LATER:
            return Sign("", ObservationStatus.LATER.value)
        case ObservationStatus.MISSING:
            return Sign(GAP_SIGN, GAP)
        case ObservationStatus.IMPOSSIBLE:
            return Sign("", IMPOSSIBLE)
        case ObservationStatus.NEAR_ZERO:
            return Sign("0", "minder dan de helft van de eenheid")
        case ObservationStatus.SUPPRESSED:
            limit = number(CONTEXT.add(observation.high or _NOTHING, _ONE))
            return Sign(f"<{limit}", f"minder dan {limit}")
        case _:
            return None
